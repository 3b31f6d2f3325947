"""What differs between two releases: cell by cell, old and new, and the lights that changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd

from hengyang import progress
from hengyang.history.cells import cells_of, dates_of, plain, value_columns
from hengyang.progress import Assessment
from hengyang.remembered import remembered
from hengyang.schema import TABLES, Table, Tables

CHANGES = ("added", "changed", "removed")
_COLUMNS = (
    "table",
    "cell",
    "subject",
    "division",
    "date",
    "change",
    "field",
    "old",
    "new",
    "others",
)
_BEFORE = "__before"


@dataclass(frozen=True)
class Difference:
    """Two releases of one workspace, compared. Shared: never mutate.

    cells: one row a cell that differs: table, cell (its name), subject (the first of its key), division and date
    where it has them, change (added, changed, removed), field (the column that old and new are of: the value, or
    the first that differs), old, new, others (the other columns that differ, as (field, old, new)).
    lights: progress.changes_between, both releases judged on the day `as_of`.
    """

    before: int
    after: int
    as_of: date
    cells: pd.DataFrame = field(repr=False)
    lights: pd.DataFrame = field(repr=False)


@remembered(16)
def difference(
    before: Tables, after: Tables, assessed_before: Assessment, assessed_after: Assessment
) -> Difference:
    """What a reader of `after` sees and a reader of `before` did not. Both assessments are of one day."""
    return Difference(
        before.release,
        after.release,
        assessed_after.as_of,
        changed_cells(before, after),
        progress.changes_between(assessed_before, assessed_after),
    )


@remembered(16)
def changed_cells(before: Tables, after: Tables) -> pd.DataFrame:
    """The cells that differ, as Difference.cells, tables and rows in their own order, removed ones last."""
    rows: list[dict[str, object]] = []
    for table in TABLES.values():
        rows += _of_table(table, before[table.name], after[table.name])
    # objects: a missing number must stay None and not turn into a NaN among numbers
    frame = pd.DataFrame(rows, columns=list(_COLUMNS), dtype="object")
    frame["date"] = pd.to_datetime(frame["date"]).astype("datetime64[s]")
    return frame


def table_counts(cells: pd.DataFrame) -> pd.DataFrame:
    """How many cells of each table were added, changed, removed; only tables with any, in schema order."""
    counted = cells.groupby(["table", "change"]).size().unstack(fill_value=0)
    counted = counted.reindex(columns=list(CHANGES), fill_value=0)
    order = [name for name in TABLES if name in counted.index]
    return counted.loc[order].rename_axis(columns=None).reset_index()


def only(found: Difference, subjects: Collection[str], divisions: Collection[str]) -> Difference:
    """The part of a difference that is about some subjects, and about some divisions when any are named.

    What has no subject among indicators and milestones (a narrative, a task) is left out.
    """
    cells = found.cells
    kept = cells["subject"].isin(list(subjects))
    if divisions:
        kept &= cells["division"].isna() | cells["division"].isin(list(divisions))
    lights = found.lights[found.lights["subject"].isin(list(subjects))]
    return replace(found, cells=cells[kept], lights=lights)


def until(found: Difference, day: date) -> Difference:
    """The part of a difference that bears on a day's figures: what is about later days is left out."""
    dates = found.cells["date"]
    cells = found.cells[dates.isna() | (dates <= pd.Timestamp(day))]
    return replace(found, cells=cells)


def _of_table(table: Table, before: pd.DataFrame, after: pd.DataFrame) -> list[dict[str, object]]:
    if before.equals(after):  # most of the plan, most of the time
        return []
    key = list(table.key)
    values = value_columns(table)
    both = after.merge(before, on=key, how="left", suffixes=("", _BEFORE), indicator=True)
    is_added = (both["_merge"] == "left_only").to_numpy()
    differs = pd.DataFrame(
        {name: unequal(both[name], both[name + _BEFORE]) for name in values}, index=both.index
    )
    is_told = is_added | differs.any(axis=1).to_numpy()
    told = both[is_told]
    rows = [
        _row(found, "added" if added else "changed", values, record, _BEFORE)
        for found, added, record in zip(
            _places(table, told), is_added[is_told], told.to_dict("records"), strict=True
        )
    ]
    gone = before.merge(after[key], on=key, how="left", indicator=True)
    gone = gone[gone["_merge"] == "left_only"]
    rows += [
        _row(found, "removed", values, record, "")
        for found, record in zip(_places(table, gone), gone.to_dict("records"), strict=True)
    ]
    return rows


def unequal(left: pd.Series, right: pd.Series) -> pd.Series:
    """Where two columns differ; two missing values are the same."""
    if left.dtype != right.dtype:  # of two sets of categories, or numbers and nothing at all
        left, right = left.astype("object"), right.astype("object")
    is_missing, was_missing = left.isna(), right.isna()
    is_other = (left != right).fillna(True).astype("bool")
    return (is_other & ~is_missing & ~was_missing) | (is_missing != was_missing)


def _places(table: Table, rows: pd.DataFrame) -> list[dict[str, object]]:
    return [
        {
            "table": table.name,
            "cell": cell.name,
            "subject": cell.subject,
            "division": cell.text("division") if table.is_fact else None,
            "date": day,
        }
        for cell, day in zip(cells_of(table.name, rows), dates_of(table.name, rows), strict=True)
    ]


def _row(
    place: dict[str, object],
    change: str,
    values: tuple[str, ...],
    record: dict[Any, Any],
    suffix: str,
) -> dict[str, object]:
    """old and new are of the value where it differs, else of the first column that does; the rest goes to others."""
    pairs = [
        (
            name,
            None if change == "added" else plain(record[name + suffix]),
            None if change == "removed" else plain(record[name]),
        )
        for name in values
    ]
    told = [pair for pair in pairs if pair[1] != pair[2]]
    first = told[0] if told else pairs[0]
    others = tuple(told[1:]) if change == "changed" else ()
    return {
        **place,
        "change": change,
        "field": first[0],
        "old": first[1],
        "new": first[2],
        "others": others,
    }
