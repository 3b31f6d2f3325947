"""XLS read in a process of its own, with bounded memory and time.

The format has no directory that could be looked at first: a few hundred bytes can claim a thousand full
sheets, and calamine lays all of them out when it opens the file (or panics, on stderr). Here that ends a
small process and not the server. Runs as a script that needs only calamine and olefile, so that it starts in 50 ms.

calamine shows an error and a formula without a value as an empty cell; an empty cell means that nothing was
reported. So the records that hold formulas and errors are looked at, too.
"""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

_BOF, _BOUNDSHEET, _FORMULA, _BOOLERR = 0x0809, 0x0085, 0x0006, 0x0205
_WORKSHEET = 0
_CALCULATE_ON_LOAD = 2
#: Tokens of a reference to one cell, in this sheet and in another, and how long a formula is that is nothing else.
_REFERENCES = {**dict.fromkeys((0x24, 0x44, 0x64), 5), **dict.fromkeys((0x3A, 0x5A, 0x7A), 7)}
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
           0x2A: "#N/A"}  # fmt: skip

#: Twice what one full XLS sheet (65,536 rows, 256 columns) takes.
MOST_MEMORY_BYTES = 2_000_000_000
MOST_SECONDS = 60

_FILE = Path(__file__)


def sheets_read_apart(content: bytes, limits_cells: int) -> dict[str, Any]:
    """What the process found: {"sheets": [...]}, or {"refused": "corrupt" | "encrypted" | "cells"}.

    A sheet is {"name", "hidden", "grid", "merged", "cells", "formulas"}: grid is None when it has more cells than
    allowed, its errors stand in it as #DIV/0!; formulas are the places, from 1, of those that hold no value.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_FILE), str(limits_cells)],
            input=content,
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"refused": "cells"}
    if done.returncode < 0:  # killed or aborted: there was not enough memory
        return {"refused": "cells"}
    try:
        found = json.loads(done.stdout)
    except ValueError:
        return {"refused": "corrupt"}
    for sheet in found.get("sheets", ()):
        sheet["grid"] = sheet["grid"] and [[_back(cell) for cell in row] for row in sheet["grid"]]
    return found if isinstance(found, dict) else {"refused": "corrupt"}


def _back(cell: Any) -> Any:
    if not isinstance(cell, list):
        return cell
    kind, written = cell
    return (datetime if kind == "datetime" else date).fromisoformat(written)


def _out(cell: Any) -> Any:
    if cell == "" or (isinstance(cell, float) and (cell != cell or cell in (1e999, -1e999))):
        return None
    if isinstance(cell, date):
        return ["datetime" if isinstance(cell, datetime) else "date", cell.isoformat()]
    return cell if isinstance(cell, bool | int | float | str) else str(cell)


def _read(content: bytes, limit: int) -> dict[str, Any]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets, cells, at = [], 0, 0
    odd = _odd_cells(content)
    for described in workbook.sheets_metadata:
        if described.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(described.name)
        cells += (sheet.end[0] + 1) * (sheet.end[1] + 1) if sheet.end else 0
        grid = None
        if cells <= limit:
            rows = sheet.to_python(skip_empty_area=False) if sheet.end else []
            grid = [[_out(cell) for cell in row] for row in rows]
        formulas = []
        for row, column, said in odd[at] if at < len(odd) else ():
            if said is None:
                formulas.append((row + 1, column + 1))
            elif grid and row < len(grid) and column < len(grid[row]):
                grid[row][column] = said
        at += 1
        sheets.append(
            {
                "name": described.name,
                "hidden": described.visible != SheetVisibleEnum.Visible,
                "grid": grid,
                "merged": sheet.merged_cell_ranges or [],
                "cells": cells,
                "formulas": formulas,
            }
        )
    return {"sheets": sheets}


def _odd_cells(content: bytes) -> list[list[tuple[int, int, str | None]]]:
    """Per worksheet, in their order: row and column (from 0) of a cell with an error, or with a formula that has no value (None).

    Empty when the records cannot be followed: then calamine's cells stand as they are.
    """
    import olefile

    found: dict[int, list[tuple[int, int, str | None]]] = {}
    order: list[int] = []
    place = -1
    try:
        stream = content
        if olefile.isOleFile(content):
            with olefile.OleFileIO(content) as holder:
                name = next(one for one in ("Workbook", "Book") if holder.exists(one))
                stream = holder.openstream(name).read()
        for at, kind, body in _records(stream):
            if kind == _BOF:
                place = at
            elif kind == _BOUNDSHEET and body[5] == _WORKSHEET:
                order.append(struct.unpack_from("<I", body)[0])
            elif kind in (_FORMULA, _BOOLERR) and (said := _odd(kind, body)) is not None:
                found.setdefault(place, []).append(said)
    except Exception:  # mangled records end in many ways
        return []
    return [found.get(start, []) for start in order]


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield at, kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _odd(kind: int, body: bytes) -> tuple[int, int, str | None] | None:
    row, column = struct.unpack_from("<HH", body)
    if kind == _BOOLERR:
        return (row, column, _ERRORS.get(body[6], "#")) if body[7] else None
    result, is_special = body[6:14], body[12:14] == b"\xff\xff"
    if is_special and result[0] == 2:
        return row, column, _ERRORS.get(result[2], "#")
    if is_special and result[0] == 3:
        # An empty text: what a program writes that does not calculate, and what =IF(A1>0, A1, "") comes to. Only a
        # formula that names an empty text, or another cell alone, can come to one.
        formula = body[22 : 22 + struct.unpack_from("<H", body, 20)[0]]
        is_reference = _REFERENCES.get(formula[0]) == len(formula)
        may_be_empty = b"\x17\x00" in formula or is_reference
        return None if may_be_empty else (row, column, None)
    is_uncalculated = struct.unpack_from("<H", body, 14)[0] & _CALCULATE_ON_LOAD
    return (row, column, None) if result == bytes(8) and is_uncalculated else None


def main() -> None:
    with suppress(ImportError, ValueError, OSError):  # no such limits on this system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    try:
        found = _read(sys.stdin.buffer.read(), int(sys.argv[1]))
    except MemoryError:
        found = {"refused": "cells"}
    except BaseException as error:  # a panic is no Exception
        is_locked = type(error).__name__ == "PasswordError" or "password" in str(error).lower()
        found = {"refused": "encrypted" if is_locked else "corrupt"}
    sys.stdout.buffer.write(json.dumps(found).encode())


if __name__ == "__main__":
    main()
