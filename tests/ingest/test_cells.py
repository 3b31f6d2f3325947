"""What one cell says: every spelling that people use, and never an exception for one they do not."""

from __future__ import annotations

import calendar
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang.ingest.cells import (
    Amount,
    clean,
    is_not_reported,
    key,
    number,
    period,
    resolved_tenths,
    split_unit,
    to_unit,
)

JUNE = date(2018, 6, 30)
ANYTHING = st.one_of(
    st.text(),
    st.text("0123456789.,-%年月日底万亿约以上二〇一八季度()（）／/ "),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.none(),
    st.dates(),
    st.datetimes(),
)


@pytest.mark.parametrize(
    "spelling",
    [
        "2018.6", "2018.06", "2018年6月", "2018-06", "2018/6", "201806", "二〇一八年六月", "二零一八年六月",
        "２０１８年６月", "2018年6月底", "2018年6月末", "截至2018年6月", "截至2018年6月30日", "2018年6月份",
        "18年6月", "2018年1-6月", "2018年1—6月", "2018年上半年", "2018年二季度", "2018年第二季度", "2018Q2",
        "2018-06-30", "2018/6/30", "2018年6月30日", "2018-06-30 00:00:00", "20180630", "June 2018", "Jun-18",
        " 2018 年\u00a06 月 ", 2018.6, 201806, 43281, 43252, 43252.0, date(2018, 6, 1), datetime(2018, 6, 30, 8),  # noqa: DTZ001
    ],
)  # fmt: skip
def test_every_spelling_of_june_2018_is_its_last_day(spelling: object) -> None:
    assert period(spelling) == JUNE


@pytest.mark.parametrize(
    "spelling", ["6月底", "6月", "六月", "1-6月", "上半年", "二季度", "6月30日"]
)
def test_a_month_without_a_year_needs_one(spelling: str) -> None:
    assert period(spelling) is None
    assert period(spelling, 2018) == JUNE


@pytest.mark.parametrize(
    "spelling", ["2018", 2018, "2018年", "2018年度", "2018年底", "二〇一八年", "2018年全年"]
)
def test_a_year_ends_on_its_last_day(spelling: object) -> None:
    assert period(spelling) == date(2018, 12, 31)


@pytest.mark.parametrize(
    "text", ["2018.13", "201813", "2018年2月30日", "完成", "", "T05-3", "1.5", 12, -1, 1e300, "1899年6月", "2018.6.7.8"]
)  # fmt: skip
def test_what_is_no_period_is_none(text: object) -> None:
    assert period(text) is None


def test_a_day_written_out_stays_that_day_but_a_first_of_month_means_the_month() -> None:
    assert period("2018年6月15日") == date(2018, 6, 15)
    assert period("2018年6月1日") == date(2018, 6, 1)
    assert period("2018/6/1") == JUNE


def test_2018_1_as_a_number_is_january_or_october_only_where_something_tells() -> None:
    assert period(2018.1) is None
    assert period("2018.1") == date(2018, 1, 31)
    assert resolved_tenths([2018.1, 2018.2]) == {0: date(2018, 1, 31)}
    assert resolved_tenths([2018.9, 2018.1]) == {1: date(2018, 10, 31)}
    assert resolved_tenths([2018.1]) == {}
    assert resolved_tenths([2018.1], chosen=date(2018, 10, 31)) == {0: date(2018, 10, 31)}


@given(st.integers(2000, 2099), st.integers(1, 12))
def test_a_written_month_is_read_back(year: int, month: int) -> None:
    last = date(year, month, calendar.monthrange(year, month)[1])
    for text in (
        f"{year}年{month}月",
        f"{year}-{month:02d}",
        f"{year}{month:02d}",
        f"{year}.{month}",
    ):
        assert period(text) == last


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_written_day_is_read_back(day: date) -> None:
    assert period(f"{day.year}年{day.month}月{day.day}日") == day


@given(ANYTHING, st.one_of(st.none(), st.integers(1990, 2110)))
def test_no_cell_makes_a_parser_raise(value: object, year: int | None) -> None:
    day, amount = period(value, year), number(value)
    assert day is None or 2000 <= day.year < 2100
    assert amount is None or amount.value == amount.value
    assert isinstance(clean(value), str)
    assert isinstance(key(clean(value)), str)
    is_not_reported(value)


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("16平方米", 16, "平方米"), ("2.5万人", 2.5, "万人"), ("3.25万公顷", 3.25, "万公顷"), ("95%", 95, "%"),
        ("９５％", 95, "%"), ("1,234", 1234, None), ("１，２３４．５", 1234.5, None), ("1 234 567", 1234567, None),
        ("(1,234)", -1234, None), ("－5", -5, None), ("8公里/平方公里", 8, "公里/平方公里"), ("5 km²", 5, "km2"),
        ("1.5E+05", 150000, None), ("\u200b12\u00a0个", 12, "个"), (".5", 0.5, None), (7, 7, None),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_its_own_unit(text: object, figure: float, unit: str | None) -> None:
    assert number(text) == Amount(figure, unit)


@pytest.mark.parametrize(
    "text", ["3-5家", "T05-3", "2018年6月", "12,34", "1.2.3", "约", "%", "1e999", "", "完成3个", "十个", True]
)  # fmt: skip
def test_what_is_no_single_number_is_none(text: object) -> None:
    assert number(text) is None


def test_hedges_are_kept_beside_the_figure() -> None:
    assert number("约160公里") == Amount(160, "公里", is_approximate=True)
    assert number("20余个") == Amount(20, "个", is_approximate=True)
    assert number("95%以上") == Amount(95, "%", is_at_least=True)
    assert number("不低于95%") == Amount(95, "%", is_at_least=True)
    assert number("20%以内") == Amount(20, "%", is_at_most=True)


@given(st.integers(-(10**12), 10**12), st.sampled_from(["", "个", "万人", "%", "公里"]))
def test_a_written_whole_number_is_read_back_whatever_its_commas(figure: int, unit: str) -> None:
    for text in (f"{figure}{unit}", f"{figure:,}{unit}"):
        assert number(text) == Amount(figure, unit or None)


@given(st.floats(-1e9, 1e9, allow_nan=False))
def test_a_written_number_is_read_back(figure: float) -> None:
    found = number(repr(figure))
    assert found is not None
    assert found.value == figure


@pytest.mark.parametrize(
    "cell", [None, "", " ", "　", "\u00a0", "—", "——", "-", "--", "/", "／", "\\", "无", "NA", "n/a", "#N/A", "未报送", "暂无", "…"]
)  # fmt: skip
def test_signs_of_nothing_are_not_reported(cell: object) -> None:
    assert is_not_reported(cell)


@pytest.mark.parametrize("cell", [0, 0.0, "0", "0.0", "０", "无锡", "-5", "1/2"])
def test_a_zero_is_reported(cell: object) -> None:
    assert not is_not_reported(cell)


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (Amount(2.5, "万人"), "人", 25000), (Amount(3.25, "万公顷"), "公顷", 32500), (Amount(1.2, "亿元"), "万元", 12000),
        (Amount(1500, "米"), "公里", 1.5), (Amount(15, "亩"), "公顷", 1), (Amount(2, "平方公里"), "公顷", 200),
        (Amount(7, "座"), "个", 7), (Amount(7, None), "个", 7), (Amount(5, "公里"), "%", None), (Amount(5, "户"), "人", None),
        (Amount(5, "月"), "个", None), (Amount(30, "万"), "亩", 300000), (Amount(3, "百分点"), "%", 3),
    ],
)  # fmt: skip
def test_amounts_go_into_the_indicators_unit_or_nowhere(
    amount: Amount, unit: str, expected: float | None
) -> None:
    assert to_unit(amount, unit) == (None if expected is None else pytest.approx(expected))


def test_a_fraction_becomes_a_percentage_only_when_its_column_is_one() -> None:
    assert to_unit(Amount(0.29), "%", percent_as="fraction") == 29
    assert to_unit(Amount(0.29), "%", percent_as="percent") == 0.29
    assert to_unit(Amount(0.29), "公里", percent_as="fraction") == 0.29


def test_a_scaled_unit_is_taken_apart() -> None:
    assert split_unit("万公顷") == (1e4, "公顷")
    assert split_unit("(亿元)") == (1e8, "元")
    assert split_unit("公顷") == (1.0, "公顷")
