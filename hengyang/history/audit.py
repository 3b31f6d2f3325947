"""The audit log: who made what visible when, why, from which file, and how much it was."""

from __future__ import annotations

import pandas as pd

from hengyang.history.releases import BROUGHT
from hengyang.schema import TABLES

_FACTS = (
    "release",
    "published_at",
    "actor",
    "reason",
    "submission",
    "base",
    "file_name",
    "file_sha256",
)


def audit(releases: pd.DataFrame, counted: pd.DataFrame) -> pd.DataFrame:
    """One row a release, the newest first.

    releases: Store.releases; counted: `brought` of the same store. Columns: release, published_at, actor, reason, submission,
    base (the release that it was checked against), file_name, file_sha256, added, changed, repeated, withdrawn (cells of
    all tables), then one column a table that was ever touched: the rows it got.
    """
    rows = counted.assign(rows=counted[list(BROUGHT)].sum(axis=1))
    per_table = rows.pivot_table(index="release", columns="table", values="rows", aggfunc="sum")
    touched = [name for name in TABLES if name in per_table.columns]
    totals = counted.groupby("release")[list(BROUGHT)].sum()
    log = releases[list(_FACTS)].set_index("release")
    log = log.join(totals).join(per_table[touched])
    numbers = [*BROUGHT, *touched]
    log[numbers] = log[numbers].fillna(0).astype("int64")
    return log.sort_index(ascending=False).reset_index()
