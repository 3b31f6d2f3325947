"""The method page's own choices: which section, which thresholds to try, which defects to list."""

from __future__ import annotations

import streamlit as st

from hengyang.progress import DEFAULT_THRESHOLDS, Thresholds
from hengyang.ui.view import View

SECTIONS = ("rule", "try", "defects", "dictionary", "figures", "consultation")
_ALL = ""


def choose(view: View) -> str:
    """The section that the URL names, else the first; the control writes the choice to the URL."""
    chosen = view.param("section", list(SECTIONS)) or SECTIONS[0]
    st.session_state["method_section"] = chosen
    st.segmented_control(
        view.say("method-section"),
        SECTIONS,
        key="method_section",
        required=True,
        format_func=lambda section: view.say(f"method-section-{section}"),
        label_visibility="collapsed",
        on_change=lambda: st.query_params.update(section=st.session_state["method_section"]),
    )
    return chosen


def thresholds(view: View) -> Thresholds:
    """Three sliders and a button that puts them back; what they say is kept nowhere but on the page."""
    say = view.say
    defaults = {
        "behind": DEFAULT_THRESHOLDS.behind_points,
        "far": DEFAULT_THRESHOLDS.far_behind_points,
        "stale": DEFAULT_THRESHOLDS.stale_periods,
    }
    ranges = {"behind": (0.0, 50.0, 1.0), "far": (5.0, 80.0, 1.0), "stale": (0.5, 4.0, 0.5)}
    tried = {}
    columns = st.columns([1, 1, 1, 0.5], gap="medium", vertical_alignment="bottom")
    for column, (name, default) in zip(columns, defaults.items(), strict=False):
        low, high, step = ranges[name]
        st.session_state.setdefault(f"method_{name}", default)
        with column:
            tried[name] = st.slider(
                say("method-try-stale-periods" if name == "stale" else f"method-try-{name}"),
                low,
                high,
                step=step,
                key=f"method_{name}",
                format="%.0f" if step == 1 else "%.1f",
            )
    with columns[-1]:
        st.button(
            say("method-try-reset"),
            key="method_reset",
            on_click=lambda: [
                st.session_state.update({f"method_{name}": value})
                for name, value in defaults.items()
            ],
        )
    return Thresholds(
        behind_points=tried["behind"], far_behind_points=tried["far"], stale_periods=tried["stale"]
    )


def defect_filter(view: View) -> tuple[str | None, str | None]:
    """Category and confidence of the defects to list, from the URL (`show`), with their boxes."""
    rows = view.tables.source_defects
    asked = st.query_params.get("show", "").split(".")
    found = []
    with st.container(horizontal=True, key="method_defect_filter"):
        for name, prefix in (("category", "defect-category"), ("confidence", "confidence")):
            counts = rows[name].value_counts()
            value = next((part for part in asked if part in counts.index), None)
            st.session_state[f"method_{name}"] = value or _ALL
            st.selectbox(
                view.say(f"method-defects-{name}"),
                [_ALL, *counts.index],
                key=f"method_{name}",
                format_func=lambda value, prefix=prefix, counts=counts, name=name: view.say(
                    f"method-defects-all-{name}"
                )
                if value == _ALL
                else view.say(
                    "method-defects-option", name=view.say(f"{prefix}-{value}"), count=int(counts[value])
                ),
                label_visibility="collapsed",
                width=220,
                on_change=_write_defects,
            )
            found.append(value)
    return found[0], found[1]


def _write_defects() -> None:
    chosen = [st.session_state[f"method_{name}"] for name in ("category", "confidence")]
    asked = ".".join(part for part in chosen if part != _ALL)
    if asked:
        st.query_params["show"] = asked
    else:
        st.query_params.pop("show", None)
