"""The sheets of the safeguards in the workbook to fill in: reports on commitments, the green channel, listings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from hengyang.delivery import commitment_owners, safeguard_owners
from hengyang.labels import Language, words
from hengyang.labels import day as day_in_words
from hengyang.progress.paths import month_end
from hengyang.schema import (
    GREEN_CHANNEL_REQUESTS,
    PROJECT_LISTINGS,
    SAFEGUARD_REPORTS,
    MilestoneRule,
    Tables,
)

Row = dict[str, object]


def safeguard_sheets(
    tables: Tables, period: date, department: str | None, language: Language
) -> Iterator[tuple[str, list[Row]]]:
    """Sheet → its rows, of the sheets that concern the department (all of them without one).

    Each commitment that it owns, as published for the month or with room for it; requests and listings of the projects
    that it leads or answers for. A register is there, empty, for its keepers and for whoever leads a project.
    """
    if reports := list(_reports(tables, period, department, language)):
        yield SAFEGUARD_REPORTS.name, reports
    of_row = safeguard_owners(tables)
    projects = tables.projects.set_index("project")
    leads = projects["lead_department"].to_dict()
    in_english = projects["name_en"].fillna(projects["name_zh"])
    names = (in_english if language == "en" else projects["name_zh"]).to_dict()
    for table in (GREEN_CHANNEL_REQUESTS.name, PROJECT_LISTINGS.name):
        records: list[Any] = tables[table].astype("object").to_dict("records")
        mine = [
            row
            for row in records
            if department is None
            or leads.get(row["project"]) == department
            or department in of_row(table, row)
        ]
        is_keeper = department in of_row(table, dict.fromkeys(("project", "approval", "asked_on")))
        if department is None or is_keeper or mine or department in leads.values():
            yield (
                table,
                [
                    {**_shown(row, tables, language), "name_zh": names.get(row["project"])}
                    for row in mine
                ],
            )


def _reports(
    tables: Tables, period: date, department: str | None, language: Language
) -> Iterator[Row]:
    say = words(language)
    offices = tables.departments.set_index("department")[f"name_{language}"]
    owners = commitment_owners(tables)
    of_commitment = ["safeguard", "position"]
    commitments = tables.safeguard_commitments.merge(tables.safeguard_checks, on=of_commitment)
    reports = tables.safeguard_reports
    is_now = reports["reference_date"].between(
        pd.Timestamp(period.replace(day=1)), pd.Timestamp(month_end(period))
    )
    for commitment in commitments.to_dict("records"):
        name = f"S{commitment['safeguard']}-{commitment['position']}"
        if department is not None and department not in owners[name]:
            continue
        is_own = (reports[of_commitment] == [commitment[one] for one in of_commitment]).all(axis=1)
        published = reports[is_now & is_own].astype("object").to_dict("records")
        for row in published or [{"reference_date": pd.Timestamp(month_end(period))}]:
            shown = _shown(row, tables, language)
            day = row["reference_date"].date()
            yield {
                "commitment": name,
                "commitment_text": commitment["quote_zh" if language == "zh" else "commitment_en"],
                "owners": say("mark-separator").join(offices[owner] for owner in owners[name]),
                "period": f"{day:%Y-%m}" if day == month_end(day) else day_in_words(day, "zh"),
                "safeguard_stage": shown.get("stage"),
                "safeguard_evidence": shown.get("evidence"),
                "next_due": shown.get("next_stage_due"),
                "is_standing": commitment["rule"] == MilestoneRule.STANDING.value,
            }


_FAMILIES = {
    "stage": "stage",
    "approval": "approval",
    "answer": "green-answer",
    "register": "plan-register",
}


def _shown(row: Mapping[Any, Any], tables: Tables, language: Language) -> Row:
    """A record as its cells show it; days spelled out, for the first of a month in digits would mean the month."""
    say = words(language)
    offices = tables.departments.set_index("department")[f"name_{language}"]
    shown: Row = {}
    for column, value in row.items():
        if column == "reason" or pd.isna(value):
            shown[column] = None
        elif column in _FAMILIES:
            shown[column] = say(f"{_FAMILIES[column]}-{value}")
        elif column == "asked_of":
            shown[column] = offices.get(str(value), value)
        elif isinstance(value, date):
            shown[column] = day_in_words(value, "zh")
        else:
            shown[column] = value
    return shown
