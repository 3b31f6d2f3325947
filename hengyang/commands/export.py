"""`export`: the plan, a theme, a department or a meeting edition as a file that people go on editing."""

from __future__ import annotations

import sys
from collections.abc import Callable

from hengyang import store
from hengyang.commands.acting import department_of
from hengyang.commands.answers import Done
from hengyang.commands.release import day_of, tables_of
from hengyang.commands.request import Request
from hengyang.commands.writing import place_for, write_whole
from hengyang.errors import NotUnderstood
from hengyang.exports.content import Content, content_of, file_name
from hengyang.exports.makers import made, maker_of
from hengyang.labels import Words, words


def act(request: Request) -> Done:
    """file, kind, edition, workspace, is_simulated, release, as_of, theme, department, language, bytes.

    Written whole to --output, or not at all; into a folder under a name of its own that is still free.
    Raises: NotUnderstood for an unknown kind, edition or department, and where nothing can be written.
    """
    kind, say = str(request.subject), words(request.language)
    maker_of(kind)
    if not request.output:
        raise NotUnderstood("export-error-no-output")
    content = _content(request)
    place = place_for(request.output, file_name(kind, content), f".{kind}")
    whole = made(kind, content, _progress_line(say))
    write_whole(whole, place)
    stamp = content.stamp
    data = {
        "file": str(place),
        "kind": kind,
        "edition": stamp.edition or None,
        "workspace": content.tables.workspace,
        "is_simulated": stamp.is_demo,
        "release": stamp.release,
        "as_of": stamp.as_of.isoformat(),
        "theme": None if content.theme is None else content.theme.value,
        "department": content.department,
        "language": stamp.language,
        "bytes": len(whole),
    }
    return Done(data, say("export-done", path=str(place), release=str(stamp.release)))


def _content(request: Request) -> Content:
    tables = tables_of(request)
    return content_of(
        tables,
        day_of(request, tables),
        is_demo=store.WORKSPACES[request.workspace],
        language=request.language,
        theme=request.theme,
        department=department_of(request, tables),
    )


def _progress_line(say: Words) -> Callable[[float], None]:
    """Rewrites one line of a terminal; says nothing where stderr is read by a program."""
    if not sys.stderr.isatty():
        return lambda _share: None

    def show(share: float) -> None:
        end = "\n" if share >= 1 else ""
        text = say("export-progress", percent=str(int(share * 100)))
        print(f"\r{text}", end=end, file=sys.stderr, flush=True)

    return show
