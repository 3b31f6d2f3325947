"""What was published when: the periods to choose from, and one indicator's history and path."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from hengyang.errors import DataMissing
from hengyang.progress.cases import comparable_observations, dates, gather
from hengyang.progress.config import DEFAULT_THRESHOLDS, Thresholds
from hengyang.progress.indicators import judge
from hengyang.progress.paths import month_end
from hengyang.schema import Curve, Tables


def reporting_periods(tables: Tables) -> list[date]:
    """Ends of the months with published values or milestone reports, latest first.

    Months before the notice's own are left out: what was published for them can only be a baseline.
    """
    first = month_end(tables.plan.iloc[0]["notice_date"].date())
    days = {
        *dates(tables.observations["reference_date"].drop_duplicates()),
        *dates(tables.milestone_reports["reference_date"].drop_duplicates()),
    }
    ends = {month_end(day) for day in days if day is not None}
    return sorted((end for end in ends if end >= first), reverse=True)


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
    found = judge(cases[0], as_of, thresholds).path
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
            "expected_value": pd.Series([value for _, value in points], dtype="float64"),
        }
    )
