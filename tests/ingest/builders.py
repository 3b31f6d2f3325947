"""Recognised tables built by hand, as recognise() gives them: one entry or a few, with what a claim needs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from hengyang.ingest.recognise import Recognised
from hengyang.schema import Tables

TODAY = date(2019, 8, 10)
JULY = date(2019, 7, 31)
JUNE = date(2019, 6, 30)

_ENTRY: dict[str, Any] = {
    "row": 5,
    "column": "F",
    "heading": "完成值",
    "id_text": None,
    "subject_text": None,
    "subject": None,
    "suggestion": None,
    "similarity": None,
    "division_text": None,
    "division": None,
    "period_text": "2019-07",
    "reference_date": JULY,
    "value_text": None,
    "value": None,
    "value_unit": None,
    "percent_as": None,
    "is_not_reported": False,
    "is_formula_without_value": False,
    "department_text": None,
    "department": None,
    "stage_text": None,
    "stage": None,
    "evidence": None,
    "next_stage_due_text": None,
    "next_stage_due": None,
    "reason": None,
    "note": None,
    "is_approximate": False,
    "is_at_least": False,
    "is_at_most": False,
    "unit_text": None,
    "target_text": None,
}


def entry(subject: str | None, value: float | None = None, **changed: Any) -> dict[str, Any]:
    """A value of July 2019 in row 5, unless changed."""
    text = None if value is None else f"{value:g}"
    given = {"subject": subject, "subject_text": subject, "value": value, "value_text": text}
    return {**_ENTRY, **given, "is_not_reported": value is None, **changed}


def stage_entry(milestone: str, stage: str | None, **changed: Any) -> dict[str, Any]:
    given = {"stage": stage, "stage_text": stage, "is_not_reported": stage is None}
    return {**entry(milestone), **given, **changed}


def recognised(*entries: dict[str, Any], table: str = "observations", **changed: Any) -> Recognised:
    """One sheet; rows count on from 5 where entries name none."""
    rows = [
        {**found, "row": found["row"] + place if found["row"] == 5 else found["row"]}
        for place, found in enumerate(entries)
    ]
    given: dict[str, Any] = {
        "sheet": "指标",
        "table": table,
        "layout": "long",
        "header_row": 4,
        "columns": {"subject": "指标名称", "value": "完成值"},
        "skipped": (),
        "unit_row": None,
        "percent_as": None,
        "made_from_release": None,
    }
    frame = pd.DataFrame(rows, columns=list({**_ENTRY, **(rows[0] if rows else {})}))
    return Recognised(**{**given, **changed}, entries=frame.astype("object"))


def as_published(tables: Tables, table: str, day: date) -> Recognised:
    """What is published for a day, as if somebody had typed it off."""
    frame = tables[table]
    frame = frame[frame["reference_date"] == pd.Timestamp(day)]
    if table == "observations":
        frame = frame[frame["comparability"] == "same"]
        entries = [
            entry(row["indicator"], row["value"], division=row["division"], reference_date=day)
            for row in frame.to_dict("records")
        ]
    else:
        entries = [
            stage_entry(row["milestone"], row["stage"], reference_date=day)
            for row in frame.to_dict("records")
        ]
    return recognised(*entries, table=table)
