"""Plain HTML tables: what a chart shows, as numbers that can be read out, copied and sorted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.scales import as_day, finite
from hengyang.labels import Language, words

_NOTHING = Markup("")


@dataclass(frozen=True)
class TableColumn:
    """A column: its key in the rows, its heading, and whether its cells are numbers (right-aligned)."""

    key: str
    heading: str
    is_numeric: bool = False
    is_sortable: bool = False


def html_table(
    rows: Iterable[Mapping[str, object]],
    columns: Sequence[TableColumn],
    language: Language,
    *,
    caption: str,
) -> Markup:
    """An accessible table with a caption; the first column heads its row.

    A cell that is Markup stands as it is, a number is written in the language, a missing one is a dash;
    everything else is escaped. `(shown, value)` gives a sortable cell the value that it sorts by.
    """
    say = words(language)
    heads = []
    for column in columns:
        heading: str | Markup = column.heading
        if column.is_sortable:
            heading = Markup(
                '<button type="button" data-sort="{}" aria-label="{}">{}</button>'
            ).format(column.key, say("chart-sort", column=column.heading), column.heading)
        heads.append(
            Markup('<th scope="col"{}>{}</th>').format(_numeric(column.is_numeric), heading)
        )
    body = []
    for row in rows:
        cells = [
            _cell(row.get(column.key), column, language, is_head=at == 0)
            for at, column in enumerate(columns)
        ]
        body.append(Markup("<tr>{}</tr>").format(_NOTHING.join(cells)))
    if not body:
        body.append(
            Markup('<tr><td colspan="{}">{}</td></tr>').format(len(columns), say("chart-no-rows"))
        )
    return Markup(
        '<div class="tw"><table class="tt"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(caption, _NOTHING.join(heads), _NOTHING.join(body))


def history_table(history: pd.DataFrame, unit: str, language: Language, *, caption: str) -> Markup:
    """The values behind a trend, newest first: day, value with its unit, when it was reported, source.

    history: reference_date, value, reported_on, source.
    """
    say = words(language)
    columns = [
        TableColumn("reference_date", say("chart-day")),
        TableColumn("value", f"{say('chart-value')} ({unit})", is_numeric=True),
        TableColumn("reported_on", say("chart-reported-on")),
        TableColumn("source", say("chart-source")),
    ]
    newest_first = history.sort_values("reference_date", ascending=False)
    rows = []
    for row in newest_first.to_dict("records"):
        days = {key: as_day(row.get(key)) for key in ("reference_date", "reported_on")}
        rows.append(
            {
                "value": row["value"],
                "source": row.get("source"),
                **{key: day and labels.day(day, language) for key, day in days.items()},
            }
        )
    return html_table(rows, columns, language, caption=caption)


def _numeric(is_numeric: bool) -> Markup:
    return Markup(' class="num"') if is_numeric else _NOTHING


def _cell(value: object, column: TableColumn, language: Language, *, is_head: bool) -> Markup:
    shown, key = value if isinstance(value, tuple) else (value, None)
    if not isinstance(shown, Markup):
        shown = _shown(shown, language)
    sort_value = Markup(' data-value="{}"').format(key) if key is not None else _NOTHING
    template = '<th scope="row"{}{}>{}</th>' if is_head else "<td{}{}>{}</td>"
    return Markup(template).format(_numeric(column.is_numeric), sort_value, shown)


def _shown(value: object, language: Language) -> str:
    if value is None or value is pd.NA or value is pd.NaT:
        return "–"
    if isinstance(value, (bool, str)):
        return str(value)
    number = finite(value)
    if number is not None:
        return labels.number(number, language)
    return "–" if isinstance(value, float) else str(value)
