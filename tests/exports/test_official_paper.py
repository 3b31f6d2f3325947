"""Official papers: the measures of GB/T 9704, opened again by python-docx."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml.ns import qn

from hengyang.exports import paper_layout as layout
from hengyang.exports.official_paper import docx_bytes
from hengyang.exports.paper_parts import (
    Annex,
    Column,
    Heading,
    Lit,
    OfficialPaper,
    Paragraph,
    Strong,
    Table,
    ToFill,
    Verbatim,
)

TABLE = Table(
    "表",
    (Column("编号", 1), Column("亮灯", 2), Column("值", 1, "right")),
    ((("组",),), (("T05-3",), (Lit("behind", is_stale=True),), ("15.6 公里",))),
)
PAPER = OfficialPaper(
    language="zh",
    title="关于进展的通报",
    addressees=("市住建局:",),
    body=(
        Heading(1, "总体情况"),
        Heading(2, "甲"),
        Paragraph((Strong("一事"), "如下,"), is_numbered=True),
        Paragraph(("二事",), is_numbered=True),
        Heading(2, "乙"),
        Paragraph(("三事(见附件)",), is_numbered=True),
        Heading(1, "未报送"),
        Heading(2, "丙"),
        TABLE,
    ),
    header="演示数据",
    footer="版本 7",
    organ=(ToFill("发文机关"),),
    number=(ToFill("发文字号"),),
    signer=(ToFill("署名"),),
    signed_on=(ToFill("成文日期"),),
    notices=("演示数据", "草拟稿"),
    annexes=(Annex("一览表", (TABLE,)), Annex("说明", ())),
    copied_to=("抄送:", ToFill("机关")),
    printed_by=(ToFill("印发"),),
)


def opened(paper: OfficialPaper = PAPER) -> Any:
    return docx.Document(BytesIO(docx_bytes(paper)))


def texts(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_the_page_has_the_measures_of_the_standard() -> None:
    page = opened().sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    sides = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [round(side.mm) for side in sides] == [37, 35, 28, 26]


def test_a_page_takes_22_lines_of_28_characters() -> None:
    normal = opened().styles["Normal"]
    assert normal.font.size.pt == 16
    line = normal.paragraph_format.line_spacing
    height_points, width_points = 225 / 25.4 * 72, layout.TEXT_WIDTH_MM / 25.4 * 72
    assert 28 <= line.pt <= 30
    assert height_points // line.pt == 22
    spacing = int(normal.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert width_points // (16 + spacing) == 28


@pytest.mark.parametrize(
    ("style", "font", "points"),
    [
        ("Normal", "仿宋_GB2312", 16),
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Footer", "宋体", 14),
    ],
)
def test_chinese_text_has_the_font_of_its_level(style: str, font: str, points: int) -> None:
    found = opened().styles[style]
    fonts = found.element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == font
    assert not [name for name in fonts.attrib if "Theme" in name]
    assert found.font.size.pt == points


def test_every_font_of_the_standard_names_a_stand_in() -> None:
    package = opened().part.package
    table = next(part for part in package.iter_parts() if part.partname.endswith("fontTable.xml"))
    declared = dict(
        re.findall(r'<w:font w:name="([^"]+)"><w:altName w:val="([^"]+)"/>', table.blob.decode())
    )
    assert declared == dict(layout.STAND_INS)


def test_headings_are_counted_by_level() -> None:
    said = texts(opened())
    for heading in ("一、总体情况", "二、未报送", "1.一事如下\uff0c", "2.二事"):
        assert heading in said
    assert [line for line in said if re.match("\uff08[一二]\uff09", line)] == [
        "\uff08一\uff09甲", "\uff08二\uff09乙", "\uff08一\uff09丙",
    ]  # fmt: skip
    # each heading begins its own count
    assert "1.三事\uff08见附件\uff09" in said


def test_paragraphs_are_indented_by_two_characters() -> None:
    found = next(p for p in opened().paragraphs if "二事" in p.text)
    assert found._p.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"


def test_a_table_repeats_its_head_and_splits_no_row() -> None:
    for table in opened().tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True, False, False]
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        widths = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid.iter(qn("w:gridCol"))]
        assert abs(sum(widths) - layout.twips(layout.TEXT_WIDTH_MM)) < 5


def test_a_row_of_one_cell_runs_across() -> None:
    row = opened().tables[0].rows[1]
    assert len(row._tr.tc_lst) == 1
    assert row.cells[2].text == "组"


def test_a_light_is_shape_word_and_colour_and_says_that_it_is_old() -> None:
    cell = opened().tables[0].rows[2].cells[1].paragraphs[0]
    assert cell.text == "▲ 滞后(数据陈旧)"
    assert str(cell.runs[0].font.color.rgb) == "BF8300"


def test_page_numbers_are_fields_on_the_outer_side() -> None:
    document = opened()
    page = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((page.footer, "RIGHT"), (page.even_page_footer, "LEFT")):
        number, stamp = footer.paragraphs
        assert number.text == "— 1 —"
        assert number.alignment is WD_ALIGN_PARAGRAPH[side]
        assert [field.text.strip() for field in number._p.iter(qn("w:instrText"))] == ["PAGE"]
        assert stamp.text == "版本 7"
    assert {h.paragraphs[0].text for h in (page.header, page.even_page_header)} == {"演示数据"}


def test_what_a_person_fills_in_is_marked_and_nothing_else_is() -> None:
    marked = [
        run.text
        for paragraph in opened().paragraphs
        for run in paragraph.runs
        if run.font.highlight_color is WD_COLOR_INDEX.YELLOW
    ]
    assert marked == [
        "〔发文机关〕",
        "〔发文字号〕",
        "〔署名〕",
        "〔成文日期〕",
        "〔机关〕",
        "〔印发〕",
    ]


def test_annexes_are_listed_before_the_signature_and_begin_pages_of_their_own() -> None:
    document = opened()
    said = texts(document)
    assert said.index("附件\uff1a1.一览表") < said.index("〔署名〕") < said.index("附件1")
    begun = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert begun == ["附件1", "附件2"]
    alone = texts(opened(replace(PAPER, annexes=PAPER.annexes[:1])))
    assert "附件\uff1a一览表" in alone
    assert "附件" in alone


def test_a_paper_without_header_and_imprint_has_none() -> None:
    document = opened(replace(PAPER, header="", notices=(), copied_to=(), printed_by=()))
    assert document.sections[0].header.paragraphs[0].text == ""
    assert not [text for text in texts(document) if text.startswith("抄送")]


def test_words_of_others_stay_as_they_are_and_ours_get_wide_punctuation() -> None:
    body = (
        Paragraph(
            ("他们说:", Verbatim("一,二")),
        ),
    )
    assert "他们说\uff1a一,二" in texts(opened(replace(PAPER, body=body)))


@pytest.mark.parametrize("text", ["=1+1", "<w:p/>&amp;", "a\x00b\x0bc", "{ PAGE }", "\ufffe\ud800"])
def test_hostile_text_stays_text(text: str) -> None:
    table = Table("t", (Column(text, 1),), (((text,),),))
    document = opened(replace(PAPER, title=text, body=(Paragraph((text,)), table)))
    clean = re.sub("[\x00\x0b\ufffe\ud800]", "", text)
    assert document.tables[0].rows[1].cells[0].text == clean
    assert clean in texts(document)


def test_english_has_its_own_sober_layout() -> None:
    document = opened(replace(PAPER, language="en", title="Bulletin"))
    said = texts(document)
    for heading in ("1. 总体情况", "1.1 甲", "2.1 丙", "Annex 1", "[署名]"):
        assert heading in said
    assert document.styles["Normal"].font.name == "Times New Roman"
    red = [
        run for p in document.paragraphs for run in p.runs if str(run.font.color.rgb) == "C00000"
    ]
    assert not red
