"""`restore`: a new release that equals an old one."""

from __future__ import annotations

from hengyang import review
from hengyang.commands.acting import actor_of, clock, opened, released
from hengyang.commands.answers import Done
from hengyang.commands.request import Request, release_asked_for


def act(request: Request) -> Done:
    """workspace, release. Raises: NotAllowed, StaleRelease, and NotUnderstood for a release that is none."""
    actor, old = actor_of(request), release_asked_for(str(request.subject))
    number = review.restore(
        opened(request), old, actor=actor, now=clock(), reason=request.reason or ""
    )
    return released(number, request)
