# ruff: noqa: F811 (the fixtures of test_cli_review serve here too)
"""Red lights as cases on the command line: the shape, the lists, what is refused."""

from __future__ import annotations

from tests.test_cli_review import Ask, answer, ask, url  # noqa: F401  (fixtures)

SHAPE = [
    *("case", "subject", "task", "opened_on", "last_red_on", "months_red", "months_silent"),
    *("recovered_on", "light_opened", "light_now", "occurrence", "occurrences", "state", "owner"),
    *("is_owner_inferred", "promised_on", "is_overdue", "events"),
]


def test_cases_answers_the_page_and_narrows_to_a_department(ask: Ask) -> None:
    found = answer(ask, "cases")
    assert list(found) == ["workspace", "release", "as_of", "counts", "cases"]
    assert found["counts"]["all"] == len(found["cases"]) == 19
    assert all(list(case) == SHAPE for case in found["cases"])
    closed = next(case for case in found["cases"] if case["case"] == "T20-1-2018-09")
    assert (closed["opened_on"], closed["recovered_on"]) == ("2018-09-30", "2018-12-31")
    assert [event["step"] for event in closed["events"]][-1] == closed["state"] == "closed"
    assert closed["events"][0]["at"].endswith("+00:00")

    own = answer(ask, "cases", "--department", "市农委")["cases"]
    assert {case["case"] for case in own} < {case["case"] for case in found["cases"]}
    assert ask("cases", "--department", "no such", exit_code=2).count("\n") == 1
    text = ask("cases", "--lang", "en")
    assert text.startswith("Demo data")
    assert "T04-1-2018-09" in text
    assert "T20-1-2018-09" not in text
