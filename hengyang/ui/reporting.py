"""The reporting page's own doing: which reports, and the reminders to take away."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from hengyang import delivery, exports
from hengyang.charts import reporting as drawn
from hengyang.delivery import AppraisalRule, ReportState
from hengyang.exports.makers import MIME
from hengyang.progress.needs import short_name
from hengyang.remembered import remembered
from hengyang.schema import Tables
from hengyang.ui import board, loading, offices
from hengyang.ui.view import View


def due(view: View, rule: AppraisalRule) -> tuple[pd.DataFrame, bool]:
    """The reports due that the frame's filters and the chosen department leave, and whether anybody has ever reported."""
    received = loading.rows_up_to(view.tables, "observations")
    found = delivery.reports_due(view.tables, received, view.as_of, rule)
    chosen = view.selection
    office = offices.chosen(view)
    wanted = (office,) if office else chosen.department
    found = _narrowed(found, view.tables, chosen.theme, wanted)
    return found, delivery.has_reporting_begun(received)


# The same frame for the same question, so that what is drawn of it is kept.
@remembered(32)
def _narrowed(
    found: pd.DataFrame, tables: Tables, themes: tuple[str, ...], departments: tuple[str, ...]
) -> pd.DataFrame:
    if themes:
        tasks = tables.tasks
        found = found[found["task"].isin(tasks.loc[tasks["theme"].isin(themes), "task"])]
    return found[found["department"].isin(departments)] if departments else found


def take_away(view: View, found: pd.DataFrame, rule: AppraisalRule) -> None:
    """The box of departments, and the reminders of what the page shows."""
    stamp = exports.Stamp.of(view.tables, view.as_of, is_demo=view.is_demo, language=view.language)
    chosen = offices.chosen(view)
    office = short_name(chosen, view.tables, view.language) if chosen else ""
    with st.container(horizontal=True, vertical_alignment="center", key="reporting_tools"):
        offices.choose(view, "reporting-all-offices")
        st.download_button(
            view.say("reporting-ics"),
            data=lambda: exports.calendar_ics(found, view.tables, stamp),
            file_name=exports.calendar_name(stamp, "ics", office),
            mime="text/calendar",
            key="reporting_ics",
            on_click="ignore",
        )
        st.download_button(
            view.say("reporting-xlsx"),
            data=lambda: exports.calendar_workbook(
                found, view.tables, view.assessment, rule, stamp
            ),
            file_name=exports.calendar_name(stamp, "xlsx", office),
            mime=MIME["xlsx"],
            key="reporting_xlsx",
            on_click="ignore",
        )


def show(view: View, found: pd.DataFrame, rule: AppraisalRule) -> None:
    """Departments by month; below it what is due next, missing and late; what the days rest on."""
    tables, language, link = view.tables, view.language, view.link
    now_due = delivery.fell_due(found, view.as_of)
    board.show(drawn.matrix(found, view.as_of, tables, language, link), key="reporting")
    lists = {
        "upcoming": drawn.upcoming_list(found, view.as_of, rule, tables, language, link),
        **{
            str(state): drawn.owed_list(now_due, state, tables, language, link)
            for state in (ReportState.MISSING, ReportState.LATE)
        },
    }
    for column, (name, html) in zip(st.columns(3, gap="small"), lists.items(), strict=True):
        with column:
            board.show(html, key=f"reporting_{name}")
    board.show(drawn.rule_panel(rule, language), key="reporting_rule")
