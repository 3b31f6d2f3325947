"""The reporting calendar: its counts, one department, nothing judged where nobody reports."""

from __future__ import annotations

import re

from tests.pages.conftest import board_html, numbers, title


def test_the_title_adds_up_and_the_lists_say_who_owes_what(run_page):
    page = run_page("reporting")
    due, on_time, late, missing, days, ahead = numbers(title(page))
    assert due == on_time + late + missing
    assert (days, ahead) == (90, 93)
    html = board_html(page)
    assert "2019年7月10日 市农委" in html
    assert "市商务局 2019年6月到期:迟报 1,缺报 1" in html
    assert "报送期限(假定,可改)" in html
    assert _judged_in_the_grid(html) == due


def _judged_in_the_grid(html):
    """What the last row adds up to left of the line."""
    total = html[html.index('<th scope="row">合计</th>') :].split("</tr>")[0]
    left = total.split('class="rc-ahead"')[0]
    counts = re.findall(r'class="rc-(on_time|late|missing|not_begun)">.(\d+)<', left)
    return sum(int(count) for _, count in counts)


def test_one_department_has_its_own(run_page):
    page = run_page("reporting", office="agriculture")
    assert title(page).startswith("市农委:已到期 136 件")
    assert "T04-3" not in board_html(page)


def test_in_official_nothing_is_late_or_missing(run_page):
    page = run_page("reporting", workspace="official", as_of="2019-06")
    assert title(page).startswith("尚无部门报送")
    html = board_html(page)
    assert "✕" not in html.replace("✕ 缺报", "")
    assert "没有缺报" not in html


def test_the_frame_s_filters_leave_their_own_and_english_is_english(run_page):
    whole, part = (
        numbers(title(run_page("reporting", lang="en", **more)))[0]
        for more in ({}, {"theme": "green"})
    )
    assert 0 < part < whole


def test_it_opens_through_the_frame(run_app):
    page = run_app()
    page.switch_page("pages/reporting.py").run()
    assert "955" in title(page)
