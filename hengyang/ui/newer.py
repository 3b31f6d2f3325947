"""A release that comes out while a page stands open: said beside it, while the page's own figures stay as they are."""

from __future__ import annotations

import logging

import streamlit as st

from hengyang import labels
from hengyang.errors import PlanError
from hengyang.ui import links, loading
from hengyang.ui.selection import Selection
from hengyang.ui.view import View

log = logging.getLogger("hengyang")

#: An open page asks so often whether there is a newer release than its own: 8 ms of the processor each time, so 8 % of
#: a core for two hundred readers.
ASKS_EVERY_S = 20
_SEEN = "newer_seen"


def note(shown: View) -> None:
    """Tell a reader whose page follows the newest release that its figures are of a newer one than just now."""
    chosen, release = shown.selection, shown.tables.release
    before = st.session_state.get(_SEEN)
    now = None if chosen.release else (chosen.workspace, chosen.plan, release)
    st.session_state[_SEEN] = now
    if now and before and before[:2] == now[:2] and before[2] < release:
        told, say = before[2], shown.say
        changes = links.href("history", chosen, **{"from": told, "to": release})
        said = say("frame-moved-on", release=str(release), before=str(told), changes=changes)
        st.toast(said, duration="long")


@st.fragment(run_every=ASKS_EVERY_S)
def watch(chosen: Selection, release: int | None) -> None:
    """Offer the newest release to a page that shows an older one and was not asked for it; move nothing.

    release: the page's own, None where it has none. That it asks also brings a browser back that has lost the server:
    one that has nothing to repeat keeps its old page and says nothing until the first click, for whose callback a
    process that never drew that page looks in vain: after a restart, or at another process, it would do nothing.
    """
    newest = newer_than(chosen, release)
    if newest is None:
        return
    say = labels.words(chosen.lang)
    if st.button(say("frame-newer", release=str(newest)), key="frame_newer"):
        st.rerun()


def newer_than(chosen: Selection, release: int | None) -> int | None:
    """The newest release when it is newer than this one and the reader has not asked for a certain one."""
    if release is None or chosen.release is not None:
        return None
    try:
        newest = loading.release_numbers(chosen.workspace, chosen.plan)[0]
    except PlanError as error:
        log.warning("no look for a newer release: %s", error)
        return None
    return newest if newest > release else None
