"""`python -m hengyang.plan`: rebuild data/*.parquet from data/source/ (this is `make data`)."""

from __future__ import annotations

import sys

from hengyang.errors import PlanError
from hengyang.plan.build import SOURCE_DIR, build_tables, write
from hengyang.plan.load import DATA_DIR
from hengyang.plan.quotes import quote_faults


def main() -> int:
    try:
        tables = build_tables(SOURCE_DIR)
    except PlanError as error:
        print(error, file=sys.stderr)
        return 1
    faults = quote_faults(tables, (SOURCE_DIR / "notice.txt").read_text(encoding="utf-8"))
    if not faults.empty:
        print(faults.to_string(), file=sys.stderr)
        return 1
    for path in write(tables, DATA_DIR):
        print(f"{path.name}: {len(tables[path.stem])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
