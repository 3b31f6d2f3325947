"""A newer release: offered to a page that shows an older one, and told to a reader whose page has moved on."""

from __future__ import annotations

import pytest

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


def test_a_publish_elsewhere_is_looked_for_often_enough_to_show_within_five_seconds() -> None:
    # The rest is for reading and drawing.
    assert loading.LOOKS_AGAIN_AFTER_S <= 2
