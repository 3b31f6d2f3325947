"""The roadmap page's own choices, kept in the URL: what it is compared with, how it is grouped, which group is open."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from hengyang import delivery, store
from hengyang.charts import roadmap_words
from hengyang.charts.roadmap_rows import Kept
from hengyang.ui import filters, loading
from hengyang.ui import projects as register
from hengyang.ui.view import View

SECTIONS = ("gantt", "due", "moved", "undated")
_FIRST = "first"


@dataclass(frozen=True)
class Choices:
    """What the URL says: the release compared with (None: each item's first dates), the grouping, the open group."""

    baseline: int | None
    by: str
    opened: str | None
    is_whole: bool
    task: int | None

    @property
    def kept(self) -> Kept:
        """What links of the page to itself keep."""
        pairs = {
            "against": None if self.baseline is None else str(self.baseline),
            "task": None if self.task is None else str(self.task),
            "show": self.by,
        }
        return tuple((name, value) for name, value in pairs.items() if value is not None)


@st.cache_resource(max_entries=4, show_spinner=False)
def _project_rows(url: str, workspace: str, newest: int) -> pd.DataFrame:
    return store.open_store(url, workspace).released_rows(("projects",))["projects"]


def choices(view: View) -> Choices:
    """The choices of this run; what the URL garbles is as if it were not there."""
    against = view.param("against", [str(number) for number in _earlier(view)])
    tasks = [str(number) for number in view.tables.tasks["task"]]
    task = view.param("task", tasks)
    return Choices(
        baseline=int(against) if against else None,
        by=view.param("show", list(delivery.GROUPINGS)) or delivery.GROUPINGS[0],
        opened=st.query_params.get("open") or None,
        is_whole=st.query_params.get("all") == "1",
        task=int(task) if task else None,
    )


def items(view: View, chosen: Choices) -> pd.DataFrame:
    """Every item that the frame's filters and the page's task leave, compared with what was chosen."""
    tables, as_of = view.tables, view.as_of
    if chosen.baseline is None:
        rows = _project_rows(loading.prepare_store(), tables.workspace, max(_numbers(view)))
        before = delivery.first_planned_dates(tables, rows, as_of)
    else:
        then = loading.tables(tables.workspace, chosen.baseline)
        before = delivery.planned_dates(then, as_of)
    projects = register.narrowed(view, register.register(view))
    found = delivery.roadmap(tables, filters.narrowed(view), projects, before)
    return found if chosen.task is None else delivery.of_roadmap_task(found, chosen.task)


def choose(view: View, chosen: Choices, *, has_groups: bool) -> None:
    """The controls: grouped by what (URL `show`), compared with which release (URL `against`)."""
    if has_groups:
        st.session_state["roadmap_by"] = chosen.by
        st.segmented_control(
            view.say("roadmap-by"),
            delivery.GROUPINGS,
            key="roadmap_by",
            required=True,
            format_func=lambda by: view.say(f"roadmap-by-{by}"),
            label_visibility="collapsed",
            on_change=_write_grouping,
        )
    options = [_FIRST, *(str(number) for number in _earlier(view))]
    st.session_state["roadmap_against"] = str(chosen.baseline or _FIRST)
    st.selectbox(
        view.say("roadmap-against"),
        options,
        key="roadmap_against",
        placeholder=view.say("roadmap-against"),
        format_func=lambda name: view.say(
            "roadmap-against-name",
            name=roadmap_words.baseline_name(None if name == _FIRST else int(name), view.language),
        ),
        label_visibility="collapsed",
        width=230,
        on_change=_write_baseline,
    )


def _write_grouping() -> None:
    st.query_params["show"] = st.session_state["roadmap_by"]
    for name in ("open", "all"):
        st.query_params.pop(name, None)


def _write_baseline() -> None:
    chosen = st.session_state["roadmap_against"]
    if chosen == _FIRST:
        st.query_params.pop("against", None)
    else:
        st.query_params["against"] = chosen


def _numbers(view: View) -> list[int]:
    return sorted(int(number) for number in loading.releases(view.tables.workspace)["release"])


def _earlier(view: View) -> list[int]:
    return [number for number in _numbers(view) if number < view.tables.release][::-1]
