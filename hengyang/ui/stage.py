"""Slides over the whole window, and the wall: one component that holds every slide, so that keys need no server."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from hengyang.charts import css, stage
from hengyang.ui import board, selection

_component = None


def show(html: Markup, *, key: str, slide: int = 1, is_wall: bool = False) -> None:
    """Cover the window with a deck, opened at a slide, or with the wall.

    Raises: TypeError when the HTML is a plain string, which nobody promised to have escaped.
    """
    if not isinstance(html, Markup):
        raise TypeError("only Markup built by charts/ goes onto the page")
    language = selection.current().lang
    _mounted()(
        key=key,
        data={
            "html": str(html),
            "lang": board.LANGUAGE_TAGS[language],
            "style": css.address(),
            "slide": slide,
            "isWall": is_wall,
            "words": stage.spoken(language),
        },
    )


def _mounted():  # type: ignore[no-untyped-def]  # Streamlit does not export the renderer's type
    global _component
    if _component is None:
        _component = st.components.v2.component(
            "hengyang_stage", html='<div class="hy"></div>', js=board.script("stage.js")
        )
    return _component
