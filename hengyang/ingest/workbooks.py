"""XLSX, XLSM, XLS and ODS → sheets. calamine reads them; macros and formulas are never run."""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from hengyang.errors import UploadRejected
from hengyang.ingest.apart import sheets_read_apart
from hengyang.ingest.cells import CellValue
from hengyang.ingest.kinds import Kind
from hengyang.ingest.limits import Limits
from hengyang.ingest.reading import Place, Sheet, check_size

_ROW_OF = re.compile(rb"\sr\s*=\s*[\"'][A-Za-z]{0,4}(\d{1,12})")
_COLUMN_OF = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,4})\d")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_FAULT = re.compile(rb"""\st\s*=\s*["']e["']""")
_ODS_FAULT = re.compile(r"#[A-Z/0]{2,8}[!?]?|Err:\d{3}|\u9519\u8bef:\d{3}")
_ODS_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ODS_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def workbook_sheets(content: bytes, kind: Kind, limits: Limits) -> tuple[Sheet, ...]:
    """The worksheets of a workbook, hidden ones included and marked.

    Raises: UploadRejected for an encrypted, corrupt or too large workbook.
    """
    try:
        return tuple(_sheets(content, kind, limits))
    except UploadRejected:
        raise
    except MemoryError as error:
        raise UploadRejected(
            key="rejected-cells", cells=f">{limits.cells}", limit=str(limits.cells)
        ) from error
    except Exception as error:  # a mangled file fails in ways that no library lists
        raise _rejection(error) from error
    except BaseException as error:
        # a panic inside calamine is no Exception; anything else (an interrupt) is not ours to stop
        if type(error).__name__ == "PanicException":
            raise _rejection(error) from error
        raise


def _rejection(error: BaseException) -> UploadRejected:
    is_locked = type(error).__name__ == "PasswordError" or "password" in str(error).lower()
    return UploadRejected(key="rejected-encrypted" if is_locked else "rejected-corrupt")


def _sheets(content: bytes, kind: Kind, limits: Limits) -> Iterator[Sheet]:
    formulas: dict[str, frozenset[Place]] = {}
    faults: dict[str, dict[Place, str]] = {}
    spans: dict[str, list[tuple[Place, Place]]] = {}
    if kind == "ods":
        formulas, faults, spans = _survey_ods(content, limits)
    elif kind != "xls":
        formulas, faults = _survey_xlsx(content, limits)
    rows = cells = 0
    for name, is_hidden, extent, grid, ranges in (
        _old(content, limits, formulas) if kind == "xls" else _new(content, limits)
    ):
        cells += extent
        check_size(0, cells, limits)
        rows += sum(any(cell is not None for cell in row) for row in grid)
        check_size(rows, cells, limits)
        for (row, column), said in faults.get(name, {}).items():
            if row <= len(grid) and column <= len(grid[row - 1]):
                grid[row - 1][column - 1] = said  # calamine shows #DIV/0! as an empty cell
        merged = spans.get(name) or [
            ((top + 1, left + 1), (bottom + 1, right + 1))
            for (top, left), (bottom, right) in ranges
        ]
        _fill_merged(grid, merged, limits)
        yield Sheet(name, grid, formulas.get(name, frozenset()), tuple(merged), is_hidden=is_hidden)


#: Name, whether hidden, cells of the full rectangle, the cells, merged ranges from 0.
_Found = tuple[str, bool, int, list[list[CellValue]], Any]


def _old(content: bytes, limits: Limits, formulas: dict[str, frozenset[Place]]) -> Iterator[_Found]:
    found = sheets_read_apart(content, limits.cells)
    if "refused" in found:
        cells = (
            {"cells": f">{limits.cells}", "limit": str(limits.cells)}
            if found["refused"] == "cells"
            else {}
        )
        raise UploadRejected(key=f"rejected-{found['refused']}", **cells)
    _check_count(len(found["sheets"]), limits)
    extent = 0
    for sheet in found["sheets"]:
        check_size(0, sheet["cells"], limits)
        formulas[sheet["name"]] = frozenset((row, column) for row, column in sheet["formulas"])
        yield (
            sheet["name"],
            sheet["hidden"],
            sheet["cells"] - extent,
            sheet["grid"],
            sheet["merged"],
        )
        extent = sheet["cells"]


def _new(content: bytes, limits: Limits) -> Iterator[_Found]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    described = [
        sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet
    ]
    _check_count(len(described), limits)
    for sheet in described:
        is_hidden = sheet.visible != SheetVisibleEnum.Visible
        found = workbook.get_sheet_by_name(sheet.name)
        extent, grid = 0, []
        if found.end is not None:
            extent = (found.end[0] + 1) * (found.end[1] + 1)
            check_size(0, extent, limits)
            grid = [_row(row) for row in found.to_python(skip_empty_area=False)]
        yield sheet.name, is_hidden, extent, grid, found.merged_cell_ranges or ()


def _check_count(sheets: int, limits: Limits) -> None:
    if sheets > limits.sheets:
        raise UploadRejected(key="rejected-sheets", sheets=str(sheets), limit=str(limits.sheets))


def _row(row: Iterable[Any]) -> list[CellValue]:
    return [
        value
        if (type(value) is float and value - value == 0) or (type(value) is str and value != "")
        else _cell(value)
        for value in row
    ]


def _cell(value: Any) -> CellValue:
    if value == "" or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, bool | int | float | str | date | datetime):
        return value
    return str(value)


def _fill_merged(
    grid: list[list[CellValue]], merged: Iterable[tuple[Place, Place]], limits: Limits
) -> None:
    filled = 0
    for (top, left), (bottom, right) in merged:
        if top > len(grid) or left > len(grid[top - 1]):
            continue
        value = grid[top - 1][left - 1]
        bottom, right = min(bottom, len(grid)), min(right, len(grid[top - 1]))
        filled += max(0, bottom - top + 1) * max(0, right - left + 1)
        check_size(0, filled, limits)
        if value is None:
            continue
        for row in range(top - 1, bottom):
            for column in range(left - 1, right):
                if grid[row][column] is None:
                    grid[row][column] = value


def _survey_xlsx(
    content: bytes, limits: Limits
) -> tuple[dict[str, frozenset[Place]], dict[str, dict[Place, str]]]:
    """Formulas that hold no value and cells that hold an error, by sheet; and no sheet whose rectangle would not fit into memory.

    calamine lays a sheet out as a full rectangle, so one cell in the last row and column would ask for
    gigabytes: the references are looked at first.
    """
    formulas: dict[str, frozenset[Place]] = {}
    faults: dict[str, dict[Place, str]] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        paths = _sheet_paths(archive)
        for name in archive.namelist():
            if not re.search(r"(?i)worksheets/[^/]+\.xml$", name) and name not in paths:
                continue
            xml = archive.read(name)
            height = max(map(int, _ROW_OF.findall(xml)), default=0)
            width = max(map(_column_number, set(_COLUMN_OF.findall(xml))), default=0)
            is_suspicious = height * width > 2 * limits.cells
            if not is_suspicious and not _FORMULA.search(xml) and not _FAULT.search(xml):
                continue
            height, width, empty, faulty = _walk_xlsx(xml)
            check_size(0, height * width, limits)
            for sheet in paths.get(name, ()):
                formulas[sheet], faults[sheet] = empty, faulty
    return formulas, faults


def _column_number(letters: bytes) -> int:
    number = 0
    for byte in letters.upper():
        number = number * 26 + byte - 64
    return number


def _sheet_paths(archive: zipfile.ZipFile) -> dict[str, list[str]]:
    """The names of the sheets by the member that holds each."""
    from lxml import etree

    names = {name.lower(): name for name in archive.namelist()}
    targets: dict[str, str] = {}
    relations = names.get("xl/_rels/workbook.xml.rels")
    if relations is None or "xl/workbook.xml" not in names:
        return {}
    parser = _parser(etree)
    for relation in etree.fromstring(archive.read(relations), parser):
        target = (relation.get("Target") or "").lstrip("/")
        path = target if target.startswith("xl/") else f"xl/{target}"
        targets[relation.get("Id") or ""] = names.get(path.lower(), path)
    paths: dict[str, list[str]] = {}
    workbook = etree.fromstring(archive.read(names["xl/workbook.xml"]), parser)
    for sheet in workbook.iterfind(".//{*}sheet"):
        identifier = next((v for k, v in sheet.items() if k.endswith("}id")), "")
        paths.setdefault(targets.get(identifier, ""), []).append(sheet.get("name") or "")
    return paths


def _parser(etree: Any) -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _walk_xlsx(xml: bytes) -> tuple[int, int, frozenset[Place], dict[Place, str]]:
    from lxml import etree

    height = width = row_number = 0
    empty: set[Place] = set()
    faulty: dict[Place, str] = {}
    for _, row in etree.iterparse(
        io.BytesIO(xml), tag="{*}row", resolve_entities=False, no_network=True, load_dtd=False
    ):
        row_number = int(row.get("r") or row_number + 1)
        column = 0
        for cell in row:
            reference = re.fullmatch(r"([A-Za-z]{1,4})(\d{1,9})", cell.get("r") or "")
            column = _column_number(reference[1].encode()) if reference else column + 1
            place = (int(reference[2]) if reference else row_number, column)
            parts = {
                etree.QName(part).localname: part for part in cell if part.tag != etree.Comment
            }
            if not parts:
                continue
            height, width = max(height, place[0]), max(width, place[1])
            if cell.get("t") == "e" and "v" in parts:
                faulty[place] = parts["v"].text or "#"
            # Without a cached value there is no v; some writers leave an empty one. Text may be empty.
            if (
                "f" in parts
                and cell.get("t") != "str"
                and not ("v" in parts and (parts["v"].text or ""))
            ):
                empty.add(place)
        row.clear()
    return height, width, frozenset(empty), faulty


def _survey_ods(
    content: bytes, limits: Limits
) -> tuple[
    dict[str, frozenset[Place]],
    dict[str, dict[Place, str]],
    dict[str, list[tuple[Place, Place]]],
]:
    """Formulas without a value, errors and merged cells, by sheet; and repeats that would unfold into too much."""
    from lxml import etree

    formulas: dict[str, frozenset[Place]] = {}
    faults: dict[str, dict[Place, str]] = {}
    spans: dict[str, list[tuple[Place, Place]]] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("content.xml"), _parser(etree))
    total = 0
    for table in root.iter(f"{_ODS_TABLE}table"):
        name = table.get(f"{_ODS_TABLE}name") or ""
        row_number = height = width = 0
        empty, merged, faulty = set(), [], {}
        for row in table.iter(f"{_ODS_TABLE}table-row"):
            repeated = int(row.get(f"{_ODS_TABLE}number-rows-repeated") or 1)
            column = 0
            for cell in row:
                times = int(cell.get(f"{_ODS_TABLE}number-columns-repeated") or 1)
                is_filled = cell.get(f"{_ODS_OFFICE}value-type") is not None or len(cell) > 0
                has_formula = cell.get(f"{_ODS_TABLE}formula") is not None
                if has_formula and not is_filled:
                    empty.add((row_number + 1, column + 1))
                # an error bears a value all the same, 0 or an empty text: what it shows tells
                if has_formula and _ODS_FAULT.fullmatch("".join(cell.itertext()).strip()):
                    faulty[row_number + 1, column + 1] = "".join(cell.itertext()).strip()
                if is_filled or has_formula:
                    height, width = row_number + repeated, max(width, column + times)
                    down = int(cell.get(f"{_ODS_TABLE}number-rows-spanned") or 1)
                    across = int(cell.get(f"{_ODS_TABLE}number-columns-spanned") or 1)
                    if down * across > 1:
                        merged.append(
                            (
                                (row_number + 1, column + 1),
                                (row_number + down, column + across),
                            )
                        )
                column += times
            row_number += repeated
        total += height * width
        check_size(0, total, limits)
        formulas[name], faults[name], spans[name] = frozenset(empty), faulty, merged
    return formulas, faults, spans
