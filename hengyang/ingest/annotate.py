"""The received file given back with its findings on it: cells coloured, comments that say how to mend them.

Nothing in the file is run. Macros are carried over as they are, as bytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from hengyang.ingest.findings import Finding, Severity
from hengyang.labels import words
from hengyang.schema import Language

if TYPE_CHECKING:
    from hengyang.ingest.reading import Book

_COLOURS: Mapping[Severity, str] = {"error": "F8CBAD", "warning": "FFE699", "note": "DDEBF7"}
_GRAVEST_FIRST: tuple[Severity, ...] = ("error", "warning", "note")
_COMMENT_WIDTH, _COMMENT_HEIGHT = 340, 130
#: What an XLSX comment and an XLSX cell can hold.
_LONGEST_COMMENT, _LONGEST_TEXT = 8000, 32_767

#: Parts of a workbook that openpyxl does not write back, by where they lie; the label says what they are.
_PARTS: Mapping[str, tuple[str, ...]] = {
    "charts": ("xl/charts/chart",),
    "pictures": ("xl/media/",),
    "drawings": ("xl/diagrams/", "xl/drawings/drawing"),
    "controls": ("xl/ctrlprops/", "xl/activex/"),
    "pivots": ("xl/pivottables/",),
    "slicers": ("xl/slicers/", "xl/timelines/"),
    "threads": ("xl/threadedcomments/",),
    "connections": ("xl/connections.xml", "xl/querytables/", "xl/model/"),
    "signatures": ("_xmlsignatures/",),
    "custom": ("customxml/",),
    "printers": ("xl/printersettings/",),
}

Cell = tuple[int, str]


@dataclass(frozen=True)
class Annotated:
    """The annotated file; `lost`: what it no longer holds, in the reader's language."""

    content: bytes
    file_name: str
    lost: tuple[str, ...]


def annotate(
    content: bytes, book: Book, findings: Iterable[Finding], language: Language
) -> Annotated:
    """An XLSX or XLSM with the findings on its own cells; of other formats an XLSX copy with them.

    A finding of a whole row is put on the row's first cell, one of a whole sheet on the sheet's first cell.
    A workbook that cannot be written back is copied as well.
    """
    remarks = _remarks(findings, language)
    stem, _, _ = book.name.rpartition(".")
    name = words(language)("annotate-file", name=stem or book.name)
    if book.kind in ("xlsx", "xlsm"):
        written = _in_place(content, remarks, language, has_macros=book.kind == "xlsm")
        if written is not None:
            made, lost = written
            return Annotated(made, f"{name}.{book.kind}", lost)
    return Annotated(
        _copy(book, remarks, language), f"{name}.xlsx", (words(language)("annotate-copy"),)
    )


def _remarks(
    findings: Iterable[Finding], language: Language
) -> dict[str, dict[Cell, tuple[Severity, str]]]:
    """Sheet → cell → how grave, and what the comment says; several findings of a cell in one."""
    gathered: dict[str, dict[Cell, list[Finding]]] = {}
    for found in findings:
        cell = (found.row or 1, found.column or "A")
        gathered.setdefault(found.sheet, {}).setdefault(cell, []).append(found)
    space = "" if language == "zh" else " "
    remarks: dict[str, dict[Cell, tuple[Severity, str]]] = {}
    for sheet, cells in gathered.items():
        for cell, found_here in cells.items():
            ordered = sorted(found_here, key=lambda found: _GRAVEST_FIRST.index(found.severity))
            text = "\n".join(
                f"{found.message(language)}{space}{found.mend(language)}" for found in ordered
            )
            remarks.setdefault(sheet, {})[cell] = (ordered[0].severity, text[:_LONGEST_COMMENT])
    return remarks


def _in_place(
    content: bytes,
    remarks: Mapping[str, Mapping[Cell, tuple[Severity, str]]],
    language: Language,
    *,
    has_macros: bool,
) -> tuple[bytes, tuple[str, ...]] | None:
    import openpyxl

    buffer = BytesIO()
    try:
        workbook = openpyxl.load_workbook(BytesIO(content), keep_vba=has_macros, keep_links=True)
        for sheet_name, cells in remarks.items():
            if sheet_name in workbook.sheetnames:
                _mark(workbook[sheet_name], cells, language)
        workbook.save(buffer)
        if workbook.vba_archive is not None:
            workbook.vba_archive.close()
    except Exception:  # files that our reader can read and openpyxl cannot break in many ways
        return None
    made = buffer.getvalue()
    return made, _lost(content, made, workbook, language)


def _mark(sheet: Any, cells: Mapping[Cell, tuple[Severity, str]], language: Language) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    author = words(language)("annotate-author")
    for (row, column), (severity, text) in cells.items():
        cell = sheet[f"{column}{row}"]
        if isinstance(cell, MergedCell):
            # a merged area shows its first cell only
            area = next(area for area in sheet.merged_cells.ranges if cell.coordinate in area)
            cell = sheet.cell(area.min_row, area.min_col)
        cell.fill = PatternFill("solid", fgColor=_COLOURS[severity])
        said_before = f"{cell.comment.text}\n\n" if cell.comment is not None else ""
        comment = Comment((said_before + text)[:_LONGEST_COMMENT], author)
        comment.width, comment.height = _COMMENT_WIDTH, _COMMENT_HEIGHT
        cell.comment = comment


def _lost(before: bytes, after: bytes, workbook: Any, language: Language) -> tuple[str, ...]:
    """What the written file holds less of than the received one, found by comparing their parts."""
    say = words(language)
    lost = []
    formulas = sum(
        1
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    )
    if formulas:
        lost.append(say("annotate-lost-values", count=str(formulas)))
    with zipfile.ZipFile(BytesIO(before)) as old, zipfile.ZipFile(BytesIO(after)) as new:
        for part, places in _PARTS.items():
            if _count(old, places) > _count(new, places):
                lost.append(say(f"annotate-lost-{part}"))
        if _has_extensions(old) and not _has_extensions(new):
            lost.append(say("annotate-lost-extensions"))
    return tuple(lost)


def _count(archive: zipfile.ZipFile, places: tuple[str, ...]) -> int:
    return sum(name.lower().startswith(places) for name in archive.namelist())


def _has_extensions(archive: zipfile.ZipFile) -> bool:
    return any(
        b"<extLst" in archive.read(name) or b":extLst" in archive.read(name)
        for name in archive.namelist()
        if name.lower().startswith("xl/worksheets/sheet")
    )


def _copy(
    book: Book, remarks: Mapping[str, Mapping[Cell, tuple[Severity, str]]], language: Language
) -> bytes:
    """The values of a book in a new workbook, each where it stands in the file; text stays text."""
    import xlsxwriter
    from xlsxwriter.utility import xl_cell_to_rowcol

    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False, "nan_inf_to_errors": True}  # fmt: skip
    with xlsxwriter.Workbook(buffer, options) as made:
        fills: dict[tuple[Severity | None, bool], Any] = {}
        for severity in (None, *_GRAVEST_FIRST):
            look = {} if severity is None else {"bg_color": f"#{_COLOURS[severity]}"}
            fills[severity, False] = made.add_format(look)
            fills[severity, True] = made.add_format({**look, "num_format": "yyyy-mm-dd"})
        names: set[str] = set()
        for sheet in book.sheets:
            page = made.add_worksheet(_sheet_name(sheet.name, names))
            marks = {
                xl_cell_to_rowcol(f"{column}{row}"): remark
                for (row, column), remark in remarks.get(sheet.name, {}).items()
            }
            for index, cells in enumerate(sheet.cells):
                row = sheet.row_number(index) - 1
                for column, value in enumerate(cells):
                    marked = marks.get((row, column))
                    _put(page, row, column, value, fills, marked[0] if marked else None)
            for (row, column), (severity, text) in marks.items():
                index = row + 1 - sheet.first_row
                is_there = 0 <= index < len(sheet.cells) and column < len(sheet.cells[index])
                if not is_there:
                    page.write_blank(row, column, None, fills[severity, False])
                shape = {
                    "author": words(language)("annotate-author"),
                    "x_scale": 2.6,
                    "y_scale": 1.8,
                }
                page.write_comment(row, column, text, shape)
    return buffer.getvalue()


def _put(
    page: Any, row: int, column: int, value: object, fills: Mapping[Any, Any], severity: object
) -> None:
    if value is None:
        if severity is not None:
            page.write_blank(row, column, None, fills[severity, False])
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, fills[severity, False])
    elif isinstance(value, int | float):
        page.write_number(row, column, float(value), fills[severity, False])
    elif isinstance(value, date):
        page.write_datetime(row, column, value, fills[severity, True])
    else:
        page.write_string(row, column, str(value)[:_LONGEST_TEXT], fills[severity, False])


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that a workbook takes: without the forbidden signs, 31 long at most, not there yet."""
    wanted = "".join("-" if letter in "[]:*?/\\" else letter for letter in name).strip("' ")[:31]
    chosen, number = wanted or "1", 2
    while chosen.casefold() in taken or chosen.casefold() == "history":
        ending = f"-{number}"
        chosen, number = f"{(wanted or '1')[: 31 - len(ending)]}{ending}", number + 1
    taken.add(chosen.casefold())
    return chosen
