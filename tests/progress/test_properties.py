"""What holds for any values: order, units, mirrors, sums, silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengyang.progress.cases import Report, gather
from hengyang.progress.indicators import indicator_lights, judge
from hengyang.progress.lights import light_of_gap
from hengyang.progress.paths import attainment_pct, expected_pct
from hengyang.progress.rollup import light_counts, roll_up
from hengyang.schema import Direction, Light, Rule
from tests.progress.builders import DAY, END, NOTICE, indicator, level, observation, tables

WORST_TO_BEST = [
    Light.OVERDUE,
    Light.FAR_BEHIND,
    Light.BEHIND,
    Light.NEARLY,
    Light.ON_TRACK,
    Light.MET,
]
CASE = gather(tables(indicators=[indicator()]), DAY)[0]
LEVEL = gather(tables(indicators=[level()]), DAY)[0]

values = st.integers(-500, 1500).map(lambda tenths: tenths / 8)
days = st.integers(1, 1500).map(lambda gone: NOTICE + timedelta(days=gone))
baselines = st.integers(0, 800).map(lambda tenths: tenths / 8)


def light(case, value, day, as_of):
    reports = (Report(day, value, None, None, None),)
    return judge(replace(case, reports=reports), as_of)


@given(values, values, days, st.integers(0, 40), st.sampled_from(["count", "level", "floor"]))
def test_more_is_never_worse(one, other, day, later, kind):
    case = {
        "count": CASE,
        "level": replace(LEVEL, baseline=40.0, is_baseline_measured=True),
        "floor": replace(LEVEL, rule=Rule.FLOOR),
    }[kind]
    as_of = day + timedelta(days=later)
    low, high = (light(case, value, day, as_of) for value in sorted((one, other)))
    if Light.NOT_REPORTED in (low.light, high.light):
        assert low.light is high.light
    else:
        assert WORST_TO_BEST.index(low.light) <= WORST_TO_BEST.index(high.light)


@given(values, baselines, days, st.integers(-6, 12))
def test_the_unit_changes_no_light(value, baseline, day, power):
    scale = 2.0**power
    plain = replace(LEVEL, baseline=baseline, is_baseline_measured=True)
    scaled = replace(plain, baseline=baseline * scale, target=LEVEL.target * scale)
    one, other = light(plain, value, day, day), light(scaled, value * scale, day, day)
    assert one.light is other.light
    assert one.attainment_pct == other.attainment_pct
    assert one.gap_points == other.gap_points


@given(values, baselines, days)
def test_falling_is_rising_in_a_mirror(value, baseline, day):
    rising = replace(LEVEL, baseline=baseline, is_baseline_measured=True)
    falling = replace(rising, baseline=-baseline, target=-LEVEL.target, direction=Direction.DOWN)
    one, other = light(rising, value, day, day), light(falling, -value, day, day)
    assert one.light is other.light
    assert one.gap_points == other.gap_points
    assert one.pace.arrow == other.pace.arrow


@given(values, baselines, st.integers(0, 3000))
def test_expectation_never_leaves_its_way(value, baseline, later):
    share = expected_pct(NOTICE, END, NOTICE + timedelta(days=later))
    assert 0 <= share <= 100
    if baseline != 90:
        assert attainment_pct(baseline, baseline, 90) == 0
        assert attainment_pct(baseline, 90, 90) == pytest.approx(100)


@given(st.floats(-500, 500))
def test_every_gap_has_one_of_four_lights(gap):
    found = light_of_gap(gap)
    assert found in WORST_TO_BEST[1:5]
    assert (found is Light.ON_TRACK) == (round(gap, 9) >= 0)


@given(st.integers(-400, 2000))
def test_no_light_comes_from_missing_data(offset):
    as_of = NOTICE + timedelta(days=offset)
    for case in (CASE, LEVEL, replace(LEVEL, rule=Rule.FLOOR), replace(LEVEL, rule=Rule.BAND)):
        found = judge(case, as_of)
        assert found.light in (Light.NOT_DUE, Light.NOT_REPORTED)
        assert (found.attainment_pct, found.gap_points, found.margin) == (None, None, None)


reported = st.lists(
    st.tuples(st.integers(1, 31), st.floats(0, 100), st.booleans()), min_size=1, max_size=12
)


@settings(max_examples=25, deadline=None)
@given(reported)
def test_the_counts_of_a_roll_up_always_sum(rows):
    plan, observed = [], []
    for number, (task, value, is_reported) in enumerate(rows):
        name = f"T{task:02d}-{number}"
        plan.append(indicator(indicator=name, task=task))
        if is_reported:
            observed.append(observation(DAY, value, indicator=name))
    lights = indicator_lights(tables(indicators=plan, observations=observed), DAY)
    whole = light_counts(lights)
    for by in ("task", "theme"):
        rolled = roll_up(lights, by)
        names = [one.value for one in Light]
        assert (rolled[names].sum(axis=1) == rolled["indicators"]).all()
        assert rolled[names].sum().to_dict() == {one.value: n for one, n in whole.items()}
        assert rolled["reported"].sum() == sum(is_reported for *_, is_reported in rows)
        assert (rolled["reported"] <= rolled["due"]).all()


def test_a_report_of_zero_is_not_silence():
    assert light(CASE, 0.0, date(2017, 9, 30), date(2017, 9, 30)).light is Light.NEARLY
