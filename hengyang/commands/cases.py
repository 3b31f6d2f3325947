"""`cases`: the red lights as the page 督办 has them – derived from the months, with what people did about each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from hengyang import delivery, inspection
from hengyang.charts import cases as drawn
from hengyang.charts.rows import rows_of
from hengyang.commands.acting import department_of
from hengyang.commands.projects import plain_value
from hengyang.commands.release import day_of, opened, tables_of, warning
from hengyang.commands.request import Request
from hengyang.labels import words
from hengyang.progress.needs import names
from hengyang.schema import Tables


def as_data(request: Request) -> dict[str, Any]:
    """workspace, release, as_of, counts (of each of the page's lists), cases (each with its events).

    Days are written 2019-06-30, moments in UTC; what nobody has said or what has not happened is null.
    """
    tables, as_of, found, events = _found(request)
    steps: dict[str, list[dict[str, Any]]] = {}
    for row in events.to_dict("records"):
        written = {
            str(name): value.isoformat() if name == "at" else plain_value(value)
            for name, value in row.items()
            if name != "case"
        }
        steps.setdefault(str(row["case"]), []).append(written)
    return {
        "workspace": tables.workspace,
        "release": tables.release,
        "as_of": as_of.isoformat(),
        "counts": {
            section: len(delivery.in_section(found, section)) for section in delivery.SECTIONS
        },
        "cases": [
            {
                **{
                    str(name): plain_value(value) for name, value in row.items() if name != "events"
                },
                "events": steps.get(str(row["case"]), []),
            }
            for row in found.to_dict("records")
        ],
    }


def as_text(request: Request) -> str:
    """The finding of the page, and what is in hand, overdue ones first."""
    tables, _, found, _ = _found(request)
    language = request.language
    say, name_of = words(language), names(tables, language)
    lines = [*warning(tables.workspace, language), drawn.cases_finding(found, language), ""]
    lines += [
        say(
            "cli-cases-line",
            case=row.case,
            name=name_of[row.subject],
            light=say(f"light-{row.light_now}"),
            months=int(row.months_red),
            state=drawn.state_word(row, language),
            owner=drawn.owner_word(row, tables, language),
        )
        for row in rows_of(delivery.in_section(found, "current"))
    ]
    return "\n".join(lines).rstrip()


def _found(request: Request) -> tuple[Tables, date, pd.DataFrame, pd.DataFrame]:
    tables = tables_of(request)
    as_of = day_of(request, tables)
    department = department_of(request, tables)
    events = inspection.case_events(opened(request))
    found = delivery.case_standing(delivery.red_light_cases(tables, as_of), events, tables, as_of)
    if request.theme is not None:
        tasks = tables.tasks.loc[tables.tasks["theme"] == request.theme.value, "task"]
        found = found[found["task"].isin(tasks)]
    if department is not None:
        rows = tables.assignments
        found = found[found["task"].isin(rows.loc[rows["department"] == department, "task"])]
    return tables, as_of, found, events
