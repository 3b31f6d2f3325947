"""The register as a workbook, opened again by openpyxl: the numbers of `status`, words for what is missing, live sums."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from hengyang import progress, store
from hengyang.exports.content import Content
from hengyang.exports.light_words import light_words
from hengyang.exports.workbook import xlsx_bytes
from hengyang.labels import words
from hengyang.schema import LANGUAGES, Language, Light, Tables
from tests.exports.contents import content, renamed, told_by_status, with_only

HOSTILE = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", "https://a.b", "12"]


@pytest.fixture(scope="module")
def demo(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


@pytest.fixture(scope="module")
def official(store_url: str) -> Tables:
    return store.open_store(store_url, "official").read()


@pytest.fixture(scope="module")
def whole(demo: Tables) -> Content:
    return content(demo)


@pytest.fixture(scope="module")
def data(whole: Content) -> bytes:
    return made(whole)


def made(whole: Content) -> bytes:
    return xlsx_bytes(whole, lambda _share: None)


@cache
def _opened(data: bytes, is_values: bool) -> Any:
    return openpyxl.load_workbook(BytesIO(data), data_only=is_values)


def opened(data: bytes, *, is_values: bool = False) -> Any:
    return _opened(data, is_values)


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    """The rows below the heads (row 4) as heading → cell; empty rows are none."""
    heads = [cell.value for cell in sheet[4]]
    return [
        dict(zip(heads, row, strict=True))
        for row in sheet.iter_rows(min_row=5)
        if row[0].value is not None
    ]


@pytest.mark.parametrize(
    ("workspace", "language"), [("demo", "zh"), ("demo", "en"), ("official", "zh")]
)
def test_the_register_says_cell_by_cell_what_status_says(
    workspace: str, language: Language, request: pytest.FixtureRequest
) -> None:
    whole = content(request.getfixturevalue(workspace), language=language)
    status, say = told_by_status(whole), words(language)
    book = opened(made(whole))
    head = {name: say(f"export-column-{name}") for name in (
        "indicator", "light", "actual", "target", "attainment_pct", "gap_points", "margin", "milestone")}  # fmt: skip
    rows = rows_of(book[say("export-sheet-indicators")])
    ids = [row[head["indicator"]].value for row in rows]
    assert ids == whole.assessment.indicators["indicator"].tolist()
    for row in rows:
        said = status[row[head["indicator"]].value]
        light = said["light"]
        assert row[head["light"]].value == (
            say("rule-described") if light is None else light_words(light, language)
        )
        actual = row[head["actual"]].value
        if said["actual"] is not None:
            assert actual == pytest.approx(said["actual"])
        else:
            # a word or nothing, never a number
            assert actual == (say("light-not_reported") if light == "not_reported" else None)
        aim = said["target_low"] if said["target"] is None else said["target"]
        assert row[head["target"]].value == (None if aim is None else pytest.approx(aim))
        for name, key in (("attainment_pct", "attainment_pct"), ("gap_points", "gap_points")):
            shown, exact = row[head[name]].value, said[key]
            assert (shown is None) == (exact is None)
            if exact is not None:
                assert abs(shown - exact) < 0.1 + 1e-6
        attainment = row[head["attainment_pct"]].value
        if attainment is not None:
            assert attainment <= said["attainment_pct"] + 1e-6  # rounded down
        assert row[head["margin"]].value == (
            None if said["margin"] is None else pytest.approx(said["margin"])
        )
    for row in rows_of(book[say("export-sheet-milestones")]):
        said = status[row[head["milestone"]].value]
        assert row[head["light"]].value == light_words(said["light"], language)


def test_numbers_carry_their_unit_in_the_format_and_round_nothing_up(
    whole: Content, data: bytes
) -> None:
    rows = {row["编号"].value: row for row in rows_of(opened(data)["指标台账"])}
    assert rows["T05-3"]["完成值"].number_format == '#,##0.0" 公里"'
    assert rows["T09-4"]["完成值"].value == 99.96
    assert rows["T09-4"]["完成值"].number_format == '#,##0.00"%"'
    assert rows["T05-3"]["序时差(百分点)"].number_format == "+#,##0.0;-#,##0.0;0.0"
    assert rows["T05-3"]["数值日期"].value.date() == whole.stamp.as_of


def test_the_sums_are_formulas_whose_values_are_those_of_the_page(
    whole: Content, data: bytes
) -> None:
    live, today = opened(data)["汇总"], opened(data, is_values=True)["汇总"]
    themes = whole.assessment.themes.set_index("theme")
    names = whole.tables.themes.set_index("theme")["name_zh"]
    say = words("zh")
    for row_live, row_today in zip(
        live.iter_rows(min_row=5, max_row=9), today.iter_rows(min_row=5), strict=False
    ):
        theme = themes.loc[next(code for code, name in names.items() if name == row_live[0].value)]
        heads = [cell.value for cell in live[4]]
        shown = dict(zip(heads, (cell.value for cell in row_today), strict=True))
        assert all(str(cell.value).startswith("=COUNTIFS(") for cell in row_live[1:13])
        assert shown[say("export-sums-count")] == theme["indicators"]
        for light in Light:
            assert shown[light_words(light, "zh")] == theme[light.value]
        assert shown[say("export-sums-due")] == theme["due"]
        assert shown[say("export-sums-reported")] == theme["reported"]
        assert shown[say("export-sums-share")] <= theme["reported"] / theme["due"] + 1e-9
    total_live, total = list(live[10]), list(today[10])
    assert total_live[1].value == "=SUM(B5:B9)"
    assert total[1].value == len(whole.assessment.counted)
    shares = [
        cell.value for row in today.iter_rows() for cell in row if cell.number_format == "0.0%"
    ]
    assert max(value for value in shares if value) <= 1


def test_departments_add_up_to_the_whole(whole: Content, data: bytes) -> None:
    today = opened(data, is_values=True)["汇总"]
    counts = [
        row[1].value for row in today.iter_rows() if row[0].value == words("zh")("bulletin-total")
    ]
    assert counts == [len(whole.assessment.counted)] * 2 + [len(whole.assessment.milestones)]


def test_the_colour_follows_the_word_that_stands_in_the_cell(data: bytes) -> None:
    sheet = opened(data)["指标台账"]
    rules = {
        rule.formula[0]: rule.dxf.font.color.rgb
        for found in sheet.conditional_formatting
        for rule in found.rules
    }
    assert rules == {
        f'"{light_words(light, "zh")}"': rules[f'"{light_words(light, "zh")}"'] for light in Light
    }
    assert rules['"▲ 滞后"'] == "FFBF8300"
    offered = sheet.data_validations.dataValidation[0]
    assert offered.formula1.startswith("'方法与来源'!")


def test_every_sheet_is_ready_to_be_read_and_printed(demo: Tables) -> None:
    few = with_only(content(demo, edition="E12"), {"T05-3"})
    book = opened(made(few))
    assert book.sheetnames == ["指标台账", "里程碑", "汇总", "方法与来源"]
    for sheet in book:
        assert "征求意见稿" in sheet["A1"].value
        assert "演示数据" in sheet["A2"].value
        assert "E12" in sheet["A2"].value
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0  # as many pages as it takes, one wide
        assert "演示数据" in sheet.oddHeader.center.text
        assert "&P" in sheet.oddFooter.right.text
        assert "&N" in sheet.oddFooter.right.text
    for name in ("指标台账", "里程碑"):
        sheet = book[name]
        assert sheet.freeze_panes == "C5"
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.auto_filter.ref.startswith("A4:")


def test_the_about_sheet_says_method_sources_and_edition(data: bytes, official: Tables) -> None:
    said = " ".join(
        str(cell.value)
        for row in opened(data)["方法与来源"].iter_rows()
        for cell in row
        if cell.value is not None
    )
    for fact in ("模拟月报 2019-06", "未冻结", "方法", "v1", "衡阳市发展和改革委员会", "▲ 滞后"):
        assert fact in said
    few = with_only(content(official), {"T05-3"})
    plan = opened(made(few))["方法与来源"]
    assert not any("模拟" in str(cell.value) for row in plan.iter_rows() for cell in row)
    assert not plan.oddHeader.center.text


@pytest.mark.parametrize("text", HOSTILE)
def test_text_like_a_formula_a_link_or_a_number_stays_text(demo: Tables, text: str) -> None:
    whole = renamed(with_only(content(demo), {"T00-1"}), name_zh=text, quote_zh=text)
    sheet = opened(made(whole))["指标台账"]
    row = rows_of(sheet)[0]
    for heading in ("指标", "原文"):
        cell = row[heading]
        assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@pytest.mark.parametrize("text", ["a & b", "&P", "长" * 300])
def test_a_plan_with_any_name_makes_a_footer(demo: Tables, text: str) -> None:
    few = with_only(content(demo), {"T05-3"})
    whole = replace(few, stamp=replace(few.stamp, plan=text))
    sheet = opened(made(whole))["指标台账"]
    assert sheet["A1"].value.startswith(text)
    assert len(sheet.oddFooter.left.text) < 255


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_row_and_one_row_are_registers_too(demo: Tables, language: Language) -> None:
    say = words(language)
    for indicators in (set(), {"T05-3"}):
        few = with_only(content(demo, language=language), indicators)
        book = opened(made(few), is_values=True)
        sheet = book[say("export-sheet-indicators")]
        assert {row[say("export-column-indicator")].value for row in rows_of(sheet)} == indicators
        assert sheet.auto_filter.ref.split(":")[1].endswith("5")


def test_what_filters_leave_of_a_page_is_what_stands_in_the_file(
    demo: Tables, whole: Content
) -> None:
    left = progress.narrowed(whole.assessment, demo, lights=("far_behind",))
    book = opened(made(replace(whole, assessment=left)))
    rows = rows_of(book["指标台账"])
    assert {row["亮灯"].value for row in rows} == {"■ 严重滞后"}
    assert len(rows) == len(left.indicators) > 3


def test_the_same_content_gives_the_same_bytes(demo: Tables) -> None:
    few = with_only(content(demo), {"T05-3"})
    assert made(few) == made(few)
