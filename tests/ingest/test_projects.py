"""The sheets of the project register come back: nothing lost, every fault told at its row."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from hengyang import store
from hengyang.charts.project_changes import register_changes
from hengyang.delivery import slipped
from hengyang.exports.template import rolled_template, template
from hengyang.ingest.difference import apply
from hengyang.ingest.examine import Examination, examine
from hengyang.labels import words
from hengyang.schema import DELIVERY_TABLES, Tables
from tests.ingest.forms import HEADER_ROW, Form

JUNE = date(2019, 6, 30)
TODAY = date(2019, 7, 20)
_SAYS_WHICH = ("项目编号", "年份", "资金来源", "入库关口", "审批事项", "节点序号")


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


@pytest.fixture(scope="module")
def sent(tables: Tables) -> Form:
    return Form(template(tables, JUNE, department="commerce", is_demo=True).content)


def received(sent: Form, tables: Tables, sheet: str, *changes: dict[str, Any]) -> Examination:
    """Rows of one sheet sent back changed (by their project), or added."""
    rows = []
    for change in changes:
        known = {name: change[name] for name in _SAYS_WHICH if name in change}
        rows.append({**sent.row(sheet, **known), **change})
    return examined_of(sent.sent_back({sheet: rows}), tables)


def examined_of(content: bytes, tables: Tables) -> Examination:
    return examine(content, "项目.xlsx", tables, department="commerce", period=JUNE, today=TODAY)


def codes(examined: Examination) -> set[str]:
    return {found.code for found in examined.checked.findings}


def test_a_template_sent_back_unchanged_changes_nothing(sent: Form, tables: Tables) -> None:
    examined = examined_of(sent.content, tables)
    assert not examined.checked.is_blocked
    assert examined.difference.is_empty


def test_a_new_project_and_its_report_become_rows_of_two_tables(sent: Form, tables: Tables) -> None:
    row = {"项目编号": "X-1", "项目名称": "新码头", "任务": "19", "区划": None}
    row.pop("区划")
    new = row | {
        "总投资(万元)": 1200,
        "推进阶段": "前期",
        "报告期": "2019-06",
        "计划开工": "2019年9月1日",
    }
    examined = received(sent, tables, "项目", new)
    assert not examined.checked.is_blocked, examined.checked.findings
    frames = examined.difference.frames
    added = frames["projects"].set_index("project").loc["X-1"]
    assert (added["name_zh"], added["total_investment_wanyuan"]) == ("新码头", 1200)
    assert added["is_simulated"]
    assert "X-1" in set(frames["project_reports"]["project"])


FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"总投资(万元)": -5}, "negative"),
    ({"县市区": "长沙市"}, "unknown_division"),
    ({"牵头部门": "市某某局"}, "unknown_department"),
    ({"计划开工": "2020年5月1日", "计划竣工": "2019年5月1日"}, "finish_before_start"),
    ({"推进阶段": "快完了"}, "unknown_choice"),
    ({"项目名称": "撤回"}, "withdrawal_reason"),
    ({"推进阶段": "前期", "实际开工": "2019年5月1日"}, "dates_contradict"),
    ({"推进阶段": "在建", "实际开工": "2020年5月1日"}, "dates_contradict"),
    ({"形象进度(%)": "很快"}, "type"),
    ({"形象进度(%)": 120}, "out_of_range"),
]


def test_each_fault_is_told_at_its_row_and_blocks(sent: Form, tables: Tables) -> None:
    mine = tables.projects[tables.projects["lead_department"] == "commerce"]["project"]
    cases = list(zip(mine, FAULTS, strict=False))
    assert len(cases) == len(FAULTS)
    changes = [{"项目编号": project, **change} for project, (change, _) in cases]
    examined = received(sent, tables, "项目", *changes)
    told = {(found.row, found.code) for found in examined.checked.findings}
    expected = {(row, code) for row, (_, (_, code)) in enumerate(cases, start=HEADER_ROW + 1)}
    assert expected <= told
    assert {row for row, _ in told} == {row for row, _ in expected}
    assert examined.checked.is_blocked


def test_a_finish_before_the_start_that_an_earlier_report_gave_is_a_fault(
    sent: Form, tables: Tables
) -> None:
    reports = tables.project_reports
    leads = tables.projects.set_index("project")["lead_department"]
    mine = reports[(reports["project"].map(leads) == "commerce") & reports["actual_start"].notna()]
    started = mine[mine["stage"] == "under_construction"].iloc[-1]
    day = started["actual_start"] - pd.Timedelta(days=40)
    done = {
        **{"项目编号": started["project"], "推进阶段": "竣工", "报告期": "2019-06"},
        **{"实际开工": None, "实际竣工": f"{day:%Y年%m月%d日}"},
    }
    found = received(sent, tables, "项目", done)
    assert "finish_before_start" in codes(found)
    assert found.checked.is_blocked


def test_a_stage_goes_back_only_with_a_reason(sent: Form, tables: Tables) -> None:
    reports = tables.project_reports
    leads = tables.projects.set_index("project")["lead_department"]
    mine = reports[reports["project"].map(leads) == "commerce"]
    started = mine[mine["stage"] == "under_construction"]["project"].iloc[-1]
    back = {"项目编号": started, "推进阶段": "前期", "报告期": "2019-06", "实际开工": None}
    assert "stage_backwards" in codes(received(sent, tables, "项目", back))
    told = received(sent, tables, "项目", back | {"更正原因": "误报"})
    assert "stage_backwards" not in codes(told)


def test_money_of_a_project_that_nobody_registered_is_refused_and_a_new_plan_is_a_change(
    sent: Form, tables: Tables
) -> None:
    row = {"年份": 2020, "资金来源": "贷款", "年度计划投资(万元)": 77}
    unknown = received(sent, tables, "项目投资", {"项目编号": "X-9", **row})
    assert "unknown_project" in codes(unknown)
    planned = received(sent, tables, "项目", {"项目编号": "X-9", "项目名称": "新仓", "任务": "19"})
    assert not planned.checked.is_blocked


def test_a_project_twice_is_a_duplicate(sent: Form, tables: Tables) -> None:
    first = sent.rows("项目")[0]
    examined = examined_of(sent.sent_back({"项目": [first, first]}), tables)
    assert "duplicate" in codes(examined)


PART_FAULTS: list[tuple[str, dict[str, Any], str]] = [
    ("项目投资", {"年份": 2020, "资金来源": "贷款", "年度计划投资(万元)": -3}, "negative"),
    (
        "项目投资",
        {"年份": 2020, "资金来源": "贷款", "年度计划投资(万元)": 3, "其中上年结转(万元)": 4},
        "carried_too_much",
    ),
    (
        "入库关口",
        {"入库关口": "储备", "通过日期": "2019-05-01", "由谁通过": None},
        "gate_incomplete",
    ),
    (
        "入库关口",
        {"入库关口": "推进", "通过日期": "2016-05-01", "由谁通过": "市政府"},
        "gate_order",
    ),
    (
        "入库关口",
        {"入库关口": "推进", "通过日期": "2019-09-01", "由谁通过": "市政府"},
        "future",
    ),
    ("入库关口", {"入库关口": "完成", "通过日期": "2019-05-01"}, "unknown_choice"),
    ("审批事项", {"审批事项": "施工许可", "批复日期": "2019-12-01"}, "future"),
    ("指标贡献", {"贡献指标": "不存在的指标", "贡献量": 3}, "unknown_indicator"),
    ("指标贡献", {"贡献指标": "T05-3", "贡献量": -3}, "negative"),
    ("指标贡献", {"贡献指标": "T05-3", "贡献量": 3, "计量单位": "万人"}, "unit"),
    ("指标贡献", {"项目编号": "X-404", "贡献指标": "T05-3", "贡献量": 3}, "unknown_project"),
    (
        "项目节点",
        {"节点序号": 90, "节点名称": "收尾", "节点计划日期": "2001-01-01"},
        "step_order",
    ),
]


def test_each_fault_of_a_part_of_a_project_is_told_at_its_row(sent: Form, tables: Tables) -> None:
    sheets: dict[str, list[dict[str, Any]]] = {}
    expected = set()
    for sheet, change, code in PART_FAULTS:
        rows = sheets.setdefault(sheet, sent.rows(sheet))
        rows.append({"项目编号": with_steps(tables), **change})
        expected.add((sheet, HEADER_ROW + len(rows), code))
    examined = examined_of(sent.sent_back(sheets), tables)
    told = {(found.sheet, found.row, found.code) for found in examined.checked.findings}
    assert expected <= told
    assert {place[:2] for place in expected} == set(examined.checked.faulty_rows)


def with_steps(tables: Tables) -> str:
    """A project of the department that has steps."""
    mine = tables.projects[tables.projects["lead_department"] == "commerce"]
    steps = tables.project_milestones["project"]
    return str(steps[steps.isin(mine["project"])].iloc[-1])


def test_a_faulty_day_leaves_the_published_step_that_others_are_held_against(
    sent: Form, tables: Tables
) -> None:
    project = with_steps(tables)
    steps = tables.project_milestones
    first, second = steps[steps["project"] == project]["position"].tolist()[:2]
    rows = (
        {"项目编号": project, "节点序号": int(first), "节点计划日期": "2030年1月1日"},
        {"项目编号": project, "节点序号": int(second), "节点计划日期": "2019年13月45日"},
    )
    assert {"step_order", "type"} <= set(codes(received(sent, tables, "项目节点", *rows)))


def test_a_faulty_amount_is_not_an_empty_one(sent: Form, tables: Tables) -> None:
    plans = tables.project_investments
    leads = tables.projects.set_index("project")["lead_department"]
    row = plans[plans["project"].map(leads) == "commerce"].iloc[-1]
    examined = received(
        sent,
        tables,
        "项目投资",
        {
            "项目编号": row["project"],
            "年份": int(row["year"]),
            "资金来源": words("zh")(f"funding-{row['funding']}"),
            "年度计划投资(万元)": -3,
        },
    )
    assert codes(examined) == {"negative"}


def test_what_is_planned_belongs_to_no_month(sent: Form, tables: Tables) -> None:
    project = with_steps(tables)
    last = tables.project_milestones.query("project == @project")["position"].max()
    row = {"项目编号": project, "节点序号": int(last), "节点计划日期": "2030年1月1日"}
    changed = received(sent, tables, "项目节点", row).difference.changed
    assert changed["reference_date"].tolist() == [None]


def test_parts_of_a_project_become_rows_of_their_tables(sent: Form, tables: Tables) -> None:
    parts: dict[str, dict[str, Any]] = {
        "项目": {"项目名称": "新港", "任务": "19"},
        "入库关口": {"入库关口": "储备", "通过日期": "2019-05-01", "由谁通过": "市发改委"},
        "审批事项": {
            "审批事项": "施工许可",
            "计划批复日期": "2019-09-01",
            "批复文号": "衡建〔2019〕1号",
        },
        "指标贡献": {"贡献指标": "T05-3", "贡献量": "5公里"},
        "项目节点": {"节点序号": 1, "节点名称": "开工", "节点计划日期": "2019-09-01"},
    }
    rows = {sheet: [{"项目编号": "X-2", **row}] for sheet, row in parts.items()}
    examined = examined_of(sent.sent_back(rows), tables)
    assert not examined.checked.is_blocked, examined.checked.findings
    frames = examined.difference.frames
    assert frames["project_gates"].iloc[0]["passed_by"] == "市发改委"
    assert frames["project_approvals"].iloc[0]["planned_on"] == pd.Timestamp(2019, 9, 1)
    assert frames["project_contributions"].iloc[0]["amount"] == 5
    assert frames["project_milestones"].iloc[0]["planned_on"] == pd.Timestamp(2019, 9, 1)
    subjects = set(examined.difference.added["subject"])
    assert {"X-2 · stored", "X-2 · construction_permit", "X-2 · T05-3", "X-2 · 1"} <= subjects


def test_a_day_in_digits_stays_that_day(sent: Form, tables: Tables) -> None:
    change = {"项目编号": with_steps(tables), "计划竣工": "2031-09-01"}
    changed = received(sent, tables, "项目", change).difference.frames["projects"]
    assert changed.iloc[0]["planned_finish"] == pd.Timestamp(2031, 9, 1)


def test_a_report_for_another_month_is_confirmed_once(sent: Form, tables: Tables) -> None:
    reports = tables.project_reports
    leads = tables.projects.set_index("project")["lead_department"]
    mine = reports[(reports["project"].map(leads) == "commerce")]
    mine = mine[(mine["reference_date"] == pd.Timestamp(JUNE)) & (mine["progress_pct"] < 60)]
    other = [
        {"项目编号": project, "报告期": "2019-05", "形象进度(%)": 77}
        for project in mine["project"].iloc[:2]
    ]
    found = received(sent, tables, "项目", *other).checked.findings
    assert [one.code for one in found].count("other_period") == 1


def test_another_departments_project_is_not_theirs_to_report(sent: Form, tables: Tables) -> None:
    others = tables.projects[tables.projects["lead_department"] != "commerce"]
    listed = tables.assignments[tables.assignments["department"] == "commerce"]["task"]
    foreign = others[~others["task"].isin(listed)]["project"].iloc[-1]
    examined = received(sent, tables, "项目", {"项目编号": foreign, "总投资(万元)": 987654})
    found = [one for one in examined.checked.findings if one.code == "not_yours"]
    assert [one.value for one in found if one.sheet == "项目"] == [foreign]
    assert examined.checked.is_blocked


def test_a_project_is_taken_back_with_everything_that_is_published_of_it(
    sent: Form, tables: Tables
) -> None:
    project = with_steps(tables)
    back = {"项目编号": project, "项目名称": "撤回", "更正原因": "重复登记"}
    examined = received(sent, tables, "项目", back)
    assert not examined.checked.is_blocked, examined.checked.findings
    after = apply(tables, examined.difference.frames, examined.difference.withdrawn)
    held = [one.name for one in DELIVERY_TABLES if project in set(tables[one.name]["project"])]
    assert {"projects", "project_reports", "project_gates", "project_milestones"} <= set(held)
    assert not any(project in set(after[name]["project"]) for name in held)


def test_what_other_registers_say_of_a_project_is_taken_back_with_it_and_named(
    sent: Form, tables: Tables
) -> None:
    leads = tables.projects.set_index("project")["lead_department"]
    listings = tables.project_listings
    mine = listings[listings["project"].map(leads) == "commerce"]
    project = mine["project"].iloc[0]
    back = {"项目编号": project, "项目名称": "撤回", "更正原因": "重复登记"}
    examined = received(sent, tables, "项目", back)
    told = [one for one in examined.checked.findings if one.code == "taken_back_along"]
    assert [one.severity for one in told] == ["warning"]
    for row in mine[mine["project"] == project].to_dict("records"):
        assert f"{row['year']}" in told[0].message("zh")
    assert "五年规划" in told[0].message("zh")
    assert not examined.checked.is_blocked
    after = apply(tables, examined.difference.frames, examined.difference.withdrawn)
    for name in ("project_listings", "green_channel_requests"):
        assert project not in set(after[name]["project"])
        assert len(after[name]) == (tables[name]["project"] != project).sum()


def test_a_new_project_is_told_with_the_light_that_it_starts_with(
    sent: Form, tables: Tables
) -> None:
    listed = tables.assignments
    task = int(listed[listed["department"] == "commerce"]["task"].iloc[0])
    number = f"X{task:02}-99"
    new = {"项目编号": number, "项目名称": "新市场", "任务": task, "牵头部门": "市商务局"}
    found = received(sent, tables, "项目", new).difference
    assert found.new_projects[["project", "light"]].values.tolist() == [[number, "not_reported"]]
    assert found.as_dict()["new_projects"] == [
        {"project": number, "name": "新市场", "light": "not_reported"}
    ]
    page = register_changes(found, tables, "zh", link)
    assert "新入库的项目(1 个)" in page
    assert "新市场" in page


def test_one_gate_is_taken_back_only_while_none_after_it_is_passed(
    sent: Form, tables: Tables
) -> None:
    gates = tables.project_gates
    leads = tables.projects.set_index("project")["lead_department"]
    mine = gates[gates["project"].map(leads) == "commerce"]
    full = mine[mine["gate"] == "advanced"]["project"].iloc[0]
    change = {"项目编号": full, "通过日期": "撤回", "更正原因": "误录"}
    first = received(sent, tables, "入库关口", {**change, "入库关口": "储备"})
    assert "gate_order" in codes(first)
    last = received(sent, tables, "入库关口", {**change, "入库关口": "推进"})
    assert not last.checked.is_blocked
    assert list(last.difference.withdrawn["project_gates"]["gate"]) == ["advanced"]


def test_the_lights_of_projects_and_the_coverage_that_a_file_turns_are_told(
    sent: Form, tables: Tables
) -> None:
    reports = tables.project_reports
    leads = tables.projects.set_index("project")["lead_department"]
    mine = reports[(reports["project"].map(leads) == "commerce")]
    mine = mine[mine["reference_date"] == pd.Timestamp(JUNE)]
    project = mine[mine["stage"] == "under_construction"]["project"].iloc[-1]
    done = {
        "项目编号": project,
        "推进阶段": "竣工",
        "报告期": "2019-06",
        "实际竣工": "2019年6月20日",
    }
    report = received(sent, tables, "项目", done).difference
    assert "会变的项目灯" in register_changes(report, tables, "zh", link)
    flips = report.project_flips
    turned = flips.set_index("kind").loc["progress"]
    assert (turned["project"], turned["light_after"]) == (project, "met")
    more = {"项目编号": project, "贡献指标": "T05-3", "贡献量": 5000}
    found = received(sent, tables, "指标贡献", more).difference
    changed = found.coverage_changes.set_index("indicator").loc["T05-3"]
    assert changed["total_after"] - changed["total_before"] == 5000
    assert changed["is_covered"]
    told = found.as_dict()["coverage"][0]
    assert (told["indicator"], told["total_after"]) == ("T05-3", changed["total_after"])
    assert "项目支撑目标的变化(1 项)" in register_changes(found, tables, "zh", link)


def test_the_plan_rolled_forward_comes_back_as_a_proposal_that_marks_what_slipped(
    tables: Tables,
) -> None:
    given: dict[str, Any] = {"department": "commerce", "is_demo": True}
    rolled = rolled_template(tables, JUNE, 2020, **given).content
    examined = examined_of(rolled, tables)
    assert not examined.checked.is_blocked, examined.checked.findings
    frames = examined.difference.frames
    assert set(frames) == {"project_investments"}
    assert set(frames["project_investments"]["reason"]) == {"结转 2019 年未完成投资"}
    after = apply(tables, frames, {})
    moved = slipped(after, JUNE, tables)
    assert moved["carried_wanyuan"].sum() == frames["project_investments"]["carried_wanyuan"].sum()
    assert set(moved["year"]) == {2019}
    again = rolled_template(after, JUNE, 2020, **given).content
    assert examined_of(again, after).difference.is_empty


def link(page: str, **parameters: object) -> str:
    return f"{page}?{parameters}"
