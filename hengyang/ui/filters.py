"""The shared filters (theme, department, light, division) applied to an assessment."""

from __future__ import annotations

import streamlit as st

from hengyang import progress
from hengyang.progress import Assessment, needs
from hengyang.ui import finder, paper
from hengyang.ui.view import View


def narrowed(
    view: View, assessment: Assessment | None = None, divisions: tuple[str, ...] | None = None
) -> Assessment:
    """The assessment (the view's own when None) with the reader's filters applied; `divisions` in place of theirs.

    An earlier assessment is not filtered by light: what is behind today may have been green then.
    """
    chosen = view.selection
    whole = view.assessment if assessment is None else assessment
    if not chosen.is_filtered:
        return whole
    return progress.narrowed(
        whole,
        view.tables,
        themes=chosen.theme,
        departments=chosen.department,
        lights=chosen.light if assessment is None else (),
        divisions=chosen.division if divisions is None else divisions,
    )


def table_query(view: View) -> str:
    """What the reader searches the table for, from the URL."""
    return str(st.query_params.get("q", "")).strip()


def table_search(view: View) -> None:
    """The text box over a table; its text is kept in the URL and named on paper."""
    query = table_query(view)
    if query:
        paper.note_choice(view.say("print-searched", query=query))
    st.session_state["register_query"] = query
    st.text_input(
        view.say("register-search"),
        key="register_query",
        placeholder=view.say("register-search-placeholder"),
        label_visibility="collapsed",
        width=320,
        on_change=lambda: st.query_params.update(q=st.session_state["register_query"]),
    )


def matching(view: View, assessment: Assessment, query: str) -> Assessment:
    """The indicators whose id, names or lead department contain the query; all of them when it is empty."""
    if not query:
        return assessment
    tables = view.tables
    leads = needs.lead_names(tables, view.language)
    texts = (
        tables.indicators["indicator"]
        + " "
        + tables.indicators["name_zh"]
        + " "
        + tables.indicators["name_en"]
        + " "
        + tables.indicators["task"].map(leads).fillna("").astype(str)
    )
    hits = set(
        tables.indicators.loc[texts.str.contains(query, case=False, regex=False), "indicator"]
    )
    found = finder.found(view, query, limit=len(tables.indicators))
    hits |= set(found.loc[found["kind"] == "indicator", "id"])
    return progress.only(assessment, hits)
