"""The tables of a lake of many plans: which plans it has, and what a roll-up says of each."""

from __future__ import annotations

from hengyang.schema.nouns import Arrow, Light, Theme, ThemeLight, Unranked
from hengyang.schema.plan_tables import INDICATOR, NAMES
from hengyang.schema.table import Column, Table, enum_column

_PLAN = Column("plan", pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")

LAKE_PLANS = Table(
    "lake_plans",
    "a plan of the lake",
    ("plan",),
    (_PLAN, *NAMES, Column("is_simulated", "flag"), Column("added_at", "instant")),
)

#: Counts are of counted indicators. `expected_to_arrive` of `forecast_count`: whose forecast meets the target in time;
#: `is_fast_enough_count` of `pace_count`: whose recent speed is at least the speed still required.
STANDINGS = Table(
    "standings",
    "how one plan of a lake stands on a day",
    ("plan",),
    (
        _PLAN,
        *NAMES,
        Column("is_simulated", "flag"),
        Column("plan_release", "integer", low=1),
        Column("as_of", "date"),
        Column("indicators", "integer", low=0),
        *(Column(light.value, "integer", low=0) for light in Light),
        Column("due", "integer", low=0),
        Column("reported", "integer", low=0),
        Column("stale", "integer", low=0),
        Column("mean_attainment_pct", "number", nullable=True, unit="%"),
        Column("mean_expected_pct", "number", nullable=True, unit="%"),
        Column("mean_attainment_count", "integer", low=0),
        Column("pace_count", "integer", low=0),
        Column("is_fast_enough_count", "integer", low=0),
        Column("forecast_count", "integer", low=0),
        Column("expected_to_arrive_count", "integer", low=0),
        *(enum_column(f"theme_{theme.value}", ThemeLight, nullable=True) for theme in Theme),
        Column("green_share_pct", "number", nullable=True, unit="%", low=0, high=100),
        Column("rank", "integer", nullable=True, low=1),
        enum_column("unranked_because", Unranked, nullable=True),
    ),
)

PLAN_LIGHTS = Table(
    "plan_lights",
    "the light, pace and forecast of one indicator of one plan of a lake on a day",
    ("plan", "indicator"),
    (
        _PLAN,
        INDICATOR,
        enum_column("light", Light, nullable=True),  # what is only described has none
        Column("is_counted", "flag"),
        Column("is_due", "flag"),
        Column("actual", "number", nullable=True, unit="the indicator's unit"),
        Column("reference_date", "date", nullable=True),
        Column("attainment_pct", "number", nullable=True, unit="%"),
        Column("expected_pct", "number", nullable=True, unit="%"),
        Column("gap_points", "number", nullable=True, unit="percentage points"),
        enum_column("arrow", Arrow, nullable=True),
        Column("forecast_value", "number", nullable=True, unit="the indicator's unit"),
        Column("forecast_low", "number", nullable=True, unit="the indicator's unit"),
        Column("forecast_high", "number", nullable=True, unit="the indicator's unit"),
        Column("arrival_date", "date", nullable=True),
    ),
)

#: What a roll-up publishes.
ROLLUP_TABLES = (STANDINGS, PLAN_LIGHTS)
