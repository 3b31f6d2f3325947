"""What a reader of one release sees, on arrays alone."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from hengyang.store import visible

_WORD = st.text("0129aT-./ 项", max_size=6)


def naturally(word: str) -> list[tuple[bool, int, str]]:
    return [
        (part.isdigit(), int(part) if part.isdigit() else 0, part)
        for part in re.split(r"(\d+)", word)
    ]


@given(st.lists(_WORD, max_size=12))
def test_cells_come_in_the_order_of_their_words_with_numbers_as_numbers(words: list[str]) -> None:
    found = visible.latest_places([pd.array(words, dtype="str")], is_ordered=True)
    assert [words[place] for place in found] == sorted(set(words), key=naturally)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5), st.sampled_from("ab"))))
def test_the_latest_row_of_each_cell_wins_and_the_first_says_where_it_stands(
    rows: list[tuple[int, int, str]],
) -> None:
    number, place = (np.array([row[at] for row in rows], dtype="int64") for at in (0, 1))
    oldest_first = visible.oldest_first(number, place)
    order = np.arange(len(rows)) if oldest_first is None else oldest_first
    expected = sorted((at for at in range(len(rows)) if number[at]), key=lambda at: rows[at][:2])
    assert list(order) == expected
    key = pd.array([rows[at][2] for at in expected], dtype="str")
    last = {rows[at][2]: turn for turn, at in enumerate(expected)}
    assert list(visible.latest_places([key], is_ordered=False)) == list(last.values())
