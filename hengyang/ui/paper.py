"""A page of the app on paper: printed by the browser, or taken away as a PDF of the same boards."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field, replace

import streamlit as st
from markupsafe import Markup

from hengyang import exports
from hengyang.charts import palette
from hengyang.exports import sheets
from hengyang.meeting import Edition
from hengyang.ui.view import View

#: Pages whose tables are wider than a sheet is when it stands.
LANDSCAPE = (
    *("overview", "indicators", "departments", "assessment", "reporting"),
    *("review", "history", "roadmap", "compare"),
)
#: Pages that are one picture: drawn so small that it fits one sheet, with their columns side by side.
#: English takes more room.
_ON_ONE_SHEET = {"overview": {"zh": 0.8, "en": 0.72}}
_ZOOM = 0.9
_STACKED = (
    "[data-testid=stHorizontalBlock]:has(> [data-testid=stColumn]){display:block!important}"
    "[data-testid=stColumn]{width:100%!important;max-width:none!important;min-width:0!important}"
    "[data-testid=stColumn]+[data-testid=stColumn]{margin-top:.6rem}"
)


@dataclass
class Drawn:
    """What one run of a page has shown so far: its finding, the line beside it, what the reader chose, its boards."""

    finding: str = ""
    line: str = ""
    chosen: list[str] = field(default_factory=list)
    boards: list[Markup] = field(default_factory=list)


_drawn: ContextVar[Drawn | None] = ContextVar("drawn", default=None)


def begin() -> None:
    """From here on what the page shows is noted, for its PDF."""
    _drawn.set(Drawn())


def note_heading(finding: str, line: str) -> None:
    """The page's finding, which may be known last."""
    drawn = _drawn.get()
    if drawn is not None:
        drawn.finding, drawn.line = finding, line


def note_choice(text: str) -> None:
    """What the reader narrowed the page to, in words: whoever holds the paper must know."""
    drawn = _drawn.get()
    if drawn is not None:
        drawn.chosen.append(text)


def choices() -> tuple[str, ...]:
    """What the page was narrowed to so far, in words."""
    drawn = _drawn.get()
    return () if drawn is None else tuple(drawn.chosen)


def note_board(html: Markup) -> None:
    """A board that the page shows."""
    drawn = _drawn.get()
    if drawn is not None:
        drawn.boards.append(html)


def stamp(view: View) -> exports.Stamp:
    """What stands in the margins."""
    return exports.Stamp.of(view.tables, view.as_of, is_demo=view.is_demo, language=view.language)


def style(view: View, page: str) -> str:
    """The rules for printing a page: its sheet with plan, as-of, release and numbering, and how its parts lie."""
    zoom = _ON_ONE_SHEET[page][view.language] if page in _ON_ONE_SHEET else _ZOOM
    return (
        sheets.page_rule(stamp(view), _size(page))
        + f"@media print{{[data-testid=stMainBlockContainer]{{zoom:{zoom}}}"
        + ("" if page in _ON_ONE_SHEET else _STACKED)
        + palette.plotly_in_print()
        + "}"
    )


def restamp(view: View, edition: Edition) -> None:
    """Print what covers the window across, stamped with the edition's own day, release and id, not with the page's."""
    own = replace(
        stamp(view), as_of=edition.as_of, release=edition.release, edition=edition.id or ""
    )
    st.html(f"<style>{sheets.page_rule(own, sheets.LANDSCAPE)}</style>")


def download(view: View, page: str) -> None:
    """The button that hands out the page as a PDF, laid out when it is asked for."""
    drawn = _drawn.get()
    if drawn is None or not drawn.boards:
        return
    say, lacking = view.say, sheets.missing()
    st.download_button(
        say("print-pdf"),
        data=lambda: sheets.pdf(
            sheets.document(drawn.finding, drawn.line, drawn.boards, drawn.chosen),
            title=drawn.finding,
            stamp=stamp(view),
            size=_size(page),
        ),
        file_name=sheets.file_name(stamp(view), say(f"page-{page}")),
        mime="application/pdf",
        key="page_pdf",
        help=say(lacking or "print-pdf-help"),
        disabled=lacking is not None,
        on_click="ignore",
    )


def _size(page: str) -> str:
    return sheets.LANDSCAPE if page in LANDSCAPE else sheets.PORTRAIT
