"""The head of a page: its finding as a native title, and one small line beside it."""

from __future__ import annotations

from collections.abc import Container

import streamlit as st

from hengyang.ui import paper
from hengyang.ui.plain import inert
from hengyang.ui.view import View


def show(finding: str, line: str = "") -> None:
    """The finding; the line stands beside it where there is room, else under it."""
    paper.note_heading(finding, line)
    with st.container(key="heading", horizontal=True, vertical_alignment="bottom"):
        st.title(inert(finding), anchor=False, width="content" if line else "stretch")
        if line:
            st.caption(inert(line), width="content")


def note_unknown(view: View, **known: Container[str]) -> None:
    """Say so when a page's own parameter names what is not there: note_unknown(view, task=numbers)."""
    asked = {name: st.query_params.get(name) for name in known}
    if any(value is not None and value not in known[name] for name, value in asked.items()):
        st.info(view.say("frame-link-unknown"))
