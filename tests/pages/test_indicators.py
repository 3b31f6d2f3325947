"""指标 lists every indicator and hands the list out."""

from __future__ import annotations

import re
from datetime import date

import pytest

from hengyang import progress
from hengyang.labels import words
from tests.pages.conftest import board_html, numbers, title

NEEDY = ("far_behind", "overdue", "behind")


def finding_numbers(assessment) -> list[int]:
    """Rows, needing attention, not reported, stale."""
    lights = assessment.counted["light"].astype(str)
    return [
        len(assessment.indicators),
        int(lights.isin(NEEDY).sum()),
        int((lights == "not_reported").sum()),
        int(assessment.indicators["is_stale"].sum()),
    ]


def listed(html: str) -> list[str]:
    """The ids in the table's first column, from top to bottom."""
    return re.findall(r'<tr><td data-value="(T\d\d-\d+)">', html)


def test_all_eighty_targets_are_listed_once(run_page, stored, assessed):
    test = run_page("indicators")
    assert numbers(title(test)) == finding_numbers(assessed())
    assert sorted(listed(board_html(test))) == sorted(stored().indicators["indicator"])


def test_what_was_not_reported_has_no_value(run_page, assessed):
    html = board_html(run_page("indicators", workspace="official"))
    rows = re.findall(r"<tr><td.*?</tr>", html)
    official = assessed("official").indicators
    unknown = set(official.loc[official["actual"].isna(), "indicator"])
    assert len(unknown) > 40
    for row in rows:
        indicator, *_, value = re.findall(r'<td[^>]*data-value="([^"]*)"', row)[:4]
        if indicator in unknown:
            assert value == ""
    assert numbers(title(run_page("indicators", workspace="official"))) == finding_numbers(
        assessed("official")
    )


def test_before_the_plan_nothing_is_behind(run_page, assessed):
    expected = finding_numbers(assessed("demo", date(2017, 8, 31)))
    assert expected[1] == expected[3] == 0
    assert numbers(title(run_page("indicators", as_of="2017-08"))) == expected


@pytest.mark.parametrize(
    ("own", "narrowing"),
    [
        ({"theme": "green"}, {"themes": ["green"]}),
        ({"light": "behind.far_behind"}, {"lights": ["behind", "far_behind"]}),
        ({"division": "430481"}, {"divisions": ["430481"]}),
    ],
)
def test_a_filter_narrows_the_list(run_page, stored, assessed, own, narrowing):
    narrowed = progress.narrowed(assessed(), stored(), **narrowing)
    test = run_page("indicators", **own)
    assert numbers(title(test)) == finding_numbers(narrowed)
    assert listed(board_html(test)) == narrowed.indicators["indicator"].tolist()


@pytest.mark.parametrize("query", ["管廊", "T05-3", "t05-3", "sewage"])
def test_the_search_keeps_what_it_names(run_page, stored, query):
    found = listed(board_html(run_page("indicators", q=query)))
    plan = stored().indicators.set_index("indicator")
    assert found
    for indicator in found:
        row = plan.loc[indicator]
        assert query.lower() in f"{indicator} {row['name_zh']} {row['name_en']}".lower()


@pytest.mark.parametrize("query", ["没有这种指标", "<script>alert(1)</script>", "([", "%", "\\"])
def test_a_search_without_hits_says_so(run_page, query):
    test = run_page("indicators", q=query)
    assert title(test) == words("zh")("register-finding-none")
    assert "<script>" not in board_html(test)


def test_typing_in_the_search_box_narrows_the_table(run_page):
    test = run_page("indicators")
    test.text_input(key="register_query").set_value("T05-3").run()
    title(test)
    assert listed(board_html(test)) == ["T05-3"]
    assert test.query_params["q"] == "T05-3"


def test_english_says_the_same_numbers(run_page, assessed):
    test = run_page("indicators", lang="en")
    assert numbers(title(test)) == finding_numbers(assessed())


def test_a_past_release_shows_what_readers_saw_then(run_page, assessed):
    assert numbers(title(run_page("indicators", release="5"))) == finding_numbers(
        assessed("demo", release=5)
    )
