"""Many plans in one lake: each is read, released and refused on its own."""

import itertools
from datetime import timedelta

import pandas as pd
import pytest
from deltalake import DeltaTable

from hengyang.errors import DataMissing, SchemaMismatch, StaleRelease
from hengyang.schema import PLAN_LIGHTS, STANDINGS
from hengyang.store import (
    DEMO,
    Store,
    add_plans,
    create_workspace,
    delta,
    lake_plans,
    open_store,
    publish_results,
    read_results,
)
from tests.store.builders import PUBLISHED_AT, observations, publish, released, value

DAY = "2019-05-31"


@pytest.fixture
def two(place) -> tuple[Store, Store]:
    return (
        create_workspace(place, "official", "city-1"),
        create_workspace(place, "official", "city-2"),
    )


def test_plans_share_tables_and_see_only_their_own_rows(two):
    one, other = two
    released(one, "june", {"observations": observations(("T05-3", DAY, 1))})
    released(other, "june", {"observations": observations(("T05-3", DAY, 2))})
    released(other, "july", {"observations": observations(("T05-3", DAY, 3))})
    assert (value(one), value(other), value(other, 1)) == (1.0, 3.0, 2.0)
    assert (one.release_numbers(), other.release_numbers()) == ([1], [1, 2])
    table = DeltaTable(f"{one.url}/official/observations")
    assert table.metadata().partition_columns == ["plan"]
    assert {entry["plan"] for entry in table.partitions()} == {"city-1", "city-2"}


def test_a_publisher_waits_for_nobody_of_another_plan_and_yields_to_one_of_the_same(two):
    one, other = two
    one.append("june", {"observations": observations(("T05-3", DAY, 1))})
    released(other, "june", {"observations": observations(("T05-3", DAY, 2))})
    assert publish(one, "june", base=0) == 1
    one.append("july", {"observations": observations(("T05-3", DAY, 4))})
    with pytest.raises(StaleRelease):
        publish(one, "july", base=0)


def test_what_one_plan_has_not_published_nobody_sees(two):
    one, other = two
    released(one, "june", {"observations": observations(("T05-3", DAY, 1))})
    one.append("july", {"observations": observations(("T05-3", DAY, 9))})
    assert value(one) == 1.0
    with pytest.raises(DataMissing):
        other.read()


@pytest.mark.parametrize("name", ["../official", "City", "", "a b", "rollup", "x" * 41])
def test_no_name_of_a_plan_leads_out_of_its_folder(place, name):
    if name:
        with pytest.raises(DataMissing):
            create_workspace(place, "official", name)
    with pytest.raises(DataMissing):
        open_store(place, "official", name)


def test_plans_are_brought_together_each_with_its_first_release_and_once(store_url, place):
    tables = open_store(store_url, DEMO).read(1)
    frames = {name: tables[name] for name in ("plan", "indicators", "themes")}
    named = {
        name: {**frames, "plan": frames["plan"].assign(name_zh=f"示例{name}")}
        for name in ("city-1", "city-2")
    }
    for _ in range(2):  # a repeated call, as after one that broke off
        add_plans(
            place,
            DEMO,
            named,
            submission="first",
            actor="tester",
            reason="a test",
            published_at=PUBLISHED_AT,
        )
    assert list(lake_plans(place, DEMO)["name_zh"]) == ["示例city-1", "示例city-2"]
    found = open_store(place, DEMO, "city-2").read()
    assert (found.release, found.of_plan, len(found.indicators)) == (1, "city-2", 80)
    assert found.plan.iloc[0]["plan"] == "city-2"
    pd.testing.assert_frame_equal(found.indicators, tables.indicators)


def test_what_a_group_brought_before_it_broke_off_is_not_brought_again_by_other_groups(
    store_url, place, monkeypatch
):
    tables = open_store(store_url, DEMO).read(1)
    frames = {name: tables[name] for name in ("plan", "themes")}

    times = itertools.count()

    def bring(*plans: str) -> None:
        now = PUBLISHED_AT + timedelta(minutes=next(times))
        facts = {"actor": "tester", "reason": "a test", "published_at": now}
        add_plans(place, DEMO, dict.fromkeys(plans, frames), submission="first", **facts)

    def broken(*_: object) -> int:
        raise StaleRelease("broken off", base=0, latest=1)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "publish", broken)
        with pytest.raises(StaleRelease):
            bring("city-1", "city-2")
    bring("city-2", "city-3")
    bring("city-1", "city-2", "city-3")
    assert list(lake_plans(place, DEMO)["plan"]) == ["city-1", "city-2", "city-3"]
    for name in frames:
        rows = pd.DataFrame(delta.read(f"{place}/{DEMO}/{name}").to_pandas())
        assert rows.groupby("plan")["row"].apply(list).to_dict() == {
            plan: list(range(1, len(frames[name]) + 1)) for plan in ("city-1", "city-2", "city-3")
        }


def _standing(plan: str) -> pd.DataFrame:
    counts = {column.name: 0 for column in STANDINGS.columns if column.kind == "integer"}
    row = {"plan": plan, "name_zh": plan, "name_en": plan, "as_of": pd.Timestamp(DAY), **counts}
    return STANDINGS.coerce(
        pd.DataFrame([{**row, "is_simulated": True, "plan_release": 1, "rank": None}])
    )


def test_each_roll_up_is_a_release_of_its_own_and_the_newest_keeps_its_number(place):
    def publish_it(submission: str, *plans: str) -> int:
        frames = {
            "standings": pd.concat(map(_standing, plans), ignore_index=True),
            "plan_lights": PLAN_LIGHTS.empty(),
        }
        return publish_results(
            place,
            DEMO,
            frames,
            submission=submission,
            actor="tester",
            reason="a test",
            published_at=PUBLISHED_AT,
        )

    create_workspace(place, DEMO, "city-1")
    with pytest.raises(DataMissing):
        read_results(place, DEMO)
    assert [publish_it("a", "city-1", "city-2"), publish_it("b", "city-2")] == [1, 2]
    assert publish_it("b", "city-2") == 2
    with pytest.raises(SchemaMismatch):
        publish_it("b", "city-1")
    newest, number = read_results(place, DEMO)
    # A plan that is gone from the roll-up is gone from its release, and still in the one before.
    assert (list(newest["standings"]["plan"]), number) == (["city-2"], 2)
    assert list(read_results(place, DEMO, 1)[0]["standings"]["plan"]) == ["city-1", "city-2"]
    # What was found before another roll-up is published anew: readers see the newest.
    assert publish_it("a", "city-1", "city-2") == 3
    assert list(read_results(place, DEMO)[0]["standings"]["plan"]) == ["city-1", "city-2"]
