"""Many plans on the page: choosing one in the frame, looking for one in the comparison."""

from __future__ import annotations

import logging

import streamlit as st

from hengyang import store
from hengyang.charts import plans as drawn
from hengyang.errors import PlanError
from hengyang.labels import Words
from hengyang.ui import board, loading, selection
from hengyang.ui.selection import Selection
from hengyang.ui.view import View

log = logging.getLogger("hengyang")


def choose(chosen: Selection, say: Words) -> bool:
    """The box of plans, where there is a lake, and whether there is one; the first is the plan of this repository."""
    if store.lake_url() is None:
        return False
    try:
        known = loading.lake_plans(chosen.workspace)
    except PlanError as error:
        # The frame of every page stands on this; the plan of this repository needs no lake.
        log.warning("the lake cannot be read: %s", error)
        return False
    if known.empty:
        return False
    names = {
        "": say("lake-own-plan"),
        **dict(zip(known["plan"], known[f"name_{chosen.lang}"], strict=True)),
    }
    st.session_state["frame_plan"] = chosen.plan if chosen.plan in names else ""
    st.selectbox(
        say("lake-plan"),
        list(names),
        key="frame_plan",
        format_func=lambda plan: names[plan],
        label_visibility="collapsed",
        width=150,
        on_change=lambda: selection.change(
            # Another plan has other releases and periods.
            plan=st.session_state["frame_plan"],
            release=None,
            as_of=None,
        ),
    )
    return True


def query(view: View) -> str:
    """What the reader looks for among the plans, kept in the URL."""
    st.session_state["compare_query"] = st.query_params.get("q", "")
    return st.text_input(
        view.say("lake-search"),
        key="compare_query",
        placeholder=view.say("lake-search"),
        label_visibility="collapsed",
        width=320,
        on_change=lambda: st.query_params.update({"q": st.session_state["compare_query"]}),
    )


def how_to_begin(view: View, *, has_lake: bool) -> None:
    """What is lacking before plans can be compared."""
    said = view.say("lake-no-rollup" if has_lake else "lake-no-lake")
    board.show(drawn.how_to_begin(said), key="plans")
