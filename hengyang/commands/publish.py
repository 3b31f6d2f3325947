"""`publish`: an approved submission becomes the next release."""

from __future__ import annotations

from hengyang import review
from hengyang.charts.proposals import stale_words
from hengyang.commands.acting import actor_of, clock, released
from hengyang.commands.answers import Done
from hengyang.commands.release import opened
from hengyang.commands.request import Request
from hengyang.errors import StaleRelease


def act(request: Request) -> Done:
    """workspace, release, submission. Raises: NotAllowed, AlreadyDecided, and StaleRelease naming the cells."""
    actor, submission = actor_of(request), str(request.subject)
    kept = opened(request)
    try:
        number = review.publish(kept, submission, actor=actor, now=clock(), reason=request.reason)
    except StaleRelease as error:
        cells = review.cells(kept, submission)
        raise stale_words(error, cells, kept.read(), request.language) from error
    return released(number, request, submission)
