"""What a reader of a release sees."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from deltalake import DeltaTable

from hengyang.errors import DataMissing, SchemaMismatch
from hengyang.schema import ROW_ORIGIN, TABLES
from hengyang.store import create_workspace, delta, open_store, seen
from hengyang.store.rows import stored_schema
from tests.store.builders import (
    divisions,
    keys,
    narratives,
    observations,
    publish,
    released,
    value,
)

DAY = "2019-05-31"


def test_a_reader_of_an_old_release_still_sees_the_old_value(store):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    released(store, "second", {"observations": observations(("T05-3", DAY, 2))})
    assert (value(store, 1), value(store, 2), value(store)) == (1.0, 2.0, 2.0)
    assert store.read(1).release == 1


def test_frames_put_in_place_of_others_make_no_other(store, monkeypatch):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    tables = store.read()

    def made(name, *_):
        raise AssertionError(f"{name} was made")

    monkeypatch.setattr(seen, "live", made)
    instead = tables.with_frames({"divisions": divisions(("430405", "珠晖区"))})
    assert list(instead["divisions"]["division"]) == ["430405"]
    assert list(instead) == list(tables)
    with pytest.raises(AssertionError, match="observations was made"):
        _ = instead.observations


def test_a_correction_wins_by_release_whatever_was_appended_first(store):
    store.append("later", {"observations": observations(("T05-3", DAY, 2))})
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    publish(store, "later", base=1)
    assert value(store) == 2.0


def test_a_withdrawn_value_is_gone_for_readers_and_stays_in_the_history(store):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    back = keys(("T05-3", DAY)).assign(reason="重复统计")
    released(store, "second", {}, withdrawn={"observations": back})
    assert value(store) is None
    assert value(store, 1) == 1.0
    history = store.cell_history("observations", keys(("T05-3", DAY)).iloc[0].to_dict())
    assert list(history["release"]) == [1, 2]
    assert list(history["is_withdrawn"]) == [False, True]
    assert list(history["reason"].fillna("")) == ["", "重复统计"]
    with_origin = store.read_with_origin("observations")
    assert list(with_origin["is_withdrawn"]) == [True]


def test_a_value_reported_after_a_withdrawal_is_seen_again(store):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    released(store, "second", {}, withdrawn={"observations": keys(("T05-3", DAY))})
    released(store, "third", {"observations": observations(("T05-3", DAY, 3))})
    assert value(store) == 3.0


def test_values_of_other_comparability_are_other_cells(store):
    single = observations(("T15-1", DAY, 100)).assign(comparability="single_month")
    released(store, "first", {"observations": observations(("T15-1", DAY, 79))})
    released(store, "second", {"observations": single})
    assert sorted(store.read().observations["value"]) == [79.0, 100.0]


def test_every_table_of_the_schema_is_read_in_its_types_without_the_origin_of_rows(store):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    tables = store.read()
    assert set(tables) == set(TABLES)
    for name, table in TABLES.items():
        pd.testing.assert_frame_equal(tables[name], table.coerce(tables[name]))
        assert not {column.name for column in ROW_ORIGIN} & set(tables[name].columns)


def test_plan_rows_keep_their_order_also_after_one_of_them_is_corrected(store):
    first = divisions(("430426", "祁东县"), ("430400", "衡阳市"), ("430405", "珠晖"))
    released(store, "first", {"divisions": first})
    released(store, "second", {"divisions": divisions(("430481", "耒阳市"), ("430400", "衡阳"))})
    found = store.read().divisions
    assert list(found["division"]) == ["430426", "430400", "430405", "430481"]
    assert found["name_zh"].iloc[1] == "衡阳"


def test_facts_come_in_the_order_of_their_key_with_numbers_as_numbers(store):
    days = ("2019-01-31", "2018-12-31")
    cells = [(name, day, 1) for day in days for name in ("T04-10", "T04-2", "T13-1")]
    released(store, "first", {"observations": observations(*cells)})
    found = store.read().observations
    assert list(found["indicator"].unique()) == ["T04-2", "T04-10", "T13-1"]
    assert found["reference_date"].iloc[:2].is_monotonic_increasing


def test_the_origin_of_a_row_names_its_place_submission_and_release(store):
    rows = observations(("T05-3", DAY, 1), ("T08-1", DAY, 2)).assign(row=[7, 9])
    released(store, "first", {"narratives": narratives(5, "慢")})
    released(store, "second", {"observations": rows})
    found = store.read_with_origin("observations", 2)
    assert list(found["row"]) == [7, 9]
    assert set(found["submission"]) == {"second"}
    assert set(found["release"]) == {2}
    assert set(found["actor"]) == {"tester"}


def test_unknown_releases_workspaces_and_tables_are_missing_data(store, tmp_path):
    with pytest.raises(DataMissing):
        store.read()
    with pytest.raises(DataMissing):
        store.read(1)
    with pytest.raises(DataMissing):
        open_store(store.url, "elsewhere")
    with pytest.raises(DataMissing):
        open_store(tmp_path / "nowhere", "official")
    with pytest.raises(DataMissing):
        create_workspace(tmp_path, "elsewhere")
    with pytest.raises(DataMissing):
        store.append("first", {"no_table": observations(("T05-3", DAY, 1))})
    with pytest.raises(DataMissing):
        store.cell_history("observations", {"indicator": "T05-3"})
    with pytest.raises(DataMissing):
        store.read_with_origin("no_table")


def test_what_was_not_added_to_is_not_read_again(store, monkeypatch):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    first = store.read()
    scanned = []
    whole = DeltaTable.scan
    monkeypatch.setattr(
        DeltaTable,
        "scan",
        lambda self, **more: scanned.append(self.table_uri) or whole(self, **more),
    )
    pd.testing.assert_frame_equal(store.read().observations, first.observations)
    assert not [uri for uri in scanned if "observations" in uri]
    released(store, "second", {"observations": observations(("T05-3", DAY, 2))})
    assert (value(store), value(store, 1)) == (2.0, 1.0)


@pytest.mark.folder
def test_a_store_made_anew_in_the_same_place_is_read_anew(store):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    assert value(store) == 1.0
    shutil.rmtree(store.url)
    again = create_workspace(store.url, "official")
    assert again.latest_release() == 0
    released(again, "first", {"observations": observations(("T05-3", DAY, 7))})
    assert value(again) == 7.0


def test_every_released_row_of_a_table_is_told_up_to_a_release(store):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    released(store, "second", {"observations": observations(("T05-3", DAY, 2))})
    assert list(store.rows_up_to("observations", 2)["value"]) == [1.0, 2.0]
    assert list(store.rows_up_to("observations", 1)["value"]) == [1.0]
    with pytest.raises(DataMissing):
        store.rows_up_to("observations", 3)


@pytest.mark.folder
def test_a_table_made_before_a_column_was_declared_is_read_and_gets_it_with_its_first_row(
    store, url
):
    place = next(Path(url, store.workspace).rglob("project_investments"))
    shutil.rmtree(place)
    whole = stored_schema(TABLES["project_investments"])
    delta.create(str(place), whole.remove(whole.get_field_index("carried_wanyuan")), "older")
    released(store, "older", {"observations": observations(("T05-3", DAY, 1))})
    assert store.read().project_investments["carried_wanyuan"].empty
    row = {"project": "N1", "year": 2019, "funding": "loan", "planned_wanyuan": 5.0}
    origin = {"source": "a report", "is_simulated": False, "reported_on": pd.Timestamp(DAY)}
    rows = pd.DataFrame([{**row, **origin, "carried_wanyuan": 2.0}])
    released(store, "newer", {"project_investments": rows})
    assert list(store.read().project_investments["carried_wanyuan"]) == [2.0]


def test_a_frame_is_made_when_first_asked_for_and_once_for_all_threads(store, monkeypatch):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    made = []
    make = seen.live
    monkeypatch.setattr(seen, "live", lambda name, *rest: made.append(name) or make(name, *rest))
    tables = store.read()
    assert len(tables.frames) == len(TABLES)
    assert "themes" in tables.frames
    assert not made
    with ThreadPoolExecutor(4) as pool:
        frames = list(pool.map(lambda _: tables.observations, range(8)))
    assert made == ["observations"]
    assert all(frame is frames[0] for frame in frames)


@pytest.mark.folder
def test_what_is_read_stays_as_it_was_however_late_it_is_asked_for(store):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    before = store.read()
    released(store, "second", {"observations": observations(("T05-3", DAY, 2))})
    shutil.rmtree(f"{store.url}/official/observations")
    assert list(before.observations["value"]) == [1.0]


def test_arrow_becomes_the_same_frame_as_by_way_of_pandas(store_url):
    opened = open_store(store_url, "demo")
    for name, table in TABLES.items():
        rows = delta.read(f"{store_url}/{opened.workspace}/{name}")
        by_pandas = table.coerce(rows.select(table.column_names).to_pandas(date_as_object=False))
        pd.testing.assert_frame_equal(table.of_arrow(rows), by_pandas, check_exact=True)


def test_arrow_rows_of_an_older_table_are_filled_and_an_unknown_word_is_refused():
    table = TABLES["observations"]
    rows = pa.table({"indicator": ["T05-3", None], "is_simulated": [None, True], "row": [1, 2]})
    found = table.of_arrow(rows)
    assert list(found.columns) == list(table.column_names)
    assert list(found["is_simulated"]) == [False, True]
    assert found.dtypes.equals(table.empty().dtypes)
    with pytest.raises(SchemaMismatch) as refused:
        table.of_arrow(pa.table({"comparability": ["same", "alike"]}))
    assert refused.value.faults["column"].tolist() == ["comparability"]


@pytest.mark.folder
def test_after_a_publish_only_the_new_file_is_read(store, monkeypatch):
    released(store, "first", {"observations": observations(("T05-3", DAY, 1))})
    store.read()
    read, opened = [], delta.ParquetFile
    monkeypatch.setattr(delta, "ParquetFile", lambda uri: read.append(uri) or opened(uri))
    released(store, "second", {"observations": observations(("T05-3", DAY, 2))})
    read.clear()
    assert value(store) == 2.0
    assert [("observations" in uri) for uri in read if "/releases/" not in uri] == [True]
