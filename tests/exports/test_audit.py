"""The audit log as people keep it."""

import csv
from io import StringIO

import pytest

from hengyang import exports, history
from hengyang.schema import LANGUAGES
from tests.history.builders import DAY, ever_released, observation, releases, tables


def exported(language="zh", *, is_demo=True, **columns):
    frame = releases("2019-06-08T02:30:00", "2019-07-08T02:30:00", **columns)
    rows = {"observations": ever_released((1, observation(1.0)), (2, observation(2.0)))}
    log = history.audit(frame, history.brought(rows))
    stamp = exports.Stamp.of(tables(2), DAY, is_demo=is_demo, language=language)
    return exports.audit_csv(log, stamp), stamp


def rows_of(content):
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_log_opens_in_excel_with_one_row_an_event_the_newest_first():
    content, _ = exported()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = rows_of(content)
    assert [row["版本"] for row in rows] == ["2", "1"]
    assert rows[0]["时刻(北京时间)"] == "2019-07-08 10:30:00"
    assert rows[0]["更正(格)"] == "1"
    assert rows[0]["行数:填报值"] == "1"
    assert rows[0]["文件名"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_nothing_in_the_log_is_a_formula(start):
    content, _ = exported(
        reason=[f"{start}1+1"] * 2,
        actor=[f"{start}cmd"] * 2,
        file_name=[f"{start}x.xls"] * 2,
        file_sha256=["a" * 64] * 2,
    )
    rows = rows_of(content)
    assert len(rows) == 2
    for row in rows:
        assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())
        assert row["为什么"].startswith("'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_simulated_releases_stay_marked(language):
    content, stamp = exported(language)
    mark = {"zh": "演示数据", "en": "Demo data"}[language]
    assert all(mark in row.values() for row in rows_of(content))
    assert exports.audit_file_name(stamp).startswith(mark.split()[0])
    real, stamp = exported(language, is_demo=False)
    assert mark not in real.decode("utf-8-sig")
    assert exports.audit_file_name(stamp).endswith("_r2.csv")
