"""`return`: a reviewer gives a submission back with a reason, whole or some of its cells."""

from __future__ import annotations

from hengyang import review
from hengyang.commands.acting import actor_of, clock, done
from hengyang.commands.answers import Done
from hengyang.commands.release import opened
from hengyang.commands.request import Request


def act(request: Request) -> Done:
    """The submission as it stands then, as Proposal.as_dict. Raises: NotAllowed, AlreadyDecided, NotUnderstood."""
    actor = actor_of(request)
    found = review.return_(
        opened(request),
        str(request.subject),
        actor=actor,
        now=clock(),
        reason=request.reason or "",
        rows=request.rows,
    )
    return done(found, request.language)
