"""Counts first: the lights of a task or theme counted, and a theme's light (method.md, rule 7)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, NamedTuple

import pandas as pd

from hengyang.progress.config import DEFAULT_THRESHOLDS, Thresholds
from hengyang.progress.lights import GREEN_LIGHTS, RED_LIGHTS, UNREPORTED_LIGHTS
from hengyang.schema import Commitment, Light, Theme, ThemeLight

_MEANS = ("mean_attainment_pct", "mean_expected_pct")

#: The plan numbers its tasks 1 to 31 (and speaks of 30).
TASK_NUMBERS = range(1, 32)


def light_counts(lights: pd.DataFrame) -> dict[Light, int]:
    """How many rows have each of the nine lights, zeros included; uncounted rows are left out."""
    counted = lights[lights["is_counted"]] if "is_counted" in lights.columns else lights
    return tally(counted["light"])


def tally(lights: Iterable[object]) -> dict[Light, int]:
    """How often each of the nine lights is among these, zeros included."""
    found = Counter(lights)
    return {light: found[light.value] for light in Light}


def theme_light(
    due_lights: Iterable[Light], thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> ThemeLight | None:
    """The light of a theme from the lights of its due indicators; None under four fifths reported.

    Unreported ones are not green, and stay in the denominator.

    >>> due = [Light.ON_TRACK] * 8 + [Light.FAR_BEHIND] * 2
    >>> theme_light(due).value
    'red'
    >>> theme_light([*due, Light.NOT_REPORTED, Light.NOT_REPORTED, Light.NOT_REPORTED]) is None
    True
    """
    due = list(due_lights)
    if not due:
        return None
    unreported = sum(light in UNREPORTED_LIGHTS for light in due)
    red = sum(light in RED_LIGHTS for light in due)
    not_green = sum(light not in GREEN_LIGHTS for light in due)
    if len(due) - unreported < _part(thresholds.reported_share, len(due)):
        return None
    if red >= _part(thresholds.red_share, len(due)):
        return ThemeLight.RED
    if not_green >= _part(thresholds.not_green_share, len(due)):
        return ThemeLight.YELLOW
    return ThemeLight.GREEN


def roll_up(
    lights: pd.DataFrame,
    by: Literal["task", "theme"] = "task",
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    tasks: Iterable[int] = TASK_NUMBERS,
) -> pd.DataFrame:
    """One row per task (all of `tasks`, those without numbers too) or per theme, counts first.

    Columns: task and theme, or theme; `indicators` (the counted ones); the nine lights; reported, due
    ("k of m"; only due ones among the reported); stale; firm, strive, in_principle; themes also
    `light` (ThemeLight, often empty); mean_attainment_pct of clipped attainments, mean_expected_pct of
    the same indicators, and mean_attainment_coverage, the share of counted indicators they speak for.
    Rows of the whole plan (task 0) are in no roll-up. Also takes milestone lights: all are due.
    """
    keys: list = list(tasks) if by == "task" else [theme.value for theme in Theme]
    groups: dict[object, list[_Line]] = {key: [] for key in keys}
    for line in _counted_lines(lights):
        place = line.task if by == "task" else line.theme
        if line.task > 0 and place in groups:
            groups[place].append(line)
    rows = []
    for key, group in groups.items():
        row: dict[str, object] = {by: key, **_figures(group)}
        if by == "theme":
            row["light"] = theme_light([line.light for line in group if line.is_due], thresholds)
        rows.append(row)
    frame = pd.DataFrame(rows)
    if by == "theme":
        members = [member.value for member in ThemeLight]
        frame["theme"] = pd.Categorical(frame["theme"], categories=keys)
        given = [row["light"] for row in rows]
        frame["light"] = pd.Categorical(
            [None if light is None else str(light) for light in given], categories=members
        )
    means = [*_MEANS, "mean_attainment_coverage"]
    frame[means] = frame[means].astype("float64")
    return frame


class _Line(NamedTuple):
    task: int
    theme: str | None
    light: Light
    is_due: bool
    is_stale: bool
    commitment: Commitment
    attainment_pct: float
    expected_pct: float


def _counted_lines(lights: pd.DataFrame) -> list[_Line]:
    """The counted rows as plain values: a hundred small frames would take most of a page's time."""
    size = len(lights)
    nothing, no, yes = [math.nan] * size, [False] * size, [True] * size
    columns = zip(
        lights["is_counted"].tolist(),
        lights["task"].tolist(),
        lights["theme"].tolist(),
        lights["light"].tolist(),
        lights["is_due"].tolist() if "is_due" in lights.columns else yes,
        lights["is_stale"].tolist() if "is_stale" in lights.columns else no,
        lights["commitment"].tolist(),
        lights["attainment_pct"].tolist() if "attainment_pct" in lights.columns else nothing,
        lights["expected_pct"].tolist() if "expected_pct" in lights.columns else nothing,
        strict=True,
    )
    return [
        _Line(
            task,
            theme,
            Light(light),
            is_due,
            is_stale,
            Commitment(commitment),
            attainment,
            expected,
        )
        for is_counted, task, theme, light, is_due, is_stale, commitment, attainment, expected in columns
        if is_counted
    ]


def _figures(group: list[_Line]) -> dict[str, object]:
    of_light = Counter(line.light for line in group)
    of_commitment = Counter(line.commitment for line in group)
    due = [line for line in group if line.is_due]
    measured = [line for line in group if not math.isnan(line.attainment_pct)]
    attainment = [min(max(line.attainment_pct, 0.0), 100.0) for line in measured]
    expected = [line.expected_pct for line in measured]
    return {
        "indicators": len(group),
        **{light.value: of_light[light] for light in Light},
        "reported": sum(line.light not in UNREPORTED_LIGHTS for line in due),
        "due": len(due),
        "stale": sum(line.is_stale for line in group),
        **{kind.value: of_commitment[kind] for kind in Commitment},
        "mean_attainment_pct": sum(attainment) / len(measured) if measured else None,
        "mean_expected_pct": sum(expected) / len(measured) if measured else None,
        "mean_attainment_coverage": len(measured) / len(group) if group else None,
    }


def _part(share: float, of: int) -> Fraction:
    # 0.2 × 15 is 3.0000000000000004 in floats, and three reds of fifteen are a fifth
    return Fraction(str(share)) * of
