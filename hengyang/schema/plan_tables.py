"""The plan's tables: what data/ holds, release 1 of every store."""

from __future__ import annotations

from hengyang.schema.nouns import (
    BaselineRule,
    Commitment,
    Comparability,
    Comparator,
    Direction,
    Frequency,
    MilestoneRule,
    Role,
    RoleSource,
    Rule,
    Stage,
    Theme,
)
from hengyang.schema.table import Column, Table, enum_column

#: What every named thing is called.
NAMES = (Column("name_zh"), Column("name_en"))
INDICATOR = Column("indicator", pattern=r"^T\d\d-\d+$")
TASK = Column("task", "integer", low=0, high=31)  # 0: the whole plan

PLAN = Table(
    "plan",
    "the plan itself",
    ("plan",),
    (
        Column("plan"),
        *NAMES,
        Column("issuer_zh"),
        Column("issuer_en"),
        Column("status_zh"),
        Column("status_en"),
        Column("notice_date", "date"),
        Column("published_on", "date"),
        Column("reply_due", "date"),
        Column("horizon_year", "integer"),
    ),
)
CONSULTATION = Table(
    "consultation",
    "one fact about the consultation, with its sentence",
    ("fact",),
    (Column("fact"), *NAMES, Column("value_zh"), Column("value_en"), Column("quote_zh")),
)
THEMES = Table(
    "themes",
    "a development theme",
    ("theme",),
    (
        enum_column("theme", Theme),
        Column("order", "integer", low=1, high=5),
        *NAMES,
        Column("slogan_zh"),
        Column("slogan_en"),
        Column("intro_zh"),
        Column("intro_en"),
    ),
)
TASKS = Table(
    "tasks",
    "a numbered task",
    ("task",),
    (
        TASK,
        enum_column("theme", Theme),
        *NAMES,
        Column("clause_zh"),
        Column("departments_raw"),
        Column("text_zh"),
        Column("text_en"),
    ),
)
DEPARTMENTS = Table(
    "departments",
    "a department named in the notice",
    ("department",),
    (
        Column("department", pattern=r"^[a-z_]+$"),
        Column("order", "integer", low=1),
        *NAMES,
        Column("named_in", pattern=r"^(tasks|safeguards)$"),
    ),
)
DEPARTMENT_ALIASES = Table(
    "department_aliases",
    "a spelling of a department's name",
    ("alias_zh",),
    (Column("alias_zh"), Column("department"), Column("is_in_notice", "flag")),
)
ASSIGNMENTS = Table(
    "assignments",
    "a department listed under a task",
    ("task", "department"),
    (
        TASK,
        Column("department"),
        Column("position", "integer", low=1),
        enum_column("role", Role),
        enum_column("role_source", RoleSource),
        Column("quote_zh"),
    ),
)
INDICATORS = Table(
    "indicators",
    "a quantified target",
    ("indicator",),
    (
        INDICATOR,
        TASK,
        *NAMES,
        Column("target", "number", nullable=True, unit="unit_zh"),
        Column("target_low", "number", nullable=True, unit="unit_zh"),
        Column("target_high", "number", nullable=True, unit="unit_zh"),
        Column("unit_zh"),
        Column("unit_en"),
        enum_column("comparator", Comparator),
        Column("deadline_year", "integer", nullable=True, low=2017, high=2035),
        Column("kind"),
        enum_column("direction", Direction),
        Column("scope_zh"),
        Column("scope_en"),
        enum_column("rule", Rule),
        enum_column("baseline_rule", BaselineRule, nullable=True),
        enum_column("commitment", Commitment),
        enum_column("frequency", Frequency, nullable=True),
        Column("quote_zh"),
    ),
)
MILESTONES = Table(
    "milestones",
    "something checkable that has no number",
    ("milestone",),
    (
        Column("milestone", pattern=r"^T\d\d-M\d+$"),
        TASK,
        *NAMES,
        Column("deadline_year", "integer", nullable=True, low=2017, high=2035),
        enum_column("rule", MilestoneRule),
        enum_column("commitment", Commitment),
        Column("quote_zh"),
    ),
)
SAFEGUARDS = Table(
    "safeguards",
    "a safeguard of the plan's third part",
    ("safeguard",),
    (Column("safeguard", "integer", low=1, high=3), *NAMES, Column("text_zh"), Column("text_en")),
)
SAFEGUARD_COMMITMENTS = Table(
    "safeguard_commitments",
    "one thing a safeguard commits to",
    ("safeguard", "position"),
    (
        Column("safeguard", "integer", low=1, high=3),
        Column("position", "integer", low=1),
        Column("commitment_en"),
        Column("quote_zh"),
    ),
)
SAFEGUARD_DEPARTMENTS = Table(
    "safeguard_departments",
    "a department listed under a safeguard",
    ("safeguard", "department"),
    (
        Column("safeguard", "integer", low=1, high=3),
        Column("department"),
        Column("position", "integer", low=1),
        Column("quote_zh"),
    ),
)
DIVISIONS = Table(
    "divisions",
    "the city or one of its twelve county-level divisions",
    ("division",),
    (Column("division", pattern=r"^4304\d\d$"), *NAMES),
)
PLACES = Table(
    "places",
    "a place that a task names",
    ("place_zh", "task"),
    (
        Column("place_zh"),
        Column("place_en"),
        TASK,
        Column("division", nullable=True, pattern=r"^4304\d\d$"),
    ),
)
SOURCE_DEFECTS = Table(
    "source_defects",
    "a defect of the notice as published",
    ("defect",),
    (
        Column("defect", "integer", low=1),
        Column("where_zh"),
        Column("where_en"),
        Column("task", "integer", nullable=True, low=1, high=31),
        Column("what_zh"),
        Column("what_en"),
        Column("reading_zh"),
        Column("reading_en"),
        Column("category"),
        Column("confidence", pattern=r"^(certain|likely|possible)$"),
    ),
)
PUBLISHED_FIGURES = Table(
    "published_figures",
    "a real figure found for one of the plan's targets",
    ("subject", "reference_date"),
    (
        Column("subject"),  # an indicator or a milestone
        Column("reference_date", "date"),
        Column("value", "number", nullable=True, unit="unit_zh"),
        enum_column("stage", Stage, nullable=True),
        Column("unit_zh", nullable=True),
        enum_column("comparability", Comparability),
        Column("comparability_note_zh", nullable=True),
        Column("comparability_note_en", nullable=True),
        Column("period"),
        Column("source"),
        Column("quote_zh"),
    ),
)

THE_PLAN: tuple[Table, ...] = (
    PLAN,
    CONSULTATION,
    THEMES,
    TASKS,
    DEPARTMENTS,
    DEPARTMENT_ALIASES,
    ASSIGNMENTS,
    INDICATORS,
    MILESTONES,
    SAFEGUARDS,
    SAFEGUARD_COMMITMENTS,
    SAFEGUARD_DEPARTMENTS,
    DIVISIONS,
    PLACES,
    SOURCE_DEFECTS,
    PUBLISHED_FIGURES,
)
