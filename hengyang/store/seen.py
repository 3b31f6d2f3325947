"""Stored rows of one table as the reader of a release has them: typed, remembered, with their release's facts."""

from __future__ import annotations

from typing import TypeVar

import pandas as pd
import pyarrow as pa

from hengyang.remembered import remembered
from hengyang.schema import ROW_ORIGIN, TABLES, Table
from hengyang.store import visible
from hengyang.store.rows import relaxed

_ORIGIN_NAMES = tuple(column.name for column in ROW_ORIGIN)

#: What is known of a release: its submission, its number, and perhaps more.
Release = TypeVar("Release", bound=tuple)


def bringing(rows: pa.Table, released: frozenset[Release]) -> frozenset[Release]:
    """Of the releases those that brought any of the rows: one that brought none changes nothing here."""
    present = set(rows["submission"].unique().to_pylist())
    return frozenset(release for release in released if release[0] in present)


@remembered(4 * len(TABLES))
def live(name: str, rows: pa.Table, released: frozenset[tuple[str, int]]) -> pd.DataFrame:
    """The table as a reader sees it who sees these submissions, (submission, release) each."""
    table = TABLES[name]
    frame = rows.to_pandas(date_as_object=False)
    if len(frame):
        frame = visible.latest(table, visible.released(frame, dict(released)))
    if frame["is_withdrawn"].any():
        frame = frame[~frame["is_withdrawn"]]
    return table.coerce(_declared_columns(table, frame))


@remembered(2 * len(TABLES))
def ever(
    name: str, rows: pa.Table, released: frozenset[tuple[str, int, pd.Timestamp, str]]
) -> pd.DataFrame:
    """Every row of the table that these releases brought: (submission, release, published_at, actor) each."""
    facts = pd.DataFrame(released, columns=["submission", "release", "published_at", "actor"])
    numbers = dict(zip(facts["submission"], facts["release"], strict=True))
    found = visible.released(rows.to_pandas(date_as_object=False), numbers)
    return with_release_facts(TABLES[name], found.reset_index(drop=True), facts)


def with_release_facts(table: Table, rows: pd.DataFrame, releases: pd.DataFrame) -> pd.DataFrame:
    """Released rows in the table's types, with their origin and their release's published_at and actor."""
    typed = relaxed(table, keep=()).coerce(_declared_columns(table, rows))
    origin = rows[[*_ORIGIN_NAMES, "release"]].reset_index(drop=True)
    released = releases[["release", "published_at", "actor"]]
    return pd.concat([typed, origin], axis=1).merge(released, on="release", how="left")


def _declared_columns(table: Table, rows: pd.DataFrame) -> pd.DataFrame:
    """The declared columns that the rows have: a table made before one was declared lacks it, and it is empty."""
    return rows[[name for name in table.column_names if name in rows.columns]]
