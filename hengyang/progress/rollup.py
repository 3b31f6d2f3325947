"""Counts first: the lights of a task or theme counted, and a theme's light (method.md, rule 7)."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

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
    found = counted["light"].value_counts()
    return {light: int(found.get(light.value, 0)) for light in Light}


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
    counted = lights[lights["is_counted"] & (lights["task"] > 0)]
    keys: list = list(tasks) if by == "task" else [theme.value for theme in Theme]
    groups = {key: rows for key, rows in counted.groupby(by, observed=True)}  # noqa: C416
    nothing = counted.iloc[:0]
    rows = []
    for key in keys:
        group = groups.get(key, nothing)
        row: dict[str, object] = {by: key}
        row |= _figures(group)
        if by == "theme":
            row["light"] = theme_light(map(Light, _due(group)["light"]), thresholds)
        rows.append(row)
    frame = pd.DataFrame(rows)
    if by == "theme":
        members = [member.value for member in ThemeLight]
        frame["theme"] = pd.Categorical(frame["theme"], categories=keys)
        frame["light"] = pd.Categorical(
            [None if light is None else str(light) for light in frame["light"]], categories=members
        )
    means = [*_MEANS, "mean_attainment_coverage"]
    frame[means] = frame[means].astype("float64")
    return frame


def _figures(group: pd.DataFrame) -> dict[str, object]:
    due = _due(group)
    unreported = due["light"].isin([light.value for light in UNREPORTED_LIGHTS])
    figures: dict[str, object] = {"indicators": len(group)}
    figures |= {light.value: count for light, count in light_counts(group).items()}
    figures |= {"reported": int((~unreported).sum()), "due": len(due)}
    figures["stale"] = int(group["is_stale"].sum()) if "is_stale" in group.columns else 0
    of_commitment = group["commitment"].value_counts()
    figures |= {kind.value: int(of_commitment.get(kind.value, 0)) for kind in Commitment}
    figures |= dict.fromkeys((*_MEANS, "mean_attainment_coverage"))
    if "attainment_pct" in group.columns and len(group):
        spoken_for = group[group["attainment_pct"].notna()]
        if len(spoken_for):
            figures["mean_attainment_pct"] = float(spoken_for["attainment_pct"].clip(0, 100).mean())
            figures["mean_expected_pct"] = float(spoken_for["expected_pct"].mean())
        figures["mean_attainment_coverage"] = len(spoken_for) / len(group)
    return figures


def _due(group: pd.DataFrame) -> pd.DataFrame:
    return group[group["is_due"]] if "is_due" in group.columns else group


def _part(share: float, of: int) -> Fraction:
    # 0.2 × 15 is 3.0000000000000004 in floats, and three reds of fifteen are a fifth
    return Fraction(str(share)) * of
