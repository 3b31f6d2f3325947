"""`diff`: the cells and the lights that differ between two releases."""

from __future__ import annotations

from datetime import date
from typing import Any

from hengyang import history, progress, store
from hengyang.charts.past import known_cell, place_words, value_words
from hengyang.charts.register_words import cell_name
from hengyang.commands.release import day_of, demand, opened, warning
from hengyang.commands.request import Request, release_asked_for
from hengyang.history import Difference
from hengyang.labels import day, words
from hengyang.progress import needs
from hengyang.schema import LANGUAGES, Tables


def as_data(request: Request) -> dict[str, Any]:
    """Tables with counts, cells with old and new, lights; names and units in both languages."""
    found, tables = _compared(request)
    return {
        "workspace": request.workspace,
        "is_simulated": store.WORKSPACES[request.workspace],
        "from": found.before,
        "to": found.after,
        "as_of": found.as_of.isoformat(),
        "tables": [
            {**row, **{change: int(row[change]) for change in ("added", "changed", "removed")}}
            for row in history.table_counts(found.cells).to_dict("records")
        ],
        "cells": [_cell(row, tables) for row in found.cells.to_dict("records")],
        "lights": [
            {
                "subject": row["subject"],
                **{
                    f"name_{language}": needs.names(tables, language)[row["subject"]]
                    for language in LANGUAGES
                },
                "from": row["light_before"],
                "to": row["light_after"],
                "change": row["change"],
            }
            for row in found.lights.to_dict("records")
        ],
    }


def as_text(request: Request) -> str:
    """The counts, then each cell and each light, a line each."""
    found, tables = _compared(request)
    language = request.language
    say = words(language)
    lines = [
        *warning(request.workspace, language),
        say(
            "cli-diff-basis",
            workspace=request.workspace,
            before=str(found.before),
            after=str(found.after),
            day=day(found.as_of, language),
        ),
    ]
    lines += [
        say(
            "cli-diff-table",
            table=say(f"table-{row['table']}"),
            **{change: str(row[change]) for change in ("added", "changed", "removed")},
        )
        for row in history.table_counts(found.cells).to_dict("records")
    ]
    if found.cells.empty:
        lines.append(say("history-no-difference"))
    for row in found.cells.to_dict("records"):
        cell = known_cell(row["cell"])
        lines.append(
            say(
                "cli-diff-cell",
                change=say(f"history-change-{row['change']}"),
                subject=cell_name(cell, tables, language),
                place=place_words(cell, row["date"], tables, language),
                old=value_words(row["old"], row["field"], cell.subject, tables, language),
                new=value_words(row["new"], row["field"], cell.subject, tables, language),
            )
        )
    lines.append(say("history-lights", count=str(len(found.lights))))
    names = needs.names(tables, language)
    lines += [
        say(
            "cli-diff-light",
            subject=row["subject"],
            name=names[row["subject"]],
            old=say(f"light-{row['light_before']}"),
            new=say(f"light-{row['light_after']}"),
        )
        for row in found.lights.to_dict("records")
    ]
    return "\n".join(lines)


def json_value(value: object) -> object:
    """A cell's value, ready for JSON: a day becomes its text."""
    return value.isoformat() if isinstance(value, date) else value


def _compared(request: Request) -> tuple[Difference, Tables]:
    numbers = [release_asked_for(text) for text in request.subjects]
    found = opened(request)
    for number in numbers:
        demand(found, number)
    before, after = (found.read(number) for number in numbers)
    as_of = day_of(request, after)
    compared = history.difference(
        before, after, progress.assess(before, as_of), progress.assess(after, as_of)
    )
    return compared, after


def _cell(row: dict[Any, Any], tables: Tables) -> dict[str, Any]:
    cell = known_cell(row["cell"])
    return {
        "table": row["table"],
        "cell": row["cell"],
        "key": {name: json_value(value) for name, value in cell.key.items()},
        **subject_facts(cell.subject, tables),
        "division": row["division"],
        "date": None if row["date"] != row["date"] else row["date"].date().isoformat(),
        "change": row["change"],
        "field": row["field"],
        "old": json_value(row["old"]),
        "new": json_value(row["new"]),
        "others": [
            {"field": field, "old": json_value(old), "new": json_value(new)}
            for field, old, new in row["others"]
        ],
    }


def subject_facts(subject: str, tables: Tables) -> dict[str, Any]:
    """A subject with its names and units; null where it has none."""
    units = tables.indicators.set_index("indicator")
    return {
        "subject": subject,
        **{
            f"name_{language}": needs.names(tables, language).get(subject) for language in LANGUAGES
        },
        **{
            f"unit_{language}": units.at[subject, f"unit_{language}"]
            if subject in units.index
            else None
            for language in LANGUAGES
        },
    }
