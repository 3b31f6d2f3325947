"""Text on slides: how much room it takes, and its fonts, East Asian ones included."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from hengyang.exports.slides_master import EAST_ASIAN_FONT, LATIN_FONT, POINT
from hengyang.labels import Language

#: Shares of the type size: a Chinese sign is square, a Latin letter of Arial about half as wide (bold included).
_WIDE, _NARROW = 1.0, 0.57
LINE_SPACING = 1.2
#: Between paragraphs, as a share of a line.
PARAGRAPH_GAP = 0.4
#: What breaks as a whole: a run of narrow signs; wide ones break anywhere.
_PIECES = re.compile(r"\s+|[^\s\u2e80-\uffef]+|.", re.DOTALL)


def width_points(text: str, size: float) -> float:
    """How wide a line of text is, in points, a little more rather than less.

    >>> width_points("补短板", 10)
    30.0
    """
    ems = (_WIDE if unicodedata.east_asian_width(sign) in "WFA" else _NARROW for sign in text)
    return sum(ems) * size


def line_count(text: str, size: float, width: int) -> int:
    """Lines that a text takes in a box of a width in EMU, at a type size in points.

    >>> line_count("一二三四五六", 10, 40 * 12700), line_count("one two three", 10, 50 * 12700)
    (2, 2)
    """
    room = width / POINT
    lines = 0
    for paragraph in text.split("\n"):
        lines += 1
        used = 0.0
        for piece in _PIECES.findall(paragraph):
            wide = width_points(piece, size)
            if used + wide > room and not piece.isspace():
                # a word longer than the line is cut by whoever draws it
                lines += 1 if used else 0
                over = int(wide // room) if wide > room else 0
                lines += over
                used = wide - over * room
            else:
                used += wide
    return lines


def fitting_size(text: str, width: int, height: int, sizes: tuple[int, ...]) -> int:
    """The largest of some type sizes (points, falling) at which a text fits into a box; the smallest if none does."""
    for size in sizes:
        if height_of(text, size, width) <= height:
            return size
    return sizes[-1]


def in_two_lines(text: str, width: int, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """The sizes at which a text takes two lines at most; all of them where it takes more in each."""
    return tuple(size for size in sizes if line_count(text, size, width) <= 2) or sizes


def height_of(text: str, size: float, width: int) -> float:
    """What a text takes of a box of a width, in EMU, with the gaps between its paragraphs."""
    lines = line_count(text, size, width) + PARAGRAPH_GAP * text.count("\n")
    return lines * size * LINE_SPACING * POINT


def shortened(text: str, size: float, width: int, height: int) -> str:
    """The text, cut with an ellipsis where it does not fit into the box at that size."""
    if height_of(text, size, width) <= height:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        cut = text[:middle].rstrip() + "…"
        if height_of(cut, size, width) <= height:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def speak(element: Any, language: Language, *, is_on_slide: bool = True) -> None:
    """Gives every run below an element its language and its fonts for Latin and East Asian text.

    On slides the fonts are the theme's, so that who changes the theme changes them; charts and notes name them.
    """
    from pptx.oxml.ns import qn

    latin, east_asian = ("+mn-lt", "+mn-ea") if is_on_slide else (LATIN_FONT, EAST_ASIAN_FONT)
    tag = "zh-CN" if language == "zh" else "en-GB"
    for run in element.iter(qn("a:r")):
        run.get_or_add_rPr()
    for name in ("a:rPr", "a:defRPr", "a:endParaRPr"):
        for run in element.iter(qn(name)):
            for font in ("a:latin", "a:ea"):
                for old in run.findall(qn(font)):
                    run.remove(old)
            if name != "a:defRPr":
                run.set("lang", tag)
                run.set("altLang", "en-US" if language == "zh" else "zh-CN")
            at = _after_fills(run)
            for offset, (font, face) in enumerate((("a:latin", latin), ("a:ea", east_asian))):
                run.insert(at + offset, run.makeelement(qn(font), {"typeface": face}))


#: What the schema wants before the fonts in a run's properties.
_BEFORE_FONTS = (
    *("a:ln", "a:noFill", "a:solidFill", "a:gradFill", "a:effectLst", "a:highlight"),
    *("a:uLnTx", "a:uLn", "a:uFillTx", "a:uFill"),
)


def _after_fills(run: Any) -> int:
    from pptx.oxml.ns import qn

    before = {qn(name) for name in _BEFORE_FONTS}
    return max((at + 1 for at, child in enumerate(run) if child.tag in before), default=0)
