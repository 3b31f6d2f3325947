"""The bulletin and the register as PDF: word for word the DOCX, cell for cell the workbook, on every sheet whose."""

from __future__ import annotations

from io import BytesIO

import docx
import openpyxl
import pypdfium2
import pytest

from hengyang import labels, store
from hengyang.exports.bulletin import bulletin
from hengyang.exports.content import Content, file_name
from hengyang.exports.makers import made
from hengyang.exports.official_paper import docx_bytes
from hengyang.exports.paper_parts import Heading
from hengyang.exports.paper_words import dressed, page_number
from hengyang.exports.register import stamp_line
from hengyang.exports.register_html import shown
from hengyang.exports.told import Told
from hengyang.exports.workbook_tables import indicator_table, milestone_table
from hengyang.labels import words
from hengyang.schema import Language, Tables, Theme
from tests.conftest import needs_pdf
from tests.exports.contents import cell_texts, content, told_by_status, with_only

pytestmark = needs_pdf


@pytest.fixture(scope="module")
def demo(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


@pytest.fixture(scope="module")
def official(store_url: str) -> Tables:
    return store.open_store(store_url, "official").read()


def close(text: str) -> str:
    # a hyphen at the end of a line comes back as a sign of its own
    return "".join(text.split()).replace("\ufffe", "-").replace("\x02", "-")


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as paper:
        return [close(sheet.get_textpage().get_text_range()) for sheet in paper]


def said_in_docx(whole: Content) -> tuple[list[str], list[str]]:
    """Every paragraph and cell of the DOCX, and the heads of its tables."""
    document = docx.Document(BytesIO(docx_bytes(bulletin(whole))))
    rows = [row for table in document.tables for row in cell_texts(table)]
    heads = [cell for table in document.tables for cell in cell_texts(table)[0]]
    said = [paragraph.text for paragraph in document.paragraphs]
    said += [cell for row in rows for cell in row]
    return [close(text) for text in said if close(text)], [close(head) for head in heads]


@pytest.mark.proof
@pytest.mark.parametrize(
    ("workspace", "language"), [("demo", "zh"), ("demo", "en"), ("official", "zh")]
)
def test_the_bulletin_says_what_its_docx_says_and_nothing_else(
    workspace: str, language: Language, request: pytest.FixtureRequest
) -> None:
    tables = request.getfixturevalue(workspace)
    whole = content(tables, language=language, theme=Theme.OPENNESS)
    paper = bulletin(whole)
    before, after = page_number(language)
    (head,) = dressed((paper.header,), language)
    read = []
    for number, text in enumerate(pages(made("pdf", whole, paper="bulletin")), start=1):
        for on_every_sheet in (str(head), paper.footer, f"{before}{number}{after}"):
            assert close(on_every_sheet) in text, number
            if on_every_sheet:
                text = "".join(text.rsplit(close(on_every_sheet), 1))
        read.append(text)
    rest = "".join(read)
    said, heads = said_in_docx(whole)
    for text in sorted(said, key=len, reverse=True):
        assert text in rest
        rest = rest.replace(text, "\n", 1)
    for repeated in sorted(heads, key=len, reverse=True):
        rest = rest.replace(repeated, "\n")
    assert rest.split() == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_register_has_the_workbook_s_cells_and_sums_and_status_s_numbers(
    demo: Tables, language: Language
) -> None:
    whole = content(demo, language=language, theme=Theme.GREEN, edition="E12")
    sheets = pages(made("pdf", whole, paper="register"))
    stamp, mark = close(stamp_line(whole.stamp)), close(words(language)("frame-demo"))
    for number, text in enumerate(sheets, start=1):
        assert stamp in text
        assert mark in text.replace(stamp, "")
        at = [close(words(language)(f"print-number-{part}")) for part in ("before", "between")]
        assert f"{at[0]}{number}{at[1]}{len(sheets)}" in text
    read, told, status = "".join(sheets), Told(whole), told_by_status(whole)
    for table in (indicator_table(told), milestone_table(told)):
        assert table.rows
        heads = "".join(close(column.heading) for column in table.columns if column.is_printed)
        assert heads in read
        for row in table.rows:
            cells = [
                close(shown(cell, language))
                for cell, column in zip(row, table.columns, strict=True)
                if column.is_printed
            ]
            line = "".join(cells)
            assert line in read
            item = status[str(row[0])]
            assert close(words(language)(f"light-{item['light']}") if item["light"] else "") in line
            if item.get("attainment_pct") is not None:
                assert labels.percent_floored(item["attainment_pct"], language) in cells
    workbook = openpyxl.load_workbook(BytesIO(made("xlsx", whole)), data_only=True)
    sums = workbook[words(language)("export-sheet-sums")]
    compared = 0
    for row in sums.iter_rows(min_row=4, values_only=True):
        if isinstance(row[1], int):
            line = [row[0], *(value for value in row[1:13] if isinstance(value, int))]
            assert close("".join(str(value) for value in line)) in read
            compared += 1
    assert compared > 5


def test_nothing_red_or_nothing_at_all_makes_papers_that_say_so(demo: Tables) -> None:
    whole = content(demo)
    rows = whole.assessment.indicators
    fine = set(rows.loc[rows["light"] == "met", "indicator"])
    assert fine
    for chosen in (fine, set[str]()):
        narrow = with_only(whole, chosen)
        headings = [close(b.text) for b in bulletin(narrow).body if isinstance(b, Heading)]
        letter = "".join(pages(made("pdf", narrow, paper="bulletin")))
        assert any("红灯" in heading for heading in headings)
        assert all(heading.replace("(", "（").replace(")", "）") in letter for heading in headings)
        assert "严重滞后。" not in letter
        read = "".join(pages(made("pdf", narrow, paper="register")))
        assert close(words("zh")("export-rows", count=str(len(chosen)))) in read
        assert close(words("zh")("export-about-sources")) in read


def test_a_paper_is_named_like_the_file_to_go_on_editing(demo: Tables) -> None:
    whole = content(demo, edition="E12")
    assert file_name("pdf", whole, "bulletin") == "演示数据_补短板_2019-06_督查通报_E12.pdf"
    assert file_name("pdf", whole, "register") == "演示数据_补短板_2019-06_台账_E12.pdf"
    assert file_name("pdf", whole, "deck") == file_name("pdf", whole)
