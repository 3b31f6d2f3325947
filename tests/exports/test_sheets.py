"""Documents as PDF: searchable, embedded, stamped on every sheet, and a plain sentence where they cannot be made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from markupsafe import Markup
from PIL import Image

from hengyang.errors import PdfNotPossible
from hengyang.exports import Stamp, sheets
from hengyang.labels import words
from tests.conftest import needs_pdf

QUOTE = "到2020年,全市力争建成地下综合管廊50公里。"
STAMP = Stamp("补短板方案<1>", "征求意见稿", date(2019, 5, 31), 24, is_demo=True, language="zh")


def texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as paper:
        return [sheet.get_textpage().get_text_range() for sheet in paper]


@needs_pdf
def test_text_is_found_verbatim_and_every_sheet_says_what_it_is_from() -> None:
    rows = Markup("").join(Markup("<tr><td>第{}行{}</td></tr>").format(n, QUOTE) for n in range(90))
    table = Markup(
        "<table class='reg'><thead><tr><th><button>表头</button></th></tr></thead>{}</table>"
    )
    pdf = sheets.pdf(sheets.document("发现", "", [table.format(rows)]), title="发现", stamp=STAMP)
    found = texts(pdf)
    assert len(found) > 1
    for number, sheet in enumerate(found, start=1):
        margins = (
            "补短板方案<1>(征求意见稿)",
            "演示数据",
            "截至2019年5月31日",
            "版本 24",
            f"第 {number} 页,共 {len(found)} 页",
        )
        assert [part for part in (*margins, "表头") if part not in sheet] == []
    assert sum(sheet.count(QUOTE) for sheet in found) == 90
    assert pdf == sheets.pdf(
        sheets.document("发现", "", [table.format(rows)]), title="发现", stamp=STAMP
    )


@needs_pdf
def test_fonts_travel_with_the_file() -> None:
    pdf = sheets.pdf(sheets.document(QUOTE, "Latin", []), title="", stamp=STAMP)
    with pypdfium2.PdfDocument(pdf) as paper:
        fonts = [
            one.get_font()
            for one in paper[0].get_objects()
            if one.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT
        ]
        assert len(fonts) > 2
        assert all(font.is_embedded for font in fonts)


@needs_pdf
def test_a_document_reads_no_file_and_asks_no_server(tmp_path: Path) -> None:
    picture = tmp_path / "dot.png"
    Image.new("RGB", (20, 20), "red").save(picture)
    body = Markup('<img src="{}" width="50"><img src="http://192.0.2.1/a.png"><p>还在</p>')
    pdf = sheets.pdf(body.format(picture.as_uri()), title="", stamp=STAMP)
    assert "还在" in texts(pdf)[0]
    with pypdfium2.PdfDocument(pdf) as paper:
        kinds = {one.type for one in paper[0].get_objects()}
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds


def test_drawings_get_the_light_colours_and_lose_what_only_a_screen_can_do() -> None:
    body = Markup(
        '<a href="task?task=5"><svg><path stroke="var(--light-met)"/></svg></a><a href="https://x.cn">源</a>'
    )
    plain = sheets._plain(body)
    assert "#1b6ca8" in plain
    assert "task?task" not in plain
    assert 'href="https://x.cn"' in plain


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    sheets.missing.cache_clear()
    yield monkeypatch
    sheets.missing.cache_clear()


@pytest.mark.parametrize("lack", ["pango", "font"])
def test_without_pango_or_a_chinese_font_one_sentence_says_so(bare_machine, lack) -> None:
    if lack == "pango":
        bare_machine.setattr(sheets.ctypes.util, "find_library", lambda name: None)
    else:
        bare_machine.setattr(sheets.ctypes.util, "find_library", lambda name: name)
        bare_machine.setattr(sheets, "_has_chinese_font", lambda: False)
    with pytest.raises(PdfNotPossible) as told:
        sheets.pdf(Markup(""), title="", stamp=STAMP)
    for language in ("zh", "en"):
        sentence = words(language)(told.value.key)
        assert ("libpango" if lack == "pango" else "fonts-noto-cjk") in sentence
        assert "\n" not in sentence


def test_the_name_of_a_file_says_what_it_holds() -> None:
    assert sheets.file_name(STAMP, "总 览/1") == "演示数据_补短板_总-览-1_2019-05_r24.pdf"
