"""`restore`: a new release that equals an old one."""

from __future__ import annotations

from hengyang import review
from hengyang.commands.acting import actor_of, clock, released
from hengyang.commands.answers import Done
from hengyang.commands.release import opened
from hengyang.commands.request import Request, release_asked_for


def act(request: Request) -> Done:
    """workspace, release. Raises: NotAllowed, StaleRelease, and NotUnderstood for a release that is none.

    Without --seen the newest release at the start counts as looked at: what comes meanwhile is not undone unseen.
    """
    actor, old = actor_of(request), release_asked_for(str(request.subject))
    store = opened(request)
    seen = store.latest_release() if request.seen_release is None else request.seen_release
    number = review.restore(
        store, old, actor=actor, now=clock(), reason=request.reason or "", seen_release=seen
    )
    return released(number, request)
