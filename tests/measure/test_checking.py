"""The benchmark itself: it measures what it says, and its budget holds."""

from __future__ import annotations

import pytest

from hengyang import store
from hengyang.ingest.reading import read
from tests.measure.checking import long_file, measure, peak_megabytes


def test_the_measured_file_has_the_rows_that_it_is_measured_for(store_url: str) -> None:
    tables = store.open_store(store_url, "demo").read()
    assert len(read(long_file(tables, 300), "台账.xlsx").sheets[0].cells) == 301


@pytest.mark.proof
def test_checking_keeps_its_budget(store_url: str) -> None:
    tables = store.open_store(store_url, "demo").read()
    found = measure(tables)
    assert found.is_within_budget, found


def test_memory_grows_no_faster_than_the_rows(store_url: str) -> None:
    tables = store.open_store(store_url, "demo").read()
    few, many = (peak_megabytes(tables, rows) for rows in (300, 900))
    assert many < 4 * few
