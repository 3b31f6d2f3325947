"""The roadmap: slips in whole months, what is due and since when, what is not known, dates that contradict each other."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

import pandas as pd
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hengyang import delivery, progress
from hengyang.charts.roadmap_rows import Axis, plan_of
from hengyang.delivery.roadmap import months_between
from hengyang.progress import Assessment
from hengyang.schema import Tables
from tests.charts.plans import link, real_plan
from tests.delivery.builders import register, reports

DAY = date(2019, 6, 30)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@cache
def _plan_assessed(day: date) -> Assessment:
    return progress.assess(real_plan(), day)


def items(tables: Tables, before: pd.DataFrame | None = None, day: date = DAY) -> pd.DataFrame:
    has_facts = len(tables.milestone_reports) or len(tables.observations)
    assessed = progress.assess(tables, day) if has_facts else _plan_assessed(day)
    return delivery.roadmap(tables, assessed, delivery.register(tables, day), before)


def one(found: pd.DataFrame, item: str) -> Any:
    return next(row for row in found.itertuples() if row.item == item)


def due_of(tables: Tables, day: date = DAY) -> pd.DataFrame:
    found = delivery.due(tables, items(tables, day=day), day)
    return found[found["item"] == "P1"]


@given(DAYS, DAYS)
def test_a_slip_is_the_difference_of_the_months_alone(first: date, second: date) -> None:
    def between(one: date, other: date) -> float:
        return float(months_between(*(pd.Series([pd.Timestamp(day)]) for day in (one, other)))[0])

    months = between(first, second)
    assert months == -between(second, first)
    assert (months == 0) == ((first.year, first.month) == (second.year, second.month))
    assert abs((second - first).days - months * 30.4375) < 32


@given(DAYS, st.integers(2000, 2020))
def test_a_month_s_last_day_covers_the_month_and_no_end_lies_before_its_start(
    day: date, first_year: int
) -> None:
    axis = Axis(first_year, first_year + 5)
    start, end = axis.place(day), axis.place(day, is_end=True)
    assert start < end
    month = 100 / 72
    assert end - start <= month + 1e-9
    if pd.Timestamp(day).is_month_end:
        assert abs(end - start - month) < 1e-9


@settings(max_examples=5, deadline=None)
@given(st.lists(st.integers(-400, 400), min_size=1, max_size=40))
@example([-1, 0, 1, 89, 90, 91])
def test_what_is_due_within_90_days_is_listed_and_nothing_later(offsets: list[int]) -> None:
    plans = [{"planned_finish": str(DAY + timedelta(days=days))} for days in offsets]
    facts = [
        {**report, "project": f"P{at}"}
        for at in range(1, len(plans) + 1)
        for report in reports("2019-06", "u")
    ]
    tables = register(*plans, project_reports=facts)
    found = delivery.due(tables, items(tables), DAY)
    found = found[found["kind"] == "project"]
    assert sorted(found["days"]) == sorted(days for days in offsets if days <= 90)
    assert ((found["days"] < 0) == (found["urgency"] == "overdue")).all()
    assert found["days"].is_monotonic_increasing


def test_a_passed_date_without_a_report_since_is_unreported_and_never_overdue() -> None:
    plan = {"planned_start": "2018-01-31", "planned_finish": "2019-03-31"}
    silent = register(plan, project_reports=reports("2019-01", "u"))
    assert list(due_of(silent)["urgency"]) == ["unreported"]
    assert pd.isna(one(items(silent), "P1").late_months)
    told = register(plan, project_reports=reports("2019-06", "u"))
    assert list(due_of(told)["urgency"]) == ["overdue"]
    assert one(items(told), "P1").late_months == 3
    done = register(plan, project_reports=reports("2019-06", "c"))
    assert due_of(done).empty


def test_a_moved_finish_keeps_its_old_date_and_a_move_within_the_month_is_none() -> None:
    now = register({"planned_finish": "2020-01-31"}, {"planned_finish": "2020-01-05"})
    then = register({"planned_finish": "2019-09-30"}, {"planned_finish": "2020-01-31"})
    found = items(now, delivery.planned_dates(then, DAY))
    moved = delivery.moved(found)
    assert list(moved["item"]) == ["P1"]
    assert one(moved, "P1").finish_slip_months == 4
    assert one(moved, "P1").was_finish == pd.Timestamp("2019-09-30")


def test_the_first_dates_are_those_of_the_first_release_that_had_the_project() -> None:
    tables = register({"planned_finish": "2020-06-30"})
    rows = pd.concat([tables.projects] * 3, ignore_index=True).assign(
        release=[1, 1, 9],
        planned_finish=pd.to_datetime(["2019-12-31", "2020-06-30", "2018-01-31"]),
        is_withdrawn=False,
    )
    first = delivery.first_planned_dates(tables, rows, DAY)
    assert one(items(tables, first), "P1").finish_slip_months == 6


def test_a_milestone_s_next_date_is_compared_only_at_the_same_stage() -> None:
    def at(stage: str, due: str) -> Tables:
        row = {
            **{"milestone": "T05-M1", "reference_date": "2019-03-31", "comparability": "same"},
            **{"stage": stage, "next_stage_due": due, "source": "x"},
            **{"reported_on": "2019-04-03", "is_simulated": True},
        }
        return register({}, milestone_reports=[row])

    now = at("approval", "2019-12-31")
    assert (
        one(
            items(now, delivery.planned_dates(at("approval", "2019-08-31"), DAY)), "T05-M1"
        ).next_slip_months
        == 4
    )
    other = items(now, delivery.planned_dates(at("planning", "2018-08-31"), DAY))
    assert pd.isna(one(other, "T05-M1").next_slip_months)


def test_a_target_year_is_due_at_its_end_and_is_no_day() -> None:
    found = items(register({}))
    years = found[found["kind"] != "project"]
    assert set(years["finish_precision"]) <= {"year", ""}
    dated = years["planned_finish"].dropna()
    assert (dated.dt.strftime("%m-%d") == "12-31").all()
    day = date(2020, 12, 31)
    last = delivery.due(register({}), items(register({}), day=day), day)
    assert set(last["urgency"]) == {"coming"}
    assert set(last["precision"]) == {"year"}


def test_a_closed_group_tells_as_many_overdue_as_the_list_has() -> None:
    plan = {"planned_start": "2018-01-31", "planned_finish": "2019-03-31"}
    facts = [{**one, "project": f"P{at}"} for at in (1, 2) for one in reports("2019-06", "u")]
    tables = register(plan, plan, project_reports=facts)
    found = delivery.of_roadmap_task(items(tables), 5)
    overdue = delivery.due(tables, found, DAY)["urgency"].eq("overdue").sum()
    assert overdue >= 2
    (group,) = (
        row
        for row in plan_of(found, tables, DAY, "task", "zh", link, "none").rows
        if row.kind == "group"
    )
    assert group.is_late
    assert f"过期 {overdue}" in group.note


def test_what_has_no_date_is_listed_and_drawn_nowhere() -> None:
    tables = register({}, {"planned_finish": "2020-06-30"})
    found = items(tables)
    assert "P1" in set(delivery.undated(found)["item"])
    assert "P2" not in set(delivery.undated(found)["item"])
    one_task = delivery.of_roadmap_task(found, 5)
    drawn = plan_of(one_task, tables, DAY, "task", "zh", link)
    names = [row.name for row in drawn.rows if row.kind == "item"]
    assert "项目2" in names
    assert "项目1" not in names
    assert drawn.rows[-1].name == "另有 1 项没有日期"


def test_dates_that_contradict_each_other_are_named_and_drawn_without_harm() -> None:
    steps = [
        {"project": "P3", "position": 1, "name_zh": "开工", "planned_on": "2019-09-30"},
        {"project": "P3", "position": 2, "name_zh": "过半", "planned_on": "2019-03-31"},
    ]
    tables = register(
        {"planned_start": "2020-05-31", "planned_finish": "2019-05-31"},
        {"planned_finish": "2199-05-31", "planned_start": "1950-01-31"},
        {"planned_finish": "2020-05-31"},
        project_milestones=steps,
    )
    found = items(tables)
    assert dict(
        zip(delivery.faulty(found)["item"], delivery.faulty(found)["fault"], strict=True)
    ) == {
        "P1": "finish_before_start",
        "P3": "steps_out_of_order",
    }
    drawn = plan_of(delivery.of_roadmap_task(found, 5), tables, DAY, "task", "zh", link)
    for row in drawn.rows:
        for bar in row.bars:
            assert 0 <= bar.left < bar.right <= 100
    notes = {row.name: row.note for row in drawn.rows}
    assert notes["项目1"] == "日期矛盾:计划完成早于开工"
    far = next(row for row in drawn.rows if row.name == "项目2")
    assert far.bars[0].is_cut


def test_quarters_count_every_dated_item_once(store_url: str) -> None:
    from hengyang import store

    tables = store.open_store(store_url, "demo").read()
    found = items(tables, day=progress.default_as_of(tables))
    for by in delivery.GROUPINGS:
        counted = delivery.due_by_quarter(found, by, DAY)
        assert counted["due"].sum() == found["planned_finish"].notna().sum()
        assert (counted["done"] + counted["overdue"] + counted["unknown"] <= counted["due"]).all()
