"""The rows of a frame, to be drawn one by one."""

from __future__ import annotations

from typing import Any

import pandas as pd


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """The rows as named tuples. What a column holds is declared in schema.py, not known to a type checker."""
    return list(frame.itertuples())


def row_of(frame: pd.DataFrame, key: str, value: Any) -> Any:
    """The one row whose key column has the value, as a series. Raises: KeyError when there is none."""
    return frame.set_index(key).loc[value]
