"""The sheets of the project register in the workbook to fill in: what is published, a row a project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from hengyang.delivery import project_states, yearly_money
from hengyang.labels import Language, words
from hengyang.labels import day as day_in_words
from hengyang.schema import Tables

PROJECT_COLUMNS = (
    *("project", "name_zh", "task", "division", "lead_department", "client_zh", "content_zh"),
    *("nature", "total_investment_wanyuan", "land_mu", "planned_start", "planned_finish"),
    *("period", "project_stage", "batch", "progress_pct", "actual_start", "actual_finish"),
    *("issue_zh", "action_department", "action_due", "reason"),
)
MONEY_COLUMNS = (
    *("project", "year", "funding", "planned_wanyuan", "period"),
    *("invested_wanyuan", "paid_wanyuan", "reason"),
)
_FAMILIES = {"project_stage": "project-stage", "batch": "batch", "nature": "project-nature"}
_OF_A_REPORT = (
    *("project_stage", "batch", "progress_pct", "actual_start", "actual_finish"),
    *("issue_zh", "action_department", "action_due"),
)

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
        shown: Row = {name: _shown(row.get(name)) for name in PROJECT_COLUMNS if name in row}
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
    projects = {row["project"] for row in _mine(tables.projects, department)}
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
    for row in money[money["project"].isin(projects)].to_dict("records"):
        is_now = row["year"] == period.year
        has_report = is_now and row["project"] in reported
        yield {
            "project": row["project"],
            "year": row["year"],
            "funding": say(f"funding-{row['funding']}"),
            "planned_wanyuan": _shown(row["planned_wanyuan"]),
            "period": f"{period:%Y-%m}" if is_now else None,
            "invested_wanyuan": _shown(row["invested_wanyuan"]) if has_report else None,
            "paid_wanyuan": _shown(row["paid_wanyuan"]) if has_report else None,
            "reason": None,
        }


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
