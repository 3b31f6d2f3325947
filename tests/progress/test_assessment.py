"""An assessment, its parts under filters, and what changed from one to another."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from hengyang import progress, store
from hengyang.progress import Assessment
from hengyang.schema import Tables

DAY = date(2019, 5, 31)


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


@pytest.fixture(scope="module")
def whole(tables: Tables) -> Assessment:
    return progress.assess(tables, DAY)


def test_an_empty_filter_leaves_everything(whole: Assessment, tables: Tables) -> None:
    left = progress.narrowed(whole, tables)
    pd.testing.assert_frame_equal(left.indicators, whole.indicators)
    pd.testing.assert_frame_equal(left.themes, whole.themes)


def test_a_theme_keeps_its_own_and_its_roll_up_is_the_same(
    whole: Assessment, tables: Tables
) -> None:
    left = progress.narrowed(whole, tables, themes=["green"])
    assert set(left.indicators["theme"]) == {"green"}
    mine, all_of_it = (
        frame.set_index("theme").loc["green", ["reported", "due", "light", "indicators"]]
        for frame in (left.themes, whole.themes)
    )
    assert mine.to_dict() == all_of_it.to_dict()


def test_a_department_keeps_the_tasks_it_is_listed_under(whole: Assessment, tables: Tables) -> None:
    left = progress.narrowed(whole, tables, departments=["education"])
    assert set(left.indicators["task"]) == {26}
    assert set(left.milestones["task"]) == {26}


def test_a_light_keeps_what_has_it(whole: Assessment, tables: Tables) -> None:
    left = progress.narrowed(whole, tables, lights=["behind"])
    assert len(left.indicators) == (whole.indicators["light"] == "behind").sum() > 0
    assert set(left.milestones["light"]) == {"behind"}


def test_a_division_keeps_breakdowns_and_tasks_that_name_a_place_there(
    whole: Assessment, tables: Tables
) -> None:
    qidong = "430426"
    left = progress.narrowed(whole, tables, divisions=[qidong])
    named = set(tables.places.loc[tables.places["division"] == qidong, "task"])
    broken_down = set(
        tables.observations.loc[tables.observations["division"] == qidong, "indicator"]
    )
    assert {4, 22} <= named
    kept = left.indicators
    assert (kept["task"].isin(named) | kept["indicator"].isin(broken_down)).all()
    assert set(kept["indicator"]) >= broken_down


def test_filters_together_keep_what_passes_each(whole: Assessment, tables: Tables) -> None:
    left = progress.narrowed(whole, tables, themes=["sharing"], lights=["behind"])
    assert set(left.indicators["theme"]) <= {"sharing"}
    assert set(left.indicators["light"]) <= {"behind"}


def test_only_some_indicators_leaves_no_milestones(whole: Assessment) -> None:
    left = progress.only(whole, {"T05-3"})
    assert list(left.indicators["indicator"]) == ["T05-3"]
    assert left.milestones.empty


def test_changes_name_indicators_and_milestones_that_have_another_light(
    whole: Assessment, tables: Tables
) -> None:
    before = progress.assess(tables, date(2018, 12, 31))
    changed = progress.changes_between(before, whole)
    lights = {
        **whole.indicators.set_index("indicator")["light"].to_dict(),
        **whole.milestones.set_index("milestone")["light"].to_dict(),
    }
    assert len(changed) > 0
    assert all(lights[row.subject] == row.light_after for row in changed.itertuples())
    assert (changed["light_before"].astype(str) != changed["light_after"].astype(str)).all()
    assert progress.changes_between(whole, whole).empty


def test_curves_tell_the_same_as_asking_for_one(whole: Assessment, tables: Tables) -> None:
    for indicator in ("T05-3", "T09-1", "T14-1", "T16-4", "T00-1"):
        pd.testing.assert_frame_equal(
            whole.curves.history(indicator),
            progress.history(indicator, tables, DAY),
            check_dtype=False,
        )
        pd.testing.assert_frame_equal(
            whole.curves.path(indicator), progress.path(indicator, tables, DAY)
        )


def test_a_task_without_numbers_is_kept_by_its_department_only(
    whole: Assessment, tables: Tables
) -> None:
    assert whole.kept_tasks == frozenset(range(1, 32))
    theirs = progress.narrowed(whole, tables, departments=["human_resources_and_social_security"])
    assert 28 in theirs.kept_tasks
    others = progress.narrowed(whole, tables, departments=["housing_and_urban_rural"])
    assert 28 not in others.kept_tasks
    assert 10 in others.kept_tasks
    assert progress.narrowed(whole, tables, lights=["behind"]).kept_tasks.isdisjoint({10, 28})
