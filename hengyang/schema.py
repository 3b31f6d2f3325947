"""The nouns: enums, and the tables with their columns, units and checks, each declared once.

Looks at nothing below itself. pyarrow and pandera are loaded only inside the functions that need them
(pandera costs three quarters of a second).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import pandas as pd

from hengyang.errors import DataMissing, SchemaMismatch

if TYPE_CHECKING:
    import pyarrow as pa

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

#: The code of the whole city; every other division is one of its twelve county-level parts.
WHOLE_CITY = "430400"


class Theme(StrEnum):
    INNOVATION = "innovation"
    COORDINATION = "coordination"
    GREEN = "green"
    OPENNESS = "openness"
    SHARING = "sharing"


class Light(StrEnum):
    """The nine lights, in the order of the contract's `counts`."""

    NOT_DUE = "not_due"
    NOT_REPORTED = "not_reported"
    MET = "met"
    OVERDUE = "overdue"
    NOT_ASSESSED = "not_assessed"
    FAR_BEHIND = "far_behind"
    BEHIND = "behind"
    NEARLY = "nearly"
    ON_TRACK = "on_track"


class ThemeLight(StrEnum):
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Arrow(StrEnum):
    """Recent speed against the speed still required (method.md, rule 5)."""

    FAST = "fast"
    SLOWER = "slower"
    SLOW = "slow"
    BACKWARDS = "backwards"


class Rule(StrEnum):
    CUMULATIVE = "cumulative"
    RANGE_LOW = "range_low"
    LEVEL = "level"
    BAND = "band"
    FLOOR = "floor"
    CAP = "cap"
    AMBIGUOUS = "ambiguous"
    CHECK_ONLY = "check_only"
    DESCRIBED = "described"


class MilestoneRule(StrEnum):
    STAGED = "staged"
    STANDING = "standing"


class Stage(StrEnum):
    """How far a milestone has come; the last two are for standing duties."""

    NOT_STARTED = "not_started"
    PLANNING = "planning"
    APPROVAL = "approval"
    IMPLEMENTING = "implementing"
    ACCEPTANCE = "acceptance"
    DONE = "done"
    HELD = "held"
    BREACHED = "breached"


class BaselineRule(StrEnum):
    ZERO_STATED = "zero_stated"
    ZERO_ASSUMED = "zero_assumed"


class Commitment(StrEnum):
    FIRM = "firm"
    STRIVE = "strive"
    IN_PRINCIPLE = "in_principle"


class Frequency(StrEnum):
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    ANNUAL = "annual"


class Comparator(StrEnum):
    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOUT = "~"
    ADDED = "+"
    RANGE = "range"


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"


class Role(StrEnum):
    LEAD = "lead"
    SUPPORT = "support"


class RoleSource(StrEnum):
    """The notice only lists departments: every role is our reading of the order."""

    INFERRED_FIRST_LISTED = "inferred_first_listed"
    INFERRED_LISTED_LATER = "inferred_listed_later"


class Comparability(StrEnum):
    """Whether a figure answers the target; only `same` may light."""

    SAME = "same"
    SINGLE_MONTH = "single_month"
    PARTIAL_YEAR = "partial_year"
    DEFINITION_DIFFERS = "definition_differs"
    EVENT_DIFFERS = "event_differs"


class Curve(StrEnum):
    LINEAR = "linear"
    S_CURVE = "s_curve"


class Reading(StrEnum):
    """The two readings of 提高10%: by ten percentage points, or by a tenth of the baseline."""

    POINTS = "points"
    RELATIVE = "relative"


Kind = Literal["text", "integer", "number", "date", "instant", "flag", "enum"]


@dataclass(frozen=True)
class Column:
    """One column. `unit` is words for a fixed unit, or the name of the column that holds the unit."""

    name: str
    kind: Kind = "text"
    nullable: bool = False
    unit: str | None = None
    enum: type[StrEnum] | None = None
    low: float | None = None
    high: float | None = None
    pattern: str | None = None


@dataclass(frozen=True)
class Table:
    """A table: what one row is, what identifies it, its columns."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    is_fact: bool = False

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise DataMissing(f"table {self.name} has no column {name}", name=f"{self.name}.{name}")

    def empty(self) -> pd.DataFrame:
        """A frame of this table without rows."""
        return self.coerce(pd.DataFrame({name: [] for name in self.column_names}))

    def coerce(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame with exactly this table's columns, in order, in their types.

        Columns that the frame lacks are added empty when nullable. Types in memory: text `str`,
        integer `Int64`, number `float64`, date `datetime64[s]`, instant `datetime64[ms, UTC]`, flag `bool`,
        enum a category over all members in their order.
        Raises: SchemaMismatch for missing, unknown or unreadable columns, every fault at once.
        """
        faults = [
            {"column": column.name, "check": "missing", "row": None, "value": None}
            for column in self.columns
            if column.name not in frame.columns and not column.nullable
        ]
        faults += [
            {"column": name, "check": "unknown", "row": None, "value": None}
            for name in frame.columns
            if name not in self.column_names
        ]
        if faults:
            raise SchemaMismatch(
                f"{self.name}: {faults}", faults=pd.DataFrame(faults), table=self.name
            )
        series: dict[str, pd.Series] = {}
        for column in self.columns:
            values = (
                frame[column.name]
                if column.name in frame.columns
                else pd.Series([None] * len(frame), index=frame.index, dtype="object")
            )
            try:
                series[column.name] = _in_memory(column, values)
            except (ValueError, TypeError) as error:
                faults.append(
                    {"column": column.name, "check": "type", "row": None, "value": str(error)}
                )
        if faults:
            raise SchemaMismatch(
                f"{self.name}: {faults}", faults=pd.DataFrame(faults), table=self.name
            )
        return pd.DataFrame(series, index=frame.index).reset_index(drop=True)

    def arrow_schema(self, *, extra: tuple[Column, ...] = ()) -> pa.Schema:
        """The table as Arrow stores it; `extra` columns go last."""
        import pyarrow as pa

        types = {
            "text": pa.string(),
            "enum": pa.string(),
            "integer": pa.int64(),
            "number": pa.float64(),
            "date": pa.date32(),
            "instant": pa.timestamp("us", tz="UTC"),
            "flag": pa.bool_(),
        }
        return pa.schema(
            [
                pa.field(column.name, types[column.kind], nullable=column.nullable)
                for column in (*self.columns, *extra)
            ]
        )

    def validate(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The coerced frame, with every value held against the declaration by pandera.

        Raises: SchemaMismatch with all faults gathered: column, check, row, value.
        """
        import pandera.pandas as pa

        frame = self.coerce(frame)
        columns = {}
        for column in self.columns:
            checks = []
            if column.low is not None:
                checks.append(pa.Check.ge(column.low))
            if column.high is not None:
                checks.append(pa.Check.le(column.high))
            if column.pattern is not None:
                checks.append(pa.Check.str_matches(column.pattern))
            if column.kind == "text" and not column.nullable:
                checks.append(pa.Check.str_length(min_value=1))
            columns[column.name] = pa.Column(checks=checks, nullable=column.nullable)
        schema = pa.DataFrameSchema(columns, strict=True, unique=list(self.key) or None)
        try:
            schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors as error:
            cases = error.failure_cases.rename(columns={"index": "row", "failure_case": "value"})
            faults = cases[["column", "check", "row", "value"]]
            raise SchemaMismatch(
                f"{self.name}: {len(faults)} faults, first {faults.iloc[0].to_dict()}",
                faults=faults,
                table=self.name,
            ) from error
        return frame


def _in_memory(column: Column, values: pd.Series) -> pd.Series:
    match column.kind:
        case "text":
            if values.dtype == "str":
                return values
            return values.astype("object").where(values.notna(), None).astype("str")
        case "integer":
            return pd.to_numeric(values).astype("Int64")
        case "number":
            return pd.to_numeric(values).astype("float64")
        case "date":
            return pd.to_datetime(values).astype("datetime64[s]")
        case "instant":
            return pd.to_datetime(values, utc=True).astype("datetime64[ms, UTC]")
        case "flag":
            return values.map(_flag).astype("bool")
        case "enum":
            members = [member.value for member in column.enum or ()]
            present = values.dropna().astype("str")
            unknown = sorted(set(present.unique()) - set(members))
            if unknown:
                raise ValueError(f"not one of {members}: {unknown}")
            text = values
            if values.dtype != "str":
                text = values.astype("object").where(values.notna(), None)
            return pd.Series(pd.Categorical(text, categories=members), index=values.index)


def _flag(value: object) -> bool:
    if value is None or (isinstance(value, float) and value != value) or value in ("", "false"):
        return False
    if value in (True, "true"):
        return True
    if value in (False,):
        return False
    raise ValueError(f"neither true nor false: {value!r}")


def _enum(name: str, enum: type[StrEnum], *, nullable: bool = False) -> Column:
    return Column(name, "enum", nullable=nullable, enum=enum)


_NAMES = (Column("name_zh"), Column("name_en"))
_INDICATOR = Column("indicator", pattern=r"^T\d\d-\d+$")
_TASK = Column("task", "integer", low=0, high=31)  # 0: the whole plan

PLAN = Table(
    "plan",
    "the plan itself",
    ("plan",),
    (
        Column("plan"),
        *_NAMES,
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
    (Column("fact"), *_NAMES, Column("value_zh"), Column("value_en"), Column("quote_zh")),
)
THEMES = Table(
    "themes",
    "a development theme",
    ("theme",),
    (
        _enum("theme", Theme),
        Column("order", "integer", low=1, high=5),
        *_NAMES,
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
        _TASK,
        _enum("theme", Theme),
        *_NAMES,
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
        *_NAMES,
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
        _TASK,
        Column("department"),
        Column("position", "integer", low=1),
        _enum("role", Role),
        _enum("role_source", RoleSource),
        Column("quote_zh"),
    ),
)
INDICATORS = Table(
    "indicators",
    "a quantified target",
    ("indicator",),
    (
        _INDICATOR,
        _TASK,
        *_NAMES,
        Column("target", "number", nullable=True, unit="unit_zh"),
        Column("target_low", "number", nullable=True, unit="unit_zh"),
        Column("target_high", "number", nullable=True, unit="unit_zh"),
        Column("unit_zh"),
        Column("unit_en"),
        _enum("comparator", Comparator),
        Column("deadline_year", "integer", nullable=True, low=2017, high=2035),
        Column("kind"),
        _enum("direction", Direction),
        Column("scope_zh"),
        Column("scope_en"),
        _enum("rule", Rule),
        _enum("baseline_rule", BaselineRule, nullable=True),
        _enum("commitment", Commitment),
        _enum("frequency", Frequency, nullable=True),
        Column("quote_zh"),
    ),
)
MILESTONES = Table(
    "milestones",
    "something checkable that has no number",
    ("milestone",),
    (
        Column("milestone", pattern=r"^T\d\d-M\d+$"),
        _TASK,
        *_NAMES,
        Column("deadline_year", "integer", nullable=True, low=2017, high=2035),
        _enum("rule", MilestoneRule),
        _enum("commitment", Commitment),
        Column("quote_zh"),
    ),
)
SAFEGUARDS = Table(
    "safeguards",
    "a safeguard of the plan's third part",
    ("safeguard",),
    (Column("safeguard", "integer", low=1, high=3), *_NAMES, Column("text_zh"), Column("text_en")),
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
    (Column("division", pattern=r"^4304\d\d$"), *_NAMES),
)
PLACES = Table(
    "places",
    "a place that a task names",
    ("place_zh", "task"),
    (
        Column("place_zh"),
        Column("place_en"),
        _TASK,
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
        _enum("stage", Stage, nullable=True),
        Column("unit_zh", nullable=True),
        _enum("comparability", Comparability),
        Column("comparability_note_zh", nullable=True),
        Column("comparability_note_en", nullable=True),
        Column("period"),
        Column("source"),
        Column("quote_zh"),
    ),
)

_ORIGIN = (
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
        _INDICATOR,
        Column("division", pattern=r"^4304\d\d$"),
        Column("reference_date", "date"),
        Column("value", "number", unit="the indicator's unit"),
        _enum("comparability", Comparability),
        *_ORIGIN,
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
        _enum("stage", Stage),
        Column("next_stage_due", "date", nullable=True),
        Column("evidence", nullable=True),
        _enum("comparability", Comparability),
        *_ORIGIN,
    ),
    is_fact=True,
)
NARRATIVES = Table(
    "narratives",
    "what a department says about a task at a reference date",
    ("task", "department", "reference_date"),
    (
        _TASK,
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
        _INDICATOR,
        Column("baseline_date", "date"),
        Column("value", "number", unit="the indicator's unit"),
        *_ORIGIN,
    ),
    is_fact=True,
)
PATH_POINTS = Table(
    "path_points",
    "an annual target that an analyst supplied",
    ("indicator", "target_date"),
    (
        _INDICATOR,
        Column("target_date", "date"),
        Column("value", "number", unit="the indicator's unit"),
        *_ORIGIN,
    ),
    is_fact=True,
)
CHOICES = Table(
    "choices",
    "an analyst's decision about how an indicator is judged",
    ("indicator",),
    (
        _INDICATOR,
        _enum("curve", Curve, nullable=True),
        _enum("reading", Reading, nullable=True),
        _enum("frequency", Frequency, nullable=True),
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
        _enum("light", Light),
        Column("reason"),
        Column("author"),
        Column("is_simulated", "flag"),
    ),
    is_fact=True,
)

#: What the store adds to each row of each table: where it came from, and whether it takes the row back.
ROW_ORIGIN = (
    Column("submission"),
    Column("row", "integer", nullable=True),
    Column("is_withdrawn", "flag"),
)

RELEASES = Table(
    "releases",
    "what readers see from a moment on; immutable",
    ("release",),
    (
        Column("release", "integer", low=1),
        Column("base", "integer", low=0),
        Column("submission"),
        Column("published_at", "instant"),
        Column("actor"),
        Column("reason"),
        Column("file_name", nullable=True),
        Column("file_sha256", nullable=True, pattern=r"^[0-9a-f]{64}$"),
    ),
)

PLAN_TABLES: tuple[Table, ...] = (
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
FACT_TABLES: tuple[Table, ...] = (
    OBSERVATIONS,
    MILESTONE_REPORTS,
    NARRATIVES,
    BASELINES,
    PATH_POINTS,
    CHOICES,
    OVERRIDES,
)
TABLES: Mapping[str, Table] = MappingProxyType(
    {table.name: table for table in (*PLAN_TABLES, *FACT_TABLES)}
)


@dataclass(frozen=True)
class Tables:
    """Every table of one workspace as it stands at one release: what the arithmetic and the pages read.

    `tables.indicators` and `tables["indicators"]` are the same frame. Shared by all readers: never mutate.
    """

    workspace: str
    release: int
    frames: Mapping[str, pd.DataFrame] = field(repr=False)

    def __getitem__(self, name: str) -> pd.DataFrame:
        try:
            return self.frames[name]
        except KeyError:
            raise DataMissing(f"no table {name}", name=name) from None

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("__") or name not in TABLES:
            raise AttributeError(name)
        return self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.frames)
