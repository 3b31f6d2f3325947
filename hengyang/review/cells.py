"""A proposal's cells: frames of many tables as rows of one, and back. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime

import pandas as pd

from hengyang.review.tables import PROPOSED_CELLS
from hengyang.schema import TABLES, Table, Tables

#: Columns that say where a value comes from, not what it is: alone they change nothing that a reader sees.
PROVENANCE = frozenset(
    {"source", "quote_zh", "department", "reported_on", "reason", "is_simulated", "author"}
)

Frames = Mapping[str, pd.DataFrame]


def packed(proposal: str, frames: Frames, withdrawn: Frames) -> pd.DataFrame:
    """PROPOSED_CELLS: every row of every frame, numbered from 1 in the order of their file.

    A `row` column says where a row stands in its file. Raises: DataMissing for a table that is none.
    """
    rows = [
        {
            "proposal": proposal,
            "table": name,
            "row": None if pd.isna(row := line.get("row", place)) else int(row),
            "is_withdrawn": is_withdrawn,
            "content": json.dumps(
                {key: _plain(value) for key, value in line.items() if key != "row"},
                ensure_ascii=False,
            ),
        }
        for group, is_withdrawn in ((frames, False), (withdrawn, True))
        for name, frame in group.items()
        for place, line in enumerate(frame.to_dict("records"), start=1)
    ]
    numbered = [{**row, "cell": number} for number, row in enumerate(rows, start=1)]
    return PROPOSED_CELLS.coerce(pd.DataFrame(numbered, columns=PROPOSED_CELLS.column_names))


def unpacked(cells: pd.DataFrame) -> tuple[dict[str, pd.DataFrame], dict[str, pd.DataFrame]]:
    """The frames and the withdrawn keys of PROPOSED_CELLS, each with its `row`."""
    frames: dict[str, pd.DataFrame] = {}
    withdrawn: dict[str, pd.DataFrame] = {}
    for (name, is_withdrawn), group in cells.groupby(["table", "is_withdrawn"], sort=False):
        lines = [json.loads(content) for content in group["content"]]
        frame = pd.DataFrame(lines, columns=_columns(TABLES[str(name)], lines))
        (withdrawn if is_withdrawn else frames)[str(name)] = frame.assign(row=list(group["row"]))
    return frames, withdrawn


def with_days(frames: Frames) -> dict[str, pd.DataFrame]:
    """Rows kept as JSON, with days as days again."""
    return {
        name: frame.assign(
            **{
                column.name: pd.to_datetime(frame[column.name])
                for column in TABLES[name].columns
                if column.kind == "date" and column.name in frame.columns
            }
        )
        for name, frame in frames.items()
    }


def changed_only(frames: Frames, withdrawn: Frames, tables: Tables) -> tuple[Frames, Frames]:
    """What differs from the tables in more than where it comes from; a template sent back unchanged proposes nothing."""
    kept = {
        name: frame[~_is_as_published(TABLES[name], frame, tables[name])]
        for name, frame in frames.items()
    }
    taken_back = {
        name: frame[_keys(TABLES[name], frame).isin(_keys(TABLES[name], tables[name]))]
        for name, frame in withdrawn.items()
    }
    return _filled(kept), _filled(taken_back)


def subjects(cells: pd.DataFrame) -> list[str]:
    """Of each proposed cell its subject as text: an indicator, a milestone, S1-3 for a commitment, or T07 for a task."""
    found = []
    for content in cells["content"]:
        line = json.loads(content)
        subject = next(
            (
                line[name]
                for name in ("project", "indicator", "milestone", "subject", "proposal", "reply")
                if line.get(name)
            ),
            None,
        )
        if line.get("safeguard"):
            subject = f"S{int(line['safeguard'])}-{int(line['position'])}"
        found.append(str(subject or f"T{int(line.get('task') or 0):02d}"))
    return found


def keys_of(cells: pd.DataFrame) -> dict[str, pd.Series]:
    """Table → the keys of its proposed cells as comparable text, indexed by cell number."""
    frames = {}
    for name, group in cells.groupby("table", sort=False):
        lines = pd.DataFrame([json.loads(content) for content in group["content"]])
        keys = _keys(TABLES[str(name)], lines)
        frames[str(name)] = pd.Series(keys.to_numpy(), index=group["cell"].to_numpy())
    return frames


def key_text(table: Table, frame: pd.DataFrame) -> pd.Series:
    """The key of each row as one comparable text: T05-3 · 430400 · 2019-05-31 · same."""
    return _keys(table, frame)


def _filled(frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    return {name: frame for name, frame in frames.items() if len(frame)}


def _is_as_published(table: Table, frame: pd.DataFrame, published: pd.DataFrame) -> pd.Series:
    substance = [
        column.name
        for column in table.columns
        if column.name not in PROVENANCE and column.name not in table.key
    ]
    before = dict(zip(_keys(table, published), _texts(table, published, substance), strict=True))
    now = zip(_keys(table, frame), _texts(table, frame, substance), strict=True)
    return pd.Series([before.get(key) == text for key, text in now], index=frame.index, dtype=bool)


def _keys(table: Table, frame: pd.DataFrame) -> pd.Series:
    return pd.Series(_texts(table, frame, table.key), index=frame.index, dtype="object")


def _texts(table: Table, frame: pd.DataFrame, names: Iterable[str]) -> list[str]:
    columns = [
        [_comparable(table.column(name).kind, value) for value in frame[name]]
        if name in frame.columns
        else [""] * len(frame)
        for name in names
    ]
    if not columns:
        return [""] * len(frame)
    return [" · ".join(parts) for parts in zip(*columns, strict=True)]


def _comparable(kind: str, value: object) -> str:
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return ""
    if kind == "date":
        return pd.Timestamp(value).date().isoformat()  # type: ignore[arg-type]
    if kind in ("number", "integer"):
        return repr(float(value))  # type: ignore[arg-type]
    return str(value)


def _columns(table: Table, lines: list[dict[str, object]]) -> list[str]:
    present = {name for line in lines for name in line}
    return [name for name in table.column_names if name in present]


def _plain(value: object) -> object:
    """A value as JSON takes it: days and instants as ISO text, what is not there as null."""
    if value is None or (not isinstance(value, str) and pd.isna(value)):  # type: ignore[call-overload]
        return None
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat() if value == value.normalize() else value.isoformat()
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if hasattr(value, "item"):
        return value.item()
    return value
