"""The rows of the project sheets, held against the register and the plan: drafts, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from hengyang.ingest.cells import period
from hengyang.ingest.desk import Desk, in_both
from hengyang.ingest.drafts import Draft, Record
from hengyang.ingest.findings import Finding
from hengyang.ingest.names import Names
from hengyang.ingest.project_parts import ApprovalRow, ContributionRow, GateRow, StepRow
from hengyang.ingest.project_row import ProjectFile, ProjectRow
from hengyang.ingest.recognise import Recognised
from hengyang.ingest.register_row import drafts_by_sheet
from hengyang.schema import PROJECT_SHEET_COLUMNS, ProjectStage

REGISTER = tuple(PROJECT_SHEET_COLUMNS)
_STAGES = [stage.value for stage in ProjectStage]


def project_drafts(
    tables: list[Recognised], desk: Desk
) -> dict[int, tuple[list[Draft], list[Finding]]]:
    """For each project sheet, by its place: the drafts of its rows, faulty ones marked, and every finding."""
    file = ProjectFile(desk, Names.of(desk.tables.frames))
    for table in tables:
        for row, cells in zip(table.entries["row"], table.entries["cells"], strict=True):
            _note(_reader(int(row), cells, table, file), file)
    return drafts_by_sheet(tables, lambda row, cells, table: _reader(row, cells, table, file))


def _reader(row: int, cells: Mapping[str, Any], table: Recognised, file: ProjectFile) -> ProjectRow:
    kinds: dict[str, Callable[..., ProjectRow]] = {
        "projects": _Row,
        "project_investments": _MoneyRow,
        "project_gates": GateRow,
        "project_approvals": ApprovalRow,
        "project_contributions": ContributionRow,
        "project_milestones": StepRow,
    }
    return kinds[str(table.table)](row, cells, table, file)


def _note(reader: ProjectRow, file: ProjectFile) -> None:
    """Remembers of a row what other rows of the file are held against."""
    project = reader.project
    if isinstance(reader, _Row):
        if project not in file.desk.projects:
            file.announced.setdefault(project, reader._task())
    elif isinstance(reader, GateRow):
        gate = reader._choice("gate", is_told=False)
        is_said = reader._text("passed_on") is not None
        if gate is not None and is_said:
            is_back = reader._is_taken_back("project_gates")
            day = None if is_back else reader._day("passed_on")
            if is_back or day is not None:  # what cannot be read leaves what is published as it is
                file.gates[project, gate] = day
    elif isinstance(reader, StepRow) and (position := reader.position()) is not None:
        is_back = reader._is_taken_back("project_milestones")
        day = None if is_back else reader._day("step_planned_on")
        if is_back or day is not None or reader._text("step_planned_on") is None:
            file.steps[project, position] = day


class _Row(ProjectRow):
    """A project, and its report of the month."""

    def _own_drafts(self) -> list[Draft]:
        if self._is_taken_back("projects"):
            return self._everything_taken_back()
        return [draft for draft in (self._project(), *self._report()) if draft]

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
                self._lacks(name)
            if lacking:
                return None
            self._same_name(content)
        fixed = {name: (published or {}).get(name) for name in ("name_en", "role_source")}
        fixed["is_group"] = bool((published or {}).get("is_group"))
        if published is None or content["lead_department"] != published["lead_department"]:
            fixed["role_source"] = None
        quote = (published or {}).get("quote_zh")
        return self._draft("projects", {**content, **fixed, "quote_zh": quote}, published)

    def _report(self) -> list[Draft]:
        if self._is_taken_back("project_reports"):
            day = self._reference_day()
            return [] if day is None else self._withdrawal("project_reports", reference_date=day)
        stage = self._choice("project_stage")
        if stage is None:
            self._emptied_report()
            return []
        day = self._reference_day()
        if day is None:
            return []
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
        return [self._draft("project_reports", kept, published)]

    def _emptied_report(self) -> None:
        day = period(self.cells.get("period"))
        if day is not None and "project_stage" in self.table.columns:
            self._emptied("project_reports", "project_stage", reference_date=day)

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


class _MoneyRow(ProjectRow):
    """What a project plans in a year out of one source, and what it has invested and paid."""

    def _own_drafts(self) -> list[Draft]:
        return [*self._plan(), *self._spending()]

    def _plan(self) -> list[Draft]:
        is_taken_back = self._is_taken_back("project_investments")
        planned = None if is_taken_back else self._number("planned_wanyuan")
        year, funding = self._year(), self._choice("funding")
        if year is None or funding is None:
            return []
        key = {"year": year, "funding": funding}
        if is_taken_back:
            return self._withdrawal("project_investments", **key)
        carried = self._number("carried_wanyuan")
        if planned is None:
            self._emptied("project_investments", "planned_wanyuan", **key)
            return []
        published = self.desk.published("project_investments").get(
            (self.project, float(year), funding)
        )
        content: Record = {**key, "planned_wanyuan": planned, "carried_wanyuan": carried}
        kept = self._kept("project_investments", content, published)
        if carried is not None and carried > planned:
            self._add("carried_too_much", "carried_wanyuan", carried, planned=planned)
        return [self._draft("project_investments", kept, published)]

    def _spending(self) -> list[Draft]:
        is_taken_back = self._is_taken_back("project_spending")
        invested = None if is_taken_back else self._number("invested_wanyuan")
        paid = self._number("paid_wanyuan")
        funding = self._choice("funding", is_told=False)
        is_said = invested is not None or is_taken_back
        if not is_said or funding is None:
            return []
        day = self._reference_day()
        if day is None:
            return []
        year = self._year()
        if year is not None and year != day.year:
            # the row plans another year than the one that is reported
            return []
        if is_taken_back:
            return self._withdrawal("project_spending", reference_date=day, funding=funding)
        content: Record = {
            "reference_date": day,
            "funding": funding,
            "invested_wanyuan": invested,
            "paid_wanyuan": paid,
        }
        published = self.desk.published("project_spending").get((self.project, day, funding))
        kept = self._kept("project_spending", content, published)
        return [self._draft("project_spending", kept, published)]
