import pytest

from hengyang.inspection import case_events
from tests.pages.conftest import board_html, numbers, title


def test_the_title_counts_what_the_list_shows(run_page):
    page = run_page("cases")
    total, red, overdue, awaiting, closed = numbers(title(page))
    assert (total, red, overdue, awaiting, closed) == (19, 16, 2, 2, 2)
    assert "逾期,待回复" in board_html(page)
    assert board_html(run_page("cases", section="overdue")).count("<tr>") == 1 + overdue


@pytest.mark.parametrize("parameters", [{}, {"case": "T15-M2-2018-10"}, {"workspace": "official"}])
def test_the_page_speaks_english(run_page, parameters):
    said = title(run_page("cases", lang="en", **parameters))
    assert not any("一" <= letter <= "鿿" for letter in said)


def test_the_frame_s_filters_leave_their_own_cases(run_page):
    assert numbers(title(run_page("cases", department="agriculture")))[0] < 19
    assert numbers(title(run_page("cases", department="agriculture")))[0] > 0


def test_a_case_that_is_not_there_says_so_and_shows_the_list(run_page):
    page = run_page("cases", case="T05-3-1999-01")
    assert "19" in title(page)
    assert any("不存在" in info.value for info in page.info)


@pytest.fixture
def on_this_machine(monkeypatch):
    """AppTest sends no Host header; a browser on this machine does."""
    monkeypatch.setattr(
        "hengyang.access.why_no_local_identities", lambda *_, **__: None, raising=True
    )


def test_a_reviewer_closes_a_recovered_case_with_its_evidence(run_page, own_store, on_this_machine):
    page = run_page("cases", case="T15-M2-2018-10")
    assert "待销号" in title(page)
    page.text_area(key="case_evidence").set_value("复查记录(模拟)")
    page.button(key="case_do_closed").click().run()
    assert "已销号" in title(page)
    assert case_events(own_store, "T15-M2-2018-10").iloc[-1]["evidence"] == "复查记录(模拟)"


def test_what_a_step_lacks_is_said_and_nothing_is_written(run_page, own_store, on_this_machine):
    page = run_page("cases", case="T15-M2-2018-10")
    page.button(key="case_do_closed").click().run()
    assert page.error[0].value == "销号须有依据。"
    assert len(case_events(own_store, "T15-M2-2018-10")) == 3


def test_whoever_may_nothing_sees_no_form(run_page):
    page = run_page("cases", case="T15-M2-2018-10", workspace="demo")
    assert not page.text_area


def test_what_the_chosen_department_is_to_answer_comes_first(run_page):
    page = run_page("cases", section="all", department="environmental_protection")
    rows = board_html(page).split("<tr>")[2:]
    is_own = ["市环保局" in row for row in rows]
    assert len(is_own) > 5
    assert is_own == [True, True, *[False] * (len(is_own) - 2)]
    assert any("其中由所选部门答复 2 件" in said.value for said in page.caption)
    unfiltered = run_page("cases").caption
    assert not any("列在前" in said.value for said in unfiltered)
    none_of_theirs = run_page("cases", section="closed", department="environmental_protection")
    assert not any("列在前" in said.value for said in none_of_theirs.caption)
