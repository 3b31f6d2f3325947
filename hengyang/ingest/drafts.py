"""What a row of a file would become in a table, beside what is published for the same cell."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

import pandas as pd

from hengyang.remembered import remembered
from hengyang.schema import TABLES, Tables

Key = tuple[object, ...]
Record = dict[str, object]

#: Per table, the columns that hold what is reported. Whence and when it came is no difference.
CONTENT: Mapping[str, tuple[str, ...]] = {
    "observations": ("value",),
    "milestone_reports": ("stage", "next_stage_due", "evidence"),
    "narratives": ("text_zh", "text_en"),
    "baselines": ("value", "baseline_date"),
    "path_points": ("value",),
    "projects": (
        *("name_zh", "task", "division", "lead_department", "client_zh", "content_zh", "nature"),
        *("total_investment_wanyuan", "land_mu", "planned_start", "planned_finish"),
    ),
    "project_reports": (
        *("stage", "batch", "progress_pct", "actual_start", "actual_finish"),
        *("issue_zh", "action_department", "action_due"),
    ),
    "project_investments": ("planned_wanyuan", "carried_wanyuan"),
    "project_spending": ("invested_wanyuan", "paid_wanyuan"),
    "project_gates": ("passed_on", "passed_by"),
    "project_approvals": ("planned_on", "granted_on", "document_zh"),
    "project_contributions": ("amount",),
    "project_milestones": ("name_zh", "planned_on", "actual_on"),
    "consultation_replies": (
        *("kind", "respondent", "respondent_name_zh", "replied_on", "stamp", "withdraws"),
    ),
    "consultation_proposals": (
        *("clause", "old_zh", "proposed_zh", "argument_zh", "decision", "decided_on"),
        *("decision_reason_zh", "decided_zh"),
    ),
    "safeguard_reports": ("stage", "next_stage_due", "evidence"),
    # the day of asking is of the key, and what a request says that nobody has answered
    "green_channel_requests": ("asked_on", "asked_of", "answered_on", "answer"),
    "project_listings": ("listed_on", "code_zh"),
}
#: Per table, the columns that say whose value it is and of which day.
SUBJECT: Mapping[str, str] = {
    "observations": "indicator",
    "milestone_reports": "milestone",
    "narratives": "task",
    "baselines": "indicator",
    "path_points": "indicator",
    "projects": "project",
    "project_reports": "project",
    "project_investments": "project",
    "project_spending": "project",
    "project_gates": "project",
    "project_approvals": "project",
    "project_contributions": "project",
    "project_milestones": "project",
    "consultation_replies": "reply",
    "consultation_proposals": "proposal",
    "safeguard_reports": "safeguard",
    "green_channel_requests": "project",
    "project_listings": "project",
}
DAY: Mapping[str, str] = {
    "observations": "reference_date",
    "milestone_reports": "reference_date",
    "narratives": "reference_date",
    "baselines": "baseline_date",
    "path_points": "target_date",
    # what is planned belongs to no day of its own
    "projects": "reported_on",
    "project_reports": "reference_date",
    "project_investments": "reported_on",
    "project_spending": "reference_date",
    "project_gates": "reported_on",
    "project_approvals": "reported_on",
    "project_contributions": "reported_on",
    "project_milestones": "reported_on",
    "consultation_replies": "replied_on",
    "consultation_proposals": "reported_on",
    "safeguard_reports": "reference_date",
    "green_channel_requests": "asked_on",
    "project_listings": "listed_on",
}


#: Tables of up to so many rows are kept as records.
_KEPT_ROWS = 5_000


@dataclass(slots=True)
class Draft:
    """One value of a file on its way into a table; `published` is the record it would take the place of."""

    table: str
    key: Key
    record: Record
    sheet: str
    row: int
    column: str | None
    value_text: str | None
    published: Record | None
    is_withdrawal: bool = False
    is_faulty: bool = False
    #: content that the file has no column for, and that stays as it is published
    kept: tuple[str, ...] = field(default=())

    @property
    def subject(self) -> str:
        return subject_of(self.table, self.record)

    @property
    def day(self) -> date:
        day = self.record[DAY[self.table]]
        assert isinstance(day, date)
        return day

    @property
    def is_changed(self) -> bool:
        if self.is_withdrawal or self.published is None:
            return True
        return not same_content(self.table, self.record, self.published)


def subject_of(table: str, record: Mapping[str, object]) -> str:
    """Whose row it is, as readers know it; a commitment by its safeguard and place: S1-3."""
    subject = str(plain(record[SUBJECT[table]])).removesuffix(".0")
    if table == "safeguard_reports":
        return f"S{subject}-{int(float(str(record['position'])))}"
    return subject


def day_in(table: str, record: Mapping[str, object]) -> object:
    """The day that a record is about; None for what is planned: the day of its report says nothing of it."""
    name = DAY[table]
    return None if name == "reported_on" else plain(record.get(name))


def same_content(table: str, record: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether two records of one cell report the same."""
    return all(same(record.get(name), other.get(name)) for name in CONTENT[table])


def same(value: object, other: object) -> bool:
    """Whether two values are one, numbers to nine decimals (or as exactly as a file can hold them).

    >>> same(0.1 * 3, 0.3), same(None, math.nan), same("a", None), same(15.0, 15.004)
    (True, True, False, False)
    """
    value, other = plain(value), plain(other)
    if isinstance(value, float) and isinstance(other, float):
        return math.isclose(value, other, rel_tol=1e-11, abs_tol=1e-9)
    return value == other


def plain(value: object) -> object:
    """A cell as None, text, float, bool or date, whatever library it comes from."""
    if type(value) is str or value is None:
        return value
    if value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, float):
        return None if math.isnan(value) else float(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int):
        return float(value)
    return value


def published_records(
    tables: Tables, table: str, subjects: Iterable[str] | None = None
) -> dict[Key, Record]:
    """The published rows of a table by their key, as plain values; of some subjects only, when they are named.

    Shared: never mutate.
    """
    frame = tables[table]
    if subjects is not None:
        frame = frame[frame[SUBJECT[table]].astype("str").isin(set(subjects))]
    elif len(frame) <= _KEPT_ROWS:
        return _kept_records(table, frame)
    return _records(table, frame)


def _records(table: str, frame: pd.DataFrame) -> dict[Key, Record]:
    declared = TABLES[table]
    columns = {name: _column(frame[name]) for name in declared.column_names}
    records: dict[Key, Record] = {}
    for values in zip(*columns.values(), strict=True):
        record = dict(zip(columns, values, strict=True))
        records[tuple(record[name] for name in declared.key)] = record
    return records


# Every file is held against the same release; of a large table the records would be too much to keep.
_kept_records = remembered(24)(_records)


def key_of(table: str, record: Mapping[str, object]) -> Key:
    """The key of a record in its table, as plain values."""
    return tuple(plain(record[name]) for name in TABLES[table].key)


def _column(values: pd.Series) -> list[object]:
    if values.dtype.kind == "M":
        return [None if day is pd.NaT else day.date() for day in values]
    if values.dtype.kind == "f":
        return [None if value != value else value for value in values.tolist()]
    return [value if type(value) is str else plain(value) for value in values.tolist()]
