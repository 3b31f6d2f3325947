"""A deck as a presentation (PPTX): native charts and tables, real placeholders, notes; made to be edited."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime
from typing import TYPE_CHECKING, Any

from hengyang.exports import slides_master as master
from hengyang.exports.content import Content, Progress
from hengyang.exports.light_words import SIGNS
from hengyang.exports.packages import steady
from hengyang.exports.slides_charts import insert_chart
from hengyang.exports.slides_master import INCH, Box, colour
from hengyang.exports.slides_tables import insert_table
from hengyang.exports.slides_text import (
    LINE_SPACING,
    PARAGRAPH_GAP,
    fitting_size,
    height_of,
    in_two_lines,
    shortened,
    speak,
)
from hengyang.labels import Language, words
from hengyang.meeting import ChartKind, Count, Deck, Slide

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_TITLE_SIZES = (28, 26, 24, 22, 20, 18, 16)
_COVER_SIZES = (40, 36, 32, 28, 24, 20)
_SENTENCE_SIZES = (18, 16, 14, 13, 12)
_POINT_SIZES = (22, 20, 18, 16, 15, 14, 13, 12, 11)
#: The size of sentences below bars, points.
_BELOW = 16
_COVER, _TEXT, _CHART, _TABLE = range(4)
#: A row of counts over what else the slide shows, and the gap below it.
_COUNTS_HEIGHT, _GAP = round(0.92 * INCH), round(0.14 * INCH)


def pptx_bytes(content: Content, progress: Progress) -> bytes:
    """The deck of the content as a presentation. The same content gives the same bytes."""
    deck, language = content.deck, content.language
    made = master.empty_presentation(language)
    _describe(made, deck, content)
    for at, slide in enumerate(deck.slides):
        _draw(made, slide, deck, language, is_cover=at == 0)
        progress(0.95 * (at + 1) / len(deck.slides))
    return steady(master.saved(made), content.stamp.as_of)


def _draw(
    made: Presentation, slide: Slide, deck: Deck, language: Language, *, is_cover: bool
) -> None:
    is_cover = is_cover and slide.chart is None and slide.table is None
    layout = _COVER if is_cover else _layout_of(slide)
    drawn = made.slides.add_slide(made.slide_layouts[layout])
    held = {shape.placeholder_format.idx: shape for shape in drawn.placeholders}
    title_box, sizes = (
        (master.COVER_TITLE, _COVER_SIZES) if is_cover else (master.TITLE, _TITLE_SIZES)
    )
    two = in_two_lines(slide.title, title_box.width, sizes)
    _set(held[master.TITLE_AT], slide.title, title_box, two)
    sentence = slide.subtitle
    points = slide.points
    if is_cover:
        _set(held[master.SENTENCE_AT], sentence, master.COVER_SENTENCE, (22, 20, 18, 16, 14))
        facts = "\n".join((*points, " · ".join(deck.stamp)))
        _set(held[master.FACTS_AT], facts, master.COVER_FACTS, (16, 14, 13, 12))
    else:
        if layout != _TEXT and len(points) == 1 and not sentence:
            # a single point is the sentence under the title; several stand beside the chart
            sentence, points = points[0], ()
        _fill(made, drawn, held, slide, sentence, points, language)
        _source(drawn, slide.source)
    footers(drawn, deck.stamp, len(made.slides))
    if deck.is_simulated:
        badge(drawn, language)
    for shape in list(drawn.placeholders):
        # an empty placeholder would print its prompt on the presenter's screen
        if shape.has_text_frame and not shape.text_frame.text:
            shape._element.getparent().remove(shape._element)
    speak(drawn._element, language)
    _notes(drawn, slide, deck, language)


def _layout_of(slide: Slide) -> int:
    if slide.chart is not None:
        return _CHART
    return _TABLE if slide.table is not None else _TEXT


def _fill(
    made: Presentation,
    drawn: Any,
    held: dict[int, Any],
    slide: Slide,
    sentence: str,
    points: Sequence[str],
    language: Language,
) -> None:
    """The content below the title, from the top: the sentence, the counts, then chart, table or points."""
    room = master.CONTENT
    if sentence:
        _set(held[master.SENTENCE_AT], sentence, master.SENTENCE, _SENTENCE_SIZES)
    else:
        held[master.SENTENCE_AT]._element.getparent().remove(held[master.SENTENCE_AT]._element)
        room = _from(room, master.SENTENCE.top + _GAP)
    if slide.counts:
        _counts(drawn, slide.counts, Box(room.left, room.top, room.width, _COUNTS_HEIGHT))
        room = _from(room, room.top + _COUNTS_HEIGHT + _GAP)
    at = held[master.CONTENT_AT]
    if slide.chart is not None:
        beside = None
        if points:
            split = _halves if slide.chart.kind is ChartKind.LINE else _bars_over
            room, beside = split(room, points)
        _place(at, room)
        insert_chart(at, slide.chart, language)
        if beside is not None:
            _text_box(drawn, points, beside)
    elif slide.table is not None:
        insert_table(at, slide.table, room, language)
    else:
        _place(at, room)
        _set(at, "\n".join(points), room, _POINT_SIZES)


def _from(box: Box, top: int) -> Box:
    return Box(box.left, top, box.width, box.top + box.height - top)


def _halves(box: Box, points: Sequence[str]) -> tuple[Box, Box]:
    """A chart and its sentences side by side."""
    left = round(box.width * 0.64)
    return (
        Box(box.left, box.top, left, box.height),
        Box(box.left + left + _GAP, box.top, box.width - left - _GAP, box.height),
    )


def _bars_over(box: Box, points: Sequence[str]) -> tuple[Box, Box]:
    """Bars over their sentences: they have the whole width, the sentences no more height than they need."""
    height = round(min(height_of("\n".join(points), _BELOW, box.width), box.height * 0.4))
    above = box.height - height - _GAP
    return (
        Box(box.left, box.top, box.width, above),
        Box(box.left, box.top + above + _GAP, box.width, height),
    )


def _place(shape: Any, box: Box) -> None:
    from pptx.util import Emu

    shape.left, shape.top = Emu(box.left), Emu(box.top)
    shape.width, shape.height = Emu(box.width), Emu(box.height)


def _set(shape: Any, text: str, box: Box, sizes: tuple[int, ...]) -> None:
    """Writes a text at the largest of the sizes at which it stays in its box."""
    from pptx.util import Pt

    size = fitting_size(text, box.width, box.height, sizes)
    frame = shape.text_frame
    frame.text = shortened(text, size, box.width, box.height)
    for at, paragraph in enumerate(frame.paragraphs):
        paragraph.space_before = Pt(0 if at == 0 else size * LINE_SPACING * PARAGRAPH_GAP)
        for run in paragraph.runs:
            run.font.size = Pt(size)


def _text_box(drawn: Any, points: Sequence[str], box: Box) -> None:
    shape = drawn.shapes.add_textbox(box.left, box.top, box.width, box.height)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _set(shape, "\n".join(points), box, _POINT_SIZES[2:])


def _counts(drawn: Any, counts: Sequence[Count], box: Box) -> None:
    """Large numbers in a row, each over its shape and word. A count of a legend (all 0) shows the shape alone."""
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    is_legend = not any(count.value for count in counts)
    width = min(box.width // len(counts), round(2.0 * INCH))
    for at, count in enumerate(counts):
        shape = drawn.shapes.add_textbox(box.left + at * width, box.top, width, box.height)
        frame = shape.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_top = frame.margin_bottom = frame.margin_right = 0
        ink = RGBColor.from_string(colour("ink" if count.light is None else f"light-{count.light}"))
        sign = "" if count.light is None else SIGNS[count.light]
        number, word = frame.paragraphs[0], frame.add_paragraph()
        large = number.add_run()
        large.text = sign if is_legend else str(count.value)
        large.font.size, large.font.bold = Pt(30), True
        large.font.color.rgb = ink if is_legend else RGBColor.from_string(colour("ink"))
        said = count.word if is_legend else f"{sign} {count.word}".strip()
        size = fitting_size(said, width - _GAP, round(0.34 * INCH), (14, 13, 12, 11, 10, 9))
        small = word.add_run()
        small.text, small.font.size = said, Pt(size)
        small.font.color.rgb = RGBColor.from_string(colour("ink-soft")) if is_legend else ink


def _source(drawn: Any, source: str) -> None:
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    if not source:
        return
    box = master.SOURCE
    shape = drawn.shapes.add_textbox(box.left, box.top, box.width, box.height)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = shortened(source, 10, box.width, box.height)
    run = frame.paragraphs[0].runs[0]
    run.font.size = Pt(10)
    run.font.color.rgb = RGBColor.from_string(colour("ink-soft"))


def footers(drawn: Any, stamp: Sequence[str], number: int) -> None:
    """Footer and slide number, which python-pptx leaves out: the layout's placeholders, filled."""
    from pptx.oxml.ns import qn
    from pptx.util import Pt

    for shape in drawn.slide_layout.placeholders:
        index = shape.placeholder_format.idx
        if index not in (master.FOOTER_AT, master.NUMBER_AT):
            continue
        copied = deepcopy(shape._element)
        copied.nvSpPr.cNvPr.set("id", str(max(one.shape_id for one in drawn.shapes) + 1))
        # place and style are the layout's
        for part in list(copied.spPr):
            copied.spPr.remove(part)
        for part in list(copied.txBody.find(qn("a:lstStyle"))):
            copied.txBody.find(qn("a:lstStyle")).remove(part)
        drawn.shapes._spTree.append(copied)
        placed = next(one for one in drawn.placeholders if one.placeholder_format.idx == index)
        if index == master.FOOTER_AT:
            text = " · ".join(stamp)
            size = fitting_size(text, master.FOOTER.width, master.FOOTER.height, (11, 10, 9, 8))
            placed.text_frame.text = text
            placed.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
        else:
            for text in copied.iter(qn("a:t")):
                text.text = str(number)


def badge(drawn: Any, language: Language) -> None:
    """演示数据 in amber at the top right: no picture of a demo slide can do without it."""
    from pptx.dml.color import RGBColor
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    box = master.BADGE
    shape = drawn.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, box.left, box.top, box.width, box.height
    )
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colour("demo-ground"))
    shape.line.color.rgb = RGBColor.from_string(colour("demo-line"))
    shape.shadow.inherit = False
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = words(language)("export-demo")
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    run = paragraph.runs[0]
    run.font.size, run.font.bold = Pt(12), True
    run.font.color.rgb = RGBColor.from_string(colour("demo-ink"))


def _notes(drawn: Any, slide: Slide, deck: Deck, language: Language) -> None:
    parts = (slide.notes, slide.source, " · ".join(deck.stamp))
    notes = drawn.notes_slide
    notes.notes_text_frame.text = "\n".join(part for part in parts if part)
    speak(notes._element, language, is_on_slide=False)


def _describe(made: Presentation, deck: Deck, content: Content) -> None:
    """The file's own properties: what it is, without a person or a clock."""
    facts, stamp = made.core_properties, content.stamp
    moment = datetime.combine(stamp.as_of, datetime.min.time())
    facts.title, facts.author, facts.last_modified_by = deck.title, "", ""
    facts.subject = " · ".join(deck.stamp)
    facts.created = facts.modified = moment
    facts.language = "zh-CN" if content.language == "zh" else "en-GB"
