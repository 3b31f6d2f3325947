"""The sheets of the safeguards come back: nothing lost, every fault told at its row, nobody else's hand in it."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from hengyang import delivery, store
from hengyang.exports.template import template
from hengyang.ingest.difference import apply
from hengyang.ingest.examine import Examination, examine
from hengyang.schema import Tables
from tests.ingest.forms import Form

JUNE = date(2019, 6, 30)
TODAY = date(2019, 7, 20)
REPORTS, GREEN, LISTINGS = "保障措施", "绿色通道", "入库与计划衔接"
KEEPER = "development_and_reform"
#: published in the demo: asked on 2019-03-13, granted on 2019-03-22
REQUEST = {"项目编号": "N30-04", "审批事项": "用地审批", "申请日期": "2019年3月13日"}
LISTING = {"项目编号": "N30-08", "何处在列": "年度计划", "年份": 2019}


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


@pytest.fixture(scope="module")
def sent(tables: Tables) -> Form:
    return Form(template(tables, JUNE, department=KEEPER, is_demo=True).content)


def received(
    sent: Form, tables: Tables, sheet: str, *rows: dict[str, Any], department: str = KEEPER
) -> Examination:
    """One sheet sent back with the rows given instead of its own; none: as it went out."""
    content = sent.sent_back({sheet: rows or None})
    return examine(content, "保障.xlsx", tables, department=department, period=JUNE, today=TODAY)


def codes(examined: Examination) -> list[str]:
    return [found.code for found in examined.checked.findings]


def report(commitment: str, stage: str | None, **more: Any) -> dict[str, Any]:
    return {"承诺编号": commitment, "报告期": "2019-06", "阶段": stage, **more}


def request(**more: Any) -> dict[str, Any]:
    return {**REQUEST, "项目编号": "N30-05", **more}


@pytest.mark.parametrize("sheet", [REPORTS, GREEN, LISTINGS])
def test_a_sheet_sent_back_untouched_changes_nothing(
    sent: Form, tables: Tables, sheet: str
) -> None:
    examined = received(sent, tables, sheet)
    assert len(examined.recognised) == 1
    assert codes(examined) == []
    assert examined.difference.is_empty


def test_an_english_form_is_read_like_the_chinese_one(tables: Tables) -> None:
    sent = Form(template(tables, JUNE, department=KEEPER, language="en", is_demo=True).content)
    examined = received(
        sent, tables, "Safeguards",
        {"Commitment number": "S2-4", "Period": "2019-06", "Stage": "Implementing"},
    )  # fmt: skip
    assert codes(examined) == []
    assert examined.difference.frames["safeguard_reports"]["stage"].tolist() == ["implementing"]


def test_what_is_reported_changes_what_the_page_says(sent: Form, tables: Tables) -> None:
    done = report("S2-4", "完成", 佐证材料="衡发改〔2019〕1号")
    asked = request(申请日期="2019年6月3日", 办理部门="市国土资源局")
    listed = {**LISTING, "何处在列": "国家重大项目库", "编码": "x-1", "入列日期": "2019年6月2日"}
    for sheet, row in ((REPORTS, done), (GREEN, asked), (LISTINGS, listed)):
        examined = received(sent, tables, sheet, row)
        assert codes(examined) == []
        tables = apply(tables, examined.difference.frames, examined.difference.withdrawn)
        if sheet == REPORTS:
            turned = examined.difference.commitment_flips
            assert turned[["commitment", "light_after"]].values.tolist() == [["S2-4", "met"]]
            assert examined.difference.as_dict()["commitment_flips"][0]["to"] == "met"
    lights = delivery.commitment_lights(tables, JUNE).set_index("milestone")
    assert lights.at["S2-4", "stage"] == "done"
    requests = delivery.green_channel(tables, JUNE)
    assert (requests["is_open"] & (requests["project"] == "N30-05")).sum() == 1
    listings = delivery.project_listings(tables, JUNE).set_index("project")
    assert listings.at["N30-08", "national_store"] == "x-1"


def test_a_wrong_row_is_taken_back_with_a_reason(sent: Form, tables: Tables) -> None:
    wrong = {
        REPORTS: {"承诺编号": "S2-5", "报告期": "2019-06", "阶段": "撤回"},
        GREEN: {**REQUEST, "办理结果": "撤回"},
        LISTINGS: {**LISTING, "入列日期": "撤回"},
    }
    for sheet, row in wrong.items():
        assert codes(received(sent, tables, sheet, row)) == ["withdrawal_reason"]
        examined = received(sent, tables, sheet, {**row, "更正原因": "登记有误"})
        assert codes(examined) == []
        (withdrawn,) = examined.difference.withdrawn.values()
        assert len(withdrawn) == 1
        assert not examined.difference.frames
    nothing = {**REQUEST, "申请日期": "2019年3月14日", "办理结果": "撤回", "更正原因": "x"}
    assert codes(received(sent, tables, GREEN, nothing)) == ["nothing_to_withdraw"]


@pytest.mark.parametrize(
    ("sheet", "rows", "found"),
    [
        (REPORTS, [report("S4-1", "实施")], [("unknown_commitment", "A")]),
        (REPORTS, [report("S2-4", "遵守")], [("not_a_stage", "E")]),
        (REPORTS, [report("S1-3", "实施")], [("not_a_stage", "E")]),
        (REPORTS, [report("S2-4", "完成")], [("evidence_missing", "F")]),
        (REPORTS, [report("S2-4", None, 佐证材料="x")], [("row_incomplete", "E")]),
        (REPORTS, [report("S2-4", "实施", 下一阶段计划时间="尽快")], [("type", "G")]),
        (REPORTS, [report("S2-5", None)], [("emptied", "E")]),
        (REPORTS, [report("S2-4", "实施", 报告期="2019-08")], [("future", "D")]),
        (REPORTS, [report("S2-4", "实施"), report("S2-4", "审批")], [("duplicate", "A")]),
        (REPORTS, [report("S1-4", "验收")], [("not_yours", "A")]),
        (GREEN, [request(项目编号="N99-99")], [("unknown_project", "A")]),
        (GREEN, [request(审批事项="环保")], [("unknown_choice", "C")]),
        (GREEN, [request(申请日期="上个月")], [("type", "D")]),
        (GREEN, [request(办理部门="市某局")], [("unknown_department", "E")]),
        (GREEN, [request(办结日期="2019年3月1日", 办理结果="同意")], [("answered_too_early", "F")]),
        (GREEN, [request(办理结果="同意")], [("row_incomplete", "F")]),
        (LISTINGS, [{**LISTING, "年份": None}], [("row_incomplete", "D")]),
        (LISTINGS, [{**LISTING, "何处在列": "国家重大项目库", "入列日期": "2018年6月2日"}],
         [("listed_in_another_year", "F")]),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_row_and_column(
    sent: Form, tables: Tables, sheet: str, rows: list[dict[str, Any]], found: list[Any]
) -> None:
    examined = received(sent, tables, sheet, *rows)
    last = 4 + len(rows)
    told = [(one.code, one.column, one.row) for one in examined.checked.findings]
    assert told == [(*one, last) for one in found]
    assert "emptied" in codes(examined) or not examined.may_be_submitted


def test_each_register_has_its_keepers(sent: Form, tables: Tables) -> None:
    """Whoever is asked may answer; nobody gives themselves a request by writing their own name in."""
    answered = {**REQUEST, "办理部门": "市国土资源局", "办结日期": "2019年3月25日", "办理结果": "同意"}  # fmt: skip
    assert codes(received(sent, tables, GREEN, answered, department="land_and_resources")) == []
    own = request(办理部门="市教育局")
    assert codes(received(sent, tables, GREEN, own, department="education")) == ["not_yours"]
    book = template(tables, JUNE, department="supervision_office", is_demo=True).content
    names = openpyxl.load_workbook(BytesIO(book)).sheetnames
    assert REPORTS in names
