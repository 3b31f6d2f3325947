"""What a received file would turn in the project register, as HTML: lights of projects, coverage of the targets."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from markupsafe import Markup

from hengyang.charts import marks
from hengyang.charts.quantities import quantity
from hengyang.charts.rows import row_of, rows_of
from hengyang.labels import Language, words
from hengyang.schema import Tables

Link = Callable[..., str]
_SHOWN = 12
_NOTHING = Markup("")


def project_changes(
    flips: pd.DataFrame, covered: pd.DataFrame, tables: Tables, language: Language, link: Link
) -> Markup:
    """Difference.project_flips and coverage_changes; nothing where neither has a row."""
    return _flips(flips, tables, language, link) + _coverage(covered, tables, language, link)


def _flips(flips: pd.DataFrame, tables: Tables, language: Language, link: Link) -> Markup:
    if flips.empty:
        return _NOTHING
    say = words(language)
    projects = tables.projects.set_index("project")
    items = []
    for row in rows_of(flips.head(_SHOWN)):
        own = projects.loc[row.project]
        other = own["name_en"] if language == "en" else None
        items.append(
            Markup('<li>{} → {}<a href="{}">{} {}</a><small>{} {} → {}</small></li>').format(
                marks.light_mark(row.light_before, language),
                marks.light_mark(row.light_after, language),
                link("projects", project=row.project),
                row.project,
                other if isinstance(other, str) else own["name_zh"],
                say(f"project-light-{row.kind}"),
                say(f"light-{row.light_before}"),
                say(f"light-{row.light_after}"),
            )
        )
    return Markup('<h4>{}</h4><ul class="in-projects">{}</ul>{}').format(
        say("intake-project-flips", count=str(len(flips))),
        _NOTHING.join(items),
        Markup('<p class="rest">{}</p>').format(
            say("overview-changes-more", count=str(len(flips) - _SHOWN))
        )
        if len(flips) > _SHOWN
        else _NOTHING,
    )


def _coverage(covered: pd.DataFrame, tables: Tables, language: Language, link: Link) -> Markup:
    if covered.empty:
        return _NOTHING
    say = words(language)
    items = []
    for row in rows_of(covered):
        indicator = row_of(tables.indicators, "indicator", row.indicator)
        unit = str(indicator[f"unit_{language}"])
        before, after = (
            say("history-nothing") if total is None else quantity(total, unit, language)
            for total in (row.total_before, row.total_after)
        )
        state = ("covered" if row.is_covered else "short") if (
            row.is_covered != row.is_covered_before
        ) else "same"  # fmt: skip
        items.append(
            Markup('<li><a href="{}">{} {}</a><small>{}</small></li>').format(
                link("task", task=indicator["task"], indicator=row.indicator),
                row.indicator,
                indicator[f"name_{language}"],
                say(
                    f"intake-coverage-{state}",
                    before=before,
                    after=after,
                    target=quantity(row.target, unit, language),
                ),
            )
        )
    return Markup('<h4>{}</h4><ul class="in-projects">{}</ul>').format(
        say("intake-coverage", count=str(len(covered))), _NOTHING.join(items)
    )
