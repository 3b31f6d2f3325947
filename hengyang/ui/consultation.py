"""The consultation page's own choices, kept in the URL: the day, the section, one reply."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from hengyang import delivery
from hengyang.delivery import Revision
from hengyang.ui.view import View

SECTIONS = ("asked", "proposals", "text")
_FIRST, _LAST = date(2017, 9, 1), date(2035, 12, 31)


def day_asked_for(view: View) -> date:
    """The day of the URL (`on`), else the reader's as-of day; within what the picker takes."""
    try:
        day = date.fromisoformat(st.query_params.get("on", ""))
    except ValueError:
        day = view.as_of
    return min(max(day, _FIRST), _LAST)


def choose_day(view: View) -> date:
    """The day that the page is about; the picker writes it to the URL."""
    day = day_asked_for(view)
    st.session_state["consultation_on"] = day
    st.date_input(
        view.say("consultation-on"),
        key="consultation_on",
        min_value=_FIRST,
        max_value=_LAST,
        format="YYYY-MM-DD",
        label_visibility="collapsed",
        width=150,
        on_change=_write_day,
    )
    return day


def _write_day() -> None:
    day = st.session_state["consultation_on"]
    if day is not None:
        st.query_params["on"] = day.isoformat()


def narrowed(view: View, standing: pd.DataFrame) -> pd.DataFrame:
    """Those asked whom the frame's filters for departments and divisions leave."""
    chosen = {*view.selection.department, *view.selection.division}
    return standing[standing["respondent"].isin(chosen)] if chosen else standing


def one_reply(proposals: pd.DataFrame) -> str | None:
    """The reply that the URL names, where it makes proposals."""
    asked = st.query_params.get("reply")
    return asked if asked in set(proposals["reply"]) else None


def narrowed_proposals(view: View, proposals: pd.DataFrame, standing: pd.DataFrame) -> pd.DataFrame:
    """The proposals of those that are left, under the chosen themes; of one reply where the URL names it."""
    reply = one_reply(proposals)
    if reply is not None:
        return proposals[proposals["reply"] == reply]
    proposals = proposals[proposals["name_zh"].isin(standing["name_zh"])]
    if not view.selection.theme:
        return proposals
    found = delivery.clauses(view.tables)
    tasks = view.tables.tasks
    of_theme = tasks.loc[tasks["theme"].isin(view.selection.theme), "task"].astype("str")
    subjects = {*view.selection.theme, *of_theme}
    return proposals[proposals["clause"].isin(found.loc[found["subject"].isin(subjects), "clause"])]


def narrowed_revisions(revised: Sequence[Revision], proposals: pd.DataFrame) -> list[Revision]:
    """The changed clauses that one of these proposals is about; each with every decision that changed it."""
    about = set(proposals["clause"])
    return [one for one in revised if one.clause in about]
