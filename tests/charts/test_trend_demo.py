"""Every trend of the demo, as readers meet it."""

from datetime import date

import pytest

from hengyang import progress, store
from hengyang.charts import indicator as indicator_charts
from tests.charts.test_trend import assert_is_sound


@pytest.fixture(scope="module")
def tables(store_url):
    return store.open_store(store_url, store.DEMO).read()


@pytest.mark.parametrize(
    ("as_of", "language"),
    [
        (date(2018, 5, 31), "en"),
        (date(2019, 6, 30), "zh"),
        pytest.param(date(2019, 12, 31), "en", marks=pytest.mark.proof),
        pytest.param(date(2021, 3, 31), "zh", marks=pytest.mark.proof),
    ],
)
def test_no_label_of_any_trend_meets_another_or_leaves_the_drawing(tables, as_of, language):
    assessment = progress.assess(tables, as_of)
    indicators = list(assessment.indicators["indicator"])
    assert len(indicators) == 80
    for at, indicator in enumerate(indicators):
        html = indicator_charts.chart(indicator, assessment, tables, language, is_small=True)
        assert_is_sound(html)
        # a wide one is four drawings: each run takes a quarter of them, another one each time
        if at % 4 == as_of.month % 4:
            assert_is_sound(
                indicator_charts.chart(indicator, assessment, tables, language, is_wide=True)
            )


def test_a_floor_and_a_cap_say_their_sign_and_shade_what_they_allow(tables):
    assessment = progress.assess(tables, date(2019, 6, 30))
    caps = tables.indicators[tables.indicators["rule"] == "cap"]["indicator"]
    for indicator in caps:
        html = indicator_charts.chart(indicator, assessment, tables, "zh", is_small=True)
        if "polyline" in html or "<circle" in html:
            assert "目标 ≤ " in html
            assert 'class="ok"' in html
