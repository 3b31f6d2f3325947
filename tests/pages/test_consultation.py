import pytest

from tests.pages.conftest import board_html, numbers, title


def test_the_day_in_the_address_decides_what_is_known(run_page):
    assert "距反馈期限还有 3 天" in title(run_page("consultation", on="2017-09-22"))
    assert "今天是反馈期限" in title(run_page("consultation", on="2017-09-25"))
    after = run_page("consultation", on="2017-09-26")
    assert numbers(title(after)) == [1, 14, 23, 1, 3]
    html = board_html(after)
    assert html.count("核对未收到") == 23
    # what the columns count and what the title counts are told apart
    assert "收到来文 17 份:14 份各算一家,即标题所数;2 份已撤回(R2 R6);1 份是撤回函。" in html
    assert '于925日(周一)前</q> <abbr class="sic"' in html


def test_official_claims_no_consent(run_page):
    page = run_page("consultation", workspace="official")
    assert "本系统未收录任何反馈" in title(page)
    assert "视同无不同意见</span>" not in board_html(page)
    waiting = run_page("consultation", workspace="official", on="2017-09-20")
    assert "待反馈 40 家" in title(waiting)


def test_proposals_say_what_became_of_them_and_one_reply_can_be_chosen(run_page):
    page = run_page("consultation", section="proposals")
    assert numbers(title(page)) == [14, 6, 2, 3, 1, 2]
    assert "<del>50</del>" in board_html(page)
    assert numbers(title(run_page("consultation", section="proposals", reply="R3")))[0] == 2


def test_the_changed_clauses_stand_whole_beside_each_other(run_page, stored):
    html = board_html(run_page("consultation", section="text"))
    assert "<del>30</del>项补短板工程" in html
    assert "<ins>31</ins>项补短板工程" in html


@pytest.mark.parametrize("section", ["asked", "proposals", "text"])
def test_the_page_speaks_english(run_page, section):
    said = title(run_page("consultation", lang="en", section=section))
    assert not any("一" <= letter <= "鿿" for letter in said)


def test_the_frame_s_filters_narrow_who_is_shown(run_page):
    page = run_page("consultation", section="proposals", department="finance")
    assert numbers(title(page))[0] == 1
