"""How long it takes to read and recognise a long register, against what calamine alone takes; and how memory grows.

python -m tests.measure.reading
"""

from __future__ import annotations

import io
import time
import tracemalloc
from collections.abc import Callable
from statistics import median

from python_calamine import CalamineWorkbook

from hengyang.ingest.reading import read
from hengyang.ingest.recognise import recognise
from hengyang.plan import load_plan
from tests.ingest import received

ROWS = 10_000
#: The promise: a register of ROWS rows is checked in three times calamine's time and a second.
TIMES_CALAMINE, AND_SECONDS = 3.0, 1.0


def register(rows: int) -> bytes:
    """A register of so many rows about all indicators, with a few names that are nearly right."""
    indicators = load_plan()["indicators"]
    names, units = indicators["name_zh"].tolist(), indicators["unit_zh"].tolist()
    lines = [
        (
            names[row % len(names)] + ("(修)" if row % 97 == 0 else ""),
            f"20{18 + row % 2}年{row % 12 + 1}月",
            row * 1.5,
            units[row % len(names)],
            "市住建局",
            "衡南县",
            f"备注{row}",
        )
        for row in range(rows)
    ]
    heading = ("指标", "期间", "完成值", "单位", "责任部门", "县市区", "备注")
    return received.xlsx([heading, *lines])


def seconds(step: Callable[[], object]) -> float:
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        step()
        taken.append(time.perf_counter() - start)
    return median(taken)


def peak_mb(step: Callable[[], object]) -> float:
    """The most that Python's own objects took at once."""
    tracemalloc.start()
    step()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
    plan = load_plan()
    content = register(ROWS)

    def by_calamine() -> object:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        return sheet.to_python(skip_empty_area=False)

    alone = seconds(by_calamine)
    reading = seconds(lambda: read(content, "a.xlsx"))
    book = read(content, "a.xlsx")
    recognising = seconds(lambda: recognise(book, plan))
    both = reading + recognising
    print(f"rows                   {ROWS:>10,}")
    print(f"calamine alone         {alone:>10.3f} s")
    print(f"read                   {reading:>10.3f} s   {reading / alone:>5.1f} x calamine")
    print(f"recognise              {recognising:>10.3f} s   {recognising / alone:>5.1f} x calamine")
    print(f"left for checking      {TIMES_CALAMINE * alone + AND_SECONDS - both:>10.3f} s")
    for rows in (ROWS // 4, ROWS // 2, ROWS, ROWS * 2):
        some = register(rows)
        peak = peak_mb(lambda some=some: recognise(read(some, "a.xlsx"), plan))  # type: ignore[misc]
        print(f"peak at {rows:>6,} rows    {peak:>10.1f} MB  {peak * 1e3 / rows:>5.2f} kB a row")


if __name__ == "__main__":
    main()
