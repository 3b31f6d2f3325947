"""The one chart that people explore: zoomable, with its table twin; loaded only when asked for."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from hengyang import progress
from hengyang.charts.indicator import other_figures
from hengyang.charts.quantities import finding
from hengyang.charts.rows import row_of
from hengyang.progress import Assessment
from hengyang.ui import board
from hengyang.ui.view import View


def show(view: View, indicator: str) -> None:
    """A switch; under it, when on, the explorable chart of the indicator and its values as a table."""
    if not st.toggle(view.say("task-explore"), key="task_explore"):
        return
    # plotly is half a second of import and megabytes in the browser: only for who asks
    from hengyang.charts import figures, tables

    row = row_of(view.assessment.indicators, "indicator", indicator)
    target = row_of(view.tables.indicators, "indicator", indicator)
    history = progress.history(indicator, view.tables, view.as_of)
    figure = figures.trend_figure(
        row=row,
        target=target,
        history=history,
        path=progress.path(indicator, view.tables, view.as_of, view.assessment.thresholds),
        others=other_figures(indicator, view.tables, view.as_of),
        as_of=view.as_of,
        language=view.language,
        mode=_mode(),
        is_demo=view.is_demo,
    )
    st.plotly_chart(
        figure,
        key="task_explorer",
        theme=None,
        config=figures.PLOTLY_CONFIG,
        alt=finding(row, target, view.language),
    )
    board.show(
        tables.history_table(
            history,
            target[f"unit_{view.language}"],
            view.language,
            caption=view.say("task-explore-caption", name=target[f"name_{view.language}"]),
        ),
        key="task_values",
    )


def show_theme(view: View, theme: str, assessment: Assessment) -> None:
    """A switch; under it, when on, every gap of the theme in one explorable chart."""
    if not st.toggle(view.say("theme-explore"), key="theme_explore"):
        return
    from hengyang.charts import figures

    rows = assessment.counted[assessment.counted["theme"] == theme]
    st.plotly_chart(
        figures.gap_figure(
            rows,
            names=view.tables.indicators.set_index("indicator")[f"name_{view.language}"],
            language=view.language,
            mode=_mode(),
            is_demo=view.is_demo,
        ),
        key="theme_explorer",
        theme=None,
        config=figures.PLOTLY_CONFIG,
        alt=view.say("theme-gap-caption"),
    )


def _mode() -> Literal["light", "dark"]:
    """The reader's theme. Until the browser has told it, light: the figure brings its own ground, so it reads on both."""
    return "dark" if st.context.theme.type == "dark" else "light"
