"""What the rows of all project sheets share: which project it is, whose it is, and taking back what is published."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from hengyang.ingest.cells import clean
from hengyang.ingest.desk import Desk, in_both, in_words
from hengyang.ingest.drafts import CONTENT, Draft, Key, Record, key_of
from hengyang.ingest.names import Names
from hengyang.ingest.recognise import Recognised
from hengyang.ingest.register_row import RegisterRow
from hengyang.ingest.vocabulary import spellings
from hengyang.labels import words
from hengyang.schema import (
    DELIVERY_TABLES,
    GREEN_CHANNEL_REQUESTS,
    PROJECT,
    PROJECT_LISTINGS,
    PROJECTS,
    TABLES,
)

#: Registers that speak of a project and would speak of nothing without it.
ALONG_WITH_IT = (GREEN_CHANNEL_REQUESTS, PROJECT_LISTINGS)
_NAMES_ALONG = tuple(table.name for table in ALONG_WITH_IT)

#: Table → the columns in which 撤回 takes back what is published.
_TAKEN_BACK_IN: Mapping[str, tuple[str, ...]] = {
    "projects": ("name_zh",),
    "project_reports": ("project_stage",),
    "project_investments": ("planned_wanyuan",),
    "project_spending": ("invested_wanyuan",),
    "project_gates": ("passed_on", "passed_by"),
    "project_approvals": ("granted_on", "approval_planned_on"),
    "project_contributions": ("contribution",),
    "project_milestones": ("step_zh",),
}


@dataclass
class ProjectFile:
    """What all rows are held against: the register, and what other rows of the same file say of a project."""

    desk: Desk
    names: Names
    #: new project → the task it is announced for, where that is understood
    announced: dict[str, int | None] = field(default_factory=dict)
    #: project and gate → the day it was passed on; project and position → the day a step is planned on; None: none
    gates: dict[tuple[str, str], date | None] = field(default_factory=dict)
    steps: dict[tuple[str, int], date | None] = field(default_factory=dict)

    @cached_property
    def by_project(self) -> dict[str, list[tuple[str, Key]]]:
        """Project → the table and key of everything that is published of it."""
        found: dict[str, list[tuple[str, Key]]] = {}
        for table in (*DELIVERY_TABLES, *ALONG_WITH_IT):
            for key in self.desk.published(table.name):
                found.setdefault(str(key[0]), []).append((table.name, key))
        return found

    @cached_property
    def published_steps(self) -> dict[str, dict[int, date | None]]:
        """Project → position → the day planned, as published."""
        found: dict[str, dict[int, date | None]] = {}
        for row in self.desk.published("project_milestones").values():
            planned = row["planned_on"]
            steps = found.setdefault(str(row["project"]), {})
            steps[int(float(str(row["position"])))] = planned if isinstance(planned, date) else None
        return found

    def owners(self, project: str) -> frozenset[str] | None:
        """The departments that may report a project: those listed under its task, and its lead; None: not known yet."""
        row = self.desk.projects.get(project)
        task = self.announced.get(project) if row is None else int(float(str(row["task"])))
        if task is None:
            return None
        lead = None if row is None else row["lead_department"]
        return frozenset(self.desk.listed.get(task, ())) | ({str(lead)} if lead else set())


def taken_back_projects(tables: Iterable[Recognised]) -> frozenset[str]:
    """The projects that a file takes back whole."""
    return frozenset(
        clean(cells["project"])
        for table in tables
        if table.table == PROJECTS.name
        for cells in table.entries["cells"]
        if (clean(cells.get("name_zh")) or "").casefold() in spellings("withdrawn")
    )


class ProjectRow(RegisterRow):
    """Reads one row of a sheet of projects; `_own_drafts` is what the kinds of sheets differ in."""

    def __init__(
        self, row: int, cells: Mapping[str, Any], table: Recognised, file: ProjectFile
    ) -> None:
        super().__init__(row, cells, table, file.desk, file.names, identity="project")
        self.file = file
        self.project = clean(cells["project"])

    def drafts(self) -> list[Draft]:
        is_project = re.fullmatch(str(PROJECT.pattern), self.project)
        is_known = self.project in self.desk.projects or self.project in self.file.announced
        if not is_project or not is_known:
            self._add("unknown_project", "project", self.project)
            return []
        found = self._own_drafts()
        if self.table.table != "projects" and self._is_gone(self.project, found):
            return []
        # what is not theirs is told and stays: it blocks the file
        if any(draft.is_changed for draft in found):
            self._tell_whose()
        return found

    @abstractmethod
    def _own_drafts(self) -> list[Draft]:
        """What the row's own kind of sheet says."""

    def _tell_whose(self) -> None:
        mine, owners = self.desk.department, self.file.owners(self.project)
        if mine is None or owners is None or mine in owners:
            return
        lead = self.desk.projects.get(self.project, {}).get("lead_department")
        told = {
            "subject": self.desk.name_of("projects", self.project),
            "department": self.desk.name_of_department(mine),
            "lead": self.desk.name_of_department(None if lead is None else str(lead)),
        }
        self._add("not_yours", "project", self.project, **told)

    def _draft(self, table: str, content: Record, published: Record | None) -> Draft:
        lead = self.desk.projects.get(self.project, {}).get("lead_department")
        return self._made(table, {"project": self.project, **content}, published, lead)

    def _is_taken_back(self, table: str) -> bool:
        """Whether the row says that what is published of it in the table is to be taken back."""
        return self._says_withdrawn(*_TAKEN_BACK_IN[table])

    def _withdrawal(self, table: str, **key: object) -> list[Draft]:
        """The draft that takes a published row back; none, and a finding, where there is nothing published."""
        record: Record = {"project": self.project, **key}
        published = self.desk.published(table).get(key_of(table, record))
        role = _TAKEN_BACK_IN[table][0]
        if self._text("reason") is None:
            self._add("withdrawal_reason", "reason", self._text(role))
        if published is None:
            subject = self.desk.name_of("projects", self.project)
            self._add("nothing_to_withdraw", role, self._text(role), subject=subject)
            return []
        key_columns = {name: published[name] for name in TABLES[table].key}
        draft = self._draft(table, key_columns, published)
        draft.is_withdrawal = True
        return [draft]

    def _everything_taken_back(self) -> list[Draft]:
        """A project that is taken back takes all its rows along, other registers' too: nothing of it stays behind unnamed."""
        if self._text("reason") is None:
            self._add("withdrawal_reason", "reason", self._text("name_zh"))
        if self.project not in self.desk.projects:
            subject = self.desk.name_of("projects", self.project)
            self._add("nothing_to_withdraw", "name_zh", self._text("name_zh"), subject=subject)
            return []
        drafts = []
        for table, key in self.file.by_project.get(self.project, []):
            published = self.desk.published(table)[key]
            key_columns = {name: published[name] for name in TABLES[table].key}
            draft = self._draft(table, key_columns, published)
            draft.is_withdrawal = True
            drafts.append(draft)
        along = [self._named(draft) for draft in drafts if draft.table in _NAMES_ALONG]
        if along:
            separators = [words(language)("finding-list-separator") for language in ("zh", "en")]
            listed = [separators[at].join(one[at] for one in along) for at in (0, 1)]
            subject = self.desk.name_of("projects", self.project)
            told = {"subject": subject, "along": (listed[0], listed[1])}
            self._add("taken_back_along", "name_zh", self._text("name_zh"), **told)
        return drafts

    def _named(self, draft: Draft) -> tuple[str, str]:
        """A row of another register in a few words: which register, of what, of when."""
        record = draft.record
        table = in_both(f"table-{draft.table}")
        if draft.table == PROJECT_LISTINGS.name:
            what, when = in_both(f"plan-register-{record['register']}"), f"{record['year']:.0f}"
        else:
            what, when = in_both(f"approval-{record['approval']}"), str(record["asked_on"])
        return f"{table[0]} {what[0]} {when}", f"{table[1]} {what[1]} {when}"

    def _emptied(self, table: str, role: str, **key: object) -> None:
        """Says of a cell that is empty now that what is published for it stays."""
        if self._text(role) is not None:  # not empty but faulty, which is told already
            return
        record: Record = {"project": self.project, **key}
        key_in_table = key_of(table, record)
        published = self.desk.published(table).get(key_in_table)
        made_from = self.table.made_from_release
        if published is not None and not self.desk.was_empty(table, key_in_table, made_from):
            subject = self.desk.name_of("projects", self.project)
            told = published[CONTENT[table][0]]
            value = (
                in_both("finding-nothing") if told is None else in_words(CONTENT[table][0], told)
            )
            self._add("emptied", role, None, subject=subject, published=value)

    def _not_after_today(self, role: str, day: object) -> None:
        if isinstance(day, date) and day > self.desk.today:
            self._add("future", role, day.isoformat(), today=self.desk.today)
