"""The words: zh (default) and en. Nothing else in the code says a word to a reader.

Messages live in Fluent files, labels/<language>/<room>.ftl; the same keys in every language (a test holds
them equal). Numbers and dates are written here too, so that each is written one way everywhere.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentInt, FluentNone

from hengyang.labels.clock import BEIJING, in_beijing, instant
from hengyang.schema import LANGUAGES, Language

DEFAULT_LANGUAGE: Language = "zh"
_HERE = Path(__file__).parent
_LOCALES: dict[str, str] = {"zh": "zh_CN", "en": "en_GB"}

Words = Callable[..., str]


@cache
def words(language: Language = DEFAULT_LANGUAGE) -> Words:
    """The speaker of one language: words("zh")("light-met") is 已完成.

    The returned function takes a message key and its arguments (write hyphenated names with underscores).
    Raises: KeyError for an unknown key, ValueError for a missing argument; both are bugs.
    """
    bundle = FluentBundle([_LOCALES[language].replace("_", "-")], use_isolating=False)
    written = sources(language)

    # A page says the same few hundred things over and over, and Fluent takes its time for each.
    @lru_cache(maxsize=20_000)
    def say(key: str, /, **arguments: object) -> str:
        if not bundle.has_message(key):
            bundle.add_resource(FluentResource(written[key]))
        message = bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        faults: list[Exception]
        text, faults = bundle.format_pattern(
            message.value,
            {name.replace("_", "-"): _counted(value) for name, value in arguments.items()},
        )
        if faults or isinstance(text, FluentNone):
            raise ValueError(f"{language} {key}: {faults}")
        return str(text)

    return say


#: A count, as `str` writes one.
_COUNT = re.compile("0|[1-9][0-9]{0,8}")


def _counted(value: object) -> object:
    """A count that came as text is one all the same: a message can ask whether it is one. It stays written as it was."""
    if isinstance(value, str) and _COUNT.fullmatch(value):
        return FluentInt(int(value), useGrouping=False)
    return value


#: A message as it stands in its file: from its key to where the next entry or comment begins.
_MESSAGE = re.compile(r"^([a-zA-Z][\w-]*) *=.*?(?=^[a-zA-Z#]|\Z)", re.MULTILINE | re.DOTALL)


@cache
def sources(language: Language) -> Mapping[str, str]:
    """Key → its message as Fluent writes it.

    Fluent takes a fifth of a second for a whole language, and an answer on the command line speaks few of its three
    thousand messages: each is parsed when it is first spoken. So no message may refer to another (a test says so).
    """
    return {
        found[1]: found[0]
        for path in sorted((_HERE / language).glob("*.ftl"))
        for found in _MESSAGE.finditer(path.read_text(encoding="utf-8"))
    }


@cache
def keys(language: Language) -> frozenset[str]:
    """All message keys of a language."""
    return frozenset(sources(language))


#: More decimals than this come from arithmetic, not from a report.
_REPORTED_PLACES = 4


def decimals(value: float) -> int:
    """How many decimals a value is shown with when nobody says: all that it was reported with.

    A computed one gets one (two below 10), and more where fewer would lift it to the next hundred: 99.96667
    never reads 100.

    >>> decimals(15.04), decimals(99.96), decimals(2 / 3), decimals(99.96667)
    (2, 2, 2, 2)
    """
    for places in range(_REPORTED_PLACES + 1):
        if abs(round(value, places) - value) < 1e-9:
            return places
    places = 1 if abs(value) >= 10 else 2
    while abs(value) < 100 <= round(abs(value), places):
        places += 1
    return places


@lru_cache(maxsize=20_000)
def number(value: float, language: Language = DEFAULT_LANGUAGE, places: int | None = None) -> str:
    """A number as a reader of the language writes it, with thousands separators.

    Without `places` as many decimals as `decimals` says: none for a whole number.
    """
    if places is None:
        places = decimals(value)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return format_decimal(value, format=pattern, locale=_LOCALES[language])


def percent_floored(
    value_pct: float, language: Language = DEFAULT_LANGUAGE, places: int = 1
) -> str:
    """A percentage rounded towards minus infinity, so that 99.96 never reads 100 (method.md, rule 1).

    >>> percent_floored(99.96)
    '99.9%'
    >>> percent_floored(100.0)
    '100.0%'
    """
    scale = 10**places
    # a whisker of tolerance, so that 28.999999999999996 (which is 29 %) is not shown as 28.9
    floored = math.floor(value_pct * scale + 1e-9) / scale
    return number(floored, language, places) + "%"


@lru_cache(maxsize=20_000)
def day(value: date, language: Language = DEFAULT_LANGUAGE) -> str:
    """2019年5月31日, or 31 May 2019; of an instant the day in Beijing."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = in_beijing(value)
    pattern = "y年M月d日" if language == "zh" else "d MMM y"
    return format_date(value, pattern, locale=_LOCALES[language])


@lru_cache(maxsize=20_000)
def month(value: date, language: Language = DEFAULT_LANGUAGE) -> str:
    """2019年5月, or May 2019."""
    pattern = "y年M月" if language == "zh" else "MMM y"
    return format_date(value, pattern, locale=_LOCALES[language])


__all__ = [
    "BEIJING",
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "Language",
    "Words",
    "day",
    "decimals",
    "in_beijing",
    "instant",
    "keys",
    "month",
    "number",
    "percent_floored",
    "sources",
    "words",
]
