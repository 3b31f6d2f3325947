"""Review: from an analyst's proposal to a release. Drafted, submitted, returned or approved, published.

Every step is an added row in the workspace's store; who may take it is asked when it is written (access). Somebody
who is not the first is told where the proposal stands, or which cells others have changed.
"""

from hengyang.review.cells import changed_only
from hengyang.review.desk import approve, discard, frames_of, return_, start_draft, submit
from hengyang.review.log import event_log, published_submissions
from hengyang.review.proposal import Event, Proposal, proposal_of
from hengyang.review.publishing import changed_since, publish, restore
from hengyang.review.register import cells, proposal, proposals, standing
from hengyang.review.seeing import audited, proposal_for, seen_by
from hengyang.review.tables import State, Step

__all__ = [
    "Event",
    "Proposal",
    "State",
    "Step",
    "approve",
    "audited",
    "cells",
    "changed_only",
    "changed_since",
    "discard",
    "event_log",
    "frames_of",
    "proposal",
    "proposal_for",
    "proposal_of",
    "proposals",
    "publish",
    "published_submissions",
    "restore",
    "return_",
    "seen_by",
    "standing",
    "start_draft",
    "submit",
]
