"""The indicator cards of a task page: the chosen indicator wide and first, the others in pairs."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from hengyang.charts import indicator as indicator_charts
from hengyang.ui import board
from hengyang.ui.view import View


def chosen_task(view: View) -> int:
    """The task that the URL names (by number or by one of its indicators), else the first."""
    numbers = [str(number) for number in view.tables.tasks["task"]]
    named = view.param("task", numbers)
    return int(named) if named is not None else 1


def show(view: View, task: int) -> str | None:
    """Draw the cards; returns the chosen indicator when it is one that has a chart."""
    rows = view.tables.indicators[view.tables.indicators["task"] == task]
    ids = list(rows["indicator"])
    if not ids:
        note = "task-no-targets" if task in _without_milestones(view) else "task-only-milestones"
        board.show(
            Markup('<div class="panel"><p class="calm">{}</p></div>').format(view.say(note)),
            key="cards",
        )
        return None
    chosen = view.param("indicator", ids) or _default(view, ids)
    ordered = [chosen, *(one for one in ids if one != chosen)]
    cards = [
        indicator_charts.card(
            one,
            view.assessment,
            view.tables,
            view.language,
            view.link,
            is_wide=one == chosen,
        )
        for one in ordered
    ]
    board.show(Markup('<div class="inds">{}</div>').format(Markup("").join(cards)), key="cards")
    rule = rows.set_index("indicator").loc[chosen, "rule"]
    return chosen if rule != "described" else None


def _default(view: View, ids: list[str]) -> str:
    """The indicator that most needs looking at: the worst gap, else the first with a value, else the first."""
    rows = view.assessment.indicators.set_index("indicator").loc[ids]
    gaps = rows["gap_points"].dropna()
    if len(gaps):
        return str(gaps.idxmin())
    valued = rows.index[rows["actual"].notna()]
    return str(valued[0]) if len(valued) else ids[0]


def _without_milestones(view: View) -> set[int]:
    return set(view.tables.tasks["task"]) - set(view.tables.milestones["task"])
