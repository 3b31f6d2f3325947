"""Small files put together: no row changes, no reader and no writer notices, and of two who do it at once one does."""

from __future__ import annotations

import itertools
import os
import time
from pathlib import Path

import pandas as pd
import pytest
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError

from hengyang.schema import OBSERVATIONS
from hengyang.store import Store, create_workspace, delta, merging
from tests.store.builders import keys, observations, released

#: Files of a table that are worth merging, here.
_MONTHS = 3
_CELL = ("T05-3", "2019-05-31")


@pytest.fixture(autouse=True)
def merged_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Merged soon, a partition a commit, in a store of one table: the others are merged as it is."""
    monkeypatch.setattr(merging, "_MERGED_FROM", _MONTHS)
    monkeypatch.setattr(merging, "_MERGED_AT_ONCE", 1)
    monkeypatch.setattr("hengyang.store.store.TABLES", {OBSERVATIONS.name: OBSERVATIONS})


@pytest.fixture
def store(place: str) -> Store:
    return reported(create_workspace(place, "official"))


def reported(store: Store, months: int = _MONTHS) -> Store:
    """A value changed month after month, and taken back in the last."""
    for number in range(1, months):
        report(store, f"m{number}", number)
    released(store, "last", {}, withdrawn={"observations": keys(_CELL)})
    return store


def report(store: Store, name: str, value: float) -> None:
    released(store, name, {"observations": observations((*_CELL, value))})


#: What `reported` leaves to be read, release by release.
_SEEN = [*map(float, range(1, _MONTHS)), None]


def seen(store: Store) -> list[float | None]:
    found = [
        store.read(number, ["observations"]).observations["value"]
        for number in store.release_numbers()
    ]
    assert all(len(values) <= 1 for values in found)
    return [float(values.iloc[0]) if len(values) else None for values in found]


def address(store: Store, table: str = "observations") -> str:
    return store.own(table) if table == "releases" else f"{store.url}/{store.workspace}/{table}"


def stored(store: Store) -> list[int]:
    """Rows of the table, of its submissions and of the releases: what is there twice is counted twice."""
    names = ("observations", "submissions", "releases")
    return [delta.read(address(store, name)).num_rows for name in names]


def files(store: Store) -> int:
    return len(DeltaTable(address(store)).file_uris())


def unnamed(store: Store) -> list[str]:
    """Merged files that no commit names."""
    table = DeltaTable(address(store))
    found = table.vacuum(0, dry_run=True, enforce_retention_duration=False, full=True)
    return [name for name in found if "merged-" in name]


@pytest.mark.parametrize("plan", ["", "city-1"])
def test_every_release_reads_as_before_from_one_file(place: str, plan: str) -> None:
    store = reported(create_workspace(place, "official", plan))
    rows = store.released_rows()["observations"]
    assert seen(store) == _SEEN
    wanted = dict.fromkeys(("observations", "submissions", "releases"), (_MONTHS, 0))
    assert store.merge() == wanted
    assert files(store) == _MONTHS
    assert store.merge(dry_run=False) == wanted
    assert files(store) == 1
    assert seen(store) == _SEEN
    assert stored(store) == [_MONTHS] * 3
    pd.testing.assert_frame_equal(store.released_rows()["observations"], rows)
    assert store.merge(dry_run=False) == {}
    # What was appended once is not appended again, and the next report comes as ever.
    store.append("m1", {"observations": observations((*_CELL, 1))})
    report(store, "next", 99)
    assert seen(store) == [*_SEEN, 99.0]
    assert stored(store) == [_MONTHS + 1] * 3


def test_of_plans_in_a_lake_one_is_merged_alone_or_all_that_have_many_files(place: str) -> None:
    one, few, other = (
        reported(create_workspace(place, "official", f"city-{number}"), months)
        for number, months in enumerate((_MONTHS, 2, _MONTHS), start=1)
    )
    assert few.merge(dry_run=False) == {}
    assert one.merge()["observations"] == (_MONTHS, 0)
    assert one.merge(dry_run=False)["observations"] == (_MONTHS, 0)
    assert files(one) == 1 + 2 + _MONTHS
    assert few.merge(dry_run=False, whole=True)["observations"] == (_MONTHS, 0)
    assert files(few) == 1 + 2 + 1
    assert seen(few) == [1.0, None]
    assert stored(few) == [2 * _MONTHS + 2, 2 * _MONTHS + 2, 2]
    for many in (one, other):
        assert seen(many) == _SEEN


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens) -> None:
    """While one merges, after it has written its first file and before it commits."""
    write, times = merging._merged, itertools.count()

    def written(*arguments):
        action = write(*arguments)
        if not next(times):
            happens()
        return action

    monkeypatch.setattr(merging, "_merged", written)


def test_of_two_who_merge_at_once_one_does_and_no_row_is_there_twice(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    other: list[merging.Merged] = []
    url = address(store)
    meanwhile(monkeypatch, lambda: other.append(merging.merge(url, dry_run=False)))
    assert merging.merge(url, dry_run=False) == (0, 0)
    assert other == [(_MONTHS, 0)]
    assert stored(store) == [_MONTHS] * 3
    assert seen(store) == _SEEN
    assert unnamed(store) == []


def test_a_merge_whose_answer_is_lost_stands(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = DeltaTable.create_write_transaction

    def lost(*arguments, **more):
        commit(*arguments, **more)
        raise CommitFailedError("there is such a version already")

    monkeypatch.setattr(DeltaTable, "create_write_transaction", lost)
    assert merging.merge(address(store), dry_run=False) == (_MONTHS, 0)
    assert stored(store) == [_MONTHS] * 3
    assert seen(store) == _SEEN


def test_who_publishes_while_files_are_merged_is_not_held_up_and_loses_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, lambda: report(store, "next", 99))
    assert store.merge(dry_run=False)["observations"] == (_MONTHS + 1, 0)
    assert seen(store) == [*_SEEN, 99.0]
    assert stored(store) == [_MONTHS + 1] * 3


def test_rows_on_their_way_while_files_are_merged_arrive(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    append, merged = delta._append, []

    def overtaken(table, *arguments):
        merged.append(merging.merge(table.table_uri, dry_run=False).files)
        append(table, *arguments)

    monkeypatch.setattr(delta, "_append", overtaken)
    report(store, "next", 99)
    assert merged[:2] == [_MONTHS, _MONTHS]  # the rows', the submissions'
    assert seen(store) == [*_SEEN, 99.0]
    assert stored(store) == [_MONTHS + 1] * 3


def test_where_somebody_is_first_each_time_it_is_told_what_was_left_and_nothing_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, others = merging._merged, itertools.count(1)

    def overtaken(*arguments):
        action, number = write(*arguments), next(others)
        store.append(f"next-{number}", {"observations": observations((*_CELL, 50 + number))})
        return action

    monkeypatch.setattr(merging, "_merged", overtaken)
    assert merging.merge(address(store), dry_run=False) == (0, _MONTHS + 5)
    assert files(store) == _MONTHS + 5
    assert stored(store)[0] == _MONTHS + 5
    assert seen(store) == _SEEN
    assert unnamed(store) == []


def test_a_publish_whose_releases_are_merged_under_its_hands_goes_through(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit, merged = delta.append_checked, []

    def overtaken(*arguments):
        merged.append(merging.merge(address(store, "releases"), dry_run=False).files)
        commit(*arguments)

    monkeypatch.setattr(delta, "append_checked", overtaken)
    report(store, "next", 99)
    assert merged == [_MONTHS, 0]
    assert seen(store) == [*_SEEN, 99.0]
    assert stored(store) == [_MONTHS + 1] * 3


@pytest.mark.folder
@pytest.mark.parametrize("days", [1, 8])
def test_merged_files_stay_for_a_week_for_readers_and_go_then(
    store: Store, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    long_ago = time.time() - 21 * 86_400
    for file in Path(store.url).rglob("*.parquet"):
        os.utime(file, (long_ago, long_ago))
    monkeypatch.setattr(merging, "_now_ms", lambda: int((time.time() - days * 86_400) * 1000))
    store.merge(dry_run=False)
    gone = store.prune(dry_run=False)
    assert {table: len(names) for table, names in gone.items()} == (
        {"observations": _MONTHS, "submissions": _MONTHS, "releases": _MONTHS} if days > 7 else {}
    )
    left = len(list(Path(store.url, store.workspace, "observations").glob("*.parquet")))
    assert left == (1 if days > 7 else 1 + _MONTHS)
    assert seen(store) == _SEEN
