"""The rows of a project sheet, held against the register and the plan: drafts, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from hengyang.ingest.cells import clean
from hengyang.ingest.desk import Desk, in_both
from hengyang.ingest.drafts import Draft, Record
from hengyang.ingest.findings import Finding
from hengyang.ingest.names import Names
from hengyang.ingest.recognise import Recognised
from hengyang.ingest.register_row import RegisterRow, drafts_by_sheet
from hengyang.schema import PROJECT, ProjectStage

REGISTER = ("projects", "project_investments")
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
    return drafts_by_sheet(
        tables, lambda row, cells, table: _Row(row, cells, table, desk, names, announced)
    )


class _Row(RegisterRow):
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
        super().__init__(row, cells, table, desk, names, identity="project")
        self.announced = announced
        self.project = clean(cells["project"])

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
        lead = self.desk.projects.get(self.project, {}).get("lead_department")
        found = {"project": self.project, **content}
        return self._made(table, found, published, lead)

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
