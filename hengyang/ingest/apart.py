"""XLS read in a process of its own, with bounded memory and time.

The format has no directory that could be looked at first: a few hundred bytes can claim a thousand full
sheets, and calamine lays all of them out when it opens the file (or panics, on stderr). Here that ends a
small process and not the server. Runs as a script that needs only calamine, so that it starts in 50 ms.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

#: Twice what one full XLS sheet (65,536 rows, 256 columns) takes.
MOST_MEMORY_BYTES = 2_000_000_000
MOST_SECONDS = 60

_FILE = Path(__file__)


def sheets_read_apart(content: bytes, limits_cells: int) -> dict[str, Any]:
    """What the process found: {"sheets": [...]}, or {"refused": "corrupt" | "encrypted" | "cells"}.

    A sheet is {"name", "hidden", "grid", "merged", "cells"}: grid is None when it has more cells than allowed.
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
    sheets, cells = [], 0
    for described in workbook.sheets_metadata:
        if described.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(described.name)
        cells += (sheet.end[0] + 1) * (sheet.end[1] + 1) if sheet.end else 0
        grid = None
        if cells <= limit:
            rows = sheet.to_python(skip_empty_area=False) if sheet.end else []
            grid = [[_out(cell) for cell in row] for row in rows]
        sheets.append(
            {
                "name": described.name,
                "hidden": described.visible != SheetVisibleEnum.Visible,
                "grid": grid,
                "merged": sheet.merged_cell_ranges or [],
                "cells": cells,
            }
        )
    return {"sheets": sheets}


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
