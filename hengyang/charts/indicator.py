"""One indicator as an HTML card: light, value, chart, why it has this light, what would change it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks, trend
from hengyang.charts.divisions import division_bars_svg
from hengyang.charts.quantities import quantity, target_words
from hengyang.charts.rows import row_of, rows_of
from hengyang.charts.scales import finite
from hengyang.labels import Language, words
from hengyang.progress import Assessment, amounts, division_values, explain
from hengyang.progress.divisions import ADDITIVE
from hengyang.schema import WHOLE_CITY, Tables

Link = Callable[..., str]
_NOTHING = Markup("")


def value_words(row: pd.Series, unit: str, language: Language) -> str:
    """The latest value with its unit, or 未报送: what was not reported is never a number."""
    if pd.isna(row["actual"]):
        return words(language)("light-not_reported")
    return quantity(row["actual"], unit, language)


def card(
    indicator: str,
    assessment: Assessment,
    tables: Tables,
    language: Language,
    link: Link,
    *,
    is_wide: bool = False,
) -> Markup:
    """The card of one indicator. A described one says what it describes and has no chart."""
    say = words(language)
    row = row_of(assessment.indicators, "indicator", indicator)
    target = row_of(tables.indicators, "indicator", indicator)
    unit = target[f"unit_{language}"]
    has_light = not pd.isna(row["light"])
    heading = Markup(
        '<h4>{mark}<a href="{href}">{name}</a>{commitment}<small>{id}</small></h4>'
    ).format(
        mark=marks.light_mark(row["light"], language, size=14, is_stale=bool(row["is_stale"]))
        if has_light
        else _NOTHING,
        href=link("task", task=target["task"], indicator=indicator),
        name=target[f"name_{language}"],
        commitment=_NOTHING
        if row["commitment"] == "firm"
        else Markup(' <i class="tag">{}</i>').format(say(f"commitment-{row['commitment']}")),
        id=indicator,
    )
    if row["rule"] == "described":
        return Markup(
            '<section class="ind" id="{id}">{heading}<p class="v">{target}</p><p class="why">{note}</p></section>'
        ).format(
            id=indicator,
            heading=heading,
            target=target_words(target, language),
            note=say("task-described"),
        )
    told = explain(indicator, tables, assessment.as_of, assessment.thresholds)
    return Markup(
        '<section class="ind{wide}" id="{id}">{heading}<p class="v">{value} <small>{line}</small></p>'
        '{chart}{divisions}{published}<div class="why" id="why-{id}"><p><b>{why}</b> {sentence}</p>'
        "<p><b>{next}</b> {change}</p>{flags}</div></section>"
    ).format(
        wide=" wide" if is_wide else "",
        id=indicator,
        heading=heading,
        value=value_words(row, unit, language),
        line=value_line(row, target, tables, language),
        chart=chart(indicator, assessment, tables, language, is_wide=is_wide),
        divisions=divisions(indicator, tables, assessment.as_of, language) if is_wide else _NOTHING,
        published=published_figures(indicator, tables, assessment.as_of, language),
        why=say("task-why", light=say(f"light-{row['light']}")),
        sentence=told.sentence(language),
        next=say("task-next"),
        change=told.what_would_change(language),
        flags=marks.flag_line(row["flags"], language),
    )


def value_line(row: pd.Series, target: pd.Series, tables: Tables, language: Language) -> str:
    """Expected, target, reference date and who reported it, in one small line."""
    say = words(language)
    parts = []
    if not pd.isna(row["expected_value"]):
        unit = str(target[f"unit_{language}"])
        places = amounts.expected_places(row["expected_value"])
        expected = quantity(row["expected_value"], unit, language, places)
        parts.append(say("task-expected", value=expected))
    parts.append(say("task-target", target=target_words(target, language)))
    if not pd.isna(row["reference_date"]):
        parts.append(say("task-value-of", day=labels.day(row["reference_date"], language)))
    if not pd.isna(row["reported_on"]):
        offices = tables.departments.set_index("department")[f"name_{language}"]
        office = "" if pd.isna(row["department"]) else offices.get(row["department"], "")
        parts.append(
            say("task-reported-by", office=office, day=labels.day(row["reported_on"], language))
        )
    if not pd.isna(row["source"]):
        parts.append(say("task-value-source", source=row["source"]))
    return " · ".join(parts)


def chart(
    indicator: str,
    assessment: Assessment,
    tables: Tables,
    language: Language,
    *,
    is_wide: bool = False,
    is_small: bool = False,
) -> Markup:
    """The indicator's trend: values, expected path, target, forecast, and figures that don't compare.

    Wide for a card of its own, small for one of many side by side.
    """
    row = row_of(assessment.indicators, "indicator", indicator)
    target = row_of(tables.indicators, "indicator", indicator)
    return trend.trend_svg(
        row=row,
        target=target,
        history=assessment.curves.history(indicator),
        path=assessment.curves.path(indicator),
        others=other_figures(indicator, tables, assessment.as_of),
        as_of=assessment.as_of,
        language=language,
        width=760 if is_wide else 310 if is_small else 370,
        height=230 if is_wide else 160 if is_small else 170,
    )


def other_figures(indicator: str, tables: Tables, as_of: date) -> pd.DataFrame:
    """Published figures that do not answer the target: shown beside the line, never lighting it."""
    rows = tables.observations
    return rows[
        (rows["indicator"] == indicator)
        & (rows["division"] == WHOLE_CITY)
        & (rows["comparability"] != "same")
        & (rows["reference_date"] <= pd.Timestamp(as_of))
    ]


def published_figures(indicator: str, tables: Tables, as_of: date, language: Language) -> Markup:
    """The real figures behind the chart with their sources and sentences; nothing where none is quoted."""
    say = words(language)
    rows = tables.observations
    rows = rows[
        (rows["indicator"] == indicator)
        & rows["quote_zh"].notna()
        & (rows["reference_date"] <= pd.Timestamp(as_of))
    ]
    if rows.empty:
        return _NOTHING
    unit = row_of(tables.indicators, "indicator", indicator)[f"unit_{language}"]
    items = [
        Markup(
            '<li><b>{day}</b> {value} <i class="tag">{comparability}</i>'
            '<q lang="zh-CN">{quote}</q><small>{source}</small></li>'
        ).format(
            day=labels.day(row.reference_date, language),
            value=quantity(row.value, unit, language),
            comparability=say(f"comparability-{row.comparability}"),
            quote=row.quote_zh,
            source=row.source,
        )
        for row in rows_of(rows.sort_values("reference_date"))
    ]
    return Markup('<div class="published"><p><b>{}</b></p><ul>{}</ul></div>').format(
        say("task-published"), _NOTHING.join(items)
    )


def divisions(indicator: str, tables: Tables, as_of: date, language: Language) -> Markup:
    """The newest breakdown by county-level division, held against the city's figure; nothing without one."""
    found = division_values(tables, as_of)
    found = found[found["indicator"] == indicator]
    if found.empty:
        return _NOTHING
    target = row_of(tables.indicators, "indicator", indicator)
    named = found.merge(tables.divisions, on="division")
    return division_bars_svg(
        named.rename(columns={f"name_{language}": "name"})[["division", "name", "value"]],
        city_value=finite(found["city_value"].iloc[0]),
        is_additive=target["rule"] in ADDITIVE,
        unit=target[f"unit_{language}"],
        reference_date=found["reference_date"].iloc[0],
        language=language,
    )
