import pandas as pd
import pytest

from hengyang.charts import figures
from hengyang.charts.quantities import finding
from tests.charts.builders import AS_OF, history_of, light_row, path_of, plan_row

ROW = light_row(
    actual=15.0,
    reference_date=pd.Timestamp("2019-05-31"),
    target=50.0,
    aim=50.0,
    forecast_value=32.0,
)


def trend(history, **rest):
    return figures.trend_figure(
        row=ROW,
        history=history,
        path=path_of(0, 50),
        target=plan_row(50.0),
        as_of=AS_OF,
        language="zh",
        **rest,
    )


def notes(figure):
    return [each.text for each in figure.layout.annotations]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_demo_figure_carries_its_mark_into_downloads(mode):
    assert "演示数据" in notes(trend(history_of(1, 2), is_demo=True, mode=mode))
    assert "演示数据" not in notes(trend(history_of(1, 2), mode=mode))


def test_the_trend_tells_values_in_chinese_on_hover():
    actual = next(each for each in trend(history_of(1, 15)).data if each.name == "实际")
    assert actual.text[-1] == "2017年10月31日:15 公里,2017年11月4日 报"


def test_a_figure_without_values_estimates_nothing():
    figure = trend(history_of())
    assert not figure.data
    assert "没有数据,不估计" in notes(figure)


def test_the_alt_text_is_the_finding_with_its_name():
    assert finding(ROW, plan_row(50.0), "zh").startswith("管廊:2019年5月为 15 公里")


def test_gaps_put_the_furthest_behind_on_top_and_leave_out_what_has_no_path():
    lights = pd.DataFrame(
        {
            "indicator": ["a", "b", "c"],
            "attainment_pct": [60.0, 5.0, None],
            "expected_pct": [50.0, 50.0, 50.0],
            "gap_points": [10.0, -45.0, None],
            "light": ["on_track", "far_behind", "not_reported"],
        }
    )
    names = {"a": "甲", "b": "<b>乙</b>", "c": "丙"}
    figure = figures.gap_figure(lights, names=names, language="zh")
    assert figure.layout.yaxis.categoryarray == ("a", "b")
    assert notes(figure) == ["甲", "&lt;b&gt;乙&lt;/b&gt;"]


def test_a_figure_that_does_not_compare_stays_off_the_line_and_says_why():
    others = pd.DataFrame(
        {
            "reference_date": pd.to_datetime(["2018-12-31", "2019-03-31"]),
            "value": [30.0, 5e6],
            "comparability": ["single_month", "definition_differs"],
        }
    )
    shown = trend(history_of(1, 15), others=others).data
    beside = next(each for each in shown if each.name == "不可比数值")
    assert beside.marker.symbol == ("diamond-open", "triangle-up-open")
    assert beside.y[1] < 5e6
    assert "单月数" in beside.text[0]
