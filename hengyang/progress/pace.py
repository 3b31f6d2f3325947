"""Speed: recent, required, best so far; the arrow; the forecast with its range (rules 5 and 6)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from hengyang.progress.config import DAYS_PER_MONTH, DAYS_PER_YEAR, period_days, recent_days
from hengyang.schema import Arrow, Frequency

#: Two-sided 90 % of a normal distribution.
_Z = 1.645
#: A forecast further off than this says only that it does not get there.
_FURTHEST_YEARS = 100.0

Points = tuple[tuple[date, float], ...]


@dataclass(frozen=True)
class Pace:
    """Speeds in the indicator's unit, signed (a falling target is approached at a negative speed).

    A forecast needs three recent points; `arrival_late` is None when the slow end of the range never
    arrives. `recent_months` is how far back "recent" reaches.
    """

    arrow: Arrow | None = None
    recent_per_year: float | None = None
    required_per_year: float | None = None
    best_per_month: float | None = None
    needed_per_month: float | None = None
    forecast_value: float | None = None
    forecast_low: float | None = None
    forecast_high: float | None = None
    arrival_date: date | None = None
    arrival_early: date | None = None
    arrival_late: date | None = None
    recent_months: int = 12


NO_PACE = Pace()


def theil_sen(days: list[int], values: list[float]) -> tuple[float, float, float]:
    """Median of the slopes between all pairs of points, per day, with Sen's 90 % interval.

    One wild value does not move it. Few points give the whole range of slopes as interval.

    >>> theil_sen([0, 1, 2, 3, 4], [0.0, 1.0, 2.0, 30.0, 4.0])[0]
    1.0
    """
    when, what = np.asarray(days, float), np.asarray(values, float)
    left, right = np.triu_indices(len(when), k=1)
    slopes = np.sort((what[right] - what[left]) / (when[right] - when[left]))
    count, pairs = len(when), len(slopes)
    spread = _Z * math.sqrt(count * (count - 1) * (2 * count + 5) / 18)
    low = max(math.floor((pairs - spread) / 2), 0)
    high = min(math.ceil((pairs + spread) / 2), pairs - 1)
    middle = pairs // 2
    median = slopes[middle] if pairs % 2 else (slopes[middle - 1] + slopes[middle]) / 2
    return float(median), float(slopes[low]), float(slopes[high])


def arrow_of(recent_per_year: float, required_per_year: float) -> Arrow:
    """Recent speed against required speed; standing still is `slow`, not `backwards`.

    >>> arrow_of(0.0, 12.0).value, arrow_of(-3.0, -3.0).value
    ('slow', 'fast')
    """
    ratio = recent_per_year / required_per_year
    if ratio >= 1:
        return Arrow.FAST
    if ratio >= 0.5:
        return Arrow.SLOWER
    return Arrow.SLOW if ratio >= 0 else Arrow.BACKWARDS


def best_per_month(points: Points, frequency: Frequency, *, is_rising: bool) -> float | None:
    """The best speed towards the target between two consecutive values, per month.

    Values closer than half a period are passed over: a correction a day later is no speed.
    """
    speeds = [
        (value - before) / (day - day_before).days * DAYS_PER_MONTH
        for (day_before, before), (day, value) in pairwise(points)
        if (day - day_before).days >= period_days(frequency) / 2 - 1
    ]
    if not speeds:
        return None
    return max(speeds) if is_rising else min(speeds)


def pace_of(
    points: Points,
    frequency: Frequency,
    deadline: date,
    *,
    as_of: date,
    aim: float | None,
    is_met: bool,
    is_kept: bool = False,
    bounds: tuple[float, float] = (-math.inf, math.inf),
) -> Pace:
    """Everything about speed. `points` are dated values in order, the last one the latest.

    `is_kept` (floors, caps, targets held): there is nowhere to arrive, so only the recent speed and
    the value at the deadline are told. `bounds` clip the forecast (a coverage ends at 100 %).
    The forecast starts at the latest value, so that it never contradicts what was reported.
    """
    if not points:
        return NO_PACE
    last_day, last_value = points[-1]
    recent = tuple(p for p in points if (last_day - p[0]).days <= recent_days(frequency))
    recent_months = 36 if frequency is Frequency.ANNUAL else 12
    # a day of grace, for half a month is 15.2 days and half a February 14
    is_far_enough = (recent[-1][0] - recent[0][0]).days >= period_days(frequency) / 2 - 1
    slope = low = high = None
    if len(recent) >= 2 and is_far_enough:
        origin = recent[0][0]
        slope, low, high = theil_sen([(d - origin).days for d, _ in recent], [v for _, v in recent])

    days_left = (deadline - last_day).days
    required = arrow = best = needed = None
    if aim is not None and not is_kept:
        best = best_per_month(points, frequency, is_rising=aim >= points[0][1])
        if not is_met and days_left > 0 and as_of < deadline:
            required = (aim - last_value) / days_left
            needed = required * DAYS_PER_MONTH
            if slope is not None and required:
                arrow = arrow_of(slope, required)

    forecast: tuple[float | None, float | None, float | None] = (None, None, None)
    arrivals: tuple[date | None, date | None, date | None] = (None, None, None)
    if len(recent) >= 3 and slope is not None and low is not None and high is not None:
        if days_left > 0 and as_of < deadline:
            at_end = [last_value + speed * days_left for speed in (slope, low, high)]
            middle, least, most = (min(max(end, bounds[0]), bounds[1]) for end in at_end)
            forecast = (middle, least, most)
        if aim is not None and not is_kept and not is_met:
            fast, slow = (high, low) if aim > last_value else (low, high)
            way_left = aim - last_value
            likely, early, late = (_arrival(last_day, way_left, v) for v in (slope, fast, slow))
            arrivals = (likely, early, late)
    return Pace(
        arrow=arrow,
        recent_per_year=None if slope is None else slope * DAYS_PER_YEAR,
        required_per_year=None if required is None else required * DAYS_PER_YEAR,
        best_per_month=best,
        needed_per_month=needed,
        forecast_value=forecast[0],
        forecast_low=forecast[1],
        forecast_high=forecast[2],
        arrival_date=arrivals[0],
        arrival_early=arrivals[1],
        arrival_late=arrivals[2],
        recent_months=recent_months,
    )


def _arrival(day: date, way_left: float, per_day: float) -> date | None:
    if way_left * per_day <= 0:
        return None
    days = way_left / per_day
    return day + timedelta(days=math.ceil(days)) if days <= _FURTHEST_YEARS * 365 else None
