"""Every rule and every row of the method's case table, each as a claim."""

from __future__ import annotations

from datetime import date

import pytest

from hengyang.progress.config import Thresholds
from hengyang.progress.indicators import judgements
from hengyang.schema import Light
from tests.progress.builders import (
    DAY,
    END,
    NOTICE,
    annual_target,
    baseline,
    choice,
    indicator,
    judged,
    level,
    observation,
    override,
    tables,
)

MARCH = date(2019, 3, 31)


def test_the_worked_example_is_behind_by_almost_22_points():
    found = judged(indicator(), (DAY, 15.0))
    assert found.light is Light.BEHIND
    assert found.attainment_pct == 30
    assert found.expected_pct == pytest.approx(100 * 620 / 1200)
    assert found.expected_value == pytest.approx(25.8333, abs=1e-3)
    assert found.gap_points == pytest.approx(-21.6667, abs=1e-3)


def test_one_of_forty_stations_after_a_third_of_the_time_is_far_behind():
    found = judged(indicator(target=40.0), (date(2018, 10, 31), 1.0), as_of=date(2018, 10, 31))
    assert found.attainment_pct == 2.5
    assert found.light is Light.FAR_BEHIND


def test_a_target_without_a_report_is_not_reported_and_has_no_figures():
    found = judged(indicator())
    assert found.light is Light.NOT_REPORTED
    assert (found.attainment_pct, found.gap_points, found.latest) == (None, None, None)


def test_nothing_is_due_before_the_notice():
    assert judged(indicator(), as_of=date(2017, 9, 17)).light is Light.NOT_DUE
    assert judged(indicator(), as_of=NOTICE).light is Light.NOT_REPORTED


def test_a_later_baseline_moves_the_start():
    late = [baseline(date(2019, 6, 30), 10.0)]
    assert judged(level(), as_of=DAY, baselines=late).light is Light.NOT_DUE


def test_a_value_at_its_baselines_date_is_no_report_of_progress():
    day = date(2018, 12, 31)
    found = judged(level(), (day, 70.0), baselines=[baseline(day, 70.0)])
    assert found.light is Light.NOT_REPORTED


def test_an_assumed_zero_baseline_is_flagged_and_a_stated_one_is_not():
    assumed = judged(indicator(baseline_rule="zero_assumed"), (DAY, 15.0))
    stated = judged(indicator(baseline_rule="zero_stated"), (DAY, 15.0))
    assert "baseline_assumed" in assumed.flags
    assert "baseline_assumed" not in stated.flags
    assert assumed.gap_points == stated.gap_points


def test_a_reported_baseline_takes_the_flags_of_assumption_away():
    found = judged(
        indicator(baseline_rule="zero_assumed"),
        (DAY, 15.0),
        baselines=[baseline(date(2017, 12, 31), 5.0)],
    )
    assert not {"baseline_assumed", "start_assumed"} & set(found.flags)
    assert found.attainment_pct == pytest.approx(100 * 10 / 45)


def test_an_unnamed_year_is_assumed_to_be_2020():
    found = judged(indicator(deadline_year=None), (DAY, 15.0))
    assert found.case.deadline == END
    assert "deadline_assumed" in found.flags
    assert "deadline_assumed" not in judged(indicator(), (DAY, 15.0)).flags


def test_only_comparable_city_wide_values_up_to_the_day_may_light():
    rows = [
        observation(DAY, 49.0, comparability="definition_differs"),
        observation(DAY, 48.0, division="430481"),
        observation(date(2019, 6, 30), 47.0),
    ]
    found = judged(indicator(), observations=rows)
    assert found.light is Light.NOT_REPORTED
    assert "other_figures" in found.flags


def test_the_newest_value_wins():
    assert judged(indicator(), (DAY, 15.0), (MARCH, 40.0)).latest.value == 15.0


def test_a_range_aims_at_its_low_end_and_marks_what_passes_the_high_one():
    row = indicator(rule="range_low", target=None, target_low=3.0, target_high=5.0)
    met = judged(row, (DAY, 3.0))
    assert (met.aim, met.light) == (3.0, Light.MET)
    assert "above_range" not in judged(row, (DAY, 5.0)).flags
    assert "above_range" in judged(row, (DAY, 6.0)).flags


def test_a_level_without_baseline_is_not_assessed_unless_met():
    assert judged(level(), (MARCH, 89.9)).light is Light.NOT_ASSESSED
    assert judged(level(), (MARCH, 90.0)).light is Light.MET


def test_a_level_takes_a_figure_published_before_the_notice_as_baseline():
    found = judged(level(), (date(2016, 12, 31), 70.0), (MARCH, 85.0))
    assert found.case.baseline == 70.0
    assert found.case.start == date(2016, 12, 31)
    assert "baseline_published" in found.flags
    assert found.attainment_pct == 75


def test_a_published_baseline_alone_is_not_reported():
    assert judged(level(), (date(2016, 12, 31), 70.0)).light is Light.NOT_REPORTED


def test_a_count_never_takes_a_published_figure_as_its_baseline():
    found = judged(indicator(), (date(2016, 12, 31), 20.0), (DAY, 15.0))
    assert found.case.baseline == 0


def test_annual_targets_bend_the_path():
    found = judged(
        indicator(),
        (date(2018, 12, 31), 10.0),
        path_points=[annual_target(date(2018, 12, 31), 10.0)],
    )
    assert found.gap_points == pytest.approx(0)
    assert "annual_path" in found.flags


def test_annual_targets_give_a_level_a_path_from_the_first_of_them_on():
    points = [annual_target(date(2018, 12, 31), 80.0)]
    before = judged(level(), (date(2018, 9, 30), 60.0), path_points=points)
    after = judged(level(), (MARCH, 81.0), path_points=points)
    assert before.light is Light.NOT_ASSESSED
    assert after.light in (Light.ON_TRACK, Light.NEARLY)
    assert {"annual_path", "baseline_from_target"} <= set(after.flags)


def test_an_s_curve_expects_less_early_on():
    day = date(2018, 6, 30)
    linear = judged(indicator(), (day, 10.0))
    curved = judged(indicator(), (day, 10.0), choices=[choice(curve="s_curve")])
    assert curved.expected_pct < linear.expected_pct
    assert "s_curve" in curved.flags


BAND = {"rule": "band", "target": None, "target_low": 75.0, "target_high": 85.0}


def test_a_band_is_held_inside_and_met_at_the_end():
    inside = (date(2018, 12, 31), 80.0)
    assert judged(level(**BAND), inside).light is Light.ON_TRACK
    assert judged(level(**BAND), (END, 80.0), as_of=END).light is Light.MET


def test_a_band_outside_is_judged_by_the_distance_to_its_edge():
    found = judged(level(**BAND), (MARCH, 65.0), baselines=[baseline(NOTICE, 55.0)])
    assert found.aim == 75
    assert found.attainment_pct == pytest.approx(50)


def test_a_band_outside_without_baseline_is_not_assessed():
    assert judged(level(**BAND), (MARCH, 65.0)).light is Light.NOT_ASSESSED


def test_a_band_that_was_held_at_baseline_and_is_lost_is_far_behind():
    found = judged(level(**BAND), (MARCH, 70.0), baselines=[baseline(NOTICE, 80.0)])
    assert found.light is Light.FAR_BEHIND


def test_above_the_band_is_bad_only_when_so_configured():
    above = (MARCH, 90.0)
    fair = judged(level(**BAND), above)
    strict = judged(level(**BAND), above, thresholds=Thresholds(band_above_is_bad=True))
    assert fair.light is Light.ON_TRACK
    assert "above_range" in fair.flags
    assert strict.light is Light.NOT_ASSESSED


FLOOR = {"rule": "floor", "target": 32500.0, "comparator": ">=", "unit_zh": "公顷"}
CAP = {"rule": "cap", "target": 20.0, "comparator": "<=", "direction": "down"}


@pytest.mark.parametrize(
    ("row", "value", "margin", "light"),
    [
        (FLOOR, 32500.0, 0.0, Light.ON_TRACK),
        (FLOOR, 32000.0, -500.0, Light.FAR_BEHIND),
        (CAP, 18.0, 2.0, Light.ON_TRACK),
        (CAP, 20.5, -0.5, Light.FAR_BEHIND),
    ],
)
def test_floors_and_caps_have_a_margin_and_no_path(row, value, margin, light):
    found = judged(level(**row), (MARCH, value))
    assert (found.margin, found.light) == (margin, light)
    assert (found.attainment_pct, found.expected_pct, found.gap_points) == (None, None, None)


def test_a_floor_that_the_trend_will_lose_is_only_nearly_on_track():
    falling = [(date(2018, 9, 30), 33500.0), (date(2018, 12, 31), 33200.0), (MARCH, 32900.0)]
    assert judged(level(**FLOOR), *falling).light is Light.NEARLY


def test_a_cap_that_the_trend_will_break_is_only_nearly_on_track():
    rising = [(date(2018, 9, 30), 10.0), (date(2018, 12, 31), 13.0), (MARCH, 16.0)]
    assert judged(level(**CAP), *rising).light is Light.NEARLY


def test_a_floor_is_met_only_at_the_deadline_and_overdue_when_lost_there():
    assert judged(level(**FLOOR), (END, 33000.0), as_of=END).light is Light.MET
    assert judged(level(**FLOOR), (END, 32000.0), as_of=END).light is Light.OVERDUE


AMBIGUOUS = {"rule": "ambiguous", "target": 10.0, "comparator": "+"}


def test_an_ambiguous_target_is_not_assessed_until_an_analyst_chooses():
    start = [baseline(NOTICE, 50.0)]
    assert judged(level(**AMBIGUOUS), (MARCH, 52.0), baselines=start).light is Light.NOT_ASSESSED


@pytest.mark.parametrize(("reading", "aim"), [("points", 60.0), ("relative", 55.0)])
def test_a_chosen_reading_gives_an_ambiguous_target_its_aim(reading, aim):
    found = judged(
        level(**AMBIGUOUS),
        (MARCH, aim),
        baselines=[baseline(NOTICE, 50.0)],
        choices=[choice(reading=reading)],
    )
    assert (found.aim, found.light) == (aim, Light.MET)
    assert f"reading_{reading}" in found.flags


def test_a_chosen_reading_without_baseline_has_no_aim():
    found = judged(level(**AMBIGUOUS), (MARCH, 52.0), choices=[choice(reading="points")])
    assert (found.aim, found.light) == (None, Light.NOT_ASSESSED)


def _check(people: float, households: float) -> set[str]:
    quote = "3000户约1.2万人"
    pair = indicator(indicator="T17-5", task=17, target=3000.0, quote_zh=quote)
    check = indicator(
        indicator="T17-6",
        task=17,
        target=12000.0,
        rule="check_only",
        comparator="~",
        quote_zh=quote,
    )
    built = tables(
        indicators=[pair, check],
        observations=[
            observation(DAY, households, indicator="T17-5"),
            observation(DAY, people, indicator="T17-6"),
        ],
    )
    found = judgements(built, DAY)[1]
    assert found.light is Light.NOT_ASSESSED
    assert found.attainment_pct is None
    assert not found.case.is_counted
    return set(found.flags)


def test_a_check_compares_with_its_pair_and_is_counted_nowhere():
    assert "check_consistent" in _check(people=5000, households=1000)
    assert "check_inconsistent" in _check(people=5001, households=1000)
    assert not {"check_consistent", "check_inconsistent"} & _check(people=10, households=0)


def test_a_described_row_has_no_light():
    found = judged(indicator(rule="described", frequency=None, baseline_rule=None), (DAY, 7.0))
    assert found.light is None
    assert not found.case.is_counted
    assert not found.is_due


def test_a_target_already_reached_at_baseline_must_be_kept():
    start = [baseline(NOTICE, 92.0)]
    held = judged(level(), (MARCH, 90.0), baselines=start)
    lost = judged(level(), (MARCH, 89.0), baselines=start)
    assert (held.light, lost.light) == (Light.ON_TRACK, Light.FAR_BEHIND)
    assert held.attainment_pct is None
    assert "maintain" in held.flags


def test_a_baseline_exactly_at_the_target_is_kept_and_never_divided_by():
    start = [baseline(NOTICE, 90.0)]
    assert judged(level(), (MARCH, 90.0), baselines=start).light is Light.ON_TRACK
    assert judged(level(), (END, 90.0), as_of=END, baselines=start).light is Light.MET


def test_a_target_met_and_lost_again_is_lit_by_the_new_value_and_marked():
    found = judged(indicator(), (date(2019, 1, 31), 50.0), (DAY, 49.0))
    assert found.light is Light.ON_TRACK
    assert found.has_fallen_back
    assert "fallen_back" in found.flags
    assert found.first_met_date == date(2019, 1, 31)


def test_a_target_that_stays_met_has_not_fallen_back():
    found = judged(indicator(), (date(2019, 1, 31), 50.0), (DAY, 51.0))
    assert (found.light, found.has_fallen_back) == (Light.MET, False)


def test_full_coverage_is_met_only_when_exactly_full():
    full = level(target=100.0)
    start = [baseline(NOTICE, 40.0)]
    assert judged(full, (MARCH, 99.99), baselines=start).light is Light.ON_TRACK
    assert judged(full, (MARCH, 100.0), baselines=start).light is Light.MET


def test_about_160_km_is_met_at_152():
    row = indicator(target=160.0, comparator="~")
    assert judged(row, (DAY, 151.9)).light is not Light.MET
    met = judged(row, (DAY, 152.0))
    assert met.light is Light.MET
    assert "about" in met.flags
    assert met.attainment_pct == 95


def test_a_commitment_changes_no_arithmetic():
    firm, strive = (judged(indicator(commitment=c), (DAY, 15.0)) for c in ("firm", "strive"))
    assert (firm.light, firm.gap_points) == (strive.light, strive.gap_points)


def test_a_final_figure_that_misses_is_overdue_from_the_deadline_on():
    assert judged(indicator(), (END, 49.0), as_of=END).light is Light.OVERDUE
    assert judged(indicator(), (END, 49.0), as_of=date(2022, 6, 30)).light is Light.OVERDUE
    assert judged(level(), (END, 89.0), as_of=END).light is Light.OVERDUE


def test_after_the_deadline_an_old_value_is_no_final_figure():
    found = judged(indicator(), (date(2020, 10, 31), 49.0), as_of=date(2021, 1, 31))
    assert found.light is Light.NOT_REPORTED
    assert "no_final_figure" in found.flags
    near = judged(indicator(), (date(2020, 11, 30), 49.0), as_of=date(2021, 1, 31))
    assert near.light is Light.OVERDUE


def test_an_old_value_keeps_its_light_and_is_marked_stale():
    old = judged(indicator(), (date(2019, 4, 16), 15.0), as_of=DAY)
    older = judged(indicator(), (date(2019, 4, 15), 15.0), as_of=DAY)
    assert (old.is_stale, older.is_stale) == (False, True)
    assert older.light is Light.BEHIND
    assert "stale" in older.flags


def test_the_same_age_is_fresh_for_an_annual_indicator():
    row = level(frequency="annual")
    assert not judged(row, (date(2018, 12, 31), 70.0), baselines=[baseline(NOTICE, 60.0)]).is_stale


def test_a_chosen_frequency_replaces_the_plans():
    value = (date(2019, 3, 31), 15.0)
    assert judged(indicator(), value).is_stale
    assert not judged(indicator(), value, choices=[choice(frequency="quarterly")]).is_stale


def test_a_met_final_figure_never_grows_stale():
    found = judged(indicator(), (END, 50.0), as_of=date(2023, 1, 1))
    assert (found.light, found.is_stale) == (Light.MET, False)


@pytest.mark.parametrize(
    ("frequency", "first"),
    [
        ("monthly", date(2017, 9, 30)),
        ("quarterly", date(2017, 9, 30)),
        ("annual", date(2017, 12, 31)),
    ],
)
def test_an_indicator_is_due_from_its_first_reporting_date_on(frequency, first):
    row = level(frequency=frequency)
    assert judged(row, as_of=first).is_due
    assert not judged(row, as_of=date(first.year, first.month, first.day - 1)).is_due


def test_an_override_keeps_the_computed_light_beside_it_until_it_expires():
    over = [override("on_track")]
    found = judged(indicator(), (DAY, 15.0), overrides=over)
    assert (found.light, found.computed_light) == (Light.ON_TRACK, Light.BEHIND)
    assert "overridden" in found.flags
    expired = judged(indicator(), (DAY, 15.0), as_of=date(2019, 7, 1), overrides=over)
    assert expired.light is expired.computed_light
    early = judged(indicator(), (date(2019, 4, 20), 15.0), as_of=date(2019, 4, 30), overrides=over)
    assert "overridden" not in early.flags


def test_a_single_value_is_marked():
    assert "single_point" in judged(indicator(), (DAY, 15.0)).flags
    assert "single_point" not in judged(indicator(), (MARCH, 14.0), (DAY, 15.0)).flags


def test_a_value_before_the_baseline_does_not_divide_by_the_baseline():
    found = judged(level(), (MARCH, 50.0), baselines=[baseline(NOTICE, 60.0)])
    assert found.attainment_pct == pytest.approx(-100 / 3)
    assert found.light is Light.FAR_BEHIND
