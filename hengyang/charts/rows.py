"""The rows of a frame, to be drawn one by one."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pandas as pd


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """The rows as named tuples. What a column holds is declared in schema/, not known to a type checker."""
    return list(frame.itertuples())


def row_of(frame: pd.DataFrame, key: str, value: Any) -> Any:
    """The one row whose key column has the value, as a series. Raises: KeyError when there is none."""
    return frame.set_index(key).loc[value]


def rows_by(frame: pd.DataFrame, key: str) -> dict[Any, list[Any]]:
    """The rows as `rows_of`, under their value of a column; a value without rows gives an empty list."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows_of(frame):
        found[getattr(row, key)].append(row)
    return found
