"""A page of the app on paper: which way the sheet lies, and what stands in its margins.

Browsers print the margins of a sheet from `@page` rules alone, so they are written anew for each view.
"""

from __future__ import annotations

from hengyang import labels, progress
from hengyang.charts import palette
from hengyang.ui.view import View

#: Pages whose tables are wider than a sheet is when it stands.
LANDSCAPE = ("overview", "indicators", "departments", "review", "history")
#: Pages that are one picture: drawn so small that it fits one sheet, with their columns side by side.
#: English takes more room.
_ON_ONE_SHEET = {"overview": {"zh": 0.8, "en": 0.72}}
_ZOOM = 0.9
_STACKED = (
    "[data-testid=stHorizontalBlock]:has(> [data-testid=stColumn]){display:block!important}"
    "[data-testid=stColumn]{width:100%!important;max-width:none!important;min-width:0!important}"
    "[data-testid=stColumn]+[data-testid=stColumn]{margin-top:.6rem}"
)


def style(view: View, page: str) -> str:
    """The rules for printing a page: its sheet with plan, as-of, release and numbering, and how its parts lie."""
    say, plan = view.say, view.tables.plan.iloc[0]
    top_left = say(
        "paper-plan",
        plan=str(plan[f"name_{view.language}"]),
        status=str(plan[f"status_{view.language}"]),
    )
    stamp = [
        say("frame-as-of-day", day=labels.day(view.as_of, view.language)),
        say("frame-release-number", number=str(view.tables.release)),
    ]
    if view.is_demo:
        stamp.insert(0, say("frame-demo"))
    below = [say("frame-method", version=str(progress.METHOD_VERSION))]
    if view.is_demo:
        below.insert(0, say("frame-demo-long"))
    before, between, after = (
        say(f"paper-number-{part}") for part in ("before", "between", "after")
    )
    number = f"{_string(before)} counter(page) {_string(between)} counter(pages) {_string(after)}"
    boxes = {
        "top-left": _string(top_left),
        "top-right": _string(" · ".join(stamp)),
        "bottom-left": _string(" · ".join(below)),
        "bottom-right": number,
    }
    lies = "landscape" if page in LANDSCAPE else "portrait"
    zoom = _ON_ONE_SHEET[page][view.language] if page in _ON_ONE_SHEET else _ZOOM
    return (
        f"@page{{size:A4 {lies};margin:16mm 12mm 14mm;"
        + "".join(f"@{place}{{content:{content};{_MARGIN}}}" for place, content in boxes.items())
        + f"}}@media print{{[data-testid=stMainBlockContainer]{{zoom:{zoom}}}"
        + ("" if page in _ON_ONE_SHEET else _STACKED)
        + palette.plotly_in_print()
        + "}"
    )


_MARGIN = f"font:8pt {palette.FONTS};color:#56626b;white-space:nowrap"


def _string(text: str) -> str:
    r"""A text as a CSS string that can end neither itself nor the style element.

    >>> _string('a"</style>')
    '"a\\22 \\3c /style\\3e "'
    """
    return '"' + "".join(c if c not in '"\\<>&\n\r\f' else f"\\{ord(c):x} " for c in text) + '"'
