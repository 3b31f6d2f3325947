"""What a department's appraisal is made from: one item an indicator, a report, a published value, a case.

Every item says what it is about and which credit it brings by the rule; a credit that nobody can know is missing,
never 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import pandas as pd

from hengyang import labels
from hengyang.delivery.appraisal_rule import COMPONENTS, AppraisalRule
from hengyang.delivery.reporting import ReportState, fell_due
from hengyang.progress import Assessment
from hengyang.progress.paths import month_end
from hengyang.remembered import remembered
from hengyang.schema import WHOLE_CITY, CaseState, CaseStep, Stage, Tables

ITEM_COLUMNS = {
    "component": "str",
    "department": "str",
    "subject": "str",
    "task": "Int64",
    "day": "datetime64[s]",
    "weight": "float64",
    "credit_pct": "float64",
    "reason": "str",
    "release": "Int64",
}
_UNKNOWN = math.nan


class Quality(StrEnum):
    """What is recorded about something reported."""

    CLEAN = "clean"
    WARNED = "warned"
    CORRECTED = "corrected"
    NO_EVIDENCE = "no_evidence"


class CaseOutcome(StrEnum):
    """What became of a case about which a department was asked; pending ones bring no credit either way."""

    CLOSED_ON_TIME = "closed_on_time"
    CLOSED_LATE = "closed_late"
    OVERDUE = "overdue"
    UNANSWERED = "unanswered"
    PENDING = "pending"


def appraisal_items(
    tables: Tables,
    assessment: Assessment,
    due: pd.DataFrame,
    reports: pd.DataFrame,
    submissions: pd.DataFrame,
    cases: pd.DataFrame,
    events: pd.DataFrame,
    rule: AppraisalRule,
) -> pd.DataFrame:
    """All items of all departments, by component, in the order of the plan within each.

    due: reports_due; reports: as there; submissions: review.published_submissions; cases: case_standing;
    events: schema.CASE_EVENTS.
    Columns: component, department, subject (indicator, milestone, submission or case), task, day (the period's end, the
    value's reference date, the case's first red month), weight (1; the role's share for progress), credit_pct
    (missing: not known), reason (a light, ReportState, Quality or CaseOutcome), release (that brought it).
    """
    added = _frame(
        [
            *_submissions(submissions, assessment.as_of, rule),
            *_cases(cases, events, assessment.as_of, rule),
        ]
    )
    rows = pd.concat([_of_release(tables, assessment, due, reports, rule), added])
    order = rows["component"].map({name: at for at, name in enumerate(COMPONENTS)})
    return rows.iloc[order.to_numpy().argsort(kind="stable")].reset_index(drop=True)


@remembered(16)
def _of_release(
    tables: Tables,
    assessment: Assessment,
    due: pd.DataFrame,
    reports: pd.DataFrame,
    rule: AppraisalRule,
) -> pd.DataFrame:
    """The items that nothing changes as long as the release stands."""
    day = assessment.as_of
    return _frame(
        [
            *_progress(tables, assessment, rule),
            *_punctuality(fell_due(due, day), rule),
            *_values(reports, day, rule),
            *_milestones(tables, day, rule),
        ]
    )


def _frame(items: list[dict]) -> pd.DataFrame:
    return pd.DataFrame(items, columns=list(ITEM_COLUMNS)).astype(ITEM_COLUMNS)


def _item(component: str, department: object, subject: object, reason: str, **more: object) -> dict:
    return {
        "component": component,
        "department": str(department),
        "subject": str(subject),
        "reason": reason,
        "weight": 1.0,
        **more,
    }


def _progress(tables: Tables, assessment: Assessment, rule: AppraisalRule) -> Iterator[dict]:
    brings, shares = rule.section("progress"), rule.section("roles")
    lights: dict[int, list[tuple[str, str, Any]]] = {}
    for frame, name in ((assessment.counted, "indicator"), (assessment.milestones, "milestone")):
        columns = zip(
            frame["task"], frame[name], frame["light"].astype(str), frame["reference_date"],
            strict=True,
        )  # fmt: skip
        for task, subject, light, day in columns:
            lights.setdefault(int(task), []).append((str(subject), light, day))
    rows = tables.assignments
    for task, department, role in zip(
        rows["task"].astype(int), rows["department"], rows["role"].astype(str), strict=True
    ):
        for subject, light, day in lights.get(task, ()):
            yield _item(
                "progress", department, subject, light,
                task=task, day=day, weight=shares[role], credit_pct=brings.get(light, _UNKNOWN),
            )  # fmt: skip


def _punctuality(due: pd.DataFrame, rule: AppraisalRule) -> Iterator[dict]:
    brings = rule.section("punctuality")
    for row in due[due["department"].notna()].to_dict("records"):
        state = ReportState(row["state"])
        yield _item(
            "punctuality", row["department"], row["indicator"], state.value,
            task=row["task"], day=row["period_end"], release=row["release"],
            credit_pct=brings.get(state.value, _UNKNOWN),
        )  # fmt: skip


def _values(reports: pd.DataFrame, day: date, rule: AppraisalRule) -> Iterator[dict]:
    """One item a city-wide value that a department reported: clean unless it was changed or withdrawn later."""
    brings = rule.section("quality")
    rows = reports[
        (reports["division"] == WHOLE_CITY)
        & reports["department"].notna()
        & (reports["reference_date"] <= pd.Timestamp(day))
    ]
    keys = ["indicator", "reference_date", "comparability"]
    for key, versions in rows.groupby(keys, sort=True, observed=True):
        indicator, reference, _ = key
        is_other = versions["value"].nunique() > 1 or versions["is_withdrawn"].any()
        found = Quality.CORRECTED if is_other else Quality.CLEAN
        yield _item(
            "quality", versions["department"].iloc[0], indicator, found.value,
            task=int(str(indicator)[1:3]), day=reference, release=versions["release"].iloc[-1],
            credit_pct=brings[found],
        )  # fmt: skip


def _milestones(tables: Tables, day: date, rule: AppraisalRule) -> Iterator[dict]:
    """One item a milestone whose newest report says that it is done: with its evidence or without."""
    brings = rule.section("quality")
    rows = tables.milestone_reports
    rows = rows[(rows["reference_date"] <= pd.Timestamp(day)) & rows["department"].notna()]
    newest = rows.sort_values("reference_date", kind="stable").drop_duplicates(
        "milestone", keep="last"
    )
    for row in newest[newest["stage"] == Stage.DONE].sort_values("milestone").to_dict("records"):
        has_evidence = isinstance(row["evidence"], str) and bool(row["evidence"].strip())
        found = Quality.CLEAN if has_evidence else Quality.NO_EVIDENCE
        yield _item(
            "quality", row["department"], row["milestone"], found.value,
            task=int(str(row["milestone"])[1:3]), day=row["reference_date"],
            credit_pct=brings[found],
        )  # fmt: skip


def _submissions(submissions: pd.DataFrame, day: date, rule: AppraisalRule) -> Iterator[dict]:
    brings = rule.section("quality")
    rows = submissions[submissions["department"].notna()]
    rows = rows[~(rows["period"] > pd.Timestamp(day))]
    for row in rows.to_dict("records"):
        found = Quality.WARNED if row["warnings"] else Quality.CLEAN
        yield _item(
            "quality", row["department"], row["submission"], found.value,
            day=row["period"], release=row["release"], credit_pct=brings[found],
        )  # fmt: skip


def _cases(
    cases: pd.DataFrame, events: pd.DataFrame, day: date, rule: AppraisalRule
) -> Iterator[dict]:
    brings = rule.section("cases")
    by_case = {str(case): rows for case, rows in events.groupby("case")}
    for row in cases[~cases["is_owner_inferred"]].to_dict("records"):
        outcome = case_outcome(row, by_case[str(row["case"])], day, rule)
        credit = brings.get(outcome.value, _UNKNOWN)
        if row["occurrence"] > 1:
            credit = min(credit, brings["repeated_at_most"])
        yield _item(
            "cases", row["owner"], row["case"], outcome.value,
            task=row["task"], day=row["opened_on"], credit_pct=credit,
        )  # fmt: skip


def case_outcome(
    row: Mapping[Any, Any], events: pd.DataFrame, day: date, rule: AppraisalRule
) -> CaseOutcome:
    """What became of a case (a row of case_standing with its events) by a day.

    On time: the light was better by the end of the month that was promised. Reply and closing out are judged only
    where somebody was asked; what waits for a reviewer, or for a day to come, is pending.
    """
    state = CaseState(row["state"])
    if state is CaseState.CLOSED:
        promised, better = row["promised_on"], row["recovered_on"]
        is_on_time = (
            pd.notna(promised) and pd.notna(better) and better.date() <= month_end(promised.date())
        )
        return CaseOutcome.CLOSED_ON_TIME if is_on_time else CaseOutcome.CLOSED_LATE
    if row["is_overdue"]:
        return CaseOutcome.OVERDUE
    has_replied = (events["step"] == CaseStep.REPLIED).any()
    if state is CaseState.ASKED and not has_replied:
        asked = _day_in_beijing(events.loc[events["step"] == CaseStep.ASSIGNED, "at"].iloc[0])
        if (day - asked).days > rule.section("cases")["reply_within_days"]:
            return CaseOutcome.UNANSWERED
    return CaseOutcome.PENDING


def _day_in_beijing(moment: datetime) -> date:
    return labels.in_beijing(moment).date()
