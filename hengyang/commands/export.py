"""`export`: the plan, a theme, a department or a meeting edition as a file that people go on editing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hengyang import meeting, store
from hengyang.commands.acting import department_of
from hengyang.commands.answers import Done
from hengyang.commands.release import day_of, opened, tables_of
from hengyang.commands.request import Request
from hengyang.commands.writing import place_for, write_whole
from hengyang.errors import NotUnderstood
from hengyang.exports.content import Content, content_of, file_name
from hengyang.exports.makers import DECK, made, maker_of
from hengyang.exports.pictures import (
    PICTURE_KINDS,
    numbers_with_chart,
    picture,
    picture_name,
    pictures,
)
from hengyang.labels import Words, words
from hengyang.meeting import DeckKind, Edition, material
from hengyang.store import Store


def act(request: Request) -> Done:
    """file, files, kind, paper, edition, workspace, is_simulated, release, as_of, theme, department, language, bytes.

    Written whole to --output, or not at all; into a folder under a name of its own that is still free: pictures of
    several slides a file each, all made before the first is written. file: the first of files; bytes: of them all.
    paper: what a PDF is of, None for other kinds.
    Raises: NotUnderstood for an unknown kind, paper, slide, edition or department, and where nothing can be written.
    """
    kind, paper, say = str(request.subject), request.paper, words(request.language)
    _demand_kind(kind, request)
    if not request.output:
        raise NotUnderstood("export-error-no-output")
    content = _content(request)
    if kind in PICTURE_KINDS:
        files = _pictures(kind, content, request)
    else:
        place = place_for(request.output, file_name(kind, content, paper), f".{kind}")
        files = {place: made(kind, content, _progress_line(say), paper=paper)}
    for place, whole in files.items():
        write_whole(whole, place)
    stamp, first = content.stamp, next(iter(files))
    data = {
        "file": str(first),
        "files": [str(place) for place in files],
        "kind": kind,
        "paper": (paper or DECK) if kind == "pdf" else None,
        "edition": stamp.edition or None,
        "workspace": content.tables.workspace,
        "is_simulated": stamp.is_demo,
        "release": stamp.release,
        "as_of": stamp.as_of.isoformat(),
        "theme": None if content.theme is None else content.theme.value,
        "department": content.department,
        "language": stamp.language,
        "bytes": sum(map(len, files.values())),
    }
    release, count = str(stamp.release), len(files)
    if count == 1:
        return Done(data, say("export-done", path=str(first), release=release))
    text = say("export-done-all", path=str(first.parent), count=str(count), release=release)
    return Done(data, text)


def _demand_kind(kind: str, request: Request) -> None:
    """Raises: NotUnderstood for a kind that nobody makes, and for an option of another kind."""
    if kind not in PICTURE_KINDS:
        maker_of(kind, request.paper)
        if request.slide is not None:
            raise NotUnderstood("export-error-slide-kind", kind=kind)
    elif request.paper is not None:
        raise NotUnderstood("export-error-paper-kind", kind=kind)


def _pictures(kind: str, content: Content, request: Request) -> dict[Path, bytes]:
    """The chart of the slide asked for, else of each that has one, by the place where it goes."""
    output, number = str(request.output), request.slide
    progress = _progress_line(words(request.language))
    if number is None and Path(output).is_dir():
        place_for(output, file_name(kind, content), f".{kind}")  # a closed folder is refused first
        made_all = pictures(kind, content, progress)
        return {place_for(output, name, f".{kind}"): whole for name, whole in made_all.items()}
    if number is None:
        numbers = numbers_with_chart(content)
        if len(numbers) != 1:
            raise NotUnderstood("export-error-which-slide" if numbers else "export-error-no-chart")
        (number,) = numbers
    place = place_for(output, picture_name(kind, content, number), f".{kind}")
    return {place: picture(kind, content, number)}


def _content(request: Request) -> Content:
    found, edition = _frozen(request) if request.edition is not None else _unfrozen(request)
    return content_of(
        material(found, edition),
        is_demo=store.WORKSPACES[found.workspace],
        language=request.language,
    )


def _unfrozen(request: Request) -> tuple[Store, Edition]:
    tables = tables_of(request)
    department = department_of(request, tables)
    deck = DeckKind.PLAN
    if (request.theme is None) != (department is None):
        deck = DeckKind.DEPARTMENT if request.theme is None else DeckKind.THEME
    return opened(request), Edition.unfrozen(
        request.workspace,
        tables.release,
        day_of(request, tables),
        deck=deck,
        themes=() if request.theme is None else (request.theme.value,),
        departments=() if department is None else (department,),
    )


def _frozen(request: Request) -> tuple[Store, Edition]:
    """The edition named, in whichever workspace has it; official/E3 says in which.

    Raises: NotUnderstood for one that is nowhere, and for one that several workspaces have.
    """
    asked = str(request.edition)
    workspace, _, name = asked.rpartition("/")
    found = []
    for one in store.WORKSPACES:
        if workspace in ("", one):
            opened_one = opened(replace(request, workspace=one))
            editions = {edition.number: edition for edition in meeting.editions(opened_one)}
            if meeting.number_of(name) in editions:
                found.append((opened_one, editions[meeting.number_of(name)]))
    if not found:
        raise NotUnderstood("export-error-no-edition", value=asked)
    if len(found) > 1:
        known = ", ".join(f"{one.workspace}/{edition.id}" for one, edition in found)
        raise NotUnderstood("export-error-which-edition", value=asked, known=known)
    return found[0]


def _progress_line(say: Words) -> Callable[[float], None]:
    """Rewrites one line of a terminal; says nothing where stderr is read by a program."""
    if not sys.stderr.isatty():
        return lambda _share: None

    def show(share: float) -> None:
        end = "\n" if share >= 1 else ""
        text = say("export-progress", percent=str(int(share * 100)))
        print(f"\r{text}", end=end, file=sys.stderr, flush=True)

    return show
