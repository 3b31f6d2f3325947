"""The workbook that goes out: what stands in it, what may be changed, what it says about itself."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pandas as pd
import pytest

from hengyang import store
from hengyang.errors import DataMissing
from hengyang.exports.template import HIDDEN_SHEET, template
from hengyang.ingest.headings import role_of
from hengyang.ingest.vocabulary import vocabulary
from hengyang.labels import LANGUAGES, words
from hengyang.schema import Stage, Tables

JUNE = date(2019, 6, 30)
_ROLES = {"due", "stage", "evidence", "next_stage_due", "reason", "note", "narrative", "value", "period",
          "id", "subject", "milestone", "task", "department", "division", "unit", "target"}  # fmt: skip


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


def opened(tables: Tables, **changed: Any) -> Any:
    sent = template(tables, JUNE, **{"is_demo": True, **changed})
    return openpyxl.load_workbook(BytesIO(sent.content))


@pytest.fixture(scope="module")
def whole(tables: Tables) -> Any:
    """The form of the whole plan, for tests that only look at it."""
    return opened(tables)


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    table = list(sheet.iter_rows(min_row=4, values_only=True))
    return [dict(zip(table[0], row, strict=True)) for row in table[1:]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_is_one_that_reading_knows(language: Any) -> None:
    for role in _ROLES:
        assert role_of(words(language)(f"template-column-{role}")) == role


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stages_offered_and_the_hidden_sheet_are_those_that_reading_knows(
    language: Any,
) -> None:
    say = words(language)
    for stage in Stage:
        assert say(f"stage-{stage.value}") in vocabulary()["stages"][stage.value]
    assert vocabulary()["template"]["hidden_sheet"] == HIDDEN_SHEET


def test_a_department_gets_the_indicators_of_the_tasks_it_is_listed_first_for(
    tables: Tables,
) -> None:
    rows = rows_of(opened(tables, department="science_and_technology")["指标"])
    lead = tables.assignments[tables.assignments["role"] == "lead"]
    tasks = lead.loc[lead["department"] == "science_and_technology", "task"]
    mine = tables.indicators[tables.indicators["task"].isin(tasks)]
    assert [row["编号"] for row in rows] == mine["indicator"].tolist()


def test_what_is_published_stands_in_the_cells(whole: Any) -> None:
    rows = rows_of(whole["指标"])
    city = {row["编号"]: row for row in rows if row["县市区"] == "衡阳市"}
    assert city["T05-3"]["完成值"] == 15.6
    assert (city["T05-3"]["计量单位"], city["T05-3"]["目标值"]) == ("公里", 50)
    assert city["T05-3"]["报告期"] == "2019-06"
    assert {row["报送频次"] for row in rows} == {"每月", "每季", "每年", None}


def test_the_form_says_which_rows_are_due_this_month(tables: Tables, whole: Any) -> None:
    given = rows_of(whole["指标"])
    due = [(row["编号"], row["县市区"]) for row in given if row["本期应报"] == "应报"]
    by_frequency = {row["编号"]: row["报送频次"] for row in given}
    # one report each, of the whole city, though the parts of T31-1 have rows of their own
    assert ("T31-1", "衡阳市") in due
    assert sorted(due) == sorted(
        (name, "衡阳市") for name, often in by_frequency.items() if often in ("每月", "每季")
    )
    may = template(tables, date(2019, 5, 31), language="en", is_demo=True)
    rows = rows_of(openpyxl.load_workbook(BytesIO(may.content))["Indicators"])
    assert {row["Reporting frequency"] for row in rows if row["Due this month"] == "due"} == {
        "monthly"
    }


def test_a_breakdown_has_a_row_for_each_division(whole: Any) -> None:
    rows = rows_of(whole["指标"])
    assert sum(row["编号"] == "T31-1" for row in rows) == 13
    assert sum(row["编号"] == "T05-3" for row in rows) == 1


def test_only_what_is_reported_can_be_changed(whole: Any) -> None:
    book = whole
    for sheet, to_fill in (
        ("指标", {"完成值", "更正原因", "备注"}),
        ("里程碑", {"阶段", "佐证材料", "下一阶段计划时间", "更正原因", "备注"}),
        ("情况说明", {"情况说明"}),
    ):
        page = book[sheet]
        assert page.protection.sheet
        assert not page.protection.password
        free = {
            head.value
            for head, cell in zip(page[4], page[5], strict=True)
            if not cell.protection.locked
        }
        assert free == to_fill


def test_a_milestone_offers_its_own_stages_only(whole: Any) -> None:
    page = whole["里程碑"]
    offered = {
        str(rule.sqref): rule.formula1
        for rule in page.data_validations.dataValidation
        if rule.type == "list"
    }
    rows = rows_of(page)
    at = next(number for number, row in enumerate(rows, start=5) if row["编号"] == "T15-M1")
    mine = next(source for cells, source in offered.items() if f"F{at}" in cells.split())
    assert mine == '"遵守,违反"'


def test_the_hidden_sheet_says_what_it_was_made_from(tables: Tables) -> None:
    page = opened(tables, department="civil_affairs")["_补短板"]
    said = dict(page.iter_rows(values_only=True))
    assert page.sheet_state == "veryHidden"
    assert said["workspace"] == "demo"
    assert said["release"] == str(tables.release)
    assert (said["period"], said["department"]) == ("2019-06", "civil_affairs")


def test_text_that_begins_like_a_formula_stays_text(tables: Tables) -> None:
    texts = ["=1+1", "+1", "-1", "@SUM(A1)", "https://a.b"]
    narratives = tables.narratives.copy()
    in_june = narratives["reference_date"] == pd.Timestamp(JUNE)
    narratives.loc[in_june, "text_zh"] = [texts[i % 5] for i in range(in_june.sum())]
    changed = Tables(tables.workspace, tables.release, {**tables.frames, "narratives": narratives})
    cells = [cell for cell in opened(changed)["情况说明"]["E"] if cell.value in texts]
    assert {cell.value for cell in cells} == set(texts)
    assert all(cell.data_type == "s" and cell.hyperlink is None for cell in cells)


def test_the_name_says_that_a_file_is_of_the_demo(tables: Tables) -> None:
    sent = template(tables, JUNE, department="civil_affairs", is_demo=True)
    assert sent.file_name == f"演示数据_补短板填报_市民政局_2019-06_r{tables.release}.xlsx"
    assert "演示" not in template(tables, JUNE, is_demo=False).file_name


def test_the_whole_month_is_meant_by_any_of_its_days(tables: Tables) -> None:
    day = template(tables, date(2019, 6, 3), is_demo=True)
    assert "2019-06" in day.file_name


def test_an_unknown_department_gets_none(tables: Tables) -> None:
    with pytest.raises(DataMissing):
        template(tables, JUNE, department="nobody", is_demo=True)
