"""`calendar`: who owes which report when, as the page 报送日历 has it; reminders as ICS or XLSX."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hengyang import delivery, exports, progress
from hengyang.charts import reporting as drawn
from hengyang.charts.rows import rows_of
from hengyang.commands.acting import department_of
from hengyang.commands.projects import records
from hengyang.commands.release import day_of, opened, tables_of, warning
from hengyang.commands.request import Request
from hengyang.commands.writing import place_for, write_whole
from hengyang.delivery import AppraisalRule, ReportState
from hengyang.errors import NotUnderstood
from hengyang.labels import words
from hengyang.progress.needs import names, short_name
from hengyang.schema import Tables
from hengyang.store import WORKSPACES


def as_data(request: Request) -> dict[str, Any]:
    """workspace, release, as_of, has_reporting_begun, rule, counts (by state), reports; what has not come is null."""
    tables, rule, found, has_begun = _found(request)
    written = _written(request, tables, rule, found)
    return {
        "workspace": tables.workspace,
        "release": tables.release,
        "as_of": day_of(request, tables).isoformat(),
        "has_reporting_begun": has_begun,
        "rule": {name: rule.section(name) for name in ("due_months", "due_day", "calendar")},
        "counts": {str(state): count for state, count in drawn.state_counts(found).items()},
        "reports": records(found.merge(_named(tables), on="indicator", how="left")),
        **({"file": written} if written else {}),
    }


def _named(tables: Tables) -> pd.DataFrame:
    return tables.indicators[["indicator", "name_zh", "name_en"]]


def as_text(request: Request) -> str:
    """The finding of the page, then what is missing and what is due next."""
    tables, rule, found, has_begun = _found(request)
    language, day = request.language, day_of(request, tables)
    say, name_of = words(language), names(tables, language)
    due = delivery.fell_due(found, day)
    owed = pd.concat([due[due["state"] == ReportState.MISSING], delivery.upcoming(found, day)])
    lines = [
        *warning(tables.workspace, language),
        drawn.reporting_finding(found, day, rule, language, has_begun=has_begun),
        "",
    ]
    lines += [
        say(
            "cli-calendar-line",
            due=row.due_on.date().isoformat(),
            office=short_name(row.department, tables, language)
            if isinstance(row.department, str)
            else say("reporting-no-office"),
            indicator=row.indicator,
            name=name_of[row.indicator],
            period=drawn.period_words(row.frequency, row.period_end.date(), language),
            state=say(f"reporting-state-{row.state}"),
        )
        for row in rows_of(owed)
    ]
    written = _written(request, tables, rule, found)
    return "\n".join([*lines, *([written] if written else [])]).rstrip()


def _found(request: Request) -> tuple[Tables, AppraisalRule, pd.DataFrame, bool]:
    if request.output is not None:
        _kind(request.output)  # refused before anything is read
    tables, rule = tables_of(request), delivery.published_rule()
    department = department_of(request, tables)
    received = opened(request).rows_up_to("observations", tables.release)
    found = delivery.reports_due(tables, received, day_of(request, tables), rule)
    if request.theme is not None:
        tasks = tables.tasks
        found = found[found["task"].isin(tasks.loc[tasks["theme"] == request.theme.value, "task"])]
    if department is not None:
        found = found[found["department"] == department]
    return tables, rule, found, delivery.has_reporting_begun(received)


def _kind(output: str) -> str:
    kind = output.rpartition(".")[2].lower()
    if kind not in ("ics", "xlsx"):
        raise NotUnderstood("cli-error-calendar-output", path=output)
    return kind


def _written(
    request: Request, tables: Tables, rule: AppraisalRule, found: pd.DataFrame
) -> str | None:
    """The reminders written where --output says, by the suffix; their path."""
    if request.output is None:
        return None
    kind = _kind(request.output)
    day = day_of(request, tables)
    stamp = exports.Stamp.of(
        tables, day, is_demo=WORKSPACES[tables.workspace], language=request.language
    )
    place = place_for(request.output, exports.calendar_name(stamp, kind), f".{kind}")
    if kind == "ics":
        content = exports.calendar_ics(found, tables, stamp)
    else:
        content = exports.calendar_workbook(
            found, tables, progress.assess(tables, day), rule, stamp
        )
    write_whole(content, place)
    return str(place)
