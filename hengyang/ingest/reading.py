"""Bytes → sheets of cells, each at its place in their file. Libraries read the formats; nothing is run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from hengyang.errors import UploadRejected
from hengyang.ingest.cells import CellValue
from hengyang.ingest.kinds import Kind, kind_of
from hengyang.ingest.limits import Limits
from hengyang.ingest.vocabulary import vocabulary
from hengyang.labels import Language, words

Place = tuple[int, int]  # row and column, both from 1


@dataclass(frozen=True)
class Note:
    """Something about a file that is worth telling and stops nothing; `code` is the message ingest-note-<code>."""

    code: str
    arguments: dict[str, object] = field(default_factory=dict)

    def message(self, language: Language) -> str:
        """The note in the reader's language."""
        return words(language)(f"ingest-note-{self.code}", **self.arguments)


@dataclass(frozen=True)
class Sheet:
    """A sheet: cells[row - 1][column - 1]. Merged cells all hold what their top left one says."""

    name: str
    cells: list[list[CellValue]] = field(repr=False)
    formulas_without_value: frozenset[Place] = frozenset()
    merged: tuple[tuple[Place, Place], ...] = ()
    is_hidden: bool = False
    first_row: int = 1

    def row_number(self, index: int) -> int:
        """The number that their program shows beside the row at this index of `cells`."""
        return self.first_row + index


@dataclass(frozen=True)
class Book:
    """A received file, read."""

    name: str
    sha256: str
    kind: Kind
    sheets: tuple[Sheet, ...]
    encoding: str | None = None
    notes: tuple[Note, ...] = ()


def letter(column: int) -> str:
    """The letters of a column counted from 1.

    >>> letter(1), letter(26), letter(27), letter(16384)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def read(content: bytes, name: str, limits: Limits | None = None) -> Book:
    """The sheets of a received file, whatever its name says about its format.

    Raises: UploadRejected, with a message of its own (rejected-…), for a file that is empty, too large,
    encrypted, corrupt, of another kind, or that would unpack into too much.
    """
    limits = limits or Limits()
    kind = kind_of(content, limits)
    encoding: str | None = None
    notes: tuple[Note, ...] = ()
    if kind in ("csv", "html"):
        from hengyang.ingest.texts import csv_sheets, decoded, html_sheets

        try:
            text, encoding = decoded(content)
        except UploadRejected as error:
            # neither a workbook nor text, but called one: it was a workbook once
            is_called_workbook = name.lower().endswith((".xlsx", ".xlsm", ".xls", ".ods"))
            raise UploadRejected(key="rejected-corrupt") if is_called_workbook else error from None
        sheets = (csv_sheets if kind == "csv" else html_sheets)(text, _stem(name), limits)
    else:
        from hengyang.ingest.workbooks import workbook_sheets

        sheets = workbook_sheets(content, kind, limits)
    if kind == "xlsm":
        notes += (Note("macros"),)
    notes += tuple(
        Note("hidden", {"sheet": sheet.name})
        for sheet in sheets
        if sheet.is_hidden and sheet.name != vocabulary()["template"]["hidden_sheet"]
    )
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    usual = {"csv": ("csv", "tsv", "txt"), "html": ("html", "htm")}.get(kind, (kind,))
    if suffix not in usual:
        notes += (Note("other-kind", {"kind": kind.upper(), "suffix": suffix or "-"}),)
    if all(cell is None for sheet in sheets for row in sheet.cells for cell in row):
        raise UploadRejected(key="rejected-empty")
    return Book(name, hashlib.sha256(content).hexdigest(), kind, tuple(sheets), encoding, notes)


def check_size(rows: int, cells: int, limits: Limits) -> None:
    """Raises: UploadRejected when there are more rows or cells than the limits allow."""
    if rows > limits.rows:
        raise UploadRejected(key="rejected-rows", rows=str(rows), limit=str(limits.rows))
    if cells > limits.cells:
        raise UploadRejected(key="rejected-cells", cells=str(cells), limit=str(limits.cells))


def _stem(name: str) -> str:
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return base.rsplit(".", 1)[0] or base
