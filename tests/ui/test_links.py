"""Links carry the selection, and nothing leads out of the app."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang.ui.links import OWN_PARAMS, PAGES, href, target
from hengyang.ui.selection import Selection, parsed
from tests.ui.test_selection import selections

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(
    st.sampled_from(list(PAGES)), selections, st.dictionaries(st.sampled_from(OWN_PARAMS), words)
)
def test_a_link_leads_where_it_says(page, chosen, own):
    found = target(href(page, chosen, **own))
    assert found is not None
    file, parameters = found
    assert file == PAGES[page]
    assert parsed(parameters) == chosen
    assert {name: parameters[name] for name in own} == own


def test_a_link_may_change_the_selection_it_carries():
    _, parameters = target(href("indicators", Selection(lang="en"), light=("behind",)))
    assert parameters == {"lang": "en", "light": "behind"}


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/task?task=5",
        "//example.org/task",
        "///example.org/task",
        "http:task",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "mailto:a@example.org",
        "\\\\example.org\\task",
        "task/../../etc/passwd",
        "secret",
        "pages/task.py",
        "",
        "?task=5#x",
    ],
)
def test_only_addresses_of_the_app_are_followed(address):
    found = target(address)
    assert found is None or found[0] == PAGES["overview"]
    if any(mark in address for mark in (":", "//", "\\", "secret", "pages", "etc")):
        assert found is None


def test_parameters_that_no_page_knows_are_dropped():
    _, parameters = target("task?task=5&embed=true&embed_options=x&foo=1")
    assert parameters == {"task": "5"}


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_none(text):
    found = target(text)
    assert found is None or found[0] in PAGES.values()
