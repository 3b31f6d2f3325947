"""Charts of slides as pictures: every word of them, the finding and the stamp; nothing that only a page could resolve."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from hengyang import meeting, store
from hengyang.charts.slides_picture import WIDTH
from hengyang.errors import NotUnderstood
from hengyang.exports import pictures
from hengyang.exports.content import Content, content_of
from hengyang.meeting import DeckKind, Edition
from hengyang.schema import Language
from tests.conftest import needs_pdf
from tests.exports.test_pdf import close

DAY = date(2019, 5, 31)
SVG = "{http://www.w3.org/2000/svg}"


def content(store_url: str, language: Language = "zh") -> Content:
    opened = store.open_store(store_url, "demo")
    edition = Edition.unfrozen(
        "demo", opened.latest_release(), DAY, deck=DeckKind.THEME, themes=("sharing",)
    )
    return content_of(meeting.material(opened, edition), is_demo=True, language=language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_picture_says_all_that_the_chart_says_and_whose_figures_they_are(
    store_url: str, language: Language
) -> None:
    made = content(store_url, language)
    drawn = pictures.pictures("svg", made, lambda _share: None)
    assert len(drawn) == len(pictures.numbers_with_chart(made)) > 5
    for number, svg in zip(pictures.numbers_with_chart(made), drawn.values(), strict=True):
        slide = made.deck.slides[number - 1]
        assert b"var(" not in svg
        root = ElementTree.fromstring(svg)
        said = close("".join(text.text or "" for text in root.iter(f"{SVG}text")))
        assert slide.chart is not None
        words = [slide.title, *made.deck.stamp, *slide.chart.categories, *slide.chart.captions]
        assert [word for word in words if close(word) not in said] == [], slide.key


def test_a_slide_without_a_chart_is_refused_by_its_number(store_url: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        pictures.picture("svg", content(store_url), 1)
    assert refused.value.key == "export-error-slide"


@needs_pdf
def test_a_png_is_the_same_drawing_twice_as_large(store_url: str) -> None:
    made = content(store_url)
    drawn = Image.open(BytesIO(pictures.picture("png", made, 2)))
    root = ElementTree.fromstring(pictures.picture("svg", made, 2))
    assert drawn.width == 2 * WIDTH
    assert abs(drawn.height - 2 * int(root.attrib["height"])) <= 2
    assert len(drawn.getcolors(1 << 20) or ()) > 100  # letters and bars, not an empty sheet
