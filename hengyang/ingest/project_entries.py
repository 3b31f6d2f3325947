"""The rows of a project sheet, held against the register and the plan: drafts, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd

from hengyang.ingest.cells import clean, is_not_reported, key, number, period
from hengyang.ingest.desk import Desk, in_both
from hengyang.ingest.drafts import CONTENT, Draft, Record, key_of, plain
from hengyang.ingest.findings import Argument, Finding, finding
from hengyang.ingest.names import Names
from hengyang.ingest.recognise import Recognised
from hengyang.labels import words
from hengyang.schema import PROJECT, Batch, Funding, ProjectNature, ProjectStage

REGISTER = ("projects", "project_investments")
_CHOICES: Mapping[str, tuple[type[StrEnum], str]] = {
    "project_stage": (ProjectStage, "project-stage"),
    "batch": (Batch, "batch"),
    "nature": (ProjectNature, "project-nature"),
    "funding": (Funding, "funding"),
}
_NUMBERS = ("total_investment_wanyuan", "land_mu", "progress_pct", "planned_wanyuan",
            "invested_wanyuan", "paid_wanyuan")  # fmt: skip
_DAYS = ("planned_start", "planned_finish", "actual_start", "actual_finish", "action_due")
_DEPARTMENTS = ("lead_department", "action_department")
_STAGES = [stage.value for stage in ProjectStage]


def project_drafts(
    tables: list[Recognised], desk: Desk
) -> dict[int, tuple[list[Draft], list[Finding]]]:
    """For each project sheet, by its place: the drafts of its rows, faulty ones marked, and every finding."""
    names = Names.of(desk.tables.frames)
    announced = {
        str(name)
        for table in tables
        if table.table == "projects"
        for name in table.entries["subject"]
    }
    found = {}
    for at, table in enumerate(tables):
        drafts: list[Draft] = []
        problems: list[Finding] = []
        for row, cells in zip(table.entries["row"], table.entries["cells"], strict=True):
            reader = _Row(int(row), cells, table, desk, names, announced)
            own = reader.drafts()
            is_faulty = any(problem.severity == "error" for problem in reader.found)
            for draft in own:
                draft.is_faulty = is_faulty
            is_told = is_faulty or any(draft.is_changed for draft in own)
            problems += reader.found if is_told else []
            drafts += own
        found[at] = (drafts, problems)
    return found


class _Row:
    """Reads one row of a project sheet."""

    def __init__(
        self,
        row: int,
        cells: Mapping[str, Any],
        table: Recognised,
        desk: Desk,
        names: Names,
        announced: set[str],
    ) -> None:
        self.row, self.cells, self.table, self.desk, self.names = row, cells, table, desk, names
        self.announced = announced
        self.project = clean(cells["project"])
        self.found: list[Finding] = []

    def drafts(self) -> list[Draft]:
        desk = self.desk
        if (
            pd.Series([self.project])
            .str.fullmatch(str(PROJECT.pattern).strip("^$"))
            .eq(False)
            .any()
        ):
            self._add("unknown_project", "project", self.project)
            return []
        if self.table.table == "projects":
            return [draft for draft in (self._project(), self._report()) if draft]
        if self.project not in desk.projects and self.project not in self.announced:
            self._add("unknown_project", "project", self.project)
            return []
        return [draft for draft in (self._plan(), self._spending()) if draft]

    def _project(self) -> Draft | None:
        roles = ("name_zh", "client_zh", "content_zh")
        content: Record = {role: self._text(role) for role in roles}
        content |= {role: self._number(role) for role in ("total_investment_wanyuan", "land_mu")}
        content |= {role: self._day(role) for role in ("planned_start", "planned_finish")}
        content["nature"] = self._choice("nature")
        content["lead_department"] = self._department("lead_department")
        content["division"] = self._division()
        content["task"] = self._task()
        published = self.desk.published("projects").get((self.project,))
        content = self._kept("projects", content, published)
        self._in_order(content["planned_start"], content["planned_finish"], "planned_finish")
        if published is None:
            lacking = [name for name in ("name_zh", "task") if content[name] is None]
            for name in lacking:
                missing = in_both(f"template-column-{name}")
                self._add("project_incomplete", "project", self.project, missing=missing)
            if lacking:
                return None
            self._same_name(content)
        fixed = {name: (published or {}).get(name) for name in ("name_en", "role_source")}
        fixed["is_group"] = bool((published or {}).get("is_group"))
        if published is None or content["lead_department"] != published["lead_department"]:
            fixed["role_source"] = None
        quote = (published or {}).get("quote_zh")
        return self._draft("projects", {**content, **fixed, "quote_zh": quote}, published)

    def _report(self) -> Draft | None:
        stage = self._choice("project_stage")
        others = ("batch", "progress_pct", "actual_start", "actual_finish", "issue_zh")
        if stage is None:
            return None
        day = self._reference_day()
        if day is None:
            return None
        content: Record = {
            "reference_date": day,
            "stage": stage,
            "batch": self._choice("batch"),
            "progress_pct": self._number("progress_pct"),
            "actual_start": self._day("actual_start"),
            "actual_finish": self._day("actual_finish"),
            "issue_zh": self._text("issue_zh"),
            "action_department": self._department("action_department"),
            "action_due": self._day("action_due"),
        }
        assert set(others) <= set(content)
        progress = content["progress_pct"]
        if isinstance(progress, float) and progress > 100:
            self._add("out_of_range", "progress_pct", progress, low=0.0, high="100")
        if content["actual_finish"]:
            started = content["actual_start"] or self._started_before(day)
            self._in_order(started, content["actual_finish"], "actual_finish")
        self._agree(content, day)
        self._forwards(stage, day)
        published = self.desk.published("project_reports").get((self.project, day))
        kept = self._kept("project_reports", content, published)
        return self._draft("project_reports", kept, published)

    def _plan(self) -> Draft | None:
        planned = self._number("planned_wanyuan")
        year, funding = self._year(), self._choice("funding")
        if planned is None or year is None or funding is None:
            return None
        content: Record = {"year": year, "funding": funding, "planned_wanyuan": planned}
        cell = (self.project, float(year), funding)
        published = self.desk.published("project_investments").get(cell)
        return self._draft("project_investments", content, published)

    def _spending(self) -> Draft | None:
        invested = self._number("invested_wanyuan")
        paid = self._number("paid_wanyuan")
        funding = self._choice("funding", is_told=False)
        if invested is None or funding is None:
            return None
        day = self._reference_day()
        if day is None:
            return None
        year = self._year()
        if year is not None and year != day.year:
            # the row plans another year than the one that is reported
            return None
        content: Record = {
            "reference_date": day,
            "funding": funding,
            "invested_wanyuan": invested,
            "paid_wanyuan": paid,
        }
        published = self.desk.published("project_spending").get((self.project, day, funding))
        kept = self._kept("project_spending", content, published)
        return self._draft("project_spending", kept, published)

    def _draft(self, table: str, content: Record, published: Record | None) -> Draft:
        source = (
            in_both("finding-source-sheet", sheet=self.table.sheet)
            if self.desk.file_name is None
            else in_both("finding-source", file=self.desk.file_name, sheet=self.table.sheet)
        )
        record: Record = {
            "project": self.project,
            "quote_zh": None,
            **content,
            "source": source[0],
            "department": self.desk.department
            or self.desk.projects.get(self.project, {}).get("lead_department"),
            "reported_on": self.desk.today,
            "reason": self._text("reason"),
            "is_simulated": self.desk.is_simulated,
        }
        column = self.table.column_letters["project"]
        place = (self.table.sheet, self.row, column, self.project)
        return Draft(table, key_of(table, record), record, *place, published)

    def _kept(self, table: str, content: Record, published: Record | None) -> Record:
        """What the sheet has no column for stays as it is published."""
        if published is None:
            return content
        roles = {"stage": "project_stage"}
        return {
            name: published[name]
            if name in CONTENT[table] and roles.get(name, name) not in self.table.columns
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
            return day
        return None

    def _agree(self, content: Record, day: date) -> None:
        stage = str(content["stage"])
        said = in_both(f"project-stage-{stage}")
        for role, allowed in (
            ("actual_start", _STAGES[1:]),
            ("actual_finish", _STAGES[3:]),
        ):
            when = content[role]
            if not isinstance(when, date):
                continue
            if stage not in allowed:
                self._add(
                    "dates_contradict", role, when, first=said, second=self._dated(role, when)
                )
            elif when > day:
                reported = f"{day:%Y-%m}"
                second = self._dated(role, when)
                self._add("dates_contradict", role, when, first=reported, second=second)

    def _dated(self, role: str, when: date) -> tuple[str, str]:
        zh, en = in_both(f"template-column-{role}")
        return f"{zh} {when}", f"{en} {when}"

    def _forwards(self, stage: str, day: date) -> None:
        """A stage that goes back needs a reason; new and under construction change with the year alone."""
        reports = self.desk.tables.project_reports
        mine = reports[
            (reports["project"] == self.project) & (reports["reference_date"] < pd.Timestamp(day))
        ]
        if mine.empty or self._text("reason"):
            return
        before = str(mine["stage"].iloc[-1])
        if _STAGES.index(stage) < _STAGES.index(before):
            told = {
                "before": in_both(f"project-stage-{before}"),
                "after": in_both(f"project-stage-{stage}"),
            }
            self._add("stage_backwards", "project_stage", stage, **told)

    def _in_order(self, start: object, finish: object, role: str) -> None:
        if isinstance(start, date) and isinstance(finish, date) and finish < start:
            self._add("finish_before_start", role, finish, start=start, finish=finish)

    def _started_before(self, day: date) -> date | None:
        """The start that the newest earlier report gave."""
        reports = self.desk.tables.project_reports
        is_mine = reports["project"] == self.project
        mine = reports[is_mine & (reports["reference_date"] < pd.Timestamp(day))]
        known = mine["actual_start"].dropna()
        return None if known.empty else known.iloc[-1].date()

    def _same_name(self, content: Record) -> None:
        for other, row in self.desk.projects.items():
            if (row["name_zh"], row["division"]) == (content["name_zh"], content["division"]):
                self._add("same_name", "name_zh", content["name_zh"], other=other)
                return

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
        # a spreadsheet's date is a day here, not the month that it stands for among periods
        found = plain(raw) if isinstance(raw, date) else period(clean(raw))
        if not isinstance(found, date):
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

    def _add(self, code: str, role: str, value: object, **arguments: Argument) -> None:
        column = self.table.column_letters.get(role) or self.table.column_letters["project"]
        self.found.append(finding(code, self.table.sheet, self.row, column, value, **arguments))
