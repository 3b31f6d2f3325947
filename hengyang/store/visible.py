"""What a reader of one release sees of a table: pure, frames in, frames out."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd

from hengyang.schema import Table

_FIGURES = re.compile(r"(\d+)")


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
    found = rows.assign(release=number)
    place = rows["row"].to_numpy(dtype="int64", na_value=0)
    is_earlier = (number[:-1] < number[1:]) | (number[:-1] == number[1:]) & (
        place[:-1] <= place[1:]
    )
    return found if is_earlier.all() else found.take(np.lexsort((place, number)))


def latest(table: Table, rows: pd.DataFrame) -> pd.DataFrame:
    """One row per cell of released rows: the latest release's, withdrawn ones included.

    A plan table keeps the order in which its rows first came; a fact table is in the order of its key.
    """
    places = [_places(rows[name], is_ordered=table.is_fact) for name in table.key]
    order = np.lexsort(places[::-1])
    is_next_cell = np.zeros(len(rows), dtype="bool")
    is_next_cell[:1] = True
    for place in places:
        is_next_cell[1:] |= np.diff(place[order]) != 0
    # The order is stable: of the rows of one cell the first came first, and the last is the latest.
    first = np.flatnonzero(is_next_cell)
    winners = order[np.append(first[1:], len(rows)) - 1] if len(rows) else order
    if not table.is_fact:
        winners = winners[np.argsort(order[first])]
    if len(winners) == len(rows) and (winners[:-1] < winners[1:]).all():
        return rows.reset_index(drop=True)
    return rows.take(winners).reset_index(drop=True)


def _places(values: pd.Series, *, is_ordered: bool) -> np.ndarray:
    """A number for each value, equal for equal ones; ordered ones say which comes first: T04-2 before T04-10."""
    if values.dtype.kind in "iufM":
        numbers = values.to_numpy()
        return numbers.view("int64") if values.dtype.kind == "M" else numbers
    codes, words = pd.factorize(values)
    if not is_ordered:
        return codes
    naturally = [_natural(str(word)) for word in words]
    place = np.empty(len(words), dtype="int64")
    place[sorted(range(len(words)), key=naturally.__getitem__)] = np.arange(len(words))
    return place[codes]


def _natural(word: str) -> list[str | tuple[int, str]]:
    """Numbers inside words count as numbers."""
    # Text and figures turn about, so what is compared is of one kind.
    parts = _FIGURES.split(word)
    natural: list[str | tuple[int, str]] = [*parts]
    natural[1::2] = [(int(part), part) for part in parts[1::2]]
    return natural
