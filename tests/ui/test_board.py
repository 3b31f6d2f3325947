"""Only HTML that was escaped where it was built goes onto a page."""

from __future__ import annotations

import pytest

from hengyang.charts import css
from hengyang.ui import board


@pytest.mark.parametrize("html", ["<b>text</b>", "", None, b"<b>"])
def test_a_plain_string_is_refused(html):
    with pytest.raises(TypeError, match="Markup"):
        board.show(html, key="x")


def test_the_stylesheet_fetches_nothing_from_elsewhere():
    sheet = css.stylesheet()
    assert "@import" not in sheet
    assert "http" not in sheet.replace("http://www.w3.org", "")
