"""Values, cells, releases and people of the past in a reader's words: what tables, findings and the command line share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.quantities import quantity
from hengyang.history import Cell, cell_of, release_reason
from hengyang.labels import Language, words
from hengyang.progress.needs import names
from hengyang.remembered import remembered
from hengyang.schema import PLAN_TABLES, TABLES, WHOLE_CITY, Tables

PLAN_NAMES = frozenset(table.name for table in PLAN_TABLES)
#: Columns whose values are named by an enum, and the family of its words.
_FAMILIES = {
    "stage": "stage",
    "light": "light",
    "comparability": "comparability",
    "curve": "method-curve",
    "reading": "method-reading",
    "frequency": "frequency",
    "batch": "batch",
    "gate": "gate",
    "funding": "funding",
    "nature": "project-nature",
    "approval": "approval",
    "role_source": "role-source",
    "kind": "reply-kind",
    "stamp": "reply-stamp",
    "decision": "decision",
    "answer": "green-answer",
    "register": "plan-register",
}
_HASH_SHOWN = 8


def actor_words(actor: str, language: Language) -> str:
    """Who it was: the role's word where the name is one of the program's own, else the name as it was given."""
    key = f"store-actor-{actor}"
    return words(language)(key) if key in labels.keys(language) else actor


def reason_html(reason: str, submission: str, language: Language) -> Markup:
    """Why: in the reader's language where it is known, else as it was written, marked as Chinese."""
    told = release_reason(reason, submission, language)
    return Markup.escape(told) if told is not None else chinese(reason, language)


def chinese(text: str, language: Language) -> Markup:
    """Text that is Chinese whatever the page speaks."""
    if language == "zh":
        return Markup.escape(text)
    return Markup('<span lang="zh-CN">{}</span>').format(text)


def chinese_note(texts: Iterable[object], language: Language) -> Markup:
    """That people wrote in Chinese what stands here untranslated; nothing on a Chinese page, or where nobody wrote anything."""
    if language == "zh" or not any(isinstance(text, str) for text in texts):
        return Markup("")
    return Markup('<p class="meta">{}</p>').format(words(language)("mark-chinese"))


def log_in_words(log: pd.DataFrame, language: Language) -> pd.DataFrame:
    """history.audit with events, actors and reasons as a reader of the language reads them."""
    reasons = [
        release_reason(reason, submission, language) or reason if isinstance(reason, str) else None
        for reason, submission in zip(log["reason"], log["submission"], strict=True)
    ]
    say = words(language)
    return log.assign(
        event=[say(f"review-step-{event}") for event in log["event"]],
        actor=[actor_words(str(actor), language) for actor in log["actor"]],
        reason=pd.Series(reasons, index=log.index, dtype="object"),
    )


def file_html(name: object, sha256: object, language: Language, href: str | None = None) -> Markup:
    """The received file with the beginning of its hash (the whole of it on hover); says so when there was none.

    `href` leads to where it can be fetched, byte for byte, by whom it concerns.
    """
    if not isinstance(name, str):
        return Markup("<small>{}</small>").format(words(language)("history-no-file"))
    mark = sha256 if isinstance(sha256, str) else ""
    shown = (
        Markup('<a class="hi-file" href="{}">{}</a>').format(href, name)
        if href
        else Markup('<span class="hi-file">{}</span>').format(name)
    )
    return Markup('{} <code title="SHA-256 {}">{}</code>').format(shown, mark, mark[:_HASH_SHOWN])


@remembered(16)
def offices(tables: Tables, language: Language) -> Mapping[str, str]:
    """Department → its name."""
    frame = tables.departments
    return dict(zip(frame["department"], frame[f"name_{language}"], strict=True))


@remembered(16)
def _divisions(tables: Tables, language: Language) -> Mapping[str, str]:
    frame = tables.divisions
    return dict(zip(frame["division"], frame[f"name_{language}"], strict=True))


@remembered(16)
def _units(tables: Tables, language: Language) -> Mapping[str, str]:
    frame = tables.indicators
    return dict(zip(frame["indicator"], frame[f"unit_{language}"], strict=True))


@remembered(16)
def _names(tables: Tables, language: Language) -> Mapping[str, str]:
    return names(tables, language)


@remembered(16)
def _asked(tables: Tables, language: Language) -> Mapping[str, str]:
    frame = tables.consulted
    return dict(zip(frame["respondent"], frame[f"name_{language}"], strict=True))


@remembered(16)
def _task_names(tables: Tables, language: Language) -> Mapping[str, str]:
    frame = tables.tasks
    return dict(zip(frame["task"].astype(str), frame[f"name_{language}"], strict=True))


def value_words(value: object, field: str, subject: str, tables: Tables, language: Language) -> str:
    """A value of a cell's column: with its unit, as the enum's word, as a day; a dash for none at all."""
    say = words(language)
    if value is None or value != value:
        return say("history-nothing")
    if isinstance(value, bool):
        return say("history-yes" if value else "history-no")
    if field in _FAMILIES:
        # A project's stages have words of their own, in a column that is called the same.
        families = (_FAMILIES[field], f"project-{_FAMILIES[field]}")
        known = labels.keys(language)
        return next(
            (say(f"{one}-{value}") for one in families if f"{one}-{value}" in known), str(value)
        )
    if isinstance(value, date):
        return labels.day(value, language)
    if field == "respondent":
        return _asked(tables, language).get(str(value), str(value))
    if field.endswith("department") or field == "asked_of":
        return offices(tables, language).get(str(value), str(value))
    if isinstance(value, float):
        unit = _units(tables, language).get(subject, "") if field == "value" else ""
        return quantity(value, unit, language)
    return str(value)


def is_chinese_text(field: str, value: object) -> bool:
    """Whether a value is text that people wrote, in Chinese."""
    return (
        isinstance(value, str)
        and field not in _FAMILIES
        and not field.endswith("department")
        and field not in ("asked_of", "respondent")
        and not field.endswith("_en")
    )


def subject_words(cell: Cell, tables: Tables, language: Language) -> str:
    """What the cell is about: an indicator or milestone by id and name, a task by its number and name, else its key."""
    say = words(language)
    name = _names(tables, language).get(cell.subject)
    if name is not None:
        return f"{cell.subject} {name}"
    if TABLES[cell.table].key[0] == "task":
        task = _task_names(tables, language).get(cell.subject, say("export-whole-plan"))
        return say("history-task", number=cell.subject, name=task)
    return " · ".join(cell.texts)


def place_words(cell: Cell, day: Any, tables: Tables, language: Language) -> str:
    """Beside the subject: the table, the division unless it is the whole city, the department, the month."""
    parts = [words(language)(f"table-{cell.table}")]
    division = cell.text("division")
    if division is not None and division != WHOLE_CITY:
        parts.append(_divisions(tables, language).get(division, division))
    if cell.table == "narratives":
        department = cell.text("department") or ""
        parts.append(offices(tables, language).get(department, department))
    comparability = cell.text("comparability")
    if comparability is not None and comparability != "same":
        parts.append(words(language)(f"comparability-{comparability}"))
    if not pd.isna(day):
        parts.append(labels.month(day, language))
    return " · ".join(parts)


def cell_place(cell: Cell, tables: Tables, language: Language) -> str:
    """place_words of a cell that is known by its key alone."""
    days = [
        text
        for name, text in zip(TABLES[cell.table].key, cell.texts, strict=True)
        if name.endswith("_date")
    ]
    return place_words(cell, pd.Timestamp(days[0]) if days else pd.NaT, tables, language)


def task_of(cell: Cell, tables: Tables) -> int | None:
    """The number of the task that the cell belongs to; None for what belongs to none."""
    if cell.subject in _names(tables, "zh"):
        return int(cell.subject[1:3])
    if TABLES[cell.table].key[0] == "task" and cell.subject.isdigit():
        return int(cell.subject)
    return None


def known_cell(name: str) -> Cell:
    """The cell of a name that the difference made itself."""
    found = cell_of(name)
    assert found is not None, name
    return found
