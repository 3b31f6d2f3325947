from __future__ import annotations

from datetime import date

import pytest

from hengyang.progress import changes, indicator_lights, light_counts, milestone_lights, roll_up
from hengyang.progress.changes import change_of
from hengyang.progress.rollup import theme_light
from hengyang.schema import Light, ThemeLight
from tests.progress.builders import DAY, baseline, indicator, level, milestone, observation, tables


def built():
    return tables(
        indicators=[
            indicator(indicator="T01-1", task=1),
            indicator(indicator="T01-2", task=1, commitment="strive"),
            indicator(indicator="T02-1", task=2, rule="described", frequency=None),
            indicator(indicator="T08-1", task=8),
            indicator(indicator="T00-1", task=0),
        ],
        milestones=[milestone()],
        observations=[
            observation(DAY, 15.0, indicator="T01-1"),
            observation(date(2019, 1, 31), 60.0, indicator="T01-2"),
            observation(DAY, 60.0, indicator="T00-1"),
        ],
    )


def lights():
    return indicator_lights(built(), DAY)


def test_counts_have_all_nine_lights_and_leave_described_rows_out():
    counts = light_counts(lights())
    assert list(counts) == list(Light)
    assert sum(counts.values()) == 4
    assert (counts[Light.MET], counts[Light.BEHIND], counts[Light.NOT_REPORTED]) == (2, 1, 1)


def test_every_task_has_a_row_those_without_numbers_too():
    tasks = roll_up(lights(), "task")
    assert tasks["task"].tolist() == list(range(1, 32))
    empty = tasks.set_index("task").loc[10]
    assert (empty["indicators"], empty["due"], empty["reported"]) == (0, 0, 0)
    assert empty["mean_attainment_pct"] != empty["mean_attainment_pct"]


def test_a_task_counts_its_commitments_and_stale_values_apart():
    row = roll_up(lights(), "task").set_index("task").loc[1]
    assert (row["firm"], row["strive"], row["in_principle"], row["stale"]) == (1, 1, 0, 1)
    assert (row["reported"], row["due"]) == (2, 2)


def test_a_mean_attainment_is_clipped_and_says_whom_it_speaks_for():
    themes = roll_up(lights(), "theme").set_index("theme")
    assert themes.loc["innovation", "mean_attainment_pct"] == pytest.approx((30 + 100) / 2)
    assert themes.loc["innovation", "mean_attainment_coverage"] == 1
    assert themes.loc["coordination", "mean_attainment_coverage"] == 0


def test_a_theme_with_nothing_reported_has_no_light():
    themes = roll_up(lights(), "theme").set_index("theme")
    assert themes["light"].isna().tolist() == [False, True, True, True, True]
    assert themes.loc["innovation", "light"] == "yellow"


def test_milestones_roll_up_too():
    rows = roll_up(milestone_lights(built(), DAY), "task").set_index("task")
    assert rows.loc[1, "not_reported"] == 1


GREEN, RED, YELLOW, GREY = Light.ON_TRACK, Light.FAR_BEHIND, Light.BEHIND, Light.NOT_REPORTED


@pytest.mark.parametrize(
    ("due", "light"),
    [
        ([], None),
        ([GREEN] * 4 + [GREY], ThemeLight.YELLOW),
        ([GREEN] * 79 + [GREY] * 21, None),
        ([GREEN] * 12 + [RED] * 3, ThemeLight.RED),
        ([GREEN] * 13 + [RED] * 2, ThemeLight.GREEN),
        ([GREEN] * 12 + [YELLOW] * 3, ThemeLight.YELLOW),
        ([GREEN] * 12 + [RED] * 2 + [YELLOW], ThemeLight.YELLOW),
        ([Light.MET, Light.NEARLY, GREEN], ThemeLight.GREEN),
        ([GREEN] * 4 + [Light.OVERDUE], ThemeLight.RED),
    ],
)
def test_a_theme_is_lit_at_exactly_a_fifth(due, light):
    assert theme_light(due) is light


def test_an_indicator_that_is_not_due_yet_is_in_no_denominator():
    early = tables(indicators=[level(indicator="T01-1", task=1, frequency="annual")])
    row = roll_up(indicator_lights(early, date(2017, 11, 30)), "task").set_index("task").loc[1]
    assert (row["indicators"], row["due"], row["not_reported"]) == (1, 0, 1)


def test_changes_name_only_subjects_whose_light_differs():
    before = indicator_lights(built(), date(2018, 12, 31))
    found = changes(before, lights())
    assert found["subject"].tolist() == ["T01-1", "T01-2", "T00-1"]
    assert found["change"].tolist() == ["other"] * 3
    assert changes(lights(), lights()).empty


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (Light.BEHIND, Light.NEARLY, "better"),
        (Light.MET, Light.ON_TRACK, "worse"),
        (Light.FAR_BEHIND, Light.OVERDUE, "worse"),
        (Light.BEHIND, Light.NOT_REPORTED, "other"),
        (Light.NOT_ASSESSED, Light.MET, "other"),
    ],
)
def test_a_change_is_better_or_worse_only_between_known_lights(before, after, change):
    assert change_of(before, after) == change


def test_a_lost_target_is_a_change_for_the_worse():
    rows = [level(indicator="T01-1", task=1)]
    start = [baseline(date(2017, 12, 31), 92.0, indicator="T01-1")]
    held = observation(date(2018, 12, 31), 91.0, indicator="T01-1")
    lost = observation(date(2019, 3, 31), 80.0, indicator="T01-1")
    both = tables(indicators=rows, baselines=start, observations=[held, lost])
    before, after = indicator_lights(both, date(2018, 12, 31)), indicator_lights(both, DAY)
    assert changes(before, after).iloc[0].to_dict() == {
        "subject": "T01-1",
        "task": 1,
        "light_before": "on_track",
        "light_after": "far_behind",
        "change": "worse",
    }
