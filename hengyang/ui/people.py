"""Who is reading, and may they write? Decided in access; review decides again at the moment of writing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from hengyang import access
from hengyang.access import GRANTED, Action, Actor, Role
from hengyang.charts.past import actor_words
from hengyang.errors import NotAllowed
from hengyang.ui import loading, signing
from hengyang.ui.plain import plain
from hengyang.ui.view import View

_KEY = "people_identity"
#: Whom the reader has taken on, beside the control: that one is another on each page, and empty where it comes back.
_TAKEN = "people_taken"


def identities(view: View) -> tuple[Actor, ...]:
    """The local identities that the reader may take on: two in the demo on this very machine, else none.

    Where people sign in, nobody gets one.
    """
    if signing.is_configured():
        return ()
    headers = dict(st.context.headers)
    return access.local_identities(
        view.tables.workspace,
        headers.get("Host"),
        headers,
        peer=st.context.ip_address,
        plan=view.tables.of_plan,
    )


def choose(view: View, otherwise: Actor, needed: Action | None = None) -> Actor | None:
    """The identity that the reader has taken on, `otherwise` at first; None, and the reason on the page, for nobody.

    Where people sign in it is whoever has signed in, if their role has anything to do on the page of `otherwise`, or
    grants the action `needed`.
    """
    if signing.is_configured():
        return _signed_in(view, otherwise, needed)
    offered = {actor.name: actor for actor in identities(view)}
    if not offered:
        headers = dict(st.context.headers)
        reason = access.why_no_local_identities(
            view.tables.workspace,
            headers.get("Host"),
            headers,
            peer=st.context.ip_address,
            plan=view.tables.of_plan,
        )
        st.info(view.say(reason or "access-denied-nobody"))
        return None
    taken = st.session_state.get(_TAKEN)
    st.session_state[_TAKEN] = st.session_state[_KEY] = (
        taken if taken in offered else otherwise.name
    )
    with st.container(horizontal=True, vertical_alignment="center", key="people"):
        st.segmented_control(
            view.say("people-identity"),
            list(offered),
            key=_KEY,
            required=True,
            format_func=lambda name: actor_words(name, view.language),
            label_visibility="collapsed",
            on_change=lambda: st.session_state.update({_TAKEN: st.session_state[_KEY]}),
        )
        st.caption(view.say("people-identity-help"), width="content")
    return offered[st.session_state[_TAKEN]]


def acting(view: View) -> Actor:
    """Who acts at this moment, asked anew: a click is answered before the page is drawn again, and so is its actor.

    Raises: NotAllowed, which says why nobody does: the sign-in has ended, the roles file no longer names them.
    """
    if signing.is_configured():
        found = signing.current()
        if found.actor is None or found.reason is not None:
            raise NotAllowed(key=found.reason or "access-denied-nobody")
        return found.actor
    chosen = st.session_state.get(_TAKEN)
    actor = next((one for one in identities(view) if one.name == chosen), None)
    if actor is None:
        raise NotAllowed(key="access-denied-nobody")
    return actor


def reader(view: View) -> Actor | None:
    """Whoever has signed in, or whom the reader has taken on in the demo; None for anybody else."""
    if signing.is_configured():
        try:
            return signing.current().actor
        except NotAllowed:  # the pages where somebody acts say what is wrong with the roles file
            return None
    chosen = st.session_state.get(_TAKEN)
    return next((one for one in identities(view) if one.name == chosen), None)


def reporter(view: View) -> Actor | None:
    """The reader when they are a reporter; None for anybody else."""
    actor = reader(view)
    return actor if actor is not None and Role.REPORTER in actor.roles else None


def still(actor: Actor) -> Actor:
    """Who the actor is at this moment, for what is fetched outside any page run.

    There nobody's sign-in can be asked; its end, which stays the actor's own, and the roles file can.
    Raises: NotAllowed for a roles file that cannot be used.
    """
    if actor.is_local:
        return actor
    has_ended = actor.until is not None and datetime.now(UTC) >= actor.until
    named = access.person(access.configured_roles(loading.departments()), actor.name)
    return replace(Actor(actor.name) if named is None or has_ended else named, until=actor.until)


def name_words(view: View, actor: Actor) -> str:
    """Who the actor is, as the reader knows them, shown sign for sign."""
    return plain(actor_words(actor.name, view.language))


def _signed_in(view: View, otherwise: Actor, needed: Action | None) -> Actor | None:
    found = signing.current()
    if needed is None:
        needed = Action.DRAFT if Role.REPORTER in otherwise.roles else Action.SEE_PROPOSALS
    is_theirs = found.actor is not None and any(
        needed in GRANTED[role] for role in found.actor.roles
    )
    if is_theirs and found.actor is not None:
        return found.actor
    nothing_here = {
        Action.DRAFT: "signing-no-report",
        Action.FREEZE: "signing-no-freeze",
    }.get(needed, "signing-no-review")
    st.info(view.say(found.reason or nothing_here))
    return None
