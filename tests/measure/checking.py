"""How long a file of 10,000 rows takes to be read, recognised and checked, against reading it alone.

Run: make measure, or python -m tests.measure.checking [ROWS]. The budget: three times what calamine needs to read the file,
plus one second; memory grows with the rows, not faster. Seconds are the processor's, so that whatever else the
machine does counts for neither; both work in one thread, so on an idle machine they are the clock's.
"""

from __future__ import annotations

import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import islice, product

import pandas as pd
import python_calamine
import xlsxwriter

from hengyang import store
from hengyang.ingest.check import check
from hengyang.ingest.difference import difference
from hengyang.ingest.reading import read
from hengyang.ingest.recognise import recognise
from hengyang.schema import Tables

ROWS = 10_000
TIMES, SECONDS = 3.0, 1.0
TODAY = date(2019, 8, 10)
_HEADINGS = (
    "编号",
    "指标名称",
    "责任部门",
    "县市区",
    "计量单位",
    "报告期",
    "完成值",
    "更正原因",
    "备注",
)


@dataclass(frozen=True)
class Measured:
    """Seconds: calamine alone; ours up to the findings; the difference with its lights on top."""

    rows: int
    calamine: float
    checked: float
    compared: float
    findings: int

    @property
    def ratio(self) -> float:
        return self.checked / self.calamine

    @property
    def is_within_budget(self) -> bool:
        return self.checked <= TIMES * self.calamine + SECONDS


def long_file(tables: Tables, rows: int) -> bytes:
    """A long table: every indicator in every division and month, counts that grow a little each month."""
    months = pd.date_range("2018-01-31", periods=19, freq="ME")
    indicators = tables.indicators.to_dict("records")
    places = tables.divisions["name_zh"].tolist()
    cells = product(range(len(months)), indicators, places)
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("台账")
        sheet.write_row(0, 0, _HEADINGS)
        for number, (at, row, place) in enumerate(islice(cells, rows), start=1):
            value = 1.0 + at
            told = (row["indicator"], row["name_zh"], "", place, row["unit_zh"],
                    f"{months[at]:%Y年%-m月}", value, "", f"第{number}行")  # fmt: skip
            sheet.write_row(number, 0, told)
    return buffer.getvalue()


def measure(tables: Tables, rows: int = ROWS) -> Measured:
    """The best of three runs of each step, on one file."""
    content = long_file(tables, rows)

    def alone() -> None:
        workbook = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        for name in workbook.sheet_names:
            workbook.get_sheet_by_name(name).to_python()

    calamine = _seconds(alone)
    checked = _seconds(lambda: _checked(content, tables))
    found = _checked(content, tables)
    compared = _seconds(
        lambda: difference(found.frames, found.withdrawn, tables, date(2019, 7, 31))
    )
    return Measured(rows, calamine, checked, compared, len(found.findings))


def peak_megabytes(tables: Tables, rows: int) -> float:
    """The most memory that Python holds at once while a file of so many rows is checked."""
    content = long_file(tables, rows)
    tracemalloc.start()
    _checked(content, tables)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def _checked(content: bytes, tables: Tables):  # type: ignore[no-untyped-def]
    recognised = recognise(read(content, "台账.xlsx"), tables.frames)
    return check(recognised, tables, department=None, period=None, today=TODAY)


def _seconds(step: Callable[[], object]) -> float:
    taken = []
    for _ in range(3):
        start = time.process_time()
        step()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> int:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        store.prepare(folder)
        tables = store.open_store(folder, "demo").read()
        found = measure(tables, rows)
        small, large = peak_megabytes(tables, rows // 4), peak_megabytes(tables, rows)
    budget = TIMES * found.calamine + SECONDS
    print(f"{found.rows} rows, {found.findings} findings")
    print(f"calamine alone          {found.calamine:6.2f} s")
    print(f"read, recognise, check  {found.checked:6.2f} s = {found.ratio:.1f} × calamine")
    print(
        f"budget                  {budget:6.2f} s: {'kept' if found.is_within_budget else 'BROKEN'}"
    )
    print(f"difference and lights   {found.compared:6.2f} s on top")
    print(
        f"memory                  {small:6.0f} MB for {rows // 4} rows, {large:.0f} MB for {rows} rows: × {large / small:.1f}"
    )
    return 0 if found.is_within_budget else 1


if __name__ == "__main__":
    sys.exit(main())
