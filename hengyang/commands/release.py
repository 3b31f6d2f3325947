"""The release that a question is about, and its day; a store that is missing is prepared on the way."""

from __future__ import annotations

from datetime import date

from hengyang import store
from hengyang.commands.request import Request
from hengyang.errors import NotUnderstood
from hengyang.labels import Language, words
from hengyang.progress import default_as_of
from hengyang.schema import Tables


def tables_of(request: Request) -> Tables:
    """All tables of the workspace at the release asked for. Raises: NotUnderstood when there is none such."""
    url = store.store_url()
    store.prepare(url, workspaces=(request.workspace,))
    opened = store.open_store(url, request.workspace)
    if request.release is not None:
        newest = opened.latest_release()
        if request.release > newest:
            raise NotUnderstood(
                "cli-error-release",
                value=str(request.release),
                workspace=request.workspace,
                newest=str(newest),
            )
    return opened.read(request.release)


def day_of(request: Request, tables: Tables) -> date:
    """The day asked for, or the end of the last month with a published value."""
    return default_as_of(tables) if request.as_of is None else request.as_of


def warning(workspace: str, language: Language) -> list[str]:
    """The line that marks simulated figures, or nothing: the first line of every text."""
    return [words(language)("frame-demo-long")] if store.WORKSPACES[workspace] else []
