"""The facts of one indicator on a day, gathered once from the tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

import pandas as pd

from hengyang.schema import (
    WHOLE_CITY,
    BaselineRule,
    Commitment,
    Comparability,
    Comparator,
    Curve,
    Direction,
    Frequency,
    Light,
    Reading,
    Rule,
    Tables,
    Theme,
)

#: Rules whose baseline may be a figure published before the notice.
_PUBLISHED_BASELINE = frozenset({Rule.LEVEL, Rule.FLOOR, Rule.CAP, Rule.BAND})
_FROM_ZERO = frozenset({Rule.CUMULATIVE, Rule.RANGE_LOW})


@dataclass(frozen=True)
class Report:
    """A city-wide value at its reference date."""

    reference_date: date
    value: float
    reported_on: date | None
    department: str | None
    source: str | None


@dataclass(frozen=True)
class Override:
    """A light set by a reviewer, in force on the day that was asked for."""

    light: Light
    reason: str
    author: str
    expires: date


@dataclass(frozen=True)
class Case:
    """One indicator with everything that its light depends on, as known on a day.

    `reports` are the comparable city-wide values dated after `start` and up to the day, oldest first: a
    value dated on or before the start is the baseline, or older than it, and no report of progress.
    `points` put a measured baseline in front of them. `flags` are those that the facts alone give.
    `paired_value` is, for a check, the newest value of the indicator that it checks, and
    `paired_target` that one's target.
    """

    indicator: str
    task: int
    theme: Theme | None
    name_zh: str
    name_en: str
    unit_zh: str
    unit_en: str
    kind: str
    rule: Rule
    commitment: Commitment
    comparator: Comparator
    direction: Direction
    frequency: Frequency | None
    target: float | None
    target_low: float | None
    target_high: float | None
    deadline: date
    notice_date: date
    start: date
    baseline: float | None
    is_baseline_measured: bool
    reports: tuple[Report, ...]
    annual_targets: tuple[tuple[date, float], ...] = ()
    curve: Curve = Curve.LINEAR
    reading: Reading | None = None
    override: Override | None = None
    paired_value: float | None = None
    paired_target: float | None = None
    flags: frozenset[str] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether values come in whole things (stations, people), so that half of one means nothing."""
        return self.kind in ("count", "people", "structure")

    @property
    def is_counted(self) -> bool:
        return self.rule not in (Rule.DESCRIBED, Rule.CHECK_ONLY)

    @property
    def points(self) -> tuple[tuple[date, float], ...]:
        measured = tuple((report.reference_date, report.value) for report in self.reports)
        if self.is_baseline_measured and self.baseline is not None:
            return ((self.start, self.baseline), *measured)
        return measured


def comparable_observations(
    tables: Tables, as_of: date, indicators: Collection[str] | None = None
) -> pd.DataFrame:
    """City-wide values that answer their target, dated up to the day, oldest first."""
    rows = tables.observations
    if indicators is not None:
        rows = rows[rows["indicator"].isin(indicators).to_numpy(bool)]
    chosen = (
        (rows["division"] == WHOLE_CITY).to_numpy(bool)
        & (rows["comparability"] == Comparability.SAME.value).to_numpy(bool)
        & (rows["reference_date"] <= pd.Timestamp(as_of)).to_numpy(bool)
    )
    return rows[chosen].sort_values(["indicator", "reference_date"], kind="stable")


def gather(tables: Tables, as_of: date, indicators: Sequence[str] | None = None) -> list[Case]:
    """The cases of all indicators in plan order, or of those named.

    Baseline: the reported one; else, for levels, floors, caps and bands, the newest comparable
    city-wide value dated up to the notice (`baseline_published`); else 0 for cumulative counts, flagged
    `baseline_assumed` where the wording may include what existed before. The start is the
    baseline's date, else the notice's (`start_assumed`).
    """
    plan = tables.plan.iloc[0]
    notice_date: date = plan["notice_date"].date()
    horizon = int(plan["horizon_year"])
    themes = theme_of_tasks(tables)
    other_figures = _with_other_figures(tables, as_of)
    baselines = {
        indicator: (day, value)
        for indicator, day, value in _dated_values(tables.baselines, "baseline_date")
    }
    annual_targets: dict[str, list[tuple[date, float]]] = defaultdict(list)
    for indicator, day, value in _dated_values(tables.path_points, "target_date"):
        annual_targets[indicator].append((day, value))
    choices = {row["indicator"]: row for row in tables.choices.to_dict("records")}
    overrides = overrides_in_force(tables, as_of)

    plan_rows = tables.indicators
    if indicators is not None:
        # the tasks of the named ones, for a check looks at its pair
        near = plan_rows.loc[plan_rows["indicator"].isin(indicators), "task"]
        plan_rows = plan_rows[plan_rows["task"].isin(near)]
    rows = plan_rows.to_dict("records")
    reports = _reports(
        comparable_observations(
            tables, as_of, None if indicators is None else [row["indicator"] for row in rows]
        )
    )
    by_quote = {
        (row["task"], row["quote_zh"]): row
        for row in rows
        if row["rule"] not in (Rule.CHECK_ONLY, Rule.DESCRIBED)
    }
    cases = []
    for row in rows:
        indicator = row["indicator"]
        if indicators is not None and indicator not in indicators:
            continue
        rule = Rule(row["rule"])
        choice = choices.get(indicator, {})
        flags = set()
        if pd.isna(row["deadline_year"]):
            flags.add("deadline_assumed")
            deadline = date(horizon, 12, 31)
        else:
            deadline = date(int(row["deadline_year"]), 12, 31)

        known = reports.get(indicator, ())
        start, baseline, is_measured = notice_date, None, False
        before = [report for report in known if report.reference_date <= notice_date]
        if indicator in baselines:
            (start, baseline), is_measured = baselines[indicator], True
        elif rule in _PUBLISHED_BASELINE and before:
            start, baseline, is_measured = before[-1].reference_date, before[-1].value, True
            flags.add("baseline_published")
        elif rule in _FROM_ZERO:
            baseline = 0.0
            if row["baseline_rule"] == BaselineRule.ZERO_ASSUMED:
                flags.add("baseline_assumed")
        if not is_measured and rule is not Rule.DESCRIBED:
            flags.add("start_assumed")
        if indicator in other_figures:
            flags.add("other_figures")

        pair = by_quote.get((row["task"], row["quote_zh"])) if rule is Rule.CHECK_ONLY else None
        paired = reports.get(pair["indicator"], ()) if pair else ()
        frequency = _enum(Frequency, choice.get("frequency")) or _enum(Frequency, row["frequency"])
        reading = _enum(Reading, choice.get("reading"))
        cases.append(
            Case(
                indicator=indicator,
                task=int(row["task"]),
                theme=themes.get(int(row["task"])),
                name_zh=row["name_zh"],
                name_en=row["name_en"],
                unit_zh=row["unit_zh"],
                unit_en=row["unit_en"],
                kind=row["kind"],
                rule=rule,
                commitment=Commitment(row["commitment"]),
                comparator=Comparator(row["comparator"]),
                direction=Direction(row["direction"]),
                frequency=frequency,
                target=_number(row["target"]),
                target_low=_number(row["target_low"]),
                target_high=_number(row["target_high"]),
                deadline=deadline,
                notice_date=notice_date,
                start=start,
                baseline=baseline,
                is_baseline_measured=is_measured,
                reports=tuple(report for report in known if report.reference_date > start),
                annual_targets=tuple(sorted(annual_targets.get(indicator, ()))),
                curve=_enum(Curve, choice.get("curve")) or Curve.LINEAR,
                reading=reading if rule is Rule.AMBIGUOUS else None,
                override=overrides.get(indicator),
                paired_value=paired[-1].value if paired else None,
                paired_target=_number(pair["target"]) if pair else None,
                flags=frozenset(flags),
            )
        )
    return cases


def theme_of_tasks(tables: Tables) -> dict[int, Theme]:
    """The theme of each numbered task; task 0, the whole plan, has none."""
    tasks = tables.tasks
    return {
        int(task): Theme(theme) for task, theme in zip(tasks["task"], tasks["theme"], strict=True)
    }


def overrides_in_force(tables: Tables, as_of: date) -> dict[str, Override]:
    """By subject: valid from its first day, over on the day it expires; of several the newest."""
    found = {}
    rows = tables.overrides
    for row in rows.sort_values("valid_from", kind="stable").to_dict("records"):
        if row["valid_from"].date() <= as_of < row["expires"].date():
            found[row["subject"]] = Override(
                Light(row["light"]), row["reason"], row["author"], row["expires"].date()
            )
    return found


def dates(series: pd.Series) -> list:
    """A date column as plain dates, None where empty."""
    return series.to_numpy().astype("datetime64[D]").tolist()


def texts(series: pd.Series) -> list[str | None]:
    """A text column as plain strings, None where empty."""
    return [None if value is None or value != value else str(value) for value in series.tolist()]


def _reports(observations: pd.DataFrame) -> dict[str, tuple[Report, ...]]:
    found: dict[str, list[Report]] = defaultdict(list)
    columns = zip(
        observations["indicator"].tolist(),
        dates(observations["reference_date"]),
        observations["value"].tolist(),
        dates(observations["reported_on"]),
        texts(observations["department"]),
        texts(observations["source"]),
        strict=True,
    )
    for indicator, day, value, reported_on, department, source in columns:
        found[indicator].append(Report(day, float(value), reported_on, department, source))
    return {indicator: tuple(reports) for indicator, reports in found.items()}


def _with_other_figures(tables: Tables, as_of: date) -> set[str]:
    rows = tables.observations
    chosen = (
        (rows["division"] == WHOLE_CITY).to_numpy(bool)
        & (rows["comparability"] != Comparability.SAME.value).to_numpy(bool)
        & (rows["reference_date"] <= pd.Timestamp(as_of)).to_numpy(bool)
    )
    return set(rows.loc[chosen, "indicator"])


def _dated_values(frame: pd.DataFrame, day: str) -> Iterator[tuple[str, date, float]]:
    yield from zip(
        frame["indicator"].tolist(), dates(frame[day]), frame["value"].tolist(), strict=True
    )


def _number(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


Member = TypeVar("Member", bound=StrEnum)


def _enum(kind: type[Member], value: str | None) -> Member | None:
    return None if value is None or pd.isna(value) else kind(value)
