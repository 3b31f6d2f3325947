from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hengyang.progress import division_codes, division_values, sum_check
from tests.charts.plans import real_plan
from tests.progress.builders import observation

JUNE, MAY = date(2019, 6, 30), date(2019, 5, 31)
_NUMBER = st.integers(0, 10**9).map(lambda tenths: tenths / 10)


def values(*observations, as_of=JUNE):
    found = division_values(real_plan(observations=list(observations)), as_of)
    return found.set_index("division")


def of(division, value, day=JUNE, **changed):
    return observation(day, value, indicator="T31-1", division=division, **changed)


def test_who_did_not_report_has_no_value_and_owes_one():
    found = values(of("430481", 60.0), of("430400", 90.0))
    assert len(found) == 12
    assert found.loc["430481", ["value", "city_value", "is_owed"]].tolist() == [60.0, 90.0, False]
    assert found["value"].notna().sum() == 1
    assert found["is_owed"].sum() == 11


def test_figures_of_an_earlier_month_are_shown_and_the_new_ones_owed():
    found = values(of("430481", 60.0, MAY))
    assert found.loc["430481", "value"] == 60.0
    assert found["is_owed"].all()


def test_what_does_not_answer_the_target_or_is_dated_later_is_left_out():
    assert values(of("430481", 60.0, comparability="definition_differs")).empty
    assert values(of("430481", 60.0), as_of=MAY).empty


def test_without_any_breakdown_there_is_no_row():
    assert values(of("430400", 60.0)).empty
    assert len(division_codes(real_plan())) == 12


@given(st.lists(_NUMBER, min_size=1, max_size=12))
def test_parts_agree_with_exactly_their_own_sum(parts):
    total = round(sum(parts), 6)
    assert sum_check(parts, total, is_additive=True).state == "agrees"
    apart = sum_check(parts, total + 1, is_additive=True)
    assert (apart.state, apart.difference) == ("differs", -1)
    assert sum_check([*parts, None], total, is_additive=True).state == "partial"
    assert sum_check(parts, total, is_additive=False).total is None
    assert sum_check(parts, None, is_additive=True).state == "no_city"
