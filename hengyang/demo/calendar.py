"""The simulated months: which releases the demo has, when they are published, who reports when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pandas as pd

#: 2017-09 … 2019-06, each by its last day.
MONTHS: tuple[date, ...] = tuple(
    stamp.date() for stamp in pd.date_range("2017-09-30", "2019-06-30", freq="ME")
)
#: Months whose report is followed by a release of its own that corrects or withdraws earlier values.
CORRECTED_AFTER: tuple[date, ...] = (date(2018, 6, 30), date(2018, 12, 31), date(2019, 4, 30))
YEAR_ENDS: tuple[date, ...] = (date(2017, 12, 31), date(2018, 12, 31))
_ANNUAL_FIGURES_TAKE_MONTHS = 1


@dataclass(frozen=True)
class Round:
    """One release of the demo: a month's report, or the correction that follows it."""

    month: date
    is_correction: bool

    @property
    def submission(self) -> str:
        return f"demo-{self.month:%Y-%m}" + ("-correction" if self.is_correction else "")

    @property
    def published_at(self) -> datetime:
        day = self.month + timedelta(days=20 if self.is_correction else 8)
        return datetime(day.year, day.month, day.day, 2, 30, tzinfo=UTC)


ROUNDS: tuple[Round, ...] = tuple(
    turn
    for month in MONTHS
    for turn in (
        [Round(month, False), Round(month, True)]
        if month in CORRECTED_AFTER
        else [Round(month, False)]
    )
)
#: The submissions of the demo in the order of their releases.
SUBMISSIONS: tuple[str, ...] = tuple(turn.submission for turn in ROUNDS)


def month_of(text: str) -> date:
    """The last day of 2018-05."""
    return next(month for month in MONTHS if f"{month:%Y-%m}" == text)


def carried_by(reference: date, delay_months: int) -> Round | None:
    """The monthly round that brings a value this many months late; None when the demo ends before."""
    later = [month for month in MONTHS if month >= reference]
    return Round(later[delay_months], False) if delay_months < len(later) else None


def annual_figures_by(year_end: date, delay_months: int = 0) -> Round | None:
    """Annual figures are settled a month after the year's end, or later still."""
    return carried_by(year_end, _ANNUAL_FIGURES_TAKE_MONTHS + delay_months)
