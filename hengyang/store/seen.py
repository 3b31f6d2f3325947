"""Stored rows of one table as the reader of a release has them: typed, remembered, with their release's facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from threading import Lock
from typing import TypeVar

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from hengyang.remembered import remembered
from hengyang.schema import ROW_ORIGIN, TABLES, Table, Tables
from hengyang.schema.table import from_arrow
from hengyang.store import visible

_ORIGIN_NAMES = tuple(column.name for column in ROW_ORIGIN)

#: What is known of a release: its submission, its number, and perhaps more.
Release = TypeVar("Release", bound=tuple)


def bringing(rows: pa.Table, released: frozenset[Release]) -> frozenset[Release]:
    """Of the releases those that brought any of the rows: one that brought none changes nothing here."""
    present = set(rows["submission"].unique().to_pylist())
    return frozenset(release for release in released if release[0] in present)


@remembered(4 * len(TABLES))
def live(name: str, rows: pa.Table | None, released: frozenset[tuple[str, int]]) -> pd.DataFrame:
    """The table as a reader sees it who sees these submissions, (submission, release) each."""
    table = TABLES[name]
    if rows is None or not released:
        return without_rows(table)
    by_submission = rows.column("submission").combine_chunks().dictionary_encode()
    number = visible.release_numbers(
        by_submission.indices.to_numpy(), by_submission.dictionary.to_pylist(), dict(released)
    )
    places = visible.oldest_first(number, pc.fill_null(rows.column("row"), 0).to_numpy())
    key = [from_arrow(table.column(name), rows.column(name)) for name in table.key]
    if places is None:
        places = visible.latest_places(key, is_ordered=table.is_fact)
    else:
        winners = visible.latest_places(
            [values.take(places) for values in key], is_ordered=table.is_fact
        )
        places = places[winners]
    places = places[~rows.column("is_withdrawn").to_numpy()[places]]
    as_they_lie = len(places) == len(rows) and (places[:-1] < places[1:]).all()
    return table.of_arrow(rows, None if as_they_lie else places)


def tables(
    workspace: str,
    release: int,
    plan: str,
    stored: Mapping[str, tuple[pa.Table, frozenset[tuple[str, int]]]],
) -> Tables:
    """A release made of stored rows, each table's with the releases that brought them.

    The same rows are the same Tables: what is worked out of them, the lights first of all, is known already when
    somebody submits, decides and publishes one after the other.
    """
    return _tables(
        workspace,
        release,
        plan,
        # A table without rows is none that anybody read before.
        [(name, rows if len(rows) else None, brought) for name, (rows, brought) in stored.items()],
    )


#: Few, for the rows that are compared stay in memory: the newest release, the one before it, another plan's or
#: workspace's. Pages keep their own for longer.
@remembered(3)
def _tables(
    workspace: str,
    release: int,
    plan: str,
    stored: list[tuple[str, pa.Table | None, frozenset[tuple[str, int]]]],
) -> Tables:
    by_name = {name: (rows, brought) for name, rows, brought in stored}
    return Tables(workspace, release, TypedWhenAsked(by_name), plan)


class TypedWhenAsked(Mapping[str, pd.DataFrame]):
    """Table name → live frame, made when it is first asked for: most readers ask for few of the forty.

    May be shared by threads. The rows are there already, so what a name leads to never changes.
    """

    def __init__(
        self, stored: Mapping[str, tuple[pa.Table | None, frozenset[tuple[str, int]]]]
    ) -> None:
        self._stored = dict(stored)
        self._frames: dict[str, pd.DataFrame] = {}
        self._making = {name: Lock() for name in self._stored}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._frames:
            with self._making[name]:
                if name not in self._frames:
                    self._frames[name] = live(name, *self._stored[name])
                    # `_tables` and `live` hold the rows of the last ones asked for; whoever keeps these for longer
                    # than they do keeps frames alone.
                    del self._stored[name]
        return self._frames[name]

    def __contains__(self, name: object) -> bool:
        return name in self._making

    def __iter__(self) -> Iterator[str]:
        return iter(self._making)

    def __len__(self) -> int:
        return len(self._making)


def typed(table: Table, rows: pa.Table) -> pd.DataFrame:
    """Stored rows in the table's types, with their origin."""
    return _with_origin(table).of_arrow(rows)


@cache
def _with_origin(table: Table) -> Table:
    return replace(table, columns=(*table.columns, *ROW_ORIGIN))


@cache
def without_rows(table: Table) -> pd.DataFrame:
    """The one frame of a table to which nothing ever came."""
    return table.empty()


@remembered(2 * len(TABLES))
def ever(
    name: str, rows: pa.Table, released: frozenset[tuple[str, int, pd.Timestamp, str]]
) -> pd.DataFrame:
    """Every row of the table that these releases brought: (submission, release, published_at, actor) each."""
    facts = pd.DataFrame(released, columns=["submission", "release", "published_at", "actor"])
    numbers = dict(zip(facts["submission"], facts["release"], strict=True))
    found = visible.released(typed(TABLES[name], rows), numbers)
    return with_release_facts(TABLES[name], found.reset_index(drop=True), facts)


def with_release_facts(table: Table, rows: pd.DataFrame, releases: pd.DataFrame) -> pd.DataFrame:
    """Released rows, typed, with their origin and their release's published_at and actor."""
    columns = [*table.column_names, *_ORIGIN_NAMES, "release"]
    released = releases[["release", "published_at", "actor"]]
    return rows[columns].merge(released, on="release", how="left")
