"""The simulated reports, cut into the rounds in which they are published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

import pandas as pd

from hengyang.demo import decisions
from hengyang.demo.calendar import ROUNDS, Round
from hengyang.demo.consultation import consultation_rows
from hengyang.demo.milestones import milestone_rows
from hengyang.demo.observations import Row, observation_rows
from hengyang.demo.projects import register_rows
from hengyang.demo.safeguards import safeguard_rows
from hengyang.labels import month as month_in_words
from hengyang.labels import words
from hengyang.schema import OBSERVATIONS, TABLES, Role


@dataclass(frozen=True)
class MonthlySubmission:
    """What one release of the demo brings: table name → rows, and table name → cells taken back."""

    submission: str
    month: date
    published_at: datetime
    reason: str
    frames: Mapping[str, pd.DataFrame] = field(repr=False)
    withdrawn: Mapping[str, pd.DataFrame] = field(repr=False)


def all_reports(plan: Mapping[str, pd.DataFrame]) -> list[MonthlySubmission]:
    """Every simulated round from September 2017 to June 2019, in the order of publishing.

    `plan` holds the plan's tables by name. The same plan always gives the same reports.
    """
    by_task = _leads(plan["assignments"])
    by_indicator = _by_subject(plan["indicators"], "indicator", by_task)
    by_milestone = _by_subject(plan["milestones"], "milestone", by_task)
    values, withdrawals = observation_rows(
        {name: lead for name, lead in by_indicator.items() if lead}
    )
    leads = {name: lead for name, lead in by_indicator.items() if lead}
    register = register_rows(plan, by_task)
    rows: dict[str, list[Row]] = {
        "observations": values,
        "milestone_reports": milestone_rows(plan["milestones"], by_milestone),
        "narratives": decisions.narrative_rows(by_task),
        "baselines": decisions.baseline_rows(leads),
        "path_points": decisions.path_rows(leads),
        "choices": decisions.choice_rows(),
        "overrides": decisions.override_rows(),
        **register,
        **safeguard_rows(register),
        **consultation_rows(plan),
    }
    cut = {name: _by_round(name, found) for name, found in rows.items()}
    taken_back = _by_round("observations", withdrawals, coerce=False)
    return [
        MonthlySubmission(
            submission=turn.submission,
            month=turn.month,
            published_at=turn.published_at,
            reason=_reason(turn),
            frames={name: frames[turn] for name, frames in cut.items() if turn in frames},
            withdrawn={"observations": taken_back[turn]} if turn in taken_back else {},
        )
        for turn in ROUNDS
    ]


def _by_round(table: str, rows: list[Row], *, coerce: bool = True) -> dict[Round, pd.DataFrame]:
    sorted_rows: dict[Round, list[Row]] = {}
    for row in rows:
        turn = row["turn"]
        assert isinstance(turn, Round)
        rest = {name: value for name, value in row.items() if name != "turn"}
        sorted_rows.setdefault(turn, []).append(rest)
    frames = {turn: pd.DataFrame(found) for turn, found in sorted_rows.items()}
    if not coerce:
        key = [*OBSERVATIONS.key, "source", "department", "reported_on", "reason"]
        return {turn: frame[key] for turn, frame in frames.items()}
    return {turn: TABLES[table].coerce(frame) for turn, frame in frames.items()}


def _leads(assignments: pd.DataFrame) -> dict[int, str]:
    leads = assignments[assignments["role"] == Role.LEAD]
    return {
        int(task): str(department)
        for task, department in zip(leads["task"], leads["department"], strict=True)
    }


def _by_subject(
    subjects: pd.DataFrame, name: str, by_task: Mapping[int, str]
) -> dict[str, str | None]:
    """Subject → the lead department of its task; None where the row belongs to the whole plan."""
    return {
        str(subject): by_task.get(int(task))
        for subject, task in zip(subjects[name], subjects["task"], strict=True)
    }


def _reason(turn: Round) -> str:
    key = "demo-release-correction" if turn.is_correction else "demo-release-month"
    return words("zh")(key, month=month_in_words(turn.month, "zh"))
