"""What was published when: the periods to choose from, and one indicator's history and path."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import pandas as pd

from hengyang.errors import DataMissing
from hengyang.progress.cases import comparable_observations, dates, gather
from hengyang.progress.config import DEFAULT_THRESHOLDS, Thresholds
from hengyang.progress.indicators import judge, judgements
from hengyang.progress.paths import Path, month_end
from hengyang.remembered import remembered
from hengyang.schema import Curve, Tables

_HISTORY = ["reference_date", "value", "reported_on", "source"]


@remembered(16)
def reporting_periods(tables: Tables) -> list[date]:
    """Ends of the months with published values or milestone reports, latest first.

    Months before the notice's own are left out: what was published for them can only be a baseline.
    """
    return list(_reporting_periods(tables.plan, tables.observations, tables.milestone_reports))


@remembered(16)
def _reporting_periods(
    plan: pd.DataFrame, observations: pd.DataFrame, milestone_reports: pd.DataFrame
) -> tuple[date, ...]:
    first = month_end(plan.iloc[0]["notice_date"].date())
    days = {
        *dates(observations["reference_date"].drop_duplicates()),
        *dates(milestone_reports["reference_date"].drop_duplicates()),
    }
    ends = {month_end(day) for day in days if day is not None}
    return tuple(sorted((end for end in ends if end >= first), reverse=True))


def default_as_of(tables: Tables) -> date:
    """The end of the last month with a published value, never today; without any, of the notice's month."""
    periods = reporting_periods(tables)
    return periods[0] if periods else month_end(tables.plan.iloc[0]["notice_date"].date())


def history(indicator: str, tables: Tables, as_of: date) -> pd.DataFrame:
    """The comparable city-wide values of an indicator up to a day, oldest first, baselines included."""
    rows = comparable_observations(tables, as_of, [indicator])
    return rows[["reference_date", "value", "reported_on", "source"]].reset_index(drop=True)


def path(
    indicator: str,
    tables: Tables,
    as_of: date,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> pd.DataFrame:
    """The corners of an indicator's expected path (date, expected_value), enough to draw it.

    An S-curve comes as monthly points. Empty where the method gives no path.
    Raises: DataMissing for an unknown indicator.
    """
    cases = gather(tables, as_of, [indicator])
    if not cases:
        raise DataMissing(f"no indicator {indicator}", name=indicator)
    return _corners(judge(cases[0], as_of, thresholds).path)


@dataclass(frozen=True)
class Curves:
    """The histories and paths of all indicators on a day, each worked out when first asked for.

    Shared: never mutate the frames.
    """

    tables: Tables = field(repr=False)
    as_of: date
    thresholds: Thresholds = DEFAULT_THRESHOLDS

    def history(self, indicator: str) -> pd.DataFrame:
        """As `history`; empty for an indicator without values."""
        return self._histories.get(indicator, self._no_history)

    def path(self, indicator: str) -> pd.DataFrame:
        """As `path`."""
        return self._paths[indicator]

    @cached_property
    def _histories(self) -> dict[str, pd.DataFrame]:
        rows = comparable_observations(self.tables, self.as_of)
        return {
            str(indicator): group[_HISTORY].reset_index(drop=True)
            for indicator, group in rows.groupby("indicator", observed=True)
        }

    @cached_property
    def _no_history(self) -> pd.DataFrame:
        return self.tables.observations.iloc[:0][_HISTORY]

    @cached_property
    def _paths(self) -> dict[str, pd.DataFrame]:
        return {
            judgement.case.indicator: _corners(judgement.path)
            for judgement in judgements(self.tables, self.as_of, self.thresholds)
        }


def _corners(found: Path | None) -> pd.DataFrame:
    points: list[tuple[date, float]] = []
    if found is not None and found.curve is Curve.S_CURVE and not found.annual_targets:
        length = (found.deadline - found.start).days
        steps = max(round(length / 30), 1)
        days = [found.start + timedelta(days=round(length * n / steps)) for n in range(steps + 1)]
        points = [(day, found.expected_value(day)) for day in days]
    elif found is not None:
        points = list(found.nodes)
    return pd.DataFrame(
        {
            "date": pd.to_datetime([day for day, _ in points]).astype("datetime64[s]"),
            "expected_value": pd.array([value for _, value in points], dtype="float64"),
        }
    ).astype({"expected_value": "float64"})
