"""Milestones: checkable, without a number; judged by stage and planned date, or by held and breached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from hengyang.progress.cases import Override, dates, overrides_in_force, texts, theme_of_tasks
from hengyang.progress.columns import typed
from hengyang.progress.config import DEFAULT_THRESHOLDS, Thresholds, period_days
from hengyang.progress.lights import is_final_missing
from hengyang.schema import (
    Commitment,
    Comparability,
    Frequency,
    Light,
    MilestoneRule,
    Stage,
    Tables,
    Theme,
)

_STANDING_LIGHTS = {Stage.HELD: Light.ON_TRACK, Stage.BREACHED: Light.FAR_BEHIND}


@dataclass(frozen=True)
class StageReport:
    """How far a milestone had come at a reference date."""

    reference_date: date
    stage: Stage
    next_stage_due: date | None
    evidence: str | None
    reported_on: date | None
    source: str | None


@dataclass(frozen=True)
class MilestoneJudgement:
    """One milestone judged on a day.

    `stage` is the one that counts: done without evidence counts as acceptance. `stage_share_pct` is a
    stage value, no measurement. `deadline` is None for standing duties without a stated year.
    """

    milestone: str
    task: int
    theme: Theme | None
    name_zh: str
    name_en: str
    rule: MilestoneRule
    commitment: Commitment
    computed_light: Light
    stage: Stage | None
    stage_share_pct: float | None
    deadline: date | None
    report: StageReport | None
    override: Override | None
    flags: tuple[str, ...]

    @property
    def light(self) -> Light:
        return self.computed_light if self.override is None else self.override.light


def counted_stage(stage: Stage, evidence: str | None) -> Stage:
    """The stage that counts: done needs evidence.

    >>> counted_stage(Stage.DONE, None).value
    'acceptance'
    """
    return Stage.ACCEPTANCE if stage is Stage.DONE and not evidence else stage


def milestone_light(
    rule: MilestoneRule,
    stage: Stage | None,
    *,
    as_of: date,
    start: date,
    deadline: date | None,
    next_stage_due: date | None = None,
    reported_for: date | None = None,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Light:
    """The light of a milestone whose counted stage is known (None: nothing was reported).

    `reported_for`: the report's reference date; once the time is over, a report too old to be final says
    nothing about the end. A standing duty has no deadline: it is held or breached. A planned date of today has not passed.
    A stage that does not belong to the rule (a staged milestone that is "held") is not assessed.

    >>> milestone_light(MilestoneRule.STAGED, Stage.IMPLEMENTING, as_of=date(2019, 5, 31),
    ...                 start=date(2017, 9, 18), deadline=date(2020, 12, 31),
    ...                 next_stage_due=date(2019, 5, 31)).value
    'on_track'
    """
    if as_of < start:
        return Light.NOT_DUE
    if rule is MilestoneRule.STANDING:
        if stage is None:
            return Light.NOT_REPORTED
        return _STANDING_LIGHTS.get(stage, Light.NOT_ASSESSED)
    if stage is Stage.DONE:
        return Light.MET
    if deadline is not None and as_of >= deadline:
        is_known = stage is not None and not is_final_stage_missing(
            as_of, deadline, reported_for, thresholds
        )
        return Light.OVERDUE if is_known else Light.NOT_REPORTED
    if stage is None:
        return Light.NOT_REPORTED
    if next_stage_due is None or stage not in thresholds.stage_shares:
        return Light.NOT_ASSESSED
    days_late = (as_of - next_stage_due).days
    if days_late > thresholds.milestone_far_behind_days:
        return Light.FAR_BEHIND
    return Light.BEHIND if days_late > 0 else Light.ON_TRACK


def is_final_stage_missing(
    as_of: date, deadline: date, reported_for: date | None, thresholds: Thresholds
) -> bool:
    """Whether the time is over and the last report is too old to say how it ended.

    The notice gives milestones no reporting period; the longest one (a year) is allowed.
    """
    if reported_for is None:
        return False
    stale_after_days = thresholds.stale_periods * period_days(Frequency.ANNUAL)
    return is_final_missing(as_of, deadline, reported_for, stale_after_days)


def judge_milestones(
    tables: Tables, as_of: date, thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> list[MilestoneJudgement]:
    """The judgements of all milestones in plan order, each by its newest comparable report."""
    plan = tables.plan.iloc[0]
    notice_date, horizon = plan["notice_date"].date(), int(plan["horizon_year"])
    themes = theme_of_tasks(tables)
    overrides = overrides_in_force(tables, as_of)
    reports, with_other_figures = _stage_reports(tables, as_of)
    found = []
    for row in tables.milestones.to_dict("records"):
        milestone, rule = row["milestone"], MilestoneRule(row["rule"])
        flags = set()
        deadline = None
        if not pd.isna(row["deadline_year"]):
            deadline = date(int(row["deadline_year"]), 12, 31)
        elif rule is MilestoneRule.STAGED:
            deadline = date(horizon, 12, 31)
            flags.add("deadline_assumed")
        history = reports.get(milestone, [])
        report = history[-1] if history else None
        stage = None if report is None else counted_stage(report.stage, report.evidence)
        share = None if stage is None else thresholds.stage_shares.get(stage)
        light = milestone_light(
            rule,
            stage,
            as_of=as_of,
            start=notice_date,
            deadline=deadline,
            next_stage_due=None if report is None else report.next_stage_due,
            reported_for=None if report is None else report.reference_date,
            thresholds=thresholds,
        )
        was_done = any(counted_stage(r.stage, r.evidence) is Stage.DONE for r in history)
        marks = {
            "stage_value": share is not None,
            "no_final_figure": light is Light.NOT_REPORTED and report is not None,
            "evidence_missing": report is not None and stage is not report.stage,
            "no_planned_date": light is Light.NOT_ASSESSED
            and report is not None
            and report.next_stage_due is None
            and rule is MilestoneRule.STAGED,
            "fallen_back": was_done and stage is not Stage.DONE,
            "other_figures": milestone in with_other_figures,
            "overridden": milestone in overrides,
        }
        flags |= {name for name, is_so in marks.items() if is_so}
        found.append(
            MilestoneJudgement(
                milestone=milestone,
                task=int(row["task"]),
                theme=themes.get(int(row["task"])),
                name_zh=row["name_zh"],
                name_en=row["name_en"],
                rule=rule,
                commitment=Commitment(row["commitment"]),
                computed_light=light,
                stage=stage,
                stage_share_pct=share,
                deadline=deadline,
                report=report,
                override=overrides.get(milestone),
                flags=tuple(sorted(flags)),
            )
        )
    return found


_COLUMNS: dict[str, object] = {
    "milestone": "t",
    "task": "i",
    "theme": Theme,
    "rule": MilestoneRule,
    "commitment": Commitment,
    "is_counted": "f",
    "light": Light,
    "computed_light": Light,
    "override_reason": "t",
    "override_author": "t",
    "override_expires": "d",
    "stage": Stage,
    "stage_share_pct": "n",
    "next_stage_due": "d",
    "evidence": "t",
    "reference_date": "d",
    "reported_on": "d",
    "source": "t",
    "deadline": "d",
    "flags": "l",
}


def milestone_lights(
    tables: Tables, as_of: date, thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> pd.DataFrame:
    """One row per milestone, in plan order: its light, stage and flags on a day.

    `stage_share_pct` is a stage value (阶段值), not a measurement. Types as in indicator_lights.
    """
    rows = [_row(judgement) for judgement in judge_milestones(tables, as_of, thresholds)]
    return typed(rows, _COLUMNS)


def _row(judgement: MilestoneJudgement) -> dict[str, object]:
    row: dict[str, object] = {
        "is_counted": True,
        "light": judgement.light,
        "flags": list(judgement.flags),
    }
    if judgement.override is not None:
        row["override_reason"] = judgement.override.reason
        row["override_author"] = judgement.override.author
        row["override_expires"] = judgement.override.expires
    for name in _COLUMNS:
        if name not in row:
            row[name] = getattr(judgement, name, getattr(judgement.report, name, None))
    return row


def _stage_reports(tables: Tables, as_of: date) -> tuple[dict[str, list[StageReport]], set[str]]:
    rows = tables.milestone_reports
    rows = rows[(rows["reference_date"] <= pd.Timestamp(as_of)).to_numpy(bool)]
    is_same = (rows["comparability"] == Comparability.SAME.value).to_numpy(bool)
    with_other_figures = set(rows.loc[~is_same, "milestone"])
    rows = rows[is_same].sort_values(["milestone", "reference_date"], kind="stable")
    found: dict[str, list[StageReport]] = {}
    for milestone, day, stage, due, evidence, reported_on, source in zip(
        rows["milestone"].tolist(),
        dates(rows["reference_date"]),
        rows["stage"].tolist(),
        dates(rows["next_stage_due"]),
        texts(rows["evidence"]),
        dates(rows["reported_on"]),
        texts(rows["source"]),
        strict=True,
    ):
        found.setdefault(milestone, []).append(
            StageReport(day, Stage(stage), due, evidence, reported_on, source)
        )
    return found, with_other_figures
