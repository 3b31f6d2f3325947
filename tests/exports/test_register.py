"""The register as a CSV that people keep: stamped, text as text, numbers as numbers."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from hengyang import exports, progress, store
from hengyang.exports import Stamp
from hengyang.exports.register import headings
from hengyang.labels import words
from hengyang.schema import LANGUAGES

HOSTILE = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")']


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
def test_the_csv_says_what_it_holds(case, language):
    stamp = stamp_of(case, language)
    frame = exports.register(case.assessment, case.tables, language)
    say = words(language)
    nature = say("export-demo" if case.is_demo else "export-official")
    row = read_csv(exports.csv_bytes(frame, stamp)).iloc[0].astype(str).tolist()
    for fact in (nature, stamp.status, case.as_of.isoformat(), str(stamp.release), "v1"):
        assert fact in row
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


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_stamp_stays_text(text):
    stamp = plain_stamp(plan=text)
    assert read_csv(exports.csv_bytes(one_row(), stamp)).loc[0, "方案"].startswith("'")
    assert not re.search(r'[\s\\/:*?"<>|]', exports.file_name(plain_stamp(status=text), "csv"))


def test_what_was_not_reported_stays_empty(case):
    frame = exports.register(case.assessment, case.tables, "zh")
    missing = frame["actual"].isna()
    assert missing.any()
    back = read_csv(exports.csv_bytes(frame, stamp_of(case)))
    assert back.loc[missing, ["完成值", "目标实现度(%)", "数值日期"]].isna().all(axis=None)


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


def test_an_empty_register_is_a_file_with_headings(case):
    nothing = progress.only(case.assessment, set())
    frame = exports.register(nothing, case.tables, "zh")
    stamp = stamp_of(case)
    assert len(read_csv(exports.csv_bytes(frame, stamp))) == 0
