"""What a reader of one release sees of a table: pure, frames in, frames out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from hengyang.schema import Table

_FIGURES = re.compile(r"\d+")


def released(rows: pd.DataFrame, numbers: Mapping[str, int]) -> pd.DataFrame:
    """The rows whose submission is named by a release, with its number in `release`, oldest first.

    `numbers` maps submission → release and decides how far the reader looks.
    """
    # Few submissions, many rows: the number is looked up once a submission.
    codes, submissions = pd.factorize(rows["submission"])
    number = release_numbers(codes, submissions, numbers)
    places = oldest_first(number, rows["row"].to_numpy(dtype="int64", na_value=0))
    found = rows.assign(release=number)
    return found if places is None else found.take(places)


def release_numbers(
    codes: np.ndarray, submissions: Iterable[str], numbers: Mapping[str, int]
) -> np.ndarray:
    """For each row the release that names its submission, 0 for none; a code says which submission is a row's."""
    return np.array([numbers.get(name, 0) for name in submissions], dtype="int64")[codes]


def oldest_first(number: np.ndarray, row: np.ndarray) -> np.ndarray | None:
    """The places of the released rows by release and row of their file; None when that is all, as they lie."""
    if number.all():
        later = (number[:-1] < number[1:]) | ((number[:-1] == number[1:]) & (row[:-1] <= row[1:]))
        return None if later.all() else np.lexsort((row, number))
    places = np.flatnonzero(number)
    return places[np.lexsort((row[places], number[places]))]


def latest(table: Table, rows: pd.DataFrame) -> pd.DataFrame:
    """One row per cell of released rows: the latest release's, withdrawn ones included.

    A plan table keeps the order in which its rows first came; a fact table is in the order of its key.
    """
    places = latest_places([rows[name].array for name in table.key], is_ordered=table.is_fact)
    return rows.take(places).reset_index(drop=True)


def latest_places(key: Sequence[ExtensionArray | np.ndarray], *, is_ordered: bool) -> np.ndarray:
    """The places of each cell's last row, by its key or, unless that orders them, by its first row."""
    columns = [_comparable(values, is_ordered=is_ordered) for values in key]
    order = np.lexsort(columns[::-1])
    is_next_cell = np.zeros(len(order), dtype="bool")
    is_next_cell[:1] = True
    for column in columns:
        is_next_cell[1:] |= np.diff(column[order]) != 0
    # The order is stable: of the rows of one cell the first came first, and the last is the latest.
    first = np.flatnonzero(is_next_cell)
    winners = order[np.append(first[1:], len(order)) - 1] if len(order) else order
    return winners if is_ordered else winners[np.argsort(order[first])]


def _comparable(values: ExtensionArray | np.ndarray, *, is_ordered: bool) -> np.ndarray:
    """A number for each value, equal for equal ones; ordered ones say which comes first: T04-2 before T04-10."""
    if values.dtype.kind in "iufM":
        numbers = np.asarray(values)
        return numbers.view("int64") if numbers.dtype.kind == "M" else numbers
    codes, words = pd.factorize(pd.Series(values))
    if not is_ordered:
        return codes
    naturally = [_natural(word) for word in map(str, words)]
    place = np.empty(len(words), dtype="int64")
    place[sorted(range(len(words)), key=naturally.__getitem__)] = np.arange(len(words))
    return place[codes]


def _natural(word: str) -> str:
    """A key by which numbers inside words count as numbers; a word, because thousands of lists keep the collector busy."""
    return _FIGURES.sub(_as_number, word)


def _as_number(figures: re.Match[str]) -> str:
    # Before any text come figures: the fewer the less; of one value (04 and 4) as they are written.
    value = figures[0].lstrip("0")
    return f"\0{chr(len(value))}{value}\0{figures[0]}\0"
