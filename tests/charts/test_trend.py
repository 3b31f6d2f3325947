import math
import re
import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengyang.charts import scales
from hengyang.charts.divisions import division_bars_svg
from hengyang.charts.scales import text_width
from hengyang.charts.trend import trend_svg
from tests.charts.builders import AS_OF, history_of, light_row, path_of, plan_row


def drawn(row=None, history=None, path=None, unit="公里", language="zh", comparator="=", **rest):
    row = light_row() if row is None else row
    plan = plan_row(row["target"], comparator=comparator, unit=unit)
    return trend_svg(
        row=row,
        target=plan,
        history=history_of() if history is None else history,
        path=path_of() if path is None else path,
        as_of=AS_OF,
        language=language,
        **{"width": 370, "height": 170, **rest},
    )


def parsed(html):
    return ET.fromstring(str(html))


def written(html):
    return [each.text for each in parsed(html).iter("text")]


def assert_is_sound(html):
    for svg in parsed(html).iter("svg"):
        _, _, width, height = map(float, svg.get("viewBox").split())
        boxes = []
        for each in svg.iter("text"):
            size = float(each.get("font-size", 12))
            assert size >= 11
            wide = text_width(each.text, size)
            share = {"middle": 0.5, "end": 1.0}.get(each.get("text-anchor"), 0.0)
            left, base = float(each.get("x")) - wide * share, float(each.get("y"))
            assert left >= -0.5
            assert left + wide <= width + 0.5
            assert size * 0.7 <= base <= height
            if each.get("class") in ("lb", "ax"):
                boxes.append((left, base - size, left + wide, base))
        for at, (a, b, c, d) in enumerate(boxes):
            for e, f, g, h in boxes[at + 1 :]:
                assert c <= e or g <= a or d <= f or h <= b
    assert not re.search(r"\b(nan|none|inf|nat)\b", str(html).replace('fill="none"', ""), re.I)


BEHIND = {
    "actual": 15.0,
    "reference_date": pd.Timestamp("2019-05-31"),
    "target": 50.0,
    "aim": 50.0,
    "expected_value": 25.83,
    "forecast_value": 32.0,
    "forecast_low": 28.0,
    "forecast_high": 36.0,
}


def test_a_trend_says_value_expected_target_and_light():
    html = drawn(light_row(**BEHIND), history_of(*range(16)), path_of(0, 50))
    spoken = parsed(html).find("svg").get("aria-label")
    for part in ("2019年5月", "15 公里", "25.8", "50 公里", "滞后"):
        assert part in spoken


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "没有数据,不估计"), ("en", "No data, no estimate")]
)
def test_without_values_nothing_is_estimated(language, words):
    html = drawn(light_row(light="not_reported", target=2.0, aim=2.0), language=language)
    assert words in written(html)
    assert "polyline" not in html
    assert_is_sound(html)


def test_a_wide_trend_is_drawn_for_every_width_of_its_place():
    html = drawn(light_row(**BEHIND), history_of(*range(16)), path_of(0, 50), width=760)
    assert [svg.get("class") for svg in parsed(html)] == [
        "tr broad",
        "tr wide",
        "tr medium",
        "tr narrow",
    ]
    assert_is_sound(html)


def test_large_numbers_are_ticked_in_wan_in_chinese_and_in_full_in_english():
    row = light_row(target=20000.0, aim=20000.0)
    assert "2万" in written(drawn(row, history_of(0, 9000), path_of(0, 20000)))
    assert "20,000" in written(drawn(row, history_of(0, 9000), path_of(0, 20000), language="en"))


def test_a_percentage_axis_ends_at_a_hundred():
    html = drawn(light_row(target=98.0, aim=98.0), history_of(41, 97), path_of(40, 98), unit="%")
    assert max(float(text) for text in written(html) if text.isdigit()) == 100


def test_hostile_text_is_escaped():
    html = drawn(light_row(**BEHIND), history_of(1, 2), path_of(0, 50), unit='<script>"x"')
    assert "<script>" not in html
    assert_is_sound(html)


def test_an_incomparable_figure_is_named_as_such_and_never_joins_the_line():
    others = pd.DataFrame(
        {
            "reference_date": [pd.Timestamp("2018-12-31")],
            "value": [30.0],
            "comparability": ["single_month"],
        }
    )
    html = drawn(light_row(**BEHIND), history_of(4), path_of(0, 50), others=others)
    assert "单月数,不参与亮灯" in html
    assert len(re.findall("<polyline", html)) == 1  # the path alone


def test_a_forecast_far_beyond_does_not_flatten_the_line():
    tall = light_row(**{**BEHIND, "forecast_value": 5e6, "forecast_high": 6e6})
    html = drawn(tall, history_of(*range(16)), path_of(0, 50))
    assert not any("万" in text for text in written(html) if "按现速" not in text)
    assert_is_sound(html)


VALUE = st.floats(-1e9, 1e9, allow_nan=False)
MAYBE = st.one_of(st.none(), st.just(math.nan), VALUE)


@pytest.mark.parametrize("values", [[0, 5e-324], [5e-324, -5e-324], [5e-324]])
def test_an_axis_stands_for_figures_next_to_nothing(values):
    ticks = scales.ticks(values)
    assert ticks[0] <= min(values) + 1e-300
    assert max(values) <= ticks[-1]
    assert len(ticks) > 1


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(MAYBE, max_size=24),
    path=st.lists(VALUE, max_size=2),
    target=MAYBE,
    expected=MAYBE,
    forecast=st.tuples(MAYBE, MAYBE, MAYBE),
    unit=st.sampled_from(["%", "公里", "个", "a very long unit of measure indeed", "<b>&"]),
    language=st.sampled_from(["zh", "en"]),
)
def test_every_trend_is_well_formed_and_keeps_its_labels_apart_and_inside(
    values, path, target, expected, forecast, unit, language
):
    low, middle, high = forecast
    row = light_row(
        actual=values[-1] if values else None,
        reference_date=pd.Timestamp("2018-09-30"),
        target=target,
        aim=target,
        expected_value=expected,
        forecast_low=low,
        forecast_value=middle,
        forecast_high=high,
    )
    assert_is_sound(drawn(row, history_of(*values), path_of(*path), unit=unit, language=language))


def divided(values, city, *, is_additive=True, language="zh"):
    rows = pd.DataFrame(
        {"division": range(len(values)), "name": [f"区{at}" for at in range(len(values))]}
    ).assign(value=pd.Series(values, dtype="float64"))
    return division_bars_svg(
        rows,
        city_value=city,
        is_additive=is_additive,
        unit="公里",
        reference_date=AS_OF,
        language=language,
    )


def test_a_division_that_did_not_report_is_named_and_has_no_bar():
    html = divided([1.0, None, 0.0], 1.0)
    assert written(parsed_text := html).count("未报送") == 1
    assert str(parsed_text).count("<rect") == 2


def test_parts_that_sum_to_the_city_agree_despite_float_noise():
    assert "分项之和 0.3 公里 = 全市 0.3 公里" in divided([0.1, 0.2], 0.3)


def test_parts_that_miss_the_city_say_by_how_much():
    assert "相差 2 公里" in divided([1.0, 2.0], 5.0)


def test_a_partial_breakdown_and_a_rate_are_not_checked():
    assert "不能核对" in divided([1.0, None], 1.0)
    assert "比率不可相加" in divided([1.0, 2.0], 3.0, is_additive=False)
