"""What a reader of one release sees of a table: pure, frames in, frames out."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd

from hengyang.schema import Table


def released(rows: pd.DataFrame, numbers: Mapping[str, int]) -> pd.DataFrame:
    """The rows whose submission is named by a release, with its number in `release`, oldest first.

    `numbers` maps submission → release and decides how far the reader looks.
    """
    # Few submissions, many rows: the number is looked up once a submission.
    places, submissions = pd.factorize(rows["submission"])
    number = np.array([numbers.get(name, 0) for name in submissions], dtype="int64")[places]
    is_released = number > 0
    if not is_released.all():
        rows, number = rows[is_released], number[is_released]
    order = np.lexsort((rows["row"].to_numpy(dtype="float64", na_value=0), number))
    found = rows.assign(release=number)
    return found if (order[:-1] < order[1:]).all() else found.iloc[order]


def latest(table: Table, rows: pd.DataFrame) -> pd.DataFrame:
    """One row per cell of released rows: the latest release's, withdrawn ones included.

    A plan table keeps the order in which its rows first came; a fact table is in the order of its key.
    """
    key = list(table.key)
    is_overtaken = rows.duplicated(key, keep="last")
    winners = rows[~is_overtaken] if is_overtaken.any() else rows
    if not table.is_fact:
        if is_overtaken.any():
            arrival = rows.drop_duplicates(key)[key].reset_index(drop=True)
            arrival["arrival"] = arrival.index
            winners = winners.merge(arrival, on=key, how="left").sort_values("arrival")
            winners = winners.drop(columns="arrival")
        return winners.reset_index(drop=True)
    return winners.sort_values(key, key=_natural, kind="stable", ignore_index=True)


def _natural(values: pd.Series) -> pd.Series:
    """T04-2 before T04-10: numbers inside words count as numbers."""
    if values.dtype.kind in "iufM":
        return values
    words = sorted(
        values.unique(),
        key=lambda word: [
            (part.isdigit(), int(part) if part.isdigit() else 0, part)
            for part in re.split(r"(\d+)", str(word))
        ],
    )
    return values.map({word: place for place, word in enumerate(words)}).astype("int64")
