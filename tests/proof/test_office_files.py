"""Files opened by LibreOffice, where it is installed: sums worked out anew, a bulletin of several pages, all headed."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from hengyang import store
from hengyang.exports.bulletin import docx_bytes
from hengyang.exports.workbook import xlsx_bytes
from hengyang.labels import words
from hengyang.schema import LANGUAGES, Language
from tests.exports.contents import content

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")


def converted(path: Path, kind: str) -> Path:
    out = path.parent / "out"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{path.parent}/profile", "--headless",
         "--convert-to", kind, "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return out / f"{path.stem}.{kind}"


def without_values(package: bytes) -> bytes:
    """The workbook with every formula's value taken away, so that whoever opens it must work it out."""
    made = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/"):
                part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", part)
            new.writestr(name, part)
    return made.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sum_worked_out_anew_is_the_one_that_was_written(
    store_url: str, tmp_path: Path, language: Language
) -> None:
    data = xlsx_bytes(
        content(store.open_store(store_url, "demo").read(), language=language), lambda _share: None
    )
    bare = tmp_path / "bare.xlsx"
    bare.write_bytes(without_values(data))
    written = openpyxl.load_workbook(BytesIO(data), data_only=True)
    anew = openpyxl.load_workbook(converted(bare, "xlsx"), data_only=True)
    formulas = openpyxl.load_workbook(BytesIO(data))
    compared = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    before = written[sheet.title][cell.coordinate].value
                    after = anew[sheet.title][cell.coordinate].value
                    assert (after or 0) == pytest.approx(before or 0), (
                        sheet.title,
                        cell.coordinate,
                    )
                    compared += 1
    assert compared > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bulletin_is_headed_and_numbered_on_every_page(
    store_url: str, tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "bulletin.docx"
    whole = content(store.open_store(store_url, "demo").read(), language=language)
    path.write_bytes(docx_bytes(whole, lambda _share: None))
    text = subprocess.run(
        ["pdftotext", "-layout", str(converted(path, "pdf")), "-"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    pages = text.split("\f")[:-1]
    assert len(pages) > 10
    demo = words(language)("export-demo")
    for number, page in enumerate(pages, start=1):
        assert demo in page
        assert f"—{number}—" in re.sub(r"\s", "", page)
        assert "\ufffd" not in page
