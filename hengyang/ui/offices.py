"""The department that the departments page speaks of, kept in the URL as `office`."""

from __future__ import annotations

import streamlit as st

from hengyang.charts import departments, duties
from hengyang.labels import words
from hengyang.remembered import remembered
from hengyang.schema import Language, Role, Tables
from hengyang.ui.view import View

#: The first option of the box: no department, the whole matrix.
_ALL = ""


def chosen(view: View) -> str | None:
    """The department that the URL names; None for the whole matrix."""
    return view.param("office", list(view.tables.departments["department"]))


def choose(view: View, everybody: str = "departments-choose-all") -> None:
    """The box that chooses it; an office that the URL garbles counts as none. everybody: the words for no choice."""
    options = _options(view.tables, view.language)
    st.session_state["departments_office"] = chosen(view) or _ALL
    st.selectbox(
        view.say("departments-choose"),
        [_ALL, *options],
        key="departments_office",
        placeholder=view.say("departments-choose"),
        format_func=lambda office: options[office] if office else view.say(everybody),
        label_visibility="collapsed",
        width=300,
        on_change=_write,
    )


@remembered(8)
def _options(tables: Tables, language: Language) -> dict[str, str]:
    """Each department, in the plan's order, and what the box says of it."""
    offices = tables.departments.sort_values("order")["department"]
    return {str(office): _option(str(office), tables, language) for office in offices}


def _option(office: str, tables: Tables, language: Language) -> str:
    say = words(language)
    name = departments.short_name(office, tables, language)
    led = len(duties.tasks_of(office, Role.LEAD, tables))
    supported = len(duties.tasks_of(office, Role.SUPPORT, tables))
    if not led + supported:
        return say("departments-choose-safeguards", office=name)
    return say("departments-choose-option", office=name, led=str(led), supported=str(supported))


def _write() -> None:
    office = st.session_state["departments_office"]
    if office == _ALL:
        st.query_params.pop("office", None)
    else:
        st.query_params["office"] = office
