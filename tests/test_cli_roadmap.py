# ruff: noqa: F811 (the fixtures of test_cli_review serve here too)
"""The roadmap on the command line: the shape, what narrows it, what is refused."""

from __future__ import annotations

from pathlib import Path
from zipfile import is_zipfile

from tests.test_cli_review import Ask, answer, ask, url  # noqa: F401  (fixtures)


def test_roadmap_answers_the_page_and_narrows(ask: Ask) -> None:
    found = answer(ask, "roadmap")
    assert list(found) == [
        *("workspace", "release", "as_of", "baseline", "items", "due"),
        *("moved", "undated", "contradictory"),
    ]
    assert len(found["moved"]) == 10
    slipped = next(item for item in found["items"] if item["item"] == "D04-04")
    assert (slipped["was_finish"], slipped["planned_finish"]) == ("2020-08-31", "2021-01-31")
    assert slipped["finish_slip_months"] == 5
    own = answer(ask, "roadmap", "--task", "4", "--baseline", "14")
    assert own["baseline"] == 14
    assert {item["task"] for item in own["items"]} == {4}
    assert "D04-04" in own["moved"]
    text = ask("roadmap", "--department", "市发改委", "--lang", "en")
    assert text.startswith("Demo data")
    assert "finish 5 months later (was Aug 2020)" in text


def test_roadmap_refuses_what_does_not_exist(ask: Ask) -> None:
    for wrong in (("--task", "99"), ("--task", "x"), ("--baseline", "99"), ("--baseline", "0")):
        assert ask("roadmap", *wrong, exit_code=2).count("\n") == 1


def test_roadmap_writes_a_whole_file_or_none(ask: Ask, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    place = folder / "路线图.pptx"
    assert answer(ask, "roadmap", "--task", "4", "--output", str(place))["file"] == str(place)
    assert is_zipfile(place)
    for wrong in ("x.docx", "nowhere/x.pptx"):
        said = ask("roadmap", "--task", "4", "--output", str(folder / wrong), exit_code=2)
        assert said.count("\n") == 1
    assert [path.name for path in folder.iterdir()] == ["路线图.pptx"]
