from datetime import date

import pytest

from hengyang import progress
from tests.pages.conftest import board_html, numbers, title

SECTIONS = {
    "releases": "26 个版本,最近一版 2019年7月8日 由演示审核员发布,改动 826 格",
    "difference": "版本 25 → 26:826 格不同",
    "known": "2019年7月8日所知为版本 26",
    "cell": "T",
    "restore": "恢复到版本 25 将改动 826 格",
}


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_says_what_it_has_found(run_page, section):
    page = run_page("history", section=section)
    assert title(page).startswith(SECTIONS[section])
    assert page.segmented_control(key="history_section").value == section


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("workspace", ["demo", "official"])
def test_each_section_speaks_english(run_page, section, workspace):
    said = title(run_page("history", section=section, lang="en", workspace=workspace))
    assert not any("一" <= letter <= "鿿" for letter in said)


def test_a_garbled_link_is_answered_with_the_releases(run_page):
    page = run_page("history", section="x", **{"from": "no"})
    assert page.segmented_control(key="history_section").value == "difference"
    for garbled in ({"section": "x"}, {"sort": "x"}):
        assert title(run_page("history", **garbled)).startswith(SECTIONS["releases"])


def test_a_link_compares_any_two_releases(run_page):
    page = run_page("history", **{"from": "23", "to": "24"})
    assert title(page) == "版本 23 → 24:2 格不同,0 盏灯不同"
    html = board_html(page)
    assert "77.8 公里" in html
    assert "26 个" in html
    assert page.selectbox(key="history_from").value == 23


def test_choosing_releases_writes_the_link(run_page):
    page = run_page("history", section="difference")
    page.selectbox(key="history_from").set_value(1).run()
    assert page.query_params["from"] == "1"
    assert numbers(title(page))[:2] == [1, 26]
    page.selectbox(key="history_to").set_value(1).run()
    assert title(page) == "版本 1 与版本 1 没有差异"


def test_the_lights_are_those_of_the_two_assessments(run_page, assessed):
    page = run_page("history", **{"from": "17", "to": "26", "as_of": "2018-11"})
    day = date(2018, 11, 30)
    expected = progress.changes_between(
        assessed("demo", day, release=17), assessed("demo", day, release=26)
    )
    assert len(expected) > 0
    assert title(page).endswith(f"{len(expected)} 盏灯不同")


def test_a_long_difference_is_listed_whole_when_asked_for(run_page):
    page = run_page("history", section="difference")
    assert "另有 766 格未列出" in board_html(page)
    page.toggle(key="history_all").set_value(True).run()
    assert "未列出" not in board_html(page)
    assert board_html(page).count("history?section=cell") >= 826


def test_filters_narrow_the_difference(run_page):
    whole, narrowed = (
        numbers(title(run_page("history", section="difference", **filters)))[2]
        for filters in ({}, {"theme": "openness"})
    )
    assert 0 < narrowed < whole


def test_what_was_known_on_a_day_is_compared_with_now_for_the_same_as_of(run_page):
    page = run_page("history", known_on="2018-12-31")
    assert title(page).startswith("2018年12月31日所知为版本 17;同看截至2018年11月30日,")
    html = board_html(page)
    assert "release=17" in html
    assert "as_of=2018-11" in html
    assert "141.6 公里" in html  # corrected later, about November 2018
    assert "2019年5月" not in html  # later months do not bear on November 2018


def test_a_day_before_everything_was_published_says_so(run_page):
    page = run_page("history", known_on="2016-01-01")
    assert title(page) == "2016年1月1日时还没有发布任何版本"


def test_choosing_a_day_writes_the_link(run_page):
    page = run_page("history", section="known")
    page.date_input(key="history_known_on").set_value(date(2018, 12, 31)).run()
    assert page.query_params["known_on"] == "2018-12-31"
    assert "版本 17" in title(page)


def test_the_life_of_a_withdrawn_cell_says_that_it_is_withdrawn(run_page):
    page = run_page("history", cell="observations/T24-6/430400/2019-03-31/same")
    assert title(page).endswith("已在版本 24 撤回")
    html = board_html(page)
    assert "77.8 公里" in html
    assert "demo-2019-03 第 143 行" in html
    assert "已撤回" in html


def test_choosing_a_period_leads_to_its_cell(run_page):
    page = run_page("history", cell="observations/T24-6/430400/2019-03-31/same")
    page.selectbox(key="history_cell_date").set_value("2019-02-28").run()
    assert page.query_params["cell"] == "observations/T24-6/430400/2019-02-28/same"
    page.selectbox(key="history_cell_subject").set_value("T30-M6").run()
    assert page.query_params["cell"].startswith("milestone_reports/T30-M6/")
    assert "T30-M6" in title(page)


def test_a_cell_of_any_table_has_its_life(run_page):
    page = run_page("history", cell="tasks/5", lang="en")
    assert "written once" in title(page)
    assert "no file" in board_html(page)


def test_a_cell_that_never_was_is_said_to_be_so(run_page):
    page = run_page("history", cell="observations/T24-6/430400/2030-01-31/same")
    assert title(page).endswith("从未报送")


def test_english_readers_get_english_reasons(run_page):
    html = board_html(run_page("history", lang="en"))
    assert "Correction to the report for Apr 2019 (simulated)" in html
    assert "Demo reviewer" in html


def test_an_older_release_in_the_frame_is_the_one_compared(run_page):
    page = run_page("history", section="difference", release="10")
    assert numbers(title(page))[:2] == [9, 10]
