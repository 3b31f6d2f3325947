"""The indicator cards of a task page: the chosen indicator wide and first, the others in pairs."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from hengyang.charts import indicator as indicator_charts
from hengyang.charts import task
from hengyang.ui import board, heading
from hengyang.ui.view import View


def chosen_task(view: View) -> int:
    """The task that the URL names (by number or by one of its indicators), else the first."""
    numbers = [str(number) for number in (task.WHOLE_PLAN, *view.tables.tasks["task"])]
    subjects = dict(
        zip(view.tables.indicators["indicator"], view.tables.indicators["task"], strict=True)
    ) | dict(zip(view.tables.milestones["milestone"], view.tables.milestones["task"], strict=True))
    named = view.param("task", numbers)
    subject = view.param("indicator", list(subjects))
    number = int(named if named is not None else subjects.get(subject, 1))
    there = {subject for subject, task_number in subjects.items() if task_number == number}
    heading.note_unknown(view, task=numbers, indicator=there)
    return number


def is_without_numbers(view: View, number: int) -> bool:
    """Whether the milestones take the place of indicators: the whole plan, and tasks without any."""
    return number == task.WHOLE_PLAN or number not in set(view.tables.indicators["task"])


def show(view: View, number: int) -> str | None:
    """Draw the cards; returns the chosen indicator when it is one that has a chart.

    A task without numbers shows its milestones instead; one without either says so.
    """
    rows = view.tables.indicators[view.tables.indicators["task"] == number]
    ids = list(rows["indicator"])
    if is_without_numbers(view, number):
        board.show(_without_numbers(view, number, ids), key="cards", place=place(view))
        return None
    chosen = view.param("indicator", ids) or _default(view, ids)
    ordered = [chosen, *(one for one in ids if one != chosen)]
    cards = [_card(view, one, is_wide=one == chosen) for one in ordered]
    board.show(
        Markup('<div class="inds">{}</div>').format(Markup("").join(cards)),
        key="cards",
        place=place(view),
    )
    rule = rows.set_index("indicator").loc[chosen, "rule"]
    return chosen if rule != "described" else None


def _card(view: View, indicator: str, *, is_wide: bool) -> Markup:
    return indicator_charts.card(
        indicator, view.assessment, view.tables, view.language, view.link, is_wide=is_wide
    )


def _without_numbers(view: View, number: int, described: list[str]) -> Markup:
    cards = task.milestone_cards(number, view.assessment, view.tables, view.language)
    if number in set(view.tables.milestones["task"]):
        note = view.say("task-only-milestones") if number else ""
    else:
        note = view.say("task-no-targets")
    parts = [Markup('<p class="note">{}</p>').format(note)] if note else []
    parts += [cards]
    if described:
        inner = Markup("").join(_card(view, one, is_wide=False) for one in described)
        parts.append(Markup('<div class="inds">{}</div>').format(inner))
    return Markup("").join(parts)


def _default(view: View, ids: list[str]) -> str:
    """The indicator that most needs looking at: the worst gap, else the first with a value, else the first."""
    rows = view.assessment.indicators.set_index("indicator").loc[ids]
    gaps = rows["gap_points"].dropna()
    if len(gaps):
        return str(gaps.idxmin())
    valued = rows.index[rows["actual"].notna()]
    return str(valued[0]) if len(valued) else ids[0]


def place(view: View) -> str | None:
    """The part of the page that a link asked for: why the light, or the sentence in the notice."""
    section = view.param("section", ["why", "source"])
    subject = st.query_params.get("indicator", "")
    if section == "why" and "-M" not in subject:
        return f"why-{subject}"
    return subject if section == "why" else section
