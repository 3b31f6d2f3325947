"""The sheet of sums: formulas that follow the register when somebody changes it, with the values they have today."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from hengyang.charts.marks import BAR_ORDER
from hengyang.exports.light_words import light_words
from hengyang.exports.workbook_sheets import HEAD, Book, Cell, Written
from hengyang.schema import Light

#: A formula and the value that it has today.
Sum = tuple[str, int]
_FIRST_LIGHT = 2
_DUE = _FIRST_LIGHT + len(BAR_ORDER)
_REPORTED, _SHARE = _DUE + 1, _DUE + 2
_WIDTHS = (44, *(12 for _ in range(_SHARE)))


def write_sums(book: Book, indicators: Written, milestones: Written) -> None:
    """Indicators by theme and by department listed first, milestones by theme; each with its total."""
    told, say = book.told, book.say
    sheet = book.sheet(say("export-sheet-sums"))
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.freeze_panes(0, 1)
    themes = list(told.tables.themes.sort_values("order")[f"name_{told.language}"])
    offices = told.leads_of(told.task_names)
    row = HEAD
    for by, names in (("theme", themes), ("department", offices)):
        present = _present(names, indicators.values_of(by))
        sums = [
            _indicator_sums(book, indicators, by, name, row + 1 + at)
            for at, name in enumerate(present)
        ]
        row = 2 + _block(book, sheet, row, say(f"export-sums-{by}"), present, sums)
    present = _present([*themes, say("export-whole-plan")], milestones.values_of("theme"))
    sums = [
        _milestone_sums(book, milestones, name, row + 1 + at) for at, name in enumerate(present)
    ]
    _block(book, sheet, row, say("export-sums-milestones"), present, sums, is_reported=False)


def _present(names: Sequence[str], values: Sequence[Cell]) -> list[str]:
    return [name for name in names if name in values]


def _indicator_sums(book: Book, table: Written, by: str, name: str, row: int) -> list[Sum]:
    """Counted, each light, due, reported: of one theme or department, whose name stands in the row."""
    yes, words = book.say("export-yes"), [light_words(one, book.told.language) for one in BAR_ORDER]
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
    silent = [light_words(one, book.told.language) for one in (Light.NOT_REPORTED, Light.NOT_DUE)]
    unsaid = sum(is_due and word in silent for word, is_due in mine)
    all_due = sum(is_due for _, is_due in mine)
    less = "".join(f'-{of_due},{light},"{word}")' for word in silent)
    return [
        (f"={its})", len(mine)),
        *((f'={its},{light},"{word}")', sum(one == word for one, _ in mine)) for word in words),
        (f"={of_due})", all_due),
        (f"={of_due}){less}", all_due - unsaid),
    ]


def _milestone_sums(book: Book, table: Written, name: str, row: int) -> list[Sum]:
    """All, and each light, of one theme, whose name stands in the row."""
    group, light = table.range_of("theme"), table.range_of("light")
    mine = [
        word
        for of, word in zip(table.values_of("theme"), table.values_of("light"), strict=True)
        if of == name
    ]
    its = f"COUNTIFS({group},$A{row + 1}"
    words = [light_words(one, book.told.language) for one in BAR_ORDER]
    return [
        (f"={its})", len(mine)),
        *((f'={its},{light},"{word}")', mine.count(word)) for word in words),
    ]


def _block(
    book: Book,
    sheet: Any,
    top: int,
    heading: str,
    names: Sequence[str],
    sums: Sequence[Sequence[Sum]],
    *,
    is_reported: bool = True,
) -> int:
    """A head, a row for each name, a total; returns the row of the total."""
    say = book.say
    heads = [heading, say("export-sums-count")]
    heads += [light_words(light, book.told.language) for light in BAR_ORDER]
    if is_reported:
        heads += [say(f"export-sums-{key}") for key in ("due", "reported", "share")]
    book.write_head(sheet, top, heads, _WIDTHS)
    book.light_up(sheet, top, _FIRST_LIGHT, top, _DUE - 1)
    for row, (name, line) in enumerate(zip(names, sums, strict=True), start=top + 1):
        book.write_row(sheet, row, [name], _WIDTHS)
        number = book.style(num_format="0", align="right")
        for at, (formula, value) in enumerate(line, start=1):
            sheet.write_formula(row, at, formula, number, value)
        if is_reported:
            _share(book, sheet, row, line[-1][1], line[-2][1])
    last = top + len(names)
    bold = book.style(bold=True, top=1, num_format="0", align="right")
    sheet.write_string(last + 1, 0, say("bulletin-total"), book.style(bold=True, top=1))
    totals = [sum(value for _, value in column) for column in zip(*sums, strict=True)]
    for at, total in enumerate(totals, start=1):
        span = f"{xl_rowcol_to_cell(top + 1, at)}:{xl_rowcol_to_cell(last, at)}"
        sheet.write_formula(last + 1, at, f"=SUM({span})", bold, total)
    if is_reported and totals:
        _share(book, sheet, last + 1, totals[-1], totals[-2])
    return last + 1


def _share(book: Book, sheet: Any, row: int, reported: int, due: int) -> None:
    """Rounded down, like every share: 99.96 % never reads 100."""
    of, all_due = xl_rowcol_to_cell(row, _REPORTED), xl_rowcol_to_cell(row, _DUE)
    formula = f'=IF({all_due}=0,"",ROUNDDOWN({of}/{all_due},3))'
    value = math.floor(1000 * reported / due + 1e-9) / 1000 if due else ""
    sheet.write_formula(row, _SHARE, formula, book.style(num_format="0.0%", align="right"), value)
