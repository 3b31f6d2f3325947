"""The roadmap on slides: every bar, mark and name is a shape of its own, to be moved and edited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from hengyang import labels
from hengyang.charts.roadmap_rows import Bar, Cell, Mark, Plan, Row, pages
from hengyang.exports import slides_master as master
from hengyang.exports.light_words import SIGNS
from hengyang.exports.packages import steady
from hengyang.exports.register import Stamp, stamp_line
from hengyang.exports.slides import badge, footers
from hengyang.exports.slides_master import INCH, Box, colour
from hengyang.exports.slides_text import fitting_size, shortened, speak
from hengyang.labels import words
from hengyang.schema import Light

#: Rows of a slide: at this height their words are still read from the back of a room.
_ROWS, _ROW_HEIGHT = 16, round(0.272 * INCH)
_TOP, _AXIS_HEIGHT = round(1.42 * INCH), round(0.42 * INCH)
_NAME_WIDTH, _NOTE_WIDTH = round(3.55 * INCH), round(1.55 * INCH)
_GAP = round(0.08 * INCH)
_NAME_POINTS, _SMALL_POINTS = 12, 11
_LEFT = master.CONTENT.left
_TRACK_LEFT = _LEFT + _NAME_WIDTH + _GAP
_TRACK_WIDTH = master.CONTENT.width - _NAME_WIDTH - _NOTE_WIDTH - 2 * _GAP
#: Bar → where it lies in its row (shares of the height), its colour; None is the light's.
_BARS: dict[str, tuple[float, float, str | None]] = {
    "planned": (0.14, 0.34, "line"),
    "was": (0.14, 0.34, "ink-soft"),
    "actual": (0.54, 0.3, None),
    "running": (0.54, 0.3, None),
    "year": (0.2, 0.6, "hair"),
}


def pptx(finding: str, plan: Plan, chosen: Sequence[str], stamp: Stamp) -> bytes:
    """A presentation with as many slides as the rows need. The same plan gives the same bytes."""
    language, say = stamp.language, words(stamp.language)
    made = master.empty_presentation(language)
    moment = datetime.combine(stamp.as_of, datetime.min.time())
    facts = made.core_properties
    facts.title, facts.author, facts.last_modified_by = finding, "", ""
    facts.subject = stamp_line(stamp)
    facts.created = facts.modified = moment
    parts = pages(plan.rows, _ROWS) or [[]]
    for number, rows in enumerate(parts, start=1):
        slide = made.slides.add_slide(made.slide_layouts[1])
        held = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
        title = finding if len(parts) == 1 else f"{finding} ({number}/{len(parts)})"
        _title(held[master.TITLE_AT], title)
        for at in (master.SENTENCE_AT, master.CONTENT_AT):
            held[at]._element.getparent().remove(held[at]._element)
        _axis(
            slide, plan, len(rows), say("roadmap-as-of", month=labels.month(plan.as_of, language))
        )
        for at, row in enumerate(rows):
            _row(slide, row, _TOP + _AXIS_HEIGHT + at * _ROW_HEIGHT)
        _now(slide, plan, len(rows))
        _legend(slide, rows, stamp)
        footers(slide, (stamp_line(stamp),), number)
        if stamp.is_demo:
            badge(slide, language)
        slide.notes_slide.notes_text_frame.text = "\n".join(
            [*chosen, *(row.said for row in rows if row.kind == "item"), stamp_line(stamp)]
        )
        speak(slide._element, language)
        speak(slide.notes_slide._element, language, is_on_slide=False)
    return steady(master.saved(made), stamp.as_of)


def _title(shape: Any, text: str) -> None:
    from pptx.util import Pt

    box = master.TITLE
    size = fitting_size(text, box.width, box.height, (28, 26, 24, 22, 20, 18))
    shape.text_frame.text = shortened(text, size, box.width, box.height)
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(size)


def _x(percent: float) -> int:
    return _TRACK_LEFT + round(_TRACK_WIDTH * percent / 100)


def _axis(slide: Any, plan: Plan, rows: int, as_of: str) -> None:
    """The years with a hairline at each January, and the words of the day."""
    years = plan.axis.years
    bottom = _TOP + _AXIS_HEIGHT + rows * _ROW_HEIGHT
    for at, year in enumerate(years):
        left = _x(100 * at / len(years))
        _line(slide, left, _TOP, left, bottom, "line", 0.75)
        box = Box(left + _GAP // 2, _TOP, round(0.7 * INCH), _AXIS_HEIGHT // 2)
        _text(slide, str(year), box, _SMALL_POINTS, "ink-soft")
    width = round(1.6 * INCH)
    left = min(_x(plan.as_of_at), _TRACK_LEFT + _TRACK_WIDTH - width)
    box = Box(left, _TOP + _AXIS_HEIGHT // 2, width, _AXIS_HEIGHT // 2)
    _text(slide, as_of, box, _SMALL_POINTS, "ink", is_bold=True)


def _now(slide: Any, plan: Plan, rows: int) -> None:
    left = _x(plan.as_of_at)
    bottom = _TOP + _AXIS_HEIGHT + rows * _ROW_HEIGHT
    _line(slide, left, _TOP + _AXIS_HEIGHT, left, bottom, "ink", 1.5)


def _row(slide: Any, row: Row, top: int) -> None:
    ink = row.colour if row.kind == "heading" and row.colour else "ink"
    indent = round(0.18 * INCH) if row.kind == "item" else 0
    sign = ""
    if row.kind == "item" and row.light:
        sign = SIGNS[Light(row.light)]
    room = _NAME_WIDTH if row.kind in ("item", "group") else master.CONTENT.width
    box = Box(_LEFT + indent, top, room - indent, _ROW_HEIGHT)
    said = f"{row.name}  {row.counts}" if row.counts else row.name
    named = shortened(f"{sign} {said}".strip(), _NAME_POINTS, box.width, box.height)
    shape = _text(slide, named, box, _NAME_POINTS, ink, is_bold=row.kind in ("heading", "group"))
    if sign:
        _colour_sign(shape, sign, row.light or "")
    for bar in row.bars:
        _bar(slide, bar, row, top)
    for cell in row.cells:
        _cell(slide, cell, top)
    if row.shift:
        _arrow(slide, row.shift, top)
    for mark in row.marks:
        _mark(slide, mark, row, top)
    if row.note:
        left = _TRACK_LEFT + _TRACK_WIDTH + _GAP
        note = shortened(row.note, _SMALL_POINTS, _NOTE_WIDTH, _ROW_HEIGHT)
        _text(slide, note, Box(left, top, _NOTE_WIDTH, _ROW_HEIGHT), _SMALL_POINTS, "ink-soft")


def _colour_sign(shape: Any, sign: str, light: str) -> None:
    """The light's sign in its colour, before the name."""
    from pptx.util import Pt

    paragraph = shape.text_frame.paragraphs[0]
    run = paragraph.runs[0]
    rest = run.text[len(sign) :]
    run.text = sign
    run.font.color.rgb = _rgb(f"light-{light}")
    name = paragraph.add_run()
    name.text, name.font.size = rest, Pt(_NAME_POINTS)
    name.font.color.rgb = _rgb("ink")


def _bar(slide: Any, bar: Bar, row: Row, top: int) -> None:
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    share, height, ink = _BARS[bar.kind]
    left, right = _x(bar.left), _x(bar.right)
    box = Box(
        left,
        top + round(_ROW_HEIGHT * share),
        max(right - left, 12_700),
        round(_ROW_HEIGHT * height),
    )
    shape = _shape(slide, "RECTANGLE", box, row, bar.kind)
    if bar.kind == "was":
        shape.fill.background()
        shape.line.color.rgb = _rgb("ink-soft")
        shape.line.width, shape.line.dash_style = Pt(1), MSO_LINE.DASH
        return
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(ink or (f"light-{row.light}" if row.light else "grey"))
    shape.line.fill.background()


def _mark(slide: Any, mark: Mark, row: Row, top: int) -> None:
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    kinds = {"target": "ISOSCELES_TRIANGLE", "done": "OVAL"}
    side = round(_ROW_HEIGHT * 0.5)
    # what is due at a year's end stays within its year
    left = _x(mark.at) - (side if mark.kind in ("target", "deadline") else side // 2)
    box = Box(left, top + (_ROW_HEIGHT - side) // 2, side, side)
    shape = _shape(slide, kinds.get(mark.kind, "DIAMOND"), box, row, mark.kind)
    if mark.kind in ("stage", "done"):
        shape.fill.solid()
        light = "met" if mark.kind == "done" else row.light
        shape.fill.fore_color.rgb = _rgb(f"light-{light}" if light else "grey")
    elif mark.kind == "was":
        shape.fill.background()
        shape.line.dash_style = MSO_LINE.DASH
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb("panel")
    shape.line.color.rgb = _rgb("ink-soft")
    shape.line.width = Pt(1)


def _cell(slide: Any, cell: Cell, top: int) -> None:
    """A quarter: its number on a ground that says the worst of it."""
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    left, right = _x(cell.left), _x(cell.left + cell.width)
    inset = round(_ROW_HEIGHT * 0.08)
    box = Box(left, top + inset, right - left, _ROW_HEIGHT - 2 * inset)
    shape = _shape(slide, "RECTANGLE", box, Row("cell", cell.said, said=cell.said), "cell")
    shape.fill.solid()
    ground, ink = "panel", "ink"
    if cell.overdue:
        ground, ink = "light-overdue", "panel"
    elif cell.unknown:
        ground, ink = "grey", "panel"
    elif cell.done == cell.due:
        ground, ink = "light-met", "panel"
    shape.fill.fore_color.rgb = _rgb(ground)
    shape.line.color.rgb = _rgb("grey")
    shape.line.width = Pt(0.5)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.text = str(cell.due) if not cell.overdue else f"{cell.overdue}/{cell.due}"
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    paragraph.runs[0].font.size = Pt(_SMALL_POINTS if len(frame.text) < 3 else 9)
    paragraph.runs[0].font.color.rgb = _rgb(ink)


def _arrow(slide: Any, shift: tuple[float, float], top: int) -> None:
    """From the old date to the new one."""
    from pptx.oxml.ns import qn

    y = top + round(_ROW_HEIGHT * 0.06)
    ink = "light-far_behind" if shift[1] > shift[0] else "light-on_track"
    line = _line(slide, _x(shift[0]), y, _x(shift[1]), y, ink, 1.5)
    outline = line.line._get_or_add_ln()
    end = outline.makeelement(qn("a:tailEnd"), {"type": "triangle"})
    outline.append(end)


def _legend(slide: Any, rows: Sequence[Row], stamp: Stamp) -> None:
    """What the shapes mean, in words: only those that are drawn."""
    say = words(stamp.language)
    kinds = [bar.kind for row in rows for bar in row.bars]
    marks = [mark.kind for row in rows for mark in row.marks]
    said = [say(f"roadmap-slide-{kind}") for kind in _BARS if kind in kinds]
    said += [
        say(f"roadmap-slide-{kind}")
        for kind in ("stage", "deadline", "target", "done")
        if kind in marks
    ]
    if any(row.cells for row in rows):
        said.append(say("roadmap-slide-cell"))
    lights = dict.fromkeys(Light(row.light) for row in rows if row.light)
    said += [f"{SIGNS[light]} {say(f'light-{light}')}" for light in Light if light in lights]
    box = Box(
        _LEFT, master.SOURCE.top - round(0.1 * INCH), master.CONTENT.width, round(0.34 * INCH)
    )
    text = " · ".join(said)
    size = fitting_size(text, box.width, box.height, (11, 10, 9))
    _text(slide, text, box, size, "ink-soft")


def _shape(slide: Any, kind: str, box: Box, row: Row, what: str) -> Any:
    from pptx.enum.shapes import MSO_SHAPE

    shape = slide.shapes.add_shape(
        getattr(MSO_SHAPE, kind), box.left, box.top, box.width, box.height
    )
    shape.shadow.inherit = False
    shape.name = f"{row.name[:60]} · {what}"
    shape._element.nvSpPr.cNvPr.set("descr", row.said)
    return shape


def _line(slide: Any, left: int, top: int, right: int, bottom: int, ink: str, points: float) -> Any:
    from pptx.enum.shapes import MSO_CONNECTOR
    from pptx.util import Pt

    line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, left, top, right, bottom)
    line.line.color.rgb = _rgb(ink)
    line.line.width = Pt(points)
    return line


def _text(slide: Any, text: str, box: Box, size: int, ink: str, *, is_bold: bool = False) -> Any:
    from pptx.enum.text import MSO_ANCHOR
    from pptx.util import Pt

    shape = slide.shapes.add_textbox(box.left, box.top, box.width, box.height)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.text = text
    for run in frame.paragraphs[0].runs:
        run.font.size, run.font.bold = Pt(size), is_bold
        run.font.color.rgb = _rgb(ink)
    return shape


def _rgb(name: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(colour(name))
