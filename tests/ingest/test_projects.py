"""The sheets of the project register come back: nothing lost, every fault told at its row."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pandas as pd
import pytest

from hengyang import store
from hengyang.exports import template_projects
from hengyang.exports.template import template
from hengyang.ingest import project_sheets
from hengyang.ingest.examine import Examination, examine
from hengyang.schema import Tables

JUNE = date(2019, 6, 30)
TODAY = date(2019, 7, 20)


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


@pytest.fixture(scope="module")
def sent(tables: Tables) -> bytes:
    return template(tables, JUNE, department="commerce", is_demo=True).content


def received(sent: bytes, tables: Tables, sheet: str, *changes: dict[str, Any]) -> Examination:
    """The template sent back with rows changed (by their project) or added."""
    book = openpyxl.load_workbook(BytesIO(sent))
    page = book[sheet]
    heads = {str(cell.value): cell.column for cell in page[4]}
    for change in changes:
        number = change["项目编号"]
        at = next(
            (row for row in range(5, page.max_row + 1) if page.cell(row, 1).value == number),
            page.max_row + 1,
        )
        for heading, value in change.items():
            page.cell(at, heads[heading]).value = value
    buffer = BytesIO()
    book.save(buffer)
    return examine(
        buffer.getvalue(), "项目.xlsx", tables, department="commerce", period=JUNE, today=TODAY
    )


def codes(examined: Examination) -> set[str]:
    return {found.code for found in examined.checked.findings}


def test_the_columns_that_go_out_are_those_that_are_read() -> None:
    assert template_projects.PROJECT_COLUMNS == project_sheets.PROJECT_COLUMNS
    assert template_projects.MONEY_COLUMNS == project_sheets.MONEY_COLUMNS


def test_a_template_sent_back_unchanged_changes_nothing(sent: bytes, tables: Tables) -> None:
    examined = received(sent, tables, "项目")
    assert not examined.checked.is_blocked
    assert examined.difference.is_empty


def test_a_new_project_and_its_report_become_rows_of_two_tables(
    sent: bytes, tables: Tables
) -> None:
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


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"总投资(万元)": -5}, "negative"),
        ({"县市区": "长沙市"}, "unknown_division"),
        ({"牵头部门": "市某某局"}, "unknown_department"),
        ({"计划开工": "2020年5月1日", "计划竣工": "2019年5月1日"}, "finish_before_start"),
        ({"推进阶段": "快完了"}, "unknown_choice"),
        ({"推进阶段": "前期", "实际开工": "2019年5月1日"}, "dates_contradict"),
        ({"推进阶段": "在建", "实际开工": "2020年5月1日"}, "dates_contradict"),
        ({"形象进度(%)": "很快"}, "type"),
        ({"形象进度(%)": 120}, "out_of_range"),
    ],
)
def test_a_fault_is_told_at_its_row_and_blocks(
    sent: bytes, tables: Tables, change: dict[str, Any], code: str
) -> None:
    examined = received(sent, tables, "项目", {"项目编号": "N19-01", **change})
    assert code in codes(examined)
    assert examined.checked.is_blocked
    assert all(found.row for found in examined.checked.findings if found.code == code)


def test_a_finish_before_the_start_that_an_earlier_report_gave_is_a_fault(
    sent: bytes, tables: Tables
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


def test_a_stage_goes_back_only_with_a_reason(sent: bytes, tables: Tables) -> None:
    reports = tables.project_reports
    leads = tables.projects.set_index("project")["lead_department"]
    mine = reports[reports["project"].map(leads) == "commerce"]
    started = mine[mine["stage"] == "under_construction"]["project"].iloc[-1]
    back = {"项目编号": started, "推进阶段": "前期", "报告期": "2019-06", "实际开工": None}
    assert "stage_backwards" in codes(received(sent, tables, "项目", back))
    told = received(sent, tables, "项目", back | {"更正原因": "误报"})
    assert "stage_backwards" not in codes(told)


def test_money_of_a_project_that_nobody_registered_is_refused_and_a_new_plan_is_a_change(
    sent: bytes, tables: Tables
) -> None:
    row = {"年份": 2020, "资金来源": "贷款", "年度计划投资(万元)": 77}
    unknown = received(sent, tables, "项目投资", {"项目编号": "X-9", **row})
    assert "unknown_project" in codes(unknown)
    planned = received(sent, tables, "项目", {"项目编号": "X-9", "项目名称": "新仓", "任务": "19"})
    assert not planned.checked.is_blocked


def test_a_project_twice_is_a_duplicate(sent: bytes, tables: Tables) -> None:
    book = openpyxl.load_workbook(BytesIO(sent))
    page = book["项目"]
    page.append([cell.value for cell in page[5]])
    buffer = BytesIO()
    book.save(buffer)
    examined = examine(
        buffer.getvalue(), "x.xlsx", tables, department="commerce", period=JUNE, today=TODAY
    )
    assert "duplicate" in codes(examined)
