"""The sheets of the project register in the workbook to fill in: what is published, a row a project."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

import pandas as pd

from hengyang.delivery import project_states, rolled_forward, yearly_money
from hengyang.labels import Language, words
from hengyang.labels import day as day_in_words
from hengyang.schema import PROJECT_SHEET_COLUMNS, Gate, Tables

_FAMILIES = {"project_stage": "project-stage", "batch": "batch", "nature": "project-nature"}
_OF_A_REPORT = (
    *("project_stage", "batch", "progress_pct", "actual_start", "actual_finish"),
    *("issue_zh", "action_department", "action_due"),
)

_MONEY = ["project", "year", "funding"]

Row = dict[str, object]


def project_rows(
    tables: Tables, period: date, department: str | None, language: Language
) -> Iterator[Row]:
    """A row for each project that the department leads (all without one), as known at the period.

    A project that is completed and was reported so before needs no further report; its row is there still.
    """
    say = words(language)
    offices = tables.departments.set_index("department")[f"name_{language}"].to_dict()
    places = tables.divisions.set_index("division")[f"name_{language}"].to_dict()
    states = project_states(tables, period).rename(columns={"stage": "project_stage"})
    for row in _mine(states, department):
        shown: Row = {
            name: _shown(row.get(name)) for name in PROJECT_SHEET_COLUMNS["projects"] if name in row
        }
        shown["task"] = str(row["task"])
        shown["division"] = places.get(str(row["division"]))
        for name in ("lead_department", "action_department"):
            shown[name] = offices.get(str(row[name]))
        if row["reference_date"] != pd.Timestamp(period):
            # what an earlier month reported must not come back as this month's report
            shown |= dict.fromkeys(_OF_A_REPORT)
            row = {**row, **dict.fromkeys(_OF_A_REPORT)}
        for name, family in _FAMILIES.items():
            shown[name] = None if pd.isna(row[name]) else say(f"{family}-{row[name]}")  # type: ignore[call-overload]
        yield {**shown, "period": f"{period:%Y-%m}", "reason": None}


def money_rows(
    tables: Tables, period: date, department: str | None, language: Language
) -> Iterator[Row]:
    """A row for each project, year and source: planned, and for the period's year what was done and paid."""
    say = words(language)
    names = _names(tables, department, language)
    money = yearly_money(tables, period)
    spent = tables.project_spending
    spent = spent[spent["reference_date"] == pd.Timestamp(period)].astype({"funding": "str"})
    spent = spent.assign(year=period.year)[["project", "year", "funding", "paid_wanyuan"]]
    money = money.merge(spent, on=["project", "year", "funding"], how="left")
    reported = set(
        tables.project_spending.loc[
            tables.project_spending["reference_date"] == pd.Timestamp(period), "project"
        ]
    )
    told = tables.project_investments[[*_MONEY, "carried_wanyuan"]]
    told = told.astype({"funding": "str", "year": "int64"})
    money = money.merge(told, on=_MONEY, how="left")
    for row in money[money["project"].isin(set(names))].to_dict("records"):
        is_now = row["year"] == period.year
        has_report = is_now and row["project"] in reported
        yield {
            "project": row["project"],
            "name_zh": names[row["project"]],
            "year": row["year"],
            "funding": say(f"funding-{row['funding']}"),
            "planned_wanyuan": _shown(row["planned_wanyuan"]),
            "carried_wanyuan": _shown(row["carried_wanyuan"]),
            "period": f"{period:%Y-%m}" if is_now else None,
            "invested_wanyuan": _shown(row["invested_wanyuan"]) if has_report else None,
            "paid_wanyuan": _shown(row["paid_wanyuan"]) if has_report else None,
            "reason": None,
        }


def rolled_rows(
    tables: Tables, as_of: date, year: int, department: str | None, language: Language
) -> Iterator[Row]:
    """A row for each project that goes on, source and year of the plan rolled forward; what slipped is marked."""
    say = words(language)
    names = _names(tables, department, language)
    rows = rolled_forward(tables, as_of, year)
    for row in rows[rows["project"].isin(set(names))].to_dict("records"):
        has_slipped = row["year"] == year and _shown(row["carried_wanyuan"]) is not None
        yield {
            "project": row["project"],
            "name_zh": names[row["project"]],
            "year": row["year"],
            "funding": say(f"funding-{row['funding']}"),
            "planned_wanyuan": _shown(row["planned_wanyuan"]),
            "carried_wanyuan": _shown(row["carried_wanyuan"]),
            "reason": say("template-carried", year=str(year - 1)) if has_slipped else None,
        }


def gate_rows(
    tables: Tables, period: date, department: str | None, language: Language
) -> Iterator[Row]:
    """A row for each project and gate: passed when and by whom, or room for that."""
    say = words(language)
    rows = tables.project_gates.astype("object").to_dict("records")
    passed = {(row["project"], row["gate"]): row for row in rows}
    for project, name in _names(tables, department, language).items():
        for gate in Gate:
            row = passed.get((project, gate.value), {})
            yield {
                "project": project,
                "name_zh": name,
                "gate": say(f"gate-{gate}"),
                "passed_on": _shown(row.get("passed_on")),
                "passed_by": row.get("passed_by"),
            }


def approval_rows(
    tables: Tables, period: date, department: str | None, language: Language
) -> Iterator[Row]:
    """A row for each approval that is known to be needed; others are added below."""
    say = words(language)
    for row in _parts(tables, "project_approvals", department, language):
        yield {
            **row,
            "approval": say(f"approval-{row['approval']}"),
            "approval_planned_on": row["planned_on"],
        }


def contribution_rows(
    tables: Tables, period: date, department: str | None, language: Language
) -> Iterator[Row]:
    """A row for each project and indicator that it adds to, with the indicator's name and unit."""
    own = ["indicator", "unit_zh", f"name_{language}"]
    told = {str(one): (unit, name) for one, unit, name in tables.indicators[own].to_numpy()}
    for row in _parts(tables, "project_contributions", department, language):
        unit, name = told[str(row["indicator"])]
        # in Chinese in both languages: it is read back, and quotes the plan
        yield {
            **row,
            "indicator": f"{row['indicator']} {name}",
            "contribution": row["amount"],
            "unit": unit,
        }


def step_rows(
    tables: Tables, period: date, department: str | None, language: Language
) -> Iterator[Row]:
    """A row for each dated step of a project, in their order."""
    for row in _parts(tables, "project_milestones", department, language):
        yield {
            **row,
            "step_zh": row["step"],
            "step_planned_on": row["planned_on"],
            "step_actual_on": row["actual_on"],
        }


#: Sheet → its table and what makes its rows, in the order of the workbook.
PROJECT_SHEETS: Mapping[str, tuple[str, Callable[..., Iterator[Row]]]] = MappingProxyType(
    {
        "projects": ("projects", project_rows),
        "project_money": ("project_investments", money_rows),
        "project_gates": ("project_gates", gate_rows),
        "project_approvals": ("project_approvals", approval_rows),
        "project_contributions": ("project_contributions", contribution_rows),
        "project_milestones": ("project_milestones", step_rows),
    }
)


def _names(tables: Tables, department: str | None, language: Language) -> dict[str, str]:
    """Project → its name, of those that the department leads, in the register's order."""
    return {
        str(row["project"]): str(
            row["name_en"] if language == "en" and _shown(row["name_en"]) else row["name_zh"]
        )
        for row in _mine(tables.projects, department)
    }


def _parts(tables: Tables, table: str, department: str | None, language: Language) -> Iterator[Row]:
    """The published rows of a table of parts, project by project; `name_zh` is the project's, `step` the part's own."""
    names = _names(tables, department, language)
    order = {project: at for at, project in enumerate(names)}
    rows = tables[table]
    rows = rows[rows["project"].isin(set(names))]
    rows = rows.sort_values("project", key=lambda own: own.map(order), kind="stable")
    for row in rows.drop(columns="reason").astype("object").to_dict("records"):
        shown: Row = {str(name): _shown(value) for name, value in row.items()}
        yield {**shown, "step": shown.get("name_zh"), "name_zh": names[str(row["project"])]}


def _mine(frame: pd.DataFrame, department: str | None) -> list[Mapping[str, object]]:
    rows = frame if department is None else frame[frame["lead_department"] == department]
    return [
        {str(name): value for name, value in row.items()}
        for row in rows.astype("object").to_dict("records")
    ]


def _shown(value: object) -> object:
    """A day spelled out: the first of a month, written in digits, would mean the month."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return None
    return day_in_words(value.date(), "zh") if isinstance(value, pd.Timestamp) else value
