"""data/ holds what data/source/ says, completely, verbatim and in two languages."""

import re
from functools import cache

import pandas as pd
import pytest

from hengyang import schema
from hengyang.labels import LANGUAGES, keys
from hengyang.plan import DATA_DIR, load_plan, quote_faults
from hengyang.plan.build import SOURCE_DIR, build_tables

HAN = re.compile(r"[\u3400-\u9fff]")
#: English columns that quote the Chinese text on purpose: they are about its characters
QUOTING_ENGLISH = {("source_defects", "what_en"), ("source_defects", "reading_en")}
TABLE_NAMES = [table.name for table in schema.PLAN_TABLES]


@cache
def plan():
    return load_plan()


@cache
def fresh_build():
    return build_tables(SOURCE_DIR)


@cache
def notice():
    return (SOURCE_DIR / "notice.txt").read_text(encoding="utf-8")


def printed_departments(departments_raw):
    """The names in a bracket, in order; 等有关部门 (and other departments) is nobody."""
    return re.sub(r"(等有关部门)+$", "", departments_raw).split("、")


def text_cells():
    for name, frame in plan().items():
        for column in schema.TABLES[name].columns:
            if column.kind == "text":
                for value in frame[column.name].dropna():
                    yield name, column.name, value


@pytest.mark.parametrize("name", TABLE_NAMES)
def test_the_parquet_equals_a_fresh_build(name):
    pd.testing.assert_frame_equal(plan()[name], fresh_build()[name])


def test_every_plan_table_has_a_csv_and_no_csv_is_left_over():
    assert sorted(path.stem for path in SOURCE_DIR.glob("*.csv")) == sorted(TABLE_NAMES)


def test_the_csvs_have_the_columns_of_the_schema_in_its_order():
    for table in schema.PLAN_TABLES:
        header = (SOURCE_DIR / f"{table.name}.csv").read_text(encoding="utf-8").splitlines()[0]
        assert header.split(",") == list(table.column_names), table.name


def test_every_quote_is_a_verbatim_part_of_the_notice():
    assert quote_faults(plan(), notice()).to_dict("records") == []


def test_every_place_is_named_as_in_the_notice_but_for_the_three_airports():
    """大浦、耒阳、祁东3大通用机场 names them in one breath; each has a row of its own."""
    absent = {place for place in plan()["places"]["place_zh"] if place not in notice()}
    assert absent == {"大浦通用机场", "耒阳通用机场", "祁东通用机场"}


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("plan", 1),
        ("themes", 5),
        ("tasks", 31),
        ("indicators", 80),
        ("milestones", 82),
        ("departments", 30),
        ("assignments", 111),
        ("safeguards", 3),
        ("divisions", 13),
        ("source_defects", 53),
        ("published_figures", 9),
        ("named_projects", 48),
    ],
)
def test_the_tables_are_complete(name, rows):
    assert len(plan()[name]) == rows


def test_tasks_are_numbered_without_gap_and_themes_follow_the_notice():
    tasks = plan()["tasks"]
    assert tasks["task"].tolist() == list(range(1, 32))
    assert tasks.groupby("theme", observed=True)["task"].agg(list).to_dict() == {
        "innovation": [1, 2, 3],
        "coordination": list(range(4, 14)),
        "green": list(range(14, 19)),
        "openness": [19, 20, 21],
        "sharing": list(range(22, 32)),
    }


def test_a_clause_names_part_theme_and_task():
    clauses = plan()["tasks"].set_index("task")["clause_zh"]
    assert clauses[5] == "二(二)5"
    assert clauses[31] == "二(五)31"


def test_every_rule_has_as_many_targets_as_the_method_counts():
    assert plan()["indicators"]["rule"].value_counts().to_dict() == {
        "cumulative": 38,
        "range_low": 4,
        "level": 22,
        "band": 1,
        "floor": 1,
        "cap": 3,
        "ambiguous": 1,
        "check_only": 1,
        "described": 9,
    }


def test_every_measured_target_has_a_value_or_a_range_and_a_reporting_frequency():
    indicators = plan()["indicators"]
    measured = indicators[indicators["rule"] != "described"]
    ranged = measured["target_low"].notna() & measured["target_high"].notna()
    assert (measured["target"].notna() ^ ranged).all()
    assert measured["frequency"].notna().all()
    assert indicators.loc[indicators["rule"] == "described", "frequency"].isna().all()


def test_a_target_or_milestone_belongs_to_the_task_in_its_number():
    for name, column in (("indicators", "indicator"), ("milestones", "milestone")):
        frame = plan()[name]
        assert frame[column].str[1:3].astype(int).tolist() == frame["task"].tolist()
        assert set(frame["task"]) <= set(range(32))


def test_a_quote_stands_in_the_paragraph_of_its_own_task():
    texts = plan()["tasks"].set_index("task")["text_zh"]
    for name in ("indicators", "milestones"):
        frame = plan()[name]
        for row in frame[frame["task"] > 0].to_dict("records"):
            assert row["quote_zh"] in texts[row["task"]], row


def test_a_task_s_text_and_bracket_stand_together_in_the_notice():
    for task in plan()["tasks"].to_dict("records"):
        line = f"{task['task']}、{task['text_zh']}(责任部门:{task['departments_raw']}"
        assert line in notice(), task["task"]


def test_assignments_are_the_departments_of_their_bracket_in_order():
    assignments = plan()["assignments"]
    aliases = plan()["department_aliases"].set_index("alias_zh")["department"]
    for task in plan()["tasks"].to_dict("records"):
        listed = assignments[assignments["task"] == task["task"]].sort_values("position")
        printed = printed_departments(task["departments_raw"])
        assert listed["quote_zh"].tolist() == printed
        assert listed["department"].tolist() == aliases[printed].tolist()
        assert listed["position"].tolist() == list(range(1, len(printed) + 1))


def test_only_the_first_listed_department_leads_and_the_role_says_it_is_inferred():
    assignments = plan()["assignments"]
    is_first = assignments["position"] == 1
    assert (assignments.loc[is_first, "role"] == "lead").all()
    assert (assignments.loc[is_first, "role_source"] == "inferred_first_listed").all()
    assert (assignments.loc[~is_first, "role"] == "support").all()
    assert (assignments.loc[~is_first, "role_source"] == "inferred_listed_later").all()


def test_twenty_six_departments_have_tasks_and_four_only_safeguards():
    departments = plan()["departments"].set_index("department")["named_in"]
    assert departments.value_counts().to_dict() == {"tasks": 26, "safeguards": 4}
    assert set(departments.index[departments == "tasks"]) == set(
        plan()["assignments"]["department"]
    )
    elsewhere = set(departments.index[departments == "safeguards"])
    assert elsewhere <= set(plan()["safeguard_departments"]["department"])


def test_a_spelling_is_marked_as_the_notice_s_own_only_where_the_notice_prints_it():
    aliases = plan()["department_aliases"]
    own = aliases[aliases["is_in_notice"]]
    assert all(alias in notice() for alias in own["alias_zh"])
    assert set(plan()["departments"]["name_zh"]) <= set(own["alias_zh"])
    both = aliases[aliases["alias_zh"].isin(["市旅游宗教外侨局", "市旅游外侨民宗局"])]
    assert len(both) == 2
    assert both["department"].nunique() == 1
    assert both["is_in_notice"].all()


def test_safeguards_quote_their_own_text_and_their_own_bracket():
    texts = plan()["safeguards"].set_index("safeguard")["text_zh"]
    for row in plan()["safeguard_commitments"].to_dict("records"):
        assert row["quote_zh"] in texts[row["safeguard"]], row
    for row in plan()["safeguard_departments"].to_dict("records"):
        bracket = notice().split(texts[row["safeguard"]])[1].split(")")[0]
        assert row["quote_zh"] in bracket, row


def test_the_deadline_is_2020_only_where_the_task_or_its_theme_says_so():
    by_2020 = {
        task["task"] for task in plan()["tasks"].to_dict("records") if "2020年" in task["text_zh"]
    }
    for name in ("indicators", "milestones"):
        frame = plan()[name]
        dated = frame[frame["deadline_year"].notna() & (frame["task"] > 0)]
        assert set(dated["task"]) <= by_2020
        assert (dated["deadline_year"] == 2020).all()


def test_the_consultation_is_a_draft_whose_silence_counts_as_consent():
    row = plan()["plan"].iloc[0]
    assert row["status_zh"] == "征求意见稿"
    assert (row["notice_date"], row["published_on"], row["reply_due"]) == (
        pd.Timestamp(2017, 9, 18),
        pd.Timestamp(2017, 9, 19),
        pd.Timestamp(2017, 9, 25),
    )
    facts = plan()["consultation"].set_index("fact")
    assert facts.loc["silence", "quote_zh"] == "逾期不反馈,视同无不同意见"
    assert facts.loc["stamp", "quote_zh"] == "加盖单位公章"
    assert "925日" in facts.loc["reply_due", "quote_zh"]


def test_a_published_figure_has_either_a_value_with_its_unit_or_a_stage():
    figures = plan()["published_figures"]
    assert (figures["value"].notna() ^ figures["stage"].notna()).all()
    assert (figures["value"].notna() == figures["unit_zh"].notna()).all()
    assert (figures["stage"].notna() == figures["subject"].str.contains("-M")).all()
    units = plan()["indicators"].set_index("indicator")["unit_zh"]
    numbers = figures[figures["value"].notna()]
    assert units[numbers["subject"]].tolist() == numbers["unit_zh"].tolist()


def test_a_figure_that_does_not_answer_its_target_says_why_in_both_languages():
    figures = plan()["published_figures"]
    other = figures[figures["comparability"] != "same"]
    assert len(other) == 5
    assert other["comparability_note_zh"].notna().all()
    assert other["comparability_note_en"].notna().all()


def test_categories_dates_and_numbers_keep_their_types():
    kinds = {"date": "datetime64[s]", "number": "float64", "integer": "Int64", "flag": "bool"}
    for name, frame in plan().items():
        for column in schema.TABLES[name].columns:
            dtype = frame[column.name].dtype
            if column.kind == "enum":
                assert list(dtype.categories) == [member.value for member in column.enum]
            elif column.kind in kinds:
                assert str(dtype) == kinds[column.kind], (name, column.name)


def test_no_text_is_blank_or_padded():
    assert [
        cell for cell in text_cells() if not cell[2].strip() or cell[2] != cell[2].strip()
    ] == []


def test_every_chinese_name_or_text_has_an_english_one():
    for table in schema.PLAN_TABLES:
        for name in table.column_names:
            twin = f"{name.removesuffix('_zh')}_en"
            if name.endswith("_zh") and twin in table.column_names:
                frame = plan()[table.name]
                assert (frame[name].notna() == frame[twin].notna()).all(), (table.name, name)


def test_english_is_written_without_chinese_characters():
    assert [
        cell
        for cell in text_cells()
        if cell[1].endswith("_en") and cell[:2] not in QUOTING_ENGLISH and HAN.search(cell[2])
    ] == []


def test_english_about_the_text_s_characters_is_english_all_the_same():
    for name, column in QUOTING_ENGLISH:
        for value in plan()[name][column]:
            assert re.search(r"[A-Za-z]{3}", value), value


def test_chinese_columns_are_written_in_chinese():
    plain = {("indicators", "unit_zh"), ("published_figures", "unit_zh")}
    assert [
        cell
        for cell in text_cells()
        if cell[1].endswith("_zh")
        and cell[:2] not in plain
        and not HAN.search(cell[2])
        and cell[1] != "quote_zh"
    ] == []


def test_names_in_english_are_unique_among_targets_milestones_and_departments():
    for name in ("indicators", "milestones", "departments", "tasks"):
        for column in ("name_zh", "name_en"):
            assert plan()[name][column].is_unique, (name, column)


def test_a_task_s_english_text_keeps_every_number_of_the_chinese():
    """Numbers printed in figures survive translation (2万 is 20,000; 3大机场 is three airports)."""
    for task in plan()["tasks"].to_dict("records"):
        english = task["text_en"].replace(",", "").replace("three general-aviation", "3")
        for number, ten_thousand in re.findall(r"(\d+(?:\.\d+)?)(万?)", task["text_zh"]):
            value = f"{float(number) * 10_000:.0f}" if ten_thousand else number
            assert re.search(rf"(?<![\d.]){re.escape(value)}(?![\d.]\d)", english), (
                task["task"],
                number,
            )


def test_no_telephone_number_or_e_mail_address_is_in_data():
    # 2017918 is the date of signature, whose year, month and day characters were lost
    contact = re.compile(
        r"(?<!\d)(?!2017918(?!\d))(?:0\d{2,3}-?)?\d{7,11}(?!\d)|[\w.]+@[\w.]+\.\w+"
    )
    texts = [path.read_text(encoding="utf-8") for path in sorted(SOURCE_DIR.iterdir())]
    texts += [value for _, _, value in text_cells()]
    assert [match.group() for text in texts for match in contact.finditer(text)] == []


def test_files_in_data_are_utf8_without_byte_order_mark():
    for path in SOURCE_DIR.iterdir():
        raw = path.read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf"), path.name
        raw.decode("utf-8")


def test_data_holds_a_parquet_for_every_table_and_nothing_unknown():
    assert sorted(path.stem for path in DATA_DIR.glob("*.parquet")) == sorted(TABLE_NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dictionary_has_a_phrase_for_every_table_and_column(language):
    tables = [*schema.TABLES.values(), schema.RELEASES]
    columns = {name for table in tables for name in table.column_names}
    columns |= {column.name for column in schema.ROW_ORIGIN}
    wanted = {f"table-{table.name}" for table in tables} | {f"column-{name}" for name in columns}
    said = {key for key in keys(language) if key.startswith(("table-", "column-"))}
    assert wanted - said == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("prefix", "table", "column"),
    [
        ("defect-category", "source_defects", "category"),
        ("confidence", "source_defects", "confidence"),
        ("figure-period", "published_figures", "period"),
        ("kind", "indicators", "kind"),
        ("named-in", "departments", "named_in"),
        ("direction", "indicators", "direction"),
    ],
)
def test_every_code_in_the_plan_has_a_word(language, prefix, table, column):
    assert {f"{prefix}-{code}" for code in plan()[table][column]} <= keys(language)
