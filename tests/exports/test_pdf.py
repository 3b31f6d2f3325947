"""Decks as PDF: a slide a sheet, every word of it searchable, each sheet says whose figures it shows."""

from __future__ import annotations

import re
from datetime import date

import pypdfium2
import pytest

from hengyang import meeting, store
from hengyang.charts import slides_paper
from hengyang.exports.content import content_of
from hengyang.exports.makers import made
from hengyang.meeting import Chart, ChartKind, DeckKind, Edition, Series
from tests.conftest import needs_pdf

DAY = date(2019, 5, 31)


def close(text: str) -> str:
    """Without spaces and hyphens: PDFium tells a hyphen at a line's end by a sign of its own."""
    return re.sub(r"[\s\-\x02\ufffe]", "", text)


@needs_pdf
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_slide_is_one_sheet_with_its_words_and_the_deck_s_stamp(store_url, language) -> None:
    opened = store.open_store(store_url, "demo")
    # the theme with the longest names, eight of them on one slide
    edition = Edition.unfrozen(
        "demo", opened.latest_release(), DAY, deck=DeckKind.THEME, themes=("sharing",)
    )
    content = content_of(meeting.material(opened, edition), is_demo=True, language=language)
    deck, shares = content.deck, []
    with pypdfium2.PdfDocument(made("pdf", content, shares.append)) as paper:
        assert len(paper) == len(deck.slides)
        assert {round(w / h, 3) for w, h in (sheet.get_size() for sheet in paper)} == {1.778}
        for sheet, slide in zip(paper, deck.slides, strict=True):
            said = close(sheet.get_textpage().get_text_range())
            words = [
                slide.title,
                *slide.points,
                *deck.stamp,
                *(count.word for count in slide.counts),
            ]
            if slide.chart is not None:
                words += [*slide.chart.categories, *slide.chart.captions]
            if slide.table is not None:
                words += [cell.text for row in slide.table.rows for cell in row]
            assert [word for word in words if close(word) not in said] == [], slide.key
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_a_gap_in_a_series_is_not_drawn_as_zero() -> None:
    days = tuple(date(2019, month, 1) for month in (1, 2, 3))
    series = Series("n", (10.0, None, 30.0), "ink")
    drawn = slides_paper.chart_html(Chart(ChartKind.LINE, "", "km", (series,), days=days), "en")
    points = drawn.split('points="')[1].split('"')[0].split()
    assert len(points) == 2
    bars = Chart(
        ChartKind.BARS, "", "km", (Series("n", (None, 2.0), "ink"),), categories=("a", "b")
    )
    assert slides_paper.chart_html(bars, "en").count("<rect") == 1
