"""Sheets of a workbook that people filter, sort and print: head, frozen panes, filter, lights, page set-up."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd
from xlsxwriter.utility import xl_col_to_name

from hengyang import labels
from hengyang.charts.scales import text_width
from hengyang.exports.light_words import light_colour, light_words
from hengyang.exports.register import stamp_line
from hengyang.exports.told import Told
from hengyang.progress.lights import BAR_ORDER

_TITLE, _STAMP, _COUNT, HEAD = range(4)
_FIRST = HEAD + 1
#: How much of a light's colour is in the ground behind its word.
_TINT = 0.13
#: A Chinese character is two of the characters that widths of columns are measured in; a line is so high.
_CHARACTER, _LINE_POINTS = 2.0, 15.0
#: What Excel takes for a header or footer, with room for the page numbers.
_MAX_FOOTER = 200


@dataclass(frozen=True)
class Measure:
    """A number with the unit that its format shows behind it; without `places` as many as it was reported with."""

    value: float
    unit: str = ""
    places: int | None = None
    is_signed: bool = False


Cell = str | Measure | date | None


@dataclass(frozen=True)
class SheetColumn:
    """A column: its name in code, its heading, its width in characters, whether it goes on paper."""

    name: str
    heading: str
    width: float
    is_printed: bool = True


@dataclass(frozen=True)
class SheetTable:
    """One sheet with one table. `light` names the column that holds lights."""

    sheet: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    light: str
    frozen_columns: int


@dataclass(frozen=True)
class Written:
    """Where a table stands, so that formulas can speak of its columns."""

    table: SheetTable
    first: int
    last: int

    def range_of(self, name: str) -> str:
        """The cells of a column, absolute and with their sheet."""
        at = next(i for i, column in enumerate(self.table.columns) if column.name == name)
        letter = xl_col_to_name(at)
        return f"'{self.table.sheet}'!${letter}${self.first + 1}:${letter}${self.last + 1}"

    def values_of(self, name: str) -> list[Cell]:
        """What stands in a column."""
        at = next(i for i, column in enumerate(self.table.columns) if column.name == name)
        return [row[at] for row in self.table.rows]


class Book:
    """A workbook being written. Formats are made once each, for every one is a part of the file."""

    def __init__(self, file: Any, told: Told) -> None:
        self.file, self.told, self.say = file, told, told.say
        self.stamp = told.content.stamp
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self.legend = (
            f"'{self.say('export-sheet-about')}'!$A${HEAD + 2}:$A${HEAD + 1 + len(BAR_ORDER)}"
        )
        title = self.stamp.plan
        file.set_properties({"title": title, "subject": stamp_line(self.stamp), "author": ""})

    def style(self, **properties: Any) -> Any:
        """A format with some properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.file.add_format(properties)
        return self._formats[key]

    @property
    def head_style(self) -> Any:
        return self.style(bold=True, bottom=1, text_wrap=True, valign="top", bg_color="#EEF2F4")

    def sheet(self, name: str) -> Any:
        """A new sheet with its head and its page set-up."""
        sheet = self.file.add_worksheet(name)
        stamp, subject = self.stamp, self.told.content.subject
        title = f"{stamp.plan} ({stamp.status})" + (f" · {subject}" if subject else "")
        sheet.write_string(_TITLE, 0, title, self.style(bold=True, font_size=14))
        colour = "#8A5A00" if stamp.is_demo else "#5B6770"
        sheet.write_string(
            _STAMP, 0, stamp_line(stamp), self.style(font_color=colour, bold=stamp.is_demo)
        )
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        if stamp.is_demo:
            sheet.set_header(f"&C&B{_printed(self.say('frame-demo-long'))}")
        pages = self.say("export-pages", page="&P", pages="&N")
        sheet.set_footer(f"&L&8{_printed(stamp_line(stamp))}&R&8{pages}")
        return sheet

    def write_register(self, table: SheetTable) -> Written:
        """A sheet with a table: frozen heads, a filter, a count of what the filter leaves, lights in colour."""
        sheet = self.sheet(table.sheet)
        last = _FIRST + max(len(table.rows), 1) - 1
        written = Written(table, _FIRST, last)
        widths = [
            max([column.width, *(_width(row[at]) for row in table.rows)])
            for at, column in enumerate(table.columns)
        ]
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        self.write_head(sheet, HEAD, [column.heading for column in table.columns], widths)
        for number, row in enumerate(table.rows, start=_FIRST):
            self.write_row(sheet, number, row, widths)
        shown = self.style(
            num_format=self.say("export-filtered", count="0"), align="left", font_color="#5B6770"
        )
        counted = f"=SUBTOTAL(103,$A${_FIRST + 1}:$A${last + 1})"
        sheet.write_formula(_COUNT, 1, counted, shown, len(table.rows))
        sheet.freeze_panes(_FIRST, table.frozen_columns)
        sheet.autofilter(HEAD, 0, last, len(table.columns) - 1)
        sheet.repeat_rows(HEAD)
        printed = max(at for at, column in enumerate(table.columns) if column.is_printed)
        sheet.print_area(0, 0, last, printed)
        light = next(i for i, column in enumerate(table.columns) if column.name == table.light)
        self.light_up(sheet, _FIRST, light, last, light)
        sheet.data_validation(
            _FIRST, light, last, light,
            {"validate": "list", "source": f"={self.legend}", "error_type": "warning"},
        )  # fmt: skip
        return written

    def light_up(self, sheet: Any, top: int, left: int, bottom: int, right: int) -> None:
        """Colour follows the word: whatever light stands in a cell has that light's colour."""
        for light in BAR_ORDER:
            sheet.conditional_format(
                top, left, bottom, right,
                {
                    "type": "cell",
                    "criteria": "==",
                    "value": f'"{light_words(light, self.told.language)}"',
                    "format": self.style(
                        bold=True,
                        font_color=f"#{light_colour(light)}",
                        bg_color=_tinted(light_colour(light)),
                    ),
                },
            )  # fmt: skip

    def write_head(
        self, sheet: Any, row: int, headings: Sequence[str], widths: Sequence[float]
    ) -> None:
        """The headings of a table."""
        sheet.set_row(row, _height(headings, widths))
        for at, heading in enumerate(headings):
            sheet.write_string(row, at, heading, self.head_style)

    def write_row(
        self, sheet: Any, row: int, cells: Sequence[Cell], widths: Sequence[float]
    ) -> None:
        """A row high enough for its text: not every program makes room by itself."""
        sheet.set_row(row, _height(cells, widths))
        for at, cell in enumerate(cells):
            self.write(sheet, row, at, cell)

    def write(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        """One cell by its kind; nothing where nothing is known."""
        match cell:
            case None:
                sheet.write_blank(row, column, None, self.style(valign="top"))
            case str():
                sheet.write_string(row, column, cell, self.style(text_wrap=True, valign="top"))
            case Measure():
                style = self.style(num_format=number_format(cell), valign="top", align="right")
                sheet.write_number(row, column, cell.value, style)
            case _:
                moment = datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001
                style = self.style(num_format="yyyy-mm-dd", valign="top", align="left")
                sheet.write_datetime(row, column, moment, style)


def number_format(measure: Measure) -> str:
    """Groups of three, the decimals that the number has, its unit as text.

    >>> number_format(Measure(15.6, "km"))
    '#,##0.0" km"'
    >>> number_format(Measure(-21.7, "", 1, is_signed=True))
    '+#,##0.0;-#,##0.0;0.0'
    """
    places = labels.decimals(measure.value) if measure.places is None else measure.places
    number = "#,##0" + ("." + "0" * places if places else "")
    unit = measure.unit.replace('"', "'")
    behind = f'"{unit}"' if unit.startswith("%") else f'" {unit}"' if unit else ""
    if measure.is_signed:
        zero = "0" + ("." + "0" * places if places else "")
        return f"+{number}{behind};-{number}{behind};{zero}{behind}"
    return number + behind


def day_of(value: object) -> date | None:
    """A moment of a frame as a day; None for what is missing."""
    return None if pd.isna(value) else pd.Timestamp(value).date()  # type: ignore[call-overload,arg-type]


def rows_in(columns: Sequence[SheetColumn], records: Sequence[Mapping[str, Cell]]) -> tuple:
    """Records as rows in the order of the columns."""
    return tuple(tuple(record[column.name] for column in columns) for record in records)


def _printed(text: str) -> str:
    """Text for a header or footer, where & begins a code."""
    return text[:_MAX_FOOTER].replace("&", "&&")


def _width(cell: Cell) -> float:
    """How wide a column must be for a number, in characters: a number does not wrap, it turns into ####."""
    if not isinstance(cell, Measure):
        return 0
    shown = labels.number(cell.value, places=cell.places) + " " + cell.unit
    return text_width(shown, _CHARACTER) + 2


def _height(cells: Sequence[Cell], widths: Sequence[float]) -> float:
    """Points that a row needs for its longest text to wrap into."""
    lines = [
        max(math.ceil(text_width(cell, _CHARACTER) / (width - 1)), 1)
        for cell, width in zip(cells, widths, strict=False)
        if isinstance(cell, str)
    ]
    return _LINE_POINTS * max([1, *lines])


def _tinted(colour: str) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "#" + "".join(f"{round(255 - (255 - part) * _TINT):02X}" for part in parts)
