"""The desk a file is checked at: the plan, what is published, whose file it is, which day it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from hengyang.errors import DataMissing
from hengyang.ingest.cells import clean
from hengyang.ingest.cells import key as comparable
from hengyang.ingest.drafts import (
    SUBJECT,
    Draft,
    Key,
    Record,
    plain,
    published_records,
)
from hengyang.ingest.findings import figure
from hengyang.labels import keys, words
from hengyang.schema import WHOLE_CITY, Role, Tables

#: Column → how its choices are worded.
_FAMILIES = {
    "stage": "stage",
    "kind": "reply-kind",
    "stamp": "reply-stamp",
    "decision": "decision",
    "approval": "approval",
    "answer": "green-answer",
    "register": "plan-register",
}
_BRACKETS = re.compile(r"\([^()]*\)")


def in_both(key: str, **arguments: object) -> tuple[str, str]:
    """A message in Chinese and English."""
    return words("zh")(key, **arguments), words("en")(key, **arguments)


def _worded(families: tuple[str, ...], value: object) -> list[str]:
    return [name for one in families if (name := f"{one}-{value}") in keys("zh")]


def in_words(column: str, value: object) -> tuple[str, str]:
    """One reported value in Chinese and English."""
    if column in _FAMILIES:
        # a project's stages have words of their own
        families = (_FAMILIES[column], f"project-{_FAMILIES[column]}")
        return in_both(_worded(families, value)[0])
    if isinstance(value, float):
        return figure(value), figure(value)
    return str(value), str(value)


@dataclass(frozen=True)
class Desk:
    """Whom a file is checked for, against what, on which day."""

    tables: Tables = field(repr=False)
    department: str | None
    period: date | None
    today: date
    confirmed: Mapping[str, str]
    file_name: str | None
    is_simulated: bool
    base: Tables | None = field(default=None, repr=False)
    #: projects that the file itself registers
    announced: frozenset[str] = frozenset()
    #: projects that the file takes back whole
    taken_back: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.department is not None and self.department not in self.departments:
            raise DataMissing(f"no department {self.department}", name=self.department)

    @cached_property
    def departments(self) -> dict[str, tuple[str, str]]:
        return _names(self.tables, "departments", "department")

    @cached_property
    def divisions(self) -> dict[str, tuple[str, str]]:
        return _names(self.tables, "divisions", "division")

    @cached_property
    def respondents(self) -> dict[str, tuple[str, str]]:
        """Who was asked to comment, named."""
        return _names(self.tables, "consulted", "respondent")

    @cached_property
    def indicators(self) -> dict[str, Record]:
        return _by_id(self.tables, "indicators", "indicator")

    @cached_property
    def milestones(self) -> dict[str, Record]:
        return _by_id(self.tables, "milestones", "milestone")

    @cached_property
    def projects(self) -> dict[str, Record]:
        return _by_id(self.tables, "projects", "project")

    @cached_property
    def commitments(self) -> dict[str, Record]:
        """Commitment (S1-3) → its sentence and how it is judged, named like other subjects."""
        rows = self.tables.safeguard_commitments.merge(
            self.tables.safeguard_checks, on=["safeguard", "position"]
        )
        return {
            f"S{row['safeguard']}-{row['position']}": {
                "name_zh": row["quote_zh"],
                "name_en": row["commitment_en"],
                "rule": row["rule"],
            }
            for row in rows.to_dict("records")
        }

    @cached_property
    def tasks(self) -> dict[str, Record]:
        frame = _by_id(self.tables, "tasks", "task")
        return {str(int(float(number))): record for number, record in frame.items()}

    @cached_property
    def listed(self) -> dict[int, tuple[str, ...]]:
        """Task → its departments, the first listed one in front."""
        found: dict[int, tuple[str, ...]] = {}
        rows = self.tables.assignments.sort_values(["task", "position"], kind="stable")
        for task, department, role in zip(
            rows["task"].tolist(), rows["department"].tolist(), rows["role"].tolist(), strict=True
        ):
            others = found.get(int(task), ())
            is_lead = role == Role.LEAD
            found[int(task)] = (department, *others) if is_lead else (*others, department)
        return found

    @cached_property
    def first_day(self) -> date:
        notice: date = self.tables.plan.iloc[0]["notice_date"].date()
        return notice.replace(day=1)

    @cached_property
    def last_day(self) -> date:
        years = [int(self.tables.plan.iloc[0]["horizon_year"])]
        years += [
            int(row["deadline_year"])  # type: ignore[call-overload]
            for row in self.indicators.values()
            if row["deadline_year"] is not None
        ]
        return date(max(years), 12, 31)

    @cached_property
    def _published(self) -> dict[str, dict[Key, Record]]:
        return {}

    def published(self, table: str) -> dict[Key, Record]:
        """The published rows of a table by key, read once."""
        if table not in self._published:
            self._published[table] = published_records(self.tables, table)
        return self._published[table]

    def was_empty(self, table: str, key: Key, made_from: int | None) -> bool:
        """Whether a cell was empty already in the release that the file was made from, as far as that is at hand."""
        if self.base is None or self.base.release != made_from:
            return False
        name = f"{table} before"
        if name not in self._published:
            self._published[name] = published_records(self.base, table)
        return key not in self._published[name]

    def subjects(self, table: str) -> Mapping[str, Record]:
        if SUBJECT[table] == "project":
            return self.projects
        if SUBJECT[table] == "safeguard":
            return self.commitments
        return {"milestone": self.milestones, "task": self.tasks}.get(
            SUBJECT[table], self.indicators
        )

    def task_of(self, table: str, subject: str) -> int:
        return int(float(str(self.subjects(table)[subject]["task"])))

    def name_of(self, table: str, subject: str) -> tuple[str, str]:
        row = self.subjects(table).get(subject)
        if row is None:
            return subject, subject
        return f"{subject} {row['name_zh']}", f"{subject} {row['name_en'] or row['name_zh']}"

    def name_of_cell(self, draft: Draft) -> tuple[str, str]:
        """The subject with its division, where that is not the whole city."""
        names = self.name_of(draft.table, draft.subject)
        division = str(draft.record.get("division") or WHOLE_CITY)
        if division == WHOLE_CITY:
            return names
        place = self.divisions.get(division, (division, division))
        return f"{names[0]}·{place[0]}", f"{names[1]}, {place[1]}"

    def lead_of(self, task: int) -> str | None:
        return next(iter(self.listed.get(task, ())), None)

    def name_of_department(self, department: str | None) -> tuple[str, str]:
        if department is None:
            return in_both("finding-nothing")
        return self.departments.get(department, (department, department))

    def name_of_office(self, column: str, value: object) -> tuple[str, str] | None:
        """How a department, division or other respondent is called that a column names by its identifier; None for other columns."""
        known = (
            self.divisions
            if column == "division"
            else self.respondents
            if column == "respondent"
            else self.departments
            if column.endswith("department") or column == "asked_of"
            else {}
        )
        return known.get(str(value))

    def own_names(self, table: str) -> dict[str, frozenset[str]]:
        """Subject → how it may be called, compared as cells are: its names, with and without brackets."""
        if table not in self._own_names:
            self._own_names[table] = {
                subject: frozenset(
                    comparable(spelled)
                    for name in (str(row["name_zh"]), str(row["name_en"]))
                    for spelled in (name, _BRACKETS.sub("", clean(name)), subject)
                )
                for subject, row in self.subjects(table).items()
            }
        return self._own_names[table]

    @cached_property
    def _own_names(self) -> dict[str, dict[str, frozenset[str]]]:
        return {}


def _names(tables: Tables, table: str, key: str) -> dict[str, tuple[str, str]]:
    frame = tables[table]
    return {
        str(name): (str(zh), str(en))
        for name, zh, en in zip(frame[key], frame["name_zh"], frame["name_en"], strict=True)
    }


def _by_id(tables: Tables, table: str, key: str) -> dict[str, Record]:
    frame = tables[table]
    return {
        str(row[key]): {str(name): plain(value) for name, value in row.items()}
        for row in frame.astype("object").to_dict("records")
    }
