"""The search box: tasks, indicators, departments, milestones and places, by Chinese, English or pinyin initials."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from hengyang.charts.rows import rows_of
from hengyang.plan import SearchIndex, search, search_index
from hengyang.schema import Tables
from hengyang.ui import links
from hengyang.ui.view import View

_PAGE_OF = {
    "task": ("task", "task"),
    "indicator": ("task", "indicator"),
    "milestone": ("task", "task"),
    "place": ("task", "task"),
    "department": ("departments", "office"),
}


@st.cache_resource(max_entries=4, show_spinner=False)
def _index(workspace: str, plan: str, release: int, _frames: Tables) -> SearchIndex:
    return search_index(_frames.frames)


def found(view: View, query: str, limit: int = 12) -> pd.DataFrame:
    """What the words find in the plan, best first (as plan.search)."""
    index = _index(view.tables.workspace, view.tables.of_plan, view.tables.release, view.tables)
    return search(view.tables.frames, query, view.language, limit, index=index)


def show(view: View) -> None:
    """A text box and, under it, links to what it finds."""
    say = view.say
    query = st.text_input(
        say("frame-search-label"), key="frame_query", placeholder=say("frame-search-placeholder")
    )
    if not query.strip():
        st.caption(say("frame-search-hint"))
        return
    found_rows = found(view, query)
    if found_rows.empty:
        st.caption(say("frame-search-nothing"))
    for row in rows_of(found_rows):
        page, parameter = _PAGE_OF[row.kind]
        value = row.id if parameter in ("indicator", "office") else row.task
        own = {parameter: value}
        if parameter == "indicator":
            own["task"] = row.task
        name = row.name_zh if view.language == "zh" else row.name_en
        st.page_link(
            links.PAGES[page],
            label=f"{say(f'kind-{row.kind}')} {row.id if row.kind != 'department' else ''} {name}",
            query_params=links.parameters(view.selection, **own),
        )
