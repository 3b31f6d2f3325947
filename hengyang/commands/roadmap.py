"""`roadmap`: what is planned for when, what slipped, what falls due, what has no date – as the page 路线图 has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from hengyang import delivery, exports, progress
from hengyang.charts import project_words, roadmap_rows, roadmap_words
from hengyang.charts.rows import rows_of
from hengyang.commands.acting import department_of
from hengyang.commands.projects import records
from hengyang.commands.release import day_of, demand, opened, tables_of, warning
from hengyang.commands.request import Request
from hengyang.commands.writing import place_for, write_whole
from hengyang.errors import NotUnderstood
from hengyang.exports import roadmap_files
from hengyang.labels import words
from hengyang.schema import Tables
from hengyang.store import DEMO

_MOST_NAMED = 15


@dataclass(frozen=True)
class _Found:
    tables: Tables
    as_of: date
    items: pd.DataFrame
    due: pd.DataFrame


def as_data(request: Request) -> dict[str, Any]:
    """workspace, release, as_of, baseline, items, due, moved, undated, contradictory; see the command's help."""
    found = _found(request)
    items = found.items
    written = _written(request, found)
    return {
        "workspace": found.tables.workspace,
        "release": found.tables.release,
        "as_of": found.as_of.isoformat(),
        "baseline": request.baseline,
        "items": records(items),
        "due": records(found.due),
        "moved": delivery.moved(items)["item"].tolist(),
        "undated": delivery.undated(items)["item"].tolist(),
        "contradictory": delivery.faulty(items)["item"].tolist(),
        **({"file": written} if written else {}),
    }


def as_text(request: Request) -> str:
    """The findings of the page's sections, what falls due, and what moved with its old date."""
    found, language = _found(request), request.language
    say = words(language)
    baseline = roadmap_words.baseline_name(request.baseline, language)
    moved, undated = delivery.moved(found.items), delivery.undated(found.items)
    lines = [
        *warning(found.tables.workspace, language),
        roadmap_words.finding(found.items, found.due, baseline, language),
        "",
        roadmap_words.due_finding(found.due, language),
    ]
    lines += [
        say(
            "cli-roadmap-due",
            state=roadmap_words.state_words(row, language),
            item=row.item,
            name=roadmap_words.name(row, language),
            what=roadmap_words.due_words(row, language),
            day=roadmap_words.when(row.due_on, language, row.precision),
            office=project_words.office(row.department, found.tables, language),
        )
        for row in rows_of(found.due.head(_MOST_NAMED))
    ]
    lines += ["", roadmap_words.moved_finding(moved, baseline, language)]
    lines += [
        say(
            "cli-roadmap-moved",
            item=row.item,
            name=roadmap_words.name(row, language),
            slip=roadmap_words.slip(row, language),
        )
        for row in rows_of(moved.head(_MOST_NAMED))
    ]
    lines += ["", roadmap_words.undated_finding(undated, language)]
    lines += [
        f"{row.item} {roadmap_words.fault(row, language)}"
        for row in rows_of(delivery.faulty(found.items))
    ]
    written = _written(request, found)
    return "\n".join([*lines, written] if written else lines)


def _written(request: Request, found: _Found) -> str | None:
    """The file written whole where --output says, or into a folder; its path. The overview, or all that was narrowed to.

    Raises: NotUnderstood for a kind that is not made, before anything is.
    """
    if request.output is None:
        return None
    language = request.language
    is_folder = Path(request.output).is_dir()
    kind = "pdf" if is_folder else Path(request.output).suffix.lower().lstrip(".")
    if kind not in roadmap_files.MAKERS:
        known = ", ".join(roadmap_files.MAKERS)
        raise NotUnderstood("roadmap-error-kind", value=kind or request.output, known=known)
    stamp = exports.Stamp.of(
        found.tables, found.as_of, is_demo=request.workspace == DEMO, language=language
    )
    place = place_for(request.output, exports.roadmap_name(kind, stamp), f".{kind}")
    is_narrowed = any(
        choice is not None for choice in (request.theme, request.task, request.department)
    )
    plan = roadmap_rows.plan_of(
        found.items,
        found.tables,
        found.as_of,
        delivery.GROUPINGS[0],
        language,
        lambda _page, **_own: "",
        opened="all" if is_narrowed else None,
        is_whole=True,
    )
    baseline = roadmap_words.baseline_name(request.baseline, language)
    paper = exports.RoadmapPaper(
        finding=roadmap_words.finding(found.items, found.due, baseline, language),
        plan=plan,
        due=found.due,
        faulty=delivery.faulty(found.items),
        tables=found.tables,
        stamp=stamp,
        chosen=tuple(_chosen(request, found.tables)),
    )
    write_whole(exports.made_roadmap(kind, paper), place)
    return str(place)


def _chosen(request: Request, tables: Tables) -> list[str]:
    """What the file was narrowed to, in words."""
    named = {
        "theme": request.theme and request.theme.value,
        "task": request.task,
        "department": department_of(request, tables),
    }
    parts = [
        roadmap_words.group_name(value, by, tables, request.language)
        for by, value in named.items()
        if value is not None
    ]
    return (
        [words(request.language)("frame-filters-active", filters=" · ".join(parts))]
        if parts
        else []
    )


def _found(request: Request) -> _Found:
    tables = tables_of(request)
    as_of = day_of(request, tables)
    department = department_of(request, tables)
    if request.task is not None and request.task not in {0, *tables.tasks["task"]}:
        raise NotUnderstood(
            "cli-error-no-task", value=str(request.task), most=str(tables.tasks["task"].max())
        )
    themes = [request.theme.value] if request.theme else []
    departments = [department] if department else []
    assessment = progress.narrowed(
        progress.assess(tables, as_of), tables, themes=themes, departments=departments
    )
    projects = delivery.narrowed_projects(
        delivery.register(tables, as_of), themes=themes, departments=departments
    )
    items = delivery.roadmap(tables, assessment, projects, _before(request, tables, as_of))
    if request.task is not None:
        items = delivery.of_roadmap_task(items, request.task)
    return _Found(tables, as_of, items, delivery.due(tables, items, as_of))


def _before(request: Request, tables: Tables, as_of: date) -> pd.DataFrame:
    """What the plan is compared with: the dates of a release, or those that were given first."""
    found = opened(request)
    if request.baseline is None:
        rows = found.rows_up_to("projects", tables.release)
        return delivery.first_planned_dates(tables, rows, as_of)
    demand(found, request.baseline)
    return delivery.planned_dates(found.read(request.baseline), as_of)
