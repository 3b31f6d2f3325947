"""The measures of official papers (GB/T 9704—2012): page, fonts and styles of a document that is yet empty.

The standard's fonts stand on officials' machines and are set by name; each has a stand-in for machines without it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from hengyang.labels import Language

if TYPE_CHECKING:
    from docx.document import Document

#: The page, in millimetres: A4, and a text area of 156 × 225.
WIDTH_MM, HEIGHT_MM = 210.0, 297.0
TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 37.0, 35.0, 28.0, 26.0
TEXT_WIDTH_MM = WIDTH_MM - LEFT_MM - RIGHT_MM
#: 22 lines a page and 28 characters a line, by exact line spacing and slightly closer letters: a document grid
#: would stretch tables, and office programs disagree about it.
LINES, CHARACTERS = 22, 28
LINE_POINTS, CLOSER_POINTS = 28.95, 0.25
_TWIPS_PER_MM = 1440 / 25.4

#: The foot's distance from the edge: the line of the page number begins 7 mm below the text.
FOOTER_MM, HEADER_MM = 18.0, 20.0

#: How a reader of Word calls its default for Latin letters and digits.
_LATIN = "Times New Roman"


@dataclass(frozen=True)
class Face:
    """A font for Chinese and one for Latin letters and digits, a size, a weight."""

    chinese: str
    points: float
    is_bold: bool = False
    latin: str = _LATIN


#: The Chinese fonts of the standard, as Word and WPS list them → what stands in where they are missing.
STAND_INS: Mapping[str, str] = MappingProxyType(
    {
        "方正小标宋简体": "STZhongsong",
        "仿宋_GB2312": "FangSong",
        "楷体_GB2312": "KaiTi",
        "黑体": "SimHei",
        "宋体": "SimSun",
    }
)
_TITLE, _BODY, _SUBHEAD, _HEAD, PLAIN = STAND_INS

#: What stands in where neither is installed: a sans for headings, a serif for all else.
FREE_FONTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        name: ("Noto Sans CJK SC", "sans-serif")
        if name == _HEAD
        else ("Noto Serif CJK SC", "serif")
        for name in STAND_INS
    }
)

#: Style → face. Sizes: 22 points are 二号, 16 三号, 14 四号, 10.5 五号, 9 小五.
_FACES: Mapping[Language, Mapping[str, Face]] = MappingProxyType(
    {
        "zh": {
            "Normal": Face(_BODY, 16),
            "Title": Face(_TITLE, 22),
            "Organ": Face(_TITLE, 36),
            "Heading 1": Face(_HEAD, 16),
            "Heading 2": Face(_SUBHEAD, 16),
            "Annex": Face(_HEAD, 16),
            "Caption": Face(_HEAD, 12),
            "Table Text": Face(_BODY, 9),
            "Table Head": Face(_HEAD, 9),
            "Header": Face(_HEAD, 10.5),
            "Footer": Face(PLAIN, 14, latin=PLAIN),
            "Stamp": Face(PLAIN, 9),
            "Notice": Face(_HEAD, 12),
        },
        "en": {
            "Normal": Face(PLAIN, 12),
            "Title": Face(_HEAD, 18, is_bold=True),
            "Organ": Face(_HEAD, 22, is_bold=True),
            "Heading 1": Face(_HEAD, 14, is_bold=True),
            "Heading 2": Face(_HEAD, 12, is_bold=True),
            "Annex": Face(_HEAD, 12, is_bold=True),
            "Caption": Face(_HEAD, 10.5, is_bold=True),
            "Table Text": Face(PLAIN, 9),
            "Table Head": Face(_HEAD, 8.5, is_bold=True),
            "Header": Face(_HEAD, 10, is_bold=True),
            "Footer": Face(PLAIN, 11),
            "Stamp": Face(PLAIN, 8),
            "Notice": Face(_HEAD, 11, is_bold=True),
        },
    }
)
_OWN_STYLES = ("Organ", "Annex", "Table Text", "Table Head", "Stamp", "Notice")


def twips(millimetres: float) -> int:
    """A length as Word counts it: 1440 to the inch."""
    return round(millimetres * _TWIPS_PER_MM)


def faces(language: Language) -> Mapping[str, Face]:
    """Style name → its face."""
    return _FACES[language]


def new_document(language: Language) -> Document:
    """An empty A4 document with the standard's margins, grid, fonts and styles, odd and even pages apart."""
    from docx import Document as empty_document  # noqa: N813
    from docx.enum.style import WD_STYLE_TYPE

    document = empty_document()
    for name in _OWN_STYLES:
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.quick_style = True
    for name, face in faces(language).items():
        _dress(document.styles[name], face)
    _space(document, language)
    _set_page(document)
    _name_fonts(document)
    document.settings.odd_and_even_pages_header_footer = True
    return document


def set_fonts(run_properties: Any, chinese: str, latin: str) -> None:
    """The fonts of a run or style, for Chinese, Latin and complex text, without a theme's."""
    from docx.oxml.ns import qn

    fonts = run_properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), latin)
    fonts.set(qn("w:eastAsia"), chinese)


def indent_characters(paragraph_properties: Any, **characters: float) -> None:
    """Indents measured in characters, as Chinese offices set them: firstLine=2."""
    from docx.oxml.ns import qn

    indent = paragraph_properties.get_or_add_ind()
    for side, count in characters.items():
        indent.set(qn(f"w:{side}Chars"), str(round(count * 100)))


def _dress(style: Any, face: Face) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    properties = style.element.get_or_add_rPr()
    for leftover in ("w:color", "w:i", "w:iCs", "w:spacing", "w:kern", "w:caps", "w:b", "w:bCs"):
        for element in properties.findall(qn(leftover)):
            properties.remove(element)
    set_fonts(properties, face.chinese, face.latin)
    style.font.size = Pt(face.points)
    style.font.bold = face.is_bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(-round(20 * CLOSER_POINTS) if face.points == 16 else 0))
    properties.find(qn("w:color")).addnext(spacing)


def _space(document: Document, language: Language) -> None:
    """Alignment, indents and line spacing of every style."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt

    is_chinese = language == "zh"
    for name in faces(language):
        style: Any = document.styles[name]
        borders = style.element.get_or_add_pPr().findall(qn("w:pBdr"))
        for border in borders:
            style.element.pPr.remove(border)
        shape = style.paragraph_format
        shape.space_before = shape.space_after = Pt(0)
        shape.widow_control = False
        if is_chinese and name in ("Normal", "Heading 1", "Heading 2", "Annex"):
            shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            shape.line_spacing = Pt(LINE_POINTS)
        elif name == "Title" and is_chinese:
            shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
            shape.line_spacing = Pt(34)
        else:
            shape.line_spacing = 1.15 if name == "Normal" else 1.0
    centred = WD_ALIGN_PARAGRAPH.CENTER
    for name in ("Title", "Organ", "Table Head", "Notice", "Stamp", "Header"):
        document.styles[name].paragraph_format.alignment = centred
    document.styles["Normal"].paragraph_format.alignment = (
        WD_ALIGN_PARAGRAPH.JUSTIFY if is_chinese else WD_ALIGN_PARAGRAPH.LEFT
    )
    for name in ("Table Text", "Caption", "Annex"):
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for name in ("Heading 1", "Heading 2", "Caption", "Annex"):
        document.styles[name].paragraph_format.keep_with_next = True
    if is_chinese:
        for name in ("Heading 1", "Heading 2"):
            indent_characters(document.styles[name].element.get_or_add_pPr(), firstLine=2)
            document.styles[name].paragraph_format.first_line_indent = Pt(32)
    else:
        document.styles["Heading 1"].paragraph_format.space_before = Pt(14)
        document.styles["Heading 2"].paragraph_format.space_before = Pt(8)
    for name, points in (
        ("Heading 1", 0 if is_chinese else 4),
        ("Heading 2", 0 if is_chinese else 3),
    ):
        document.styles[name].paragraph_format.space_after = Pt(points)
    document.styles["Caption"].paragraph_format.space_before = Pt(8)
    document.styles["Caption"].paragraph_format.space_after = Pt(4)


def _set_page(document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm

    page = document.sections[0]
    page.page_width, page.page_height = Mm(WIDTH_MM), Mm(HEIGHT_MM)
    page.top_margin, page.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    page.left_margin, page.right_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
    page.header_distance, page.footer_distance = Mm(HEADER_MM), Mm(FOOTER_MM)
    properties = page._sectPr
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)
    language_of_text = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if language_of_text is not None:
        language_of_text.set(qn("w:val"), "en-GB")
        language_of_text.set(qn("w:eastAsia"), "zh-CN")


def _name_fonts(document: Document) -> None:
    """Declare the Chinese fonts with their stand-ins, so that a machine without them chooses a like one."""
    part = next(
        part
        for part in document.part.package.iter_parts()
        if part.partname.endswith("fontTable.xml")
    )
    declared = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{"swiss" if name == _HEAD else "roman"}"/></w:font>'
        for name, others in STAND_INS.items()
    )
    text = part.blob.decode("utf-8")
    # an earlier entry of the same name would win
    for name in STAND_INS:
        text = re.sub(
            rf'<w:font w:name="{re.escape(name)}">.*?</w:font>', "", text, flags=re.DOTALL
        )
    part._blob = text.replace("</w:fonts>", declared + "</w:fonts>").encode("utf-8")
