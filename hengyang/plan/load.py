"""data/*.parquet → the plan's tables in memory."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from hengyang.errors import DataMissing
from hengyang.schema import PLAN_TABLES

DATA_DIR = Path(__file__).parents[2] / "data"


def load_plan(data_dir: Path = DATA_DIR) -> dict[str, pd.DataFrame]:
    """Every plan table by name, typed by its declaration (coerced, not checked: the build checked it).

    Raises: DataMissing when a table's file is not there; SchemaMismatch when it has other columns.
    """
    tables = {}
    for table in PLAN_TABLES:
        path = data_dir / f"{table.name}.parquet"
        if not path.exists():
            raise DataMissing(f"no {path}", name=path.name)
        tables[table.name] = table.coerce(pd.read_parquet(path))
    return tables
