"""Small files put together: no row changes, no reader and no writer notices, and of two who do it at once one does."""

from __future__ import annotations

import itertools
import os
import time
from pathlib import Path

import pandas as pd
import pytest
from deltalake import DeltaTable

from hengyang.store import Store, create_workspace, delta, open_store
from tests.store.builders import keys, observations, released, value

_MONTHS = 4


@pytest.fixture(autouse=True)
def merged_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delta, "_MERGED_FROM", _MONTHS)
    monkeypatch.setattr(delta, "_MERGED_AT_ONCE", 1)


def reported(store: Store, months: int = _MONTHS) -> Store:
    """A value changed month after month, and taken back in the last."""
    for number in range(1, months):
        released(
            store, f"m{number}", {"observations": observations(("T05-3", "2019-05-31", number))}
        )
    released(store, "last", {}, withdrawn={"observations": keys(("T05-3", "2019-05-31"))})
    return store


def seen(store: Store) -> list[float | None]:
    return [value(store, number) for number in store.release_numbers()]


def files(store: Store, table: str) -> int:
    return len(DeltaTable(f"{store.url}/{store.workspace}/{table}").file_uris())


@pytest.mark.parametrize("plan", ["", "city-1"])
def test_every_release_reads_as_before_from_one_file(url: str, plan: str) -> None:
    store = reported(open_store(f"{url}/lake" if plan else url, "official", plan))
    before, rows = seen(store), store.released_rows()["observations"]
    assert before == [*map(float, range(1, _MONTHS)), None]
    wanted = {"observations": _MONTHS, "submissions": _MONTHS, "releases": _MONTHS}
    assert store.merge() == wanted
    assert files(store, "observations") == _MONTHS
    assert store.merge(dry_run=False) == wanted
    assert files(store, "observations") == 1
    assert seen(store) == before
    pd.testing.assert_frame_equal(store.released_rows()["observations"], rows)
    assert store.merge(dry_run=False) == {}
    # What was appended once is not appended again, and the next report comes as ever.
    store.append("m1", {"observations": observations(("T05-3", "2019-05-31", 1))})
    released(store, "next", {"observations": observations(("T05-3", "2019-05-31", 99))})
    assert seen(store) == [*before, 99.0]


def test_a_plan_with_few_files_is_left_alone_beside_those_with_many(place: str) -> None:
    one, few, other = (
        reported(create_workspace(place, "official", f"city-{number}"), months)
        for number, months in enumerate((_MONTHS, 2, _MONTHS), start=1)
    )
    assert few.merge(dry_run=False)["observations"] == 2 * _MONTHS
    assert files(few, "observations") == 1 + 2 + 1
    assert seen(few) == [1.0, None]
    for many in (one, other):
        assert seen(many) == [*map(float, range(1, _MONTHS)), None]


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens) -> None:
    """While one merges, after it has written its first file and before it commits."""
    write, times = delta._merged, itertools.count()

    def written(*arguments):
        action = write(*arguments)
        if not next(times):
            happens()
        return action

    monkeypatch.setattr(delta, "_merged", written)


def test_of_two_who_merge_at_once_one_does_and_no_row_is_there_twice(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, address = seen(reported(store)), f"{store.url}/{store.workspace}/observations"
    other: list[int] = []
    meanwhile(monkeypatch, lambda: other.append(delta.merge(address, dry_run=False)))
    assert delta.merge(address, dry_run=False) == 0
    assert other == [_MONTHS]
    assert delta.read(address).num_rows == _MONTHS
    assert seen(store) == before


def test_who_publishes_while_files_are_merged_is_not_held_up_and_loses_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = seen(reported(store))
    rows = {"observations": observations(("T05-3", "2019-05-31", 99))}
    meanwhile(monkeypatch, lambda: released(store, "next", rows))
    assert store.merge(dry_run=False)["observations"] == _MONTHS + 1
    assert seen(store) == [*before, 99.0]


def test_rows_on_their_way_while_files_are_merged_arrive(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, append, merged = seen(reported(store)), delta._append, []

    def overtaken(table, *arguments):
        merged.append(delta.merge(table.table_uri, dry_run=False))
        append(table, *arguments)

    monkeypatch.setattr(delta, "_append", overtaken)
    released(store, "next", {"observations": observations(("T05-3", "2019-05-31", 99))})
    assert merged[:2] == [_MONTHS, _MONTHS]  # the rows', the submissions'
    assert seen(store) == [*before, 99.0]


def test_where_somebody_is_first_each_time_nothing_is_merged_and_nothing_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, write, others = seen(reported(store)), delta._merged, itertools.count(1)

    def overtaken(*arguments):
        rows = {"observations": observations(("T05-3", "2019-05-31", 50 + next(others)))}
        released(store, f"next-{len(store.release_numbers())}", rows)
        return write(*arguments)

    monkeypatch.setattr(delta, "_merged", overtaken)
    address = f"{store.url}/{store.workspace}/observations"
    assert delta.merge(address, dry_run=False) == 0
    assert seen(store) == [*before, *(50.0 + number for number in range(1, next(others)))]


def test_a_publish_whose_releases_are_merged_under_its_hands_goes_through(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, commit = seen(reported(store)), delta.append_checked

    def overtaken(*arguments):
        merged.append(store.merge(dry_run=False).get("releases"))
        commit(*arguments)

    merged: list[int | None] = []
    monkeypatch.setattr(delta, "append_checked", overtaken)
    released(store, "next", {"observations": observations(("T05-3", "2019-05-31", 99))})
    assert merged == [_MONTHS, None]
    assert seen(store) == [*before, 99.0]


@pytest.mark.folder
@pytest.mark.parametrize("days", [1, 8])
def test_merged_files_stay_for_a_week_for_readers_and_go_then(
    store: Store, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    before, long_ago = seen(reported(store)), time.time() - 21 * 86_400
    for file in Path(store.url).rglob("*.parquet"):
        os.utime(file, (long_ago, long_ago))
    monkeypatch.setattr(delta, "_now_ms", lambda: int((time.time() - days * 86_400) * 1000))
    store.merge(dry_run=False)
    gone = store.prune(dry_run=False)
    assert {table: len(names) for table, names in gone.items()} == (
        {"observations": _MONTHS, "submissions": _MONTHS, "releases": _MONTHS} if days > 7 else {}
    )
    left = len(list(Path(store.url, store.workspace, "observations").glob("*.parquet")))
    assert left == (1 if days > 7 else 1 + _MONTHS)
    assert seen(store) == before
