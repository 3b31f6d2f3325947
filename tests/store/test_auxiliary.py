"""Event tables that another room declares: added to by one at a time, never under a name of the store's own."""

from __future__ import annotations

import pandas as pd
import pytest

from hengyang.errors import DataMissing, SchemaMismatch, StaleRelease
from hengyang.schema import OBSERVATIONS, RELEASES, Column, Table
from hengyang.store import Store, append_events, append_once, check_rows, read_events
from tests.store.builders import keys, observations

NOTES = Table(
    "notes", "a note", ("note",), (Column("note", "integer", low=1), Column("text", nullable=True))
)


def notes(*numbers: int, text: str | None = "a note") -> pd.DataFrame:
    return pd.DataFrame({"note": list(numbers), "text": [text] * len(numbers)})


def test_a_table_without_a_row_yet_is_empty(store: Store) -> None:
    rows, version = read_events(store, NOTES)
    assert (list(rows.columns), len(rows), version) == (["note", "text"], 0, 0)


def test_events_come_back_in_the_order_of_their_key(store: Store) -> None:
    append_events(store, NOTES, notes(2), read_events(store, NOTES)[1])
    append_events(store, NOTES, notes(1), read_events(store, NOTES)[1])
    assert list(read_events(store, NOTES)[0]["note"]) == [1, 2]


def test_who_has_not_seen_the_newest_event_adds_none(store: Store) -> None:
    for seen in (0, read_events(store, NOTES)[1]):
        append_events(store, NOTES, notes(1), read_events(store, NOTES)[1])
        with pytest.raises(StaleRelease):
            append_events(store, NOTES, notes(2), seen)
    assert set(read_events(store, NOTES)[0]["note"]) == {1}


def test_rows_added_once_under_a_name_are_not_added_again(store: Store) -> None:
    append_once(store, NOTES, notes(1), "first")
    append_once(store, NOTES, notes(1), "first")
    assert len(read_events(store, NOTES)[0]) == 1
    with pytest.raises(SchemaMismatch):
        append_once(store, NOTES, notes(2), "first")


def test_rows_that_the_declaration_forbids_are_refused(store: Store) -> None:
    with pytest.raises(SchemaMismatch):
        append_events(store, NOTES, notes(0), 0)
    with pytest.raises(SchemaMismatch):
        append_once(store, NOTES, notes(0), "x")
    assert read_events(store, NOTES)[0].empty


@pytest.mark.parametrize("table", [OBSERVATIONS, RELEASES])
def test_no_event_goes_into_a_table_of_the_store(store: Store, table: Table) -> None:
    with pytest.raises(DataMissing):
        append_events(store, table, table.empty(), 0)
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
