"""HTML made by charts/ on the page: one component, registered once, with links that don't reload the app.

Everything in the HTML was escaped where it was built. A click on a link is one step in the browser's history, which
Streamlit follows; with Ctrl, Shift or the middle button the browser opens it as any link. Where the browser keeps its
history from a component (a foreign frame), the address comes back to Python and is answered with a page switch.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from markupsafe import Markup

from hengyang.charts import css
from hengyang.ui import links, paper, selection

_HERE = Path(__file__).parent


def script(name: str) -> str:
    """The script of a component, with what all of them wear before it."""
    files = ("stylesheet.js", "dress.js", name)
    return "\n".join((_HERE / file).read_text(encoding="utf-8") for file in files)


LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}
_component = None


def show(html: Markup, *, key: str, place: str | None = None) -> None:
    """Put a piece of HTML on the page and follow the link that the reader clicks in it.

    place: the id of the part that a link led to; it is brought into view and marked.

    Raises: TypeError when the HTML is a plain string, which nobody promised to have escaped.
    """
    if not isinstance(html, Markup):
        raise TypeError("only Markup built by charts/ goes onto the page")
    paper.note_board(html)
    result = _mounted()(
        key=key,
        data={
            "html": str(html),
            "lang": LANGUAGE_TAGS[selection.current().lang],
            "style": css.address(),
            "place": place,
        },
        on_go_change=lambda: None,
    )
    address = getattr(result, "go", None)
    destination = links.target(address) if address else None
    if destination is not None:
        page, parameters = destination
        st.switch_page(page, query_params=parameters)


def _mounted():  # type: ignore[no-untyped-def]  # Streamlit does not export the renderer's type
    global _component
    if _component is None:
        _component = st.components.v2.component(
            "hengyang_board",
            html='<div class="hy"></div>',
            js=script("board.js"),
        )
    return _component
