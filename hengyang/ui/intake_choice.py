"""The report page's beginning: who reports for which department and month, and the workbook that goes out."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import streamlit as st

from hengyang import labels, progress
from hengyang.access import Action, Actor, Role, may
from hengyang.exports.template import rolled_template, template
from hengyang.progress.needs import short_name
from hengyang.schema import Role as TaskRole
from hengyang.schema import Tables
from hengyang.ui import offices
from hengyang.ui.intake import newest
from hengyang.ui.view import View

#: The department whose page the reader came from last; its own choice on this page holds until they come from another.
_CAME_FROM = "intake_came_from"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def reporter(view: View, actor: Actor | None) -> Actor | None:
    """The actor when there is something for them to report; else None, and the reason on the page."""
    if actor is None or _offices(newest(view), actor):
        return actor
    is_reporter = Role.REPORTER in actor.roles
    other = "intake-not-reporter" if actor.is_local else "signing-no-report"
    st.info(view.say("intake-no-department" if is_reporter else other))
    return None


def _offices(tables: Tables, actor: Actor) -> list[str]:
    """The departments that the actor may report for; those listed first under a task in front."""
    listed = tables.assignments
    leads = listed[listed["role"] == TaskRole.LEAD].sort_values("task")
    return [
        office
        for office in dict.fromkeys([*leads["department"], *listed["department"]])
        if may(actor, Action.SUBMIT, office, workspace=tables.workspace, plan=tables.of_plan)
    ]


def choose(view: View, actor: Actor) -> tuple[str, date]:
    """The department and the month to report for.

    First the department that the reader comes from (its page, or the only one of the filter), else the first that leads
    a task; the month after the newest.
    """
    tables = newest(view)
    listed = _offices(tables, actor)
    months = _months(tables)
    filtered = view.selection.department
    came_from = offices.chosen(view) or (filtered[0] if len(filtered) == 1 else None)
    if came_from in listed and came_from != st.session_state.get(_CAME_FROM):
        st.session_state["intake_department"] = came_from
    st.session_state[_CAME_FROM] = came_from
    with st.container(horizontal=True, key="intake_choice"):
        office = st.selectbox(
            view.say("intake-department"),
            listed,
            key="intake_department",
            placeholder=view.say("intake-department"),
            format_func=lambda office: short_name(office, tables, view.language),
            width=240,
            persist_state="session",
        )
        period = st.selectbox(
            view.say("intake-period"),
            months,
            key="intake_period",
            placeholder=view.say("intake-period"),
            format_func=lambda day: labels.month(day, view.language),
            width=160,
            persist_state="session",
        )
    return office, period


def _months(tables: Tables) -> list[date]:
    """The month after the newest published one, then those published, newest first."""
    last = progress.default_as_of(tables)
    year, month = (last.year + 1, 1) if last.month == 12 else (last.year, last.month + 1)
    following = date(year, month, monthrange(year, month)[1])
    return [following, *sorted(progress.reporting_periods(tables), reverse=True)]


def template_download(view: View, department: str, period: date) -> None:
    """The button that hands out the prefilled workbook; it is made when it is asked for."""
    tables, language, is_demo = newest(view), view.language, view.is_demo

    def made() -> bytes:
        return template(
            tables, period, department=department, language=language, is_demo=is_demo
        ).content

    name = short_name(department, tables, language)
    st.download_button(
        view.say("intake-template"),
        data=made,
        file_name=view.say("intake-template-file", name=name, period=f"{period:%Y-%m}"),
        mime=_WORKBOOK,
        key="intake_template",
        on_click="ignore",
    )


def rolled_download(view: View, department: str, period: date) -> None:
    """The button that hands out the three-year plan rolled forward to the year after the month's."""
    tables, coming = newest(view), period.year + 1
    name = short_name(department, tables, view.language)
    st.download_button(
        view.say("projects-xlsx-rolled", years=f"{coming}–{coming + 2}"),
        data=lambda: (
            rolled_template(
                tables,
                period,
                coming,
                department=department,
                language=view.language,
                is_demo=view.is_demo,
            ).content
        ),
        file_name=f"{view.say('template-rolled-file')}_{name}_{coming}-{coming + 2}.xlsx",
        mime=_WORKBOOK,
        key="intake_rolled",
        on_click="ignore",
        help=view.say("projects-xlsx-rolled-help", year=str(coming - 1)),
    )
