"""Pictures of the charts that people explore: whose numbers they show is drawn into them."""

from __future__ import annotations

import pytest

from hengyang.charts import figures, figures_download
from hengyang.labels import words
from tests.charts.builders import AS_OF, history_of, light_row, path_of, plan_row

LINES = ("补短板方案<1>(征求意见稿)", "截至2019年5月31日 · 版本 24")


def figure(**rest):
    return figures.trend_figure(
        row=light_row(actual=15.0),
        history=history_of(1, 2),
        path=path_of(0, 50),
        target=plan_row(50.0),
        as_of=AS_OF,
        language="zh",
        is_demo=True,
        **rest,
    )


def test_the_stamp_is_in_the_picture_below_a_plot_as_large_as_before():
    plain, stamped = figure(), figures_download.stamped(figure(), LINES, "light")
    texts = [note.text for note in stamped.layout.annotations]
    assert "演示数据" in texts
    (stamp,) = (text for text in texts if "版本 24" in text)
    assert "补短板方案&lt;1&gt;" in stamp
    plots = [
        each.layout.height - each.layout.margin.t - each.layout.margin.b
        for each in (plain, stamped)
    ]
    assert plots[0] == plots[1]
    # below everything that stood at the foot before
    shifts = [note.yshift for note in stamped.layout.annotations if note.yshift is not None]
    assert shifts.count(min(shifts)) == 1
    assert next(n.yshift for n in stamped.layout.annotations if n.text == stamp) == min(shifts)


@pytest.mark.parametrize("kind", figures_download.PICTURE_KINDS)
def test_the_toolbar_is_one_button_in_the_reader_s_language(kind):
    config = figures_download.config(figure(), "名称", kind, "zh")
    assert config["modeBarButtons"] == [["toImage"]]
    asked = config["toImageButtonOptions"]
    assert (asked["format"], asked["filename"]) == (kind, "名称")
    said = config["locales"][config["locale"]]["dictionary"]
    assert list(said.values()) == [words("zh")("chart-picture", kind=kind.upper())]


def test_a_long_plan_name_is_wrapped_to_what_a_phone_shows():
    stamped = figures_download.stamped(figure(), ("word " * 40, "短" * 60), "light")
    text = stamped.layout.annotations[-1].text
    assert all(len(line) < 75 for line in text.split("<br>"))
    assert text.replace("<br>", "").replace(" ", "") == "word" * 40 + "短" * 60
