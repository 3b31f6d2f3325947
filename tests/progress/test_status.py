from __future__ import annotations

import json
from datetime import date

import pytest

from hengyang.progress import (
    default_as_of,
    history,
    indicator_lights,
    path,
    reporting_periods,
    status,
)
from hengyang.schema import Light, Theme
from tests.progress.builders import (
    DAY,
    END,
    NOTICE,
    annual_target,
    baseline,
    choice,
    indicator,
    level,
    milestone,
    observation,
    stage_report,
    tables,
)


def built(**facts):
    return tables(
        indicators=[
            indicator(indicator="T00-1", task=0, rule="described", frequency=None),
            indicator(),
            level(indicator="T05-4", rule="floor", target=80.0),
        ],
        milestones=[milestone(), milestone(milestone="T00-M1", task=0)],
        observations=[
            observation(DAY, 15.0),
            observation(date(2018, 12, 31), 10.0),
            observation(date(2016, 12, 31), 1.0),
            observation(date(2019, 3, 31), 82.5, indicator="T05-4"),
            observation(date(2019, 4, 30), 4.0, division="430481"),
        ],
        milestone_reports=[stage_report(date(2019, 2, 20), "planning")],
        **facts,
    )


def test_status_has_the_shape_of_its_contract():
    found = json.loads(json.dumps(status(built(), DAY)))
    assert {key: found[key] for key in ("workspace", "release", "as_of", "method_version")} == {
        "workspace": "test",
        "release": 1,
        "as_of": "2019-05-31",
        "method_version": 1,
    }
    assert [theme["theme"] for theme in found["themes"]] == [theme.value for theme in Theme]
    tasks = [task for theme in found["themes"] for task in theme["tasks"]]
    assert [task["task"] for task in tasks] == list(range(1, 32))
    lights = [light.value for light in Light]
    for part in (*found["themes"], *tasks):
        assert list(part["counts"]) == lights
        assert list(part["milestone_counts"]) == lights
        assert part["reported"] <= part["due"]
    assert [item["id"] for item in found["plan_items"]] == ["T00-1", "T00-M1"]
    assert found["plan_items"][0]["light"] is None


def test_status_gives_nulls_where_there_is_no_path_and_margins_for_floors():
    found = status(built(), DAY, theme=Theme.INNOVATION)
    assert [theme["theme"] for theme in found["themes"]] == ["innovation"]
    tunnel, floor = found["themes"][0]["tasks"][4]["indicators"]
    assert tunnel["light"] == "behind"
    assert tunnel["gap_points"] == pytest.approx(-21.666667)
    assert tunnel["reference_date"] == "2019-05-31"
    assert tunnel["margin"] is None
    assert (floor["margin"], floor["attainment_pct"], floor["gap_points"]) == (2.5, None, None)
    first = found["themes"][0]["tasks"][0]["milestones"][0]
    assert (first["stage"], first["deadline"]) == ("planning", "2020-12-31")


def test_an_unreported_value_is_null_and_never_zero():
    item = status(tables(indicators=[indicator()]), DAY)["themes"][0]["tasks"][4]["indicators"][0]
    assert (item["light"], item["actual"], item["attainment_pct"]) == ("not_reported", None, None)


def test_the_default_day_is_the_end_of_the_last_month_with_a_value():
    assert default_as_of(built()) == DAY
    assert default_as_of(tables()) == date(2017, 9, 30)
    only_a_milestone = tables(milestone_reports=[stage_report(date(2019, 2, 20), "planning")])
    assert default_as_of(only_a_milestone) == date(2019, 2, 28)


def test_periods_are_month_ends_latest_first_without_those_before_the_notice():
    assert reporting_periods(built()) == [
        DAY,
        date(2019, 4, 30),
        date(2019, 3, 31),
        date(2019, 2, 28),
        date(2018, 12, 31),
    ]
    assert reporting_periods(tables()) == []


def test_history_holds_comparable_city_values_up_to_the_day():
    found = history("T05-3", built(), date(2019, 4, 30))
    assert found["value"].tolist() == [1.0, 10.0]
    assert list(found.columns) == ["reference_date", "value", "reported_on", "source"]


def test_the_path_leads_from_the_baseline_to_the_aim():
    found = path("T05-3", built(), DAY)
    assert found["date"].dt.date.tolist() == [NOTICE, END]
    assert found["expected_value"].tolist() == [0.0, 50.0]


def test_the_path_bends_at_annual_targets_and_curves():
    bent = path("T05-3", built(path_points=[annual_target(date(2018, 12, 31), 10.0)]), DAY)
    assert bent["expected_value"].tolist() == [0.0, 10.0, 50.0]
    curved = path("T05-3", built(choices=[choice(curve="s_curve")]), DAY)
    assert len(curved) > 20
    assert curved["expected_value"].is_monotonic_increasing


def test_a_path_is_drawn_before_anything_is_reported_and_not_for_a_floor():
    silent = tables(indicators=[indicator()])
    assert len(path("T05-3", silent, DAY)) == 2
    assert path("T05-4", built(), DAY).empty


def test_lights_have_one_typed_row_an_indicator_in_plan_order():
    lights = indicator_lights(built(), DAY)
    assert lights["indicator"].tolist() == ["T00-1", "T05-3", "T05-4"]
    assert lights["light"].cat.categories.tolist() == [light.value for light in Light]
    assert lights["light"].isna().tolist() == [True, False, False]
    assert lights["theme"].isna().tolist() == [True, False, False]
    assert str(lights["reference_date"].dtype) == "datetime64[s]"
    assert lights["attainment_pct"].dtype == "float64"
    assert lights.loc[1, "flags"] == ["start_assumed"]
    assert lights["point_count"].tolist() == [0, 2, 1]


def test_a_baseline_shows_its_value_and_date():
    day = date(2017, 12, 31)
    lights = indicator_lights(built(baselines=[baseline(day, 2.0)]), DAY)
    assert lights.loc[1, "baseline"] == 2.0
    assert lights.loc[1, "baseline_date"].date() == day
