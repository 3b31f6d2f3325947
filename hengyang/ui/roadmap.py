"""The roadmap page's own choices, kept in the URL: what it is compared with, how it is grouped, which group is open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from hengyang import delivery
from hengyang.charts import roadmap_words
from hengyang.charts.roadmap_rows import Kept, Plan
from hengyang.exports import RoadmapPaper, roadmap_files, sheets
from hengyang.exports.makers import MIME
from hengyang.ui import filters, loading, paper
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


def project_rows(view: View) -> pd.DataFrame:
    """Every row of the register that was released up to the reader's release."""
    return loading.rows_up_to(view.tables, "projects")


def choices(view: View) -> Choices:
    """The choices of this run; what the URL garbles is as if it were not there."""
    against = view.param("against", [str(number) for number in view.earlier_releases()])
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
        before = delivery.first_planned_dates(tables, project_rows(view), as_of)
    else:
        then = loading.tables(tables.workspace, chosen.baseline, tables.of_plan)
        before = delivery.planned_dates(then, as_of)
    projects = register.narrowed(view, register.register(view))
    found = delivery.roadmap(tables, filters.narrowed(view), projects, before)
    return found if chosen.task is None else delivery.of_roadmap_task(found, chosen.task)


def choose(view: View, chosen: Choices, section: str) -> None:
    """What the page was narrowed to, and the controls: grouped by what (URL `show`), compared with which release (URL `against`)."""
    if chosen.task is not None:
        named = roadmap_words.group_name(chosen.task, "task", view.tables, view.language)
        paper.note_choice(view.say("frame-filters-active", filters=named))
    if section == "gantt":
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
    if section not in ("gantt", "moved"):
        return
    options = [_FIRST, *(str(number) for number in view.earlier_releases())]
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


def downloads(view: View, found: RoadmapPaper) -> None:
    """The roadmap as the page shows it: PDF, PNG, or slides whose bars are shapes to go on editing."""
    lacking = sheets.missing()
    too_many = len(found.plan.rows) > roadmap_files.MOST_IN_PICTURE
    with st.popover(view.say("roadmap-download"), key="roadmap_files"):
        for kind in roadmap_files.MAKERS:
            why = view.say(lacking) if lacking and kind in roadmap_files.ON_SHEETS else None
            if kind == "png" and too_many and why is None:
                why = view.say("roadmap-error-picture", **roadmap_files.picture_size(found))
            st.download_button(
                view.say(f"roadmap-file-{kind}"),
                data=partial(roadmap_files.made_roadmap, kind, found),
                file_name=roadmap_files.roadmap_name(kind, found.stamp),
                mime=MIME[kind],
                key=f"roadmap_{kind}",
                help=why,
                disabled=why is not None,
                on_click="ignore",
            )


def paper_of(
    view: View, items: pd.DataFrame, due: pd.DataFrame, plan: Plan, finding: str
) -> RoadmapPaper:
    """What the files are made from: what the page shows, and what it was narrowed to."""
    return RoadmapPaper(
        finding=finding,
        plan=plan,
        due=due,
        faulty=delivery.faulty(items),
        tables=view.tables,
        stamp=paper.stamp(view),
        chosen=paper.choices(),
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
