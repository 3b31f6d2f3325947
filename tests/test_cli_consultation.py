"""The consultation on the command line: the shape, any day, what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable

Ask = Callable[..., str]


def test_consultation_answers_the_page_on_any_day(ask: Ask) -> None:
    found = json.loads(ask("consultation --on 2017-09-26 --json"))
    assert list(found) == [
        *("workspace", "release", "on", "clock", "rule", "counts", "asked", "proposals"),
        "revisions",
    ]
    assert (found["clock"]["days_left"], found["clock"]["days_passed"]) == (None, 1)
    assert found["rule"]["silence"] == "逾期不反馈,视同无不同意见"
    assert found["counts"]["deemed_consent"] == 23
    assert found["revisions"] == []
    later = json.loads(ask("consultation --json"))
    assert len(later["revisions"]) == 8
    assert json.loads(ask("consultation --on 2017-09-25 --json"))["counts"]["deemed_consent"] == 0
    text = ask("consultation --lang en --department finance")
    assert text.startswith("Demo data")
    assert "R8-1" in text
    assert "R3-1" not in text


def test_official_says_that_nothing_is_recorded(ask: Ask) -> None:
    counts = json.loads(ask("consultation --workspace official --json"))["counts"]
    assert {name for name, count in counts.items() if count} == {"not_recorded"}


def test_a_bad_day_is_one_line_and_exit_two(ask: Ask) -> None:
    assert ask("consultation --on 2017-09-31", exit_code=2).count("\n") == 1


def test_safeguards_answers_the_page(ask: Ask) -> None:
    found = json.loads(ask("safeguards --json"))
    assert list(found) == [
        *("workspace", "release", "as_of", "commitments", "green_channel", "listings"),
    ]
    assert [len(found["commitments"]), found["green_channel"]["summary"]["requests"]] == [15, 49]
    official = json.loads(ask("safeguards --workspace official --json"))
    assert official["listings"] == {"summary": None, "projects": []}
    assert ask("safeguards --lang en --department finance").count("\nS") == 6
