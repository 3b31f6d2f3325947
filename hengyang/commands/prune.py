"""`prune`: merge small files and remove what no release needs; says what it would do unless told to."""

from __future__ import annotations

from hengyang import access
from hengyang.access import Action
from hengyang.commands.acting import actor_of, clock
from hengyang.commands.answers import Done
from hengyang.commands.release import opened
from hengyang.commands.request import Request
from hengyang.labels import words


def act(request: Request) -> Done:
    """workspace, is_dry_run, merged: table → how many files became few, left: table → how many did not, for others were
    always first, files: table → files that went; or would.

    In a lake only the plan's own files are merged, unless whoever is named administers every plan. Anybody may ask what would. Raises: NotAllowed for doing it by anybody but an administrator.
    """
    if request.is_applied:
        access.require(
            actor_of(request),
            Action.REMOVE_VERSIONS,
            workspace=request.workspace,
            plan=request.plan,
            at=clock(),
        )
    store, is_dry = opened(request), not request.is_applied
    counts = store.merge(dry_run=is_dry, whole=_has_every_plan(request))
    merged = {table: count.files for table, count in counts.items() if count.files}
    left = {table: count.left for table, count in counts.items() if count.left}
    files = store.prune(dry_run=is_dry)
    data = {
        "workspace": request.workspace,
        "is_dry_run": is_dry,
        "merged": merged,
        "left": left,
        "files": files,
    }
    return Done(data, _as_text(merged, left, files, request))


def _has_every_plan(request: Request) -> bool:
    return request.actor_name is not None and access.may(
        actor_of(request),
        Action.REMOVE_VERSIONS,
        workspace=request.workspace,
        plan=access.EVERY_PLAN,
    )


def _as_text(
    merged: dict[str, int], left: dict[str, int], files: dict[str, list[str]], request: Request
) -> str:
    say = words(request.language)
    lines = []
    for table, count in merged.items():
        key = "cli-prune-merged" if request.is_applied else "cli-prune-would-merge"
        lines.append(say(key, table=table, count=str(count)))
    for table, count in left.items():
        lines.append(say("cli-prune-gave-up", table=table, count=str(count)))
    if not files:
        return "\n".join(lines or [say("cli-prune-nothing")])
    key = "cli-prune-done" if request.is_applied else "cli-prune-would"
    lines.append(say(key, count=str(sum(map(len, files.values())))))
    lines += [
        say("cli-prune-file", table=table, file=file)
        for table, names in files.items()
        for file in names
    ]
    return "\n".join(lines)
