"""Who is reading, and may they write? Decided in access; review decides again at the moment of writing."""

from __future__ import annotations

import streamlit as st

from hengyang import access
from hengyang.access import Actor
from hengyang.charts.past import actor_words
from hengyang.ui.view import View

_KEY = "people_identity"


def identities(view: View) -> tuple[Actor, ...]:
    """The local identities that the reader may take on: two in the demo on this very machine, else none."""
    headers = dict(st.context.headers)
    return access.local_identities(
        view.tables.workspace, headers.get("Host"), headers, peer=st.context.ip_address
    )


def choose(view: View, otherwise: Actor) -> Actor | None:
    """The identity that the reader has taken on, `otherwise` at first; None, and the reason on the page, for nobody."""
    offered = {actor.name: actor for actor in identities(view)}
    if not offered:
        headers = dict(st.context.headers)
        reason = access.why_no_local_identities(
            view.tables.workspace, headers.get("Host"), headers, peer=st.context.ip_address
        )
        st.info(view.say(reason or "access-denied-nobody"))
        return None
    st.session_state.setdefault(_KEY, otherwise.name)
    with st.container(horizontal=True, vertical_alignment="center", key="people"):
        name = st.segmented_control(
            view.say("people-identity"),
            list(offered),
            key=_KEY,
            required=True,
            format_func=lambda name: actor_words(name, view.language),
            label_visibility="collapsed",
            persist_state="session",
        )
        st.caption(view.say("people-identity-help"), width="content")
    return offered[str(name)]
