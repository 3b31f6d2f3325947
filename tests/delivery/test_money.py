"""Coverage and the rolling plan: nothing counted that was not stated, no unit mixed, no sum that does not add up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang.delivery import (
    DIMENSIONS,
    carried_over,
    coverage,
    plan_years,
    planned_projects,
    rolled_forward,
    rolling_plan,
    slipped,
)
from tests.delivery.builders import register, reports

DAY = date(2019, 6, 30)


def test_coverage_adds_what_is_stated_by_stage_and_only_counts_the_rest():
    tables = register(
        {}, {}, {},
        project_reports=[{**reports("2019-06", "c")[0]}],
        project_contributions=[
            {"indicator": "T05-3", "amount": 12.5},
            {"indicator": "T05-3", "amount": 30, "project": "P2"},
            {"indicator": "T05-3", "amount": None, "project": "P3"},
        ],
    )  # fmt: skip
    row = coverage(tables, DAY).set_index("indicator").loc["T05-3"]
    assert (row["completed"], row["stage_unknown"], row["total"]) == (12.5, 30, 42.5)
    assert (row["missing"], row["projects"], row["unstated"]) == (7.5, 3, 1)
    assert row["share_pct"] == 85


def test_a_rate_is_never_added_up_and_unstated_is_never_zero():
    tables = register(
        {},
        project_contributions=[{"indicator": "T09-1", "amount": 3}, {"indicator": "T08-1"}],
    )
    rows = coverage(tables, DAY).set_index("indicator")
    assert not rows.loc["T09-1", "is_added_up"]
    assert rows[["total", "missing", "share_pct"]].isna().all(axis=None)


sums = st.integers(0, 10_000)


@pytest.mark.proof
@given(st.lists(st.tuples(st.sampled_from([2018, 2019, 2020]), sums), max_size=8))
def test_the_plan_has_the_same_total_however_it_is_cut(given_rows):
    sources = ["central", "province", "city_and_county", "ppp", "loan", "enterprise"]
    rows = {
        (year, sources[at % 6]): {
            "year": year,
            "funding": sources[at % 6],
            "planned_wanyuan": amount,
        }
        for at, (year, amount) in enumerate(given_rows)
    }
    tables = register({"lead_department": "transport"}, project_investments=list(rows.values()))
    whole = sum(row["planned_wanyuan"] for row in rows.values())
    for by in DIMENSIONS:
        plan = rolling_plan(tables, DAY, [2018, 2019, 2020], by)
        assert plan.filter(like="planned_").sum().sum() == whole


def test_a_project_with_two_sources_is_one_project_in_the_total():
    plan = [{"year": 2019, "funding": one, "planned_wanyuan": 5} for one in ("loan", "ppp")]
    tables = register({}, project_investments=plan)
    assert rolling_plan(tables, DAY, [2019], "funding")["projects"].sum() == 2
    assert planned_projects(tables, DAY, [2019]) == 1
    assert planned_projects(tables, DAY, [2020]) == 0


@pytest.mark.parametrize(("stage", "expected"), [("u", [(100, 30, 130)]), ("c", [])])
def test_an_unfinished_project_carries_over_what_the_year_left_undone(stage, expected):
    tables = register(
        {},
        project_reports=reports("2018-12", stage),
        project_investments=[
            {"year": 2018, "funding": "loan", "planned_wanyuan": 80},
            {
                "year": 2018,
                "funding": "ppp",
                "planned_wanyuan": 80,
            },  # never reported: nothing is known
            {"year": 2019, "funding": "loan", "planned_wanyuan": 100},
        ],
        project_spending=[
            {"reference_date": "2018-12-31", "funding": "loan", "invested_wanyuan": 50}
        ],
    )
    found = carried_over(tables, date(2018, 12, 31), 2019)
    names = ["planned_wanyuan", "left_wanyuan", "carried_wanyuan"]
    assert [tuple(row) for row in found[names].to_numpy()] == expected


def test_money_reported_after_as_of_does_not_count():
    tables = register(
        {},
        project_spending=[
            {"reference_date": "2019-03-31", "funding": "loan", "invested_wanyuan": 5},
            {"reference_date": "2019-09-30", "funding": "loan", "invested_wanyuan": 50},
        ],
    )
    assert rolling_plan(tables, DAY, [2019], "funding")["invested_2019"].tolist() == [5]


def test_a_plan_rolled_forward_takes_along_what_slipped_once_and_says_so():
    plan = [
        {"year": 2018, "funding": "loan", "planned_wanyuan": 80},
        {"year": 2019, "funding": "loan", "planned_wanyuan": 100},
    ]
    facts = {
        "project_reports": reports("2018-12", "u"),
        "project_spending": [
            {"reference_date": "2018-12-31", "funding": "loan", "invested_wanyuan": 50}
        ],
    }
    before = register({}, project_investments=plan, **facts)
    day = date(2018, 12, 31)
    rolled = rolled_forward(before, day, 2019).astype("object")
    rolled = rolled.where(rolled.notna(), None).to_numpy().tolist()
    assert rolled == [
        ["P1", 2019, "loan", 130, 30],
        ["P1", 2020, "loan", None, None],
        ["P1", 2021, "loan", None, None],
    ]
    assert slipped(before, day).empty
    plan[1] |= {"planned_wanyuan": 130, "carried_wanyuan": 30}
    after = register({}, project_investments=plan, **facts)
    assert slipped(after, day, before).to_numpy().tolist() == [["P1", 2018, "loan", 80, 50, 30]]
    assert slipped(after, day, after).empty
    again = rolled_forward(after, day, 2019)
    assert again["planned_wanyuan"].tolist()[0] == 130
    assert plan_years(after, 2019) == (2018, 2019, 2020)
    plan.append({"year": 2020, "funding": "loan", "planned_wanyuan": 5, "carried_wanyuan": 1})
    later = register({}, project_investments=plan, **facts)
    assert plan_years(later, 2019) == (2019, 2020, 2021)
