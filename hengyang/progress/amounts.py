"""How a value with its unit, a speed and a gap are written in a sentence."""

from __future__ import annotations

import math

from hengyang import labels
from hengyang.schema import Language


def amount(value: float, unit: str, language: Language, places: int | None = None) -> str:
    """A value with its unit: 15.0公里, 15.0 km, 95%; a percentage takes no space in any language."""
    text = labels.number(value, language, places_of(value) if places is None else places)
    if not unit:
        return text
    if unit == "%":
        return text + unit
    return labels.words(language)(
        "progress-amount", value=text, unit=counted(value, unit, language)
    )


def counted(value: float, unit: str, language: Language) -> str:
    """The unit as it stands behind a value: 1 park, 2 parks; Chinese ones never change."""
    return labels.words(language)("progress-unit-one", unit=unit) if value == 1 else unit


def reported(value: float, unit: str, language: Language, *, is_whole: bool = False) -> str:
    """A reported value with all the decimals that it was reported with, and one at least below 1,000.

    Whole things (stations, people) are spared the one.

    So 99.96 % never reads 100 %, and 15 km reads 15.0 beside the 25.8 that were expected.
    """
    places = places_of(value)
    least = 0 if is_whole or abs(value) >= 1000 else 1
    return amount(value, unit, language, max(places, least))


def expected(value: float, unit: str, language: Language) -> str:
    """A computed value, with the decimals of expected_places."""
    return amount(value, unit, language, expected_places(value))


def expected_places(value: float) -> int:
    """How many decimals a computed value has wherever it stands: one, none from 1,000 on; below 100 it never reads 100.

    >>> expected_places(1234.56), expected_places(3.333), expected_places(99.96)
    (0, 1, 2)
    """
    if abs(value) >= 1000:
        return 0
    return max(1, labels.decimals(value)) if abs(value) < 100 <= round(abs(value), 1) else 1


def size(value: float, unit: str, language: Language, places: int | None = None) -> str:
    """A change or a distance with its unit; between percentages it is percentage points."""
    if unit != "%":
        return amount(value, unit, language, places)
    text = labels.number(value, language, places_of(value) if places is None else places)
    return labels.words(language)("progress-points", points=text)


def difference(value: float, unit: str, language: Language, *, is_whole: bool = False) -> str:
    """A size without sign, rounded up so that having that much more is enough; never 0.0."""
    way = abs(value)
    places = 0 if way >= 1000 or is_whole else 1 if way >= 1 else 2
    rounded = math.ceil(way * 10**places - 1e-6) / 10**places
    if rounded == 0:
        least = size(0.01, unit, language, 2)
        return labels.words(language)("progress-under", value=least)
    return size(rounded, unit, language, min(places, 1) if rounded >= 1 else places)


def places_of(value: float) -> int:
    """How many decimals a value has, up to four; the dust of binary fractions is none.

    >>> places_of(15.0), places_of(14.55), places_of(1 / 3), places_of(20 - 18.6)
    (0, 2, 4, 1)
    """
    dust = 1e-9 * max(1.0, abs(value))
    return next((places for places in range(4) if abs(round(value, places) - value) < dust), 4)


def gap(points: float, language: Language) -> str:
    """落后序时21.7个百分点, or how far ahead; a gap that rounds to nothing still says its side."""
    say = labels.words(language)
    if round(points, 9) == 0:
        return say("progress-gap-none")
    told = labels.number(abs(points), language, 1)
    if float(f"{abs(points):.1f}") == 0:
        told = say("progress-under", value=labels.number(0.1, language, 1))
    return say("progress-gap-behind" if points < 0 else "progress-gap-ahead", points=told)


def speed(per_year: float, months: int, unit: str, language: Language) -> str:
    """A signed speed: a month for what is reported within the year, a year for annual values."""
    say = labels.words(language)
    is_yearly = months > 12
    value = per_year if is_yearly else per_year / 12
    places = 0 if abs(value) >= 1000 else 1 if abs(value) >= 0.1 or value == 0 else 2
    key = "progress-speed-year" if is_yearly else "progress-speed-month"
    return say(key, amount=size(value, unit, language, places))
