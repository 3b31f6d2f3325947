"""Thresholds tried, as HTML: which lights would change. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from markupsafe import Markup

from hengyang.charts import marks
from hengyang.charts.method import signed, table
from hengyang.charts.rows import rows_of
from hengyang.labels import Language, words
from hengyang.progress import Assessment, Thresholds, light_counts
from hengyang.progress.needs import names
from hengyang.schema import Tables

Link = Callable[..., str]
_NOTHING = Markup("")


def is_possible(thresholds: Thresholds) -> bool:
    """Whether red begins further from the path than yellow, as it has to."""
    return 0 <= thresholds.behind_points < thresholds.far_behind_points


def before_and_after(before: Assessment, after: Assessment, language: Language) -> Markup:
    """The counts of lights under the method's thresholds and under those tried, one bar over the other."""
    say = words(language)
    rows = [
        Markup(
            '<div class="me-bar"><b>{name}</b>{bar}<span class="leg">{legend}</span><small>{stale}</small></div>'
        ).format(
            name=say(key),
            bar=marks.counts_bar(light_counts(assessment.counted), language),
            legend=marks.counts_legend(light_counts(assessment.counted), language),
            stale=say("method-try-stale", count=str(int(assessment.counted["is_stale"].sum()))),
        )
        for key, assessment in (("method-try-before", before), ("method-try-after", after))
    ]
    return Markup('<div class="panel">{}</div>').format(_NOTHING.join(rows))


def changes_table(
    changes: pd.DataFrame, after: Assessment, tables: Tables, language: Language, link: Link
) -> Markup:
    """Every light that would change: before → after, with the distance that decides.

    changes: as progress.changes gives them.
    """
    say = words(language)
    if changes.empty:
        return Markup('<div class="panel"><p class="calm">{}</p></div>').format(
            say("method-try-no-change")
        )
    name_of = names(tables, language)
    gaps = after.indicators.set_index("indicator")["gap_points"]
    rows = []
    for row in rows_of(changes):
        gap = gaps.get(row.subject)
        rows.append(
            Markup(
                '<tr><td>{change}</td><td><a href="{href}">{subject} {name}</a></td>'
                '<td class="me-l">{before}</td><td class="me-l">{after}</td><td class="num">{gap}</td></tr>'
            ).format(
                change=marks.change_mark(row.change, language),
                href=link("task", task=row.task, indicator=row.subject),
                subject=row.subject,
                name=name_of[row.subject],
                before=_light(row.light_before, language),
                after=_light(row.light_after, language),
                gap=_NOTHING
                if gap is None or pd.isna(gap)
                else say("register-points", gap=signed(float(gap), language)),
            )
        )
    heads = [say(f"method-try-{name}") for name in ("change", "indicator", "was", "would", "gap")]
    return table(
        say("method-try-caption", count=str(len(changes))), heads, rows, kind="me-try", numeric=4
    )


def _light(light: str, language: Language) -> Markup:
    return Markup("{}{}").format(
        marks.light_mark(light, language, size=13), words(language)(f"light-{light}")
    )
