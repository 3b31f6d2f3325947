"""Runs, lines, fields and tables of a paper as WordprocessingML, written straight: a table of a thousand cells
through python-docx takes ten seconds, and it has no word for borders, fields and repeated heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hengyang.exports import paper_layout as layout
from hengyang.exports.light_words import light_colour, light_words
from hengyang.exports.paper_parts import Line, Lit, Strong, Table, ToFill, Verbatim
from hengyang.labels import Language, words

_RULE, _HEAD_GROUND = "808080", "EEF2F4"
#: XML knows no way to write these.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ALIGNMENTS = {"left": "left", "right": "right", "centre": "center"}
#: What may stand behind the borders of a paragraph, in the order that the schema demands.
_BEHIND_BORDERS = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
    "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid",
    "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:jc", "w:outlineLvl", "w:rPr",
    "w:sectPr",
)  # fmt: skip


@dataclass(frozen=True)
class Run:
    """Text that looks the same from end to end."""

    text: str
    is_bold: bool = False
    colour: str = ""
    is_to_fill: bool = False


def runs_of(line: Line, language: Language) -> Iterator[Run]:
    """The parts of a line as they are written: a light as sign and word, what is to be filled in in brackets."""
    say = words(language)
    for part in line:
        match part:
            case ToFill(what):
                yield Run(say("official-to-fill", what=what), is_to_fill=True)
            case Lit(light, is_stale):
                yield Run(light_words(light, language), is_bold=True, colour=light_colour(light))
                if is_stale:
                    yield Run(say("official-stale"))
            case Strong(text):
                yield Run(text, is_bold=True)
            case Verbatim(text):
                yield Run(text)
            case _:
                yield Run(str(part))


def writable(text: str) -> str:
    """The text without what a document cannot hold.

    >>> writable("a\\x00b")
    'ab'
    """
    return _UNWRITABLE.sub("", text)


def element(name: str, **attributes: object) -> Any:
    """<w:name w:attribute="…"/>"""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        found.set(qn(f"w:{key}"), str(value))
    return found


def write_runs(paragraph: Any, line: Line, language: Language, colour: str = "") -> None:
    """Append a line's runs to a paragraph; `colour` is that of runs without one of their own."""
    for run in runs_of(line, language):
        if not run.text:
            continue
        written = _under(paragraph, "r")
        shade = run.colour or colour
        properties = _under(written, "rPr")
        if run.colour:
            # the signs are in Chinese fonts, and only in some Latin ones
            plain = layout.PLAIN
            _under(properties, "rFonts", ascii=plain, hAnsi=plain, eastAsia=plain, cs=plain)
        elif language == "zh":
            # quotation marks and dashes are Chinese ones here
            _under(properties, "rFonts", hint="eastAsia")
        if run.is_bold:
            _under(properties, "b")
        if shade:
            _under(properties, "color", val=shade)
        if run.is_to_fill:
            _under(properties, "highlight", val="yellow")
        for at, text in enumerate(writable(run.text).splitlines()):
            if at:
                _under(written, "br")
            said = _under(written, "t")
            said.text = text
            said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def write_field(paragraph: Any, code: str) -> None:
    """A field that the reader's program works out, such as PAGE."""
    _under(_under(paragraph, "r"), "fldChar", fldCharType="begin")
    asked = _under(_under(paragraph, "r"), "instrText")
    asked.text = f" {code} "
    asked.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    _under(_under(paragraph, "r"), "fldChar", fldCharType="separate")
    _under(_under(paragraph, "r"), "t").text = "1"
    _under(_under(paragraph, "r"), "fldChar", fldCharType="end")


def add_border(paragraph: Any, side: str, colour: str, *, eighths: int, space: int) -> None:
    """A line at a side of a paragraph (python-docx's), `eighths` of a point thick, `space` points away."""
    from docx.oxml.ns import qn

    properties = paragraph._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = element("pBdr")
        properties.insert_element_before(borders, *_BEHIND_BORDERS)
    borders.append(element(side, val="single", sz=eighths, space=space, color=colour))


def add_box(paragraph: Any, colour: str, ground: str) -> None:
    """A box around a paragraph, filled."""
    from docx.oxml.ns import qn

    for side in ("top", "left", "bottom", "right"):
        add_border(paragraph, side, colour, eighths=8, space=3)
    borders = paragraph._p.pPr.find(qn("w:pBdr"))
    borders.addnext(element("shd", val="clear", color="auto", fill=ground))


def table_element(table: Table, styles: Mapping[str, str], language: Language) -> Any:
    """The table across the whole text. styles: name → id of the styles Table Head and Table Text.

    The heads repeat on every page, no row splits, a row of one cell stays with the row below it.
    """
    whole = sum(column.share for column in table.columns)
    width = layout.twips(layout.TEXT_WIDTH_MM)
    widths = [round(width * column.share / whole) for column in table.columns]
    built = element("tbl")
    _table_properties(built, sum(widths), table.caption)
    grid = _under(built, "tblGrid")
    for one in widths:
        _under(grid, "gridCol", w=one)
    head = _row(built, is_head=True)
    for column, one in zip(table.columns, widths, strict=True):
        cell = _cell(head, one, _HEAD_GROUND)
        _write(cell, (column.heading,), styles["Table Head"], "centre", language)
    for line in table.rows:
        row = _row(built)
        if len(line) == 1 < len(widths):
            cell = _cell(row, sum(widths), across=len(widths))
            _write(cell, line[0], styles["Table Head"], "left", language, is_kept=True)
            continue
        for said, column, one in zip(line, table.columns, widths, strict=True):
            _write(_cell(row, one), said, styles["Table Text"], column.align, language)
    return built


def _table_properties(table: Any, width: int, caption: str) -> None:
    properties = _under(table, "tblPr")
    _under(properties, "tblW", w=width, type="dxa")
    borders = _under(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        _under(borders, side, val="single", sz=4, space=0, color=_RULE)
    _under(properties, "tblLayout", type="fixed")
    margins = _under(properties, "tblCellMar")
    for side, room in (("top", 30), ("left", 60), ("bottom", 30), ("right", 60)):
        _under(margins, side, w=room, type="dxa")
    _under(properties, "tblLook", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noVBand=1)
    _under(properties, "tblCaption", val=writable(caption))


def _row(table: Any, *, is_head: bool = False) -> Any:
    row = _under(table, "tr")
    properties = _under(row, "trPr")
    _under(properties, "cantSplit")
    if is_head:
        _under(properties, "tblHeader")
    return row


def _cell(row: Any, width: int, ground: str = "", across: int = 1) -> Any:
    cell = _under(row, "tc")
    properties = _under(cell, "tcPr")
    _under(properties, "tcW", w=width, type="dxa")
    if across > 1:
        _under(properties, "gridSpan", val=across)
    if ground:
        _under(properties, "shd", val="clear", color="auto", fill=ground)
    _under(properties, "vAlign", val="center")
    return cell


def _write(
    cell: Any, line: Line, style: str, align: str, language: Language, *, is_kept: bool = False
) -> None:
    paragraph = _under(cell, "p")
    properties = _under(paragraph, "pPr")
    _under(properties, "pStyle", val=style)
    if is_kept:
        _under(properties, "keepNext")
    _under(properties, "jc", val=_ALIGNMENTS[align])
    write_runs(paragraph, line, language)


def _under(parent: Any, name: str, **attributes: object) -> Any:
    """A new last child."""
    child = element(name, **attributes)
    parent.append(child)
    return child
