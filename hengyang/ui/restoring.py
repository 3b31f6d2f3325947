"""Restoring an old release from the history page: what it would undo first, then a reason, then a new release."""

from __future__ import annotations

import streamlit as st

from hengyang import history, labels, review
from hengyang.access import LOCAL_REVIEWER, Action, may
from hengyang.errors import PlanError
from hengyang.history import Difference
from hengyang.ui import intake, loading, past, people
from hengyang.ui.view import View


def difference(view: View) -> Difference | None:
    """What would change: the newest release against the one that the reader chooses; None while there is no older one.

    All of it, whatever the reader has filtered: a restore knows no filters.
    """
    frame = past.releases(view)
    newest, *older = loading.release_numbers(view.tables.workspace, view.tables.of_plan)
    if not older:
        return None
    old = int(view.param("to", [str(number) for number in older]) or older[0])
    days = dict(zip(frame["release"].astype(int), frame["published_at"], strict=True))
    st.session_state["history_restore"] = old
    st.selectbox(
        view.say("restore-which"),
        older,
        key="history_restore",
        width=300,
        format_func=lambda number: view.say(
            "history-release-option",
            number=str(number),
            day=labels.day(days[number], view.language),
        ),
        on_change=lambda: st.query_params.update(
            section="restore", to=str(st.session_state["history_restore"])
        ),
    )
    workspace, plan = view.tables.workspace, view.tables.of_plan
    now, then = loading.tables(workspace, newest, plan), loading.tables(workspace, old, plan)
    return history.difference(now, then, view.at(view.as_of, newest), view.at(view.as_of, old))


def control(view: View, found: Difference | None) -> None:
    """Reason and button for whoever may; for others the sentence that says why not."""
    intake.said()
    actor = people.choose(view, LOCAL_REVIEWER)
    if found is None or actor is None:
        return
    if not may(actor, Action.RESTORE, workspace=view.tables.workspace, plan=view.tables.of_plan):
        st.info(view.say("access-denied-restore", name=people.name_words(view, actor)))
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="history_restore_do"):
        st.text_input(
            view.say("restore-reason"),
            key="restore_reason",
            placeholder=view.say("restore-reason-placeholder"),
        )
        st.button(
            view.say("restore-do", release=str(found.after)),
            key="restore_do",
            type="primary",
            disabled=found.cells.empty,
            on_click=_restore,
            args=(view, found),
        )


def _restore(view: View, found: Difference) -> None:
    # The click answers to what was on the page: a release that came since must not be undone unseen.
    try:
        number = review.restore(
            intake.opened_store(view),
            found.after,
            actor=people.acting(view),
            now=intake.now(),
            reason=str(st.session_state.get("restore_reason") or ""),
            seen_release=found.before,
        )
    except PlanError as error:
        intake.tell(view, error)
        return
    finally:
        loading.releases.clear()
    st.query_params.update(section="restore", to=str(found.after))
    st.session_state["intake_said"] = (
        "success",
        view.say("restore-done", release=str(number), old=str(found.after)),
    )
