"""The hidden sheet of our own template: what the workbook was made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hengyang.ingest.cells import CellValue, clean, key, number, period
from hengyang.ingest.reading import Book, Sheet
from hengyang.ingest.vocabulary import vocabulary


@dataclass(frozen=True)
class Stamp:
    """What a template says about itself; None where it does not say."""

    workspace: str | None
    release: int | None
    period: date | None
    department: str | None
    version: str | None


def stamp_of(book: Book) -> Stamp | None:
    """The stamp of a template that came back; None for a book that was not made by us."""
    sheet = next(
        (s for s in book.sheets if s.name == vocabulary()["template"]["hidden_sheet"]), None
    )
    if sheet is None:
        return None
    release = number(_said(sheet, "release"))
    said = {
        name: clean(_said(sheet, name)) or None for name in ("workspace", "department", "version")
    }
    return Stamp(
        release=int(release.value) if release and abs(release.value) < 1e9 else None,
        period=period(_said(sheet, "period")),
        **said,
    )


def _said(sheet: Sheet, name: str) -> CellValue:
    """The value beside a label, or below it when the labels stand in the first row."""
    labels = {key(spelling) for spelling in vocabulary()["template"][name]}
    for row in sheet.cells:
        if len(row) > 1 and key(clean(row[0])) in labels:
            return row[1]
    if len(sheet.cells) > 1:
        for column, cell in enumerate(sheet.cells[0]):
            if key(clean(cell)) in labels:
                return sheet.cells[1][column]
    return None
