"""The projects page's own choices, kept in the URL, and what they leave of the register."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from hengyang import delivery, exports
from hengyang.charts import project, projects, rolling
from hengyang.charts.rows import rows_of
from hengyang.exports.template import rolled_template
from hengyang.remembered import remembered
from hengyang.schema import Batch, ProjectStage
from hengyang.ui import board
from hengyang.ui.view import View

SECTIONS = ("board", "table", "coverage", "plan")
#: What the page's own parameters may say; anything else in a link is told to be left out.
KNOWN: dict[str, frozenset[str]] = {
    "section": frozenset(SECTIONS),
    "stage": frozenset([*map(str, ProjectStage), projects.UNREPORTED]),
    "batch": frozenset([*map(str, Batch), projects.UNREPORTED]),
    "sort": frozenset(projects.ORDERS),
    "show": frozenset(delivery.DIMENSIONS),
}
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def register(view: View) -> pd.DataFrame:
    """Every project with its state and its lights."""
    return delivery.register(view.tables, view.as_of)


def of_task(view: View, number: int) -> pd.DataFrame:
    """The projects of one task."""
    return _of_task(register(view), number)


@remembered(64)
def _of_task(found: pd.DataFrame, number: int) -> pd.DataFrame:
    return found[found["task"] == number]


@remembered(8)
def numbers(found: pd.DataFrame) -> frozenset[str]:
    """The numbers of the projects."""
    return frozenset(found["project"])


def chosen_project(found: pd.DataFrame) -> str | None:
    """The project that the URL names."""
    asked = st.query_params.get("project")
    return asked if asked in numbers(found) else None


def narrowed(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """What the frame's filters leave."""
    chosen = view.selection
    return delivery.narrowed_projects(
        found,
        themes=chosen.theme,
        departments=chosen.department,
        divisions=chosen.division,
        lights=chosen.light,
    )


def choose_section(view: View) -> str:
    """The section that the URL names, else the board."""
    chosen = view.param("section", list(SECTIONS)) or SECTIONS[0]
    st.session_state["projects_section"] = chosen
    st.segmented_control(
        view.say("projects-section"),
        SECTIONS,
        key="projects_section",
        required=True,
        format_func=lambda section: view.say(f"projects-section-{section}"),
        label_visibility="collapsed",
        on_change=_write_section,
    )
    return chosen


def _write_section() -> None:
    st.query_params["section"] = st.session_state["projects_section"]
    for name in ("leaf", "stage", "batch", "q"):
        st.query_params.pop(name, None)


@dataclass(frozen=True)
class Listed:
    """What a table lists: places in a register. Its rows are taken out a page at a time, however many were found."""

    register: pd.DataFrame
    places: np.ndarray

    def __len__(self) -> int:
        return len(self.places)

    @property
    def lights(self) -> pd.Series:
        """The light of each project listed."""
        return self.register["light"].iloc[self.places]

    def page(self, number: int) -> pd.DataFrame:
        """The rows of one page, counted from 1."""
        size = projects.PAGE_SIZE
        return self.register.iloc[self.places[(number - 1) * size : number * size]]


def in_table(view: View, found: pd.DataFrame) -> Listed:
    """What stage, batch and search of the table leave, in the order asked for."""
    # ordered once for all searches: what filters leave stays in order
    found = projects.ordered(found, view.param("sort", list(projects.ORDERS)) or "light")
    kept = delivery.is_named(found, st.query_params.get("q", ""))
    for name, kind in (("stage", ProjectStage), ("batch", Batch)):
        asked = view.param(name, [*kind, projects.UNREPORTED])
        if asked is not None:
            is_wanted = found[name].isna() if asked == projects.UNREPORTED else found[name] == asked
            kept = kept & is_wanted.to_numpy(dtype=bool)
    return Listed(found, np.flatnonzero(kept))


def show_table(view: View, found: Listed) -> None:
    """The search, one page of the table, and the steps to the others."""
    pages = max(1, -(-len(found) // projects.PAGE_SIZE))
    asked = st.query_params.get("leaf", "")
    page = min(max(int(asked), 1), pages) if asked.isascii() and asked.isdigit() else 1
    with st.container(horizontal=True, vertical_alignment="center", key="projects_tools"):
        st.session_state["projects_query"] = st.query_params.get("q", "")
        st.text_input(
            view.say("projects-search"),
            key="projects_query",
            placeholder=view.say("projects-search"),
            label_visibility="collapsed",
            width=300,
            on_change=_write_query,
        )
        for step, key in ((-1, "previous"), (1, "next")):
            st.button(
                view.say(f"projects-{key}"),
                key=f"projects_{key}",
                disabled=not 1 <= page + step <= pages,
                on_click=lambda to=page + step: st.query_params.update(leaf=str(to)),
            )
        st.caption(view.say("projects-page", page=str(page), pages=str(pages)), width="content")
    board.show(
        projects.table(found.page(page), view.tables, view.as_of.year, view.language, view.link),
        key="projects_table",
    )


def _write_query() -> None:
    st.query_params["q"] = st.session_state["projects_query"]
    st.query_params.pop("leaf", None)


def show_one(view: View, found: pd.DataFrame, number: str) -> None:
    """Everything about one project."""
    row = rows_of(delivery.of_project(found, number))[0]
    tables, language, link, as_of = view.tables, view.language, view.link, view.as_of
    left = [
        project.facts(row, tables, language, link),
        project.money(number, tables, as_of, language),
        project.history(number, tables, as_of, language),
    ]
    right = [
        project.lights(row, language),
        project.dates(row, tables, as_of, language),
        project.contributions(number, tables, language, link),
        project.gates(number, tables, as_of, language),
        project.quote(row, language),
    ]
    board.show(project.page(left, right, language, link), key="project")


def choose_dimension(view: View) -> str:
    """What the plan is cut by (URL `show`)."""
    chosen = view.param("show", list(delivery.DIMENSIONS)) or delivery.DIMENSIONS[0]
    st.session_state["plan_by"] = chosen
    st.segmented_control(
        view.say("plan-by"),
        delivery.DIMENSIONS,
        key="plan_by",
        required=True,
        format_func=lambda name: view.say(f"plan-by-{name}"),
        label_visibility="collapsed",
        on_change=lambda: st.query_params.update(show=st.session_state["plan_by"]),
    )
    return chosen


def show_plan(view: View, found: pd.DataFrame, planned: pd.DataFrame, by: str) -> None:
    """The plan cut by one dimension, what the year leaves over, and the workbooks."""
    tables = view.tables
    years = delivery.plan_years(tables, view.as_of.year)
    coming = view.as_of.year + 1
    carried = delivery.carried_over(tables, view.as_of, coming)
    carried = _of(carried, found)
    # an office can send back the form of its own projects alone
    office = view.selection.department[0] if len(view.selection.department) == 1 else None
    stamp = exports.Stamp.of(tables, view.as_of, is_demo=view.is_demo, language=view.language)
    with st.container(horizontal=True):
        st.download_button(
            view.say("projects-xlsx-plan"),
            data=lambda: exports.rolling_plan_workbook(
                tables, found, carried, years, coming, stamp
            ),
            file_name=exports.rolling_plan_name(stamp),
            mime=_XLSX,
            key="projects_xlsx",
            on_click="ignore",
        )
        st.download_button(
            view.say("projects-xlsx-rolled", years=f"{coming}–{coming + 2}"),
            data=lambda: (
                rolled_template(
                    tables,
                    view.as_of,
                    coming,
                    department=office,
                    language=view.language,
                    is_demo=view.is_demo,
                ).content
            ),
            file_name=f"{view.say('template-rolled-file')}_{coming}-{coming + 2}.xlsx",
            mime=_XLSX,
            key="projects_rolled",
            on_click="ignore",
        )
    slipped = _of(delivery.slipped(tables, view.as_of), found)
    whole = delivery.planned_projects(tables, view.as_of, years, found)
    board.show(rolling.plan_table(planned, by, years, whole, tables, view.language), key="plan")
    board.show(rolling.carried_note(carried, coming, view.as_of, view.language), key="carried")
    board.show(rolling.slipped_table(slipped, tables, view.language, view.link), key="slipped")


@remembered(16)
def _of(carried: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    return carried[carried["project"].isin(found["project"])]
