"""Links inside the app: each carries the selection, so that it can be opened, copied and sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from hengyang.ui.selection import Selection

#: url path → file, in the order of the menu; the first is the one that opens.
PAGES: dict[str, str] = {
    "overview": "pages/overview.py",
    "theme": "pages/theme.py",
    "task": "pages/task.py",
    "indicators": "pages/indicators.py",
    "projects": "pages/projects.py",
    "departments": "pages/departments.py",
    "upload": "pages/upload.py",
    "present": "pages/present.py",
    "cases": "pages/cases.py",
    "consultation": "pages/consultation.py",
    "safeguards": "pages/safeguards.py",
    "assessment": "pages/assessment.py",
    "reporting": "pages/reporting.py",
    "review": "pages/review.py",
    "map": "pages/map.py",
    "roadmap": "pages/roadmap.py",
    "compare": "pages/compare.py",
    "history": "pages/history.py",
    "method": "pages/method.py",
}
#: Pages that stand in the header themselves; the others open under 更多, so that the header stays one line.
IN_THE_HEADER = (
    "overview",
    "theme",
    "task",
    "indicators",
    "projects",
    "departments",
    "present",
    "upload",
)
#: Parameters of a single page, beside those of the selection.
OWN_PARAMS = (
    *("task", "indicator", "office", "show", "against", "sort", "q", "section"),
    *("from", "to", "cell", "known_on"),
    *("proposal", "case"),
    *("on", "reply"),
    *("project", "stage", "batch", "leaf"),
    "place",
    *("open", "all"),
    "weights",
    *("edition", "deck", "slide", "wall"),
)


def parameters(selection: Selection, **own: object) -> dict[str, str]:
    """The URL parameters of a link: the selection, with `own` over it (own may also change the selection)."""
    changed = {name: value for name, value in own.items() if name not in OWN_PARAMS}
    extra = {name: str(own[name]) for name in OWN_PARAMS if own.get(name) not in (None, "")}
    return {**replace(selection, **changed).params(), **extra}  # type: ignore[arg-type]


def href(page: str, selection: Selection, **own: object) -> str:
    """A relative address of a page in the app, for an <a> that works in a new tab too."""
    query = urlencode(parameters(selection, **own), quote_via=quote)
    # The opening page lives at the root: Streamlit knows it by both paths, but only the root survives a reload.
    path = "./" if page == next(iter(PAGES)) else page
    return f"{path}?{query}" if query else path


@dataclass(frozen=True)
class Addresses:
    """addresses("task", task=5) is an address that keeps the selection; equal for equal selections."""

    selection: Selection

    def __call__(self, page: str, **own: object) -> str:
        return href(page, self.selection, **own)


def target(address: str) -> tuple[str, dict[str, str]] | None:
    """Page file and parameters of an address that `href` made; None for anything else."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    page = parts.path.strip("./") or next(iter(PAGES))
    if page not in PAGES:
        return None
    known = {*OWN_PARAMS, *Selection.__dataclass_fields__}
    return PAGES[page], {name: value for name, value in parse_qsl(parts.query) if name in known}
