"""The rows of the safeguards' sheets: reports on commitments, requests of the green channel, listings of projects."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from hengyang.delivery import commitment_owners, safeguard_owners
from hengyang.ingest.cells import clean, period
from hengyang.ingest.desk import Desk, in_both, in_words
from hengyang.ingest.drafts import Draft, Record, key_of, subject_of
from hengyang.ingest.findings import Finding
from hengyang.ingest.names import Names
from hengyang.ingest.recognise import Recognised
from hengyang.ingest.register_row import RegisterRow, drafts_by_sheet
from hengyang.labels import words
from hengyang.schema import (
    GREEN_CHANNEL_REQUESTS,
    PROJECT_LISTINGS,
    SAFEGUARD_REPORTS,
    MilestoneRule,
    PlanRegister,
    Stage,
)

SAFEGUARD_SHEETS = (SAFEGUARD_REPORTS.name, GREEN_CHANNEL_REQUESTS.name, PROJECT_LISTINGS.name)
_STANDING = (Stage.HELD.value, Stage.BREACHED.value)


def safeguard_drafts(
    tables: list[Recognised], desk: Desk
) -> dict[int, tuple[list[Draft], list[Finding]]]:
    """For each sheet, by its place: the drafts of its rows, faulty ones marked, and every finding."""
    whose = _Owners(desk)
    names = Names.of(desk.tables.frames)
    readers: dict[str, Callable[..., RegisterRow]] = {
        SAFEGUARD_REPORTS.name: _Report,
        GREEN_CHANNEL_REQUESTS.name: _Request,
        PROJECT_LISTINGS.name: _Listing,
    }
    return drafts_by_sheet(
        tables,
        lambda row, cells, table: readers[table.table](row, cells, table, whose, names),
    )


class _Owners:
    """Who may bring which row, worked out once for a file."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.of_commitment = commitment_owners(desk.tables)
        self.of_row = safeguard_owners(desk.tables)

    def of(self, table: str, key: Mapping[str, object]) -> tuple[str, ...]:
        """The departments that may bring the row, those who answer for it before all others."""
        if table == SAFEGUARD_REPORTS.name:
            return self.of_commitment[subject_of(table, key)]
        project = self.desk.projects.get(str(key["project"]), {})
        lead = project.get("lead_department")
        task = project.get("task")
        listed = () if task is None else self.desk.listed.get(int(float(str(task))), ())
        leads = (lead,) if isinstance(lead, str) else ()
        return tuple(dict.fromkeys((*leads, *listed, *sorted(self.of_row(table, key)))))


class _Row(RegisterRow):
    lacking = "row_incomplete"
    table_name: str
    identity_column: str

    def __init__(
        self,
        row: int,
        cells: Mapping[str, Any],
        table: Recognised,
        whose: _Owners,
        names: Names,
    ) -> None:
        super().__init__(row, cells, table, whose.desk, names, self.identity_column)
        self.whose = whose

    def drafts(self) -> list[Draft]:
        key = self._key()
        if key is None:
            return []
        made = self._own_drafts(key)
        if self._is_gone(key.get("project"), made):
            return []
        return self._unless_others(made, lambda: self._is_ours(key))

    def _own_drafts(self, key: Record) -> list[Draft]:
        if self._is_taken_back(self.table_name):
            return self._withdrawal(self.table_name, **key)
        content = self._content(key)
        if content is None:
            return []
        published = self.desk.published(self.table_name).get(key_of(self.table_name, key))
        kept = self._kept(self.table_name, {**key, **content}, published)
        self._agree(kept)
        whose = self.whose.of(self.table_name, key)
        return [self._made(self.table_name, kept, published, next(iter(whose), None))]

    @abstractmethod
    def _key(self) -> Record | None:
        """Which row of the register it is; None where it says nothing, or not which."""

    @abstractmethod
    def _content(self, key: Record) -> Record | None:
        """What the row says, None where that is no row."""

    def _agree(self, content: Record) -> None:
        """Finds what of the row contradicts itself."""

    def _is_ours(self, key: Record) -> bool:
        """Told once more when it is written; of a project that the file itself registers only then."""
        mine = self.desk.department
        if mine is None or key.get("project") in self.desk.announced - self.desk.projects.keys():
            return True
        owners = self.whose.of(self.table_name, key)
        if mine in owners:
            return True
        named = [self.desk.name_of_department(owner) for owner in owners]
        separators = [words(language)("mark-separator") for language in ("zh", "en")]
        told = {
            "subject": self.desk.name_of(self.table_name, subject_of(self.table_name, key)),
            "department": self.desk.name_of_department(mine),
            "lead": tuple(separators[at].join(name[at] for name in named) for at in (0, 1)),
        }
        self._add("not_yours", self.identity, self.value, **told)  # type: ignore[arg-type]
        return False

    def _project(self) -> str | None:
        if self.value in self.desk.projects or self.value in self.desk.announced:
            return self.value
        self._add("unknown_project", "project", self.value)
        return None

    def _said(self, role: str, value: object) -> bool:
        """Whether a cell that has to be filled in says something; what is said and faulty is told already."""
        if value is None and not clean(self.cells.get(role)):
            self._lacks(role)
        return value is not None

    def _past_day(self, role: str) -> date | None:
        day = self._day(role)
        if day is not None and day > self.desk.today:
            self._add("future", role, day.isoformat(), today=self.desk.today)
        return day


class _Report(_Row):
    """How far a commitment has come."""

    table_name, identity_column = SAFEGUARD_REPORTS.name, "commitment"

    def _key(self) -> Record | None:
        said = ("safeguard_stage", "safeguard_evidence", "next_due")
        if not any(self._text(role) for role in said):
            self._tell_emptied()
            return None
        commitment = self.value.upper()
        if commitment not in self.desk.commitments:
            self._add("unknown_commitment", "commitment", self.value)
            return None
        day = self._reference_day()
        if day is None:
            return None
        safeguard, position = commitment.removeprefix("S").split("-")
        return {"safeguard": int(safeguard), "position": int(position), "reference_date": day}

    def _content(self, key: Record) -> Record | None:
        day = key["reference_date"]
        first, last = self.desk.first_day, self.desk.last_day
        if isinstance(day, date) and not first <= day <= last:
            self._add("outside_plan", "period", day.isoformat(), first=first, last=last)
        stage = self._stage(subject_of(self.table_name, key))
        evidence, due = self._text("safeguard_evidence"), self._day("next_due")
        if stage is None:
            return None
        return {"stage": stage, "next_stage_due": due, "evidence": evidence}

    def _stage(self, commitment: str) -> str | None:
        """A staged commitment goes through stages; a standing one is kept or broken."""
        text = self._text("safeguard_stage")
        if text is None:
            self._lacks("safeguard_stage")
            return None
        is_standing = self.desk.commitments[commitment]["rule"] == MilestoneRule.STANDING.value
        stage = self._choice("safeguard_stage", is_told=False)
        if stage is not None and (stage in _STANDING) == is_standing:
            return stage
        allowed = [one.value for one in Stage if (one.value in _STANDING) == is_standing]
        named = [in_both(f"stage-{one}") for one in allowed]
        separators = in_both("finding-list-separator")
        stages = tuple(separators[at].join(name[at] for name in named) for at in (0, 1))
        self._add("not_a_stage", "safeguard_stage", text, stages=stages)  # type: ignore[arg-type]
        return None

    def _agree(self, content: Record) -> None:
        if content["stage"] == Stage.DONE.value and not content["evidence"]:
            self._add("evidence_missing", "safeguard_evidence", self._text("safeguard_stage"))

    def _tell_emptied(self) -> None:
        """Says of a row that is empty now that what is published for it stays."""
        commitment, day = self.value.upper(), period(self.cells.get("period"))
        if commitment not in self.desk.commitments or day is None:
            return
        safeguard, position = commitment.removeprefix("S").split("-")
        key = (float(safeguard), float(position), day)
        published = self.desk.published(self.table_name).get(key)
        made_from = self.table.made_from_release
        if published is not None and not self.desk.was_empty(self.table_name, key, made_from):
            told = {
                "subject": self.desk.name_of(self.table_name, commitment),
                "published": in_words("stage", published["stage"]),
            }
            self._add("emptied", "safeguard_stage", None, **told)


class _Request(_Row):
    """A request of the green channel, and its answer."""

    table_name, identity_column = GREEN_CHANNEL_REQUESTS.name, "project"

    def _key(self) -> Record | None:
        project, approval = self._project(), self._choice("approval")
        asked = self._past_day("asked_on")
        is_whole = [self._said("approval", approval), self._said("asked_on", asked)]
        if project is None or not all(is_whole):
            return None
        return {"project": project, "approval": approval, "asked_on": asked}

    def _content(self, key: Record) -> Record | None:
        return {
            "asked_of": self._department("asked_of"),
            "answered_on": self._past_day("answered_on"),
            "answer": self._choice("answer"),
        }

    def _agree(self, content: Record) -> None:
        asked, day, answer = (content[name] for name in ("asked_on", "answered_on", "answer"))
        if answer is not None and day is None:
            self._said("answered_on", day)
        if day is not None and answer is None:
            self._said("answer", answer)
        if isinstance(day, date) and isinstance(asked, date) and day < asked:
            self._add("answered_too_early", "answered_on", day, asked=asked)


class _Listing(_Row):
    """A project's entry in the national store or in a plan."""

    table_name, identity_column = PROJECT_LISTINGS.name, "project"

    def _key(self) -> Record | None:
        project, register = self._project(), self._choice("register")
        is_whole = self._said("register", register)
        year = self._year() if clean(self.cells.get("year")) else None
        is_whole = self._said("year", year) and is_whole
        if project is None or not is_whole:
            return None
        return {"project": project, "register": register, "year": year}

    def _content(self, key: Record) -> Record | None:
        day = self._past_day("listed_on")
        if not self._said("listed_on", day):
            return None
        return {"listed_on": day, "code_zh": self._text("code_zh")}

    def _agree(self, content: Record) -> None:
        """Into the store a project enters in the year of its entry; a plan is of a year of its own."""
        day, year = content["listed_on"], content["year"]
        is_store = content["register"] == PlanRegister.NATIONAL_STORE.value
        if is_store and isinstance(day, date) and day.year != year:
            self._add("listed_in_another_year", "listed_on", day, year=str(year))
