"""The search box: tasks, indicators, departments, milestones and places, by Chinese, English or pinyin initials; projects
by number, name or client."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from hengyang import delivery
from hengyang.charts.project_words import project_name
from hengyang.charts.rows import rows_of
from hengyang.plan import SearchIndex, search, search_index
from hengyang.schema import Tables
from hengyang.ui import links
from hengyang.ui.plain import plain
from hengyang.ui.selection import FILTERS
from hengyang.ui.view import View

_PAGE_OF = {
    "task": ("task", "task"),
    "indicator": ("task", "indicator"),
    "milestone": ("task", "task"),
    "place": ("task", "task"),
    "department": ("departments", "office"),
}

#: So many projects are named; the table of projects lists them all.
_PROJECTS_SHOWN = 5


@st.cache_resource(max_entries=4, show_spinner=False)
def _index(workspace: str, plan: str, release: int, _frames: Tables) -> SearchIndex:
    return search_index(_frames.frames)


def found(view: View, query: str, limit: int = 12) -> pd.DataFrame:
    """What the words find in the plan, best first (as plan.search)."""
    index = _index(view.tables.workspace, view.tables.of_plan, view.tables.release, view.tables)
    return search(view.tables.frames, query, view.language, limit, index=index)


def found_projects(tables: Tables, query: str) -> pd.DataFrame:
    """The projects that have the words in their number, name or client, in the register's order; that very number first."""
    found = tables.projects[delivery.is_named(tables.projects, query)]
    is_meant = found["project"].str.casefold() == query.strip().casefold()
    return pd.concat([found[is_meant], found[~is_meant]])


def show(view: View) -> None:
    """A text box and, under it, links to what it finds."""
    say = view.say
    query = st.text_input(
        say("frame-search-label"), key="frame_query", placeholder=say("frame-search-placeholder")
    )
    # A caption and no board: a board is a widget, of which every reader keeps a piece.
    st.caption(say("frame-search-hint"))
    if not query.strip():
        return
    found_rows, projects = found(view, query), found_projects(view.tables, query)
    if found_rows.empty and projects.empty:
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
    for row in rows_of(projects.head(_PROJECTS_SHOWN)):
        st.page_link(
            links.PAGES["projects"],
            label=f"{say('kind-project')} {row.project} {plain(project_name(row, view.language))}",
            query_params=links.parameters(view.selection, project=row.project),
        )
    if len(projects) > _PROJECTS_SHOWN:
        st.page_link(
            links.PAGES["projects"],
            label=say("frame-search-projects", count=str(len(projects))),
            # The search is for all, as the table it leads to is then; one project opens under any filter.
            query_params=links.parameters(
                view.selection,
                **dict.fromkeys(FILTERS, ()),
                section="table",
                q=query.strip(),
            ),
        )
