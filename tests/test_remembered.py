"""What is remembered is the right answer, and not more of it than was said."""

from __future__ import annotations

import pandas as pd

from hengyang.remembered import remembered


def counting(entries: int):
    """A remembered function and the list of what it was really asked."""
    asked: list[object] = []

    @remembered(entries)
    def described(frame: object, *, lang: str = "zh") -> str:
        asked.append(frame)
        return f"{frame!r} {lang}"

    return described, asked


def test_the_same_frame_is_answered_once() -> None:
    described, asked = counting(2)
    frame = pd.DataFrame({"value": [1]})
    assert described(frame, lang="en") is described(frame, lang="en")
    assert len(asked) == 1


def test_another_language_is_another_answer() -> None:
    described, _ = counting(2)
    assert described(7, lang="en") != described(7, lang="zh")


def test_equal_frames_that_are_two_objects_are_two_questions() -> None:
    described, asked = counting(2)
    described(pd.DataFrame({"value": [1]}))
    described(pd.DataFrame({"value": [1]}))
    assert len(asked) == 2


def test_a_frame_in_the_place_of_a_forgotten_one_is_not_mistaken_for_it() -> None:
    # one entry: each frame is freed by the next, whose place in memory is then often the same
    described, _ = counting(1)
    for value in range(200):
        assert str(value) in described(pd.DataFrame({"value": [value]}))


def test_one_and_true_are_two_questions() -> None:
    described, _ = counting(4)
    assert described(1) == "1 zh"
    assert described(True) == "True zh"


def test_lists_are_compared_by_what_they_hold() -> None:
    described, asked = counting(4)
    described([1, 2])
    described([1, 2])
    described([2, 1])
    assert len(asked) == 2


def test_the_oldest_answer_is_forgotten_first() -> None:
    described, asked = counting(2)
    for value in (1, 2, 1, 3, 1, 2):
        described(value)
    assert asked == [1, 2, 3, 2]
