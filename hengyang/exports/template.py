"""The workbook that goes out to be filled in, and comes back as a proposal: one format both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import chain
from typing import Any

import pandas as pd

from hengyang.delivery import commitment_owners, owed_for
from hengyang.errors import DataMissing
from hengyang.exports.template_consultation import keeps_replies, proposal_rows, reply_rows
from hengyang.exports.template_projects import PROJECT_SHEETS, rolled_rows
from hengyang.exports.template_safeguards import safeguard_sheets
from hengyang.labels import Language, keys, words
from hengyang.labels import day as day_in_words
from hengyang.progress.paths import month_end
from hengyang.schema import (
    PROJECT_SHEET_COLUMNS,
    SHEET_COLUMNS,
    WHOLE_CITY,
    Comparability,
    MilestoneRule,
    Role,
    Stage,
    Tables,
)

TEMPLATE_VERSION = 1

#: The same in every language, for it is read back (hengyang/ingest/vocabulary.toml knows it).
HIDDEN_SHEET = "_补短板"

#: Never shown: says what a workbook was made from. Its labels are read back, so they are no words.
_STAMPED = ("workspace", "release", "period", "department", "template_version")
_STANDING = (Stage.HELD, Stage.BREACHED)
_TITLE_ROW, _NOTE_ROW, _HEADER_ROW = 0, 1, 3
_WIDTHS = {"id": 9, "subject": 46, "milestone": 46, "task": 24, "division": 12, "unit": 9, "target": 10,
           "frequency": 9, "due": 9, "department": 18, "period": 13, "value": 13, "before": 13, "stage": 11, "evidence": 34,
           "next_stage_due": 19, "commitment_text": 60, "owners": 24, "safeguard_evidence": 34, "name_zh": 32, "reason": 24, "note": 24, "narrative": 90}  # fmt: skip
_INDICATOR_COLUMNS = (
    "id",
    "subject",
    "task",
    "department",
    "division",
    "unit",
    "target",
    "frequency",
    "due",
    "period",
    "value",
    "reason",
    "note",
)
_MILESTONE_COLUMNS = (
    "id",
    "milestone",
    "task",
    "department",
    "period",
    "stage",
    "evidence",
    "next_stage_due",
    "reason",
    "note",
)
_NARRATIVE_COLUMNS = ("id", "task", "department", "period", "narrative")
_TO_FILL = frozenset(
    {"value", "stage", "evidence", "next_stage_due", "reason", "note", "narrative"}
)
#: Of a project everything may be filled in but its number, which says which one it is.
_OF_PROJECTS = frozenset(chain(*PROJECT_SHEET_COLUMNS.values())) - {"project", "task", "period"}
#: Of the other registers everything but its number, and what tells which project or sentence that is.
_TOLD = frozenset({"name_zh", "commitment_text", "owners"})
_USUAL_WIDTH = 16

Row = dict[str, object]


@dataclass(frozen=True)
class Template:
    """A workbook to fill in."""

    content: bytes
    file_name: str


def template(
    tables: Tables,
    period: date,
    *,
    department: str | None = None,
    language: Language = "zh",
    is_demo: bool,
) -> Template:
    """The workbook of a department (or of all) for the month of `period`, filled with what is published.

    A row for each indicator and milestone of the tasks that the department is listed first under, and for
    each task that it is listed under at all; a row a division where a breakdown exists. Without a department
    all of them, those of the whole plan too. A hidden sheet says what the workbook was made from. Text is
    written as text, also where it begins like a formula.
    Raises: DataMissing for a department that is unknown, or listed under no task or safeguard.
    """
    owners = set(chain(tables.assignments["department"], *commitment_owners(tables).values()))
    if department is not None and department not in owners:
        raise DataMissing(f"no department {department}", name=department)
    import xlsxwriter

    sheet = _Sheets(tables, month_end(period), department, language)
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    with xlsxwriter.Workbook(buffer, options) as book:
        formats = _formats(book, is_demo=is_demo)
        sheet.write(book, formats, "indicators", _INDICATOR_COLUMNS, list(sheet.indicator_rows()))
        sheet.write(book, formats, "milestones", _MILESTONE_COLUMNS, list(sheet.milestone_rows()))
        sheet.write(book, formats, "narratives", _NARRATIVE_COLUMNS, list(sheet.narrative_rows()))
        given = (tables, sheet.period, department, language)
        has_projects = False
        for name, (table, rows_of) in PROJECT_SHEETS.items():
            rows = list(rows_of(*given))
            has_projects = has_projects or bool(rows)
            if has_projects:
                sheet.write(book, formats, name, PROJECT_SHEET_COLUMNS[table], rows)
        if keeps_replies(tables, department):
            for name, of_consultation in (
                ("consultation_replies", reply_rows(tables, language)),
                ("consultation_proposals", proposal_rows(tables, language)),
            ):
                sheet.write(book, formats, name, SHEET_COLUMNS[name], list(of_consultation))
        for name, own in safeguard_sheets(*given):
            sheet.write(book, formats, name, SHEET_COLUMNS[name], own)
        _stamp(book, tables, sheet.period, department, HIDDEN_SHEET)
    return Template(buffer.getvalue(), _file_name(sheet, is_demo=is_demo))


def rolled_template(
    tables: Tables,
    as_of: date,
    year: int,
    *,
    department: str | None = None,
    language: Language = "zh",
    is_demo: bool,
) -> Template:
    """The workbook that rolls the three-year plan forward to `year`: its sheet of project money alone, prefilled.

    It comes back like any other. What year − 1 left undone, as reported up to as_of, is added to `year` and stands in a
    column of its own. Raises: DataMissing for a department that is unknown.
    """
    if department is not None and department not in set(tables.departments["department"]):
        raise DataMissing(f"no department {department}", name=department)
    import xlsxwriter

    sheet = _Sheets(tables, month_end(as_of), department, language)
    rows = list(rolled_rows(tables, as_of, year, department, language))
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    with xlsxwriter.Workbook(buffer, options) as book:
        columns = PROJECT_SHEET_COLUMNS["project_investments"]
        sheet.write(book, _formats(book, is_demo=is_demo), "project_money", columns, rows)
        _stamp(book, tables, sheet.period, department, HIDDEN_SHEET)
    years = f"{year}-{year + 2}"
    return Template(buffer.getvalue(), _file_name(sheet, is_demo=is_demo, years=years))


class _Sheets:
    """What stands in the sheets of one template."""

    def __init__(
        self, tables: Tables, period: date, department: str | None, language: Language
    ) -> None:
        self.tables, self.period, self.department = tables, period, department
        self.language = language
        self.say = words(language)
        self.offices = _names(tables, "departments", "department", language)
        self.places = _names(tables, "divisions", "division", language)
        self.task_names = {
            int(task): name for task, name in _names(tables, "tasks", "task", language).items()
        }
        choices = tables.choices[tables.choices["frequency"].notna()]
        self.chosen = dict(
            zip(choices["indicator"], choices["frequency"].astype("str"), strict=True)
        )
        leads = tables.assignments[tables.assignments["role"] == Role.LEAD]
        self.leads = dict(zip(leads["task"].astype("int"), leads["department"], strict=True))

    def indicator_rows(self) -> Iterator[Row]:
        """City first, then its parts; two published days of a month are two rows."""
        rows = self.tables.observations
        same = rows[rows["comparability"] == Comparability.SAME.value]
        parts = same[same["division"] != WHOLE_CITY]
        has_parts = set(parts["indicator"])
        published = self._published(same, ["indicator", "division"], "value")
        owed = owed_for(self.tables, self.period)
        order = [WHOLE_CITY, *(place for place in self.places if place != WHOLE_CITY)]
        for row in self._mine("indicators"):
            name = str(row["indicator"])
            shared = {
                **self._shared(row, name, "subject"),
                # in Chinese in both languages: it is read back, and quotes the plan
                "unit": row["unit_zh"],
                "target": _target(row),
                "frequency": self._frequency(row),
            }
            for division in order if name in has_parts else [WHOLE_CITY]:
                is_due = name in owed and division == WHOLE_CITY  # as the calendar counts it
                for day, value in published.get((name, division), [(self.period, None)]):
                    yield {
                        **shared,
                        "division": self.places[division],
                        "period": _period(day),
                        "due": self.say("template-due") if is_due else None,
                        "value": value,
                    }

    def _frequency(self, row: dict[str, object]) -> str | None:
        """How often the indicator is to be reported: as an analyst chose, else as the plan's list proposes."""
        given = self.chosen.get(str(row["indicator"]), row["frequency"])
        return None if pd.isna(given) else self.say(f"frequency-{given}")

    def milestone_rows(self) -> Iterator[Row]:
        rows = self.tables.milestone_reports
        same = rows[rows["comparability"] == Comparability.SAME.value]
        published = self._published(same, ["milestone"], "stage", "evidence", "next_stage_due")
        for row in self._mine("milestones"):
            name = str(row["milestone"])
            for day, *said in published.get((name,), [(self.period, None, None, None)]):
                stage, evidence, due = said
                yield {
                    **self._shared(row, name, "milestone"),
                    "period": _period(day),
                    "stage": None if stage is None else self.say(f"stage-{stage}"),
                    "evidence": evidence,
                    # spelled out: the first of a month, written in digits, would mean the month
                    "next_stage_due": None if due is None else day_in_words(due, "zh"),
                    "is_standing": row["rule"] == MilestoneRule.STANDING.value,
                }

    def narrative_rows(self) -> Iterator[Row]:
        published = self._published(self.tables.narratives, ["task", "department"], "text_zh")
        listed = self.tables.assignments
        for task, name in self.task_names.items():
            offices = [str(office) for number, office in published if number == task]
            if self.department is None:
                offices += [self.leads[task]] if task in self.leads else []
            else:
                offices += list(listed.loc[listed["task"] == task, "department"])
                offices = [office for office in offices if office == self.department]
            for office in dict.fromkeys(offices):
                for day, text in published.get((task, office), [(self.period, None)]):
                    yield {
                        "id": str(task),
                        "task": name,
                        "department": self.offices[office],
                        "period": _period(day),
                        "narrative": text,
                    }

    def write(
        self, book: Any, formats: dict[str, Any], name: str, columns: Sequence[str], rows: list[Row]
    ) -> None:
        sheet = book.add_worksheet(self.say(f"template-sheet-{name}"))
        sheet.write_string(_TITLE_ROW, 0, self.title(), formats["title"])
        own_note = f"template-note-{name}"
        note = own_note if own_note in keys(self.language) else "template-note"
        sheet.write_string(_NOTE_ROW, 0, self.say(note), formats["hint"])
        is_register = name in SHEET_COLUMNS or columns[0] == "project"
        open_columns = (
            frozenset(SHEET_COLUMNS[name][1:]) - _TOLD
            if name in SHEET_COLUMNS
            else _OF_PROJECTS
            if is_register
            else None
        )

        def is_open(column: str) -> bool:
            return column in _TO_FILL or (open_columns is not None and column in open_columns)

        for at, column in enumerate(columns):
            head = formats["head_to_fill" if is_open(column) else "head"]
            sheet.write_string(_HEADER_ROW, at, self.say(f"template-column-{column}"), head)
            sheet.set_column(at, at, _WIDTHS.get(column, _USUAL_WIDTH))
        for number, row in enumerate(rows, start=_HEADER_ROW + 1):
            for at, column in enumerate(columns):
                _write_cell(sheet, number, at, row.get(column), formats, column, is_open(column))
            for stage in {"stage", "safeguard_stage"} & set(columns):
                self._offer_stages(sheet, number, columns.index(stage), row)
        self._offer_numbers(sheet, columns, len(rows))
        sheet.freeze_panes(_HEADER_ROW + 1, 2)
        if rows:
            last = _HEADER_ROW + len(rows)
            sheet.autofilter(_HEADER_ROW, 0, last, len(columns) - 1)
        # No password: the locks keep fingers off, they keep nobody out.
        # The register stays open: a new project is a new row.
        if not is_register:
            sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADER_ROW)

    def title(self) -> str:
        """Plan, department, month."""
        plan = self.tables.plan.iloc[0][f"name_{self.language}"]
        office = (
            self.say("template-all") if self.department is None else self.offices[self.department]
        )
        return self.say("template-title", plan=plan, department=office, period=_period(self.period))

    def _offer_stages(self, sheet: Any, number: int, at: int, row: Row) -> None:
        offered = [
            self.say(f"stage-{stage.value}")
            for stage in Stage
            if (stage in _STANDING) == row["is_standing"]
        ]
        sheet.data_validation(
            number,
            at,
            number,
            at,
            {
                "validate": "list",
                "source": offered,
                "error_type": "warning",
                "error_title": self.say("template-column-stage"),
                "error_message": self.say("template-stage-error"),
            },
        )

    def _offer_numbers(self, sheet: Any, columns: Sequence[str], count: int) -> None:
        if "value" not in columns or not count:
            return
        at = columns.index("value")
        sheet.data_validation(
            _HEADER_ROW + 1,
            at,
            _HEADER_ROW + count,
            at,
            {
                "validate": "any",
                "input_title": self.say("template-column-value"),
                "input_message": self.say("template-value-hint"),
            },
        )

    def _mine(self, table: str) -> Iterator[dict[str, object]]:
        for row in self.tables[table].astype("object").to_dict("records"):
            task = int(row["task"])
            if self.department is None or self.leads.get(task) == self.department:
                yield {str(name): value for name, value in row.items()}

    def _shared(self, row: dict[str, object], subject: str, role: str) -> Row:
        task = int(str(row["task"]))
        return {
            "id": subject,
            role: row[f"name_{self.language}"],
            "task": self.task_names.get(task, self.say("export-whole-plan")),
            "department": self.offices.get(str(self.leads.get(task)), ""),
        }

    def _published(
        self, rows: pd.DataFrame, key: list[str], *content: str
    ) -> dict[tuple[object, ...], list[tuple[Any, ...]]]:
        """Key → (day, content …) of each row published for the month, in time."""
        days = rows["reference_date"]
        month = rows[(days.dt.year == self.period.year) & (days.dt.month == self.period.month)]
        found: dict[tuple[object, ...], list[tuple[Any, ...]]] = {}
        for row in month.sort_values("reference_date").astype("object").to_dict("records"):
            said = [None if pd.isna(row[name]) else row[name] for name in content]
            said = [one.date() if isinstance(one, pd.Timestamp) else one for one in said]
            cell = tuple(row[name] for name in key)
            found.setdefault(cell, []).append((row["reference_date"].date(), *said))
        return found


def _write_cell(
    sheet: Any,
    row: int,
    at: int,
    value: object,
    formats: dict[str, Any],
    column: str,
    is_open: bool,
) -> None:
    shape = formats[column if column in formats else "to_fill" if is_open else "locked"]
    if value is None or value == "":
        sheet.write_blank(row, at, None, shape)
    elif isinstance(value, str):
        sheet.write_string(row, at, value, shape)
    else:
        sheet.write_number(row, at, float(str(value)), shape)


def _formats(book: Any, *, is_demo: bool) -> dict[str, Any]:
    head = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
    locked = {"font_color": "#5b6770", "valign": "top", "text_wrap": True}
    to_fill = {"locked": False, "valign": "top", "bg_color": "#fffdf2", "border": 1,
               "border_color": "#dcd7c0"}  # fmt: skip
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "hint": book.add_format({"font_color": "#8a5a00" if is_demo else "#5b6770"}),
        "head": book.add_format({**head, "bg_color": "#eef2f4"}),
        "head_to_fill": book.add_format({**head, "bg_color": "#fff3cd"}),
        "locked": book.add_format(locked),
        "target": book.add_format({**locked, "align": "right"}),
        "due": book.add_format(
            {**locked, "bold": True, "font_color": "#8a5a00", "align": "center"}
        ),
        # General, so that a % typed by hand stays visible in the cell
        "to_fill": book.add_format(to_fill),
        "narrative": book.add_format({**to_fill, "text_wrap": True, "num_format": "@"}),
        "evidence": book.add_format({**to_fill, "text_wrap": True, "num_format": "@"}),
        "safeguard_evidence": book.add_format({**to_fill, "text_wrap": True, "num_format": "@"}),
        "reason": book.add_format({**to_fill, "text_wrap": True, "num_format": "@"}),
        "note": book.add_format({**to_fill, "text_wrap": True, "num_format": "@"}),
    }


def _stamp(
    book: Any, tables: Tables, period: date, department: str | None, hidden_name: str
) -> None:
    hidden = book.add_worksheet(hidden_name)
    said = (
        tables.workspace,
        str(tables.release),
        _period(period),
        department or "",
        str(TEMPLATE_VERSION),
    )
    for row, (label, value) in enumerate(zip(_STAMPED, said, strict=True)):
        hidden.write_string(row, 0, label)
        hidden.write_string(row, 1, value)
    hidden.very_hidden()


def _period(day: date) -> str:
    """2019-06 for the end of June; another day is spelled out, so that it stays that day."""
    return f"{day:%Y-%m}" if day == month_end(day) else day_in_words(day, "zh")


def _target(row: dict[str, object]) -> object:
    if not pd.isna(row["target"]):  # type: ignore[call-overload]
        return row["target"]
    bounds = [row["target_low"], row["target_high"]]
    return "–".join(f"{float(str(bound)):g}" for bound in bounds if not pd.isna(bound))  # type: ignore[call-overload]


def _names(tables: Tables, table: str, key: str, language: Language) -> dict[str, str]:
    frame = tables[table]
    return {
        str(own): str(name) for own, name in zip(frame[key], frame[f"name_{language}"], strict=True)
    }


def _file_name(sheet: _Sheets, *, is_demo: bool, years: str | None = None) -> str:
    """演示数据_补短板填报_市科技局_2019-06_r24.xlsx; of a plan rolled forward 三年滚动投资计划 and its years"""
    say = sheet.say
    parts = [say("export-demo")] if is_demo else []
    office = say("template-all") if sheet.department is None else sheet.offices[sheet.department]
    what = say("template-file" if years is None else "template-rolled-file")
    parts += [what, office, years or f"{sheet.period:%Y-%m}", f"r{sheet.tables.release}"]
    return re.sub(r'[\s\\/:*?"<>|]+', "-", "_".join(parts)) + ".xlsx"
