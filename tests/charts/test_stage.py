"""Slides as HTML: every mark with its word, nothing small, nothing unescaped, what is unknown never drawn as zero."""

from __future__ import annotations

import re
from datetime import date

from hengyang.charts.stage import stage, thumbnails
from hengyang.charts.stage_charts import SMALLEST, chart_html, table_html
from hengyang.labels import words
from hengyang.meeting import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Deck,
    DeckTable,
    Edition,
    Series,
    Slide,
)
from hengyang.schema import Light

NASTY = "<b>&\"'"


def deck(*slides: Slide, is_simulated: bool = True) -> Deck:
    edition = Edition.unfrozen("demo", 1, date(2019, 6, 30))
    stamp = ("演示数据", "未冻结") if is_simulated else ("未冻结",)
    return Deck("title", stamp, slides, edition, is_simulated)


def link(page: str, **own: object) -> str:
    return f"{page}?{own}"


def bullets(*rows: tuple[float | None, float | None, Light]) -> Chart:
    return Chart(
        kind=ChartKind.BULLETS,
        spoken="spoken",
        unit="%",
        categories=tuple(f"row {at}" for at in range(len(rows))),
        series=(
            Series("a", tuple(row[0] for row in rows), "ink", lights=tuple(row[2] for row in rows)),
        ),
        expected=tuple(row[1] for row in rows),
        captions=("caption",) * len(rows),
    )


def test_words_from_data_and_people_are_escaped_everywhere() -> None:
    slide = Slide("cover", NASTY, NASTY, (NASTY,), notes=NASTY)
    for html in (
        stage(deck(slide), "zh", NASTY),
        thumbnails(deck(slide), "zh", link, (("deck", NASTY),)),
        table_html(DeckTable((Column(NASTY, 1.0),), ((Cell(NASTY),),)), "zh"),
    ):
        assert NASTY not in html
        assert "<b>&" not in html


def test_every_slide_prints_the_stamp_and_its_number() -> None:
    html = stage(deck(Slide("a", "A"), Slide("b", "B")), "zh", "present")
    assert html.count("未冻结") == 2
    assert html.count('class="s-demo"') == 2
    assert "1/2" in html
    assert "2/2" in html


def test_real_figures_carry_no_mark_of_the_demo() -> None:
    assert "s-demo" not in stage(deck(Slide("a", "A"), is_simulated=False), "zh", "present")


def test_a_bar_is_clipped_and_nothing_reported_is_no_empty_bar() -> None:
    html = chart_html(
        bullets(
            (140.0, 120.0, Light.MET), (-5.0, 50.0, Light.BEHIND), (None, 50.0, Light.NOT_REPORTED)
        ),
        "zh",
    )
    assert re.findall(r"width:([\d.]+)%", html) == ["100.00", "0.00"]
    assert html.count("s-empty") == 1
    for light in ("met", "behind", "not_reported"):
        assert words("zh")(f"light-{light}") in html


def test_a_table_takes_the_largest_type_that_fits_and_never_less_than_is_legible() -> None:
    def size(text: str) -> int:
        row = (Cell(text, light=Light.BEHIND), Cell(text))
        html = table_html(DeckTable((Column("a", 0.5), Column("b", 0.5)), (row,) * 5), "zh")
        return int(re.findall(r"font-size:(\d+)px", html)[0])

    assert size("短") > size("很长的名称" * 14) >= SMALLEST


def test_a_single_value_without_a_path_is_drawn() -> None:
    chart = Chart(
        kind=ChartKind.LINE,
        spoken="spoken",
        unit="%",
        series=(Series("a", (77.0,), "light-behind", light=Light.BEHIND),),
        days=(date(2019, 6, 30),),
    )
    assert "77%" in chart_html(chart, "zh")
