"""`prune`: remove files that no release needs; says what would go unless told to remove it."""

from __future__ import annotations

from hengyang import access
from hengyang.access import Action
from hengyang.commands.acting import actor_of, clock
from hengyang.commands.answers import Done
from hengyang.commands.release import opened
from hengyang.commands.request import Request
from hengyang.labels import words


def act(request: Request) -> Done:
    """workspace, is_dry_run, and files: table → files that went, or would go.

    Anybody may ask what would go. Raises: NotAllowed for removing by anybody but an administrator.
    """
    if request.is_applied:
        access.require(
            actor_of(request),
            Action.REMOVE_VERSIONS,
            workspace=request.workspace,
            plan=request.plan,
            at=clock(),
        )
    files = opened(request).prune(dry_run=not request.is_applied)
    data = {"workspace": request.workspace, "is_dry_run": not request.is_applied, "files": files}
    return Done(data, _as_text(files, request))


def _as_text(files: dict[str, list[str]], request: Request) -> str:
    say = words(request.language)
    if not files:
        return say("cli-prune-nothing")
    key = "cli-prune-done" if request.is_applied else "cli-prune-would"
    lines = [say(key, count=str(sum(map(len, files.values()))))]
    lines += [
        say("cli-prune-file", table=table, file=file)
        for table, names in files.items()
        for file in names
    ]
    return "\n".join(lines)
