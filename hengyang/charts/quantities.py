"""Numbers as a reader meets them: with their unit, as a target, as the one-line finding of a chart."""

from __future__ import annotations

import pandas as pd

from hengyang import labels
from hengyang.charts.scales import as_day, finite
from hengyang.labels import Language, words
from hengyang.progress import amounts
from hengyang.schema import Light

_SIGNS = {">=": "≥ ", "<=": "≤ ", "~": "≈ ", "+": "+"}


def quantity(value: float, unit: str, language: Language, places: int | None = None) -> str:
    """A number with its unit: 15 公里, 27%."""
    gap = "" if unit.startswith("%") or not unit else " "
    return f"{labels.number(value, language, places)}{gap}{amounts.counted(value, unit, language)}"


def target_words(target: pd.Series, language: Language) -> str:
    """The target as the notice words it: ≥ 80%, 3–5, ≈ 160 km; empty where it states no number.

    target: a row of the indicators table.
    """
    unit = str(target[f"unit_{language}"])
    low, high = finite(target["target_low"]), finite(target["target_high"])
    if low is not None and high is not None:
        return f"{labels.number(low, language)}–{quantity(high, unit, language)}"
    aim = finite(target["target"])
    if aim is None:
        return ""
    return _SIGNS.get(str(target["comparator"]), "") + quantity(aim, unit, language)


def finding(row: pd.Series, target: pd.Series, language: Language) -> str:
    """What the chart of an indicator shows, in one sentence: name, value, expected, target, light.

    row: its row of indicator_lights. target: its row of the indicators table.
    """
    say = words(language)
    unit = str(target[f"unit_{language}"])
    actual, day = finite(row.get("actual")), as_day(row.get("reference_date"))
    light = row.get("light")
    parts = []
    if actual is None or day is None:
        parts.append(say("chart-finding-none"))
    else:
        value = quantity(actual, unit, language)
        parts.append(say("chart-finding-value", month=labels.month(day, language), value=value))
        expected = finite(row.get("expected_value"))
        if expected is not None:
            value = quantity(expected, unit, language, amounts.expected_places(expected))
            parts.append(say("chart-finding-expected", value=value))
    aim, deadline = target_words(target, language), as_day(row.get("deadline"))
    if aim and deadline is not None:
        month = labels.month(deadline, language)
        parts.append(say("chart-finding-target-by", target=aim, month=month))
    elif aim:
        parts.append(say("chart-finding-target", target=aim))
    if isinstance(light, str) and not (actual is None and light == Light.NOT_REPORTED):
        parts.append(say("chart-finding-light", light=say(f"light-{light}")))
    text = say("chart-separator").join(parts)
    return say("chart-subject", name=str(target[f"name_{language}"]), finding=text)
