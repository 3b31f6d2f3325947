import re

import pytest

from hengyang.charts import division_map
from hengyang.charts.division_map import PLACES, Painted, shape_map, tile_map
from hengyang.delivery import Boundaries
from hengyang.progress import division_codes
from hengyang.schema import Light
from tests.charts.plans import real_plan

CODES = division_codes(real_plan())
#: Who lies north of whom, and west of whom, on every map of the city.
NORTHWARD = [("430412", "430407"), ("430423", "430424"), ("430421", "430426"), ("430407", "430422"), ("430422", "430481")]  # fmt: skip
WESTWARD = [("430421", "430408"), ("430426", "430482"), ("430482", "430481"), ("430405", "430424"), ("430408", "430405")]  # fmt: skip


def painted(code, **changed):
    given = {"name": f"名{code}<b>", "figure": "3 个", "href": f"map?place={code}", **changed}
    return Painted(division=code, **given)


def boundaries():
    rings = tuple(
        (code, (((at, 26.0), (at + 1.0, 26.0), (at + 1.0, 27.0), (at, 26.0)),))
        for at, code in enumerate(CODES)
    )
    return Boundaries(rings=rings)


def test_every_division_has_one_tile_and_no_two_overlap():
    assert set(PLACES) == set(CODES)
    places = list(PLACES.values())
    for at, (x, y) in enumerate(places):
        assert all(abs(x - u) >= 1 or abs(y - v) >= 1 for u, v in places[at + 1 :])


def test_the_tiles_lie_as_the_divisions_do():
    assert all(PLACES[north][1] < PLACES[south][1] for north, south in NORTHWARD)
    assert all(PLACES[west][0] < PLACES[east][0] for west, east in WESTWARD)


@pytest.mark.parametrize("draw", [tile_map, lambda each, zh: shape_map(each, boundaries(), zh)])
def test_each_division_is_a_link_that_says_its_lights_in_words(draw):
    lights = {Light.FAR_BEHIND: 2, Light.NOT_REPORTED: 1}
    html = str(draw([painted(code, lights=lights) for code in CODES], "zh"))
    assert len(re.findall('<a href="map.place=', html)) == 12
    assert html.count("严重滞后 2") >= 12
    assert "<b>" not in html


def test_what_was_not_reported_is_hatched_and_not_tinted():
    html = str(tile_map([painted("430481", is_reported=False, figure="未报送")], "zh"))
    assert 'fill="url(#dm-hatch)"' in html
    assert "fill-opacity" not in html


@pytest.mark.parametrize("draw", [tile_map, lambda each, zh: shape_map(each, boundaries(), zh)])
def test_a_tint_is_drawn_with_what_paper_knows_too(draw):
    html = str(draw([painted("430481", share=1.0)], "zh"))
    assert 'fill="var(--focus)" fill-opacity="0.38"' in html
    assert "color-mix" not in html  # a PDF would draw it black


def test_a_shape_is_as_wide_as_its_latitude_makes_it():
    square = ((112.0, 60.0), (113.0, 60.0), (113.0, 61.0), (112.0, 61.0), (112.0, 60.0))
    html = str(shape_map([painted("430481")], Boundaries(rings=(("430481", (square,)),)), "zh"))
    _, _, width, height = map(float, re.search('viewBox="([^"]+)"', html)[1].split())
    assert width / height == pytest.approx(0.49, abs=0.01)  # the cosine of 60.5°


def test_the_lights_of_a_tile_add_up_to_its_projects():
    every = {light: 7 + at for at, light in enumerate(Light)}
    for lights in (
        every,
        {Light.FAR_BEHIND: 3},
        dict(list(every.items())[:3]),
        dict(list(every.items())[:4]),
    ):
        for room in (40.0, 60.0, 96.0, 400.0):
            drawn = division_map._marks(lights, 0, 0, room, "zh")
            numbers = [int(found) for found in re.findall(r">\+?(\d+)</text>", drawn)]
            assert sum(numbers) == sum(lights.values()), (lights, room)
