"""Giving up a draft, or what came back: asked for twice, written down with who and when, nothing deleted."""

from __future__ import annotations

import streamlit as st

from hengyang import review
from hengyang.errors import PlanError
from hengyang.review import Proposal
from hengyang.ui import intake, people
from hengyang.ui.view import View


def control(view: View, draft: Proposal | None) -> None:
    """The way to give a draft up; nothing where nothing was kept."""
    if draft is None:
        return
    with st.popover(view.say("discard-open"), key="discard"):
        st.caption(view.say("discard-help"))
        st.text_input(view.say("discard-reason"), key=f"discard_reason_{draft.id}")
        st.button(view.say("discard-do"), key="discard_do", on_click=_discard, args=(view, draft))


def _discard(view: View, draft: Proposal) -> None:
    try:
        review.discard(
            intake.opened_store(view),
            draft.id,
            actor=people.acting(view),
            now=intake.now(),
            reason=st.session_state.get(f"discard_reason_{draft.id}"),
            seen=draft.events,
        )
    except PlanError as error:
        intake.tell(view, error)
        return
    intake.close()
    st.session_state["intake_said"] = ("success", view.say("discard-done"))
