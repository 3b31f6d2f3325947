"""Signing in with OpenID Connect, by Streamlit's own st.login: there where .streamlit/secrets.toml sets it up.

Who it is and what they may is decided in access, from the token's claims and the roles file, anew in every run.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime

import streamlit as st

from hengyang import access
from hengyang.access import SignedIn
from hengyang.errors import NotAllowed
from hengyang.labels import Words
from hengyang.ui import loading, way_back
from hengyang.ui.plain import plain, sentence

#: Set to 1 where the provider gives usernames out itself: then the roles file may name people by them.
USERNAME_SETTING = "HENGYANG_SIGN_IN_BY_USERNAME"


def is_configured() -> bool:
    """Whether the secrets set up signing in."""
    return "is_logged_in" in st.user


def current() -> SignedIn:
    """Who has signed in, as of now. Raises: NotAllowed for a roles file that cannot be used."""
    return access.signed_in(
        st.user.to_dict(),
        access.configured_roles(loading.departments()),
        datetime.now(UTC),
        by_username=os.environ.get(USERNAME_SETTING) == "1",
    )


def control(say: Words) -> None:
    """Sign in, or who has signed in and the way out; nothing where signing in is not set up."""
    if not is_configured():
        return
    try:
        found = current()
        roles = (
            ", ".join(say(f"signing-role-{role}") for role in sorted(found.actor.roles))
            if found.actor
            else ""
        )
    except NotAllowed as error:
        found, roles = (
            access.signed_in(st.user.to_dict(), None, datetime.now(UTC)),
            sentence(error, say),
        )
    if found.actor is None:
        _ways_in(say)
        return
    name = found.actor.name
    with st.popover(_short(name), key="frame_signed_in", help=plain(name)):
        st.markdown(f"{plain(name)}  \n{roles}")
        if found.reason:
            st.caption(say(found.reason))
        st.button(say("signing-out"), key="frame_sign_out", on_click=st.logout)


def notice(say: Words) -> None:
    """What the reader must know: a sign-in that failed, or one that has ended."""
    if not is_configured():
        return
    reason = access.signed_in(st.user.to_dict(), None, datetime.now(UTC)).reason
    if reason == "access-sign-in-expired":
        st.warning(say(reason))
    elif reason == "access-signed-out" and way_back.TRIED in st.context.cookies:
        st.warning(say("signing-failed"))


def _ways_in(say: Words) -> None:
    providers = _providers(st.secrets["auth"])
    if not providers:
        st.button(say("signing-in"), key="frame_sign_in", on_click=st.login)
        return
    with st.popover(say("signing-in"), key="frame_sign_in"):
        for name in providers:
            st.button(plain(name), key=f"frame_sign_in_{name}", on_click=st.login, args=(name,))


def _providers(settings: Mapping[str, object]) -> list[str]:
    """Names of the providers that have a section of their own; none where there is one without a name.

    >>> _providers({"client_id": "a"}), _providers({"city": {"client_id": "a"}})
    ([], ['city'])
    """
    if "client_id" in settings:
        return []
    return [
        name
        for name, section in settings.items()
        if isinstance(section, Mapping) and "client_id" in section
    ]


def _short(name: str) -> str:
    """As much of a name as the header has room for."""
    first = name.partition("@")[0]
    return plain(first if len(first) <= 10 else f"{first[:9]}…")
