"""What happened to proposals, for the audit log. Pure."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from hengyang.review.proposal import Proposal
from hengyang.review.tables import Step

_COLUMNS = ("event", "at", "actor", "reason", "submission", "base", "file_name", "file_sha256")


def event_log(proposals: Iterable[Proposal]) -> pd.DataFrame:
    """One row a step that somebody took with a proposal, the oldest first; publishing is left to the releases.

    Columns: event (the step), at, actor, reason, submission (the proposal), base (the release looked at), file_name,
    file_sha256.
    """
    rows = [
        (
            event.step.value,
            event.at,
            event.actor,
            event.reason,
            proposal.id,
            proposal.base_release if event.base_release is None else event.base_release,
            proposal.file_name,
            proposal.sha256,
        )
        for proposal in proposals
        for event in proposal.history
        if event.step is not Step.PUBLISHED
    ]
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).astype({"base": "Int64"})
    frame["at"] = pd.to_datetime(frame["at"], utc=True).astype("datetime64[ms, UTC]")
    return frame.sort_values("at", kind="stable", ignore_index=True)
