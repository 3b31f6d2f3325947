"""The register as files that people keep: stamped, text as text, numbers as numbers."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from xml.etree import ElementTree

import pandas as pd
import pytest

from hengyang import exports, progress, store
from hengyang.exports import Stamp
from hengyang.exports.register import headings
from hengyang.labels import words
from hengyang.schema import LANGUAGES

HOSTILE = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")']
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module", params=["demo", "official"])
def case(request, store_url):
    """A workspace with its assessment on its last day."""
    tables = store.open_store(store_url, request.param).read()
    as_of = progress.default_as_of(tables)
    return SimpleNamespace(
        tables=tables,
        assessment=progress.assess(tables, as_of),
        as_of=as_of,
        is_demo=request.param == "demo",
    )


def stamp_of(case, language="zh") -> Stamp:
    return Stamp.of(case.tables, case.as_of, is_demo=case.is_demo, language=language)


def plain_stamp(**changes) -> Stamp:
    stamp = Stamp("方案", "征求意见稿", date(2019, 5, 31), 7, True, "zh")
    return replace(stamp, **changes)


def one_row(**values) -> pd.DataFrame:
    """A register of one sound row with some cells replaced."""
    row = {
        "indicator": "T05-3", "task": 5, "task_name": "任务", "name": "综合管廊", "department": "市住建局",
        "commitment": "", "light": "滞后", "actual": 15.0, "target": 50.0, "unit": "公里",
        "attainment_pct": 30.0, "expected_pct": 51.7, "gap_points": -21.7, "margin": None,
        "needed_per_month": 0.8, "best_per_month": 1.2, "reference_date": pd.Timestamp(2019, 5, 31),
        "is_stale": "", "flags": "", "quote_zh": "50公里",
    }  # fmt: skip
    return pd.DataFrame([{**row, **values}])


def read_csv(data: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(data), encoding="utf-8-sig", dtype={"indicator": str})


def cells(data: bytes) -> list[dict[str, tuple[str, str, str]]]:
    """Each row of the only sheet: column letter → (type, text or number as written, number format)."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        shared = [
            "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        styles = ElementTree.fromstring(book.read("xl/styles.xml"))
        formats = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(f"{_MAIN}numFmt")}
        used = [x.get("numFmtId") for x in styles.find(f"{_MAIN}cellXfs")]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{_MAIN}f"))  # no formula anywhere
    rows = []
    for row in sheet.iter(f"{_MAIN}row"):
        found = {}
        for cell in row:
            value = cell.find(f"{_MAIN}v")
            text = "" if value is None else value.text or ""
            kind = cell.get("t", "n")
            style = used[int(cell.get("s", "0"))]
            letters = re.match("[A-Z]+", cell.get("r")).group()
            found[letters] = (
                kind,
                shared[int(text)] if kind == "s" else text,
                formats.get(style, style),
            )
        rows.append(found)
    return rows


def column_letter(name: str) -> str:
    return "ABCDEFGHIJKLMNOPQRST"[list(one_row().columns).index(name)]


def test_the_csv_opens_as_chinese_and_reads_back_equal(case):
    frame = exports.register(case.assessment, case.tables, "zh")
    data = exports.csv_bytes(frame, stamp_of(case))
    assert data.startswith(b"\xef\xbb\xbf")
    back = read_csv(data).rename(columns={v: k for k, v in headings(frame, "zh").items()})
    assert back["indicator"].tolist() == frame["indicator"].tolist()
    for name in ("actual", "target", "attainment_pct", "gap_points", "margin"):
        pd.testing.assert_series_equal(
            back[name].astype("float64"), frame[name].astype("float64"), check_names=False
        )
    assert back["name"].tolist() == frame["name"].tolist()
    assert back["quote_zh"].tolist() == frame["quote_zh"].tolist()


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_files_say_what_they_hold(case, language):
    stamp = stamp_of(case, language)
    frame = exports.register(case.assessment, case.tables, language)
    say = words(language)
    nature = say("export-demo" if case.is_demo else "export-official")
    row = read_csv(exports.csv_bytes(frame, stamp)).iloc[0].astype(str).tolist()
    written = cells(exports.xlsx_bytes(frame, stamp))
    on_top = f"{written[0]['A'][1]} {written[1]['A'][1]}"
    for fact in (nature, stamp.status, case.as_of.isoformat(), str(stamp.release), "v1"):
        assert fact in row
        assert fact in on_top
    assert ("征求意见稿" in row) == (language == "zh")
    for kind in ("csv", "xlsx"):
        name = exports.file_name(stamp, kind)
        assert (say("export-demo").replace(" ", "-") in name) == case.is_demo
        assert f"{case.as_of:%Y-%m}" in name
        assert name.endswith("." + kind)
        assert not re.search(r'[\\/:*?"<>| ]', name)


def test_the_file_name_says_that_the_plan_is_a_draft():
    assert "征求意见稿" in exports.file_name(plain_stamp(), "csv")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_like_a_formula_stays_text(text):
    frame = one_row(name=text, quote_zh=text, flags=text)
    stamp = plain_stamp()
    for cell in ("指标", "原文", "说明"):
        value = read_csv(exports.csv_bytes(frame, stamp)).loc[0, cell]
        assert value.startswith("'")
    last = cells(exports.xlsx_bytes(frame, stamp))[-1]
    for name in ("name", "quote_zh", "flags"):
        kind, written, _ = last[column_letter(name)]
        assert kind == "s"
        assert written.replace("_x000D_", "\r").strip() == text.strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_stamp_stays_text(text):
    stamp = plain_stamp(plan=text)
    assert read_csv(exports.csv_bytes(one_row(), stamp)).loc[0, "方案"].startswith("'")
    assert not re.search(r'[\s\\/:*?"<>|]', exports.file_name(plain_stamp(status=text), "csv"))
    cells(exports.xlsx_bytes(one_row(), stamp))


def test_what_was_not_reported_stays_empty(case):
    frame = exports.register(case.assessment, case.tables, "zh")
    missing = frame["actual"].isna()
    assert missing.any()
    back = read_csv(exports.csv_bytes(frame, stamp_of(case)))
    assert back.loc[missing, ["完成值", "目标实现度(%)", "数值日期"]].isna().all(axis=None)
    rows = cells(exports.xlsx_bytes(frame, stamp_of(case)))[-len(frame) :]
    for row, is_missing in zip(rows, missing, strict=True):
        written = row.get(column_letter("actual"), ("n", "", ""))[1]
        assert (written == "") == is_missing


@pytest.mark.parametrize(
    ("attainment", "shown"),
    [(99.96, 99.9), (99.999999, 99.9), (100.0, 100.0), (30.0, 30.0), (0.3, 0.3), (-0.04, -0.1)],
)
def test_attainment_is_rounded_down_so_that_nearly_done_is_never_done(case, attainment, shown):
    indicators = case.assessment.indicators.copy()
    indicators["attainment_pct"] = attainment
    changed = replace(case.assessment, indicators=indicators)
    frame = exports.register(changed, case.tables, "zh")
    assert frame["attainment_pct"].unique() == pytest.approx([shown])
    last = cells(exports.xlsx_bytes(frame, stamp_of(case)))[-1][column_letter("attainment_pct")]
    assert float(last[1]) == pytest.approx(shown)
    assert last[2] == "0.0"  # as many decimals as the number has: the format rounds nothing up


def test_numbers_are_numbers_with_formats_and_days_are_days():
    row = cells(exports.xlsx_bytes(one_row(), plain_stamp()))[-1]
    for name, number in (("actual", 15), ("target", 50), ("gap_points", -21.7), ("task", 5)):
        kind, written, _ = row[column_letter(name)]
        assert kind == "n"
        assert float(written) == number
    assert row[column_letter("gap_points")][2] == "+0.0;-0.0;0.0"
    assert row[column_letter("actual")][2] in ("0", "General")
    kind, written, number_format = row[column_letter("reference_date")]
    assert (kind, number_format) == ("n", "yyyy-mm-dd")
    assert pd.Timestamp("1899-12-30") + pd.Timedelta(days=float(written)) == pd.Timestamp(
        2019, 5, 31
    )


def test_an_empty_register_is_a_file_with_headings(case):
    nothing = progress.only(case.assessment, set())
    frame = exports.register(nothing, case.tables, "zh")
    stamp = stamp_of(case)
    assert len(read_csv(exports.csv_bytes(frame, stamp))) == 0
    assert cells(exports.xlsx_bytes(frame, stamp))[-1]["A"][1] == words("zh")(
        "export-column-indicator"
    )
