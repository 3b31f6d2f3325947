"""README.md holds what it promises: its commands, its map and its pictures are there."""

from __future__ import annotations

import re
from functools import cache

import pytest

from hengyang import commands
from tests.sources import ROOT, rooms

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s#]+)[^)]*\)|<img[^>]*\bsrc=\"([^\"]+)\"")


@cache
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def linked_files(text: str) -> list[str]:
    """What a Markdown text links to or shows, addresses on the web left out."""
    found = [markdown or html for markdown, html in _LINK.findall(text)]
    return [target for target in found if not re.match(r"[a-z]+:", target)]


@pytest.mark.parametrize("command", ["run", "test", "check", "data", "measure", "bench"])
def test_readme_names_a_command_that_the_makefile_has(command: str) -> None:
    assert f"make {command}" in readme()
    assert re.search(rf"^{command}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_readme_names_no_command_that_the_makefile_lacks() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"`make (\w+)", readme()))
    assert named <= targets


@pytest.mark.parametrize("room", sorted(rooms()))
def test_readme_s_map_has_every_room(room: str) -> None:
    # as the map writes it: a folder ends in a slash, a module in .py
    assert re.search(rf"(?<!\w){room}(/|\.py)", readme())


@pytest.mark.parametrize("command", commands.COMMAND_NAMES)
def test_readme_documents_every_answer_of_the_command_line(command: str) -> None:
    assert "python -m hengyang" in readme()
    assert re.search(
        rf"`(python -m hengyang )?{command}\b[^`]*`|python -m hengyang {command}\b", readme()
    )


def test_every_file_and_picture_that_readme_links_to_exists() -> None:
    missing = [target for target in linked_files(readme()) if not (ROOT / target).exists()]
    assert missing == []


def test_readme_shows_pictures() -> None:
    shown = [
        target for target in linked_files(readme()) if target.endswith((".png", ".webp", ".jpg"))
    ]
    assert len(shown) >= 2


def test_links_of_every_kind_are_found() -> None:
    text = '![a](docs/a.png) [b](b.md#part) <img src="c.png" alt=""> [web](https://example.org/x)'
    assert linked_files(text) == ["docs/a.png", "b.md", "c.png"]
