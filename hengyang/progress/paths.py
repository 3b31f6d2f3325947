"""Where a value should stand on a day: dates, curves, annual targets."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from hengyang.errors import TargetUndefined
from hengyang.schema import Curve, Frequency


def month_end(day: date) -> date:
    """The last day of the month that a day lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def first_period_end(frequency: Frequency, notice_date: date) -> date:
    """The first day on which a report can be owed: the first period's end on or after the notice.

    >>> first_period_end(Frequency.QUARTERLY, date(2017, 9, 18))
    datetime.date(2017, 9, 30)
    >>> first_period_end(Frequency.ANNUAL, date(2017, 9, 18))
    datetime.date(2017, 12, 31)
    """
    months = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.ANNUAL: 12}[frequency]
    last_month = -(-notice_date.month // months) * months
    return month_end(date(notice_date.year, last_month, 1))


def attainment_pct(baseline: float, actual: float | None, target: float) -> float | None:
    """Share of the way from baseline to target already covered, percent (may pass 100 or fall below 0).

    None when nothing was reported. Falling targets need no special case.
    Raises: TargetUndefined when target equals baseline.
    Source: method.md, rule 1.

    >>> attainment_pct(baseline=40, actual=30, target=20)
    50.0
    >>> attainment_pct(baseline=80, actual=78, target=90)
    -20.0
    >>> attainment_pct(baseline=0, actual=None, target=50) is None
    True
    """
    if target == baseline:
        raise TargetUndefined(f"target {target} equals the baseline")
    if actual is None:
        return None
    return 100 * (actual - baseline) / (target - baseline)


def expected_pct(start: date, deadline: date, day: date, curve: Curve = Curve.LINEAR) -> float:
    """Share of the way that should be covered on a day, percent, within 0..100.

    An S-curve starts and ends slowly, as construction does (3x² − 2x³ of the time gone).
    A start on or after the deadline leaves no time: everything is expected.
    Source: method.md, rule 2.

    >>> round(expected_pct(date(2017, 9, 18), date(2020, 12, 31), date(2019, 5, 31)), 2)
    51.67
    >>> expected_pct(date(2017, 9, 18), date(2020, 12, 31), date(2021, 6, 30))
    100.0
    """
    if start >= deadline:
        return 100.0 if day >= deadline else 0.0
    gone = min(max((day - start).days / (deadline - start).days, 0.0), 1.0)
    if curve is Curve.S_CURVE:
        gone = gone * gone * (3 - 2 * gone)
    return 100 * gone


def interpolated(nodes: tuple[tuple[date, float], ...], day: date) -> float:
    """The value on a day between dated values; before the first and after the last these hold."""
    if day <= nodes[0][0]:
        return nodes[0][1]
    for (left, low), (right, high) in pairwise(nodes):
        if day <= right:
            return low + (high - low) * ((day - left).days / (right - left).days)
    return nodes[-1][1]


@dataclass(frozen=True)
class Path:
    """The way from a baseline at its start to an aim at its deadline.

    With annual targets the way leads through them and the curve is of no account.
    """

    start: date
    baseline: float
    deadline: date
    aim: float
    annual_targets: tuple[tuple[date, float], ...] = ()
    curve: Curve = Curve.LINEAR

    @property
    def nodes(self) -> tuple[tuple[date, float], ...]:
        between = tuple(
            node for node in self.annual_targets if self.start < node[0] < self.deadline
        )
        return ((self.start, self.baseline), *between, (self.deadline, self.aim))

    def expected_pct(self, day: date) -> float:
        if not self.annual_targets:
            return expected_pct(self.start, self.deadline, day, self.curve)
        share = attainment_pct(self.baseline, interpolated(self.nodes, day), self.aim)
        assert share is not None
        return share

    def value_at_pct(self, share_pct: float) -> float:
        """The value that stands for a share of the way."""
        return self.baseline + (self.aim - self.baseline) * share_pct / 100

    def expected_value(self, day: date) -> float:
        return self.value_at_pct(self.expected_pct(day))
