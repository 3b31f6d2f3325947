import re

import pandas as pd
import pytest

from hengyang.charts import departments, duties, findings, office
from hengyang.labels import keys
from hengyang.plan import load_plan
from hengyang.progress import narrowed
from hengyang.schema import LANGUAGES, Role
from tests.charts.plans import DAY, assessed, link, real_plan
from tests.progress.builders import observation, override

HOUSING = "housing_and_urban_rural"
REFORM = "development_and_reform"


def whole(tables):
    assessment = assessed(tables)
    return assessment, duties.scope(assessment, tables)


def matrix(tables, language="zh", **filters):
    assessment = assessed(tables)
    within = duties.scope(assessment, tables, **filters)
    return departments.matrix(assessment, tables, within, language, link)


def page_of(department, tables, language="zh"):
    assessment, within = whole(tables)
    return office.duties(office.office_of(department, assessment, tables, within), language, link)


def test_the_finding_counts_the_departments_of_tasks_and_names_the_most_loaded():
    tables = real_plan()
    assert findings.departments_finding(*_finding_arguments(tables), "zh") == (
        "26 个部门承担 31 项任务的 111 个责任;市发改委最多:牵头 6、配合 23"
    )


def _finding_arguments(tables):
    assessment, within = whole(tables)
    return assessment, tables, within


def test_every_assignment_is_one_mark_in_the_matrix_and_every_department_one_row():
    html = matrix(real_plan())
    assert html.count('<td class="num">') == 2 * 30
    assert len(re.findall(r'aria-label="[^"]*: 牵头"', html)) == 31
    assert len(re.findall(r'aria-label="[^"]*: 配合"', html)) == 80
    assert len(re.findall(r'aria-label="[^"]*: 列名"', html)) == 11


def test_the_matrix_says_that_lead_is_read_from_the_order():
    assert "推定牵头" in matrix(real_plan())
    assert "taken to lead" in matrix(real_plan(), "en")


def test_the_most_loaded_department_stands_first():
    assessment, within = whole(real_plan())
    rows = duties.loads(assessment, real_plan(), within)
    assert list(rows["department"][:2]) == [REFORM, HOUSING]
    assert rows["led"].sum() == 31
    assert rows["led"].sum() + rows["supported"].sum() == 111


def test_a_theme_leaves_only_its_tasks_and_no_safeguards():
    tables = real_plan()
    within = duties.scope(assessed(tables), tables, themes=["openness"])
    assert within.tasks == (19, 20, 21)
    assert within.safeguards == ()
    assert "key_projects" not in within.departments


def test_a_department_filter_leaves_one_row_and_the_tasks_it_is_listed_under():
    tables = real_plan()
    within = duties.scope(assessed(tables), tables, departments=["education"])
    assert within.departments == ("education",)
    assert within.tasks == (26,)


def test_a_task_that_no_light_is_left_of_falls_away():
    tables = real_plan(observations=[observation(DAY, 15.0)])
    left = narrowed(assessed(tables), tables, lights=["behind"])
    assert duties.scope(left, tables, is_narrowed=True).tasks == (5,)


def test_a_filter_that_leaves_nobody_says_so():
    tables = real_plan()
    html = matrix(tables, departments=["nobody"])
    assert "请放宽筛选" in html
    assert "<table" not in html


def test_a_departments_finding_speaks_of_the_tasks_it_leads():
    tables = real_plan(observations=[observation(DAY, 15.0)])
    assert findings.office_finding(HOUSING, *_finding_arguments(tables), "zh") == (
        "市住建局:牵头 6 项、配合 7 项任务;牵头任务的 22 项指标中 1 项滞后或更差、21 项未报送"
    )


def test_english_counts_one_task_in_the_singular():
    finding = findings.office_finding("airport", *_finding_arguments(real_plan()), "en")
    assert "supports 1 task;" in finding


def test_one_that_is_only_in_safeguards_is_told_so_and_quoted():
    tables = real_plan()
    finding = findings.office_finding("supervision_office", *_finding_arguments(tables), "zh")
    assert finding == "市委、市政府督查室:不在任务中列名,列于 1 项保障措施"
    assert "跟踪问效和督查考核" in page_of("supervision_office", tables)


def test_a_departments_page_lists_every_indicator_and_milestone_of_its_tasks():
    tables = real_plan()
    html = page_of(HOUSING, tables)
    numbers = {number for role in Role for number in duties.tasks_of(HOUSING, role, tables)}
    for frame, key in ((tables.indicators, "indicator"), (tables.milestones, "milestone")):
        for subject in frame.loc[frame["task"].isin(numbers), key]:
            assert f"indicator={subject}" in html


def test_what_was_not_reported_is_never_shown_as_a_number():
    html = page_of(HOUSING, real_plan())
    row = html[html.index("indicator=T05-3") :].split("</li>")[0]
    assert "未报送" in row
    assert "0 公里" not in row.replace("50 公里", "")


def test_a_reported_value_stands_with_its_target_and_gap():
    html = page_of(HOUSING, real_plan(observations=[observation(DAY, 15.0)]))
    row = html[html.index("indicator=T05-3") :].split("</li>")[0]
    assert "15 公里" in row
    assert "/ 50 公里" in row
    assert "−21.7 点" in row


def test_a_light_set_by_hand_is_marked_as_such():
    facts = {"observations": [observation(DAY, 15.0)], "overrides": [override("nearly")]}
    assert "人工定灯" in page_of(HOUSING, real_plan(**facts))
    assert "人工定灯" not in page_of(HOUSING, real_plan(observations=facts["observations"]))


def next_of(tables, department=HOUSING):
    assessment, within = whole(tables)
    return office.next_panel(office.office_of(department, assessment, tables, within), "zh", link)


def test_what_next_separates_the_missing_from_the_behind():
    html = next_of(real_plan(observations=[observation(DAY, 15.0)]))
    behind, missing = html.split("未报送,请补报:21 项")
    assert "indicator=T05-3" in behind
    assert "滞后或更差,请说明原因与措施:1 项" in behind
    assert "indicator=T05-3" not in missing


def test_one_that_leads_nothing_is_told_about_the_tasks_it_supports():
    assert "由牵头部门报送" in next_of(real_plan(), "finance")


def test_a_narrative_is_shown_up_to_the_day_and_never_from_the_future():
    said = {
        "task": 5,
        "department": HOUSING,
        "text_zh": "六月底复工。",
        "reported_on": DAY,
        "is_simulated": False,
    }
    rows = [
        {**said, "reference_date": DAY},
        {**said, "reference_date": pd.Timestamp("2019-07-31"), "text_zh": "以后的话"},
    ]
    tables = real_plan(narratives=rows)
    assessment, within = whole(tables)
    html = office.narratives_panel(
        office.office_of(HOUSING, assessment, tables, within), "zh", link
    )
    assert "六月底复工。" in html
    assert "以后的话" not in html


def test_both_spellings_of_the_notice_are_shown():
    html = office.identity_panel("tourism_foreign_and_ethnic_affairs", real_plan(), "zh")
    assert "原文另作:市旅游宗教外侨局" in html


def test_what_departments_write_is_escaped():
    said = {
        "task": 5,
        "department": HOUSING,
        "reference_date": DAY,
        "text_zh": "<script>alert(1)</script>",
        "reported_on": DAY,
        "is_simulated": False,
    }
    tables = real_plan(narratives=[said])
    assessment, within = whole(tables)
    html = office.narratives_panel(
        office.office_of(HOUSING, assessment, tables, within), "zh", link
    )
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_department_has_a_short_name(language):
    known = keys(language)
    missing = [
        one for one in load_plan()["departments"]["department"] if f"office-{one}" not in known
    ]
    assert missing == []


@pytest.mark.parametrize("is_second_look", [False, pytest.param(True, marks=pytest.mark.proof)])
def test_every_department_has_a_page(is_second_look):
    """In one language, every second in the other one; the other way round as a proof."""
    tables = real_plan()
    assessment, within = whole(tables)
    for at, row in enumerate(tables.departments.to_dict("records")):
        language = LANGUAGES[(at + is_second_look) % 2]
        about = (row["department"], assessment, tables, within)
        assert findings.office_finding(*about, language).startswith(row[f"name_{language}"])
        found = office.office_of(*about)
        assert office.duties(found, language, link)
        assert len(office.side_panels(found, language, link)) == 4
