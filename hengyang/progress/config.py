"""What an analyst may tune, and the few facts of the calendar that every rule shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from hengyang.schema import Frequency, Stage

METHOD_VERSION = 1

DAYS_PER_YEAR = 365.25
DAYS_PER_MONTH = DAYS_PER_YEAR / 12

_PERIODS_PER_YEAR = {Frequency.MONTHLY: 12, Frequency.QUARTERLY: 4, Frequency.ANNUAL: 1}

_STAGE_SHARES = MappingProxyType(
    {
        Stage.NOT_STARTED: 0.0,
        Stage.PLANNING: 15.0,
        Stage.APPROVAL: 30.0,
        Stage.IMPLEMENTING: 60.0,
        Stage.ACCEPTANCE: 90.0,
        Stage.DONE: 100.0,
    }
)


@dataclass(frozen=True)
class Thresholds:
    """The numbers of method.md that an analyst may try; the defaults are version 1.

    `*_points` are percentage points of the way from baseline to target, `*_share` are shares of 1,
    `stage_shares` are percent.
    """

    behind_points: float = 10.0
    far_behind_points: float = 30.0
    stale_periods: float = 1.5
    reported_share: float = 0.8
    red_share: float = 0.2
    not_green_share: float = 0.2
    about_share: float = 0.95
    check_tolerance_share: float = 0.25
    milestone_far_behind_days: int = 90
    band_above_is_bad: bool = False
    stage_shares: Mapping[Stage, float] = field(default_factory=lambda: _STAGE_SHARES, hash=False)


DEFAULT_THRESHOLDS = Thresholds()

#: Everything a light may be marked with; each is worded under `flag-<name>` in progress.ftl.
FLAGS: tuple[str, ...] = (
    "about",
    "above_range",
    "annual_path",
    "baseline_assumed",
    "baseline_from_target",
    "baseline_published",
    "check_consistent",
    "check_inconsistent",
    "deadline_assumed",
    "evidence_missing",
    "fallen_back",
    "maintain",
    "no_final_figure",
    "no_planned_date",
    "other_figures",
    "overridden",
    "reading_points",
    "reading_relative",
    "s_curve",
    "single_point",
    "stage_value",
    "stale",
    "start_assumed",
)


def period_days(frequency: Frequency) -> float:
    """Length of one reporting period, mean days."""
    return DAYS_PER_YEAR / _PERIODS_PER_YEAR[frequency]


def recent_days(frequency: Frequency) -> float:
    """How far back "recent" reaches from the latest value: 12 months, or three years of annual values.

    A year of annual values holds two points at most, which is no trend.
    """
    return DAYS_PER_YEAR * (3 if frequency is Frequency.ANNUAL else 1) + 1
