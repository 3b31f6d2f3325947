"""总览 says what the arithmetic says, whatever the link asks for."""

from __future__ import annotations

import pytest

from hengyang import progress
from hengyang.labels import words
from hengyang.schema import Light
from hengyang.ui.selection import month_end
from tests.pages.conftest import board_html, numbers, title

GREEN = ("met", "on_track", "nearly")
RED = ("far_behind", "overdue")


def lights_of(assessment) -> list[str]:
    return assessment.counted["light"].astype(str).tolist()


def counted_as(lights, *wanted) -> int:
    return sum(light in wanted for light in lights)


def finding_numbers(assessment) -> list[int]:
    """What the title has to say: counted, green, behind, red, of these none that is 0; or counted, with a value, without."""
    lights = lights_of(assessment)
    with_value = len(lights) - counted_as(lights, "not_due", "not_reported")
    if with_value * 2 < len(lights):
        return [len(lights), with_value, len(lights) - with_value]
    parts = [
        counted_as(lights, *GREEN),
        counted_as(lights, "behind"),
        counted_as(lights, *RED),
    ]
    return [len(lights), *(part for part in parts if part)]


def test_the_finding_counts_the_lights(run_page, assessed):
    assert numbers(title(run_page("overview"))) == finding_numbers(assessed())


def test_all_tasks_and_five_themes_are_on_one_screen(run_page):
    html = board_html(run_page("overview"))
    assert html.count('class="row') == 31
    assert html.count('<section class="card"') == 5


@pytest.mark.parametrize("month", ["2017-09", "2018-05"])
def test_each_month_has_its_own_finding(run_page, assessed, month):
    test = run_page("overview", as_of=month)
    assert numbers(title(test)) == finding_numbers(assessed("demo", month_end(month)))


@pytest.mark.parametrize("month", ["2017-12", "2018-04", "2019-05", "2021-08"])
def test_official_months_are_honest_about_what_is_missing(run_page, assessed, month):
    test = run_page("overview", workspace="official", as_of=month)
    expected = finding_numbers(assessed("official", month_end(month)))
    assert numbers(title(test)) == expected
    assert expected[1] < 5  # next to nothing was ever published


@pytest.mark.parametrize("workspace", ["demo", "official"])
def test_before_the_plan_nothing_is_due(run_page, workspace):
    test = run_page("overview", workspace=workspace, as_of="2017-08")
    assert numbers(title(test)) == [70, 0, 70]
    assert words("zh")("light-not_due") in board_html(test)


def test_english_says_the_same_numbers(run_page, assessed):
    test = run_page("overview", lang="en")
    assert sorted(numbers(title(test))) == sorted(finding_numbers(assessed()))


@pytest.mark.parametrize(
    "own",
    [
        {"theme": "green"},
        {"theme": "green.sharing"},
        {"light": "behind"},
        {"light": "far_behind.overdue"},
        {"division": "430405"},
    ],
)
def test_a_filter_narrows_the_finding(run_page, stored, assessed, own):
    names = {"theme": "themes", "light": "lights", "division": "divisions"}
    narrowing = {names[name]: value.split(".") for name, value in own.items()}
    narrowed = progress.narrowed(assessed(), stored(), **narrowing)
    assert 0 < len(narrowed.counted) < len(assessed().counted)
    assert numbers(title(run_page("overview", **own))) == finding_numbers(narrowed)


def test_a_department_filter_keeps_the_tasks_it_is_listed_under(run_page, stored, assessed):
    office = stored().assignments["department"].value_counts().idxmax()
    narrowed = progress.narrowed(assessed(), stored(), departments=[office])
    assert numbers(title(run_page("overview", department=office))) == finding_numbers(narrowed)


def test_filters_that_leave_nothing_say_so(run_page):
    test = run_page("overview", theme="openness", light="not_due")
    assert title(test) == words("zh")("overview-finding-none")


def test_a_past_release_shows_what_readers_saw_then(run_page, stored, assessed):
    past = assessed("demo", release=5)
    test = run_page("overview", release="5")
    assert numbers(title(test)) == finding_numbers(past)
    assert past.as_of < assessed().as_of


@pytest.mark.parametrize("against", ["r3", "2018-05"])
def test_the_comparison_is_with_what_the_link_names(run_page, assessed, stored, against):
    if against.startswith("r"):
        before = assessed("demo", release=int(against[1:]))
    else:
        before = assessed("demo", month_end(against))
    changes = progress.changes_between(before, assessed())
    test = run_page("overview", against=against)
    title(test)
    better, worse = (int((changes["change"] == kind).sum()) for kind in ("better", "worse"))
    assert f"转好 {better}、转差 {worse}" in test.caption[0].value


@pytest.mark.parametrize("against", ["r99", "2035-01", "garbage", "<script>", "r0", "r1.5"])
def test_an_impossible_comparison_falls_back_to_the_release_before(run_page, stored, against):
    test = run_page("overview", against=against)
    title(test)
    assert test.selectbox(key="overview_against").value == f"r{stored().release - 1}"


def test_needs_attention_begins_with_the_worst(run_page, assessed):
    html = board_html(run_page("overview"))
    first = html[html.index('<ul class="att">') :]
    first = first[: first.index("</li>")]
    rows = assessed().counted
    red = rows[rows["light"].isin(RED)].sort_values(
        ["light", "gap_points"], ascending=[False, True]
    )
    assert f"indicator={red.iloc[0]['indicator']}" in first


def test_every_light_that_exists_is_in_the_legend(run_page):
    html = board_html(run_page("overview"))
    for light in Light:
        assert words("zh")(f"light-{light}") in html


def test_hostile_parameters_stay_text(run_page, assessed):
    hostile = "<script>alert(1)</script>"
    test = run_page(
        "overview", theme=hostile, department=hostile, light=hostile, division=hostile,
        as_of=hostile, release=hostile, against=hostile, workspace=hostile, lang=hostile,
    )  # fmt: skip
    assert numbers(title(test)) == finding_numbers(assessed())
    assert "<script>" not in board_html(test)
