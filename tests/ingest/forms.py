"""A form that went out, sent back with some of its sheets and rows: reading the whole of it takes most of a test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

import openpyxl

from hengyang.exports.template import HIDDEN_SHEET

HEADER_ROW = 4

#: Heading → what stands under it.
Row = Mapping[str, Any]


class Form:
    """A workbook as it went out; `content` are its bytes."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        book = openpyxl.load_workbook(BytesIO(content), read_only=True)
        self._cells = {page.title: list(page.iter_rows(values_only=True)) for page in book}

    def rows(self, sheet: str) -> list[dict[str, Any]]:
        """The rows of a sheet, in order."""
        heads = self._heads(sheet)
        return [
            dict(zip(heads, row, strict=False))
            for row in self._cells[sheet][HEADER_ROW:]
            if any(row)
        ]

    def row(self, sheet: str, **known: Any) -> dict[str, Any]:
        """The first row of a sheet that says this; nothing where none does."""
        found = (row for row in self.rows(sheet) if known.items() <= row.items())
        return next(found, {})

    def sent_back(self, sheets: Mapping[str, Iterable[Row] | None]) -> bytes:
        """The workbook with these sheets alone and these rows in them, from row 5; None: those that it went out with."""
        book = openpyxl.Workbook(write_only=True)
        for sheet, given in sheets.items():
            heads, page = self._heads(sheet), book.create_sheet(sheet)
            rows = self.rows(sheet) if given is None else list(given)
            strange = {name for row in rows for name in row if name not in heads}
            assert strange == set(), f"{sheet} has no {strange}"
            for line in self._cells[sheet][:HEADER_ROW]:
                page.append(line)
            for row in rows:
                page.append([row.get(head) for head in heads])
        stamp = book.create_sheet(HIDDEN_SHEET)
        for line in self._cells[HIDDEN_SHEET]:
            stamp.append(line)
        stamp.sheet_state = "veryHidden"
        buffer = BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    def _heads(self, sheet: str) -> list[str]:
        return [str(head) for head in self._cells[sheet][HEADER_ROW - 1] if head is not None]
