"""A reason short enough for a line of a list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from hengyang import labels
from hengyang.progress import amounts
from hengyang.schema import Language, Light, MilestoneRule, Rule, Stage, Tables


def reason(
    row: Mapping[str, Any] | pd.Series, language: Language = "zh", tables: Tables | None = None
) -> str:
    """Why a row of indicator lights or milestone lights has its light, in a few words.

    The units come from `tables`; without them numbers stand alone.
    """
    say = labels.words(language)
    if not pd.isna(row["override_reason"]):
        return say("progress-reason-overridden", reason=row["override_reason"])
    if "milestone" in row:
        return _milestone_reason(row, language)
    unit, is_whole = _unit(row["indicator"], language, tables)
    return _indicator_reason(row, unit, is_whole, language)


def _indicator_reason(
    row: Mapping[str, Any] | pd.Series, unit: str, is_whole: bool, language: Language
) -> str:
    say, rule, light = labels.words(language), row["rule"], row["light"]
    if rule == Rule.DESCRIBED:
        return say("progress-reason-described")
    if light == Light.NOT_DUE:
        start = row["deadline"] if pd.isna(row["baseline_date"]) else row["baseline_date"]
        return say("progress-reason-not-due", day=_day(start, language))
    if pd.isna(row["actual"]):
        return say("progress-reason-not-reported")
    if light == Light.NOT_REPORTED:
        return say("progress-reason-no-final", day=_day(row["reference_date"], language))
    actual = amounts.reported(row["actual"], unit, language, is_whole=is_whole)
    if rule == Rule.CHECK_ONLY:
        return say("progress-reason-check", actual=actual)
    if light == Light.NOT_ASSESSED:
        return say("progress-reason-no-path", actual=actual)
    if light in (Light.MET, Light.OVERDUE):
        aim = amounts.amount(row["aim"], unit, language)
        return say(f"progress-reason-{light}", actual=actual, aim=aim)
    if not pd.isna(row["margin"]):
        margin = amounts.size(abs(row["margin"]), unit, language)
        held = "held" if row["margin"] >= 0 else "lost"
        return say(f"progress-reason-margin-{held}", actual=actual, margin=margin)
    if pd.isna(row["gap_points"]):
        held = "lost" if light == Light.FAR_BEHIND else "held"
        return say(f"progress-reason-{held}", actual=actual)
    return say(
        "progress-reason-path",
        actual=actual,
        expected=amounts.expected(row["expected_value"], unit, language),
        gap=amounts.gap(row["gap_points"], language),
    )


def _milestone_reason(row: Mapping[str, Any] | pd.Series, language: Language) -> str:
    say, light = labels.words(language), row["light"]
    if light == Light.NOT_DUE or pd.isna(row["stage"]):
        return say("progress-reason-not-reported")
    stage = say(f"stage-{Stage(row['stage'])}")
    if row["rule"] == MilestoneRule.STANDING:
        return say("progress-reason-standing", stage=stage)
    if light == Light.OVERDUE:
        deadline = _day(row["deadline"], language)
        return say("progress-reason-stage-overdue", stage=stage, deadline=deadline)
    if pd.isna(row["next_stage_due"]) or light == Light.MET:
        return say("progress-reason-stage", stage=stage)
    is_late = light in (Light.BEHIND, Light.FAR_BEHIND)
    key = "progress-reason-stage-late" if is_late else "progress-reason-stage-due"
    return say(key, stage=stage, due=_day(row["next_stage_due"], language))


def _unit(indicator: str, language: Language, tables: Tables | None) -> tuple[str, bool]:
    if tables is None:
        return "", False
    found = tables.indicators[tables.indicators["indicator"] == indicator]
    if found.empty:
        return "", False
    row = found.iloc[0]
    return str(row[f"unit_{language}"]), row["kind"] in ("count", "people", "structure")


def _day(value: pd.Timestamp | date, language: Language) -> str:
    return labels.day(value.date() if isinstance(value, pd.Timestamp) else value, language)
