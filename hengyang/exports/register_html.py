"""The register as HTML for sheets: the tables of the workbook, with the columns of it that go on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from hengyang import labels
from hengyang.exports import sheets
from hengyang.exports.light_words import light_colour, light_words
from hengyang.exports.told import Told
from hengyang.exports.workbook_sheets import Cell, Measure, SheetTable, Written
from hengyang.exports.workbook_sums import SumBlock, reported_share, sum_blocks, sum_heads
from hengyang.exports.workbook_tables import (
    about_lights,
    about_lists,
    indicator_table,
    milestone_table,
)
from hengyang.labels import Language
from hengyang.progress.lights import BAR_ORDER

_NOTHING = Markup("")
_LIST_SHARES = (18.0, 52.0, 30.0)


def body(told: Told) -> Markup:
    """Indicators, milestones, sums, method and sources; each begins a sheet."""
    indicators, milestones = indicator_table(told), milestone_table(told)
    stamp, subject = told.content.stamp, told.content.subject
    title = f"{stamp.plan} ({stamp.status})" + (f" · {subject}" if subject else "")
    sums = [
        _sums(told, block)
        for block in sum_blocks(told, _unplaced(indicators), _unplaced(milestones))
    ]
    parts = [
        _register(told, indicators),
        _register(told, milestones),
        _section(told.say("export-sheet-sums"), sums),
        _section(told.say("export-sheet-about"), _about(told)),
    ]
    return Markup('<h1 class="doc-title">{}</h1>{}').format(title, _NOTHING.join(parts))


def shown(cell: Cell, language: Language) -> str:
    """A cell in words, as the workbook's number formats show it.

    >>> shown(Measure(-21.7, "km", 1, is_signed=True), "en"), shown(Measure(62.5, "%"), "en"), shown(None, "en")
    ('-21.7 km', '62.5%', '')
    """
    match cell:
        case None:
            return ""
        case str():
            return cell
        case Measure(value, unit, places, is_signed):
            sign = "+" if is_signed and value > 0 else ""
            gap = "" if unit.startswith("%") or not unit else " "
            return f"{sign}{labels.number(value, language, places)}{gap}{unit}"
        case _:
            return cell.isoformat()


def _unplaced(table: SheetTable) -> Written:
    """For sums that are only read: where the formulas would point is nobody's concern."""
    return Written(table, 0, len(table.rows))


def _register(told: Told, table: SheetTable) -> Markup:
    printed = [at for at, column in enumerate(table.columns) if column.is_printed]
    rows = [[row[at] for at in printed] for row in table.rows]
    count = told.say("export-rows", count=str(len(rows)))
    return _section(
        f"{table.sheet} · {count}",
        [
            _table(
                told,
                [table.columns[at].heading for at in printed],
                [table.columns[at].width for at in printed],
                rows,
            )
        ],
    )


def _sums(told: Told, block: SumBlock) -> Markup:
    lines: list[list[Cell]] = []
    named = [*zip(block.names, ([value for _, value in line] for line in block.sums), strict=True)]
    for name, values in [*named, (told.say("bulletin-total"), block.totals)]:
        line: list[Cell] = [name, *(Measure(float(value), places=0) for value in values)]
        if block.is_reported and values:
            share = reported_share(values[-1], values[-2])
            line.append(None if share is None else Measure(100 * share, "%", 1))
        lines.append(line)
    heads = sum_heads(told, block)
    return _table(told, heads, [26, *(8 for _ in heads[1:])], lines, has_total=True)


def _about(told: Told) -> Iterable[Markup]:
    heads, lights = about_lights(told)
    yield _table(told, heads, _LIST_SHARES, lights)
    for heading, lines in about_lists(told):
        yield _table(told, (heading, ""), (_LIST_SHARES[0], sum(_LIST_SHARES[1:])), lines)


def _section(heading: str, tables: Iterable[Markup]) -> Markup:
    return Markup('<section class="reg-sheet"><h2>{}</h2>{}</section>').format(
        heading, _NOTHING.join(tables)
    )


def _table(
    told: Told,
    heads: Sequence[str],
    widths: Sequence[float],
    rows: Sequence[Sequence[Cell]],
    *,
    has_total: bool = False,
) -> Markup:
    """A table with its heads on every sheet; shares of the width as the workbook has them."""
    colours = {light_words(light, told.language): light_colour(light) for light in BAR_ORDER}
    numeric = {at for row in rows for at, cell in enumerate(row) if isinstance(cell, Measure)}
    head = _NOTHING.join(
        Markup("<th{}>{}</th>").format(_aligned(at, numeric), _lit(heading, colours))
        for at, heading in enumerate(heads)
    )
    lines = []
    for at, row in enumerate(rows):
        cells = _NOTHING.join(
            Markup("<td{}>{}</td>").format(
                _aligned(column, numeric),
                _lit(shown(cell, told.language), colours),
            )
            for column, cell in enumerate([*row, *[None] * (len(heads) - len(row))])
        )
        is_total = has_total and at + 1 == len(rows)
        lines.append(
            Markup("<tr{}>{}</tr>").format(
                Markup(' class="total"') if is_total else _NOTHING, cells
            )
        )
    return Markup(
        '<table class="sheet">{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(sheets.columns(widths), head, _NOTHING.join(lines))


def _aligned(column: int, numeric: set[int]) -> Markup:
    return Markup(' class="number"') if column in numeric else _NOTHING


def _lit(text: str, colours: dict[str, str]) -> Markup:
    """A light's sign and word in its colour."""
    if text in colours:
        return Markup('<b class="lit" style="color:#{}">{}</b>').format(colours[text], text)
    return Markup("{}").format(text)
