"""`cell`: each value that one cell ever had, by whom, from which file and row."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from hengyang import history, labels, store
from hengyang.charts.past import actor_words, subject_words, value_words
from hengyang.charts.register_words import cell_name
from hengyang.commands.acting import division_of
from hengyang.commands.diff import json_value, subject_facts
from hengyang.commands.explain import subject_of
from hengyang.commands.release import opened, warning
from hengyang.commands.request import Request
from hengyang.errors import NotUnderstood
from hengyang.history import Cell
from hengyang.history.cells import plain
from hengyang.labels import words
from hengyang.schema import WHOLE_CITY, Tables


def as_data(request: Request) -> dict[str, Any]:
    """The subject's values at one date, the oldest first; several cells when figures of several kinds are given for it."""
    tables, subject, division, day, lives = _lived(request)
    return {
        "workspace": request.workspace,
        "is_simulated": store.WORKSPACES[request.workspace],
        **subject_facts(subject, tables),
        "division": division,
        "date": day and day.isoformat(),
        "values": [
            {"cell": cell.name, **_value(row)}
            for cell, life in lives
            for row in life.to_dict("records")
        ],
    }


def as_text(request: Request) -> str:
    """The same, a line a value."""
    tables, subject, _, _, lives = _lived(request)
    language = request.language
    say = words(language)
    lines = warning(request.workspace, language)
    if not lives:
        name = subject_words(Cell("observations", (subject, "", "", "")), tables, language)
        return "\n".join([*lines, say("cli-cell-never", cell=name)])
    for cell, life in lives:
        lines.append(cell_name(cell, tables, language))
        for row in life.to_dict("records"):
            reason = history.release_reason(row["release_reason"], row["submission"], language)
            lines.append(
                say(
                    "cli-cell-line",
                    release=str(row["release"]),
                    when=labels.instant(row["published_at"]),
                    did=say(f"history-life-{row['change']}"),
                    value=value_words(row["value"], row["field"], cell.subject, tables, language),
                    source=row["source"] or "",
                    file=row["file_name"] or row["submission"],
                    row=str(row["row"]),
                    actor=actor_words(row["actor"], language),
                    release_reason=reason or row["release_reason"],
                    reason=f" · {row['reason']}" if isinstance(row["reason"], str) else "",
                )
            )
    return "\n".join(lines)


def _lived(
    request: Request,
) -> tuple[Tables, str, str | None, date | None, list[tuple[Cell, pd.DataFrame]]]:
    found = opened(request)
    tables = found.read()
    subject = subject_of(str(request.subject), tables)
    is_milestone = subject in set(tables.milestones["milestone"])
    division = division_of(request, tables) or WHOLE_CITY
    if is_milestone and request.division is not None:
        raise NotUnderstood("cli-error-cell-division", value=subject)
    table = "milestone_reports" if is_milestone else "observations"
    rows = found.released_rows()[table]
    rows = rows[rows["milestone" if is_milestone else "indicator"] == subject]
    if not is_milestone:
        rows = rows[rows["division"] == division]
    if request.on_day is not None:
        rows = rows[rows["reference_date"] == pd.Timestamp(request.on_day)]
    elif len(rows):
        rows = rows[rows["reference_date"] == rows["reference_date"].max()]
    day = request.on_day
    if len(rows):
        day = rows["reference_date"].iloc[0].date()
    releases = found.releases()
    cells = dict.fromkeys(history.cells_of(table, rows))
    lives = [
        (cell, history.life(found.cell_history(table, cell.key), releases, table)) for cell in cells
    ]
    return tables, subject, None if is_milestone else division, day, lives


def _value(row: dict[Any, Any]) -> dict[str, Any]:
    plainly = {name: plain(value) for name, value in row.items() if name != "published_at"}
    return {
        "release": plainly["release"],
        "published_at": row["published_at"].isoformat(),
        "is_withdrawn": row["change"] == "withdrawn",
        **{name: json_value(value) for name, value in plainly.items() if name != "release"},
    }
