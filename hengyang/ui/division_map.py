"""The map page's own choices, kept in the URL, and what the frame's filters leave of its figures."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from hengyang import delivery, progress
from hengyang.charts.division_paint import Divisions
from hengyang.ui import filters
from hengyang.ui import projects as register
from hengyang.ui.view import View


def figures(view: View) -> Divisions:
    """All twelve divisions under the filters for theme, department and light; that for divisions chooses a panel."""
    chosen = view.selection
    projects = delivery.narrowed_projects(
        register.register(view),
        themes=chosen.theme,
        departments=chosen.department,
        lights=chosen.light,
    )
    values = progress.division_values(view.tables, view.as_of)
    if chosen.theme or chosen.department or chosen.light:
        kept = filters.narrowed(view, divisions=()).indicators["indicator"]
        values = values[values["indicator"].isin(kept)]
    known = values["indicator"].drop_duplicates().tolist()
    return Divisions(
        tables=view.tables,
        as_of=view.as_of,
        standing=delivery.by_division(view.tables, projects, view.as_of),
        values=values,
        projects=projects,
        indicator=view.param("indicator", known) or next(iter(known), None),
    )


def in_divisions(divisions: Divisions) -> pd.DataFrame:
    """The projects that lie in one of the divisions."""
    return delivery.narrowed_projects(
        divisions.projects, divisions=tuple(divisions.standing["division"])
    )


def choose_indicator(view: View, divisions: Divisions) -> None:
    """The indicator whose value is shown (URL `indicator`); nothing where none is broken down."""
    if divisions.indicator is None:
        return
    names = view.tables.indicators.set_index("indicator")[f"name_{view.language}"]
    st.session_state["map_indicator"] = divisions.indicator
    st.selectbox(
        view.say("map-indicator"),
        divisions.values["indicator"].drop_duplicates().tolist(),
        key="map_indicator",
        format_func=lambda indicator: names[indicator],
        label_visibility="collapsed",
        on_change=lambda: st.query_params.update(indicator=st.session_state["map_indicator"]),
    )


def chosen_place(view: View, divisions: Divisions) -> str | None:
    """The division that the URL names, else the only one that the filter leaves."""
    codes = divisions.standing["division"].tolist()
    only = view.selection.division[0] if len(view.selection.division) == 1 else None
    return view.param("place", codes) or (only if only in codes else None)
