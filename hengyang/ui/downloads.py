"""Download buttons: the file is made when it is asked for, from what the page shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from hengyang import exports, labels, store
from hengyang.errors import PlanError
from hengyang.exports.content import Content, Progress, content_of, file_name
from hengyang.exports.makers import DECK, KINDS, MIME, PAPERS, made
from hengyang.exports.pictures import PICTURE_KINDS, picture, picture_name, pictures, zipped
from hengyang.meeting import DeckKind, Edition
from hengyang.progress import Assessment
from hengyang.schema import Language
from hengyang.ui import editions, plain
from hengyang.ui.view import View

_MIME = {"csv": "text/csv", "xlsx": MIME["xlsx"]}
#: The file that this reader had made last: one a session, so that memory stays bounded.
_LAST = "file_made_last"


@dataclass(frozen=True)
class _Asked:
    """What a file is to be made from, and what of it: a PDF's paper, the slide of a picture (None: of all)."""

    edition: Edition
    language: Language
    kind: str
    part: str | int | None


@dataclass(frozen=True)
class _File:
    """A made file, and what was asked for."""

    asked: _Asked
    name: str
    content: bytes


def files(view: View, *, theme: str | None = None, department: str | None = None) -> None:
    """What the page shows as a file to go on editing: the reader's selection, the page's theme or department."""
    chosen = view.selection
    themes = chosen.theme if theme is None else (theme,)
    departments = chosen.department if department is None else (department,)
    deck = DeckKind.PLAN
    if theme is not None:
        deck = DeckKind.THEME
    elif department is not None:
        deck = DeckKind.DEPARTMENT
    edition = Edition.unfrozen(
        chosen.workspace,
        view.tables.release,
        view.as_of,
        deck=deck,
        themes=tuple(themes),
        departments=tuple(departments),
        lights=tuple(chosen.light),
        divisions=tuple(chosen.division),
    )
    files_of((edition,), view.language)


@st.fragment
def files_of(offered: Sequence[Edition], language: Language) -> None:
    """Choose a kind of file, have it made once with its progress in sight, and take it away.

    offered: whose figures it may have, the first where nobody chooses.
    """
    say = labels.words(language)
    with st.popover(say("files-export"), key="files_export"):
        edition = _choose_edition(offered, say)
        kind = str(
            st.segmented_control(
                say("files-kind"),
                (*KINDS, *PICTURE_KINDS),
                key="files_kind",
                default=KINDS[0],
                required=True,
                format_func=lambda one: say(f"files-kind-{one}"),
            )
        )
        part: str | int | None = None
        if kind == "pdf":
            part = _choose_paper(say)
        elif kind in PICTURE_KINDS:
            part = _choose_slide(edition, language)
        asked = _Asked(edition, language, kind, part)
        st.caption(say("files-frozen" if edition.is_frozen else "files-unfrozen"))
        if st.button(say("files-make"), key="files_make", type="primary"):
            _make(asked)
        last = st.session_state.get(_LAST)
        if isinstance(last, _File) and last.asked == asked:
            st.download_button(
                say("files-take", name=last.name),
                data=last.content,
                file_name=last.name,
                mime=MIME[last.name.rsplit(".", 1)[1]],
                key="files_take",
                on_click="ignore",
            )


def _choose_edition(offered: Sequence[Edition], say: labels.Words) -> Edition:
    """Whose figures: a choice only where there are several."""
    if len(offered) == 1:
        return offered[0]
    names = [
        " · ".join(filter(None, (one.id, one.title))) if one.is_frozen else say("files-of-now")
        for one in offered
    ]
    numbers = [one.number for one in offered]
    chosen = st.selectbox(
        say("files-of"),
        numbers,
        key="files_of",
        format_func=lambda number: names[numbers.index(number)],
    )
    return offered[numbers.index(chosen)]


def _choose_slide(edition: Edition, language: Language) -> int | None:
    """The slide whose chart is a picture; None for those of all."""
    say = labels.words(language)
    titles = {
        number: slide.title
        for number, slide in enumerate(editions.material(edition).deck(language).slides, start=1)
        if slide.chart is not None
    }
    chosen = st.selectbox(
        say("files-slide"),
        [0, *titles],
        key="files_slide",
        format_func=lambda number: (
            say("files-slide-one", number=str(number), title=titles[number])
            if number
            else say("files-slide-all", count=str(len(titles)))
        ),
    )
    return chosen or None


def _choose_paper(say: labels.Words) -> str:
    """What the PDF is of."""
    return str(
        st.segmented_control(
            say("files-paper"),
            list(PAPERS),
            key="files_paper",
            default=DECK,
            required=True,
            format_func=lambda one: say(f"files-paper-{one}"),
        )
    )


def _make(asked: _Asked) -> None:
    say = labels.words(asked.language)
    bar = st.progress(0.0, text=say("files-making"))
    try:
        content = content_of(
            editions.material(asked.edition),
            is_demo=store.WORKSPACES[asked.edition.workspace],
            language=asked.language,
        )
        name, whole = _whole(
            asked, content, lambda share: _advance(bar, share, say("files-making"))
        )
    except PlanError as error:
        st.error(plain.sentence(error, say))
        return
    finally:
        bar.empty()
    st.session_state[_LAST] = _File(asked, name, whole)


def _whole(asked: _Asked, content: Content, progress: Progress) -> tuple[str, bytes]:
    """The file's name and its bytes."""
    kind, part = asked.kind, asked.part
    if kind not in PICTURE_KINDS:
        paper = None if part is None else str(part)
        return file_name(kind, content, paper), made(kind, content, progress, paper=paper)
    if isinstance(part, int):
        return picture_name(kind, content, part), picture(kind, content, part)
    name = file_name(kind, content).rsplit(".", 1)[0]
    return f"{name}.zip", zipped(pictures(kind, content, progress))


def _advance(bar: DeltaGenerator, share: float, text: str) -> None:
    bar.progress(min(max(share, 0.0), 1.0), text=text)


def register(view: View, assessment: Assessment) -> None:
    """The indicators that the page shows, as CSV and as a workbook."""
    stamp = exports.Stamp.of(view.tables, view.as_of, is_demo=view.is_demo, language=view.language)

    def csv() -> bytes:
        frame = exports.register(assessment, view.tables, view.language)
        return exports.csv_bytes(frame, stamp)

    def xlsx() -> bytes:
        return made("xlsx", Content(view.tables, assessment, stamp))

    makers: dict[str, Callable[[], bytes]] = {"csv": csv, "xlsx": xlsx}
    for kind, make in makers.items():
        st.download_button(
            view.say(f"register-{kind}"),
            data=make,
            file_name=exports.file_name(stamp, kind),
            mime=_MIME[kind],
            key=f"register_{kind}",
            on_click="ignore",
        )
