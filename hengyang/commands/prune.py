"""`prune`: remove files that no release needs; says what would go unless told to remove it."""

from __future__ import annotations

from typing import Any

from hengyang.commands.release import opened
from hengyang.commands.request import Request
from hengyang.labels import words


def as_data(request: Request) -> dict[str, Any]:
    """Table → files that went, or would go."""
    files = opened(request).prune(dry_run=not request.is_applied)
    return {"workspace": request.workspace, "is_dry_run": not request.is_applied, "files": files}


def as_text(request: Request) -> str:
    """The same, a line a file."""
    say = words(request.language)
    files: dict[str, list[str]] = as_data(request)["files"]
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
