"""Download buttons: the file is made when it is asked for, from what the page shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from hengyang import exports, labels, meeting, store
from hengyang.errors import PlanError
from hengyang.exports.content import Content, content_of, file_name
from hengyang.exports.makers import DECK, KINDS, MIME, PAPERS, made
from hengyang.meeting import DeckKind, Edition
from hengyang.progress import Assessment
from hengyang.schema import Language
from hengyang.ui import loading, plain
from hengyang.ui.view import View

_MIME = {"csv": "text/csv", "xlsx": MIME["xlsx"]}
#: The file that this reader had made last: one a session, so that memory stays bounded.
_LAST = "file_made_last"


@dataclass(frozen=True)
class _File:
    """A made file, and what it was made from."""

    edition: Edition
    language: Language
    kind: str
    paper: str | None
    name: str
    content: bytes

    def answers(self, edition: Edition, language: Language, kind: str, paper: str | None) -> bool:
        return (self.edition, self.language, self.kind, self.paper) == (
            edition,
            language,
            kind,
            paper,
        )


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
    files_of(edition, view.language)


@st.fragment
def files_of(edition: Edition, language: Language) -> None:
    """Choose a kind of file, have it made once with its progress in sight, and take it away."""
    say = labels.words(language)
    with st.popover(say("files-export"), key="files_export"):
        kind = st.segmented_control(
            say("files-kind"),
            KINDS,
            key="files_kind",
            default=KINDS[0],
            required=True,
            format_func=lambda one: say(f"files-kind-{one}"),
        )
        paper = _choose_paper(say) if kind == "pdf" else None
        st.caption(say("files-frozen" if edition.is_frozen else "files-unfrozen"))
        if st.button(say("files-make"), key="files_make", type="primary"):
            _make(edition, language, str(kind), paper)
        last = st.session_state.get(_LAST)
        if isinstance(last, _File) and last.answers(edition, language, str(kind), paper):
            st.download_button(
                say("files-take", name=last.name),
                data=last.content,
                file_name=last.name,
                mime=MIME[last.kind],
                key="files_take",
                on_click="ignore",
            )


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


def _make(edition: Edition, language: Language, kind: str, paper: str | None) -> None:
    say = labels.words(language)
    bar = st.progress(0.0, text=say("files-making"))
    try:
        found = store.open_store(loading.prepare_store(), edition.workspace)
        content = content_of(
            meeting.material(found, edition),
            is_demo=store.WORKSPACES[edition.workspace],
            language=language,
        )
        whole = made(
            kind,
            content,
            lambda share: _advance(bar, share, say("files-making")),
            paper=paper,
        )
    except PlanError as error:
        st.error(plain.sentence(error, say))
        return
    finally:
        bar.empty()
    name = file_name(kind, content, paper)
    st.session_state[_LAST] = _File(edition, language, kind, paper, name, whole)


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
