import math
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from hengyang.charts import marks
from hengyang.labels import words
from hengyang.schema import Light


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("light", Light)
def test_a_mark_says_its_light_in_words(light, language):
    svg = ET.fromstring(marks.light_mark(light, language))
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == words(language)(f"light-{light}")


def test_nine_lights_have_nine_shapes_without_their_colours():
    shapes = {
        re.sub(
            r"var\(--[^)]*\)|<title>.*</title>|aria-label=\S+", "", marks.light_mark(light, "zh")
        )
        for light in Light
    }
    assert len(shapes) == 9


def test_a_stale_mark_is_hatched_and_says_so():
    fresh, stale = (marks.light_mark("behind", "zh", is_stale=each) for each in (False, True))
    assert stale.count("<path") > fresh.count("<path")
    assert "陈旧" in stale


def test_a_hostile_title_is_escaped():
    html = marks.light_mark("met", "zh", title='"><script>alert(1)</script>')
    assert "<script" not in html
    ET.fromstring(html)


def test_a_bar_tells_every_count_and_leaves_zeros_out():
    counts = dict.fromkeys(Light, 0) | {Light.MET: 2, Light.BEHIND: 3}
    bar = ET.fromstring(marks.counts_bar(counts, "en"))
    assert len(bar) == 2
    assert "2" in bar.get("aria-label")
    assert marks.counts_legend(counts, "en").count("<svg") == 2


@pytest.mark.parametrize("attainment", [-40.0, 0.0, 30.0, 250.0])
def test_a_bullet_stays_in_its_box_while_its_words_tell_the_number(attainment):
    svg = ET.fromstring(marks.bullet(attainment, 51.7, "behind", "zh"))
    bar = list(svg.iter("rect"))[1]
    assert 0 <= float(bar.get("width")) <= float(svg.get("width"))
    assert f"{attainment:.1f}%" in svg.get("aria-label").replace("−", "-")


def test_a_bullet_without_expectation_has_no_tick():
    assert "<path" not in marks.bullet(30.0, math.nan, "behind", "zh")


@pytest.mark.parametrize("nothing", [None, math.nan])
def test_without_attainment_or_light_there_is_an_empty_track_or_no_mark(nothing):
    svg = ET.fromstring(marks.bullet(nothing, 51.7, nothing, "en"))
    assert svg.get("aria-label") == "no value"
    assert float(list(svg.iter("rect"))[1].get("width")) == 0
    assert "<path" not in marks.bullet(nothing, 51.7, None, "en")
    assert marks.light_mark(nothing, "en") == ""


def test_a_missing_value_breaks_a_sparkline():
    html = marks.sparkline([1.0, 2.0, None, 3.0, math.nan, 4.0, 5.0], "behind", "zh")
    assert html.count("<polyline") == 2
    assert html.count("<circle") == 2
    assert "nan" not in html
    assert marks.sparkline([None, math.nan], "behind", "zh") == ""


@pytest.mark.parametrize("values", [[], [3.0], [2.0, 2.0], [1.0, 5.0, 4.0]])
def test_a_sparkline_of_any_length_has_finite_coordinates(values):
    html = marks.sparkline(values, "behind", "zh")
    assert "nan" not in html
    assert bool(html) == bool(values)


def test_the_legend_names_all_nine_lights():
    assert all(words("en")(f"light-{light}") in marks.legend("en") for light in Light)


def test_what_a_mark_wears_nothing_else_wears() -> None:
    """One stylesheet serves all boards: a cell with a mark's class would be drawn like the mark."""
    charts = Path(marks.__file__).parent
    worn = set(re.findall(r"^\.([a-z]+)\b", (charts / "marks.css").read_text("utf-8"), re.M))
    worn -= {"key"}  # the frame of any key
    assert {"bl", "lb", "bar"} <= worn
    # a count like the marks' own, and a label inside a drawing, which the sheet's rules for bars don't reach
    known = {("division_panels.py", "lc"), ("trend.py", "lb")}
    found = {
        (module.name, name)
        for module in charts.glob("*.py")
        if module.name != "marks.py"
        for name in worn
        if re.search(rf'class="{name}[" ]', module.read_text("utf-8"))
    }
    assert found - known == set()
