"""The rows of a submission as they are stored: checked, each with its origin, tombstones last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pandas as pd

from hengyang.errors import SchemaMismatch
from hengyang.schema import ROW_ORIGIN, Column, Table

#: What a row of a lake says besides: whose it is. The shared tables are partitioned by it.
IN_LAKE = Column("plan")

#: Written after the last row of a submission: which tables it brought. Nobody publishes half of one.
SUBMISSIONS = Table(
    "submissions",
    "a table of a completely appended submission",
    ("submission", "table"),
    (
        Column("submission"),
        Column("table"),
        Column("rows", "integer", low=0),
        Column("mark", "integer"),
    ),
)


@cache
def in_lake(table: Table) -> Table:
    """The table as the plans of a lake share it; what identified a row does so within its plan."""
    if any(column.name == IN_LAKE.name for column in table.columns):
        return table
    return replace(table, key=(IN_LAKE.name, *table.key), columns=(IN_LAKE, *table.columns))


def stored_schema(table: Table):  # type: ignore[no-untyped-def]  # pyarrow has no types
    """A table as Arrow stores it: its columns and ROW_ORIGIN; a tombstone may leave all but the key empty."""
    return relaxed(table, keep=table.key).arrow_schema(extra=ROW_ORIGIN)


def relaxed(table: Table, keep: Iterable[str]) -> Table:
    """The table with every column but the kept ones allowed to be empty."""
    kept = frozenset(keep)
    return replace(
        table,
        columns=tuple(
            column if column.name in kept else replace(column, nullable=True)
            for column in table.columns
        ),
    )


def rows_to_append(
    table: Table,
    submission: str,
    frame: pd.DataFrame | None,
    withdrawn: pd.DataFrame | None,
    *,
    is_simulated: bool,
) -> pd.DataFrame:
    """What one table gets from a submission: the reported rows, then the withdrawals.

    Raises: SchemaMismatch, every fault at once; `is_simulated` is what the workspace demands of facts.
    """
    parts = []
    if frame is not None:
        parts.append(_with_origin(table.validate(_without_row(frame)), submission, frame, False))
    if withdrawn is not None:
        bare = _without_row(withdrawn)
        if table.is_fact and "is_simulated" not in bare.columns:
            bare = bare.assign(is_simulated=is_simulated)
        checked = relaxed(table, keep=table.key).validate(bare)
        parts.append(_with_origin(checked, submission, withdrawn, True))
    filled = [part for part in parts if len(part)]
    if not filled:
        return table.empty()
    rows = pd.concat(filled, ignore_index=True)
    faults = _mixing_faults(table, rows, is_simulated) + _repeated_faults(table, rows)
    if faults:
        raise SchemaMismatch(
            f"{table.name}: {len(faults)} faults, first {faults[0]}",
            faults=pd.DataFrame(faults),
            table=table.name,
        )
    return rows


def _without_row(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.drop(columns="row", errors="ignore")


def _with_origin(
    rows: pd.DataFrame, submission: str, given: pd.DataFrame, is_withdrawn: bool
) -> pd.DataFrame:
    places = given["row"].to_numpy() if "row" in given.columns else range(1, len(rows) + 1)
    return rows.assign(
        submission=submission,
        row=pd.array(places, dtype="Int64"),
        is_withdrawn=is_withdrawn,
    )


def _mixing_faults(table: Table, rows: pd.DataFrame, is_simulated: bool) -> list[dict[str, object]]:
    if not table.is_fact:
        return []
    check = "real_among_simulated" if is_simulated else "simulated_among_real"
    wrong = rows.index[rows["is_simulated"] != is_simulated]
    return [
        {"column": "is_simulated", "check": check, "row": int(row), "value": not is_simulated}
        for row in wrong
    ]


def _repeated_faults(table: Table, rows: pd.DataFrame) -> list[dict[str, object]]:
    key = list(table.key)
    repeated = rows.index[rows.duplicated(key)]
    return [
        {
            "column": ",".join(key),
            "check": "repeated",
            "row": int(row),
            "value": "/".join(str(rows.at[row, name]) for name in key),
        }
        for row in repeated
    ]


def fault(table: str, column: str, check: str, value: object) -> SchemaMismatch:
    """One fault of a table as the exception that tells it."""
    return SchemaMismatch(
        f"{table}.{column}: {check} {value}",
        faults=pd.DataFrame([{"column": column, "check": check, "row": None, "value": value}]),
        table=table,
    )
