"""A file comes back with its findings on it, and with a list of what it no longer holds."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter

from hengyang.ingest.annotate import annotate
from hengyang.ingest.findings import Finding, finding
from hengyang.ingest.reading import read

MACROS = b"\xd0\xcf\x11\xe0 not run, only carried"
FAULTY = finding("out_of_range", "表", 3, "C", "120", low=0.0, high="100")
DOUBTFUL = finding("approximate", "表", 3, "C", "约120", taken=120.0)


def workbook(*, macros: bool = False, merged: bool = False, **also: Any) -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("表")
        for row, cells in enumerate(
            [["指标", "报告期", "完成值"], ["a", "2019-06", 15], ["b", "2019-06", 120]]
        ):
            sheet.write_row(row, 0, cells)
        if merged:
            sheet.merge_range("B2:B3", "2019-06")
        if also.get("formula"):
            sheet.write_formula("D2", "=C2*2", None, 30)
        if also.get("textbox"):
            sheet.insert_textbox("F2", "提示")
        if also.get("comment"):
            sheet.write_comment("C3", "原有批注")
        if also.get("text"):
            sheet.write_string("A4", also["text"])
        if macros:
            book.add_vba_project(BytesIO(MACROS), True)
    return buffer.getvalue()


def annotated(content: bytes, *findings: Finding, name: str = "月报.xlsx") -> tuple[Any, Any]:
    made = annotate(content, read(content, name), findings, "zh")
    return made, openpyxl.load_workbook(BytesIO(made.content))


def test_the_faulty_cell_is_coloured_and_says_how_to_mend_it() -> None:
    made, book = annotated(workbook(), FAULTY)
    cell = book["表"]["C3"]
    assert cell.value == 120
    assert cell.fill.fgColor.rgb.endswith("F8CBAD")
    assert FAULTY.message("zh") in cell.comment.text
    assert FAULTY.mend("zh") in cell.comment.text
    assert made.file_name == "月报_批注.xlsx"
    assert made.lost == ()


def test_the_other_cells_stay_as_they_are() -> None:
    _, book = annotated(workbook(), FAULTY)
    assert book["表"]["C2"].comment is None
    assert [cell.value for cell in book["表"][2]] == ["a", "2019-06", 15]


def test_the_gravest_of_two_findings_colours_the_cell_and_both_are_said() -> None:
    _, book = annotated(workbook(), DOUBTFUL, FAULTY)
    cell = book["表"]["C3"]
    assert cell.fill.fgColor.rgb.endswith("F8CBAD")
    assert cell.comment.text.index(FAULTY.message("zh")) < cell.comment.text.index(
        DOUBTFUL.message("zh")
    )


def test_a_comment_that_was_there_is_kept() -> None:
    _, book = annotated(workbook(comment=True), FAULTY)
    assert book["表"]["C3"].comment.text.startswith("原有批注")


def test_a_finding_inside_a_merged_area_is_put_where_it_can_be_seen() -> None:
    wrong = finding("no_period", "表", 3, "B", "某日")
    _, book = annotated(workbook(merged=True), wrong)
    assert book["表"]["B2"].comment is not None


def test_a_finding_of_the_whole_sheet_is_put_on_its_first_cell() -> None:
    _, book = annotated(workbook(), finding("older_template", "表", made_from="1", release="2"))
    assert book["表"]["A1"].comment is not None


def test_macros_are_carried_over_byte_for_byte() -> None:
    made, _ = annotated(workbook(macros=True), FAULTY, name="月报.xlsm")
    assert made.file_name.endswith(".xlsm")
    with ZipFile(BytesIO(made.content)) as parts:
        assert parts.read("xl/vbaProject.bin") == MACROS


@pytest.mark.parametrize(("also", "word"), [("formula", "1 个公式"), ("textbox", "文本框")])
def test_what_is_lost_is_said(also: str, word: str) -> None:
    made, _ = annotated(workbook(**{also: True}), FAULTY)
    assert any(word in lost for lost in made.lost)


def test_a_formula_stays_a_formula() -> None:
    _, book = annotated(workbook(formula=True), FAULTY)
    assert book["表"]["D2"].value == "=C2*2"


def test_a_text_file_comes_back_as_a_workbook_with_text_as_text() -> None:
    content = "指标,报告期,完成值\n=1+1,2019-06,15\n-b,2019-06,120\n".encode("gb18030")
    book = read(content, "月报.csv")
    wrong = Finding(book.sheets[0].name, 3, "C", FAULTY.code, "120", FAULTY.arguments)
    made = annotate(content, book, [wrong], "zh")
    sheet = openpyxl.load_workbook(BytesIO(made.content)).worksheets[0]
    assert made.file_name == "月报_批注.xlsx"
    assert made.lost
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == "=1+1"
    assert sheet["C3"].comment is not None


def test_a_sheet_name_that_no_workbook_takes_is_made_fit() -> None:
    content = "指标,报告期,完成值\nb,2019-06,120\n".encode()
    book = read(content, "a[1]:" + "长" * 40 + ".csv")
    made = annotate(content, book, [], "en")
    assert len(openpyxl.load_workbook(BytesIO(made.content)).sheetnames[0]) <= 31
