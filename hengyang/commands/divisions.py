"""`divisions`: the twelve county-level divisions as the map page has them."""

from __future__ import annotations

from typing import Any

from hengyang import delivery, progress
from hengyang.charts import division_paint, division_panels, project_words
from hengyang.charts.division_paint import Divisions
from hengyang.charts.rows import rows_by, rows_of
from hengyang.charts.scales import as_day, finite
from hengyang.commands.acting import department_of, division_of
from hengyang.commands.release import tables_of, warning
from hengyang.commands.request import Request
from hengyang.labels import words
from hengyang.progress.divisions import ADDITIVE
from hengyang.schema import Light
from hengyang.store import WORKSPACES


def as_data(request: Request) -> dict[str, Any]:
    """workspace, is_simulated, release, as_of, finding, divisions (figures, values, places), checks, boundary_faults; see the command's help."""
    found, division = _found(request)
    reports: Any = found.reports
    values, places = rows_by(found.values, "division"), rows_by(found.tables.places, "division")
    named: Any = found.tables.divisions.set_index("division")
    return {
        "workspace": found.tables.workspace,
        "is_simulated": WORKSPACES[found.tables.workspace],
        "release": int(found.tables.release),
        "as_of": found.as_of.isoformat(),
        "finding": division_paint.finding("lights", found, division, request.language),
        "divisions": [
            {
                "division": row.division,
                "name_zh": named.at[row.division, "name_zh"],
                "name_en": named.at[row.division, "name_en"],
                "projects": row.projects,
                "lights": {light.value: getattr(row, light.value) for light in Light},
                "planned_wanyuan": finite(row.planned_wanyuan),
                "invested_wanyuan": finite(row.invested_wanyuan),
                "uninvested_projects": row.uninvested,
                "done_pct": finite(row.done_pct),
                "silent_projects": row.silent,
                "reported": int(reports.at[row.division, "reported"]),
                "owed": int(reports.at[row.division, "owed"]),
                "places": [
                    {"place_zh": place.place_zh, "task": int(place.task)}
                    for place in places[row.division]
                ],
                "values": [_value(value) for value in values[row.division]],
            }
            for row in _asked_for(found, division)
        ],
        "checks": _checks(found),
        "boundary_faults": _boundary_faults(found, request),
    }


def as_text(request: Request) -> str:
    """The finding, and one line a division."""
    (found, division), language = _found(request), request.language
    say, names = words(language), found.names(language)
    lines = [
        *warning(found.tables.workspace, language),
        division_paint.finding("lights", found, division, language),
    ]
    for row in _asked_for(found, division):
        done = finite(row.done_pct)
        reports = found.reports.loc[row.division]
        lines.append(
            say(
                "cli-divisions-line",
                name=names[row.division],
                projects=str(row.projects),
                red=str(getattr(row, project_words.RED)),
                yellow=str(getattr(row, project_words.YELLOW)),
                done=say("light-not_reported")
                if done is None
                else say("cli-divisions-done", pct=str(int(done))),
                reported=str(reports["reported"]),
                count=str(reports["of"]),
                owed=str(reports["owed"]),
                silent=str(row.silent),
            )
        )
    faults = _boundary_faults(found, request)
    if faults:
        lines += [say("boundary-refused", count=str(len(faults))), *faults]
    return "\n".join(lines)


def _boundary_faults(found: Divisions, request: Request) -> list[str] | None:
    """What is wrong with the boundary file that is set; None when none is set."""
    boundaries = delivery.set_boundaries(tuple(progress.division_codes(found.tables)))
    if boundaries is None:
        return None
    return division_panels.fault_lines(boundaries, found, request.language)


def _asked_for(found: Divisions, division: str | None) -> list[Any]:
    rows = rows_of(found.standing)
    return [row for row in rows if division in (None, row.division)]


def _value(row: Any) -> dict[str, Any]:
    day = as_day(row.reference_date)
    return {
        "indicator": row.indicator,
        "reference_date": day.isoformat() if day else None,
        "value": finite(row.value),
        "is_owed": bool(row.is_owed),
    }


def _checks(found: Divisions) -> list[dict[str, Any]]:
    rules = found.tables.indicators.set_index("indicator")["rule"]
    checks = []
    for indicator, parts in rows_by(found.values, "indicator").items():
        city, day = finite(parts[0].city_value), as_day(parts[0].reference_date)
        check = progress.sum_check(
            [finite(part.value) for part in parts], city, is_additive=rules[indicator] in ADDITIVE
        )
        checks.append(
            {
                "indicator": indicator,
                "reference_date": day.isoformat() if day else None,
                "state": check.state,
                "sum": check.total,
                "city_value": city,
                "difference": check.difference,
                "missing": check.missing,
            }
        )
    return checks


def _found(request: Request) -> tuple[Divisions, str | None]:
    """The divisions, and the one asked for."""
    tables = tables_of(request)
    as_of = request.as_of or progress.default_as_of(tables)
    division = division_of(request, tables, progress.division_codes(tables))
    department = department_of(request, tables)
    projects = delivery.narrowed_projects(
        delivery.project_states(tables, as_of).merge(
            delivery.project_lights(tables, as_of), on="project"
        ),
        themes=[request.theme.value] if request.theme else [],
        departments=[department] if department else [],
    )
    values = progress.division_values(tables, as_of)
    if request.theme is not None:
        tasks = tables.tasks.loc[tables.tasks["theme"] == request.theme.value, "task"]
        kept = tables.indicators.loc[tables.indicators["task"].isin(tasks), "indicator"]
        values = values[values["indicator"].isin(kept)]
    standing = delivery.by_division(tables, projects, as_of)
    return Divisions(tables, as_of, standing, values, projects), division
