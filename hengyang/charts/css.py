"""The stylesheet of everything that charts/ draws as HTML: the palette, the marks, each page's composition."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from hengyang.charts import palette

_HERE = Path(__file__).parent


@cache
def stylesheet() -> str:
    """One sheet for the board component; the palette's custom properties come first."""
    sheets = [
        _HERE / "marks.css",
        _HERE / "pages.css",
        *sorted(_HERE.glob("pages_*.css")),
        _HERE / "print.css",
    ]
    return "\n".join(
        [palette.css_variables(), *(sheet.read_text(encoding="utf-8") for sheet in sheets)]
    )


@cache
def first_stylesheet() -> str:
    """What the overview alone needs, and where it stands before there is an app (first_paint.py)."""
    sheets = [_HERE / name for name in ("marks.css", "pages.css", "first_paint.css")]
    return "\n".join(
        [palette.css_variables(), *(sheet.read_text(encoding="utf-8") for sheet in sheets)]
    )


@cache
def address() -> str:
    """Where the page finds the sheet, relative to the app; another sheet has another address."""
    return f"board-{sha256(stylesheet().encode()).hexdigest()[:12]}.css"
