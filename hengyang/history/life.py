"""The life of one cell: each value that it ever had, by whom, from which file and row."""

from __future__ import annotations

import pandas as pd

from hengyang.history.cells import plain, value_columns
from hengyang.history.difference import unequal
from hengyang.schema import TABLES

#: Columns of a fact that say where a value comes from; empty where the table lacks them.
_PROVENANCE = ("reported_on", "department", "source")


def life(rows: pd.DataFrame, releases: pd.DataFrame, table: str) -> pd.DataFrame:
    """One row a release that touched the cell, oldest first.

    rows: Store.cell_history of the cell; releases: Store.releases.
    Columns: release, published_at, actor, release_reason, submission, file_name, file_sha256 (the release's), row (in
    that file), change (first, changed, repeated, withdrawn, returned: a value after a withdrawal), field (the
    column that the value is of), value (None when withdrawn), reported_on, department, source, reason (the value's own).
    """
    declared = TABLES[table]
    values = value_columns(declared)
    facts = releases[["release", "reason", "file_name", "file_sha256"]]
    facts = facts.rename(columns={"reason": "release_reason"})
    joined = rows.merge(facts, on="release", how="left")
    told = _value_fields(rows, values)
    is_withdrawn = joined["is_withdrawn"].to_numpy(dtype=bool)
    return pd.DataFrame(
        {
            "release": joined["release"].astype("int64"),
            "published_at": joined["published_at"],
            "actor": joined["actor"],
            "release_reason": joined["release_reason"],
            "submission": joined["submission"],
            "file_name": _or_none(joined["file_name"]),
            "file_sha256": _or_none(joined["file_sha256"]),
            "row": joined["row"],
            "change": changes_of(rows, values),
            "field": told,
            "value": pd.Series(
                [
                    None if gone else plain(record[name])
                    for gone, name, record in zip(
                        is_withdrawn, told, rows.to_dict("records"), strict=True
                    )
                ],
                dtype="object",
            ),
            **{name: joined[name] if name in joined.columns else None for name in _PROVENANCE},
            "reason": joined["reason"] if "reason" in declared.column_names else None,
        }
    )


def changes_of(rows: pd.DataFrame, values: tuple[str, ...]) -> list[str]:
    """What each row did to its cell; all rows are of one cell, oldest first."""
    compared = [name for name in values if name in rows.columns]
    differs = pd.Series(False, index=rows.index)
    for name in compared:
        column = rows[name].astype("object")
        differs |= unequal(column, column.shift())
    is_withdrawn = rows["is_withdrawn"].to_numpy(dtype=bool)
    found = []
    for at, (gone, is_other) in enumerate(zip(is_withdrawn, differs, strict=True)):
        if gone:
            found.append("withdrawn")
        elif at == 0:
            found.append("first")
        elif is_withdrawn[at - 1]:
            found.append("returned")
        else:
            found.append("changed" if is_other else "repeated")
    return found


def _value_fields(rows: pd.DataFrame, values: tuple[str, ...]) -> list[str]:
    """The column that each row's value stands in: the first that holds something."""
    return [
        next((name for name in values if plain(record[name]) is not None), values[0])
        for record in rows.to_dict("records")
    ]


def _or_none(values: pd.Series) -> pd.Series:
    return values.astype("object").where(values.notna(), None)
