"""`discard`: whoever drafted a submission gives it up; the audit log keeps it."""

from __future__ import annotations

from hengyang import review
from hengyang.commands.acting import actor_of, clock, done
from hengyang.commands.answers import Done
from hengyang.commands.release import opened
from hengyang.commands.request import Request


def act(request: Request) -> Done:
    """The submission as it stands then, as Proposal.as_dict. Raises: NotAllowed, AlreadyDecided, DataMissing."""
    actor = actor_of(request)
    found = review.discard(
        opened(request), str(request.subject), actor=actor, now=clock(), reason=request.reason
    )
    return done(found, request.language)
