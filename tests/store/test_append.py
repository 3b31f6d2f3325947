"""What may be appended."""

import pytest

from hengyang.errors import SchemaMismatch
from hengyang.store import open_store
from tests.store.builders import keys, observations, publish, value

DAY = "2019-05-31"


def checks(refusal):
    return set(refusal.value.faults["check"])


def test_simulated_rows_are_refused_among_real_ones(url):
    store = open_store(url, "official")
    rows = observations(("T05-3", DAY, 1), is_simulated=True)
    with pytest.raises(SchemaMismatch) as refusal:
        store.append("first", {"observations": rows})
    assert checks(refusal) == {"simulated_among_real"}


def test_real_rows_are_refused_among_simulated_ones(url):
    store = open_store(url, "demo")
    with pytest.raises(SchemaMismatch) as refusal:
        store.append("first", {"observations": observations(("T05-3", DAY, 1))})
    assert checks(refusal) == {"real_among_simulated"}


def test_one_simulated_row_refuses_the_whole_submission(url):
    store = open_store(url, "official")
    rows = observations(("T05-3", DAY, 1), ("T08-1", DAY, 2)).assign(is_simulated=[False, True])
    with pytest.raises(SchemaMismatch) as refusal:
        store.append("first", {"observations": rows})
    assert list(refusal.value.faults["row"]) == [1]


def test_an_unfit_table_keeps_every_other_table_of_the_submission_out(store):
    unfit = observations(("not an indicator", DAY, 1))
    good = observations(("T05-3", DAY, 1))
    with pytest.raises(SchemaMismatch):
        store.append("first", {"observations": unfit})
    store.append("first", {"observations": good})
    publish(store, "first", base=0)
    assert value(store) == 1.0


def test_a_cell_that_comes_twice_is_refused(store):
    twice = observations(("T05-3", DAY, 1), ("T05-3", DAY, 2))
    with pytest.raises(SchemaMismatch):
        store.append("first", {"observations": twice})


def test_a_cell_both_reported_and_withdrawn_is_refused(store):
    rows = {"observations": observations(("T05-3", DAY, 1))}
    with pytest.raises(SchemaMismatch) as refusal:
        store.append("first", rows, withdrawn={"observations": keys(("T05-3", DAY))})
    assert checks(refusal) == {"repeated"}


def test_a_withdrawal_without_its_whole_key_is_refused(store):
    with pytest.raises(SchemaMismatch):
        store.append(
            "first",
            {},
            withdrawn={"observations": keys(("T05-3", DAY)).drop(columns="division")},
        )


def test_an_empty_submission_is_refused(store):
    with pytest.raises(SchemaMismatch) as refusal:
        store.append("first", {"observations": observations(("T05-3", DAY, 1)).head(0)})
    assert checks(refusal) == {"empty"}


def test_appending_the_same_submission_again_adds_nothing(store):
    frames = {"observations": observations(("T05-3", DAY, 1))}
    store.append("first", frames)
    store.append("first", frames)
    publish(store, "first", base=0)
    store.append("first", frames)
    assert len(store.read_with_origin("observations")) == 1


def test_a_released_submission_takes_no_other_rows(store):
    store.append("first", {"observations": observations(("T05-3", DAY, 1))})
    publish(store, "first", base=0)
    with pytest.raises(SchemaMismatch) as refusal:
        store.append("first", {"observations": observations(("T05-3", DAY, 2))})
    assert checks(refusal) == {"submission_differs"}
    assert value(store) == 1.0
