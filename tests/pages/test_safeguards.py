import pytest

from tests.pages.conftest import board_html, numbers, title


def test_each_commitment_stands_with_its_sentence_and_light(run_page, stored):
    page = run_page("safeguards")
    assert "15 项保障承诺" in title(page)
    html = board_html(page)
    assert all(quote in html for quote in stored().safeguard_commitments["quote_zh"])


def test_official_is_grey_and_claims_nothing(run_page):
    assert "均无填报" in title(run_page("safeguards", workspace="official"))
    page = run_page("safeguards", workspace="official", section="listings")
    assert "本系统未收录" in title(page)
    assert "不等于未列入" in board_html(page)
    assert "未收录" in title(run_page("safeguards", workspace="official", section="green"))


def test_the_green_channel_lists_what_its_title_counts(run_page):
    page = run_page("safeguards", section="green")
    total, is_open, _ = numbers(title(page))
    assert board_html(page).count("<tr>") == 1 + total
    assert board_html(page).count("办理中</td>") == is_open


@pytest.mark.parametrize("section", ["commitments", "green", "listings"])
def test_the_page_speaks_english(run_page, section):
    said = title(run_page("safeguards", lang="en", section=section))
    assert not any("一" <= letter <= "鿿" for letter in said)


def test_a_theme_narrows_the_registers_of_projects(run_page):
    whole = numbers(title(run_page("safeguards", section="listings")))[0]
    assert numbers(title(run_page("safeguards", section="listings", theme="green")))[0] < whole
