"""`projects`: the register as the page has it – board, lights, coverage of the targets, rolling plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from hengyang import delivery, exports, progress
from hengyang.charts import project_words, rolling
from hengyang.charts.rows import rows_of
from hengyang.commands.acting import department_of, division_of
from hengyang.commands.release import tables_of, warning
from hengyang.commands.request import Request
from hengyang.errors import NotUnderstood
from hengyang.labels import words
from hengyang.schema import Light, Tables
from hengyang.store import DEMO, WORKSPACES

_MOST_NAMED = 10


def as_data(request: Request) -> dict[str, Any]:
    """workspace, release, as_of, projects (each with state and lights), board, lights, coverage, rolling_plan, slipped
    (between --baseline and this release; without it whatever was carried).
    """
    tables, as_of, found = _found(request)
    covered = delivery.coverage(tables, as_of)
    covered = covered[covered["task"].isin(found["task"])]
    years = delivery.plan_years(tables, as_of.year)
    boards = found.assign(
        stage=found["stage"].astype("object").where(found["stage"].notna(), None),
        batch=found["batch"].astype("object").where(found["batch"].notna(), None),
    ).groupby(["batch", "stage"], dropna=False)
    written = _written(request, tables, found)
    return {
        "workspace": tables.workspace,
        "is_simulated": WORKSPACES[tables.workspace],
        "release": tables.release,
        "as_of": as_of.isoformat(),
        "board": [
            {
                "batch": plain_value(batch),
                "stage": plain_value(stage),
                "projects": len(rows),
                "total_investment_wanyuan": plain_value(
                    rows["total_investment_wanyuan"].sum(min_count=1)
                ),
                "without_investment": int(rows["total_investment_wanyuan"].isna().sum()),
            }
            for (batch, stage), rows in boards
        ],
        "lights": {light.value: int((found["light"] == light.value).sum()) for light in Light},
        "coverage": records(covered),
        "rolling_plan": {
            by: records(delivery.rolling_plan(tables, as_of, years, by, found))
            for by in delivery.DIMENSIONS
        },
        "slipped": records(_slipped(request, tables, as_of, found)),
        "projects": records(found),
        **({"file": written} if written else {}),
    }


def as_text(request: Request) -> str:
    """The findings of the page, and the worst projects with their reasons."""
    tables, as_of, found = _found(request)
    language = request.language
    say = words(language)
    covered = delivery.coverage(tables, as_of)
    years = delivery.plan_years(tables, as_of.year)
    planned = delivery.rolling_plan(tables, as_of, years, "theme", found)
    lines = [
        *warning(tables.workspace, language),
        project_words.board_finding(found, language),
        project_words.coverage_finding(covered[covered["task"].isin(found["task"])], language),
        project_words.plan_finding(planned, years, as_of.year, language),
        rolling.slipped_line(_slipped(request, tables, as_of, found), language),
        "",
    ]
    late = found[found["light"].isin([project_words.RED, project_words.YELLOW])]
    worst = late.sort_values("light", key=lambda lights: lights != project_words.RED, kind="stable")
    for row in rows_of(worst.head(_MOST_NAMED)):
        kind = project_words.worst_kind(row)
        lines.append(
            say(
                "cli-projects-line",
                number=row.project,
                name=project_words.project_name(row, language),
                light=say(f"light-{row.light}"),
                why=project_words.why(row, kind, language),
            )
        )
    written = _written(request, tables, found)
    return "\n".join([*lines, written] if written else lines)


def _found(request: Request) -> tuple[Tables, Any, pd.DataFrame]:
    tables = tables_of(request)
    as_of = request.as_of or progress.default_as_of(tables)
    department = department_of(request, tables)
    division = division_of(request, tables)
    found = delivery.narrowed_projects(
        delivery.register(tables, as_of),
        themes=[request.theme.value] if request.theme else [],
        departments=[department] if department else [],
        divisions=[division] if division else [],
    )
    return tables, as_of, found


def _slipped(request: Request, tables: Tables, as_of: Any, found: pd.DataFrame) -> pd.DataFrame:
    before = None
    if request.baseline is not None:
        before = tables_of(replace(request, release=request.baseline, known_on=None))
    slipped = delivery.slipped(tables, as_of, before)
    return slipped[slipped["project"].isin(set(found["project"]))]


def _written(request: Request, tables: Tables, found: pd.DataFrame) -> str | None:
    """The workbook written where --output says; its path."""
    if request.output is None:
        return None
    as_of = request.as_of or progress.default_as_of(tables)
    stamp = exports.Stamp.of(
        tables, as_of, is_demo=request.workspace == DEMO, language=request.language
    )
    coming = as_of.year + 1
    carried = delivery.carried_over(tables, as_of, coming)
    years = delivery.plan_years(tables, as_of.year)
    content = exports.rolling_plan_workbook(tables, found, carried, years, coming, stamp)
    try:
        Path(request.output).write_bytes(content)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise NotUnderstood("review-error-output", path=request.output, detail=detail) from error
    return request.output


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as JSON has them: plain_value of each cell."""
    return [
        {str(name): plain_value(value) for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def plain_value(value: Any) -> Any:
    """A cell as JSON has it: what is missing is null, a day is written 2019-06-30."""
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return value.item() if hasattr(value, "item") else value
