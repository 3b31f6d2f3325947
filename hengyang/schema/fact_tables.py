"""The fact tables: what is reported, decided and released from month to month."""

from __future__ import annotations

from hengyang.schema.nouns import Comparability, Curve, Frequency, Light, Reading, Stage
from hengyang.schema.plan_tables import INDICATOR, TASK
from hengyang.schema.table import Column, Table, enum_column

#: Who said so, where and when.
ORIGIN = (
    Column("source"),
    Column("quote_zh", nullable=True),
    Column("department", nullable=True),
    Column("reported_on", "date"),
    Column("reason", nullable=True),
    Column("is_simulated", "flag"),
)

OBSERVATIONS = Table(
    "observations",
    "the value of an indicator at a reference date",
    ("indicator", "division", "reference_date", "comparability"),
    (
        INDICATOR,
        Column("division", pattern=r"^4304\d\d$"),
        Column("reference_date", "date"),
        Column("value", "number", unit="the indicator's unit"),
        enum_column("comparability", Comparability),
        *ORIGIN,
    ),
    is_fact=True,
)
MILESTONE_REPORTS = Table(
    "milestone_reports",
    "how far a milestone has come at a reference date",
    ("milestone", "reference_date"),
    (
        Column("milestone", pattern=r"^T\d\d-M\d+$"),
        Column("reference_date", "date"),
        enum_column("stage", Stage),
        Column("next_stage_due", "date", nullable=True),
        Column("evidence", nullable=True),
        enum_column("comparability", Comparability),
        *ORIGIN,
    ),
    is_fact=True,
)
NARRATIVES = Table(
    "narratives",
    "what a department says about a task at a reference date",
    ("task", "department", "reference_date"),
    (
        TASK,
        Column("department"),
        Column("reference_date", "date"),
        Column("text_zh"),
        Column("text_en", nullable=True),
        Column("reported_on", "date"),
        Column("is_simulated", "flag"),
    ),
    is_fact=True,
)
BASELINES = Table(
    "baselines",
    "a reported baseline of an indicator",
    ("indicator",),
    (
        INDICATOR,
        Column("baseline_date", "date"),
        Column("value", "number", unit="the indicator's unit"),
        *ORIGIN,
    ),
    is_fact=True,
)
PATH_POINTS = Table(
    "path_points",
    "an annual target that an analyst supplied",
    ("indicator", "target_date"),
    (
        INDICATOR,
        Column("target_date", "date"),
        Column("value", "number", unit="the indicator's unit"),
        *ORIGIN,
    ),
    is_fact=True,
)
CHOICES = Table(
    "choices",
    "an analyst's decision about how an indicator is judged",
    ("indicator",),
    (
        INDICATOR,
        enum_column("curve", Curve, nullable=True),
        enum_column("reading", Reading, nullable=True),
        enum_column("frequency", Frequency, nullable=True),
        Column("reason"),
        Column("author"),
        Column("is_simulated", "flag"),
    ),
    is_fact=True,
)
OVERRIDES = Table(
    "overrides",
    "a light set by a reviewer in place of the computed one",
    ("subject", "valid_from"),
    (
        Column("subject"),
        Column("valid_from", "date"),
        Column("expires", "date"),
        enum_column("light", Light),
        Column("reason"),
        Column("author"),
        Column("is_simulated", "flag"),
    ),
    is_fact=True,
)

MONTHLY_FACTS: tuple[Table, ...] = (
    OBSERVATIONS,
    MILESTONE_REPORTS,
    NARRATIVES,
    BASELINES,
    PATH_POINTS,
    CHOICES,
    OVERRIDES,
)
