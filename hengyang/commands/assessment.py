"""`assessment`: departments judged by the published rule, or by weights to try, as the page 考核 has them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hengyang import delivery, exports, inspection, progress
from hengyang.charts import appraisal as drawn
from hengyang.charts.rows import rows_of
from hengyang.commands.acting import department_of
from hengyang.commands.projects import records
from hengyang.commands.release import day_of, opened, tables_of, warning
from hengyang.commands.request import Request
from hengyang.commands.writing import place_for, write_whole
from hengyang.delivery import COMPONENTS, Appraisal
from hengyang.labels import words
from hengyang.progress import Assessment
from hengyang.progress.needs import short_name
from hengyang.schema import Tables
from hengyang.store import WORKSPACES


def as_data(request: Request) -> dict[str, Any]:
    """workspace, release, as_of, is_trial, rule, weights, departments, swaps, items; what is not known is null."""
    found, tables, assessment = _found(request)
    ranges = found.ranges.drop(columns=["rank", "weightings"])
    written = _written(request, found, tables, assessment)
    return {
        "workspace": tables.workspace,
        "release": tables.release,
        "as_of": assessment.as_of.isoformat(),
        "is_trial": found.is_trial,
        "rule": {
            "version": found.rule.version,
            **{name: dict(part) for name, part in found.rule.sections},
        },
        "weights": dict(found.weights),
        "weightings_tried": int(found.ranges["weightings"].max()) if len(found.ranges) else 0,
        "departments": records(
            _asked_for(request, tables, found.scores).merge(ranges, on="department", how="left")
        ),
        "swaps": records(found.swaps),
        "items": records(_asked_for(request, tables, found.items)),
        **({"file": written} if written else {}),
    }


def as_text(request: Request) -> str:
    """The finding of the page, the ranking with its components, and who is not ranked and why."""
    found, tables, assessment = _found(request)
    language = request.language
    say = words(language)
    lines = [*warning(tables.workspace, language)]
    if found.is_trial:
        lines.append(say("appraisal-trial-note"))
    lines += [drawn.appraisal_finding(found, tables, language), ""]
    ranges = found.ranges.set_index("department")
    for row in rows_of(_asked_for(request, tables, found.scores)):
        office = short_name(row.department, tables, language)
        if not row.is_ranked:
            why = drawn.obstacle_because(str(row.obstacle), found, language)
            lines.append(say("cli-appraisal-unranked", office=office, why=why))
            continue
        parts = [
            f"{say(f'appraisal-component-{name}')} {drawn.score_words(getattr(row, f'{name}_pct'), language)}"
            for name in COMPONENTS
        ]
        own = ranges.loc[row.department]
        lines.append(
            say(
                "cli-appraisal-line",
                rank=str(row.rank),
                score=drawn.score_words(row.score_pct, language),
                office=office,
                parts=say("mark-separator").join(parts),
                range=say(
                    "appraisal-rank-range", best=str(own.best_rank), worst=str(own.worst_rank)
                ),
            )
        )
    written = _written(request, found, tables, assessment)
    return "\n".join([*lines, *([written] if written else [])])


def _asked_for(request: Request, tables: Tables, frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of --department, which keeps its rank among all; every row without it."""
    department = department_of(request, tables)
    return frame if department is None else frame[frame["department"] == department]


def _found(request: Request) -> tuple[Appraisal, Tables, Assessment]:
    store, tables = opened(request), tables_of(request)
    assessment = progress.assess(tables, day_of(request, tables))
    rule = delivery.published_rule()
    weights = request.weights and tuple({**rule.weights, **dict(request.weights)}.items())
    reports = store.rows_up_to("observations", tables.release)
    found = inspection.appraisal_at(store, tables, assessment, reports, rule, weights)
    return found, tables, assessment


def _written(
    request: Request, found: Appraisal, tables: Tables, assessment: Assessment
) -> str | None:
    """The workbook written where --output says; its path."""
    if request.output is None:
        return None
    stamp = exports.Stamp.of(
        tables, assessment.as_of, is_demo=WORKSPACES[tables.workspace], language=request.language
    )
    place = place_for(request.output, exports.appraisal_name(stamp), ".xlsx")
    write_whole(exports.appraisal_workbook(found, tables, assessment, stamp), place)
    return str(place)
