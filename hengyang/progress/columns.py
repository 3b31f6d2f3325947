"""Frames of lights: every column in its type."""

from __future__ import annotations

import pandas as pd


def typed(frame: pd.DataFrame, kinds: dict[str, object]) -> pd.DataFrame:
    """The frame with its columns in the types that the letters of `kinds` name."""
    series: dict[str, pd.Series] = {}
    for name, kind in kinds.items():
        column = frame[name]
        if kind == "t":
            series[name] = column.astype("object").where(column.notna(), None).astype("str")
        elif kind == "n":
            series[name] = column.astype("float64")
        elif kind == "i":
            series[name] = column.astype("int64")
        elif kind == "f":
            series[name] = column.astype("bool")
        elif kind == "d":
            days = [None if day is None or day is pd.NaT else day for day in column]
            series[name] = pd.Series(pd.array(days, dtype="datetime64[s]"), index=frame.index)
        elif kind == "l":
            series[name] = column
        else:
            members = [member.value for member in kind]  # type: ignore[attr-defined]
            missing = column.isna()
            values = [
                None if is_missing else str(value)
                for value, is_missing in zip(column, missing, strict=True)
            ]
            series[name] = pd.Series(pd.Categorical(values, categories=members), index=frame.index)
    return pd.DataFrame(series, index=frame.index)
