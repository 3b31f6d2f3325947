"""Where the plan stands, as plain JSON types: the contract of `python -m hengyang status --json`."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from hengyang.progress.assessment import assess
from hengyang.progress.config import DEFAULT_THRESHOLDS, METHOD_VERSION, Thresholds
from hengyang.progress.rollup import roll_up, tally
from hengyang.schema import Tables, Theme

#: An indicator or a milestone with its light, as assess has it.
_Row = dict[str, Any]

_NUMBERS = ("attainment_pct", "expected_pct", "gap_points", "margin")


def status(
    tables: Tables,
    as_of: date,
    theme: Theme | None = None,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> dict[str, object]:
    """Themes → tasks → indicators and milestones with their lights; `plan_items` are those of task 0.

    Every light is a key of every `counts`. `counts`, `reported` and `due` speak of counted indicators,
    `milestone_counts` of milestones. Nothing reported is null, never 0. `theme` leaves one theme.
    """
    lights = assess(tables, as_of, thresholds)
    indicators, milestones = _records(lights.indicators), _records(lights.milestones)
    tasks = tables.tasks.sort_values("task")
    numbers = [int(task) for task in tasks["task"]]
    task_rows = {
        row["task"]: row
        for row in roll_up(lights.indicators, "task", thresholds, numbers).to_dict("records")
    }
    theme_rows = {row["theme"]: row for row in lights.themes.to_dict("records")}
    themes = []
    for one in Theme:
        if theme is not None and one is not Theme(theme):
            continue
        row = theme_rows[one.value]
        themes.append(
            {
                "theme": one.value,
                "light": None if pd.isna(row["light"]) else str(row["light"]),
                "counts": _counts(_where(indicators, "theme", one.value)),
                "milestone_counts": _counts(_where(milestones, "theme", one.value)),
                "reported": int(row["reported"]),
                "due": int(row["due"]),
                "stale": int(row["stale"]),
                "tasks": [
                    _task(task, task_rows[int(task["task"])], indicators, milestones)
                    for task in tasks[tasks["theme"] == one.value].to_dict("records")
                ],
            }
        )
    return {
        "workspace": tables.workspace,
        "release": int(tables.release),
        "as_of": as_of.isoformat(),
        "method_version": METHOD_VERSION,
        "themes": themes,
        "plan_items": [
            *_indicators(_where(indicators, "task", 0)),
            *_milestones(_where(milestones, "task", 0)),
        ],
    }


def _task(
    task: dict, row: dict, indicators: list[_Row], milestones: list[_Row]
) -> dict[str, object]:
    number = int(task["task"])
    of_task = _where(indicators, "task", number)
    milestones_of_task = _where(milestones, "task", number)
    return {
        "task": number,
        "name_zh": str(task["name_zh"]),
        "name_en": str(task["name_en"]),
        "counts": _counts(of_task),
        "milestone_counts": _counts(milestones_of_task),
        "reported": int(row["reported"]),
        "due": int(row["due"]),
        "indicators": _indicators(of_task),
        "milestones": _milestones(milestones_of_task),
    }


def _indicators(lights: list[_Row]) -> list[dict[str, object]]:
    return [
        {
            "id": row["indicator"],
            "rule": row["rule"],
            "commitment": row["commitment"],
            "light": _text(row["light"]),
            "computed_light": _text(row["computed_light"]),
            **{name: _number(row[name]) for name in ("actual", "baseline")},
            **{name: _number(row[name]) for name in ("target", "target_low", "target_high")},
            **{name: _number(row[name]) for name in _NUMBERS},
            "reference_date": _day(row["reference_date"]),
            "deadline": _day(row["deadline"]),
            "stale": bool(row["is_stale"]),
            "flags": list(row["flags"]),
        }
        for row in lights
    ]


def _milestones(lights: list[_Row]) -> list[dict[str, object]]:
    return [
        {
            "id": row["milestone"],
            "rule": row["rule"],
            "commitment": row["commitment"],
            "light": _text(row["light"]),
            "computed_light": _text(row["computed_light"]),
            "stage": _text(row["stage"]),
            "reference_date": _day(row["reference_date"]),
            "deadline": _day(row["deadline"]),
            "flags": list(row["flags"]),
        }
        for row in lights
    ]


def _counts(lights: list[_Row]) -> dict[str, int]:
    counts = tally(row["light"] for row in lights if row["is_counted"])
    return {light.value: count for light, count in counts.items()}


def _records(lights: pd.DataFrame) -> list[_Row]:
    # Row by row from here on: a frame for each task and count took most of the answer's time.
    return [{str(name): value for name, value in row.items()} for row in lights.to_dict("records")]


def _where(lights: list[_Row], name: str, value: object) -> list[_Row]:
    return [row for row in lights if row[name] == value]


def _text(value: object) -> str | None:
    return None if pd.isna(value) else str(value)  # type: ignore[call-overload]


def _number(value: float) -> float | None:
    return None if pd.isna(value) else round(float(value), 6)


def _day(value: pd.Timestamp) -> str | None:
    return None if pd.isna(value) else value.date().isoformat()
