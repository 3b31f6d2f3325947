"""The curated CSVs of data/source/ → the plan's tables → data/*.parquet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from hengyang.errors import DataMissing, SchemaMismatch
from hengyang.plan.load import DATA_DIR
from hengyang.schema import PLAN_TABLES, TABLES

SOURCE_DIR = DATA_DIR / "source"

#: column that names a row of another table → that table's column
_REFERENCES: tuple[tuple[str, str, str, str], ...] = (
    ("assignments", "task", "tasks", "task"),
    ("assignments", "department", "departments", "department"),
    ("department_aliases", "department", "departments", "department"),
    ("safeguard_departments", "safeguard", "safeguards", "safeguard"),
    ("safeguard_departments", "department", "departments", "department"),
    ("safeguard_commitments", "safeguard", "safeguards", "safeguard"),
    ("places", "task", "tasks", "task"),
    ("places", "division", "divisions", "division"),
    ("source_defects", "task", "tasks", "task"),
    ("tasks", "theme", "themes", "theme"),
    ("named_projects", "task", "tasks", "task"),
    ("named_projects", "division", "divisions", "division"),
    ("named_projects", "indicator", "indicators", "indicator"),
    ("safeguard_checks", "safeguard", "safeguards", "safeguard"),
    ("safeguard_checks", "named_department", "departments", "department"),
)


def build_tables(source_dir: Path = SOURCE_DIR) -> dict[str, pd.DataFrame]:
    """Every plan table, typed and held against its declaration, rows in the order of the CSV.

    An empty cell is a missing value.
    Raises: DataMissing without a table's CSV; SchemaMismatch with every fault of a table at once, or
    for a row that names a task, department, safeguard or division that is not there.
    """
    tables = {}
    for table in PLAN_TABLES:
        path = source_dir / f"{table.name}.csv"
        if not path.exists():
            raise DataMissing(f"no {path}", name=path.name)
        cells = pd.read_csv(path, dtype="object", keep_default_na=False, encoding="utf-8")
        tables[table.name] = table.validate(cells.mask(cells == "", None))
    _hold_references(tables)
    return tables


def _hold_references(tables: Mapping[str, pd.DataFrame]) -> None:
    faults = []
    for name, column, target, target_column in _REFERENCES:
        values = tables[name][column].dropna()
        for row, value in values[~values.isin(tables[target][target_column])].items():
            faults.append(
                {"column": f"{name}.{column}", "check": f"in {target}", "row": row, "value": value}
            )
    subjects = set(tables["indicators"]["indicator"]) | set(tables["milestones"]["milestone"])
    for row, value in tables["published_figures"]["subject"].items():
        if value not in subjects:
            faults.append(
                {
                    "column": "published_figures.subject",
                    "check": "a target or a milestone",
                    "row": row,
                    "value": value,
                }
            )
    if faults:
        raise SchemaMismatch(f"{faults}", faults=pd.DataFrame(faults), table=faults[0]["column"])


def write(tables: Mapping[str, pd.DataFrame], data_dir: Path = DATA_DIR) -> list[Path]:
    """One Parquet file a table, the same bytes for the same rows; the paths written."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    paths = []
    for name, frame in tables.items():
        arrow = pa.Table.from_pandas(
            frame, schema=TABLES[name].arrow_schema(), preserve_index=False
        )
        path = data_dir / f"{name}.parquet"
        # pandas' own metadata carries its version, which would change the bytes without a change of rows
        pq.write_table(arrow.replace_schema_metadata(None), path, compression="zstd")
        paths.append(path)
    return paths
