"""Chinese punctuation in its full width (GB/T 15834), as papers need it; the data and the screen keep the narrow one."""

from __future__ import annotations

import re

#: Narrow → wide. Written as code points: both look alike in many editors.
_WIDE = {
    ",": "\uff0c",
    ";": "\uff1b",
    ":": "\uff1a",
    "?": "\uff1f",
    "!": "\uff01",
    "(": "\uff08",
    ")": "\uff09",
}
_CHINESE = "".join(
    f"{chr(first)}-{chr(last)}"
    for first, last in (
        (0x2014, 0x2014),  # the dash
        (0x2018, 0x201D),  # quotation marks
        (0x3001, 0x303F),
        (0x3400, 0x9FFF),
        (0xFF00, 0xFF60),
    )
)
_MARK = re.compile(f"(?<=[{_CHINESE}%])[,;:?!]|[,;:?!](?=[{_CHINESE}])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_HAS_CHINESE = re.compile(f"[{_CHINESE}]")


def widened(text: str) -> str:
    """The text with the marks and brackets beside or around Chinese in their full width; the rest as it was.

    >>> widened("1,234 km (a:b)")
    '1,234 km (a:b)'
    >>> ascii(widened("\u6b63\u5e38(T05-3),15"))
    "'\\\\u6b63\\\\u5e38\\\\uff08T05-3\\\\uff09\\\\uff0c15'"
    """
    before = None
    while before != text:  # brackets in brackets, from the inside out
        before, text = text, _BRACKETS.sub(_bracketed, text)
    return _MARK.sub(lambda found: _WIDE[found.group()], text)


def _bracketed(found: re.Match[str]) -> str:
    at, end = found.span()
    beside = found.string[max(at - 1, 0) : at] + found.string[end : end + 1]
    if _HAS_CHINESE.search(found.group(1)) or _HAS_CHINESE.search(beside):
        return f"{_WIDE['(']}{found.group(1)}{_WIDE[')']}"
    return found.group()
