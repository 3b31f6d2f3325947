"""The department that the departments page speaks of, kept in the URL as `office`."""

from __future__ import annotations

import streamlit as st

from hengyang.charts import departments, duties
from hengyang.schema import Role
from hengyang.ui.view import View

#: The first option of the box: no department, the whole matrix.
_ALL = ""


def chosen(view: View) -> str | None:
    """The department that the URL names; None for the whole matrix."""
    return view.param("office", list(view.tables.departments["department"]))


def choose(view: View, everybody: str = "departments-choose-all") -> None:
    """The box that chooses it; an office that the URL garbles counts as none. everybody: the words for no choice."""
    offices = view.tables.departments.sort_values("order")["department"]
    st.session_state["departments_office"] = chosen(view) or _ALL
    st.selectbox(
        view.say("departments-choose"),
        [_ALL, *offices],
        key="departments_office",
        placeholder=view.say("departments-choose"),
        format_func=lambda office: _option(view, office) if office else view.say(everybody),
        label_visibility="collapsed",
        width=300,
        on_change=_write,
    )


def _option(view: View, office: str) -> str:
    name = departments.short_name(office, view.tables, view.language)
    led = len(duties.tasks_of(office, Role.LEAD, view.tables))
    supported = len(duties.tasks_of(office, Role.SUPPORT, view.tables))
    if not led + supported:
        return view.say("departments-choose-safeguards", office=name)
    return view.say(
        "departments-choose-option", office=name, led=str(led), supported=str(supported)
    )


def _write() -> None:
    office = st.session_state["departments_office"]
    if office == _ALL:
        st.query_params.pop("office", None)
    else:
        st.query_params["office"] = office
