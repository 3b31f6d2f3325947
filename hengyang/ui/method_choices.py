"""The method page's own choices: which thresholds to try, which defects to list."""

from __future__ import annotations

import streamlit as st

from hengyang.progress import DEFAULT_THRESHOLDS, Thresholds
from hengyang.ui.view import View

SECTIONS = ("rule", "try", "defects", "dictionary", "figures", "consultation")
_ALL = ""
#: Threshold → lowest, highest, step of its slider.
_SLIDERS = {
    "behind_points": (0.0, 50.0, 1.0),
    "far_behind_points": (5.0, 80.0, 1.0),
    "stale_periods": (0.5, 4.0, 0.5),
}
_DEFECT_WORDS = {"category": "defect-category", "confidence": "confidence"}


def thresholds(view: View) -> Thresholds:
    """Three sliders and a button that puts them back; what they say is kept nowhere but on the page."""
    columns = st.columns([1, 1, 1, 0.4], gap="medium", vertical_alignment="bottom")
    tried = {}
    for column, (name, (low, high, step)) in zip(columns, _SLIDERS.items(), strict=False):
        st.session_state.setdefault(f"method_{name}", getattr(DEFAULT_THRESHOLDS, name))
        tried[name] = column.slider(
            view.say(f"method-try-{name.replace('_', '-')}"),
            low,
            high,
            step=step,
            key=f"method_{name}",
            format="%.0f" if step == 1 else "%.1f",
        )
    columns[-1].button(view.say("method-try-reset"), key="method_reset", on_click=_reset)
    return Thresholds(
        behind_points=tried["behind_points"],
        far_behind_points=tried["far_behind_points"],
        stale_periods=tried["stale_periods"],
    )


def _reset() -> None:
    for name in _SLIDERS:
        st.session_state[f"method_{name}"] = getattr(DEFAULT_THRESHOLDS, name)


def defect_filter(view: View) -> tuple[str | None, str | None]:
    """Category and confidence of the defects to list, from the URL (`show`), with their boxes."""
    with st.container(horizontal=True, key="method_defect_filter"):
        return _defect_box(view, "category"), _defect_box(view, "confidence")


def _defect_box(view: View, name: str) -> str | None:
    counts = view.tables.source_defects[name].value_counts()
    asked = st.query_params.get("show", "").split(".")
    chosen = next((part for part in asked if part in counts.index), None)
    st.session_state[f"method_{name}"] = chosen or _ALL

    def option(value: str) -> str:
        if value == _ALL:
            return view.say(f"method-defects-all-{name}")
        word = view.say(f"{_DEFECT_WORDS[name]}-{value}")
        return view.say("method-defects-option", name=word, count=int(counts[value]))

    st.selectbox(
        view.say(f"method-defects-{name}"),
        [_ALL, *counts.index],
        key=f"method_{name}",
        placeholder=view.say(f"method-defects-{name}"),
        format_func=option,
        label_visibility="collapsed",
        width=240,
        on_change=_write_defects,
    )
    return chosen


def _write_defects() -> None:
    chosen = [st.session_state[f"method_{name}"] for name in ("category", "confidence")]
    asked = ".".join(part for part in chosen if part != _ALL)
    if asked:
        st.query_params["show"] = asked
    else:
        st.query_params.pop("show", None)
