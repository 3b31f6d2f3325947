"""The head of a page: its finding as a native title, and one small line beside it."""

from __future__ import annotations

import streamlit as st


def show(finding: str, line: str = "") -> None:
    """The finding; the line stands beside it where there is room, else under it."""
    with st.container(key="heading", horizontal=True, vertical_alignment="bottom"):
        st.title(finding, anchor=False, width="content" if line else "stretch")
        if line:
            st.caption(line, width="content")
