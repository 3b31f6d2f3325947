"""The title sentences of the history page."""

from __future__ import annotations

from datetime import date

import pandas as pd

from hengyang import labels
from hengyang.charts.past import actor_words, cell_place, value_words
from hengyang.charts.register_words import cell_name
from hengyang.history import Cell, Difference
from hengyang.labels import Language, words
from hengyang.schema import Tables


def releases_finding(releases: pd.DataFrame, newest: Difference | None, language: Language) -> str:
    """How many releases there are, and what the newest one did. `newest`: it against the one before, None when alone."""
    say = words(language)
    row = releases.sort_values("release").iloc[-1]
    told = say(
        "history-finding",
        count=len(releases),
        day=labels.day(row["published_at"], language),
        actor=actor_words(str(row["actor"]), language),
    )
    if newest is None:
        return told
    return told + say("history-finding-newest", **_sizes(newest))


def difference_finding(found: Difference, language: Language) -> str:
    """How much differs between two releases."""
    say = words(language)
    pair = {"before": str(found.before), "after": str(found.after)}
    if found.cells.empty and found.lights.empty:
        return say("history-finding-same", **pair)
    return say("history-finding-difference", **pair, **_sizes(found))


def restore_finding(found: Difference | None, language: Language) -> str:
    """How much restoring would change. `found`: the newest release against the old one; None when there is no older."""
    say = words(language)
    if found is None:
        return say("restore-finding-none")
    pair = {"newest": str(found.before), "old": str(found.after)}
    if found.cells.empty:
        return say("restore-finding-same", **pair)
    return say("restore-finding", **pair, **_sizes(found))


def known_finding(
    day: date, release: int | None, found: Difference | None, language: Language
) -> str:
    """What was known on a day, and how much of it reads differently now."""
    say = words(language)
    if release is None or found is None:
        return say("history-known-nothing", day=labels.day(day, language))
    known = {
        "day": labels.day(day, language),
        "release": str(release),
        "as_of": labels.day(found.as_of, language),
    }
    if found.cells.empty and found.lights.empty:
        return say("history-finding-known-same", **known)
    return say("history-finding-known", **known, **_sizes(found))


def life_finding(life: pd.DataFrame, cell: Cell | None, tables: Tables, language: Language) -> str:
    """How often a cell was written, and what it holds now."""
    say = words(language)
    if cell is None:
        return say("history-finding-no-cell")
    subject = cell_name(cell, tables, language)
    place = cell_place(cell, tables, language)
    if life.empty:
        return say("history-finding-no-life", cell=subject, place=place)
    last = life.iloc[-1]
    told = {"cell": subject, "place": place, "times": len(life), "release": str(last["release"])}
    if last["change"] == "withdrawn":
        return say("history-finding-withdrawn", **told)
    value = value_words(last["value"], str(last["field"]), cell.subject, tables, language)
    return say("history-finding-life", **told, value=value)


def _sizes(found: Difference) -> dict[str, int]:
    return {"cells": len(found.cells), "lights": len(found.lights)}
