"""`export`, asked as a reader asks it: a whole file, or one line that says why there is none."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from hengyang import access, meeting, store
from hengyang.__main__ import main
from hengyang.commands import writing
from hengyang.exports import makers
from hengyang.labels import words
from tests.conftest import needs_pdf

Ask = Callable[..., str]
DAY, NOW = date(2019, 5, 31), datetime(2019, 6, 5, tzinfo=UTC)


@pytest.fixture
def ask(store_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Asks a prepared store: what stands on stdout, or the one line on stderr with an exit code given."""
    monkeypatch.setenv("HENGYANG_STORE", store_url)

    def asked(*words_of_line: object, exit_code: int = 0) -> str:
        assert main([str(word) for word in words_of_line]) == exit_code
        captured = capsys.readouterr()
        quiet, loud = (captured.err, captured.out) if not exit_code else captured
        assert quiet == ""
        return loud

    return asked


GREEN = ("export", "pptx", "--as-of", "2019-05", "--theme", "green")


def test_a_folder_gets_files_under_free_names_that_say_what_they_hold(
    ask: Ask, tmp_path: Path
) -> None:
    first, second = (json.loads(ask(*GREEN, "--output", tmp_path, "--json")) for _ in range(2))
    release = first["release"]
    name = f"演示数据_补短板_2019-05_绿色发展_调度会_r{release}"
    assert Path(first["file"]).name == f"{name}.pptx"
    assert Path(second["file"]).name == f"{name} (2).pptx"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"{name} (2).pptx",
        f"{name}.pptx",
    ]
    assert Path(first["file"]).read_bytes() == Path(second["file"]).read_bytes()


def test_the_answer_says_what_the_file_was_made_from(ask: Ask, tmp_path: Path) -> None:
    place = tmp_path / "d.pptx"
    office = ("--department", "市教育局", "--workspace", "official", "--lang", "en")
    said = json.loads(ask("export", "pptx", *office, "--output", place, "--json"))
    assert said == {
        "file": str(place),
        "files": [str(place)],
        "kind": "pptx",
        "paper": None,
        "edition": None,
        "workspace": "official",
        "is_simulated": False,
        "release": said["release"],
        "as_of": said["as_of"],
        "theme": None,
        "department": "education",
        "language": "en",
        "bytes": place.stat().st_size,
    }
    assert len(Presentation(BytesIO(place.read_bytes())).slides) > 1


@pytest.mark.proof
def test_an_edition_is_found_and_says_its_own_day_whatever_is_newer(
    ask: Ask, own_store_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HENGYANG_STORE", own_store_url)
    folder = tmp_path / "files"
    folder.mkdir()
    freeze = ("freeze", "--as", "demo-reviewer", "--as-of", "2019-03", "--json")
    edition = json.loads(ask(*freeze))["edition"]
    asked = ("export", "pptx", "--edition", edition, "--json", "--output", folder)
    said = json.loads(ask(*asked))
    assert (said["edition"], said["as_of"]) == (edition, "2019-03-31")
    assert Path(said["file"]).name == f"演示数据_补短板_2019-03_调度会_{edition}.pptx"
    for slide in Presentation(said["file"]).slides:
        assert any(
            edition in shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame
        )
    also = json.loads(
        ask("export", "pptx", "--edition", f"demo/{edition}", "--json", "--output", folder)
    )
    assert Path(also["file"]).read_bytes() == Path(said["file"]).read_bytes()
    missing = ("export", "pptx", "--edition", f"official/{edition}", "--output", folder)
    assert f"official/{edition}" in ask(*missing, exit_code=2)


def test_an_edition_that_both_workspaces_have_wants_its_workspace(
    ask: Ask, own_store_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HENGYANG_STORE", own_store_url)
    for name in store.WORKSPACES:
        opened = store.open_store(own_store_url, name)
        presenter = access.Actor("wang", frozenset({access.Role.PRESENTER}))
        proposed = meeting.Edition.unfrozen(name, opened.latest_release(), DAY)
        meeting.freeze(opened, proposed, actor=presenter, now=NOW)
    said = ask("export", "pptx", "--edition", "E1", "--output", tmp_path, exit_code=2)
    assert "demo/E1" in said
    assert "official/E1" in said


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("export", "pptx"),
        ("export doc --output O", "doc"),
        ("export pptx", "--output"),
        ("export pptx docx --output O", "docx"),
        ("export pptx --edition E99 --output O", "E99"),
        ("export pptx --edition 12 --output O", "12"),
        ("export pptx --edition E1 --workspace demo --output O", "--workspace"),
        ("export pptx --edition E1 --as-of 2019-05 --output O", "--as-of"),
        ("export pptx --edition E1 --theme green --output O", "--theme"),
        ("export pptx --workspace nowhere --output O", "nowhere"),
        ("export pptx --as-of 2019-13 --output O", "2019-13"),
        ("export pptx --theme blue --output O", "blue"),
        ("export pptx --department 市航天局 --output O", "市航天局"),
        ("export pptx --release 999 --output O", "999"),
        ("export pptx --lang fr --output O", "fr"),
        ("export pptx --output O/missing/x.pptx", "missing"),
        ("export pptx --output O/x.docx", "x.docx"),
        ("export pptx --output O/x.pptx/", "x.pptx"),
        ("export pptx --output /dev/null", "/dev/null"),
        ("export pptx --output", "--output"),
        ("export pptx --slide 2 --output O", "--slide"),
        ("export svg --slide x --output O", "x"),
        ("export svg --slide 1 --output O", "2, 3"),
        ("export svg --output O/x.svg", "--slide"),
        ("export svg --slide 2 --output O/x.png", "x.png"),
        ("export png --paper deck --output O", "--paper"),
    ],
)
def test_bad_arguments_leave_with_2_and_one_line_and_no_file(
    arguments: str, says: str, ask: Ask, tmp_path: Path
) -> None:
    asked = [
        word.replace("O", str(tmp_path)) if word.startswith("O") else word
        for word in arguments.split()
    ]
    said = ask(*asked, exit_code=2)
    assert said.count("\n") == 1
    assert says in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do everything is refused nothing")
def test_a_closed_folder_is_refused_before_anything_is_made(ask: Ask, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert str(tmp_path) in ask(*GREEN, "--output", tmp_path / "x.pptx", exit_code=2)
    finally:
        tmp_path.chmod(0o700)


def test_what_was_there_stays_when_making_or_writing_fails(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "x.pptx"
    place.write_bytes(b"last month's")

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    assert "No space left" in ask(*GREEN, "--output", place, exit_code=2)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("x.pptx", b"last month's")
    ]

    def interrupted(*_: Any) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("hengyang.exports.slides.pptx_bytes", interrupted)
    assert main([*GREEN, "--output", str(place)]) == 130
    assert place.read_bytes() == b"last month's"


def test_a_file_named_is_replaced_whole_and_a_link_stays_a_link(ask: Ask, tmp_path: Path) -> None:
    real, link = tmp_path / "real.pptx", tmp_path / "link.pptx"
    real.write_bytes(b"old")
    link.symlink_to(real)
    ask(*GREEN, "--output", link)
    assert link.is_symlink()
    assert len(Presentation(str(real)).slides) > 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_help_names_every_kind(language: str, ask: Ask) -> None:
    said = ask("export", "--help", "--lang", language)
    assert all(kind in said for kind in (*makers.KINDS, "--edition", "--output"))
    assert words(language)("cli-help-export") in said  # type: ignore[arg-type]


@needs_pdf
def test_a_pdf_is_of_the_paper_asked_for_and_named_after_it(ask: Ask, tmp_path: Path) -> None:
    asked = ("export", "pdf", "--as-of", "2019-05", "--theme", "openness", "--paper", "register")
    said = json.loads(ask(*asked, "--output", tmp_path, "--json"))
    assert said["paper"] == "register"
    name = f"演示数据_补短板_2019-05_开放发展_台账_r{said['release']}.pdf"
    assert Path(said["file"]).name == name
    assert Path(said["file"]).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "asked", [("pdf", "--paper", "poster"), ("pptx", "--paper", "deck"), ("pdf", "--paper", "")]
)
def test_a_paper_that_nobody_makes_is_one_line(
    ask: Ask, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    said = ask("export", *asked, "--output", tmp_path / "f", exit_code=2)
    assert len(said.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_charts_go_into_a_folder_a_file_each_or_one_where_it_is_asked_for(
    ask: Ask, tmp_path: Path
) -> None:
    asked = ("export", "svg", "--as-of", "2019-05", "--theme", "openness", "--json")
    said = json.loads(ask(*asked, "--output", tmp_path))
    files = sorted(map(str, tmp_path.iterdir()))
    assert said["files"] == files
    assert len(files) > 2
    assert Path(files[0]).name == f"演示数据_补短板_2019-05_开放发展_图_r{said['release']}_02.svg"
    assert said["bytes"] == sum(Path(file).stat().st_size for file in files)
    place = tmp_path / "one.svg"
    assert json.loads(ask(*asked, "--slide", "2", "--output", place))["files"] == [str(place)]
    assert place.read_bytes() == Path(files[0]).read_bytes()
