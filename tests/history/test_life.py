"""The life of one cell, and the names of cells."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang import history
from hengyang.schema import TABLES
from tests.history.builders import ever_released, observation, releases

FOUR = releases(
    *("2019-01-08", "2019-02-08", "2019-03-08", "2019-04-08"),
    file_name=[None, "三月.xls", None, None],
    file_sha256=[None, "a" * 64, None, None],
)


def lived(*values, withdrawn=()):
    rows = ever_released(
        *((at, observation(value)) for at, value in enumerate(values, start=1)), withdrawn=withdrawn
    )
    return history.life(rows, FOUR, "observations")


def test_every_value_says_release_person_file_and_row():
    second = lived(14.2, 15.0).iloc[1]
    assert (second["value"], second["release"], second["actor"]) == (15.0, 2, "reviewer")
    assert (second["file_name"], second["file_sha256"], second["row"]) == ("三月.xls", "a" * 64, 2)
    assert second["release_reason"] == "a reason"
    assert second["source"] == "report"


def test_a_life_tells_what_happened_each_time():
    found = lived(1.0, 1.0, 1.0, 1.0, withdrawn=(2,))
    assert list(found["change"]) == ["first", "repeated", "withdrawn", "returned"]
    assert list(lived(1.0, 2.0)["change"]) == ["first", "changed"]


def test_a_withdrawn_value_is_no_value():
    found = lived(1.0, 0.0, withdrawn=(1,))
    assert found["value"].tolist() == [1.0, None]


def test_a_cell_that_never_was_has_no_life():
    empty = ever_released((1, observation())).iloc[:0]
    assert history.life(empty, FOUR, "observations").empty


@pytest.mark.parametrize("table", TABLES)
def test_every_real_row_has_a_name_that_leads_back_to_it(table, store_url):
    from hengyang import store

    opened = store.open_store(store_url, "demo")
    rows = opened.read_with_origin(table).head(3)
    for cell in history.cells_of(table, rows):
        assert history.cell_of(cell.name) == cell
        found = opened.cell_history(table, cell.key)
        assert len(found) >= 1
        life = history.life(found, opened.releases(), table)
        assert list(life["release"]) == list(found["release"])


def test_the_demo_s_withdrawn_value_is_shown_as_withdrawn(store_url):
    from hengyang import store

    opened = store.open_store(store_url, "demo")
    rows = opened.released_rows()["observations"]
    (cell,) = history.cells_of("observations", rows[rows["is_withdrawn"]])
    life = history.life(opened.cell_history(cell.table, cell.key), opened.releases(), cell.table)
    assert list(life["change"]) == ["first", "withdrawn"]
    assert life["reason"].iloc[-1].startswith("撤回")


@given(st.text(max_size=40))
def test_any_text_names_a_cell_or_none(text):
    found = history.cell_of(text)
    assert found is None or found.name == text


def test_a_garbled_day_names_no_cell():
    assert history.cell_of("observations/T05-3/430400/2019-02-31/same") is None
    assert history.cell_of("tasks/five") is None
    assert isinstance(history.cell_of("narratives/5/housing/2019-05-31").key["task"], int)


def test_key_values_have_the_types_of_their_columns():
    rows = TABLES["observations"].coerce(pd.DataFrame([observation()]))
    (cell,) = history.cells_of("observations", rows)
    assert cell.name == "observations/T05-3/430400/2019-05-31/same"
    assert cell.text("division") == "430400"
    assert cell.text("value") is None
