from __future__ import annotations

from datetime import date

import pytest

from hengyang.progress.pace import arrow_of, best_per_month, pace_of, theil_sen
from hengyang.schema import Arrow, Frequency
from tests.progress.builders import DAY, END, indicator, judged, level

MONTHS = [date(2018, 12, 31), date(2019, 1, 31), date(2019, 2, 28), date(2019, 3, 31)]


def pace(*values, aim=50.0, **options):
    points = tuple(zip(MONTHS, values, strict=False))
    options = {"as_of": DAY, "is_met": False, **options}
    return pace_of(points, Frequency.MONTHLY, END, aim=aim, **options)


@pytest.mark.parametrize(
    ("recent", "required", "arrow"),
    [
        (12.0, 12.0, Arrow.FAST),
        (11.9, 12.0, Arrow.SLOWER),
        (6.0, 12.0, Arrow.SLOWER),
        (5.9, 12.0, Arrow.SLOW),
        (0.0, 12.0, Arrow.SLOW),
        (-0.1, 12.0, Arrow.BACKWARDS),
        (-12.0, -12.0, Arrow.FAST),
        (1.0, -12.0, Arrow.BACKWARDS),
    ],
)
def test_the_arrow_compares_recent_with_required_speed(recent, required, arrow):
    assert arrow_of(recent, required) is arrow


def test_one_value_gives_no_arrow_and_two_give_no_forecast():
    one, two, three = pace(10.0), pace(10.0, 11.0), pace(10.0, 11.0, 12.0)
    assert (one.arrow, one.forecast_value) == (None, None)
    assert two.arrow is not None
    assert two.forecast_value is None
    assert three.forecast_value is not None


def test_two_values_closer_than_half_a_period_give_no_arrow():
    near = ((date(2019, 5, 20), 10.0), (date(2019, 5, 31), 11.0))
    found = pace_of(near, Frequency.MONTHLY, END, as_of=DAY, aim=50.0, is_met=False)
    assert found.arrow is None


def test_the_forecast_starts_at_the_latest_value_and_its_range_holds_it():
    found = pace(10.0, 11.5, 12.0, 13.5)
    assert found.forecast_low <= found.forecast_value <= found.forecast_high
    assert found.arrival_early <= found.arrival_date <= found.arrival_late
    assert found.forecast_value > 13.5


def test_a_standstill_never_arrives():
    assert pace(10.0, 10.0, 10.0).arrival_date is None
    assert pace(10.0, 9.0, 8.0).arrival_date is None


def test_a_falling_target_is_reached_by_falling():
    found = pace(40.0, 38.0, 36.0, aim=20.0)
    assert found.recent_per_year < 0
    assert found.needed_per_month < 0
    assert found.best_per_month < 0
    assert found.arrival_date is not None


def test_one_wild_value_does_not_move_the_trend():
    days = list(range(9))
    values = [float(day) for day in days]
    wild = [*values[:4], 1000.0, *values[5:]]
    assert theil_sen(days, wild)[0] == pytest.approx(1.0)


def test_the_best_month_is_the_best_in_the_direction_of_the_target():
    points = tuple(zip(MONTHS, (10.0, 11.0, 15.0, 14.0), strict=True))
    rising = best_per_month(points, Frequency.MONTHLY, is_rising=True)
    falling = best_per_month(points, Frequency.MONTHLY, is_rising=False)
    assert rising > 4
    assert falling == pytest.approx(-1, abs=0.05)


def test_speed_needed_is_what_is_left_over_the_months_left():
    found = judged(indicator(), (DAY, 15.0))
    months_left = (END - DAY).days / 365.25 * 12
    assert found.pace.needed_per_month == pytest.approx(35 / months_left)


def test_values_older_than_a_year_are_not_recent():
    found = judged(indicator(), (date(2018, 5, 29), 0.0), (date(2019, 4, 30), 14.0), (DAY, 15.0))
    assert found.pace.recent_per_year == pytest.approx(365.25 / 31)


def test_annual_values_are_recent_for_three_years():
    values = [(date(2016, 12, 31), 60.0), (date(2017, 12, 31), 70.0), (date(2018, 12, 31), 80.0)]
    found = judged(level(frequency="annual"), *values)
    assert found.pace.recent_months == 36
    assert found.pace.recent_per_year == pytest.approx(10, abs=0.1)
    assert found.pace.forecast_value == pytest.approx(100, abs=0.1)


def test_a_coverage_is_never_forecast_past_full():
    values = [(date(2018, 9, 30), 50.0), (date(2018, 12, 31), 70.0), (date(2019, 3, 31), 89.0)]
    assert judged(level(), *values).pace.forecast_value == 100


def test_after_the_deadline_there_is_nothing_to_forecast():
    values = [(date(2020, 10, 31), 40.0), (date(2020, 11, 30), 42.0), (END, 44.0)]
    found = judged(indicator(), *values, as_of=END).pace
    assert (found.forecast_value, found.arrow, found.needed_per_month) == (None, None, None)
