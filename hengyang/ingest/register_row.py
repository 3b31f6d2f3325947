"""One row of a register's sheet: its cells read as text, numbers, days, choices and names, and what is wrong with them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from hengyang.ingest.cells import clean, day_of, is_not_reported, key, number, period
from hengyang.ingest.desk import Desk, in_both
from hengyang.ingest.drafts import CONTENT, Draft, Record, key_of, subject_of
from hengyang.ingest.findings import Argument, Finding, finding
from hengyang.ingest.names import Names
from hengyang.ingest.recognise import Recognised
from hengyang.ingest.vocabulary import spellings
from hengyang.labels import words
from hengyang.schema import (
    Answer,
    Approval,
    Batch,
    Decision,
    Funding,
    Gate,
    PlanRegister,
    ProjectNature,
    ProjectStage,
    ReplyKind,
    ReplyStamp,
    Stage,
)

_CHOICES: Mapping[str, tuple[type[StrEnum], str]] = {
    "project_stage": (ProjectStage, "project-stage"),
    "batch": (Batch, "batch"),
    "nature": (ProjectNature, "project-nature"),
    "funding": (Funding, "funding"),
    "reply_kind": (ReplyKind, "reply-kind"),
    "stamp": (ReplyStamp, "reply-stamp"),
    "decision": (Decision, "decision"),
    "safeguard_stage": (Stage, "stage"),
    "approval": (Approval, "approval"),
    "gate": (Gate, "gate"),
    "answer": (Answer, "green-answer"),
    "register": (PlanRegister, "plan-register"),
}
#: Column of a table → the heading's role, where the two are called differently.
_ROLES: Mapping[tuple[str, str], str] = {
    ("project_reports", "stage"): "project_stage",
    ("project_approvals", "planned_on"): "approval_planned_on",
    ("project_contributions", "amount"): "contribution",
    ("project_milestones", "name_zh"): "step_zh",
    ("project_milestones", "planned_on"): "step_planned_on",
    ("project_milestones", "actual_on"): "step_actual_on",
    ("consultation_replies", "kind"): "reply_kind",
    ("safeguard_reports", "stage"): "safeguard_stage",
    ("safeguard_reports", "next_stage_due"): "next_due",
    ("safeguard_reports", "evidence"): "safeguard_evidence",
}
#: Said of rows that would change nothing, too.
_ALWAYS_TOLD = ("emptied", "nothing_to_withdraw")
#: Table → the column in which a row of it is taken back; the kind of a reply has a 撤回 of its own.
_TAKEN_BACK_IN: Mapping[str, str] = {
    "consultation_replies": "replied_on",
    "consultation_proposals": "old_zh",
    "safeguard_reports": "safeguard_stage",
    "green_channel_requests": "answer",
    "project_listings": "listed_on",
}


def drafts_by_sheet(
    tables: list[Recognised],
    reader_of: Callable[[int, Mapping[str, Any], Recognised], RegisterRow],
) -> dict[int, tuple[list[Draft], list[Finding]]]:
    """For each sheet, by its place: the drafts of its rows, faulty ones marked, and every finding."""
    found = {}
    months: set[tuple[str, str | None]] = set()
    for at, table in enumerate(tables):
        drafts: list[Draft] = []
        problems: list[Finding] = []
        for row, cells in zip(table.entries["row"], table.entries["cells"], strict=True):
            reader = reader_of(int(row), cells, table)
            own = reader.drafts()
            is_faulty = any(problem.severity == "error" for problem in reader.found)
            for draft in own:
                draft.is_faulty = is_faulty
            is_told = is_faulty or any(draft.is_changed for draft in own)
            for problem in reader.found:
                if problem.code == "other_period":
                    # said once of a sheet that is about another month, not of each row
                    month = (problem.sheet, problem.value)
                    if not is_told or month in months:
                        continue
                    months.add(month)
                if is_told or problem.code in _ALWAYS_TOLD:
                    problems.append(problem)
            drafts += own
        found[at] = (drafts, problems)
    return found


class RegisterRow(ABC):
    """Reads one row; `identity` is the column that says which entry of the register it is, `value` what it says."""

    #: The code of a finding that a cell is missing.
    lacking = "project_incomplete"

    def __init__(
        self,
        row: int,
        cells: Mapping[str, Any],
        table: Recognised,
        desk: Desk,
        names: Names,
        identity: str,
    ) -> None:
        self.row, self.cells, self.table, self.desk, self.names = row, cells, table, desk, names
        self.identity, self.value = identity, clean(cells[identity])
        self.found: list[Finding] = []

    @abstractmethod
    def drafts(self) -> list[Draft]:
        """What the row would become in the tables; whatever is wrong with it is in `found`."""

    def _is_gone(self, project: object, made: list[Draft]) -> bool:
        """Whether the file takes the row's project back; what says something new beside that is a contradiction."""
        if project not in self.desk.taken_back:
            return False
        if _is_any_changed(made):
            self._add("project_taken_back", self.identity, self.value)
        return True

    def _unless_others(self, made: list[Draft], is_ours: Callable[[], bool]) -> list[Draft]:
        """The drafts, none where one of them changes what is somebody else's.

        A form of the whole plan brings everybody's rows along; whose they are matters where one changes.
        """
        return [] if _is_any_changed(made) and not is_ours() else made

    def _made(
        self, table: str, content: Record, published: Record | None, department: object = None
    ) -> Draft:
        """The draft of a row of a table; without the file's own department it is of `department`."""
        source = (
            in_both("finding-source-sheet", sheet=self.table.sheet)
            if self.desk.file_name is None
            else in_both("finding-source", file=self.desk.file_name, sheet=self.table.sheet)
        )
        record: Record = {
            "quote_zh": None,
            **content,
            "source": source[0],
            "department": self.desk.department or department,
            "reported_on": self.desk.today,
            "reason": self._text("reason"),
            "is_simulated": self.desk.is_simulated,
        }
        column = self.table.column_letters[self.identity]
        place = (self.table.sheet, self.row, column, self.value)
        return Draft(table, key_of(table, record), record, *place, published)

    def _is_taken_back(self, table: str) -> bool:
        """Whether the row says that what is published of it in the table is to be taken back."""
        return self._says_withdrawn(_TAKEN_BACK_IN[table])

    def _says_withdrawn(self, *roles: str) -> bool:
        said = [(self._text(role) or "").casefold() for role in roles]
        return any(text in spellings("withdrawn") for text in said)

    def _withdrawal(self, table: str, **key: object) -> list[Draft]:
        """The draft that takes a published row back; none, and a finding, where nothing is published."""
        role = _TAKEN_BACK_IN[table]
        published = self.desk.published(table).get(key_of(table, key))
        if published is None:
            subject = self.desk.name_of(table, subject_of(table, key))
            self._add("nothing_to_withdraw", role, self._text(role), subject=subject)
            return []
        if self._text("reason") is None:
            self._add("withdrawal_reason", "reason", self._text(role))
        draft = self._made(table, dict(key), published, published["department"])
        draft.is_withdrawal = True
        return [draft]

    def _kept(self, table: str, content: Record, published: Record | None) -> Record:
        """What the sheet has no column for stays as it is published."""
        if published is None:
            return content
        return {
            name: published[name]
            if name in CONTENT[table] and _ROLES.get((table, name), name) not in self.table.columns
            else value
            for name, value in content.items()
        }

    def _reference_day(self) -> date | None:
        raw = self.cells.get("period")
        day = period(raw) if clean(raw) else self.desk.period
        if day is None:
            self._add("no_period", "period", clean(raw))
        elif day.replace(day=1) > self.desk.today:
            self._add("future", "period", day.isoformat(), today=self.desk.today)
        else:
            asked = self.desk.period
            if asked is not None and (day.year, day.month) != (asked.year, asked.month):
                self._add("other_period", "period", day.isoformat(), period=f"{asked:%Y-%m}")
            return day
        return None

    def _text(self, role: str) -> str | None:
        raw = self.cells.get(role)
        return None if is_not_reported(raw) else clean(raw) or None

    def _number(self, role: str) -> float | None:
        raw = self.cells.get(role)
        if is_not_reported(raw) or not clean(raw):
            return None
        amount = number(raw)
        if amount is None:
            self._add("type", role, clean(raw), wanted=in_both("finding-wanted-number"))
            return None
        if amount.value < 0:
            self._add("negative", role, clean(raw))
            return None
        return float(amount.value)

    def _day(self, role: str) -> date | None:
        raw = self.cells.get(role)
        if is_not_reported(raw) or not clean(raw):
            return None
        found = day_of(raw)
        if found is None:
            self._add("type", role, clean(raw), wanted=in_both("finding-wanted-day"))
            return None
        return found

    def _year(self) -> int | None:
        amount = number(self.cells.get("year"))
        if amount is None or not 2010 <= amount.value <= 2040:
            self._add(
                "type",
                "year",
                clean(self.cells.get("year")),
                wanted=in_both("template-column-year"),
            )
            return None
        return int(amount.value)

    def _choice(self, role: str, *, is_told: bool = True) -> str | None:
        text = self._text(role)
        if text is None:
            return None
        enum, family = _CHOICES[role]
        for member in enum:
            spelled = (member.value, *in_both(f"{family}-{member}"))
            if key(text) in {key(one) for one in spelled}:
                return member.value
        if is_told:
            allowed = [in_both(f"{family}-{member}") for member in enum]
            separators = [words(language)("finding-list-separator") for language in ("zh", "en")]
            listed = [separators[at].join(one[at] for one in allowed) for at in (0, 1)]
            self._add("unknown_choice", role, text, allowed=(listed[0], listed[1]))
        return None

    def _department(self, role: str) -> str | None:
        text = self._text(role)
        if text is None:
            return None
        found = self.names.department(text)
        if found is None:
            self._add("unknown_department", role, text)
        return found

    def _division(self) -> str | None:
        text = self._text("division")
        if text is None:
            return None
        found = self.names.division(text)
        if found is None:
            self._add("unknown_division", "division", text)
        return found

    def _task(self) -> int | None:
        text = self._text("task")
        if text is None:
            return None
        digits = text.removesuffix(".0").split(" ")[0]
        match = digits if digits.isdigit() else self.names.subject(text, "tasks").identifier
        if match is None or str(int(match)) not in self.desk.tasks:
            self._add("unknown_task", "task", text, suggestion="none")
            return None
        return int(match)

    def _lacks(self, role: str, code: str | None = None) -> None:
        missing = in_both(f"template-column-{role}")
        self._add(code or self.lacking, role, self.value, missing=missing)

    def _add(self, code: str, role: str, value: object, **arguments: Argument) -> None:
        column = self.table.column_letters.get(role) or self.table.column_letters[self.identity]
        self.found.append(finding(code, self.table.sheet, self.row, column, value, **arguments))


def _is_any_changed(drafts: list[Draft]) -> bool:
    return any(draft.is_changed for draft in drafts)
