"""The assessment page: its finding, a department's components, weights to try, nobody ranked in official."""

from __future__ import annotations

import re

import pytest

from tests.pages.conftest import board_html, numbers, title


def test_the_title_counts_who_is_ranked_and_the_list_shows_them(run_page):
    page = run_page("assessment")
    said = numbers(title(page))
    html = board_html(page)
    assert (said[0], said[-1]) == (11, 19)
    assert html.count('class="ap-bar"') == 11
    assert "数据不足,不排名" in html
    assert "891" in html
    assert "公布的规则(第 1 版)" in html


def test_a_score_leads_to_what_it_was_made_from(run_page):
    page = run_page("assessment", office="agriculture")
    html = board_html(page)
    assert title(page).startswith("市农委:67.8 分,第 10 名(共 11 个)")
    assert "= 67.8" in html
    assert "cases?case=T13-5-2018-09" in html
    assert re.search(r"T16-3.*?缺报", html)


def test_other_weights_are_a_trial_that_the_link_carries(run_page):
    page = run_page("assessment", weights="0.100.0.0")
    assert title(page).startswith("试算:")
    assert "不改变已公布的规则" in page.warning[0].value
    assert "weights=0.100.0.0" in board_html(page)
    assert "权重 40" in board_html(page)  # the published rule still stands there
    page.button(key="appraisal_back").click().run()
    assert not title(page).startswith("试算")


def test_filters_do_not_narrow_what_is_compared_and_the_page_says_so(run_page):
    page = run_page("assessment", theme="green")
    assert numbers(title(page))[0] == 11
    assert "筛选不改变这一页" in page.warning[0].value


@pytest.mark.parametrize("garbled", ["1.2.3", "a.b.c.d", "0.0.0.0", "101.1.1.1", "²0.1.1.1"])
def test_garbled_weights_leave_the_published_ones(run_page, garbled):
    assert not title(run_page("assessment", weights=garbled)).startswith("试算")


def test_moving_a_weight_writes_it_to_the_link(run_page):
    page = run_page("assessment")
    page.slider(key="appraisal_cases").set_value(0).run()
    assert page.query_params["weights"] == "40.20.20.0"
    assert title(page).startswith("试算:")


def test_in_official_nobody_is_ranked_and_the_page_says_why(run_page):
    page = run_page("assessment", workspace="official")
    assert title(page) == "尚无部门报送,数据不足,30 个部门均不排名"
    assert "ap-bar" not in board_html(page)


def test_a_rule_with_faults_is_not_used_and_all_are_named(run_app, tmp_path, monkeypatch):
    broken = tmp_path / "rule.toml"
    broken.write_text("version = 1\n[weights]\nprogress = -1\n", encoding="utf-8")
    monkeypatch.setenv("HENGYANG_ASSESSMENT_RULE", str(broken))
    page = run_app()
    page.switch_page("pages/assessment.py").run()
    assert not page.exception
    said = " ".join(error.value for error in page.error).replace("\\", "")
    assert "weights.progress = -1" in said
    assert "weights.cases" in said
    assert "[ranking] = –" in said


@pytest.mark.parametrize("parameters", [{}, {"office": "commerce"}, {"workspace": "official"}])
def test_the_page_speaks_english(run_page, parameters):
    said = title(run_page("assessment", lang="en", **parameters))
    assert not any("一" <= letter <= "鿿" for letter in said)
