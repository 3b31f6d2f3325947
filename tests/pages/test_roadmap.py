import pytest

from tests.pages.conftest import board_html, title

SECTIONS = {
    "gantt": "57 项过期未办,19 项到期未报,90 天内到期 107 项;与最初日期比,10 项日期有变",
    "due": "过期未办 57 项,到期未报 19 项,90 天内到期 107 项",
    "moved": "与最初日期比,10 项日期有变:推迟 10 项,提前 0 项",
    "undated": "0 个项目、0 项其他没有日期,4 项是持续任务",
}


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_says_what_it_has_found(run_page, section):
    assert title(run_page("roadmap", section=section)).startswith(SECTIONS[section])


def test_the_frame_shows_the_roadmap_under_more(run_app):
    page = run_app()
    page.switch_page("pages/roadmap.py").run()
    assert title(page) == SECTIONS["gantt"]


def test_a_task_is_drawn_whole_with_the_old_date_of_what_slipped(run_page):
    html = board_html(run_page("roadmap", task="4", open="4"))
    assert "完成推迟 5 个月(原 2020年8月)" in html
    assert "rm-was" in html
    assert "rm-shift rm-later" in html
    assert "projects?project=D04-04" in html
    assert "期限 2020年" in html
    assert "2020年12月31日" not in html


def test_a_large_group_is_capped_until_all_is_asked_for(run_page):
    capped = board_html(run_page("roadmap", show="theme", open="coordination"))
    whole = board_html(run_page("roadmap", show="theme", open="coordination", all="1"))
    assert capped.count("rm-r rm-item") == 40
    assert whole.count("rm-r rm-item") > 100
    assert "项,全部列出" in capped
    assert board_html(run_page("roadmap", show="department")).count("rm-r rm-item") == 0


def test_another_release_is_the_baseline_and_the_link_keeps_it(run_page):
    page = run_page("roadmap", section="moved", against="14")
    assert title(page) == "与版本 14比,10 项日期有变:推迟 10 项,提前 0 项"
    assert "against=14" in board_html(run_page("roadmap", against="14"))


def test_official_says_what_it_does_not_know_instead_of_drawing_it(run_page):
    said = title(run_page("roadmap", workspace="official"))
    assert said == "147 项目标年限已过而未报送结果;52 项没有日期,不上时间轴"
    page = run_page("roadmap", workspace="official", section="undated")
    assert board_html(page).count("未载日期") == 48


def test_the_page_hands_out_what_it_shows_as_files(run_page):
    buttons = run_page("roadmap", task="4").get("download_button")
    assert [button.proto.label for button in buttons] == ["PDF", "PNG", "PPTX"]


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_speaks_english(run_page, section):
    said = title(run_page("roadmap", section=section, lang="en", theme="green"))
    assert not any("一" <= letter <= "鿿" for letter in said)
