"""The decision of one light from what is known (method.md, rule 4), and nothing else."""

from __future__ import annotations

from datetime import date

from hengyang.progress.config import DEFAULT_THRESHOLDS, Thresholds
from hengyang.schema import Direction, Light

GREEN_LIGHTS = frozenset({Light.MET, Light.ON_TRACK, Light.NEARLY})
RED_LIGHTS = frozenset({Light.FAR_BEHIND, Light.OVERDUE})
UNREPORTED_LIGHTS = frozenset({Light.NOT_DUE, Light.NOT_REPORTED})
#: The order of every stacked bar, sum and legend: best first, grey last.
BAR_ORDER = (
    Light.MET,
    Light.ON_TRACK,
    Light.NEARLY,
    Light.BEHIND,
    Light.FAR_BEHIND,
    Light.OVERDUE,
    Light.NOT_ASSESSED,
    Light.NOT_REPORTED,
    Light.NOT_DUE,
)


def reaches(
    value: float,
    target: float,
    direction: Direction = Direction.UP,
    *,
    is_about: bool = False,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> bool:
    """Whether a value is at or past its target; 约 gives away a twentieth of the target.

    Full coverage is reached only when exactly full.

    >>> reaches(99.99, 100)
    False
    >>> reaches(152, 160, is_about=True), reaches(151.9, 160, is_about=True)
    (True, False)
    """
    slack = abs(target) * (1 - thresholds.about_share) if is_about else 0.0
    way_past = value - target if direction is Direction.UP else target - value
    # nine decimals: 0.05 × 160 is not exactly 8, and nobody reports nanometres
    return way_past >= 0 or (is_about and round(way_past + slack, 9) >= 0)


def light_of_gap(gap_points: float, thresholds: Thresholds = DEFAULT_THRESHOLDS) -> Light:
    """The colour of a distance from the path, percentage points; the edges belong to `behind`.

    >>> [light_of_gap(gap).value for gap in (-30.1, -30, -10, -9.9, 0)]
    ['far_behind', 'behind', 'behind', 'nearly', 'on_track']
    """
    gap_points = round(gap_points, 9)  # 100·(0.3 − 0.4) is a hair below −10
    if gap_points < -thresholds.far_behind_points:
        return Light.FAR_BEHIND
    if gap_points <= -thresholds.behind_points:
        return Light.BEHIND
    return Light.NEARLY if gap_points < 0 else Light.ON_TRACK


def light_of(
    *,
    as_of: date,
    start: date,
    deadline: date,
    value_date: date | None,
    stale_after_days: float,
    is_met: bool | None,
    must_be_kept: bool = False,
    is_about_to_be_lost: bool = False,
    gap_points: float | None = None,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Light:
    """The first of rule 4's lights that fits.

    `is_met` is None where the target is unknown (an ambiguous one that nobody read yet).
    `must_be_kept`: floors, caps, bands that are held, and targets that the baseline had reached
    already: on track while held, far behind when lost, met only at the deadline.

    After the deadline an old value says nothing about the end, not even one that met the target:

    >>> light_of(as_of=date(2021, 1, 31), start=date(2017, 9, 18), deadline=date(2020, 12, 31),
    ...          value_date=date(2020, 10, 31), stale_after_days=45.7, is_met=True).value
    'not_reported'

    A floor that is held is on track, and met only when its time is over:

    >>> light_of(as_of=date(2019, 1, 31), start=date(2017, 9, 18), deadline=date(2020, 12, 31),
    ...          value_date=date(2018, 12, 31), stale_after_days=548, is_met=True,
    ...          must_be_kept=True).value
    'on_track'
    """
    if as_of < start:
        return Light.NOT_DUE
    if value_date is None:
        return Light.NOT_REPORTED
    if is_final_missing(as_of, deadline, value_date, stale_after_days):
        return Light.NOT_REPORTED
    if is_met and (as_of >= deadline or not must_be_kept):
        return Light.MET
    if is_met is False and as_of >= deadline:
        return Light.OVERDUE
    if must_be_kept:
        if not is_met:
            return Light.FAR_BEHIND
        return Light.NEARLY if is_about_to_be_lost else Light.ON_TRACK
    if gap_points is None:
        return Light.NOT_ASSESSED
    return light_of_gap(gap_points, thresholds)


def is_final_missing(
    as_of: date, deadline: date, value_date: date, stale_after_days: float
) -> bool:
    """Whether the time is over and the last value is too old to be the final figure."""
    return as_of > deadline and (deadline - value_date).days > stale_after_days
