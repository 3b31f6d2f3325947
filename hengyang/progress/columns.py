"""Frames of lights: every column in its type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd


def typed(rows: Sequence[Mapping[str, object]], kinds: Mapping[str, object]) -> pd.DataFrame:
    """The rows as a frame, its columns in the types that the letters of `kinds` name; what a row lacks is missing.

    Raises: TypeError for a row that lacks an integer or a flag, which cannot be missing.
    """
    columns: dict[str, object] = {}
    for name, kind in kinds.items():
        values = [_or_none(row.get(name)) for row in rows]
        if kind == "t":
            texts = [None if value is None else str(value) for value in values]
            columns[name] = pd.Series(texts, dtype="str")
        elif kind == "n":
            columns[name] = np.array(
                [np.nan if value is None else value for value in values], dtype="float64"
            )
        elif kind == "i":
            columns[name] = np.array(values, dtype="int64")
        elif kind == "f":
            if None in values:
                raise TypeError(f"a row lacks the flag {name}")
            columns[name] = np.array(values, dtype="bool")
        elif kind == "d":
            columns[name] = pd.Series(pd.array(values, dtype="datetime64[s]"))  # type: ignore[call-overload]
        elif kind == "l":
            columns[name] = pd.Series(values, dtype="object")
        else:
            members = [member.value for member in kind]  # type: ignore[attr-defined]
            words = [None if value is None else str(value) for value in values]
            columns[name] = pd.Categorical(words, categories=members)
    return pd.DataFrame(columns)


def _or_none(value: object) -> object:
    """None for whatever stands for nothing: NaN, NaT, NA."""
    return None if value is pd.NA or value != value else value
