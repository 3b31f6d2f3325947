"""From the facts of an indicator to its light, its figures and its flags; all of them as a frame."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

import pandas as pd

from hengyang.progress.aims import aim_of, band_distance, is_target_met, path_of
from hengyang.progress.cases import Case, Report, gather
from hengyang.progress.columns import typed
from hengyang.progress.config import DEFAULT_THRESHOLDS, Thresholds, period_days
from hengyang.progress.lights import UNREPORTED_LIGHTS, is_final_missing, light_of, reaches
from hengyang.progress.pace import NO_PACE, Pace, pace_of
from hengyang.progress.paths import Path, attainment_pct, first_period_end
from hengyang.schema import (
    Arrow,
    Commitment,
    Comparator,
    Curve,
    Direction,
    Light,
    Reading,
    Rule,
    Tables,
    Theme,
)


@dataclass(frozen=True)
class Judgement:
    """One indicator judged on a day; None is "there is none", never 0.

    `aim` is the value that the path leads to (the low end of a range, the edge of a band);
    `margin` is for floors and caps, in the indicator's unit; `path` is None where method.md gives
    none. `must_be_kept`: judged by held or lost instead of by a path.
    """

    case: Case
    computed_light: Light | None
    latest: Report | None
    aim: float | None
    path: Path | None
    attainment_pct: float | None
    expected_pct: float | None
    expected_value: float | None
    gap_points: float | None
    margin: float | None
    is_met: bool | None
    must_be_kept: bool
    is_due: bool
    is_stale: bool
    has_fallen_back: bool
    first_met_date: date | None
    pace: Pace
    flags: tuple[str, ...]

    @property
    def light(self) -> Light | None:
        """The reviewer's light where one is in force, else the computed one."""
        if self.case.override is not None and self.computed_light is not None:
            return self.case.override.light
        return self.computed_light


def judge(case: Case, as_of: date, thresholds: Thresholds = DEFAULT_THRESHOLDS) -> Judgement:
    """The judgement of one indicator on a day."""
    latest = case.reports[-1] if case.reports else None
    value = None if latest is None else latest.value
    flags = set(case.flags)
    is_met = None if value is None else is_target_met(case, value, thresholds)
    must_be_kept = _must_be_kept(case, is_met, thresholds)
    path = None if must_be_kept else path_of(case)
    if path is not None and latest is not None and latest.reference_date < path.start:
        path = None
    attainment, expected, gap = _distances(case, path, latest, thresholds)
    margin = None
    if value is not None and case.target is not None and case.rule in (Rule.FLOOR, Rule.CAP):
        margin = value - case.target if case.rule is Rule.FLOOR else case.target - value

    pace = _pace(case, as_of, is_met, must_be_kept)
    stale_after_days = (
        math.inf
        if case.frequency is None
        else thresholds.stale_periods * period_days(case.frequency)
    )
    light = None
    if case.rule is not Rule.DESCRIBED:
        light = light_of(
            as_of=as_of,
            start=case.start,
            deadline=case.deadline,
            value_date=None if latest is None else latest.reference_date,
            stale_after_days=stale_after_days,
            is_met=is_met,
            must_be_kept=must_be_kept,
            is_about_to_be_lost=_is_about_to_be_lost(case, pace),
            gap_points=gap,
            thresholds=thresholds,
        )

    is_stale = False
    if latest is not None and light is not None and light not in UNREPORTED_LIGHTS:
        is_final = light is Light.MET and as_of >= case.deadline
        is_stale = (as_of - latest.reference_date).days > stale_after_days and not is_final
    first_met_date = _first_met_date(case, thresholds) if not must_be_kept else None
    has_fallen_back = first_met_date is not None and is_met is False

    flags |= _derived_flags(case, as_of, latest, path, thresholds)
    marks = {
        "maintain": must_be_kept and case.rule not in (Rule.FLOOR, Rule.CAP, Rule.BAND),
        "stale": is_stale,
        "fallen_back": has_fallen_back,
        "no_final_figure": latest is not None
        and light is Light.NOT_REPORTED
        and is_final_missing(as_of, case.deadline, latest.reference_date, stale_after_days),
        "overridden": case.override is not None and light is not None,
    }
    flags |= {name for name, is_so in marks.items() if is_so}
    return Judgement(
        case=case,
        computed_light=light,
        latest=latest,
        aim=aim_of(case),
        path=path,
        attainment_pct=attainment,
        expected_pct=expected,
        expected_value=None if path is None or expected is None else path.value_at_pct(expected),
        gap_points=gap,
        margin=margin,
        is_met=is_met,
        must_be_kept=must_be_kept,
        is_due=case.frequency is not None
        and as_of >= first_period_end(case.frequency, case.notice_date),
        is_stale=is_stale,
        has_fallen_back=has_fallen_back,
        first_met_date=first_met_date,
        pace=pace,
        flags=tuple(sorted(flags)),
    )


def judgements(
    tables: Tables,
    as_of: date,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    indicators: Sequence[str] | None = None,
) -> list[Judgement]:
    """The judgements of all indicators in plan order, or of those named."""
    return [judge(case, as_of, thresholds) for case in gather(tables, as_of, indicators)]


def indicator_lights(
    tables: Tables, as_of: date, thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> pd.DataFrame:
    """One row per indicator, in plan order: its light, figures, flags and speed on a day.

    Values are in the indicator's unit, `*_pct` and `gap_points` percent of the way from baseline to aim,
    dates `datetime64[s]`; `flags` holds sorted lists of names out of `FLAGS`. `light` is empty for
    described rows; `theme` for those of the whole plan.
    """
    rows = [_row(judgement) for judgement in judgements(tables, as_of, thresholds)]
    return typed(rows, _COLUMNS)


_PACE_COLUMNS = tuple(field.name for field in fields(Pace) if field.name != "recent_months")

#: Columns and their kinds: t text, n number, d date, f flag, i integer, l list, or an enum.
_COLUMNS: dict[str, object] = {
    "indicator": "t",
    "task": "i",
    "theme": Theme,
    "rule": Rule,
    "commitment": Commitment,
    "is_counted": "f",
    "is_due": "f",
    "light": Light,
    "computed_light": Light,
    "override_reason": "t",
    "override_author": "t",
    "override_expires": "d",
    "actual": "n",
    "reference_date": "d",
    "reported_on": "d",
    "department": "t",
    "source": "t",
    "point_count": "i",
    "baseline": "n",
    "baseline_date": "d",
    "target": "n",
    "target_low": "n",
    "target_high": "n",
    "aim": "n",
    "deadline": "d",
    "attainment_pct": "n",
    "expected_pct": "n",
    "expected_value": "n",
    "gap_points": "n",
    "margin": "n",
    "is_stale": "f",
    "has_fallen_back": "f",
    "first_met_date": "d",
    "flags": "l",
    **{
        name: Arrow if name == "arrow" else "d" if name.startswith("arrival") else "n"
        for name in _PACE_COLUMNS
    },
}


def _row(judgement: Judgement) -> dict[str, object]:
    case, latest, pace = judgement.case, judgement.latest, judgement.pace
    row: dict[str, object] = {
        "light": judgement.light,
        "flags": list(judgement.flags),
        "point_count": len(case.reports),
        "actual": None if latest is None else latest.value,
        "baseline_date": None if case.baseline is None else case.start,
    }
    if latest is not None:
        for name in ("reference_date", "reported_on", "department", "source"):
            row[name] = getattr(latest, name)
    if case.override is not None and judgement.computed_light is not None:
        row["override_reason"] = case.override.reason
        row["override_author"] = case.override.author
        row["override_expires"] = case.override.expires
    for name in _PACE_COLUMNS:
        row[name] = getattr(pace, name)
    for name in _COLUMNS:
        if name not in row:
            row[name] = getattr(judgement, name, getattr(case, name, None))
    return row


def _must_be_kept(case: Case, is_met: bool | None, thresholds: Thresholds) -> bool:
    """Floors and caps always; a band while inside; whatever the measured baseline had reached."""
    if case.rule in (Rule.FLOOR, Rule.CAP):
        return True
    if case.rule is Rule.BAND and is_met:
        return True
    if case.baseline is None or not case.is_baseline_measured:
        return False
    if case.rule is Rule.BAND:
        return band_distance(case, case.baseline, thresholds) == 0
    aim = aim_of(case)
    return aim is not None and reaches(case.baseline, aim, case.direction)


def _distances(
    case: Case, path: Path | None, latest: Report | None, thresholds: Thresholds
) -> tuple[float | None, float | None, float | None]:
    if path is None or latest is None:
        return None, None, None
    attainment = attainment_pct(path.baseline, latest.value, path.aim)
    if case.rule is Rule.BAND:
        # beyond the far edge the way back counts, not the way across
        at_baseline = band_distance(case, path.baseline, thresholds)
        attainment = 100 * (1 - band_distance(case, latest.value, thresholds) / at_baseline)
    expected = path.expected_pct(latest.reference_date)
    assert attainment is not None
    return attainment, expected, attainment - expected


def _pace(case: Case, as_of: date, is_met: bool | None, must_be_kept: bool) -> Pace:
    if case.frequency is None or case.rule in (Rule.DESCRIBED, Rule.CHECK_ONLY) or not case.reports:
        return NO_PACE
    is_share = case.unit_zh == "%" and case.rule in (Rule.LEVEL, Rule.BAND)
    return pace_of(
        case.points,
        case.frequency,
        case.deadline,
        as_of=as_of,
        aim=aim_of(case),
        is_met=bool(is_met),
        is_kept=must_be_kept,
        bounds=(0.0, 100.0) if is_share else (-math.inf, math.inf),
    )


def _is_about_to_be_lost(case: Case, pace: Pace) -> bool:
    if pace.forecast_value is None or case.target is None:
        return False
    if case.rule is Rule.FLOOR:
        return pace.forecast_value < case.target
    return case.rule is Rule.CAP and pace.forecast_value > case.target


def _first_met_date(case: Case, thresholds: Thresholds) -> date | None:
    if case.rule in (Rule.FLOOR, Rule.CAP, Rule.BAND):
        return None
    for report in case.reports:
        if is_target_met(case, report.value, thresholds):
            return report.reference_date
    return None


def _derived_flags(
    case: Case, as_of: date, latest: Report | None, path: Path | None, thresholds: Thresholds
) -> set[str]:
    high = case.target_high
    marks = {
        "about": case.comparator is Comparator.ABOUT and case.is_counted,
        "single_point": len(case.reports) == 1,
        "reading_points": case.reading is Reading.POINTS,
        "reading_relative": case.reading is Reading.RELATIVE,
        "annual_path": path is not None and bool(path.annual_targets),
        "s_curve": path is not None and path.curve is Curve.S_CURVE and not path.annual_targets,
        "baseline_from_target": path is not None and case.baseline is None,
        "above_range": latest is not None
        and high is not None
        and case.rule in (Rule.RANGE_LOW, Rule.BAND)
        and latest.value > high
        and case.direction is Direction.UP,
    }
    if case.rule is Rule.CHECK_ONLY and latest is not None:
        is_consistent = _is_consistent(case, latest.value, thresholds)
        marks["check_consistent"] = is_consistent is True
        marks["check_inconsistent"] = is_consistent is False
    return {name for name, is_so in marks.items() if is_so}


def _is_consistent(case: Case, value: float, thresholds: Thresholds) -> bool | None:
    """Whether the ratio to the paired value is near the ratio of the two targets; None if unknown."""
    if not case.paired_value or not case.paired_target or case.target is None:
        return None
    stated = case.target / case.paired_target
    return abs(value / case.paired_value - stated) <= thresholds.check_tolerance_share * stated
