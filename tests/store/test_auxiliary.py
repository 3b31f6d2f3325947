"""Event tables that another room declares: about one thing one at a time, never under a name of the store's own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pandas as pd
import pyarrow.parquet as pq
import pytest

from hengyang.errors import DataMissing, SchemaMismatch, StaleRelease
from hengyang.schema import OBSERVATIONS, RELEASES, Column, Table
from hengyang.store import Store, append_events, append_once, check_rows, read_events
from tests.store.builders import keys, observations

NOTES = Table(
    "notes",
    "a note about something",
    ("about", "note"),
    (Column("about"), Column("note", "integer", low=1), Column("text", nullable=True)),
)


def notes(*numbers: int, about: str = "roads", text: str | None = "a note") -> pd.DataFrame:
    return pd.DataFrame({"about": about, "note": list(numbers), "text": text})


def add(store: Store, number: int, seen: int, about: str = "roads") -> None:
    append_events(store, NOTES, notes(number, about=about), seen, about)


def version(store: Store) -> int:
    return read_events(store, NOTES)[1]


def test_a_table_without_a_row_yet_is_empty(store: Store) -> None:
    rows, seen = read_events(store, NOTES)
    assert (list(rows.columns), len(rows), seen) == (["about", "note", "text"], 0, 0)


def test_events_come_back_in_the_order_of_their_key(store: Store) -> None:
    add(store, 2, 0)
    add(store, 1, version(store))
    assert list(read_events(store, NOTES)[0]["note"]) == [1, 2]


@pytest.mark.parametrize("between", [0, 12])
def test_who_has_not_seen_the_newest_event_about_the_same_adds_none(
    store: Store, between: int
) -> None:
    add(store, 1, 0, "parks")
    seen = version(store)
    # Checkpoints are written on the way (every 20 commits): they must not hide who was first.
    for number in range(between):
        add(store, number + 2, version(store), "parks")
    add(store, 1, version(store))
    for number in range(between):
        add(store, number + 50, version(store), "parks")
    with pytest.raises(StaleRelease):
        add(store, 2, seen)
    assert list(read_events(store, NOTES, "roads")[0]["note"]) == [1]


def test_who_adds_about_nothing_in_particular_must_have_seen_everything(store: Store) -> None:
    add(store, 1, 0)
    seen = version(store)
    add(store, 1, seen, "parks")
    with pytest.raises(StaleRelease):
        append_events(store, NOTES, notes(2), seen)
    append_events(store, NOTES, notes(2), version(store))
    assert len(read_events(store, NOTES)[0]) == 3


def test_events_about_something_else_are_no_obstacle(store: Store) -> None:
    add(store, 1, 0)
    seen = version(store)
    for about in ("parks", "schools", "roads"):
        add(store, 2, seen, about)
    assert len(read_events(store, NOTES)[0]) == 4


def test_of_many_who_add_about_the_same_at_once_one_does(store: Store) -> None:
    add(store, 1, 0)
    seen, start = version(store), Barrier(6)

    def race(number: int) -> bool:
        start.wait()
        try:
            add(store, number, seen)
        except StaleRelease:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(race, range(2, 8))) == 1
    assert len(read_events(store, NOTES)[0]) == 2


@pytest.mark.folder
def test_what_is_added_is_added_though_no_checkpoint_can_be_written_after_it(store: Store) -> None:
    add(store, 1, 0)
    log = Path(store.url, store.workspace, NOTES.name, "_delta_log")
    (log / f"{20:020}.checkpoint.parquet").mkdir()
    for number in range(2, 42):
        add(store, number, version(store))
    assert (log / f"{40:020}.checkpoint.parquet").is_file()
    assert list(read_events(store, NOTES)[0]["note"]) == list(range(1, 42))


@pytest.mark.parametrize("about", ["parks", "o'clock", "' OR 'a'='a"])
def test_only_what_is_asked_about_is_read(store: Store, about: str) -> None:
    add(store, 1, 0)
    add(store, 7, version(store), about)
    assert list(read_events(store, NOTES, about)[0]["note"]) == [7]
    assert read_events(store, NOTES, "nothing")[0].empty


@pytest.mark.folder
def test_files_about_something_else_stay_closed(store: Store) -> None:
    for number, about in enumerate(("parks", "roads", "parks"), start=1):
        add(store, number, version(store), about)
    for file in Path(store.url, store.workspace, NOTES.name).glob("*.parquet"):
        if "parks" in pq.read_table(file)["about"].to_pylist():
            file.unlink()
    assert list(read_events(store, NOTES, "roads")[0]["note"]) == [2]


def test_rows_added_once_under_a_name_are_not_added_again(store: Store) -> None:
    append_once(store, NOTES, notes(1), "first")
    append_once(store, NOTES, notes(1), "first")
    assert len(read_events(store, NOTES)[0]) == 1
    with pytest.raises(SchemaMismatch):
        append_once(store, NOTES, notes(2), "first")


def test_rows_that_the_declaration_forbids_are_refused(store: Store) -> None:
    with pytest.raises(SchemaMismatch):
        add(store, 0, 0)
    with pytest.raises(SchemaMismatch):
        append_once(store, NOTES, notes(0), "x")
    assert read_events(store, NOTES)[0].empty


@pytest.mark.parametrize("table", [OBSERVATIONS, RELEASES])
def test_no_event_goes_into_a_table_of_the_store(store: Store, table: Table) -> None:
    with pytest.raises(DataMissing):
        append_events(store, table, table.empty(), 0, "x")
    with pytest.raises(DataMissing):
        append_once(store, table, table.empty(), "x")
    with pytest.raises(DataMissing):
        read_events(store, table)


def test_auxiliary_rows_make_no_release(store: Store) -> None:
    append_once(store, NOTES, notes(1), "first")
    assert store.latest_release() == 0


def test_rows_are_checked_as_publishing_would_and_nothing_is_written(store: Store) -> None:
    good = observations(("T05-3", "2019-05-31", 1))
    check_rows(store, {"observations": good}, {"observations": keys(("T05-2", "2019-05-31"))})
    for bad in (good.assign(is_simulated=True), good.assign(division="x"), pd.concat([good, good])):
        with pytest.raises(SchemaMismatch):
            check_rows(store, {"observations": bad}, {})
    with pytest.raises(DataMissing):
        check_rows(store, {"nonsense": good}, {})
    store.append("mine", {"observations": good})
