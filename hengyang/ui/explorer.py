"""The one chart that people explore: zoomable, with its table twin; loaded only when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar

import streamlit as st

from hengyang import labels, progress
from hengyang.charts.indicator import other_figures
from hengyang.charts.quantities import finding
from hengyang.charts.rows import row_of
from hengyang.exports import sheets
from hengyang.progress import Assessment
from hengyang.ui import board, paper
from hengyang.ui.view import View

_Kind = TypeVar("_Kind", bound=str)


def show(view: View, indicator: str) -> None:
    """A switch; under it, when on, the explorable chart of the indicator and its values as a table."""
    if not st.toggle(view.say("task-explore"), key="task_explore"):
        return
    # plotly is half a second of import and megabytes in the browser: only for who asks
    from hengyang.charts import figures, figures_download, tables

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
    name = f"{indicator}_{target[f'name_{view.language}']}"
    kind = _picture_kind(view, figures_download.PICTURE_KINDS, "task_picture")
    figures_download.stamped(figure, _stamp(view), _mode())
    st.plotly_chart(
        figure,
        key="task_explorer",
        theme=None,
        config=figures_download.config(figure, _named(view, name), kind, view.language),
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
    from hengyang.charts import figures, figures_download

    rows = assessment.counted[assessment.counted["theme"] == theme]
    figure = figures.gap_figure(
        rows,
        names=view.tables.indicators.set_index("indicator")[f"name_{view.language}"],
        language=view.language,
        mode=_mode(),
        is_demo=view.is_demo,
    )
    themes = view.tables.themes.set_index("theme")
    kind = _picture_kind(view, figures_download.PICTURE_KINDS, "theme_picture")
    figures_download.stamped(figure, _stamp(view), _mode())
    st.plotly_chart(
        figure,
        key="theme_explorer",
        theme=None,
        config=figures_download.config(
            figure,
            _named(view, str(themes.loc[theme, f"name_{view.language}"])),
            kind,
            view.language,
        ),
        alt=view.say("theme-gap-caption"),
    )


def _picture_kind(view: View, kinds: Sequence[_Kind], key: str) -> _Kind:
    """What the button on the chart hands out."""
    chosen: _Kind = st.segmented_control(
        view.say("chart-picture-kind"),
        kinds,
        key=key,
        default=kinds[0],
        required=True,
        format_func=str.upper,
    )
    return chosen


def _stamp(view: View) -> tuple[str, str]:
    """Whose numbers a picture shows, for whoever gets it without the page."""
    stamp, say = paper.stamp(view), view.say
    origin = [
        say("frame-as-of-day", day=labels.day(stamp.as_of, view.language)),
        say("frame-release-number", number=str(stamp.release)),
        say("frame-method", version=str(progress.METHOD_VERSION)),
    ]
    return say("print-plan", plan=stamp.plan, status=stamp.status), " · ".join(origin)


def _named(view: View, what: str) -> str:
    """The name of a picture, without its ending, which plotly gives."""
    return sheets.file_name(paper.stamp(view), what, "").removesuffix(".")


def _mode() -> Literal["light", "dark"]:
    """The reader's theme. Until the browser has told it, light: the figure brings its own ground, so it reads on both."""
    return "dark" if st.context.theme.type == "dark" else "light"
