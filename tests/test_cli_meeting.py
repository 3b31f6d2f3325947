# ruff: noqa: F811 (the fixtures of test_cli_review serve here too)
"""Editions on the command line: freezing and listing, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from hengyang.schema import LANGUAGES
from tests.test_cli_review import Ask, answer, ask, roles, url  # noqa: F401  (fixtures)

SHAPE = [
    *("edition", "workspace", "release", "as_of", "deck", "title", "themes", "departments"),
    *("lights", "divisions", "thresholds", "method_version", "slides", "frozen_by", "frozen_at"),
    "previous",
]


def test_freeze_answers_the_edition_and_editions_lists_it(ask: Ask) -> None:
    made = answer(ask, "freeze", "--as", "demo-reviewer", "--theme", "green", "--title", "七月")
    assert list(made) == SHAPE
    assert (made["edition"], made["deck"], made["themes"]) == ("E1", "theme", ["green"])
    assert (made["release"], made["as_of"], made["title"]) == (26, "2019-06-30", "七月")
    whole = answer(ask, "freeze", "--as", "demo-reporter", "--as-of", "2019-05", "--deck", "red")
    assert (whole["edition"], whole["as_of"], whole["previous"]) == ("E2", "2019-05-31", None)
    listed = answer(ask, "editions")
    assert list(listed) == ["workspace", "editions"]
    assert listed["editions"] == [whole, made]
    assert "E1 [" in ask("editions")


def test_a_department_is_known_by_its_name(ask: Ask) -> None:
    made = answer(ask, "freeze", "--as", "demo-reviewer", "--department", "市住建局")
    assert (made["deck"], made["departments"]) == ("department", ["housing_and_urban_rural"])


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (["freeze"], 1),  # nobody
        (["freeze", "--as", "nobody-known"], 1),
        (["freeze", "--as", "demo-reviewer", "--workspace", "official"], 1),
        (["freeze", "--as", "demo-reviewer", "--deck", "theme"], 2),
        (["freeze", "--as", "demo-reviewer", "--deck", "best"], 2),
        (["freeze", "--as", "demo-reviewer", "--department", "no such"], 2),
        (["freeze", "--as", "demo-reviewer", "--release", "99"], 2),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_refused_is_one_line_and_freezes_nothing(
    ask: Ask,
    arguments: list[str],
    exit_code: int,
    language: str,
) -> None:
    said = ask(*arguments, "--lang", language, exit_code=exit_code)
    assert said.count("\n") == 1
    assert answer(ask, "editions")["editions"] == []


def test_the_roles_file_says_who_may_freeze(ask: Ask, roles: Any) -> None:
    assert answer(ask, "freeze", "--as", "li")["edition"] == "E1"
    ask("freeze", "--as", "wang", exit_code=1)
    assert answer(ask, "freeze", "--as", "wang", "--department", "commerce")["edition"] == "E2"
    ask("freeze", "--as", "demo-reviewer", exit_code=1)


@pytest.mark.parametrize("command", ["editions", "freeze"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_documents_the_shape(ask: Callable[..., str], command: str, language: str) -> None:
    said = ask(command, "--help", "--lang", language)
    assert command in said
    assert "JSON" in said
    if command == "editions":
        assert all(name in said for name in SHAPE if name != "edition")


def test_an_edition_is_plain_json(ask: Ask) -> None:
    made = answer(ask, "freeze", "--as", "demo-reviewer")
    assert json.loads(json.dumps(made)) == made
    assert made["thresholds"]["stage_shares"]["approval"] == 30.0
