"""`publish`: an approved submission becomes the next release."""

from __future__ import annotations

from hengyang import review
from hengyang.commands.acting import actor_of, clock, opened, released
from hengyang.commands.answers import Done
from hengyang.commands.request import Request


def act(request: Request) -> Done:
    """workspace, release, submission. Raises: NotAllowed, AlreadyDecided, and StaleRelease naming the cells."""
    actor, submission = actor_of(request), str(request.subject)
    number = review.publish(
        opened(request), submission, actor=actor, now=clock(), reason=request.reason
    )
    return released(number, request, submission)
