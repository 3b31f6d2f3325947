"""The sections of a page: one is shown, the URL says which."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from hengyang.ui.view import View


def choose(view: View, page: str, sections: Sequence[str], otherwise: str | None = None) -> str:
    """The section that the URL names, else `otherwise`, else the first; the control writes the choice to the URL.

    Its words are `<page>-section` and `<page>-section-<name>`.
    """
    key = f"{page}_section"
    chosen = view.param("section", list(sections)) or otherwise or sections[0]
    st.session_state[key] = chosen
    st.segmented_control(
        view.say(f"{page}-section"),
        sections,
        key=key,
        required=True,
        format_func=lambda section: view.say(f"{page}-section-{section}"),
        label_visibility="collapsed",
        on_change=lambda: st.query_params.update(section=st.session_state[key]),
    )
    return chosen
