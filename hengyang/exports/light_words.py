"""A light where only text can stand: a sign out of the oldest Chinese character set, its colour, its word."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hengyang.charts.palette import colours
from hengyang.labels import Language, words
from hengyang.schema import Light

#: Nine shapes that differ without colour. All are in GB 2312, so that every Chinese font has them.
SIGNS: Mapping[Light, str] = MappingProxyType(
    {
        Light.MET: "√",
        Light.ON_TRACK: "●",
        Light.NEARLY: "○",
        Light.BEHIND: "▲",
        Light.FAR_BEHIND: "■",
        Light.OVERDUE: "◆",
        Light.NOT_REPORTED: "—",
        Light.NOT_ASSESSED: "◎",
        Light.NOT_DUE: "◇",
    }
)


def light_words(light: str, language: Language) -> str:
    """Shape and word: ▲ 滞后.

    >>> light_words("behind", "en")
    '▲ Behind'
    """
    return f"{SIGNS[Light(light)]} {words(language)(f'light-{light}')}"


def light_colour(light: str) -> str:
    """The light's colour on paper: six hexadecimal digits.

    >>> light_colour("met")
    '1B6CA8'
    """
    return colours("light")[f"light-{Light(light)}"].lstrip("#").upper()
