import pytest

from tests.pages.conftest import board_html, title

SECTIONS = {
    "rule": "方法 v1:按序时线性推进判灯;70 项计入,53 处原文疑点已列明",
    "try": "这组阈值与方法 v1 亮的灯完全相同",
    "defects": "原文称 30 项、实列 31 项",
    "dictionary": "41 张表",
    "figures": "找到 9 个真实公开数字,其中 4 个口径一致",
    "consultation": "征求意见稿:2017年9月25日前反馈",
}


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_says_what_it_has_found(run_page, section):
    page = run_page("method", section=section)
    assert title(page).startswith(SECTIONS[section])
    assert page.segmented_control(key="method_section").value == section


def test_a_garbled_section_is_the_rule(run_page):
    assert title(run_page("method", section="nonsense")) == SECTIONS["rule"]


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_speaks_english_over_official_data(run_page, section):
    page = run_page("method", section=section, lang="en", workspace="official")
    assert not any("一" <= letter <= "鿿" for letter in title(page))


def test_only_the_chosen_section_is_drawn(run_page):
    assert "T05-3" in board_html(run_page("method", section="rule"))
    assert "T05-3" not in board_html(run_page("method", section="consultation"))


def test_tried_thresholds_change_lights_on_the_page(run_page):
    page = run_page("method", section="try")
    page.slider(key="method_behind_points").set_value(29.0).run()
    assert title(page).startswith("按这组阈值,")
    assert "转差 0" in title(page)
    page.button(key="method_reset").click().run()
    assert "完全相同" in title(page)


def test_contradicting_thresholds_are_answered_with_a_sentence(run_page):
    page = run_page("method", section="try")
    page.slider(key="method_far_behind_points").set_value(5.0).run()
    assert "自相矛盾" in title(page)
    assert "必须大于" in page.warning[0].value


def test_a_link_reproduces_the_defects_that_were_filtered(run_page):
    page = run_page("method", section="defects", show="grammar.likely")
    assert page.selectbox(key="method_category").value == "grammar"
    assert page.selectbox(key="method_confidence").value == "likely"
    page.selectbox(key="method_category").set_value("").run()
    assert page.query_params["show"] == "likely"


def test_the_demo_says_that_real_figures_are_not_mixed_in(run_page):
    assert "不混入演示数据" in board_html(run_page("method", section="figures"))
    official = run_page("method", section="figures", workspace="official")
    assert "不混入演示数据" not in board_html(official)


def test_the_full_text_is_there_when_asked_for(run_page):
    page = run_page("method", section="consultation")
    assert "积极争取国家级" not in board_html(page)
    page.toggle(key="method_plan_text").set_value(True).run()
    assert "积极争取国家级" in board_html(page)
