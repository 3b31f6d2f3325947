"""What happens to each indicator in the simulation. Every number here is invented.

Shaped so that the demo shows what a reader may meet: on time and late, over and under, silent since the
beginning, silent since a month, corrected, withdrawn, fallen, fallen back, exactly on a boundary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Count:
    """A cumulative count or length, reported monthly.

    `final` is its value at the end of June 2019, `months` are written 2018-05.
    """

    final: float
    decimals: int = 0
    first: str = "2017-09"
    #: The last month reported; afterwards silence (the value is stale).
    last: str = "2019-06"
    is_quarterly: bool = False
    #: month → how many months late its report comes.
    late_months: Mapping[str, int] = field(default_factory=dict)
    #: Every report comes this many months late.
    always_late_months: int = 0
    never_reported: tuple[str, ...] = ()
    #: (month, fall): from this month on the count is lower, with a reason.
    fall: tuple[str, float] | None = None
    #: (month, the correction's month): first reported like the month before, put right later.
    corrected: tuple[str, str] | None = None
    #: (month, the correction's month): reported, then withdrawn.
    withdrawn: tuple[str, str] | None = None
    #: (factor, indicator): always so many times the other one, as people to households.
    times: tuple[float, str] | None = None
    has_divisions: bool = False
    #: (division, surplus): in the last month the divisions add up to this much more than the city.
    mismatch: tuple[str, float] | None = None


@dataclass(frozen=True)
class Level:
    """A level with its figures for the ends of 2017 and 2018, and its baseline of 2016 where one is reported."""

    values: tuple[float | None, float | None]
    baseline: float | None = None
    late_months: int = 0
    #: The figure of 2017 as first reported, before the correction of June 2018.
    first_reported: float | None = None
    has_divisions: bool = False


@dataclass(frozen=True)
class Quarterly:
    """A level reported for each quarter from the end of 2017 on."""

    values: tuple[float, ...]
    baseline: float
    #: month → a value of that month alone, which answers another question than the target.
    single_months: Mapping[str, float] = field(default_factory=dict)


#: Never reported at all: 未报送.
SILENT: tuple[str, ...] = (
    "T04-3", "T06-2", "T12-3", "T16-5", "T17-4", "T20-2", "T24-5", "T26-2",
)  # fmt: skip

#: T05-3 month by month: 15.0 km at the end of May 2019, 0.9 km a month in the twelve months before.
UTILITY_TUNNEL_KM: tuple[float, ...] = (
    0.0, 0.0, 0.0, 0.2, 0.5, 0.9, 1.6, 2.8, 4.2, 5.1, 6.0,
    6.9, 7.8, 8.7, 9.6, 10.5, 11.4, 12.3, 13.2, 14.1, 15.0, 15.6,
)  # fmt: skip

COUNTS: Mapping[str, Count] = {
    "T02-1": Count(6),  # above the range of 3 to 5
    "T02-2": Count(31, corrected=("2019-03", "2019-04")),
    "T02-3": Count(2),
    "T02-4": Count(6),
    "T03-1": Count(5),  # met, with nothing to spare
    "T03-2": Count(17),  # over target
    "T03-3": Count(8),
    "T03-4": Count(5),
    "T04-1": Count(0, first="2017-10"),  # a reported zero is not silence
    "T04-2": Count(88, decimals=1),
    "T08-1": Count(12),
    "T08-2": Count(9870, late_months={"2019-02": 1}, has_divisions=True),
    "T09-5": Count(6, is_quarterly=True),
    "T11-1": Count(2, never_reported=("2018-02", "2018-09", "2019-02")),  # the low end, exactly
    "T12-1": Count(4, late_months={"2018-11": 2, "2018-12": 2}),
    "T12-2": Count(3),
    "T13-3": Count(118, has_divisions=True),
    "T13-4": Count(12),  # over target
    "T13-5": Count(0, first="2018-01"),
    "T13-6": Count(5, never_reported=("2018-03", "2018-04")),
    "T16-3": Count(128_000, last="2018-12", has_divisions=True),  # stale
    "T17-1": Count(9150, fall=("2018-10", 300), has_divisions=True),
    "T17-2": Count(214, has_divisions=True),
    "T17-3": Count(20),
    "T17-5": Count(1625, has_divisions=True),  # exactly where the path is: 650 of 1200 days
    "T17-6": Count(6500, times=(4, "T17-5")),
    "T20-1": Count(1, always_late_months=1),
    "T21-1": Count(1, last="2019-03"),  # stale and behind
    "T22-2": Count(71_400, has_divisions=True),
    "T23-1": Count(
        10_400, late_months={"2018-07": 1, "2018-08": 1, "2018-09": 1}, has_divisions=True
    ),
    "T24-1": Count(121_300, has_divisions=True),
    "T24-3": Count(231, decimals=1, corrected=("2018-11", "2018-12")),
    "T24-4": Count(397.5, decimals=1),  # ten points short exactly
    "T24-6": Count(96, decimals=1, withdrawn=("2019-03", "2019-04")),
    "T29-1": Count(28),
    "T31-1": Count(6240, has_divisions=True, mismatch=("430481", 60)),
}

LEVELS: Mapping[str, Level] = {
    "T04-4": Level((13.5, 14.5), baseline=12.8),
    "T04-5": Level((5.7, 6.1)),  # no baseline: cannot be assessed
    "T05-1": Level((10.0, 18.0)),  # judged by its annual targets, met exactly
    "T05-2": Level((0.5, 0.8), baseline=0.4),
    "T06-1": Level((6.5, 11.0), baseline=4.0),
    "T06-3": Level((76.8, 78.5), baseline=72.0),  # inside its band
    "T07-1": Level((17.5, 18.6)),  # under its cap, not for long
    "T08-3": Level((93.0, 100.0), baseline=86.0),  # exactly full
    "T09-1": Level((91.4, 92.8), baseline=90.2),
    "T09-2": Level((82.9, 84.2), baseline=82.0),
    "T09-3": Level((33.5, 36.0), baseline=31.0, late_months=2),
    "T09-4": Level((97.2, 99.96), baseline=92.0),  # never reads 100
    "T09-6": Level((76.5, 82.0), baseline=72.0, has_divisions=True),
    "T11-2": Level((12.6, 13.2), baseline=12.1),
    "T11-3": Level((40.3, 39.4), baseline=37.8),  # met, then fallen back
    "T13-2": Level((61.0, 65.0), baseline=58.0, late_months=1),
    "T14-1": Level((33_100, 33_020)),  # above its floor
    "T16-1": Level((-1.2, -1.8), first_reported=-0.9),
    "T16-2": Level((-0.4, 0.6)),  # over its cap
    "T16-4": Level((1.8, 4.2)),  # two readings, none chosen
    "T24-2": Level((18.3, 19.4), baseline=17.5),
    "T25-1": Level((81.0, 88.0)),  # no baseline
    "T25-2": Level((71.6, 75.5), baseline=68.0, has_divisions=True),
    "T26-1": Level((83.4, 86.1)),  # met without a baseline
}

QUARTERLY: Mapping[str, Quarterly] = {
    "T14-2": Quarterly((90.3, 90.6, 90.9, 91.1, 91.3, 91.6, 92.0), 90.0, {"2019-05": 100.0}),
    "T15-1": Quarterly(
        (77.2, 76.8, 77.4, 77.5, 76.9, 76.8, 77.0), 76.5, {"2018-10": 71.2, "2019-05": 98.7}
    ),
}

#: indicator → its annual targets, from the year 2017 on where the pair says so.
ANNUAL_TARGETS: Mapping[str, Mapping[int, float]] = {
    "T05-1": {2017: 10.0, 2018: 18.0, 2019: 24.0, 2020: 30.0},
    "T05-2": {2018: 1.0, 2019: 1.6, 2020: 2.0},
    "T25-2": {2017: 70.0, 2018: 74.0, 2019: 77.0, 2020: 80.0},
}

#: Rough shares of the twelve divisions in what is counted, by where people live.
DIVISION_SHARES: Mapping[str, float] = {
    "430405": 0.05, "430406": 0.04, "430407": 0.04, "430408": 0.06, "430412": 0.02, "430421": 0.14,
    "430422": 0.13, "430423": 0.06, "430424": 0.09, "430426": 0.12, "430481": 0.14, "430482": 0.11,
}  # fmt: skip
