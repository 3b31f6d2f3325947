"""Whatever surrounds and disfigures a table, its values come out with their row, their column and their meaning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import pandas as pd
import pytest

from hengyang.errors import UploadRejected
from hengyang.ingest.names import MOST_GUESSES
from hengyang.ingest.reading import read
from hengyang.ingest.recognise import Recognised, recognise
from hengyang.ingest.values import ENTRY_COLUMNS
from hengyang.plan import load_plan
from tests.ingest import received
from tests.ingest.received import LONG, WIDE, Rows

JUNE = date(2018, 6, 30)
TUNNEL = "全市建成地下综合管廊里程(力争)"


@cache
def plan() -> dict[str, pd.DataFrame]:
    return load_plan()


def only(
    rows: Rows, *, name: str = "台账.xlsx", period: date | None = None, **how: Any
) -> Recognised:
    (found,) = recognise(read(received.xlsx(rows, **how), name), plan(), period=period)
    return found


def values(found: Recognised) -> list[tuple[Any, ...]]:
    """row, column, subject, date, value of each entry, in their order."""
    entries = found.entries
    return [
        (row, column, subject, day, None if value != value else value)
        for row, column, subject, day, value in zip(
            entries["row"],
            entries["column"],
            entries["subject"],
            entries["reference_date"],
            entries["value"],
            strict=True,
        )
    ]


def entry(found: Recognised, position: int = 0) -> dict[str, Any]:
    return {str(name): value for name, value in found.entries.iloc[position].items()}


def long(*rows: Sequence[Any]) -> Rows:
    return (LONG[0], *rows)


def test_a_long_register_gives_one_entry_a_row() -> None:
    found = only(LONG)
    assert (found.table, found.layout, found.header_row) == ("observations", "long", 1)
    assert tuple(found.entries.columns) == ENTRY_COLUMNS
    assert values(found) == [
        (2, "C", "T05-3", JUNE, 12.5),
        (3, "C", "T09-1", JUNE, 91.5),
        (4, "C", "T14-1", JUNE, 32600),
    ]
    assert entry(found)["department"] == "housing_and_urban_rural"
    assert entry(found)["note"] == "按图"
    assert found.columns["value"] == "完成值"
    assert found.column_letters["value"] == "C"


def test_a_wide_register_gives_one_entry_a_period() -> None:
    found = only(WIDE)
    assert found.layout == "wide"
    assert values(found) == [
        (2, "C", "T05-3", date(2018, 3, 31), 8),
        (2, "D", "T05-3", JUNE, 12.5),
        (3, "C", "T14-1", date(2018, 3, 31), 32610),
        (3, "D", "T14-1", JUNE, 32600),
    ]
    assert entry(found)["value_unit"] == "公里"


def test_titles_units_blanks_totals_and_footers_are_skipped_and_said_so() -> None:
    found = only(
        (
            ("2018年补短板指标台账",),
            ("填报单位:市住建局",),
            (),
            ("单位：公里",),
            (None, "指标名称", "2018年6月"),
            (None, "一、协调发展"),
            (),
            (None, TUNNEL, 12.5),
            (None, "小计", 12.5),
            (None, "合 计", 12.5),
            (),
            (None, "注：数据为初步统计。"),
            (None, "资料来源", "市住建局"),
        )
    )
    assert values(found) == [(8, "C", "T05-3", JUNE, 12.5)]
    assert found.header_row == 5
    assert found.unit_row == "公里"
    assert entry(found)["value_unit"] == "公里"
    assert entry(found)["department"] == "housing_and_urban_rural"
    assert dict(found.skipped) == {
        1: "title", 2: "title", 3: "blank", 4: "unit", 6: "title", 7: "blank",
        9: "total", 10: "total", 11: "blank", 12: "note", 13: "note",
    }  # fmt: skip


def test_an_indicator_whose_name_says_total_is_no_total() -> None:
    name = "建成国家级、省级工程(技术)研究中心、工程重点实验室数量(合计)"
    assert values(only(long((name, "2018.6", 30))))[0][2] == "T02-2"


def test_a_heading_of_two_merged_rows() -> None:
    found = only(
        (
            ("指标完成情况表", None, None, None),
            ("指标名称", "计量单位", "2018年", None),
            (None, None, "3月", "6月"),
            (TUNNEL, "公里", 8, 12.5),
        ),
        merged=("A1:D1", "A2:A3", "B2:B3", "C2:D2"),
    )
    assert found.header_row == 3
    assert [claim[3] for claim in values(found)] == [date(2018, 3, 31), JUNE]
    assert entry(found)["heading"] == "2018年 3月"


def test_the_year_over_the_months_goes_before_the_year_in_the_title() -> None:
    found = only(
        (
            ("2019年3月报送", None, None),
            ("指标名称", "2018年", None),
            (None, "3月", "6月"),
            (TUNNEL, 8, 12.5),
        ),
        merged=("A1:C1", "A2:A3"),
    )
    assert [claim[3] for claim in values(found)] == [date(2018, 3, 31), JUNE]


@pytest.mark.parametrize("merged", [("A1:A2", "B1:C1", "D1:E1"), ()])
@pytest.mark.parametrize(("beside", "counted"), [("当月", "累计"), ("计划", "完成")])
def test_of_the_columns_under_a_month_the_one_that_counts_is_read(
    merged: tuple[str, ...], beside: str, counted: str
) -> None:
    rows = [
        ("指标名称", "2018年5月", None, "2018年6月", None),
        (None, beside, counted, beside, counted),
        ("全市建成地下综合管廊里程(力争)", 0.5, 12, 0.4, 12.4),
    ]
    found = only(rows, merged=merged)
    assert (found.layout, found.header_row) == ("wide", 2)
    assert list(found.entries["value"]) == [12, 12.4]
    assert [str(day) for day in found.entries["reference_date"]] == ["2018-05-31", "2018-06-30"]


def test_a_heading_of_three_rows() -> None:
    found = only(
        (
            ("指标", "完成情况", None, None, None),
            (None, "2018年", None, "2019年", None),
            (None, "上半年", "全年", "上半年", "全年"),
            (TUNNEL, 1, 2, 3, 4),
        ),
        merged=("A1:A3", "B1:E1", "B2:C2", "D2:E2"),
    )
    assert found.header_row == 3
    assert [claim[3:] for claim in values(found)] == [
        (JUNE, 1), (date(2018, 12, 31), 2), (date(2019, 6, 30), 3), (date(2019, 12, 31), 4),
    ]  # fmt: skip


def test_headings_may_be_dates_serials_and_months_of_the_titles_year() -> None:
    rows = (("2018年台账",), ("指标", date(2018, 3, 1), 43281, "9月完成值"), (TUNNEL, 1, 2, 3))
    assert [claim[3] for claim in values(only(rows))] == [
        date(2018, 3, 31), JUNE, date(2018, 9, 30),
    ]  # fmt: skip


def test_october_as_a_number_is_told_by_its_neighbours() -> None:
    rows = (("指标", 2018.8, 2018.9, 2018.1, 2018.11), (TUNNEL, 1, 2, 3, 4))
    assert [claim[3].month for claim in values(only(rows))] == [8, 9, 10, 11]
    lone = only(long((TUNNEL, 2018.1, 3)))
    assert entry(lone)["reference_date"] is None
    chosen = only(long((TUNNEL, 2018.1, 3)), period=date(2018, 10, 31))
    assert entry(chosen)["reference_date"] == date(2018, 10, 31)


def test_columns_may_be_divisions() -> None:
    found = only((("2018年6月",), ("指标", "全市", "衡南县", "耒阳"), (TUNNEL, 12, 3, 1)))
    assert found.entries["division"].tolist() == ["430400", "430422", "430481"]
    assert set(found.entries["reference_date"]) == {JUNE}


@pytest.mark.parametrize("empty", ["—", "/", "无", "NA", "", None, "\u3000"])
def test_what_is_not_reported_is_no_zero(empty: str | None) -> None:
    found = entry(only(long((TUNNEL, "2018.6", empty, "公里", "市住建局", "x"))))
    assert found["is_not_reported"]
    assert found["value"] != found["value"]


def test_a_formula_without_a_value_is_neither_a_value_nor_not_reported() -> None:
    found = entry(only(long((TUNNEL, "2018.6", "=1+1"))))
    assert found["is_formula_without_value"]
    assert not found["is_not_reported"]


def test_invisible_and_full_width_characters_do_not_matter() -> None:
    rows = (
        ("\u3000指　标\u00a0", "期\u200b间", "完成值", "单 位"),
        ("全市建成　地下综合管廊里程（力争）", "２０１８年６月", "１，２３４．５", "公里"),
        ("中心城区\u200b污水处理率", "2018.6", "９５％", None),
    )
    assert [claim[2:] for claim in values(only(rows))] == [
        ("T05-3", JUNE, 1234.5),
        ("T09-1", JUNE, 95),
    ]


@pytest.mark.parametrize(
    ("cell", "row_unit", "value", "unit"),
    [
        ("16平方米", None, 16, "平方米"), ("2.5万人", None, 2.5, "万人"), ("3.25万公顷", "公顷", 3.25, "万公顷"),
        ("3.25万", "公顷", 3.25, "万公顷"), ("3.25万", "万公顷", 3.25, "万公顷"), (3.25, "万公顷", 3.25, "万公顷"), (5, None, 5, None),
    ],
)  # fmt: skip
def test_a_figures_unit_is_its_own_before_its_rows(
    cell: Any, row_unit: str | None, value: float, unit: str | None
) -> None:
    found = entry(only(long(("湿地保有量", "2018.6", cell, row_unit))))
    assert (found["value"], found["value_unit"]) == (value, unit)


def test_the_heading_may_carry_the_unit() -> None:
    found = entry(only((("指标", "期间", "完成值(万亩)"), ("完成治理污染耕地面积", "2018.6", 12))))
    assert found["value_unit"] == "万亩"


def test_hedges_stand_beside_the_value() -> None:
    found = only(long((TUNNEL, "2018.6", "约16公里"), ("中心城区污水处理率", "2018.6", "95%以上")))
    assert found.entries["is_approximate"].tolist() == [True, False]
    assert found.entries["is_at_least"].tolist() == [False, True]


def test_a_nearly_right_name_is_suggested_and_never_taken() -> None:
    found = entry(only(long(("中心城区污水处里率", "2018.6", 91))))
    assert found["subject"] is None
    assert found["suggestion"] == "T09-1"
    assert found["similarity"] > 80


def test_a_name_like_none_is_suggested_nothing() -> None:
    found = entry(only(long((TUNNEL, "2018.6", 1), ("天气预报", "2018.6", 91))), 1)
    assert (found["subject"], found["suggestion"]) == (None, None)


@pytest.mark.parametrize(
    "spelling",
    ["T05-3", "t5-3", "T05-3 管廊", "3.全市建成地下综合管廊里程（力争）", "全市建成地下综合管廊里程", "（1）全市建成地下综合管廊里程"],
)  # fmt: skip
def test_an_indicator_is_known_by_its_number_and_by_its_name(spelling: str) -> None:
    assert entry(only(long((spelling, "2018.6", 1))))["subject"] == "T05-3"


def test_the_number_decides_and_the_name_is_kept_beside_it() -> None:
    rows = (("编号", "指标", "期间", "完成值"), ("T05-3", "中心城区污水处理率", "2018.6", 1))
    found = entry(only(rows))
    assert (found["subject"], found["id_text"]) == ("T05-3", "T05-3")
    assert found["subject_text"] == "中心城区污水处理率"


@pytest.mark.parametrize(
    ("spelling", "department"),
    [
        ("市住建局", "housing_and_urban_rural"), ("衡阳市住建局", "housing_and_urban_rural"), ("住建局", "housing_and_urban_rural"),
        ("市发展和改革委员会", "development_and_reform"), ("市住建局、市发改委", None), ("气象局", None),
    ],
)  # fmt: skip
def test_departments_are_known_by_every_alias(spelling: str, department: str | None) -> None:
    found = entry(only(long((TUNNEL, "2018.6", 1, None, spelling))))
    assert (found["department"], found["department_text"]) == (department, spelling)


def test_divisions_are_known_and_an_unknown_one_is_not_the_city() -> None:
    rows = (("指标", "县市区", "期间", "完成值"), *((TUNNEL, name, "2018.6", 1) for name in
        (None, "全市", "衡阳", "衡阳县", "南岳区", "南岳", "430422", "长沙市")))  # fmt: skip
    assert only(rows).entries["division"].tolist() == [
        "430400", "430400", "430400", "430421", "430412", "430412", "430422", None,
    ]  # fmt: skip


def test_a_name_standing_once_for_its_divisions_goes_on_down() -> None:
    rows = (
        ("指标", "县市区", "期间", "完成值"),
        (TUNNEL, "衡南县", "2018.6", 1),
        (None, "衡山县", "2018.6", 2),
        (None, None, None, 3),
    )
    assert only(rows).entries["subject"].tolist() == ["T05-3", "T05-3", None]


RATES = ("中心城区污水处理率", "县城污水处理率", "建制镇污水处理率")


def test_a_column_of_fractions_is_told_from_a_column_of_percentages() -> None:
    fractions = only(long(*((name, "2018.6", 0.7) for name in RATES)))
    assert fractions.percent_as == "fraction"
    assert fractions.entries["value"].tolist() == [0.7, 0.7, 0.7]
    percentages = only(long(*((name, "2018.6", 70) for name in RATES), (TUNNEL, "2018.6", 0.5)))
    assert percentages.percent_as == "percent"
    assert percentages.entries["percent_as"].tolist() == ["percent"] * 3 + [None]


def test_the_scale_of_percentages_is_decided_for_each_column() -> None:
    found = only((("指标", "2018.3", "2018.6"), *((name, 0.7, 71) for name in RATES)))
    assert found.entries["percent_as"].tolist() == ["fraction", "percent"] * 3


def test_a_percent_sign_needs_no_decision() -> None:
    found = only(long((RATES[0], "2018.6", "0.7%"), (RATES[1], "2018.6", "70％")))
    assert found.percent_as is None


def test_milestones_and_narratives_are_recognised() -> None:
    rows = (
        ("里程碑", "阶段", "佐证材料", "下一阶段时间"),
        ("建成市图书馆", "在建", "施工许可证", "2018年9月"),
        ("T30-M1", "已竣工", None, None),
    )
    found = only(rows, period=JUNE)
    assert found.table == "milestone_reports"
    assert found.entries["subject"].tolist() == ["T30-M2", "T30-M1"]
    assert found.entries["stage"].tolist() == ["implementing", "done"]
    assert entry(found)["evidence"] == "施工许可证"
    assert entry(found)["next_stage_due"] == date(2018, 9, 30)
    told = only((("任务", "情况说明"), (1, "进展顺利"), ("企业研发平台", "有序推进")), period=JUNE)
    assert told.table == "narratives"
    assert told.entries["subject"].tolist() == ["1", "2"]
    assert told.entries["value_text"].tolist() == ["进展顺利", "有序推进"]


def test_baselines_and_annual_targets_are_tables_of_their_own() -> None:
    baseline = only((("指标", "基期值", "时间"), (TUNNEL, 3, "2016年")))
    assert (baseline.table, entry(baseline)["value"]) == ("baselines", 3)
    annual = only((("指标", "2018年目标", "2019年目标"), (TUNNEL, 10, 30)))
    assert annual.table == "path_points"
    assert [claim[3:] for claim in values(annual)] == [
        (date(2018, 12, 31), 10), (date(2019, 12, 31), 30),
    ]  # fmt: skip


def test_the_plans_own_figures_beside_reported_ones_are_no_reports() -> None:
    found = only((("指标", "目标值", "基期值", "2018年目标", "2018年6月"), (TUNNEL, 50, 0, 10, 3)))
    assert values(found) == [(2, "E", "T05-3", JUNE, 3)]
    assert entry(found)["target_text"] == "50"


@pytest.mark.parametrize(
    "how", ["chosen", "title", "label", "sheet", "file", "chinese"]
)  # fmt: skip
def test_the_period_comes_from_wherever_the_file_says_it(how: str) -> None:
    table = (("指标", "完成值"), (TUNNEL, 3))
    above = {
        "title": (("衡阳市补短板指标(2018年6月)",),), "label": (("报告期：2018年6月",),),
        "chinese": (("二〇一八年六月报表",),),
    }.get(how, ())  # fmt: skip
    sheet = "2018年6月" if how == "sheet" else "台账"
    content = received.xlsx((sheet, (*above, *table)))
    (found,) = recognise(
        read(content, "台账2018-06.xlsx" if how == "file" else "台账.xlsx"),
        plan(),
        period=JUNE if how == "chosen" else None,
    )
    assert values(found)[0][3] == JUNE


def test_a_file_that_names_no_period_has_none() -> None:
    assert values(only((("指标", "完成值"), (TUNNEL, 3))))[0][3] is None


def test_every_sheet_with_a_table_is_recognised() -> None:
    content = received.xlsx(
        ("说明", [("填表说明",), ("请如实填报",)]),
        ("三月", [("指标", "2018年3月"), (TUNNEL, 1)]),
        ("六月", [("指标", "2018年6月"), (TUNNEL, 2)]),
    )
    found = recognise(read(content, "a.xlsx"), plan())
    assert [recognised.sheet for recognised in found] == ["三月", "六月"]


def test_two_sheets_that_claim_the_same_value_are_refused() -> None:
    content = received.xlsx(("甲", LONG), ("乙", long((TUNNEL, "2018.6", 13))))
    with pytest.raises(UploadRejected) as caught:
        recognise(read(content, "a.xlsx"), plan())
    assert caught.value.key == "rejected-two-sheets"
    assert caught.value.arguments == {"first": "甲", "second": "乙", "subject": "T05-3"}


def test_a_hidden_copy_claims_nothing() -> None:
    content = received.xlsx(("甲", LONG), ("乙", LONG), hidden=("乙",))
    assert len(recognise(read(content, "a.xlsx"), plan())) == 1


@pytest.mark.parametrize(
    "rows", [[("甲", "乙"), (1, 2)], [("姓名", "电话"), ("张三", "123")], [("指标", "备注"), (TUNNEL, "x")]]
)  # fmt: skip
def test_a_sheet_without_a_known_table_is_refused(rows: Rows) -> None:
    with pytest.raises(UploadRejected) as caught:
        recognise(read(received.xlsx(rows), "a.xlsx"), plan())
    assert caught.value.key == "rejected-no-table"


def test_a_template_says_what_it_was_made_from() -> None:
    stamp = (
        ("workspace", "demo"), ("release", 7), ("period", "2018-06"), ("department", "市住建局"), ("template_version", "1"),
    )  # fmt: skip
    table = (("编号", "指标", "计量单位", "目标", "完成值"), ("T05-3", TUNNEL, "公里", 50, 3))
    content = received.xlsx(("指标", table), ("_补短板", stamp), hidden=("_补短板",))
    (found,) = recognise(read(content, "a.xlsx"), plan(), period=date(2019, 1, 31))
    assert found.made_from_release == 7
    assert values(found) == [(2, "E", "T05-3", JUNE, 3)]
    assert entry(found)["department"] == "housing_and_urban_rural"
    assert found.stamp is not None
    assert found.stamp.workspace == "demo"


def test_a_heading_repeated_on_each_printed_page_is_no_value() -> None:
    found = only((*LONG, LONG[0], *LONG[1:2]))
    assert dict(found.skipped) == {5: "heading"}
    assert found.entries["row"].tolist() == [2, 3, 4, 6]


def test_rows_after_a_footer_are_still_read() -> None:
    found = only((*LONG[:2], ("注:甲",), LONG[2]))
    assert found.entries["row"].tolist() == [2, 4]


def test_an_error_of_a_formula_is_not_taken_for_an_empty_cell() -> None:
    found = entry(only(long((TUNNEL, "2018.6", "#DIV/0!"))))
    assert found["value_text"] == "#DIV/0!"
    assert not found["is_not_reported"]


def test_one_figure_merged_over_two_indicators_is_reported_for_the_first_only() -> None:
    rows = long((TUNNEL, "2018.6", 12), ("湿地保有量", "2018.6", None))
    found = only(rows, merged=("C2:C3",))
    assert [claim[4] for claim in values(found)] == [12, None]
    assert found.entries["is_not_reported"].tolist() == [False, True]


@pytest.mark.parametrize(
    ("year", "month"), [(2018, 6), ("2018年", "6月"), ("2018", "06"), ("2018年度", "2018年6月")]
)
def test_year_and_month_may_stand_in_two_columns(year: Any, month: Any) -> None:
    found = only((("指标", "年份", "月份", "完成值"), (TUNNEL, year, month, 1)))
    assert values(found)[0][3] == JUNE


def test_a_year_or_a_month_alone_is_the_period() -> None:
    assert values(only((("指标", "年度", "完成值"), (TUNNEL, 2018, 1))))[0][3] == date(2018, 12, 31)
    assert values(only((("2018年",), ("指标", "月份", "完成值"), (TUNNEL, "6月", 1))))[0][3] == JUNE


def test_of_two_value_columns_the_cumulative_one_is_taken() -> None:
    found = only((("指标", "期间", "本月完成", "累计完成(公里)"), (TUNNEL, "2018.6", 1, 12)))
    assert values(found) == [(2, "D", "T05-3", JUNE, 12)]
    assert entry(found)["value_unit"] == "公里"


def test_a_unit_at_the_end_of_a_name_is_the_figures_unit() -> None:
    found = entry(only(long(("湿地保有量（万公顷）", "2018.6", 3.25))))
    assert (found["subject"], found["value_unit"]) == ("T14-1", "万公顷")
    other = entry(only(long(("中心城区污水处理率(县城)", "2018.6", 91))))
    assert other["subject"] is None


def test_a_part_of_a_name_is_suggested_the_whole() -> None:
    found = entry(only(long((TUNNEL, "2018.6", 1), ("地下综合管廊", "2018.6", 1))), 1)
    assert (found["subject"], found["suggestion"]) == (None, "T05-3")


def test_thousands_of_unknown_names_do_not_hold_anybody_up() -> None:
    rows = [(f"另一份台账的第{row}项", "2018.6", row) for row in range(MOST_GUESSES + 20)]
    found = only(long((TUNNEL, "2018.6", 1), *rows))
    assert found.entries["subject"].notna().sum() == 1
    assert found.entries["suggestion"].tail(20).isna().all()


def test_how_it_went_beside_indicators_is_a_column_of_figures() -> None:
    found = only((("指标", "完成情况"), (TUNNEL, "12.5公里")), period=JUNE)
    assert found.table == "observations"
    assert values(found) == [(2, "B", "T05-3", JUNE, 12.5)]


def test_two_tables_in_one_sheet_are_both_recognised() -> None:
    rows = (
        ("2018年6月台账",),
        ("指标", "完成值", "期间"),
        (TUNNEL, 12, "2018.6"),
        ("指标", "完成值", "期间"),
        ("湿地保有量", "=1+1", "2018.6"),
        (),
        ("二、里程碑", None, None),
        ("里程碑", "阶段", "期间"),
        ("建成市图书馆", "在建", "2018.6"),
    )
    found = recognise(read(received.xlsx(rows), "a.xlsx"), plan())
    assert [(one.table, one.header_row) for one in found] == [
        ("observations", 2), ("milestone_reports", 8),
    ]  # fmt: skip
    assert found[0].entries["row"].tolist() == [3, 5]
    assert found[0].entries["is_formula_without_value"].tolist() == [False, True]
    assert found[1].entries["row"].tolist() == [9]
    assert dict(found[1].skipped) == {6: "blank", 7: "title"}
