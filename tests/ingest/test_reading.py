"""Every format that people send, read by its content; every other file refused with what to do."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import date

import pytest

from hengyang.errors import PlanError, UploadRejected
from hengyang.ingest.limits import Limits
from hengyang.ingest.reading import Book, letter, read
from hengyang.labels import words
from tests.ingest import received
from tests.ingest.received import LONG

FORMATS = {
    "xlsx": received.xlsx(),
    "xlsm": received.xlsm(),
    "xls": received.xls(),
    "ods": received.ods(),
    "csv": received.csv_text().encode(),
    "html": received.html(),
}
_TEXTS = [["" if cell is None else str(cell) for cell in row] for row in LONG]


def texts(book: Book) -> list[list[str]]:
    def said(cell: object) -> str:
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        return "" if cell is None else str(cell)

    return [[said(cell) for cell in row] for row in book.sheets[0].cells]


def refusal(
    content: bytes, name: str = "上报.xlsx", limits: Limits | None = None
) -> UploadRejected:
    with pytest.raises(UploadRejected) as caught:
        read(content, name, limits)
    assert words("zh")(caught.value.key, **caught.value.arguments)
    return caught.value


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_register_reads_the_same_in_every_format(kind: str) -> None:
    book = read(FORMATS[kind], f"台账.{kind}")
    assert book.kind == kind
    assert texts(book) == _TEXTS


@pytest.mark.parametrize("kind", FORMATS)
def test_the_content_decides_whatever_the_name_says(kind: str) -> None:
    book = read(FORMATS[kind], "台账.docx")
    assert book.kind == kind
    assert [note.code for note in book.notes][-1] == "other-kind"
    assert kind.upper() in book.notes[-1].message("en")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("gbk", "gbk"), ("gb18030", "gbk"),
        ("utf-16", "utf-16"), ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimited_text_in_every_encoding(encoding: str, said: str, delimiter: str) -> None:
    book = read(received.csv_text(delimiter=delimiter).encode(encoding), "台账.csv")
    assert book.encoding == said
    assert texts(book) == _TEXTS


def test_a_character_outside_gbk_is_read_as_gb18030() -> None:
    book = read(received.csv_text([*LONG, ("\u3400\U00020000",) * 6]).encode("gb18030"), "a.csv")
    assert book.encoding == "gb18030"
    assert texts(book)[-1][0] == "\u3400\U00020000"


def test_csv_and_html_saved_as_xls_are_read() -> None:
    assert texts(read(received.csv_text().encode("gbk"), "台账.xls")) == _TEXTS
    assert texts(read(received.html(charset="utf-8"), "台账.xls")) == _TEXTS


def test_texts_that_look_like_numbers_stay_as_they_are() -> None:
    rows = (("编号", "期间"), ("0012", "2018.10"), ("1,234", "NA"))
    for content in (received.csv_text(rows).encode(), received.html(rows)):
        assert texts(read(content, "a.xls")) == [list(row) for row in rows]


def test_a_quoted_line_break_is_one_row() -> None:
    book = read('指标,备注\r\n甲,"一\n二"\r\n乙,三\r\n'.encode(), "a.csv")
    assert [row[0] for row in texts(book)] == ["指标", "甲", "乙"]


def test_the_hint_that_excel_writes_into_a_csv_counts_as_a_row() -> None:
    sheet = read("sep=;\n指标;完成值\n甲;1\n".encode(), "a.csv").sheets[0]
    assert sheet.cells[0] == ["指标", "完成值"]
    assert sheet.row_number(0) == 2


def test_blank_rows_and_columns_before_the_table_are_counted() -> None:
    rows = [[], [], [None, None, "指标"], [None, None, "甲"]]
    assert read(received.xlsx(rows), "a.xlsx").sheets[0].cells[2][2] == "指标"
    assert letter(3) == "C"


def test_merged_cells_say_what_their_first_says() -> None:
    rows = (("甲", None, "丙"), (None, None, 1), ("丁", 2, 3))
    for content in (
        received.xlsx(rows, merged=("A1:B2",)),
        received.xls(rows, merged=((0, 1, 0, 1),)),
        received.ods(rows, spans={(0, 0): (2, 2)}),
        "<table><tr><td colspan=2 rowspan=2>甲</td><td>丙</td></tr><tr><td>1</td></tr>"
        "<tr><td>丁</td><td>2</td><td>3</td></tr></table>".encode(),
    ):
        assert texts(read(content, "a")) == [
            ["甲", "甲", "丙"],
            ["甲", "甲", "1"],
            ["丁", "2", "3"],
        ]


def test_dates_stay_dates() -> None:
    rows = (("期间", "值"), (date(2018, 6, 30), 1))
    for content in (received.xlsx(rows), received.xls(rows), received.ods(rows)):
        found = read(content, "a").sheets[0].cells[1][0]
        assert isinstance(found, date)
        assert (found.year, found.month, found.day) == (2018, 6, 30)


def test_a_formula_without_a_value_is_told_apart_from_an_empty_cell() -> None:
    sheet = read(received.xlsx([["甲", "乙"], [1, "=A2+1"], [2, None]]), "a.xlsx").sheets[0]
    assert sheet.formulas_without_value == {(2, 2)}


def test_a_formula_with_a_value_is_its_value() -> None:
    content = received.xlsx([["甲", "乙"], [1, "=A2+1"]])
    page = received.member(content, "xl/worksheets/sheet1.xml").replace(b"<v></v>", b"<v>2</v>")
    sheet = read(
        received.with_member(
            content, "xl/worksheets/sheet1.xml", page.replace(b"<v />", b"<v>2</v>")
        ),
        "a.xlsx",
    ).sheets[0]
    assert sheet.cells[1][1] == 2
    assert sheet.formulas_without_value == frozenset()


def test_macros_are_told_of_and_hidden_sheets_are_marked() -> None:
    assert [note.code for note in read(received.xlsm(), "a.xlsm").notes] == ["macros"]
    book = read(received.xlsx(("台账", LONG), ("旧", LONG), hidden=("旧",)), "a.xlsx")
    assert [sheet.is_hidden for sheet in book.sheets] == [False, True]
    assert [note.code for note in book.notes] == ["hidden"]


def test_a_book_knows_the_hash_of_its_bytes() -> None:
    assert read(FORMATS["xlsx"], "a").sha256 == hashlib.sha256(FORMATS["xlsx"]).hexdigest()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty"), (b"\xef\xbb\xbf\r\n", "empty"), (received.xlsx([]), "empty"),
        (received.locked_xlsx(), "encrypted"), (received.locked_xls(), "encrypted"),
        (b"%PDF-1.7 ...", "type"), (b"\x89PNG\r\n\x1a\n", "type"), (b"\xff\xd8\xff\xe0 JFIF", "type"),
        (b"<?xml version='1.0'?><Workbook/>", "save-as"), (b"MIME-Version: 1.0\r\n", "save-as"),
        (received.with_member(FORMATS["xlsx"], "xl/workbook.bin", b"x"), "save-as"),
        (FORMATS["xlsx"][:3000], "corrupt"), (FORMATS["xls"][:700], "corrupt"), (FORMATS["ods"][:900], "corrupt"),
        (bytes(range(256)) * 20, "corrupt"), (b"<html><p>x</p></html>", "no-table"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_own_sentence(content: bytes, key: str) -> None:
    assert refusal(content).key == f"rejected-{key}"


def _zip(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def test_other_office_files_are_named() -> None:
    assert refusal(_zip(word__document=b"x")).arguments == {"kind": "Word"}
    assert refusal(_zip(ppt__slides=b"x")).arguments == {"kind": "PowerPoint"}
    assert refusal(_zip(anything=b"x")).arguments == {"kind": "ZIP"}


def test_a_zip_bomb_is_refused_by_its_directory() -> None:
    bomb = received.with_member(FORMATS["xlsx"], "xl/media/image1.bin", bytes(30_000_000))
    assert refusal(bomb).key == "rejected-bomb"


def test_a_directory_that_understates_a_size_is_no_way_around() -> None:
    bomb = received.with_member(FORMATS["xlsx"], "xl/media/image1.bin", bytes(30_000_000))
    lying = bomb.replace((30_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != bomb
    assert refusal(lying).key == "rejected-corrupt"


@pytest.mark.parametrize("far", ["XFD1048576", "A9999999", "ZZZ9999"])
def test_one_far_cell_does_not_ask_for_gigabytes(far: str) -> None:
    page = received.member(FORMATS["xlsx"], "xl/worksheets/sheet1.xml")
    far_page = page.replace(b'r="F1"', f'r="{far}"'.encode())
    assert far_page != page
    far_book = received.with_member(FORMATS["xlsx"], "xl/worksheets/sheet1.xml", far_page)
    assert refusal(far_book).key in ("rejected-cells", "rejected-corrupt")


def test_repeats_in_ods_and_spans_in_html_do_not_unfold_without_end() -> None:
    content = received.member(FORMATS["ods"], "content.xml")
    unfolded = content.replace(
        b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048576">'
    )
    assert unfolded != content
    spread = received.with_member(FORMATS["ods"], "content.xml", unfolded)
    assert refusal(spread).key == "rejected-cells"
    cell = "<td colspan=99999999 rowspan=99999999>x</td>"
    assert refusal(f"<table><tr>{cell}</tr></table>".encode()).key == "rejected-cells"


def test_an_xls_of_many_full_sheets_ends_its_own_process_only() -> None:
    sheets = 12  # each would be laid out as 65,536 rows of 256 columns
    assert refusal(received.wide_open_xls(sheets), "a.xls").key == "rejected-cells"


def test_formatting_far_below_the_table_is_no_content() -> None:
    page = received.member(FORMATS["xlsx"], "xl/worksheets/sheet1.xml").replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    )
    book = read(received.with_member(FORMATS["xlsx"], "xl/worksheets/sheet1.xml", page), "a.xlsx")
    assert texts(book) == _TEXTS


@pytest.mark.parametrize(
    ("limits", "key"),
    [
        (Limits(megabytes=0), "too-large"), (Limits(rows=3), "rows"), (Limits(cells=20), "cells"), (Limits(sheets=0), "sheets"),
    ],
)  # fmt: skip
def test_every_limit_refuses_what_is_beyond_it(limits: Limits, key: str) -> None:
    assert refusal(FORMATS["xlsx"], limits=limits).key == f"rejected-{key}"


@pytest.mark.parametrize("kind", ["xls", "ods", "csv", "html"])
def test_rows_are_limited_in_every_format(kind: str) -> None:
    assert refusal(FORMATS[kind], limits=Limits(rows=3)).key == "rejected-rows"
    assert read(FORMATS[kind], "a", Limits(rows=4)).kind == kind


def test_limits_come_from_settings() -> None:
    assert Limits.of({}) == Limits()
    assert Limits.of({"HENGYANG_MAX_ROWS": "7", "PATH": "x"}).rows == 7
    with pytest.raises(PlanError, match="HENGYANG_MAX_ROWS=many"):
        Limits.of({"HENGYANG_MAX_ROWS": "many"})


@pytest.mark.parametrize(("content", "error"), [("odd_xls", "#DIV/0!"), ("odd_ods", "Err:502")])
def test_errors_and_uncalculated_formulas_are_not_taken_for_empty_cells_in_older_formats(
    content: str, error: str
) -> None:
    (sheet,) = read(getattr(received, content)(), "a").sheets
    assert sheet.formulas_without_value == {(2, 3)}
    assert [row[2] or None for row in sheet.cells[1:4]] == [None, None, error]


def test_bytes_that_are_no_text_are_a_broken_workbook_only_if_they_are_called_one() -> None:
    content = bytes(range(256)) * 20
    assert refusal(content, "a.ods").key == "rejected-corrupt"
    assert refusal(content, "a.csv").key == "rejected-encoding"
