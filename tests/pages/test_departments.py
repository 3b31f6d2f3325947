import re
import subprocess
import sys

from hengyang.delivery.appraisal_rule import RULE_SETTING
from tests.conftest import ROOT
from tests.pages.conftest import board_html, title


def test_the_matrix_is_found_in_one_sentence(run_page):
    assert title(run_page("departments")).startswith("26 个部门承担 31 项任务的 111 个责任")


def test_an_office_answers_for_what_it_leads(run_page):
    page = run_page("departments", office="housing_and_urban_rural")
    assert title(page).startswith("市住建局:牵头 6 项、配合 7 项任务")
    assert page.selectbox(key="departments_office").value == "housing_and_urban_rural"
    html = board_html(page)
    assert "T05-3" in html
    for way in ("reporting?office", "assessment?office", "projects?department", "cases?department"):
        assert f'href="{way}=housing_and_urban_rural' in html
    assert re.search(r"牵头项目 \d+ 个</b><span>严重滞后 \d+、滞后 \d+、未报送 \d+", html)
    assert re.search(r"考核第 \d+ 名\(参评 \d+ 个部门\)", html)


def test_a_rule_that_cannot_be_used_takes_its_row_off_the_page_and_nothing_else(
    run_page, monkeypatch, tmp_path
):
    mistyped = tmp_path / "rule.toml"
    mistyped.write_text("version = one", encoding="utf-8")
    monkeypatch.setenv(RULE_SETTING, str(mistyped))
    page = run_page("departments", office="housing_and_urban_rural", lang="en")
    assert title(page).startswith("Municipal Housing")
    assert "T05-3" in board_html(page)
    (told,) = page.warning
    assert told.value.startswith("The rule's file rule\\.toml has")


def test_a_garbled_office_is_the_matrix(run_page):
    assert "111 个责任" in title(run_page("departments", office="nobody"))


def test_in_english_and_official_it_says_that_nothing_was_reported(run_page):
    page = run_page("departments", office="commerce", lang="en", workspace="official")
    assert title(page).startswith("Municipal Commerce Bureau: leads 2 tasks")
    assert "not reported" in title(page)
    assert "No department has reported yet: not judged" in board_html(page)
    assert "Not ranked in the appraisal" in board_html(page)


def test_a_theme_filter_narrows_the_matrix(run_page):
    assert "5 项任务的 23 个责任" in title(run_page("departments", theme="green"))


def test_an_office_outside_the_filter_says_so(run_page):
    page = run_page("departments", theme="openness", office="education")
    assert "所选范围内没有它的任务" in title(page)


def test_choosing_an_office_writes_it_to_the_address(run_page):
    page = run_page("departments")
    page.selectbox(key="departments_office").set_value("commerce").run()
    assert page.query_params["office"] == "commerce"
    assert title(page).startswith("市商务局")
    page.selectbox(key="departments_office").set_value("").run()
    assert "office" not in page.query_params


def test_neither_this_page_nor_the_method_page_draws_with_plotly():
    modules = "departments, dictionary, examples, findings, method, office, sources, task, trial"
    code = f"import sys; from hengyang.charts import {modules}; sys.exit('plotly' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
