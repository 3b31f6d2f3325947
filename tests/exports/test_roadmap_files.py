"""The roadmap as files: shapes to edit, text to search, the stamp on each; nothing is cut."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pptx import Presentation
from pypdfium2 import PdfDocument

from hengyang import delivery, exports, progress, store
from hengyang.charts import roadmap_words
from hengyang.charts.roadmap_rows import plan_of
from hengyang.errors import NotUnderstood
from hengyang.exports import roadmap_files
from hengyang.exports.roadmap_files import RoadmapPaper
from tests.conftest import needs_pdf


@pytest.fixture(scope="module")
def paper(store_url: str) -> RoadmapPaper:
    """Task 4 of the demo, every item drawn."""
    found = store.open_store(store_url, "demo")
    tables = found.read()
    day = progress.default_as_of(tables)
    first = delivery.first_planned_dates(tables, found.rows_up_to("projects", tables.release), day)
    items = delivery.of_roadmap_task(
        delivery.roadmap(
            tables, progress.assess(tables, day), delivery.register(tables, day), first
        ),
        4,
    )
    due = delivery.due(tables, items, day)
    plan = plan_of(items, tables, day, "task", "zh", lambda _page, **_own: "")
    return RoadmapPaper(
        roadmap_words.finding(items, due, "最初日期", "zh"),
        plan,
        due,
        delivery.faulty(items),
        tables,
        exports.Stamp.of(tables, day, is_demo=True, language="zh"),
    )


def test_slides_hold_every_bar_as_a_shape_of_its_own_with_the_stamp_on_each(
    paper: RoadmapPaper,
) -> None:
    whole = exports.made_roadmap("pptx", paper)
    assert whole == exports.made_roadmap("pptx", paper)
    slides = Presentation(BytesIO(whole)).slides
    assert len(slides) == 3
    shapes = [shape for slide in slides for shape in slide.shapes]
    bars = sum(len(row.bars) for row in paper.plan.rows)
    kinds = {"planned", "was", "actual", "running", "year"}
    assert sum(shape.name.rsplit(" · ")[-1] in kinds for shape in shapes) == bars
    was = next(shape for shape in shapes if shape.name == "石鼓区城区路网加密 · was")
    now = next(shape for shape in shapes if shape.name == "石鼓区城区路网加密 · planned")
    assert was.left == now.left
    assert was.width < now.width
    for slide in slides:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert "演示数据" in texts
        assert any("版本 26" in text and "2019-06-30" in text for text in texts)
        for shape in slide.shapes:
            assert shape.left + shape.width <= 12_192_000
            assert shape.top + shape.height <= 6_858_000


@needs_pdf
def test_the_pdf_lies_across_and_has_every_name_and_old_date(paper: RoadmapPaper) -> None:
    with PdfDocument(exports.made_roadmap("pdf", paper)) as pages:
        assert pages[0].get_width() > pages[0].get_height()
        text = "".join(page.get_textpage().get_text_range() for page in pages)
    plain = "".join(text.split())
    for row in paper.plan.rows:
        assert "".join(row.name.split()) in plain
    assert "推迟5个月" in plain
    assert "演示数据" in plain


@needs_pdf
def test_the_picture_is_cut_below_what_is_drawn_and_refuses_what_it_cannot_hold(
    paper: RoadmapPaper,
) -> None:
    picture = Image.open(BytesIO(exports.made_roadmap("png", paper)))
    assert picture.width == 2800
    assert picture.getpixel((5, picture.height - 5)) == (255, 255, 255)
    assert picture.height < 44 * 2 * len(paper.plan.rows) + 840
    many = paper.plan.rows * (1 + roadmap_files.MOST_IN_PICTURE // len(paper.plan.rows))
    with pytest.raises(NotUnderstood):
        exports.made_roadmap("png", replace(paper, plan=replace(paper.plan, rows=many)))
