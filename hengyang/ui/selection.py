"""What the reader has chosen, kept in the URL alone, so that a link reproduces the view.

Widgets are filled from the selection before they are drawn and write back to the URL when used; every link
inside the app carries the selection along. So there is no second copy that could disagree.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

import streamlit as st

from hengyang.labels import DEFAULT_LANGUAGE
from hengyang.schema import LANGUAGES, Language, Light, Theme

WORKSPACES = ("demo", "official")
#: The choices that narrow what a page lists.
FILTERS = ("theme", "department", "light", "division")
_PLAN = re.compile("[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True)
class Selection:
    """One reader's choices. Empty tuples and None mean: everything, the newest.

    as_of is the last day of the chosen month; release None is the newest one; plan is one of the lake, empty for the
    plan of this repository.
    """

    workspace: str = "demo"
    plan: str = ""
    lang: Language = DEFAULT_LANGUAGE
    as_of: date | None = None
    release: int | None = None
    theme: tuple[str, ...] = ()
    department: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    division: tuple[str, ...] = ()

    @property
    def is_filtered(self) -> bool:
        return bool(self.theme or self.department or self.light or self.division)

    def params(self) -> dict[str, str]:
        """The selection as URL parameters; what stands at its default is left out."""
        parameters = {}
        for item in fields(self):
            value = getattr(self, item.name)
            if value == item.default:
                continue
            if isinstance(value, date):
                parameters[item.name] = value.strftime("%Y-%m")
            elif isinstance(value, tuple):
                parameters[item.name] = ".".join(value)
            else:
                parameters[item.name] = str(value)
        return parameters


def parsed(parameters: Mapping[str, str]) -> Selection:
    """The selection that URL parameters ask for; what they leave out or garble is as in Selection()."""
    found: dict[str, object] = {}
    if parameters.get("workspace") in WORKSPACES:
        found["workspace"] = parameters["workspace"]
    if _PLAN.fullmatch(plan := parameters.get("plan", "")):
        found["plan"] = plan
    if parameters.get("lang") in LANGUAGES:
        found["lang"] = parameters["lang"]
    as_of = month_end(parameters.get("as_of", ""))
    if as_of is not None:
        found["as_of"] = as_of
    release = parameters.get("release", "")
    if release.isascii() and release.isdigit() and len(release) < 9 and int(release) > 0:
        found["release"] = int(release)
    allowed: dict[str, set[str]] = {"theme": set(Theme), "light": set(Light)}
    for name in FILTERS:
        parts = [part for part in parameters.get(name, "").split(".") if part]
        known = allowed.get(name)
        found[name] = tuple(part for part in parts if known is None or part in known)
    return Selection(**found)  # type: ignore[arg-type]


def known(chosen: Selection, **values: Collection[str]) -> Selection:
    """The selection without filter values that are not among those of the plan: known(it, division={...})."""
    kept = {
        name: tuple(part for part in getattr(chosen, name) if part in allowed)
        for name, allowed in values.items()
    }
    return replace(chosen, **kept)  # type: ignore[arg-type]


def ignored(parameters: Mapping[str, str], chosen: Selection) -> tuple[str, ...]:
    """Names of the parameters that ask for more than was understood, in the order of Selection's fields."""
    names = []
    for item in fields(chosen):
        asked, value = parameters.get(item.name, ""), getattr(chosen, item.name)
        if isinstance(value, tuple):
            is_ignored = len([part for part in asked.split(".") if part]) > len(value)
        elif item.name in ("workspace", "plan", "lang"):
            is_ignored = bool(asked) and asked != value
        else:
            is_ignored = bool(asked) and value is None
        if is_ignored:
            names.append(item.name)
    return tuple(names)


def month_end(text: str) -> date | None:
    """2019-05 (or 2019-05-31) as the last day of that month; None when it is no month.

    >>> month_end("2019-02")
    datetime.date(2019, 2, 28)
    """
    try:
        year, month = (int(part) for part in text.split("-")[:2])
        return date(year, month, monthrange(year, month)[1])
    except (ValueError, OverflowError):
        return None


def current() -> Selection:
    """The selection of this run."""
    return parsed(st.query_params.to_dict())


def change(**choices: object) -> None:
    """Change some of the choices (for widget callbacks); other parameters (task, indicator) stay."""
    chosen = replace(current(), **choices)  # type: ignore[arg-type]
    wanted = chosen.params()
    names = {item.name for item in fields(chosen)}
    kept = {name: st.query_params[name] for name in st.query_params if name not in names}
    st.query_params.from_dict({**wanted, **kept})
