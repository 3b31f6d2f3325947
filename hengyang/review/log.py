"""What happened to proposals, for the audit log. Pure."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from hengyang.review.proposal import Event, Proposal
from hengyang.review.tables import Step

_COLUMNS = ("event", "at", "actor", "reason", "submission", "base", "file_name", "file_sha256",
            "left_out", "confirmed", "unconfirmed")  # fmt: skip


def event_log(proposals: Iterable[Proposal]) -> pd.DataFrame:
    """One row a step that somebody took with a proposal, the oldest first; publishing is left to the releases.

    Columns: event (the step), at, actor, reason, submission (the proposal), base (the release looked at), file_name,
    file_sha256; of a submitting also left_out (rows of the file: "指标 7"), confirmed and unconfirmed (its warnings:
    "指标 F9 jump"), each a list in one text; empty otherwise.
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
            *_submitted(proposal, event),
        )
        for proposal in proposals
        for event in proposal.history
        if event.step is not Step.PUBLISHED
    ]
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).astype({"base": "Int64"})
    frame["at"] = pd.to_datetime(frame["at"], utc=True).astype("datetime64[ms, UTC]")
    return frame.sort_values("at", kind="stable", ignore_index=True)


def _submitted(proposal: Proposal, event: Event) -> tuple[str | None, str | None, str | None]:
    """What a submitting left out, and which warnings it confirmed and which not; nothing of another step."""
    if event.step is not Step.SUBMITTED:
        return None, None, None
    left_out = set(proposal.left_out_rows)
    ticked: list[str] = []
    unticked: list[str] = []
    for number, found in enumerate(proposal.findings, start=1):
        is_there = (found.get("sheet"), found.get("row")) not in left_out
        if found.get("severity") == "warning" and is_there:
            place = f"{found.get('column') or ''}{found.get('row') or ''}"
            said = " ".join(filter(None, (str(found.get("sheet")), place, str(found.get("code")))))
            (ticked if number in event.confirmed else unticked).append(said)
    rows = [f"{sheet} {row}" for sheet, row in proposal.left_out_rows]
    listed = ("; ".join(said) or None for said in (rows, ticked, unticked))
    return tuple(listed)  # type: ignore[return-value]


def published_submissions(proposals: Iterable[Proposal], release: int) -> pd.DataFrame:
    """One row a proposal that was published up to a release, in the order of the releases.

    Columns: submission (the proposal), department, period (both may be missing), release, cells (proposed), warnings
    (those that stood when it was submitted, ticked or not: published in spite of them).
    """
    rows = [
        (
            found.id,
            found.department,
            found.period,
            found.release,
            found.cell_count,
            len(found.warnings),
        )
        for found in proposals
        if found.release is not None and found.release <= release
    ]
    columns = ["submission", "department", "period", "release", "cells", "warnings"]
    frame = pd.DataFrame(rows, columns=columns)
    kinds = {
        "period": "datetime64[s]",
        "department": "str",
        "release": "int64",
        "warnings": "int64",
    }
    return frame.astype(kinds).sort_values("release", kind="stable", ignore_index=True)
