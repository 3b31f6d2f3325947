"""A theme in every kind of file says, cell by cell, what `status --json` says. The proof has whole plan and department too."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import pytest

from hengyang import meeting, store
from hengyang.commands import answer
from hengyang.exports.content import Content, content_of
from hengyang.exports.makers import KINDS, made
from hengyang.meeting import DeckKind, Edition
from tests.conftest import needs_pdf
from tests.exports.same_numbers import CHECKS, Told, told

DAY = date(2019, 5, 31)


@pytest.fixture
def asked(store_url: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Content, Told]:
    """The theme's content, and what the command line says of it."""
    monkeypatch.setenv("HENGYANG_STORE", store_url)
    return _asked(store_url)


@cache
def _asked(store_url: str) -> tuple[Content, Told]:
    opened = store.open_store(store_url, "demo")
    edition = Edition.unfrozen(
        "demo", opened.latest_release(), DAY, deck=DeckKind.THEME, themes=("coordination",)
    )
    content = content_of(meeting.material(opened, edition), is_demo=True, language="zh")
    status = json.loads(
        answer(["status", "--as-of", "2019-05", "--theme", "coordination", "--json"])
    )
    return content, told(status, content)


@pytest.mark.parametrize(
    "kind", [pytest.param(kind, marks=needs_pdf if kind == "pdf" else ()) for kind in KINDS]
)
def test_a_theme_says_in_every_kind_of_file_what_status_says(
    kind: str, asked: tuple[Content, Told]
) -> None:
    content, said = asked
    assert CHECKS[kind](made(kind, content), content, said) > 30


def test_a_number_that_is_not_the_same_is_noticed(asked: tuple[Content, Told]) -> None:
    content, said = asked
    counts = dict(said.tasks[5]["counts"])
    counts["behind"] += 1
    wrong = Told(
        said.themes,
        {**said.tasks, 5: {**said.tasks[5], "counts": counts}},
        said.indicators,
        said.milestones,
    )
    with pytest.raises(AssertionError):
        CHECKS["pptx"](made("pptx", content), content, wrong)
