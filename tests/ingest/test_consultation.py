"""The sheets of the consultation come back: nothing lost, every fault told at its row, nobody else's hand in it."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from hengyang import store
from hengyang.exports.template import template
from hengyang.ingest.examine import Examination, examine
from hengyang.schema import Tables
from tests.ingest.forms import Form

JUNE = date(2019, 6, 30)
TODAY = date(2019, 7, 20)
REPLIES, PROPOSALS = "征求意见反馈", "修改意见"
DRAFTER = "development_and_reform"


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


@pytest.fixture(scope="module")
def sent(tables: Tables) -> Form:
    return Form(template(tables, JUNE, department=DRAFTER, is_demo=True).content)


def received(
    sent: Form,
    tables: Tables,
    sheet: str,
    *changes: tuple[str, dict[str, Any]],
    department: str = DRAFTER,
) -> Examination:
    """The two sheets sent back, with rows changed (by their number) or added."""
    rows = {name: sent.rows(name) for name in (REPLIES, PROPOSALS)}
    number_of = next(iter(rows[sheet][0]))
    seen: set[str] = set()
    for number, change in changes:
        mine = [row for row in rows[sheet] if row[number_of] == number and number not in seen]
        seen.add(number)
        if mine:
            mine[0].update(change)
        else:
            rows[sheet].append({number_of: number, **change})
    content = sent.sent_back(rows)
    return examine(content, "意见.xlsx", tables, department=department, period=JUNE, today=TODAY)


def codes(examined: Examination) -> list[str]:
    return [found.code for found in examined.checked.findings]


def test_the_sheets_sent_back_untouched_change_nothing(sent: Form, tables: Tables) -> None:
    examined = received(sent, tables, REPLIES)
    assert {found.table for found in examined.recognised} == {
        "consultation_replies",
        "consultation_proposals",
    }
    assert codes(examined) == []
    assert examined.difference.is_empty


def test_a_reply_and_its_decided_proposal_become_rows(sent: Form, tables: Tables) -> None:
    new = {
        "征求对象": "市人防办",
        "反馈类型": "提出意见",
        "反馈日期": "2017年9月29日",
        "公章": "已盖章",
    }
    examined = received(sent, tables, REPLIES, ("R99", new))
    assert codes(examined) == []
    row = examined.difference.frames["consultation_replies"].iloc[0]
    assert (row["respondent"], row["kind"], row["stamp"]) == (
        *("civil_air_defence", "proposals", "stamped"),
    )
    assert row["is_simulated"]
    decided = {"处理意见": "采纳", "处理日期": "2017年10月30日", "处理理由": "合理"}
    change = ("R9-1", decided)
    found = received(sent, tables, PROPOSALS, change).difference.frames["consultation_proposals"]
    assert found["decision"].tolist() == ["accepted"]
    assert found["old_zh"].tolist() == ["全市新建快速干线约160公里"]


@pytest.mark.parametrize(
    ("number", "change", "code"),
    [
        ("R1", {"征求对象": "衡阳日报社"}, "unknown_respondent"),
        ("R1", {"反馈日期": "2017年9月17日"}, "reply_too_early"),
        ("R1", {"反馈日期": "2019年8月1日"}, "future"),
        ("R19", {"反馈日期": "2017年9月25日"}, "checked_too_early"),
        ("R15", {"撤回的反馈": "R77"}, "unknown_reply"),
        ("R15", {"撤回的反馈": None}, "row_incomplete"),
        ("R1", {"反馈类型": "同意"}, "unknown_choice"),
        ("R1x", {"反馈类型": "无意见"}, "unknown_reply"),
        ("R10", {"反馈单位名称": None}, "row_incomplete"),
    ],
)
def test_a_fault_of_a_reply_is_told(
    sent: Form, tables: Tables, number: str, change: dict[str, Any], code: str
) -> None:
    examined = received(sent, tables, REPLIES, (number, change))
    assert code in codes(examined)
    assert not examined.may_be_submitted


@pytest.mark.parametrize(
    ("number", "change", "code"),
    [
        ("R9-1", {"条款": "二(二)99"}, "unknown_clause"),
        ("R9-1", {"原文摘录": "全市新建快速路约160公里"}, "not_verbatim"),
        ("R9-1", {"原文摘录": "建设"}, "not_unique"),
        ("R9-1", {"处理意见": "采纳", "处理日期": "2017年10月1日"}, "decision_reason"),
        ("R9-1", {"处理意见": "采纳", "处理理由": "合理", "处理日期": "2017年9月1日"},
         "decided_too_early"),
        ("R9-1", {"处理意见": "部分采纳", "处理理由": "合理", "处理日期": "2017年10月1日"},
         "decided_text"),
        ("R77-1", {"条款": "一", "原文摘录": "30项"}, "unknown_reply"),
        ("R3-1", {"处理意见": "采纳"}, "two_decisions"),
    ],
)  # fmt: skip
def test_a_fault_of_a_proposal_is_told(
    sent: Form, tables: Tables, number: str, change: dict[str, Any], code: str
) -> None:
    examined = received(sent, tables, PROPOSALS, (number, change))
    assert code in codes(examined)
    assert not examined.may_be_submitted


def test_a_decision_may_be_corrected_with_a_reason_but_not_taken_twice(
    sent: Form, tables: Tables
) -> None:
    accepted = {"处理意见": "采纳", "更正原因": "复核后采纳"}
    assert codes(received(sent, tables, PROPOSALS, ("R3-1", accepted))) == []
    same = {"条款": "二(二)5", "原文摘录": "全市力争建成地下综合管廊50公里", "处理意见": "采纳",
            "处理理由": "x", "处理日期": "2017年10月12日"}  # fmt: skip
    twice = received(sent, tables, PROPOSALS, ("R3-1", {}), ("R3-1", same))
    assert codes(twice) == ["two_decisions"]


def test_a_wrong_row_is_taken_back_but_not_from_under_others(sent: Form, tables: Tables) -> None:
    why = {"更正原因": "登记有误"}
    gone = {"原文摘录": "撤回"}
    assert codes(received(sent, tables, PROPOSALS, ("R9-1", gone))) == ["withdrawal_reason"]
    examined = received(sent, tables, PROPOSALS, ("R9-1", {**gone, **why}))
    assert codes(examined) == []
    assert examined.difference.withdrawn["consultation_proposals"]["proposal"].tolist() == ["R9-1"]
    lone = received(sent, tables, REPLIES, ("R1", {"反馈日期": "撤回", **why}))
    assert codes(lone) == []
    assert lone.difference.withdrawn["consultation_replies"]["reply"].tolist() == ["R1"]
    named = codes(received(sent, tables, REPLIES, ("R9", {"反馈日期": "撤回", **why})))
    assert "still_named" in named


def test_only_whoever_asked_keeps_the_register(sent: Form, tables: Tables) -> None:
    other = received(sent, tables, REPLIES, ("R1", {"公章": "未盖章"}), department="education")
    assert "not_yours" in codes(other)
    assert not other.may_be_submitted
    own = openpyxl.load_workbook(
        BytesIO(template(tables, JUNE, department="education", is_demo=True).content)
    )
    assert REPLIES not in own.sheetnames
