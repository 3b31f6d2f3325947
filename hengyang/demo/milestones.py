"""Simulated reports on the milestones: how far each has come, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from hengyang.demo.calendar import MONTHS, Round, month_of
from hengyang.demo.observations import Row, dice, reported_on, source_of
from hengyang.labels import words
from hengyang.schema import MilestoneRule, Stage

_SAY = words("zh")
_ORDER = (
    Stage.NOT_STARTED,
    Stage.PLANNING,
    Stage.APPROVAL,
    Stage.IMPLEMENTING,
    Stage.ACCEPTANCE,
    Stage.DONE,
)


@dataclass(frozen=True)
class _Course:
    """How far a staged milestone has come by June 2019. `next_due` is the planned date of its next stage."""

    stage: Stage
    next_due: date | None = None
    has_evidence: bool = True


#: Dealt out in turn to the milestones without a course of their own; None is never reported.
_COURSES: tuple[_Course | None, ...] = (
    _Course(Stage.IMPLEMENTING, date(2019, 12, 31)),
    _Course(Stage.PLANNING, date(2019, 5, 20)),  # has passed: behind
    _Course(Stage.IMPLEMENTING, date(2020, 6, 30)),
    None,
    _Course(Stage.DONE),
    _Course(Stage.APPROVAL),  # without a date: cannot be assessed
    _Course(Stage.IMPLEMENTING, date(2019, 1, 31)),  # passed long ago: far behind
    _Course(Stage.ACCEPTANCE, date(2019, 8, 31)),
    _Course(Stage.NOT_STARTED, date(2019, 9, 30)),
)
_OWN_COURSES: Mapping[str, _Course | None] = {
    "T01-M3": _Course(Stage.IMPLEMENTING, date(2020, 12, 31)),
    "T02-M1": _Course(Stage.DONE, has_evidence=False),
    "T18-M2": _Course(Stage.DONE, has_evidence=False),
    "T22-M1": _Course(Stage.DONE),
    "T04-M9": _Course(Stage.IMPLEMENTING, date(2019, 6, 30)),  # due on the last day itself
}
#: Standing duties: milestone → months in which they were breached.
_BREACHED: Mapping[str, tuple[str, ...]] = {
    "T15-M2": ("2018-10", "2018-11"),
    "T09-M2": ("2019-04", "2019-05", "2019-06"),
}


def milestone_rows(milestones: pd.DataFrame, leads: Mapping[str, str | None]) -> list[Row]:
    """All reports, each with the `turn` that brings it. `leads` maps milestone → reporting department."""
    rows: list[Row] = []
    dealt = 0
    for milestone, rule in zip(milestones["milestone"], milestones["rule"], strict=True):
        if rule == MilestoneRule.STANDING:
            reports = _standing(milestone)
        elif milestone in _OWN_COURSES:
            reports = _staged(milestone, _OWN_COURSES[milestone])
        else:
            reports = _staged(milestone, _COURSES[dealt % len(_COURSES)])
            dealt += 1
        rows += [row | {"department": leads[milestone]} for row in reports]
    return rows


def _staged(milestone: str, course: _Course | None) -> Iterator[Row]:
    if course is None:
        return
    reached = _ORDER[: _ORDER.index(course.stage) + 1]
    chance = dice(milestone)
    entered = [0, *sorted(chance.choice(range(1, 20), size=len(reached) - 1, replace=False))]
    for place, month in enumerate(MONTHS):
        at = sum(start <= place for start in entered) - 1
        stage = reached[at]
        is_new = place in entered
        if not is_new and (month.month % 3 or stage is Stage.DONE):
            continue
        if at + 1 < len(reached):
            slip = timedelta(days=int(chance.integers(-40, 60)))
            next_due = MONTHS[entered[at + 1]] + slip
        else:
            next_due = course.next_due
        is_done = stage is Stage.DONE
        evidence = (
            _SAY("demo-evidence", milestone=milestone, month=f"{month:%Y-%m}")
            if is_done and course.has_evidence
            else None
        )
        yield _row(milestone, month, stage, next_due, evidence, None)


def _standing(milestone: str) -> Iterator[Row]:
    breached = {month_of(name) for name in _BREACHED.get(milestone, ())}
    for month in MONTHS:
        after_breach = any(
            month_before in breached for month_before in MONTHS if month_before < month
        )
        if month in breached:
            reason = _SAY("demo-reason-breached")
            yield _row(milestone, month, Stage.BREACHED, None, None, reason)
        elif month.month % 3 == 0 or (after_breach and month.month % 3 == 1):
            yield _row(milestone, month, Stage.HELD, None, None, None)


def _row(
    milestone: str,
    month: date,
    stage: Stage,
    next_due: date | None,
    evidence: str | None,
    reason: str | None,
) -> Row:
    turn = Round(month, False)
    return {
        "milestone": milestone,
        "reference_date": pd.Timestamp(month),
        "stage": stage.value,
        "next_stage_due": pd.Timestamp(next_due) if next_due else pd.NaT,
        "evidence": evidence,
        "comparability": "same",
        "source": source_of(turn),
        "reported_on": reported_on(milestone, turn),
        "reason": reason,
        "is_simulated": True,
        "turn": turn,
    }
