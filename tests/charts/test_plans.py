"""Plans beside each other: everything that is known of each, light enough for a country's."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd
import pytest

from hengyang import lake
from hengyang.charts import css, plans
from hengyang.labels import LANGUAGES, words
from hengyang.progress.lights import BAR_ORDER
from hengyang.schema import STANDINGS, Light
from hengyang.ui.links import Addresses
from hengyang.ui.selection import Selection

_DAY = date(2019, 6, 30)
_COUNTS = dict(zip(Light, (12, 9, 8, 7, 11, 3, 14, 5, 1), strict=True))


def standings(count: int, **changes: object) -> pd.DataFrame:
    """So many plans with every kind of light, ranked."""
    row = {
        **{light.value: number for light, number in _COUNTS.items()},
        **{"is_simulated": True, "plan_release": 1, "as_of": pd.Timestamp(_DAY), "stale": 2},
        **{"indicators": 70, "due": 70, "reported": 62, "rank": None, "unranked_because": None},
        **{"mean_attainment_pct": 61.234, "mean_expected_pct": 58.3, "mean_attainment_count": 55},
        **{"pace_count": 48, "is_fast_enough_count": 31, "forecast_count": 47},
        **{"expected_to_arrive_count": 29, "green_share_pct": 100 * 29 / 70},
        **{"theme_innovation": "green", "theme_coordination": "yellow", "theme_green": "red"},
        **{"theme_openness": None, "theme_sharing": "green"},
        **changes,
    }
    rows = [
        {
            "plan": f"city-{number:03d}",
            "name_zh": f"示例市 {number:03d} 行动方案",
            "name_en": f"Example City {number:03d} action plan",
            **row,
        }
        for number in range(1, count + 1)
    ]
    return lake.ranked(STANDINGS.coerce(pd.DataFrame(rows)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_s_plans_are_at_most_400_kilobytes(language):
    found = standings(333)
    html = plans.comparison(found, language, Addresses(Selection(lang=language)))
    assert html.count("<tr>") == 334
    assert len(html.encode()) <= 400_000


def test_a_row_says_everything_that_is_known_of_a_plan():
    html = str(plans.comparison(standings(1), "zh", Addresses(Selection())))
    row = html[html.index("<tbody>") :]
    say = words("zh")
    for light, number in _COUNTS.items():
        assert say("mark-count", light=say(f"light-{light}"), count=str(number)) in row
    counted = re.search('<div class="lb".*?</div>', row)[0]
    order = [_COUNTS[light] for light in BAR_ORDER]
    assert [int(one) for one in re.findall("<i>([0-9]+)</i>", counted)] == order
    assert [int(one) for one in re.findall("flex:([0-9]+)", counted)] == order
    text = re.sub(r"<[^>]+>", " ", row)
    for said in (
        "示例市 001",
        "41.4%",
        "62/70",
        "31/48",
        "29/47",
        "创 绿",
        "协 黄",
        "绿 红",
        "开 不亮灯",
    ):
        assert said in text
    assert "实现 61.2%,序时应达 58.3%" in row


def test_what_has_no_rank_says_why_and_is_sorted_last():
    found = standings(1, unranked_because="too_few_reported", reported=40)
    html = str(plans.comparison(found, "zh", Addresses(Selection())))
    assert "到期 70 项只报 40 项" in html
    assert '<td data-value="">–</td>' in html


def test_each_sortable_column_can_be_chosen_where_there_are_no_heads_to_click():
    html = str(plans.comparison(standings(2), "zh", Addresses(Selection())))
    buttons = re.findall(r'<button type="button" data-sort="(\w+)"', html)
    choices = re.findall(r'<option value="([\w ]+)"', html)
    assert choices == [choice for name in buttons for choice in (name, f"{name} down")]
    assert len(buttons) == 7


def test_every_light_has_a_shape_of_its_own_in_the_stylesheet_light_and_dark():
    images = re.findall(r'--image-(\w+):url\("([^"]+)"\)', css.stylesheet())
    assert [name for name, _ in images] == [light.value for light in BAR_ORDER] * 2
    assert len({image for _, image in images}) == 18
    assert "var(" not in "".join(image for _, image in images)


def test_a_light_s_place_in_a_row_has_its_colour_and_its_shape():
    sheet = css.stylesheet()
    for place, light in enumerate(BAR_ORDER, start=1):
        assert f".seg-{light}, .lb p :nth-child({place}) {{" in sheet
        assert f".lb>:nth-child({place + 1})::before{{content:var(--image-{light})}}" in sheet
