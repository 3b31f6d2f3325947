"""`approve`: a reviewer approves a submission, whole or some of its cells."""

from __future__ import annotations

from hengyang import review
from hengyang.commands.acting import actor_of, clock, done
from hengyang.commands.answers import Done
from hengyang.commands.release import opened
from hengyang.commands.request import Request


def act(request: Request) -> Done:
    """The submission as it stands then, as Proposal.as_dict. Raises: NotAllowed, AlreadyDecided, DataMissing."""
    actor = actor_of(request)
    found = review.approve(
        opened(request), str(request.subject), actor=actor, now=clock(), rows=request.rows
    )
    return done(found, request.language)
