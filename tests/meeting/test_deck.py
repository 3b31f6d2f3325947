"""Decks: titles from the data, numbers as the arithmetic has them, and the small and empty cases."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from hengyang import meeting, progress
from hengyang.errors import NotUnderstood
from hengyang.labels import words
from hengyang.meeting import ChartKind, Deck, DeckKind, Edition, Slide, SlideEdit, build_deck
from hengyang.meeting.context import MOST_BARS, MOST_ROWS, Before
from hengyang.progress.needs import needing_attention
from hengyang.schema import LANGUAGES, Light
from hengyang.store import Store, open_store
from tests.progress.builders import DAY, indicator, observation, tables

JUNE = date(2019, 6, 30)
SUBJECT = {
    DeckKind.THEME: {"themes": ("coordination",)},
    DeckKind.DEPARTMENT: {"departments": ("housing_and_urban_rural",)},
}


@cache
def material(url: str, edition: Edition) -> meeting.Material:
    return meeting.material(open_store(url, edition.workspace), edition)


def demo_deck(
    demo: Store, kind: DeckKind = DeckKind.PLAN, language="zh", *, day: date = JUNE, **changed
) -> Deck:
    edition = Edition.unfrozen("demo", 26, day, deck=kind, **{**SUBJECT.get(kind, {}), **changed})
    return material(demo.url, edition).deck(language)


def slides(deck: Deck, start: str) -> list[Slide]:
    return [slide for slide in deck.slides if slide.key.startswith(start)]


@pytest.mark.parametrize("kind", DeckKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_default_deck_has_slides_with_a_title_and_what_fits_on_one(
    demo: Store, kind: DeckKind, language
) -> None:
    deck = demo_deck(demo, kind, language)
    keys = [slide.key for slide in deck.slides]
    assert keys[0] == "cover"
    assert keys[-1] == "method"
    assert len(keys) >= 3
    assert len(keys) == len(set(keys))
    assert deck.stamp[0] == words(language)("frame-demo")
    assert words(language)("meeting-unfrozen") in deck.stamp
    for slide in deck.slides:
        assert slide.title
        if slide.chart is not None and slide.chart.kind is not ChartKind.LINE:
            size = len(slide.chart.categories)
            assert 0 < size <= MOST_BARS
            assert len(slide.chart.captions) == size
            assert all(len(series.values) == size for series in slide.chart.series)
        if slide.table is not None:
            assert 0 < len(slide.table.rows) <= MOST_ROWS
            assert all(len(row) == len(slide.table.columns) for row in slide.table.rows)


def test_both_languages_have_the_same_slides(demo: Store) -> None:
    for kind in DeckKind:
        zh, en = (demo_deck(demo, kind, language) for language in LANGUAGES)
        assert [slide.key for slide in zh.slides] == [slide.key for slide in en.slides]


def test_the_bars_of_the_whole_plan_add_up_to_the_counts_of_status(demo: Store) -> None:
    standing = slides(demo_deck(demo), "standing")[0]
    assert standing.chart is not None
    status = progress.status(demo.read(26), JUNE)
    drawn = {
        (category, series.light): series.values[at]
        for series in standing.chart.series
        for at, category in enumerate(standing.chart.categories)
    }
    names = demo.read(26).themes.set_index("theme")["name_zh"]
    for theme in status["themes"]:
        for light, count in theme["counts"].items():
            assert drawn.get((names[theme["theme"]], Light(light)), 0) == count
    assert sum(count.value or 0 for count in standing.counts) == 70


def test_every_red_and_yellow_thing_stands_on_a_slide_with_its_reason(demo: Store) -> None:
    deck = demo_deck(demo)
    needy = needing_attention(progress.assess(demo.read(26), JUNE))
    rows = [row for key in ("red", "yellow") for s in slides(deck, key) for row in s.table.rows]
    assert [row[1].light for row in rows] == [Light(light) for light in needy["light"]]
    assert all(cell.text for row in rows for cell in row)


def test_each_red_indicator_has_a_slide_of_its_own_that_says_why(demo: Store) -> None:
    deck = demo_deck(demo, DeckKind.RED)
    airport = slides(deck, "why-T04-1")[0]
    assert "落后序时54.2个百分点" in airport.title
    assert airport.chart is not None
    assert airport.chart.kind is ChartKind.LINE
    path = next(series for series in airport.chart.series if series.is_dashed)
    assert [value for value in path.values if value is not None][-1] == airport.chart.target == 3
    assert any("推定" in point for point in airport.points)


def test_a_deck_asked_for_again_is_the_same_one_and_edits_only_put_words_over_it(
    demo: Store,
) -> None:
    kept = demo.read(26)
    assessed = cache(lambda day: progress.assess(kept, day))

    def made(edition: Edition) -> Deck:
        found = meeting.gathered(edition, (), lambda _: kept, lambda _, day, __: assessed(day))
        return found.deck("zh")

    edition = Edition.unfrozen("demo", 26, JUNE)
    deck = made(edition)
    assert made(edition) is deck
    last = deck.slides[-1].key
    found = made(replace(edition, slides=(SlideEdit(last, {"zh": "另拟"}), SlideEdit("cover"))))
    assert [slide.key for slide in found.slides] == [last, "cover"]
    assert found.slides[0].title == "另拟"
    assert found.slides[1] == deck.slides[0]


def test_what_was_not_reported_has_no_bar_and_says_so(demo: Store) -> None:
    deck = demo_deck(demo, DeckKind.THEME)
    found = [
        (series.values[at], slide.chart.captions[at])
        for slide in slides(deck, "bullets")
        for series in slide.chart.series
        for at, light in enumerate(series.lights)
        if light is Light.NOT_REPORTED
    ]
    assert len(found) == 3
    assert all(value is None and "未报送" in caption for value, caption in found)


def test_since_last_time_lists_what_moved_both_ways_with_reasons(demo: Store) -> None:
    deck = demo_deck(demo, DeckKind.SINCE)
    tables_ = demo.read(26)
    moved = progress.changes_between(
        progress.assess(tables_, date(2019, 5, 31)), progress.assess(tables_, JUNE)
    )
    # one up and one down: the slide that sums up says it all, with lights and reasons
    (summary,) = slides(deck, "since")
    assert "2019年5月" in summary.title
    assert sorted(moved["change"].astype(str)) == ["better", "worse"]
    assert [slide.key for slide in deck.slides] == ["cover", "since", "method"]
    for point, word in zip(summary.points, ("转差", "转好"), strict=True):
        assert point.startswith(word)
        assert "→" in point
        assert "序时应为" in point


def test_many_moves_stand_on_slides_of_their_own_each_with_its_reason(demo: Store) -> None:
    day, then = date(2019, 5, 31), date(2019, 4, 30)
    deck = demo_deck(demo, DeckKind.SINCE, day=day)
    tables_ = demo.read(26)
    moved = progress.changes_between(progress.assess(tables_, then), progress.assess(tables_, day))
    for change in ("better", "worse", "other"):
        rows = [row for slide in slides(deck, change) for row in slide.table.rows]
        assert len(rows) == int((moved["change"] == change).sum())
        assert all(row[0].change == change and row[3].text for row in rows)
    assert len(moved) > 3


def test_a_presenter_s_words_and_order_win_and_what_was_left_out_is_gone(demo: Store) -> None:
    edits = (SlideEdit("red-1", {"zh": "先看红灯"}, {"zh": "请住建局说明"}), SlideEdit("cover"))
    zh, en = (demo_deck(demo, language=language, slides=edits) for language in LANGUAGES)
    assert [slide.key for slide in zh.slides] == ["red-1", "cover"]
    assert (zh.slides[0].title, zh.slides[0].notes) == ("先看红灯", "请住建局说明")
    # the other language keeps what the data say
    assert en.slides[0].title == slides(demo_deck(demo, language="en"), "red-1")[0].title


def test_filters_narrow_the_whole_deck(demo: Store) -> None:
    deck = demo_deck(demo, themes=("green",))
    assert {slide.theme for slide in deck.slides} == {None, "green"}
    assert slides(deck, "standing")[0].title.startswith("13 项指标中")


@pytest.mark.parametrize(("kind", "subject"), [("theme", {}), ("department", {})])
def test_a_deck_about_one_subject_needs_it(demo: Store, kind: str, subject) -> None:
    edition = Edition.unfrozen("demo", 26, JUNE, deck=DeckKind(kind), **subject)
    with pytest.raises(NotUnderstood):
        meeting.material(demo, edition).deck("zh")


def small(*rows, observations=()) -> Deck:
    built = replace(
        tables(indicators=list(rows), observations=list(observations)), workspace="demo"
    )
    assessment = progress.assess(built, DAY)
    return build_deck(Edition.unfrozen("demo", 1, DAY), built, assessment, "zh")


def test_a_plan_without_a_single_indicator_makes_a_deck() -> None:
    deck = small()
    assert slides(deck, "standing")[0].chart is None
    assert not slides(deck, "unreported")


def test_one_indicator_makes_a_deck() -> None:
    deck = small(indicator(), observations=[observation(DAY, 1.0)])
    assert len(slides(deck, "red")) == 1
    assert slides(deck, "standing")[0].title.startswith("1 项指标中")


def test_a_plan_all_grey_says_that_nobody_knows(demo: Store, store_url: str) -> None:
    official = open_store(store_url, "official")
    edition = Edition.unfrozen("official", official.latest_release(), JUNE)
    deck = meeting.material(official, edition).deck("zh")
    assert words("zh")("frame-demo") not in deck.stamp
    assert "情况不明" in slides(deck, "red")[0].title
    assert slides(deck, "unreported")


def test_the_longest_names_are_kept_whole(demo: Store) -> None:
    longest = max(demo.read(26).indicators["name_en"], key=len)
    theme = demo.read(26).indicators.set_index("name_en").loc[longest, "task"]
    theme = demo.read(26).tasks.set_index("task").loc[theme, "theme"]
    deck = demo_deck(demo, DeckKind.THEME, "en", themes=(str(theme),))
    shown = [name for slide in slides(deck, "bullets") for name in slide.chart.categories]
    assert longest in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", DeckKind)
def test_every_slide_says_a_message_of_its_own_and_no_title_counts_nothing(
    demo: Store, kind: DeckKind, language
) -> None:
    titles = [slide.title for slide in demo_deck(demo, kind, language).slides]
    messages = [re.sub(r"\s?\(\d+/\d+\)$", "", title) for title in titles]
    assert len(set(messages)) == len(messages)
    for title in titles:
        assert not re.search(
            r"(?<![\d.])0 (项|个|of|behind|not|better|worse|newly|far|ind|mil)", title
        )
        assert not re.search(r"[::,,;]\s*$|,,|, ,", title)


def test_since_says_what_moved_and_leaves_out_what_did_not(demo: Store) -> None:
    title = slides(demo_deck(demo, DeckKind.SINCE), "since")[0].title
    assert title == "与 2019年5月相比:1 项转好,1 项转差"


def test_since_with_nothing_changed_says_so(demo: Store) -> None:
    tables_, edition = demo.read(26), Edition.unfrozen("demo", 26, JUNE, deck=DeckKind.SINCE)
    now = progress.assess(tables_, JUNE)
    for language, said in (("zh", "没有灯色变化"), ("en", "no light has changed")):
        deck = build_deck(edition, tables_, now, language, Before("E1", now))
        assert said in slides(deck, "since")[0].title
        assert len(deck.slides) == 3


def test_a_list_over_several_slides_says_the_whole_first_and_then_each_slide_s_worst(
    demo: Store,
) -> None:
    first, second, *_ = slides(demo_deck(demo), "red")
    assert first.title == "7 项指标、9 个里程碑亮红灯,首先是建设通用机场数量(大浦、耒阳、祁东)(1/4)"
    assert second.title == (
        f"亮红灯的还有{second.table.rows[0][0].text}及另外 3 项(市科技局、市水利局、全方案等)(2/4)"
    )
