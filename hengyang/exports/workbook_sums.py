"""The sheet of sums: formulas that follow the register when somebody changes it, with the values they have today."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from hengyang.exports.light_words import light_words
from hengyang.exports.told import Told
from hengyang.exports.workbook_sheets import HEAD, Book, Cell, Written
from hengyang.progress.lights import BAR_ORDER
from hengyang.schema import Light

#: A formula and the value that it has today.
Sum = tuple[str, int]
_FIRST_LIGHT = 2
_DUE = _FIRST_LIGHT + len(BAR_ORDER)
_REPORTED, _SHARE = _DUE + 1, _DUE + 2
_WIDTHS = (44, *(12 for _ in range(_SHARE)))


@dataclass(frozen=True)
class SumBlock:
    """A table of sums: the row of its head in the sheet, its name, a line of sums for each name.

    The last two sums of a line that `is_reported` are how many were due and how many of those reported.
    """

    top: int
    heading: str
    names: tuple[str, ...]
    sums: tuple[tuple[Sum, ...], ...]
    is_reported: bool = True

    @property
    def total_row(self) -> int:
        return self.top + len(self.names) + 1

    @property
    def totals(self) -> list[int]:
        """Column by column; none where nothing stands."""
        return [sum(value for _, value in column) for column in zip(*self.sums, strict=True)]


def sum_blocks(told: Told, indicators: Written, milestones: Written) -> tuple[SumBlock, ...]:
    """Indicators by theme and by department listed first, milestones by theme."""
    say = told.say
    themes = list(told.tables.themes.sort_values("order")[f"name_{told.language}"])
    blocks: list[SumBlock] = []
    row = HEAD
    for by, known in (("theme", themes), ("department", told.leads_of(told.task_names))):
        names = _present(known, indicators.values_of(by))
        sums = tuple(
            tuple(_indicator_sums(told, indicators, by, name, row + 1 + at))
            for at, name in enumerate(names)
        )
        blocks.append(SumBlock(row, say(f"export-sums-{by}"), names, sums))
        row = blocks[-1].total_row + 2
    names = _present([*themes, say("export-whole-plan")], milestones.values_of("theme"))
    sums = tuple(
        tuple(_milestone_sums(told, milestones, name, row + 1 + at))
        for at, name in enumerate(names)
    )
    blocks.append(SumBlock(row, say("export-sums-milestones"), names, sums, is_reported=False))
    return tuple(blocks)


def sum_heads(told: Told, block: SumBlock) -> list[str]:
    """The headings of a table of sums: its name, count, each light, and what was due and reported."""
    heads = [block.heading, told.say("export-sums-count")]
    heads += [light_words(light, told.language) for light in BAR_ORDER]
    if block.is_reported:
        heads += [told.say(f"export-sums-{key}") for key in ("due", "reported", "share")]
    return heads


def reported_share(reported: int, due: int) -> float | None:
    """Of what was due, 0 to 1, rounded down to a tenth of a percent like every share: 99.96 % never reads 100.

    None when nothing was due.

    >>> reported_share(9996, 10000)
    0.999
    """
    return math.floor(1000 * reported / due + 1e-9) / 1000 if due else None


def write_sums(book: Book, indicators: Written, milestones: Written) -> None:
    """All tables of sums on one sheet, each with its total."""
    sheet = book.sheet(book.say("export-sheet-sums"))
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.freeze_panes(0, 1)
    for block in sum_blocks(book.told, indicators, milestones):
        _write_block(book, sheet, block)


def _present(names: Sequence[str], values: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(name for name in names if name in values)


def _indicator_sums(told: Told, table: Written, by: str, name: str, row: int) -> list[Sum]:
    """Counted, each light, due, reported: of one theme or department, whose name stands in the row."""
    yes, words = told.say("export-yes"), [light_words(one, told.language) for one in BAR_ORDER]
    group, counted, light, due = (
        table.range_of(column) for column in (by, "is_counted", "light", "is_due")
    )
    mine = [
        (word, is_due == yes)
        for of, is_counted, word, is_due in zip(
            *(table.values_of(column) for column in (by, "is_counted", "light", "is_due")),
            strict=True,
        )
        if of == name and is_counted == yes
    ]
    its = f'COUNTIFS({group},$A{row + 1},{counted},"{yes}"'
    of_due = f'{its},{due},"{yes}"'
    silent = [light_words(one, told.language) for one in (Light.NOT_REPORTED, Light.NOT_DUE)]
    unsaid = sum(is_due and word in silent for word, is_due in mine)
    all_due = sum(is_due for _, is_due in mine)
    less = "".join(f'-{of_due},{light},"{word}")' for word in silent)
    return [
        (f"={its})", len(mine)),
        *((f'={its},{light},"{word}")', sum(one == word for one, _ in mine)) for word in words),
        (f"={of_due})", all_due),
        (f"={of_due}){less}", all_due - unsaid),
    ]


def _milestone_sums(told: Told, table: Written, name: str, row: int) -> list[Sum]:
    """All, and each light, of one theme, whose name stands in the row."""
    group, light = table.range_of("theme"), table.range_of("light")
    mine = [
        word
        for of, word in zip(table.values_of("theme"), table.values_of("light"), strict=True)
        if of == name
    ]
    its = f"COUNTIFS({group},$A{row + 1}"
    words = [light_words(one, told.language) for one in BAR_ORDER]
    return [
        (f"={its})", len(mine)),
        *((f'={its},{light},"{word}")', mine.count(word)) for word in words),
    ]


def _write_block(book: Book, sheet: Any, block: SumBlock) -> None:
    """A head, a row for each name, a total."""
    top, last = block.top, block.total_row - 1
    book.write_head(sheet, top, sum_heads(book.told, block), _WIDTHS)
    book.light_up(sheet, top, _FIRST_LIGHT, top, _DUE - 1)
    for row, (name, line) in enumerate(zip(block.names, block.sums, strict=True), start=top + 1):
        book.write_row(sheet, row, [name], _WIDTHS)
        number = book.style(num_format="0", align="right")
        for at, (formula, value) in enumerate(line, start=1):
            sheet.write_formula(row, at, formula, number, value)
        if block.is_reported:
            _share(book, sheet, row, line[-1][1], line[-2][1])
    bold = book.style(bold=True, top=1, num_format="0", align="right")
    sheet.write_string(last + 1, 0, book.say("bulletin-total"), book.style(bold=True, top=1))
    totals = block.totals
    for at, total in enumerate(totals, start=1):
        span = f"{xl_rowcol_to_cell(top + 1, at)}:{xl_rowcol_to_cell(last, at)}"
        sheet.write_formula(last + 1, at, f"=SUM({span})", bold, total)
    if block.is_reported and totals:
        _share(book, sheet, last + 1, totals[-1], totals[-2])


def _share(book: Book, sheet: Any, row: int, reported: int, due: int) -> None:
    of, all_due = xl_rowcol_to_cell(row, _REPORTED), xl_rowcol_to_cell(row, _DUE)
    formula = f'=IF({all_due}=0,"",ROUNDDOWN({of}/{all_due},3))'
    share = reported_share(reported, due)
    style = book.style(num_format="0.0%", align="right")
    sheet.write_formula(row, _SHARE, formula, style, "" if share is None else share)
