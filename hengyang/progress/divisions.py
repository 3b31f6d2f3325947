"""The county-level breakdown of indicators: the newest figures, their sum against the city's, what is owed.

Targets are the whole city's: a division's figure has no light of its own, and its sum never replaces the city's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import pandas as pd

from hengyang.progress.cases import comparable_observations
from hengyang.progress.paths import first_period_end
from hengyang.remembered import remembered
from hengyang.schema import WHOLE_CITY, Comparability, Frequency, Rule, Tables

#: Rules whose parts add up to the city's figure; a rate's do not.
ADDITIVE = frozenset({Rule.CUMULATIVE.value, Rule.RANGE_LOW.value})

SumState = Literal["agrees", "differs", "partial", "not_additive", "no_city"]


@dataclass(frozen=True)
class SumCheck:
    """The divisions' sum held against the city's figure, in the indicator's unit.

    total, difference (sum − city) are None where the question makes no sense; missing: who did not report.
    """

    state: SumState
    total: float | None = None
    difference: float | None = None
    missing: int = 0


def sum_check(
    values: Sequence[float | None], city_value: float | None, *, is_additive: bool
) -> SumCheck:
    """Whether the parts (None: not reported) sum to the city's figure.

    >>> sum_check([1.0, 2.0], 4.0, is_additive=True)
    SumCheck(state='differs', total=3.0, difference=-1.0, missing=0)
    >>> sum_check([1.0, None], 4.0, is_additive=True).state
    'partial'
    """
    reported = [value for value in values if value is not None]
    missing = len(values) - len(reported)
    if not is_additive:
        return SumCheck("not_additive", missing=missing)
    # reported figures carry at most a few decimals: anything smaller is the float's own noise
    total = round(sum(reported), 6)
    if city_value is None:
        return SumCheck("no_city", total, missing=missing)
    difference = round(total - city_value, 6)
    if missing:
        return SumCheck("partial", total, difference, missing)
    return SumCheck("agrees" if difference == 0 else "differs", total, difference)


def division_codes(tables: Tables) -> list[str]:
    """The codes of the county-level divisions, in the order of the plan."""
    return [code for code in tables.divisions["division"].tolist() if code != WHOLE_CITY]


@remembered(16)
def division_values(tables: Tables, as_of: date) -> pd.DataFrame:
    """A row for each division of each indicator that is broken down, in plan order, on a day. Shared: never mutate.

    Columns: indicator, division, reference_date (of the newest breakdown), value and city_value at that date
    (empty: not reported; only what answers the target), is_owed (the division has no figure for the last
    period that has ended).
    """
    observed = tables.observations
    parts = observed[
        (observed["division"] != WHOLE_CITY)
        & (observed["comparability"] == Comparability.SAME.value)
        & (observed["reference_date"] <= pd.Timestamp(as_of))
    ]
    newest = parts.groupby("indicator", as_index=False)["reference_date"].max()
    order = tables.indicators[["indicator", "frequency"]]
    order = order.merge(newest, on="indicator")
    grid = order.merge(pd.DataFrame({"division": division_codes(tables)}), how="cross")
    key = ["indicator", "division", "reference_date"]
    grid = grid.merge(parts[[*key, "value"]], on=key, how="left")
    city = comparable_observations(tables, as_of)[["indicator", "reference_date", "value"]]
    grid = grid.merge(
        city.rename(columns={"value": "city_value"}), on=["indicator", "reference_date"], how="left"
    )
    notice = tables.plan.iloc[0]["notice_date"].date()
    last_of = {
        frequency: last_period_end(Frequency(frequency), notice, as_of)
        for frequency in set(order["frequency"].dropna())
    }
    owed = [last_of.get(frequency) for frequency in grid["frequency"]]
    owed_for = pd.to_datetime(pd.Series(owed, dtype="object", index=grid.index))
    has_figure = grid["value"].notna() & (grid["reference_date"] >= owed_for)
    grid["is_owed"] = owed_for.notna() & ~has_figure
    return grid[[*key, "value", "city_value", "is_owed"]]


def last_period_end(frequency: Frequency, notice_date: date, as_of: date) -> date | None:
    """The end of the last period that has ended on a day and was owed; None before the first.

    >>> last_period_end(Frequency.QUARTERLY, date(2017, 9, 18), date(2019, 5, 31))
    datetime.date(2019, 3, 31)
    """
    found, day = None, first_period_end(frequency, notice_date)
    while day <= as_of:
        found = day
        day = first_period_end(frequency, day + timedelta(days=1))
    return found
