"""Slides open again, hold native charts and tables, say whose figures they are, and stay on their slide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn

from hengyang import meeting, store
from hengyang.exports.content import Content, content_of
from hengyang.exports.makers import made
from hengyang.exports.slides_master import HEIGHT, WIDTH
from hengyang.exports.slides_text import fitting_size, height_of, line_count, shortened
from hengyang.labels import LANGUAGES, Language, words
from hengyang.meeting import ChartKind, DeckKind, Edition, Slide

DAY = date(2019, 5, 31)
NOTHING = float("nan")


@pytest.fixture(scope="module")
def contents(store_url: str) -> dict[str, Content]:
    """What is shown in the cases that slides must bear: all kinds of decks, all grey, next to nothing."""
    demo, official = (store.open_store(store_url, name) for name in ("demo", "official"))

    def content(opened: store.Store, language: Language, **choices: Any) -> Content:
        edition = Edition.unfrozen(opened.workspace, opened.latest_release(), DAY, **choices)
        found = meeting.material(opened, edition)
        return content_of(found, is_demo=opened.workspace == "demo", language=language)

    theme = {"deck": DeckKind.THEME, "themes": ("green",)}
    return {
        "plan zh": content(demo, "zh"),
        "theme zh": content(demo, "zh", **theme),
        "theme en": content(demo, "en", **theme),
        "red en": content(demo, "en", deck=DeckKind.RED),
        "since zh": content(demo, "zh", deck=DeckKind.SINCE),
        "all grey en": content(official, "en"),
        "one indicator zh": content(demo, "zh", themes=("sharing",), departments=("commerce",)),
        "nothing en": content(demo, "en", lights=("not_due",)),
    }


@pytest.fixture(scope="module")
def decks(contents: dict[str, Content]) -> dict[str, Any]:
    return {
        name: Presentation(BytesIO(made("pptx", content))) for name, content in contents.items()
    }


def each(contents: dict[str, Content], decks: dict[str, Any]) -> Iterator[tuple[str, Slide, Any]]:
    """Case, slide of the deck, slide of the file."""
    for name, content in contents.items():
        slides = list(decks[name].slides)
        assert len(slides) == len(content.deck.slides) > 0
        for slide, drawn in zip(content.deck.slides, slides, strict=True):
            yield name, slide, drawn


def texts(drawn: Any) -> list[str]:
    found = [shape.text_frame.text for shape in drawn.shapes if shape.has_text_frame]
    for shape in drawn.shapes:
        if shape.has_table:
            found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return found


@pytest.mark.proof
def test_the_cases_show_charts_of_every_kind_and_tables(contents: dict[str, Content]) -> None:
    slides = [slide for content in contents.values() for slide in content.deck.slides]
    assert {slide.chart.kind for slide in slides if slide.chart} == set(ChartKind)
    assert any(slide.table for slide in slides)


def test_charts_are_native_and_their_workbooks_hold_the_decks_numbers(
    contents: dict[str, Content], decks: dict[str, Any]
) -> None:
    compared = 0
    for name, slide, drawn in each(contents, decks):
        frames = [shape for shape in drawn.shapes if shape.has_chart]
        assert len(frames) == (slide.chart is not None), (name, slide.key)
        if slide.chart is None:
            continue
        (frame,) = frames
        assert frame._element.findall(f".//{qn('c:chart')}")
        assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == slide.chart.spoken
        sheet = load_workbook(BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob)).active
        assert sheet is not None
        columns = list(sheet.iter_cols(min_col=2, values_only=True))
        for series, column in zip(slide.chart.series, columns, strict=False):
            assert series.name in str(column[0])
            given = [NOTHING if value is None else float(value) for value in column[1:]]
            given += [NOTHING] * (len(series.values) - len(given))
            meant = [NOTHING if value is None else value for value in series.values]
            # a workbook keeps fifteen digits
            assert given == pytest.approx(meant, rel=1e-14, nan_ok=True), (name, slide.key)
            compared += len(given)
        # what is drawn is what the workbook holds
        for plot in frame.chart.plots:
            for series in plot.series:
                column = next(c for c in columns if c[0] == series.name)
                known = [value for value in column[1:] if value is not None]
                assert [value for value in series.values if value is not None] == pytest.approx(
                    known, rel=1e-14
                )
    assert compared > 300


def test_tables_are_native_and_hold_every_cell(
    contents: dict[str, Content], decks: dict[str, Any]
) -> None:
    for name, slide, drawn in each(contents, decks):
        tables = [shape.table for shape in drawn.shapes if shape.has_table]
        assert len(tables) == (slide.table is not None), (name, slide.key)
        for table in tables:
            assert slide.table is not None
            for row, cells in zip(list(table.rows)[1:], slide.table.rows, strict=True):
                for into, cell in zip(row.cells, cells, strict=True):
                    said = into.text_frame.text
                    assert cell.text in said or said.endswith("…")
                    if cell.light is not None:
                        word = words(contents[name].language)(f"light-{cell.light}")
                        assert word in said


def test_no_slide_has_a_picture(decks: dict[str, Any]) -> None:
    pictures = [
        name
        for name, deck in decks.items()
        for slide in deck.slides
        if slide._element.findall(f".//{qn('p:pic')}")
        or slide._element.findall(f".//{qn('a:blip')}")
    ]
    assert pictures == []


def test_every_slide_says_whose_figures_it_shows(
    contents: dict[str, Content], decks: dict[str, Any]
) -> None:
    for name, _, drawn in each(contents, decks):
        deck = contents[name].deck
        kinds = {shape.placeholder_format.type for shape in drawn.placeholders}
        assert {"FOOTER", "SLIDE_NUMBER"} <= {kind.name for kind in kinds}
        footer = next(
            shape for shape in drawn.placeholders if shape.placeholder_format.type.name == "FOOTER"
        )
        assert footer.text_frame.text == " · ".join(deck.stamp)
        assert " · ".join(deck.stamp) in drawn.notes_slide.notes_text_frame.text
        mark = words(contents[name].language)("export-demo")
        assert (mark in texts(drawn)) == contents[name].stamp.is_demo


def test_every_slide_has_its_title_its_notes_and_no_empty_placeholder(
    contents: dict[str, Content], decks: dict[str, Any]
) -> None:
    for _, slide, drawn in each(contents, decks):
        assert drawn.shapes.title.text_frame.text == slide.title
        assert slide.notes in drawn.notes_slide.notes_text_frame.text
        assert all(shape.text_frame.text for shape in drawn.placeholders if shape.has_text_frame), (
            slide.key
        )


def test_all_text_names_its_east_asian_font(decks: dict[str, Any]) -> None:
    for name, deck in decks.items():
        for slide in deck.slides:
            roots = [slide._element, slide.notes_slide._element]
            roots += [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
            for root in roots:
                for run in root.iter(qn("a:rPr"), qn("a:defRPr")):
                    assert run.find(qn("a:ea")) is not None, name
                assert not [run for run in root.iter(qn("a:r")) if run.find(qn("a:rPr")) is None]


def test_nothing_leaves_its_slide_or_lies_over_something_else(decks: dict[str, Any]) -> None:
    for name, deck in decks.items():
        assert (deck.slide_width, deck.slide_height) == (WIDTH, HEIGHT)
        for number, slide in enumerate(deck.slides, start=1):
            boxes = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes]
            for left, top, right, bottom in boxes:
                assert 0 <= left < right <= WIDTH, (name, number)
                assert 0 <= top < bottom <= HEIGHT, (name, number)
            for at, one in enumerate(boxes):
                for other in boxes[at + 1 :]:
                    apart_x = one[2] <= other[0] or other[2] <= one[0]
                    apart_y = one[3] <= other[1] or other[3] <= one[1]
                    assert apart_x or apart_y, (name, number, one, other)


def test_every_text_fits_into_its_box(decks: dict[str, Any]) -> None:
    for name, deck in decks.items():
        for number, slide in enumerate(deck.slides, start=1):
            for shape in slide.shapes:
                if not shape.has_text_frame:
                    continue
                sizes = [
                    run.font.size.pt
                    for paragraph in shape.text_frame.paragraphs
                    for run in paragraph.runs
                    if run.font.size is not None
                ]
                if sizes and len(set(sizes)) == 1:
                    needed = height_of(shape.text_frame.text, sizes[0], shape.width)
                    assert needed <= shape.height * 1.01, (name, number, shape.text_frame.text)


def test_a_row_of_a_table_is_as_high_as_its_text_asks(decks: dict[str, Any]) -> None:
    for name, deck in decks.items():
        for slide in deck.slides:
            for table in (shape.table for shape in slide.shapes if shape.has_table):
                for row in table.rows:
                    for cell, column in zip(row.cells, table.columns, strict=True):
                        run = cell.text_frame.paragraphs[0].runs[-1]
                        inner = column.width - cell.margin_left - cell.margin_right
                        needed = height_of(cell.text_frame.text, run.font.size.pt, inner)
                        room = row.height - cell.margin_top - cell.margin_bottom
                        assert needed <= room + 1, (name, cell.text_frame.text)


def test_the_same_content_gives_the_same_bytes(contents: dict[str, Content]) -> None:
    content = contents["theme en"]
    assert made("pptx", content) == made("pptx", content)


def test_progress_rises_from_nothing_to_all(contents: dict[str, Content]) -> None:
    told: list[float] = []
    made("pptx", contents["theme en"], told.append)
    assert told[0] == 0
    assert told[-1] == 1
    assert len(told) > 5
    assert all(before <= after for before, after in pairwise(told))


@pytest.mark.parametrize("language", LANGUAGES)
def test_layouts_are_named_in_the_readers_language(
    language: Language, decks: dict[str, Any]
) -> None:
    deck = decks["theme zh" if language == "zh" else "theme en"]
    assert [layout.name for layout in deck.slide_layouts] == [
        words(language)(f"slides-layout-{name}") for name in ("cover", "text", "chart", "table")
    ]


def test_a_text_that_fits_nowhere_is_cut_and_says_so() -> None:
    long, width, height = "很长的指标名称" * 60, 3_000_000, 400_000
    size = fitting_size(long, width, height, (20, 12))
    assert size == 12
    cut = shortened(long, size, width, height)
    assert cut.endswith("…")
    assert height_of(cut, size, width) <= height
    assert line_count(cut, size, width) >= 1
