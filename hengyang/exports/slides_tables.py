"""Neutral tables → native tables of a presentation, in a type size at which they fit on the slide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hengyang.exports.light_words import SIGNS, light_words
from hengyang.exports.slides_master import POINT, Box, colour
from hengyang.exports.slides_text import LINE_SPACING, line_count, shortened
from hengyang.labels import Language, words
from hengyang.meeting.deck import Cell, DeckTable

#: Type sizes, the one that can be read from afar first.
_SIZES = (20, 18, 16, 15, 14, 13, 12, 11, 10)
_PADDING_X, _PADDING_Y = 64_000, 42_000
#: A change as a shape: its colour in the palette.
_CHANGES: Mapping[str, tuple[str, str]] = {
    "better": ("↑", "light-on_track"),
    "worse": ("↓", "light-far_behind"),
    "other": ("→", "ink-soft"),
}


def insert_table(placeholder: Any, table: DeckTable, box: Box, language: Language) -> Any:
    """Writes the table into a table placeholder; the graphic frame that took its place.

    What does not fit at the smallest size is cut with an ellipsis, so that nothing leaves the slide.
    """
    from pptx.dml.color import RGBColor
    from pptx.util import Emu, Pt

    frame = placeholder.insert_table(rows=len(table.rows) + 1, cols=len(table.columns))
    drawn = frame.table
    _plain(drawn)
    widths = _widths(table, box)
    heads = tuple(Cell(column.name) for column in table.columns)
    size, heights = _fitted((heads, *table.rows), widths, box, language)
    frame.left, frame.top, frame.width = Emu(box.left), Emu(box.top), Emu(box.width)
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = Emu(width)
    for at, row in enumerate((heads, *table.rows)):
        drawn.rows[at].height = Emu(heights[at])
        for place, cell in enumerate(row):
            into = drawn.cell(at, place)
            into.margin_left = into.margin_right = Emu(_PADDING_X)
            into.margin_top = into.margin_bottom = Emu(_PADDING_Y)
            room = heights[at] - 2 * _PADDING_Y
            inner = widths[place] - 2 * _PADDING_X
            _write(into.text_frame, cell, size, inner, room, language)
            paragraph = into.text_frame.paragraphs[0]
            # Exact, for fonts' own lines differ: the row is then as high as was worked out, whatever font stands in.
            paragraph.line_spacing = Pt(size * LINE_SPACING)
            if table.columns[place].is_number:
                from pptx.enum.text import PP_ALIGN

                paragraph.alignment = PP_ALIGN.RIGHT
            if at == 0:
                for run in paragraph.runs:
                    run.font.bold = True
                    run.font.color.rgb = RGBColor.from_string(colour("ink-soft"))
            for run in paragraph.runs:
                run.font.size = Pt(size)
            _hairline(into, "grey" if at == 0 else "line")
    frame.height = Emu(sum(heights))
    return frame


def _mark(cell: Cell, language: Language) -> tuple[str, str] | None:
    """The text and colour of what stands before a cell's own text: a light as shape and word, a change as an arrow."""
    if cell.light is not None:
        word = words(language)(f"light-{cell.light}")
        # a cell that is only the light's word needs it once
        shown = SIGNS[cell.light] if cell.text == word else light_words(cell.light, language)
        return shown, colour(f"light-{cell.light}")
    if cell.change is not None:
        sign, ink = _CHANGES[cell.change]
        return sign, colour(ink)
    return None


def _written(cell: Cell, language: Language) -> str:
    mark = _mark(cell, language)
    return cell.text if mark is None else f"{mark[0]} {cell.text}"


def _write(frame: Any, cell: Cell, size: int, width: int, height: int, language: Language) -> None:
    from pptx.dml.color import RGBColor

    frame.word_wrap = True
    paragraph = frame.paragraphs[0]
    mark = _mark(cell, language)
    text = shortened(_written(cell, language), size, width, height)
    if mark is not None:
        run = paragraph.add_run()
        run.text = mark[0] + " "
        run.font.bold = True
        run.font.color.rgb = RGBColor.from_string(mark[1])
        text = text[len(mark[0]) + 1 :]
    run = paragraph.add_run()
    run.text = text
    run.font.color.rgb = RGBColor.from_string(colour("ink"))


def _widths(table: DeckTable, box: Box) -> list[int]:
    whole = sum(column.share for column in table.columns)
    return [int(box.width * column.share / whole) for column in table.columns]


def _fitted(
    rows: Sequence[Sequence[Cell]], widths: Sequence[int], box: Box, language: Language
) -> tuple[int, list[int]]:
    """The type size and the height of each row, in EMU; together never more than the box is high."""
    heights: list[int] = []
    for size in _SIZES:
        line = size * LINE_SPACING * POINT
        heights = [
            round(
                max(
                    line_count(_written(cell, language), size, width - 2 * _PADDING_X)
                    for cell, width in zip(row, widths, strict=True)
                )
                * line
            )
            + 2 * _PADDING_Y
            for row in rows
        ]
        if sum(heights) <= box.height:
            # what is left lets the rows breathe
            air = min((box.height - sum(heights)) // len(rows), 2 * _PADDING_Y)
            return size, [height + air for height in heights]
    # the longest rows give way, down to what all can have
    smallest = round(_SIZES[-1] * LINE_SPACING * POINT) + 2 * _PADDING_Y
    share = max(smallest, box.height // len(rows))
    left = box.height - sum(min(height, share) for height in heights)
    return _SIZES[-1], [
        height if height <= share else min(height, share + max(left, 0) // len(rows))
        for height in heights
    ]


def _plain(drawn: Any) -> None:
    """No banding and no style of the application's: lines and colours are set cell by cell."""
    from pptx.oxml.ns import qn

    properties = drawn._tbl.tblPr
    properties.set("firstRow", "1")
    properties.set("bandRow", "0")
    # “No Style, No Grid”, which every application knows
    for style in properties.findall(qn("a:tableStyleId")):
        style.text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def _hairline(cell: Any, ink: str) -> None:
    from pptx.oxml import parse_xml

    line = parse_xml(
        '<a:lnB xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="9525">'
        f'<a:solidFill><a:srgbClr val="{colour(ink)}"/></a:solidFill></a:lnB>'
    )
    properties = cell._tc.get_or_add_tcPr()
    properties.insert(0, line)
