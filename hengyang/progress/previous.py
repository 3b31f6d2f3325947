"""What was published for a cell's subject the last time before: what a reviewer holds a new figure against."""

from __future__ import annotations

from datetime import date

import pandas as pd

from hengyang.schema import Tables

#: Fact table → the columns that say whose value it is, beside its reference_date.
_WHOSE = {"observations": ("indicator", "division"), "milestone_reports": ("milestone",)}


def previous(
    tables: Tables, table: str, subject: str, division: str | None, day: date, field: str
) -> tuple[object, date] | None:
    """The last comparable value of a column before a day, and the day that it is about; None when there is none.

    `division` counts for observations alone. Narratives and other tables have no figure before.
    """
    if table not in _WHOSE:
        return None
    rows = tables[table]
    for name, wanted in zip(_WHOSE[table], (subject, division), strict=False):
        rows = rows[rows[name] == wanted]
    earlier = rows[
        (rows["reference_date"] < pd.Timestamp(day))
        & (rows["comparability"] == "same")
        & rows[field].notna()
    ]
    if earlier.empty:
        return None
    last = earlier.sort_values("reference_date", kind="stable").iloc[-1]
    return last[field], last["reference_date"].date()
