import pytest

from tests.pages.conftest import board_html, title

SECTIONS = {
    "board": "300 个项目:前期 74、新开工 46、在建 82、竣工 87",
    "table": "300 个项目符合筛选",
    "coverage": "35 项可加总指标中",
    "plan": "2018–2020 年计划投资",
}


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_says_what_it_has_found(run_page, section):
    assert title(run_page("projects", section=section)).startswith(SECTIONS[section])


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("workspace", ["demo", "official"])
def test_each_section_speaks_english(run_page, section, workspace):
    said = title(run_page("projects", section=section, lang="en", workspace=workspace))
    assert not any("一" <= letter <= "鿿" for letter in said)


def test_one_named_project_shows_the_notice_s_sentence_and_says_what_is_unknown(run_page):
    html = board_html(run_page("projects", project="N04-11", workspace="official"))
    assert "大浦、耒阳、祁东3大通用机场建设" in html
    assert html.count("原文未载") >= 4  # client, content, kind, investment …
    assert "列首位,推定" in html


def test_filters_and_page_narrow_the_table(run_page):
    page = run_page("projects", section="table", theme="openness", stage="preparatory")
    assert "D19-01" in board_html(page) or "D21-02" in board_html(page)
    assert "D04-01" not in board_html(page)
    assert "第 1 / 6 页" in [
        caption.value for caption in run_page("projects", section="table").caption
    ]


@pytest.mark.parametrize("task", ["10", "28"])
def test_a_task_without_numbers_shows_its_projects(run_page, task):
    html = board_html(run_page("task", task=task))
    assert "projects?project=" in html


def test_a_choice_of_the_page_that_a_link_garbles_is_said_to_be_left_out(run_page):
    asked = run_page("projects", section="table", stage="finished")
    assert [note.value for note in asked.info] == ["链接所指的内容不存在,现显示默认内容。"]
    assert not run_page("projects", section="table", stage="completed").info
