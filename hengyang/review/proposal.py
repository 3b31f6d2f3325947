"""A proposal as it stands: folded from what happened to it. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pandas as pd

from hengyang.review.tables import State, Step

#: So long nobody else moves what somebody is publishing; then they are taken to have gone.
PATIENCE = timedelta(seconds=60)


@dataclass(frozen=True)
class Event:
    """Something that happened. `cells` are the numbers decided on, None for all that were open."""

    number: int
    step: Step
    at: datetime
    actor: str
    reason: str | None = None
    cells: frozenset[int] | None = None
    base_release: int | None = None
    release: int | None = None  # only of `published`
    confirmed: frozenset[int] = frozenset()  # only of `submitted`: numbers of findings, from 1


@dataclass(frozen=True)
class Proposal:
    """What one upload proposes, and how far it has come.

    `base_release` is the release that its submitter last looked at. `approved` and `returned` are the numbers of the
    cells decided on since it was last submitted; `cell_count` counts all. `release` is there once it is published.
    """

    id: str
    workspace: str
    state: State
    department: str | None
    period: date | None
    file_name: str | None
    suffix: str
    sha256: str | None
    base_release: int
    by: str
    created_at: datetime
    left_out_rows: tuple[tuple[str, int], ...]
    findings: tuple[Mapping[str, object], ...]
    cell_count: int
    approved: frozenset[int]
    returned: frozenset[int]
    history: tuple[Event, ...]
    release: int | None = None

    @property
    def events(self) -> int:
        """How many events there were: what a page hands back, so that a decision is on what it showed."""
        return sum(event.step is not Step.PUBLISHED for event in self.history)

    @property
    def open_cells(self) -> frozenset[int]:
        return frozenset(range(1, self.cell_count + 1)) - self.approved - self.returned

    @property
    def was_submitted(self) -> bool:
        """Whether anybody was ever asked to decide on it: before that it is its author's alone."""
        return any(event.step is Step.SUBMITTED for event in self.history)

    @property
    def submitters(self) -> frozenset[str]:
        """Everybody whose proposal it is: who drafted it, and who has submitted it."""
        return frozenset(
            {self.by, *(event.actor for event in self.history if event.step is Step.SUBMITTED)}
        )

    @property
    def returned_because(self) -> str | None:
        """The reason of the last return, until it is submitted again."""
        reason = None
        for event in self.history:
            if event.step is Step.RETURNED:
                reason = event.reason
            elif event.step is Step.SUBMITTED:
                reason = None
        return reason

    @property
    def standing_errors(self) -> tuple[Mapping[str, object], ...]:
        """Errors of the file that no left-out row takes away."""
        left_out = set(self.left_out_rows)
        return tuple(
            finding
            for finding in self.findings
            if finding.get("severity") == "error"
            and (finding.get("sheet"), finding.get("row")) not in left_out
        )

    @property
    def warnings(self) -> tuple[tuple[Mapping[str, object], Event | None], ...]:
        """Each warning of the file that stands, with the submitting whose actor ticked it; None: nobody has.

        A warning of a row that was left out stands no more.
        """
        submitted = next(
            (event for event in reversed(self.history) if event.step is Step.SUBMITTED), None
        )
        left_out = set(self.left_out_rows)
        return tuple(
            (finding, submitted if submitted and number in submitted.confirmed else None)
            for number, finding in enumerate(self.findings, start=1)
            if finding.get("severity") == "warning"
            and (finding.get("sheet"), finding.get("row")) not in left_out
        )

    def is_being_published(self, now: datetime) -> bool:
        """Whether somebody has begun to publish it so lately that they may still be at it."""
        last = self.history[-1]
        return last.step is Step.PUBLISHING and now - last.at < PATIENCE

    def as_dict(self) -> dict[str, object]:
        """Ready for JSON: ISO dates and instants, lists in order."""
        return {
            "submission": self.id,
            "workspace": self.workspace,
            "state": self.state.value,
            "department": self.department,
            "period": self.period.isoformat()[:7] if self.period else None,
            "file_name": self.file_name,
            "sha256": self.sha256,
            "base_release": self.base_release,
            "release": self.release,
            "by": self.by,
            "created_at": self.created_at.isoformat(),
            "cells": self.cell_count,
            "approved": sorted(self.approved),
            "returned": sorted(self.returned),
            "left_out_rows": [list(row) for row in self.left_out_rows],
            "findings": len(self.findings),
            "warnings": [
                {
                    **{
                        name: found.get(name)
                        for name in ("sheet", "row", "column", "code", "value")
                    },
                    "confirmed_by": None if ticked is None else ticked.actor,
                    "confirmed_at": None if ticked is None else ticked.at.isoformat(),
                }
                for found, ticked in self.warnings
            ],
            "history": [
                {
                    "step": event.step.value,
                    "at": event.at.isoformat(),
                    "actor": event.actor,
                    "reason": event.reason,
                    "cells": None if event.cells is None else sorted(event.cells),
                    "release": event.release,
                }
                for event in self.history
            ],
        }


def folded(
    workspace: str,
    facts: Mapping[str, object],
    events: Iterable[Event],
    released: Event | None,
) -> Proposal:
    """The proposal of a PROPOSALS row and its events; `released` is its release, which outweighs everything else."""
    history = tuple(sorted(events, key=lambda event: event.number))
    cell_count = int(facts["cells"])  # type: ignore[call-overload]
    everything = frozenset(range(1, cell_count + 1))
    state, base = State.DRAFT, int(facts["base_release"])  # type: ignore[call-overload]
    approved: frozenset[int] = frozenset()
    returned: frozenset[int] = frozenset()
    for event in history:
        if event.step is Step.SUBMITTED:
            state, approved, returned = State.SUBMITTED, frozenset(), frozenset()
            base = base if event.base_release is None else event.base_release
        elif event.step in (Step.APPROVED, Step.RETURNED):
            is_approval = event.step is Step.APPROVED
            everywhere = everything - approved - returned if is_approval else everything
            cells = everywhere if event.cells is None else event.cells
            approved = approved | cells if is_approval else approved - cells
            returned = returned | cells if not is_approval else returned - cells
            if approved | returned == everything:
                state = State.APPROVED if approved else State.RETURNED
            else:
                state = State.SUBMITTED
        elif event.step is Step.DISCARDED:
            state = State.DISCARDED
    if released is not None:
        state, history = State.PUBLISHED, (*history, released)
    period = facts["period"]
    return Proposal(
        id=str(facts["proposal"]),
        workspace=workspace,
        state=state,
        department=_text(facts["department"]),
        period=None if pd.isna(period) else pd.Timestamp(period).date(),  # type: ignore[call-overload,arg-type]
        file_name=_text(facts["file_name"]),
        suffix=_text(facts["suffix"]) or "",
        sha256=_text(facts["sha256"]),
        base_release=base,
        by=str(facts["drafted_by"]),
        created_at=pd.Timestamp(facts["created_at"]).to_pydatetime(),  # type: ignore[arg-type]
        left_out_rows=tuple(
            (str(sheet), int(row)) for sheet, row in json.loads(str(facts["left_out_rows"]))
        ),
        findings=tuple(json.loads(str(facts["findings"]))),
        cell_count=cell_count,
        approved=approved,
        returned=returned,
        history=history,
        release=None if released is None else released.release,
    )


def submission_of(found: Proposal) -> str:
    """The submission that the store knows a proposal's approved cells by: its id, marked when some were left behind.

    Rows appended for one choice of cells must not be taken for another's.
    """
    if found.approved == frozenset(range(1, found.cell_count + 1)):
        return found.id
    chosen = ",".join(map(str, sorted(found.approved)))
    return f"{found.id}.{hashlib.sha256(chosen.encode()).hexdigest()[:8]}"


def proposal_of(submission: str) -> str:
    """The id of the proposal that a release's submission belongs to, where it belongs to one.

    >>> proposal_of("20190808-b91dc5c8.1f3870be"), proposal_of("20190808-b91dc5c8")
    ('20190808-b91dc5c8', '20190808-b91dc5c8')
    """
    return submission.partition(".")[0]


def event_of(row: Mapping[str, object]) -> Event:
    """The event of a PROPOSAL_EVENTS row."""
    cells, confirmed = _text(row["cells"]), _text(row.get("confirmed"))
    base = row["base_release"]
    return Event(
        number=int(row["event"]),  # type: ignore[call-overload]
        step=Step(str(row["step"])),
        at=pd.Timestamp(row["at"]).to_pydatetime(),  # type: ignore[arg-type]
        actor=str(row["actor"]),
        reason=_text(row["reason"]),
        cells=None if cells is None else frozenset(json.loads(cells)),
        base_release=None if pd.isna(base) else int(base),  # type: ignore[call-overload]
        confirmed=frozenset() if confirmed is None else frozenset(json.loads(confirmed)),
    )


def _text(value: object) -> str | None:
    return None if value is None or pd.isna(value) else str(value)  # type: ignore[call-overload]
