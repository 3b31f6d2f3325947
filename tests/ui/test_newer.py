"""A newer release: offered to a page that shows an older one, and told to a reader whose page has moved on."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from hengyang.labels import words
from hengyang.ui import loading, newer
from hengyang.ui.selection import Selection


@pytest.fixture
def newest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "release_numbers", lambda *_: [27, 26, 25])


def test_a_page_that_follows_the_newest_is_offered_the_newest(newest: None) -> None:
    assert newer.newer_than(Selection(), 25) == 27
    assert newer.newer_than(Selection(), 27) is None


def test_who_asked_for_a_release_is_offered_no_other(newest: None) -> None:
    assert newer.newer_than(Selection(release=25), 25) is None


def test_a_page_that_could_not_be_shown_is_offered_nothing(newest: None) -> None:
    assert newer.newer_than(Selection(), None) is None


def test_a_click_on_the_offer_draws_the_page_anew_at_the_newest(newest: None) -> None:
    def page() -> None:
        import streamlit as st

        from hengyang.ui import newer
        from hengyang.ui.selection import Selection

        shown = st.session_state["found"].pop(0)
        st.caption(f"{shown}")
        newer.watch(Selection(), shown)

    test = AppTest.from_function(page)
    # What the page is drawn at: when it opens, while the click is answered, and when it is drawn anew.
    test.session_state["found"] = [25, 25, 27]
    test.run()
    (offer,) = test.button
    assert offer.label == words("zh")("frame-newer", release="27")
    assert test.caption[0].value == "25"
    offer.click().run()
    assert test.caption[0].value == "27"
    assert not test.button
