"""The stylesheet of everything that charts/ draws as HTML: the palette, the marks, each page's composition."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from hengyang.charts import marks, palette

_HERE = Path(__file__).parent
_VARIABLE = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\b")
_MIX = re.compile(
    r"color-mix\(in srgb, var\(--(?P<first>[\w-]+)\) (?P<share>\d+)%, (?:transparent|var\(--(?P<second>[\w-]+)\))\)"
)


@cache
def stylesheet() -> str:
    """One sheet for the board component; the palette's custom properties come first."""
    sheets = [
        _HERE / "marks.css",
        _HERE / "pages.css",
        *sorted(_HERE.glob("pages_*.css")),
        _HERE / "print.css",
    ]
    written = (sheet.read_text(encoding="utf-8") for sheet in sheets)
    return "\n".join([palette.css_variables(), marks.light_images(), *written])


@cache
def first_stylesheet() -> str:
    """What the overview alone needs, and where it stands before there is an app (first_paint.py)."""
    sheets = [_HERE / name for name in ("marks.css", "pages.css", "first_paint.css")]
    return "\n".join(
        [palette.css_variables(), *(sheet.read_text(encoding="utf-8") for sheet in sheets)]
    )


@cache
def printed_stylesheet() -> str:
    """The same with every mixed colour worked out of the light palette: WeasyPrint draws none for `color-mix`."""
    colours: dict[str, str] = {}
    for name, colour in _VARIABLE.findall(palette.css_variables()):
        colours.setdefault(name, colour)

    def mixed(found: re.Match[str]) -> str:
        share = float(found["share"]) / 100
        first = _channels(colours[found["first"]])
        if found["second"] is None:
            return f"rgba({first[0]}, {first[1]}, {first[2]}, {share:g})"
        second = _channels(colours[found["second"]])
        both = zip(first, second, strict=True)
        return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in both)

    return _MIX.sub(mixed, stylesheet())


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def string(text: str) -> str:
    r"""A text as a CSS string that can end neither itself nor the style element around it.

    >>> string('a"</style>')
    '"a\\22 \\3c /style\\3e "'
    """
    return '"' + "".join(c if c not in '"\\<>&\n\r\f' else f"\\{ord(c):x} " for c in text) + '"'


@cache
def address() -> str:
    """Where the page finds the sheet, relative to the app; another sheet has another address."""
    return f"board-{sha256(stylesheet().encode()).hexdigest()[:12]}.css"
