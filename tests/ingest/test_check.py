"""A file's faults are found all at once, where they stand, and only what is sound goes on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from hengyang import store
from hengyang.errors import DataMissing
from hengyang.ingest.check import Checked, check, content_in_words, without_faulty
from hengyang.ingest.desk import Desk
from hengyang.ingest.findings import CODES, Finding, finding
from hengyang.ingest.plausible import usual_changes
from hengyang.ingest.stamp import Stamp
from hengyang.labels import LANGUAGES
from hengyang.schema import TABLES, Tables
from tests.ingest.builders import (
    JULY,
    JUNE,
    TODAY,
    as_published,
    entry,
    recognised,
    stage_entry,
)


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


def checked(tables: Tables, *sheets: Any, **changed: Any) -> Checked:
    given = {"department": None, "period": JULY, "today": TODAY}
    return check(sheets, tables, **{**given, **changed})


def codes(found: Checked) -> list[str]:
    return [one.code for one in found.findings]


def only(found: Checked, code: str) -> Finding:
    assert codes(found) == [code]
    return found.findings[0]


def latest(tables: Tables, indicator: str) -> float:
    rows = tables.observations
    city = rows[(rows["indicator"] == indicator) & (rows["division"] == "430400")]
    return float(city.sort_values("reference_date")["value"].iloc[-1])


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_says_what_is_wrong_and_how_to_mend_it(code: str, language: Any) -> None:
    filled: dict[str, Any] = dict.fromkeys(CODES[code].arguments, "1")
    found = finding(code, "表", 3, "B", "值", **filled)
    assert found.message(language)
    assert found.mend(language)
    assert found.as_dict()["severity"] == CODES[code].severity


@pytest.mark.parametrize("day", [JUNE, date(2019, 5, 31), date(2018, 12, 31)])
def test_what_is_published_already_has_no_findings(tables: Tables, day: date) -> None:
    sheets = [as_published(tables, name, day) for name in ("observations", "milestone_reports")]
    assert codes(checked(tables, *sheets, period=day)) == []


def test_a_plausible_value_becomes_a_row_of_the_table(tables: Tables) -> None:
    value = latest(tables, "T05-3") + 0.9
    found = checked(tables, recognised(entry("T05-3", value)), file_name="月报.xlsx")
    assert codes(found) == []
    frame = found.frames["observations"]
    TABLES["observations"].validate(frame.drop(columns="row"))
    row = frame.iloc[0]
    assert (row["value"], row["row"], row["division"]) == (round(value, 9), 5, "430400")
    assert (row["department"], row["is_simulated"]) == ("housing_and_urban_rural", True)
    assert "月报.xlsx" in row["source"]


def test_official_rows_are_not_marked_as_simulated(tables: Tables) -> None:
    official = Tables("official", tables.release, tables.frames)
    found = checked(official, recognised(entry("T05-3", 16.0)))
    assert not found.frames["observations"]["is_simulated"].any()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (entry(None, 1.0, subject_text="不存在的指标"), "unknown_indicator"),
        (
            entry(None, 1.0, subject_text="地下综合管郎", suggestion="T05-3", similarity=88.0),
            "near_match",
        ),
        (
            entry(None, 1.0, subject_text="别的", suggestion="T05-3", similarity=41.0),
            "unknown_indicator",
        ),
        (entry("T05-3", None, value_text="已开工", is_not_reported=False), "type"),
        (entry("T05-3", is_formula_without_value=True), "formula_without_value"),
        (entry("T05-3", 16.0, value_unit="平方米"), "unit"),
        (entry("T09-1", 101.0), "out_of_range"),
        (entry("T09-1", -0.1), "out_of_range"),
        (entry("T05-3", -1.0), "out_of_range"),
        (entry("T05-3", 16.0, division_text="南岳山镇"), "unknown_division"),
        (entry("T05-3", 16.0, department_text="市某局"), "unknown_department"),
        (entry("T05-3", 16.0, reference_date=date(2019, 9, 30)), "future"),
        (entry("T05-3", 16.0, reference_date=date(2016, 12, 31)), "outside_plan"),
        (entry("T05-3", 16.0, reference_date=date(2036, 1, 31)), "outside_plan"),
        (entry("T05-3", value_text="撤回", is_not_reported=False), "withdrawal_reason"),
        (
            entry("T05-3", 16.0, id_text="T05-3", subject_text="中心城区污水处理率"),
            "identity_changed",
        ),
    ],
)
def test_each_fault_of_a_value_is_an_error_at_its_place(
    tables: Tables, wrong: dict[str, Any], code: str
) -> None:
    found = checked(tables, recognised(wrong), today=date(2040, 1, 1) if code == "outside_plan" else TODAY, period=None)  # fmt: skip
    errors = [one for one in found.findings if one.severity == "error"]
    assert code in [one.code for one in errors]
    fault = next(one for one in errors if one.code == code)
    assert (fault.sheet, fault.row, fault.column) == ("指标", 5, "F")
    assert found.is_blocked
    assert found.faulty_rows == (("指标", 5),)
    assert not found.frames


def test_a_near_match_is_taken_only_once_confirmed(tables: Tables) -> None:
    near = entry(None, 16.5, subject_text="地下综合管郎", suggestion="T05-3", similarity=0.88)
    assert only(checked(tables, recognised(near)), "near_match").value == "地下综合管郎"
    confirmed = checked(tables, recognised(near), confirmed={"地下综合管郎": "T05-3"})
    assert codes(confirmed) == []
    assert confirmed.frames["observations"]["indicator"].tolist() == ["T05-3"]


def test_zero_growth_may_be_negative(tables: Tables) -> None:
    found = checked(tables, recognised(entry("T16-1", -1.2)))
    assert "out_of_range" not in codes(found)


def test_a_unit_in_ten_thousands_is_scaled(tables: Tables) -> None:
    row = tables.indicators[tables.indicators["unit_zh"] == "公顷"].iloc[0]
    found = checked(tables, recognised(entry(row["indicator"], 3.25, value_unit="万公顷")))
    assert found.frames["observations"]["value"].tolist() == [32500.0]


def test_fractions_become_percent_and_the_reader_is_told(tables: Tables) -> None:
    found = checked(
        tables, recognised(entry("T09-1", 0.95, percent_as="fraction"), percent_as="fraction")
    )
    assert "percent_scale" in codes(found)
    assert found.frames["observations"]["value"].tolist() == [95.0]
    assert not found.is_blocked


def test_how_percentages_were_read_is_told_of_each_column_that_differs(tables: Tables) -> None:
    found = checked(
        tables,
        recognised(
            entry("T09-1", 0.95, column="C", percent_as="fraction"),
            entry("T09-2", 90.0, column="D", percent_as="percent"),
            percent_as="fraction",
        ),
    )
    told = {
        (one.column, one.arguments["read_as"])
        for one in found.findings
        if one.code == "percent_scale"
    }
    assert told == {("C", "fraction"), ("D", "percent")}


def test_what_looks_like_a_fraction_among_percentages_is_asked_about(tables: Tables) -> None:
    rows = recognised(
        entry("T09-1", 0.95, percent_as="percent"), entry("T09-2", 90.0, percent_as="percent")
    )
    (asked,) = (one for one in checked(tables, rows).findings if one.code == "mixed_scale")
    assert (asked.severity, asked.arguments["as_fraction"]) == ("warning", 95)


def test_a_cell_that_says_nothing_brings_no_row(tables: Tables) -> None:
    found = checked(tables, recognised(entry("T05-3", value_text="—")))
    assert codes(found) == []
    assert not found.frames
    assert not found.withdrawn


def test_emptying_a_published_cell_is_told_and_takes_nothing_back(tables: Tables) -> None:
    found = checked(tables, recognised(entry("T05-3", reference_date=JUNE)), period=JUNE)
    assert only(found, "emptied").severity == "note"
    assert not found.withdrawn


def test_a_withdrawal_with_a_reason_names_the_cell(tables: Tables) -> None:
    word = entry(
        "T05-3", value_text="撤回", is_not_reported=False, reference_date=JUNE, reason="重复"
    )
    found = checked(tables, recognised(word), period=JUNE)
    assert codes(found) == []
    row = found.withdrawn["observations"].iloc[0]
    assert (row["indicator"], row["reference_date"], row["reason"]) == ("T05-3", JUNE, "重复")


def test_taking_back_what_was_never_published_is_a_warning(tables: Tables) -> None:
    word = entry("T05-3", value_text="撤回", is_not_reported=False, reason="误报")
    assert only(checked(tables, recognised(word)), "nothing_to_withdraw").severity == "warning"


def test_a_falling_count_needs_a_reason(tables: Tables) -> None:
    less = latest(tables, "T05-3") - 1
    assert only(checked(tables, recognised(entry("T05-3", less))), "falling").severity == "error"
    explained = recognised(entry("T05-3", less, reason="剔除重复统计"))
    assert "falling" not in codes(checked(tables, explained))


def test_an_old_value_above_a_later_published_one_falls_too(tables: Tables) -> None:
    more = entry("T05-3", latest(tables, "T05-3") + 1, reference_date=date(2019, 5, 31))
    assert "falling" in codes(checked(tables, recognised(more), period=None))


def test_a_level_may_fall(tables: Tables) -> None:
    value = latest(tables, "T09-1") - 1
    assert "falling" not in codes(checked(tables, recognised(entry("T09-1", value))))


def test_ten_times_too_much_is_a_jump(tables: Tables) -> None:
    found = checked(tables, recognised(entry("T05-3", latest(tables, "T05-3") * 10)))
    assert only(found, "jump").severity == "warning"
    assert len(found.frames["observations"]) == 1


def test_usual_changes_are_robust_to_one_wild_month() -> None:
    calm = usual_changes([1.0, 2.0, 1.5, 2.5, 2.0, 1.0], target=50)
    wild = usual_changes([1.0, 2.0, 1.5, 2.5, 2.0, 1.0, 500.0], target=50)
    assert wild[1] < 2 * calm[1]


def test_the_second_of_two_rows_for_a_cell_is_a_duplicate(tables: Tables) -> None:
    found = checked(tables, recognised(entry("T05-3", 16.5), entry("T05-3", 16.5)))
    duplicate = only(found, "duplicate")
    assert (duplicate.row, duplicate.arguments["first_row"]) == (6, "5")


def test_two_sheets_are_held_against_each_other(tables: Tables) -> None:
    sheets = [recognised(entry("T05-3", 16.5), sheet=name) for name in ("甲", "乙")]
    duplicate = only(checked(tables, *sheets), "duplicate")
    assert (duplicate.sheet, duplicate.arguments["first_sheet"]) == ("乙", "甲")


def test_a_department_reports_only_indicators_of_its_tasks(tables: Tables) -> None:
    found = checked(tables, recognised(entry("T31-1", 700.0)), department="science_and_technology")
    assert "not_yours" in codes(found)
    assert not found.frames


def test_a_department_listed_later_is_asked_to_confirm(tables: Tables) -> None:
    found = checked(tables, recognised(entry("T04-4", 13.0)), department="housing_and_urban_rural")
    assert "not_lead" in codes(found)
    assert not found.is_blocked


def test_an_unknown_department_stops_the_check(tables: Tables) -> None:
    with pytest.raises(DataMissing):
        checked(tables, recognised(entry("T05-3", 1.0)), department="nobody")


def test_the_running_month_is_a_warning_and_a_later_one_an_error(tables: Tables) -> None:
    sheet = recognised(entry("T05-3", 16.5))
    assert only(checked(tables, sheet, today=date(2019, 7, 28)), "unfinished")
    assert only(checked(tables, sheet, today=JUNE), "future").severity == "error"


def test_parts_that_do_not_sum_to_the_city_are_told_once(tables: Tables) -> None:
    rows = tables.observations
    rows = rows[(rows["indicator"] == "T31-1") & (rows["reference_date"] == pd.Timestamp(JUNE))]
    parts = rows[rows["division"] != "430400"].to_dict("records")
    entries = [entry("T31-1", row["value"] + 1, division=row["division"]) for row in parts]
    total = sum(row["value"] + 1 for row in parts)
    even = recognised(entry("T31-1", total), *entries)
    assert codes(checked(tables, even)) == []
    uneven = recognised(entry("T31-1", total + 1), *entries)
    mismatch = only(checked(tables, uneven), "breakdown_mismatch")
    assert (mismatch.severity, mismatch.row) == ("warning", 5)
    assert (mismatch.arguments["parts"], mismatch.arguments["city"]) == (total, total + 1)


def test_a_staged_milestone_is_neither_held_nor_an_unknown_stage(tables: Tables) -> None:
    for stage in ("held", None):
        wrong = stage_entry("T01-M1", stage, stage_text="维持中", is_not_reported=False)
        found = checked(tables, recognised(wrong, table="milestone_reports"))
        assert only(found, "not_a_stage").severity == "error"


def test_done_needs_evidence(tables: Tables) -> None:
    done = stage_entry("T01-M1", "done")
    found = checked(tables, recognised(done, table="milestone_reports"))
    assert only(found, "evidence_missing").severity == "error"
    proved = stage_entry("T01-M1", "done", evidence="衡发改〔2019〕1号")
    found = checked(tables, recognised(proved, table="milestone_reports"))
    assert codes(found) == []
    TABLES["milestone_reports"].validate(found.frames["milestone_reports"].drop(columns="row"))


def test_a_narrative_becomes_a_row_of_its_department(tables: Tables) -> None:
    text = entry("2", value_text="进展顺利", is_not_reported=False)
    found = checked(tables, recognised(text, table="narratives"))
    row = found.frames["narratives"].iloc[0]
    assert (row["task"], row["department"], row["text_zh"]) == (
        2,
        "science_and_technology",
        "进展顺利",
    )


def test_leaving_faulty_rows_out_unblocks_and_says_which(tables: Tables) -> None:
    sheet = recognised(entry("T05-3", 16.5), entry("T09-1", 120.0), entry("T04-4", 13.0, row=6))
    found = checked(tables, sheet)
    assert found.is_blocked
    kept = without_faulty(found)
    assert kept.left_out == (("指标", 6),)
    assert kept.frames["observations"]["indicator"].tolist() == ["T05-3"]
    assert not kept.is_blocked


def test_an_older_file_without_its_release_at_hand_is_a_warning(tables: Tables) -> None:
    sheet = recognised(entry("T05-3", 16.5), made_from_release=tables.release - 1)
    assert only(checked(tables, sheet), "older_template").severity == "warning"


def test_a_file_from_a_release_that_is_not_there_is_blocked(tables: Tables) -> None:
    sheet = recognised(entry("T05-3", 16.5), made_from_release=tables.release + 1)
    assert checked(tables, sheet).is_blocked


def test_what_others_changed_is_told_by_names_and_not_by_identifiers(tables: Tables) -> None:
    desk = Desk(
        tables,
        department=None,
        period=None,
        today=TODAY,
        confirmed={},
        file_name=None,
        is_simulated=True,
    )
    for table, record, zh, en in (
        ("green_channel_requests", {"asked_of": "education"}, "教育局", "Education"),
        ("consultation_replies", {"respondent": "430481"}, "耒阳", "Leiyang"),
        ("projects", {"division": "430405", "lead_department": "commerce"}, "珠晖区", "Zhuhui"),
    ):
        told = content_in_words(table, record, desk)
        assert zh in told[0]
        assert en in told[1]
        assert not any(str(value) in told[0] for value in record.values())


def with_value(tables: Tables, release: int, value: float) -> Tables:
    """The tables with another figure for T05-3 in June."""
    rows = tables.observations.copy()
    cell = (rows["indicator"] == "T05-3") & (rows["reference_date"] == pd.Timestamp(JUNE))
    rows.loc[cell, "value"] = value
    return Tables(tables.workspace, release, {**tables.frames, "observations": rows})


def test_a_cell_that_others_changed_meanwhile_keeps_its_value(tables: Tables) -> None:
    base, now = with_value(tables, 20, 15.6), with_value(tables, 21, 15.7)
    sheet = recognised(entry("T05-3", 15.6, reference_date=JUNE), made_from_release=20)
    found = checked(now, sheet, base=base, period=JUNE)
    assert only(found, "overtaken").severity == "note"
    (cell,) = found.three_way.to_dict("records")
    assert (cell["base"], cell["theirs"], cell["now"], cell["is_kept"]) == (15.6, 15.6, 15.7, True)
    assert not found.frames


def test_a_cell_that_both_changed_is_shown_three_ways(tables: Tables) -> None:
    base, now = with_value(tables, 20, 15.6), with_value(tables, 21, 15.7)
    sheet = recognised(entry("T05-3", 15.8, reference_date=JUNE), made_from_release=20)
    found = checked(now, sheet, base=base, period=JUNE)
    (cell,) = found.three_way.to_dict("records")
    assert (cell["subject"], cell["reference_date"], cell["field"]) == ("T05-3", JUNE, "value")
    assert (cell["base"], cell["theirs"], cell["now"], cell["is_kept"]) == (15.6, 15.8, 15.7, False)
    conflict = only(found, "older_release")
    told = conflict.arguments
    assert [told[name] for name in ("base", "theirs", "now")] == [
        ("15.6", "15.6"),
        ("15.8", "15.8"),
        ("15.7", "15.7"),
    ]


def test_a_file_of_another_workspace_is_blocked(tables: Tables) -> None:
    stamp = Stamp("official", tables.release, JULY, None, "1")
    found = checked(tables, recognised(entry("T05-3", 16.5), stamp=stamp))
    assert only(found, "other_workspace").severity == "error"
    assert without_faulty(found).is_blocked


def test_a_baseline_in_a_months_report_is_not_of_that_month(tables: Tables) -> None:
    known = tables.baselines.iloc[0]
    name = known["indicator"]
    sheet = recognised(entry(name, known["value"], period_text=None), table="baselines")
    found = checked(tables, sheet)
    assert codes(found) == []
    assert found.frames["baselines"]["baseline_date"].tolist() == [known["baseline_date"]]
    new = recognised(entry("T05-3", 2.0, period_text=None), table="baselines")
    found = checked(tables, new)
    assert only(found, "baseline_date_assumed").severity == "warning"
    assert found.frames["baselines"]["baseline_date"].dt.year.tolist() == [2016]
    TABLES["baselines"].validate(found.frames["baselines"].drop(columns="row"))


def test_a_target_of_a_year_to_come_is_no_fault(tables: Tables) -> None:
    sheet = recognised(entry("T05-3", 30.0, reference_date=date(2020, 12, 31)), table="path_points")
    found = checked(tables, sheet)
    assert codes(found) == []
    TABLES["path_points"].validate(found.frames["path_points"].drop(columns="row"))


def test_a_register_of_many_rows_tells_a_strange_month_once(tables: Tables) -> None:
    may = date(2019, 5, 31)
    entries = [entry("T05-3", 15.2, reference_date=may), entry("T09-1", 89.0, reference_date=may)]
    assert codes(checked(tables, recognised(*entries))).count("other_period") == 1


def test_a_number_beyond_all_numbers_is_none(tables: Tables) -> None:
    row = tables.indicators[tables.indicators["unit_zh"] == "公顷"].iloc[0]
    found = checked(tables, recognised(entry(row["indicator"], 1e305, value_unit="亿公顷")))
    assert only(found, "type")


def test_a_serial_number_in_the_column_of_codes_is_no_changed_code(tables: Tables) -> None:
    named = entry("T05-3", 16.5, id_text="7", subject_text="地下综合管廊里程")
    assert codes(checked(tables, recognised(named))) == []
    other = entry("T05-3", 16.5, id_text="T05-1")
    assert only(checked(tables, recognised(other)), "identity_changed")


def test_a_finding_stands_in_the_column_where_it_is_mended(tables: Tables) -> None:
    letters = {"id": "A", "subject": "B", "period": "C", "unit": "D", "value": "F"}
    wrong = [
        (entry(None, 1.0, subject_text="不存在的指标"), "B"),
        (entry(None, 1.0, id_text="T99-9"), "A"),
        (entry("T05-3", 16.5, reference_date=date(2019, 9, 30)), "C"),
        (entry("T05-3", 16.5, value_unit="平方米", unit_text="平方米"), "D"),
        (entry("T05-3", 16.5, value_unit="平方米", unit_text="公里"), "F"),
        (entry("T09-1", 120.0), "F"),
    ]
    for given, letter in wrong:
        found = checked(tables, recognised(given, column_letters=letters), period=None)
        assert found.findings[0].column == letter


def test_what_is_wrong_with_a_row_of_a_wide_table_is_told_once(tables: Tables) -> None:
    months = [date(2019, 5, 31), JUNE, JULY]
    row = [
        entry(None, 1.0, row=9, column=column, subject_text="不存在的指标", reference_date=month)
        for column, month in zip("CDE", months, strict=True)
    ]
    found = checked(tables, recognised(*row, layout="wide", column_letters={"subject": "B"}))
    assert only(found, "unknown_indicator").column == "B"
