"""The rows of the consultation's sheets: replies and proposals, held against the notice and what is published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from hengyang.delivery import clauses
from hengyang.ingest.cells import clean, is_not_reported, key
from hengyang.ingest.desk import Desk, in_both
from hengyang.ingest.drafts import Draft, Record
from hengyang.ingest.findings import Finding
from hengyang.ingest.names import Names
from hengyang.ingest.recognise import Recognised
from hengyang.ingest.register_row import RegisterRow, drafts_by_sheet
from hengyang.schema import (
    CONSULTATION_PROPOSALS,
    CONSULTATION_REPLIES,
    PROPOSAL,
    REPLY,
    ConsultedGroup,
    Decision,
    ReplyKind,
)

CONSULTATION_SHEETS = (CONSULTATION_REPLIES.name, CONSULTATION_PROPOSALS.name)
_UNLISTED = (ConsultedGroup.PARKS.value, ConsultedGroup.OFFICES.value)


def consultation_drafts(
    tables: list[Recognised], desk: Desk
) -> dict[int, tuple[list[Draft], list[Finding]]]:
    """For each sheet, by its place: the drafts of its rows, faulty ones marked, and every finding."""
    paper = _Paper(desk, tables)
    return drafts_by_sheet(
        tables,
        lambda row, cells, table: (
            _Reply(row, cells, table, paper)
            if table.table == CONSULTATION_REPLIES.name
            else _Proposal(row, cells, table, paper)
        ),
    )


class _Paper:
    """What all rows are held against: who was asked, the clauses' words, the replies of the file and before it."""

    def __init__(self, desk: Desk, tables: list[Recognised]) -> None:
        self.desk, self.names = desk, Names.of(desk.tables.frames)
        plan = desk.tables.plan.iloc[0]
        self.asked_on: date = plan["notice_date"].date()
        self.due_on: date = plan["reply_due"].date()
        self.keeper = self.names.department(str(plan["issuer_zh"]))
        consulted = desk.tables.consulted
        self.groups = dict(
            zip(consulted["respondent"], consulted["group"].astype("str"), strict=True)
        )
        self.respondents = {
            key(clean(name)): str(own)
            for own, *spelled in zip(
                consulted["respondent"],
                consulted["respondent"],
                consulted["name_zh"],
                consulted["name_en"],
                strict=True,
            )
            for name in spelled
        }
        found = clauses(desk.tables)
        self.texts = dict(zip(found["clause"], found["text_zh"].astype("str"), strict=True))
        self.clauses = {
            key(clean(name)): str(clause)
            for clause, zh, en in zip(
                found["clause"], found["name_zh"], found["name_en"], strict=True
            )
            for name in (zh, en, clause)
        }
        #: reply → the day it came in, of those published and those of this file
        self.replies: dict[str, object] = {
            str(row["reply"]): row["replied_on"]
            for row in desk.published(CONSULTATION_REPLIES.name).values()
        }
        for table in tables:
            if table.table == CONSULTATION_REPLIES.name:
                for row, cells in zip(table.entries["row"], table.entries["cells"], strict=True):
                    reader = _Reply(int(row), cells, table, self)
                    if reader._is_taken_back(table.table):
                        self.replies.pop(reader.value, None)
                    elif not reader.says_nothing:
                        self.replies[reader.value] = reader._day("replied_on")
        #: what the file takes back, so that it names it no more
        self.taken_back = {
            clean(cells[identity])
            for table in tables
            for cells in table.entries["cells"]
            for identity, reads in (("reply", _Reply), ("proposal", _Proposal))
            if identity in cells and reads(0, cells, table, self)._is_taken_back(table.table)
        }
        #: proposal → the decision that an earlier row of the file takes
        self.decided: dict[str, str | None] = {}

    def respondent(self, text: str) -> str | None:
        """Whom a text names among those asked."""
        found = self.respondents.get(key(clean(text))) or self.names.department(text)
        return found if found in self.groups else None


class _Row(RegisterRow):
    lacking = "row_incomplete"

    def __init__(
        self, row: int, cells: Mapping[str, Any], table: Recognised, paper: _Paper, identity: str
    ) -> None:
        super().__init__(row, cells, table, paper.desk, paper.names, identity)
        self.paper = paper

    def _is_ours(self) -> bool:
        """Replies are kept by whoever asked for them; told once more when it is written."""
        mine = self.desk.department
        if mine is None or mine == self.paper.keeper:
            return True
        told = {
            "subject": (self.value, self.value),
            "department": self.desk.name_of_department(mine),
            "lead": self.desk.name_of_department(self.paper.keeper),
        }
        self._add("not_yours", self.identity, self.value, **told)
        return False

    def _verbatim(self, role: str, published: object) -> str | None:
        """A cell's text sign by sign; as it is published where it differs by widths and spaces alone."""
        raw = self.cells.get(role)
        if is_not_reported(raw):
            return None
        text = str(raw).strip()
        if isinstance(published, str) and clean(published) == clean(text):
            return published
        return text


class _Reply(_Row):
    def __init__(
        self, row: int, cells: Mapping[str, Any], table: Recognised, paper: _Paper
    ) -> None:
        super().__init__(row, cells, table, paper, "reply")

    @property
    def says_nothing(self) -> bool:
        """A row of the template that nobody filled in: somebody was asked, and nothing is said yet."""
        roles = ("reply_kind", "replied_on", "stamp", "withdraws")
        return not any(clean(self.cells.get(role)) for role in roles)

    def drafts(self) -> list[Draft]:
        if self.says_nothing or not self._is_ours():
            return []
        if not re.fullmatch(str(REPLY.pattern), self.value):
            self._add("unknown_reply", "reply", self.value)
            return []
        if self._is_taken_back(CONSULTATION_REPLIES.name):
            self._tell_still_named()
            return self._withdrawal(CONSULTATION_REPLIES.name, reply=self.value)
        published = self.desk.published(CONSULTATION_REPLIES.name).get((self.value,))
        respondent = self._respondent(published)
        kind, day = self._choice("reply_kind"), self._day("replied_on")
        for role, said in (("reply_kind", kind), ("replied_on", day)):
            if said is None and not clean(self.cells.get(role)):
                self._lacks(role)
        if respondent is None or kind is None or day is None:
            return []
        name = self._verbatim("respondent_name_zh", (published or {}).get("respondent_name_zh"))
        is_unlisted = self.paper.groups[respondent] in _UNLISTED
        if is_unlisted and name is None and kind != ReplyKind.NONE_RECEIVED:
            self._lacks("respondent_name_zh")
        self._in_time(kind, day)
        content: Record = {
            "reply": self.value,
            "respondent": respondent,
            "respondent_name_zh": name if is_unlisted else None,
            "replied_on": day,
            "kind": kind,
            "stamp": self._choice("stamp"),
            "withdraws": self._withdrawn(kind),
        }
        kept = self._kept(CONSULTATION_REPLIES.name, content, published)
        return [self._made(CONSULTATION_REPLIES.name, kept, published, self.paper.keeper)]

    def _tell_still_named(self) -> None:
        """A reply is not taken back from under its proposals, or from under the reply that withdraws it."""
        for table, column, identity in (
            (CONSULTATION_PROPOSALS.name, "reply", "proposal"),
            (CONSULTATION_REPLIES.name, "withdraws", "reply"),
        ):
            for row in self.desk.published(table).values():
                other = str(row[identity])
                if row[column] == self.value and other not in self.paper.taken_back:
                    self._add("still_named", "reply", self.value, other=other)

    def _respondent(self, published: Record | None) -> str | None:
        text = self._text("respondent")
        if text is None and published is not None:
            return str(published["respondent"])
        found = None if text is None else self.paper.respondent(text)
        if found is None:
            self._add("unknown_respondent", "respondent", text or "")
        return found

    def _in_time(self, kind: str, day: date) -> None:
        if day > self.desk.today:
            self._add("future", "replied_on", day.isoformat(), today=self.desk.today)
        elif day < self.paper.asked_on:
            self._add("reply_too_early", "replied_on", day, asked=self.paper.asked_on)
        elif kind == ReplyKind.NONE_RECEIVED and day <= self.paper.due_on:
            self._add("checked_too_early", "replied_on", day, due=self.paper.due_on)

    def _withdrawn(self, kind: str) -> str | None:
        other = self._text("withdraws")
        if other is None and kind == ReplyKind.WITHDRAWN:
            self._lacks("withdraws")
        elif other is not None and (other not in self.paper.replies or other == self.value):
            self._add("unknown_reply", "withdraws", other)
        return other


class _Proposal(_Row):
    def __init__(
        self, row: int, cells: Mapping[str, Any], table: Recognised, paper: _Paper
    ) -> None:
        super().__init__(row, cells, table, paper, "proposal")

    def drafts(self) -> list[Draft]:
        return self._unless_others(self._own_drafts(), self._is_ours)

    def _own_drafts(self) -> list[Draft]:
        reply = self.value.partition("-")[0]
        if self._is_taken_back(CONSULTATION_PROPOSALS.name):
            return self._withdrawal(CONSULTATION_PROPOSALS.name, proposal=self.value)
        if not re.fullmatch(str(PROPOSAL.pattern), self.value) or reply not in self.paper.replies:
            self._add("unknown_reply", "proposal", self.value)
            return []
        published = self.desk.published(CONSULTATION_PROPOSALS.name).get((self.value,))
        before = published or {}
        texts = ("old_zh", "proposed_zh", "argument_zh", "decision_reason_zh", "decided_zh")
        content: Record = {name: self._verbatim(name, before.get(name)) for name in texts}
        content |= {
            "proposal": self.value,
            "reply": reply,
            "clause": self._clause(before),
            "decision": self._choice("decision"),
            "decided_on": self._day("decided_on"),
        }
        content = self._kept(CONSULTATION_PROPOSALS.name, content, published)
        if content["old_zh"] is None:
            self._lacks("old_zh")
        if content["clause"] is None or content["old_zh"] is None:
            return []
        self._stands_there(str(content["clause"]), str(content["old_zh"]))
        self._is_decided_well(content, reply)
        if self._is_decided_twice(content["decision"], before.get("decision")):
            return []
        return [self._made(CONSULTATION_PROPOSALS.name, content, published, self.paper.keeper)]

    def _clause(self, before: Record) -> object:
        text = self._text("clause")
        if text is None:
            if "clause" not in before:
                self._add("unknown_clause", "clause", "")
            return before.get("clause")
        found = self.paper.clauses.get(key(text))
        if found is None:
            self._add("unknown_clause", "clause", text)
        return found

    def _stands_there(self, clause: str, old: str) -> None:
        times = self.paper.texts[clause].count(old)
        if times == 0:
            self._add("not_verbatim", "old_zh", old, clause=clause)
        elif times > 1:
            self._add("not_unique", "old_zh", old, clause=clause, times=float(times))

    def _is_decided_well(self, content: Record, reply: str) -> None:
        decision, day = content["decision"], content["decided_on"]
        if decision is None:
            return
        if content["decision_reason_zh"] is None:
            self._add("decision_reason", "decision_reason_zh", self.value)
        if decision == Decision.PARTLY and content["decided_zh"] is None:
            self._add("decided_text", "decided_zh", self.value)
        replied_on = self.paper.replies[reply]
        if day is None:
            self._lacks("decided_on")
        elif isinstance(day, date) and day > self.desk.today:
            self._add("future", "decided_on", day.isoformat(), today=self.desk.today)
        elif isinstance(day, date) and isinstance(replied_on, date) and day < replied_on:
            self._add("decided_too_early", "decided_on", day, replied=replied_on)

    def _is_decided_twice(self, decision: object, published: object) -> bool:
        """Whether the file decides this proposal twice; another decision than the published one needs a reason."""
        now = None if decision is None else str(decision)
        if self.value in self.paper.decided:
            first = self.paper.decided[self.value]
            self._add("two_decisions", "decision", self.value, **_told(first, now))
            return True
        self.paper.decided[self.value] = now
        if published is not None and decision != published and self._text("reason") is None:
            self._add("two_decisions", "decision", self.value, **_told(str(published), now))
        return False


def _told(before: str | None, after: str | None) -> dict[str, tuple[str, str]]:
    return {
        name: in_both("finding-nothing") if decision is None else in_both(f"decision-{decision}")
        for name, decision in (("before", before), ("after", after))
    }
