"""主题 shows one theme, task by task."""

from __future__ import annotations

import pytest

from hengyang import progress
from hengyang.labels import words
from hengyang.schema import Theme
from tests.pages.conftest import board_html, numbers, title

GREEN = ("met", "on_track", "nearly")
NEEDY = ("far_behind", "overdue", "behind")


def finding_numbers(assessment, theme: str) -> list[int]:
    """Counted, green, needing attention, not reported; of these none that is 0."""
    rows = assessment.counted[assessment.counted["theme"] == theme]
    lights = rows["light"].astype(str)
    parts = [
        int(lights.isin(GREEN).sum()),
        int(lights.isin(NEEDY).sum()),
        int((lights == "not_reported").sum()),
    ]
    return [len(rows), *(part for part in parts if part)]


@pytest.mark.parametrize("theme", list(Theme))
def test_each_theme_counts_its_own_indicators_and_names_its_tasks(
    run_page, assessed, stored, theme
):
    test = run_page("theme", show=theme.value)
    assert numbers(title(test)) == finding_numbers(assessed(), theme)
    assert title(test).startswith(stored().themes.set_index("theme").loc[theme.value, "name_zh"])
    html = board_html(test)
    for task in stored().tasks.query("theme == @theme.value")["task"]:
        assert f'href="task?task={task}' in html


def test_official_has_no_green_to_show(run_page, assessed):
    for theme in ("coordination", "green"):
        test = run_page("theme", workspace="official", show=theme)
        expected = finding_numbers(assessed("official"), theme)
        assert numbers(title(test)) == expected
        assert "没有一项" in title(test)


def test_before_the_plan_every_light_is_grey(run_page):
    test = run_page("theme", as_of="2017-08", show="sharing")
    assert "没有一项" in title(test)
    assert "滞后" not in title(test)
    assert words("zh")("light-not_due") in board_html(test)


def test_the_theme_filter_opens_its_theme(run_page, stored):
    name = stored().themes.set_index("theme").loc["openness", "name_zh"]
    assert title(run_page("theme", theme="openness")).startswith(name)


def test_filters_narrow_the_theme(run_page, stored, assessed):
    narrowed = progress.narrowed(assessed(), stored(), lights=["behind"])
    test = run_page("theme", show="coordination", light="behind")
    assert numbers(title(test)) == finding_numbers(narrowed, "coordination")


def test_a_filter_that_leaves_nothing_says_so(run_page):
    test = run_page("theme", show="openness", light="not_due")
    assert words("zh")("theme-finding-empty", theme="") in title(test)


def test_english_names_the_theme(run_page, stored, assessed):
    test = run_page("theme", lang="en", show="green")
    assert title(test).startswith(stored().themes.set_index("theme").loc["green", "name_en"])
    assert sorted(numbers(title(test))) == sorted(finding_numbers(assessed(), "green"))


def test_a_past_release_shows_what_readers_saw_then(run_page, assessed):
    test = run_page("theme", release="5", show="coordination")
    assert numbers(title(test)) == finding_numbers(assessed("demo", release=5), "coordination")


@pytest.mark.parametrize("garbled", ["garbage", "<script>alert(1)</script>"])
def test_an_unknown_theme_is_said_and_the_first_one_shown(run_page, stored, garbled):
    test = run_page("theme", show=garbled)
    assert title(test).startswith(stored().themes.iloc[0]["name_zh"])
    assert [note.value for note in test.info] == [words("zh")("frame-link-unknown")]
    assert "<script>" not in board_html(test)


def test_the_chart_to_explore_is_drawn_when_asked_for(run_page):
    test = run_page("theme", show="coordination")
    test.toggle(key="theme_explore").set_value(True).run()
    title(test)
    assert any(element.type == "plotly_chart" for element in test.main)
