"""The release that a question is about, and its day; a store that is missing is prepared on the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hengyang import history, store
from hengyang.commands.request import Request
from hengyang.errors import NotUnderstood
from hengyang.labels import Language, words
from hengyang.progress import default_as_of
from hengyang.schema import Tables
from hengyang.store import Store


def lake_of(request: Request) -> str:
    """The lake that --lake or HENGYANG_LAKE names; a folder by its whole path, for workers elsewhere on the machine.

    Raises: NotUnderstood where neither does.
    """
    url = request.lake or store.lake_url()
    if not url:
        raise NotUnderstood("lake-error-no-lake")
    return url if "://" in url else str(Path(url).resolve())


def opened(request: Request) -> Store:
    """The workspace asked for, prepared where it is missing; with --plan that plan's part of the lake."""
    if request.plan:
        return store.open_store(lake_of(request), request.workspace, request.plan)
    url = store.store_url()
    store.prepare(url, workspaces=(request.workspace,))
    return store.open_store(url, request.workspace)


def tables_of(request: Request) -> Tables:
    """All tables of the workspace at the release asked for. Raises: NotUnderstood when there is none such."""
    found = opened(request)
    if request.known_on is not None:
        return found.read(_known_on(request, found))
    if request.release is not None:
        demand(found, request.release)
    return found.read(request.release)


def demand(found: Store, release: int) -> None:
    """Raises: NotUnderstood when the workspace has no such release."""
    newest = found.latest_release()
    if release > newest:
        raise NotUnderstood(
            "cli-error-release",
            value=str(release),
            workspace=found.workspace,
            newest=str(newest),
        )


def _known_on(request: Request, found: Store) -> int:
    assert request.known_on is not None
    number = history.known_on(found.releases(), request.known_on)
    if number is None:
        raise NotUnderstood(
            "cli-error-known-on",
            day=request.known_on.isoformat(),
            workspace=request.workspace,
        )
    return number


def day_of(request: Request, tables: Tables) -> date:
    """The day asked for, or the end of the last month with a published value."""
    return default_as_of(tables) if request.as_of is None else request.as_of


def warning(workspace: str, language: Language) -> list[str]:
    """The line that marks simulated figures, or nothing: the first line of every text."""
    return [words(language)("frame-demo-long")] if store.WORKSPACES[workspace] else []
