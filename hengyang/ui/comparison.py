"""What the overview is compared with: an earlier release as readers saw it, or an earlier month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from hengyang import labels, progress
from hengyang.progress import Assessment
from hengyang.remembered import remembered
from hengyang.schema import Language, Tables
from hengyang.ui import loading, selection
from hengyang.ui.view import View


@dataclass(frozen=True)
class Comparison:
    """The earlier state. `name` is its URL form: r23, or 2019-05."""

    name: str
    label: str
    assessment: Assessment


def _options(view: View) -> tuple[str, ...]:
    return _option_names(view.tables, view.as_of, tuple(view.earlier_releases()))


@remembered(16)
def _option_names(tables: Tables, as_of: date, releases: tuple[int, ...]) -> tuple[str, ...]:
    """The releases, the newest first, then the months before as_of; the same objects for all readers, as their labels."""
    months = [day for day in progress.reporting_periods(tables) if day < as_of]
    return (*(f"r{number}" for number in releases), *(f"{day:%Y-%m}" for day in months))


def chosen(view: View) -> Comparison:
    """What the URL says, else as `named` without a name."""
    return named(view, st.query_params.get("against"))


def named(view: View, name: str | None) -> Comparison:
    """The release or month of that name, else the release before this one, else the state itself (nothing changed)."""
    options = _options(view)
    if name not in options:
        name = options[0] if options else f"r{view.tables.release}"
    if name.startswith("r"):
        number = int(name[1:])
        # As readers saw it then: an older release knows nothing of later months.
        seen_until = progress.default_as_of(
            loading.tables(view.tables.workspace, number, view.tables.of_plan)
        )
        assessment = view.at(min(view.as_of, seen_until), number)
    else:
        day = selection.month_end(name)
        assert day is not None  # every option is a month
        assessment = view.at(day)
    return Comparison(name, label(view, name), assessment)


def label(view: View, name: str) -> str:
    """The name as a reader reads it: 版本 23, 2019年5月."""
    if name.startswith("r"):
        return view.say("frame-release-number", number=name[1:])
    return _month(name, view.language)


def _month(name: str, language: Language) -> str:
    day = selection.month_end(name)
    return name if day is None else labels.month(day, language)


@remembered(16)
def _option_labels(names: tuple[str, ...], language: Language) -> dict[str, str]:
    """Option → as the box says it (自版本 23 以来): the same objects for all readers, for each of whom Streamlit keeps them."""
    say = labels.words(language)
    return {
        name: say("overview-against-release", number=name[1:])
        if name.startswith("r")
        else say("overview-against-month", month=_month(name, language))
        for name in names
    }


def choose(view: View, current: Comparison) -> None:
    """The widget that chooses it."""
    options = _options(view)
    if not options:
        return
    st.session_state["overview_against"] = current.name
    st.selectbox(
        view.say("overview-against"),
        options,
        key="overview_against",
        placeholder=view.say("overview-against"),
        format_func=_option_labels(options, view.language).__getitem__,
        label_visibility="collapsed",
        on_change=lambda: st.query_params.update(against=st.session_state["overview_against"]),
    )
