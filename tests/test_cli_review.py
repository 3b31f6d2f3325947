"""From a file to a release on the command line, asked as somebody asks it who has no browser."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from hengyang import commands, review
from hengyang.__main__ import main
from hengyang.commands.answers import HELP_OF_THEIR_OWN
from hengyang.commands.request import rows_asked_for
from hengyang.errors import NotUnderstood
from hengyang.labels import LANGUAGES, words
from hengyang.review import proposals
from hengyang.store import Store, open_store, received_file
from hengyang.store.merging import Merged

Ask = Callable[..., str]
ROLES = """
["wang"]
role = "reporter"
departments = ["commerce"]
["li"]
role = "reviewer"
["sun"]
role = ["reporter", "reviewer"]
departments = "*"
"""
HEADER_ROW = 4
FORMS: dict[tuple[str, ...], bytes] = {}


@pytest.fixture
def url(own_store_url: str) -> str:
    return own_store_url


@pytest.fixture
def ask(url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Asks a store of the test's own: what stands on stdout, or on stderr where nothing stands on stdout."""
    monkeypatch.setenv("HENGYANG_STORE", url)
    monkeypatch.delenv("HENGYANG_ROLES", raising=False)

    def asked(*arguments: object, exit_code: int = 0) -> str:
        assert main([str(argument) for argument in arguments]) == exit_code
        captured = capsys.readouterr()
        assert not (captured.out and captured.err)
        return captured.out or captured.err

    return asked


def answer(ask: Ask, *arguments: object, exit_code: int = 0) -> Any:
    return json.loads(ask(*arguments, "--json", exit_code=exit_code), parse_constant=pytest.fail)


@pytest.fixture
def roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Ask) -> Path:
    path = tmp_path / "roles.toml"
    path.write_text(ROLES, encoding="utf-8")
    monkeypatch.setenv("HENGYANG_ROLES", str(path))
    return path


def template(ask: Ask, folder: Path, *more: str) -> Path:
    """The form of a store to which nothing was published yet: the same in every test, so it is made once."""
    place = folder / "t.xlsx"
    if more not in FORMS:
        ask("template", "--department", "commerce", "--period", "2019-07", "--output", place, *more)
        FORMS[more] = place.read_bytes()
    place.write_bytes(FORMS[more])
    return place


def filled(place: Path, value: object, column: str = "完成值") -> Path:
    """The template with its first indicator's value filled in."""
    book = load_workbook(place)
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[HEADER_ROW]]
    sheet.cell(HEADER_ROW + 1, headings.index(column) + 1).value = value
    book.save(place)
    return place


def submitted(ask: Ask, folder: Path, value: object = 20) -> str:
    return str(answer(ask, "import", filled(template(ask, folder), value))["submission"])


def one(ask: Ask, number: str, *more: str) -> dict[str, Any]:
    """A submission as `submissions` lists it."""
    found = answer(ask, "submissions", *more)["submissions"]
    return next(row for row in found if row["submission"] == number)


def test_a_template_sent_back_unchanged_proposes_nothing(ask: Ask, tmp_path: Path) -> None:
    said = answer(ask, "import", template(ask, tmp_path))
    assert said["difference"]["added"] == said["difference"]["changed"] == []
    assert said["submission"] is None
    assert answer(ask, "submissions")["submissions"] == []


def test_import_answers_the_contract(ask: Ask, tmp_path: Path) -> None:
    said = answer(ask, "import", filled(template(ask, tmp_path), 20))
    assert list(said) == ["recognised", "findings", "difference", "submission"]
    first = next(one for one in said["recognised"] if one["table"] == "observations")
    assert list(first) == ["sheet", "table", "layout", "header_row", "rows", "columns"]
    assert (first["table"], first["layout"], first["header_row"]) == ("observations", "long", 4)
    assert first["rows"] > 0
    assert first["columns"]["value"] == "完成值"
    assert [row["new"] for row in said["difference"]["added"]] == [20]
    for finding in said["findings"]:
        assert {"sheet", "row", "column", "code", "severity", "value"} < set(finding)
        assert finding["severity"] != "error"
    for flip in said["difference"]["flips"]:
        assert list(flip) == ["indicator", "from", "to"]
    assert said["submission"]


def test_a_file_goes_all_the_way_to_a_changed_answer(ask: Ask, url: str, tmp_path: Path) -> None:
    before = open_store(url, "demo").latest_release()
    number = submitted(ask, tmp_path)
    assert one(ask, number)["state"] == "submitted"
    assert one(ask, number)["by"] == "demo-reporter"
    approved = answer(ask, "approve", number, "--as", "demo-reviewer")
    assert (approved["submission"], approved["state"]) == (number, "approved")
    made = answer(ask, "publish", number, "--as", "demo-reviewer")
    assert made == {"workspace": "demo", "release": before + 1, "submission": number}
    assert one(ask, number)["state"] == "published"
    store = open_store(url, "demo")
    release = store.releases().iloc[-1]
    assert release["file_name"] == "t.xlsx"
    assert (
        received_file(store, release["file_sha256"], ".xlsx") == (tmp_path / "t.xlsx").read_bytes()
    )
    rows = store.read().observations
    assert list(rows.loc[rows["reference_date"] == "2019-07-31", "value"]) == [20]
    restored = answer(ask, "restore", before, "--reason", "a trial", "--as", "demo-reviewer")
    assert restored == {"workspace": "demo", "release": before + 2}
    assert store.read().observations.equals(store.read(before).observations)


@pytest.mark.proof
def test_a_dry_run_submits_nothing_and_needs_nobody(ask: Ask, url: str, tmp_path: Path) -> None:
    place = filled(template(ask, tmp_path), 20)
    assert len(answer(ask, "import", place, "--dry-run")["difference"]["added"]) == 1
    official = ("--workspace", "official")
    place = filled(template(ask, tmp_path, *official), 20)
    assert answer(ask, "import", place, "--dry-run", *official)["submission"] is None
    for workspace in ("demo", "official"):
        assert proposals(open_store(url, workspace)) == ()
        assert not Path(url, workspace, "received").exists()


@pytest.mark.proof
def test_what_came_back_can_be_given_up_and_stays_in_the_audit_log(
    ask: Ask, tmp_path: Path
) -> None:
    number = submitted(ask, tmp_path)
    ask("discard", number, "--as", "demo-reporter", exit_code=1)
    ask("return", number, "--reason", "why?", "--as", "demo-reviewer")
    ask("discard", number, "--as", "demo-reviewer", exit_code=1)
    said = answer(ask, "discard", number, "--as", "demo-reporter", "--reason", "twice")
    assert said["state"] == one(ask, number)["state"] == "discarded"
    last = answer(ask, "audit")["events"][0]
    assert (last["event"], last["actor"], last["reason_zh"]) == (
        "discarded",
        "demo-reporter",
        "twice",
    )


@pytest.mark.proof
def test_warnings_are_accepted_and_confirmed_by_whoever_says_so(ask: Ask, tmp_path: Path) -> None:
    place = filled(template(ask, tmp_path), "约20")
    for more, by in (((), None), (("--accept-warnings",), "demo-reporter")):
        number = answer(ask, "import", place, *more)["submission"]
        warnings = one(ask, number)["warnings"]
        assert "approximate" in {warning["code"] for warning in warnings}
        assert {warning["confirmed_by"] for warning in warnings} == {by}
    step = answer(ask, "audit")["events"][0]
    assert (step["event"], step["unconfirmed"]) == ("submitted", None)
    assert "approximate" in step["confirmed"]


def test_an_error_blocks_and_says_where(ask: Ask, tmp_path: Path) -> None:
    place = filled(template(ask, tmp_path), "很多")
    said = answer(ask, "import", place, exit_code=1)
    (error,) = [finding for finding in said["findings"] if finding["severity"] == "error"]
    assert (error["code"], error["row"], error["value"]) == ("type", HEADER_ROW + 1, "很多")
    assert said["submission"] is None
    assert answer(ask, "submissions")["submissions"] == []
    assert "很多" in ask("import", place, "--lang", "en", exit_code=1)


@pytest.mark.proof
def test_faulty_rows_may_be_left_out_and_the_submission_says_so(ask: Ask, tmp_path: Path) -> None:
    place = filled(template(ask, tmp_path), "很多")
    book = load_workbook(place)
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[HEADER_ROW]]
    sheet.cell(HEADER_ROW + 2, headings.index("完成值") + 1).value = 7
    book.save(place)
    number = answer(ask, "import", place, "--leave-out-faulty")["submission"]
    assert one(ask, number)["left_out_rows"] == [[sheet.title, HEADER_ROW + 1]]
    assert one(ask, number)["cells"] == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xlsx", b"PK\x03\x04 no workbook"), ("a.pdf", b"%PDF-1.7"), ("a.csv", b"")],
)
def test_an_unreadable_file_gets_one_line(
    ask: Ask, tmp_path: Path, name: str, content: bytes, language: str
) -> None:
    place = tmp_path / name
    place.write_bytes(content)
    said = ask("import", place, "--json", "--lang", language, exit_code=2)
    assert said.count("\n") == 1
    assert "Traceback" not in said


@pytest.mark.parametrize("name", ["missing.xlsx", ".", "a\0b"])
def test_a_file_that_is_not_there_gets_one_line(ask: Ask, tmp_path: Path, name: str) -> None:
    said = ask("import", f"{tmp_path}/{name}", exit_code=2)
    assert said.count("\n") == 1


# Who may


@pytest.mark.proof
def test_official_takes_nothing_until_roles_are_set_up(ask: Ask, url: str, tmp_path: Path) -> None:
    place = filled(template(ask, tmp_path, "--workspace", "official"), 20)
    for more in ([], ["--as", "demo-reporter"], ["--as", "wang"]):
        said = ask("import", place, "--workspace", "official", *more, exit_code=1)
        assert said.count("\n") == 1
    assert proposals(open_store(url, "official")) == ()


@pytest.mark.proof
def test_with_roles_official_takes_what_they_allow(ask: Ask, tmp_path: Path, roles: Path) -> None:
    official = ("--workspace", "official")
    place = filled(template(ask, tmp_path, *official), 20)
    number = answer(ask, "import", place, *official, "--as", "wang")["submission"]
    assert one(ask, number, *official, "--as", "li")["department"] == "commerce"
    ask("approve", number, *official, "--as", "wang", exit_code=1)
    ask("approve", number, *official, "--as", "demo-reviewer", exit_code=1)
    assert answer(ask, "approve", number, *official, "--as", "LI")["state"] == "approved"
    assert answer(ask, "publish", number, *official, "--as", "li")["release"] == 3


def test_nobody_approves_their_own_even_with_both_roles(
    ask: Ask, tmp_path: Path, roles: Path
) -> None:
    place = filled(template(ask, tmp_path), 20)
    number = answer(ask, "import", place, "--as", "sun")["submission"]
    said = ask("approve", number, "--as", "sun", "--lang", "en", exit_code=1)
    assert "themselves" in said


def test_a_reporter_brings_nothing_of_another_department(
    ask: Ask, tmp_path: Path, roles: Path
) -> None:
    place = tmp_path / "t.xlsx"
    ask("template", "--department", "education", "--period", "2019-07", "--output", place)
    said = answer(ask, "import", filled(place, 1), "--as", "wang", exit_code=1)
    assert "not_yours" in [finding["code"] for finding in said["findings"]]
    denied = ask("import", place, "--as", "wang", "--department", "education", exit_code=1)
    assert denied.count("\n") == 1
    assert answer(ask, "submissions", "--as", "li")["submissions"] == []


def test_a_decision_needs_somebody_by_name(ask: Ask, tmp_path: Path) -> None:
    number = submitted(ask, tmp_path)
    for command in ("approve", "return", "publish"):
        for named in ((), ("--as", "nobody"), ("--as", "demo-reporter"), ("--as", "")):
            said = ask(command, number, "--reason", "x", *named, exit_code=1)
            assert said.count("\n") == 1, (command, named)
    assert one(ask, number)["state"] == "submitted"


@pytest.mark.proof
def test_a_roles_file_that_cannot_be_read_lets_nobody_write(
    ask: Ask, tmp_path: Path, roles: Path
) -> None:
    place = filled(template(ask, tmp_path), 20)
    number = answer(ask, "import", place, "--as", "wang")["submission"]
    roles.write_text("[li")
    assert str(roles) in ask("approve", number, "--as", "li", exit_code=1)


@pytest.mark.proof
def test_submissions_are_shown_to_whom_they_concern(ask: Ask, tmp_path: Path, roles: Path) -> None:
    more = '["qian"]\nrole = "reporter"\ndepartments = "education"\n["zhou"]\nrole = "viewer"\n'
    roles.write_text(ROLES + more, encoding="utf-8")
    place = filled(template(ask, tmp_path), 20)
    number = answer(ask, "import", place, "--as", "wang")["submission"]

    def steps(*who: str) -> list[str]:
        events = answer(ask, "audit", *who)["events"]
        assert sum(event["release"] is not None for event in events) == 26
        return [event["event"] for event in events if event["submission"] == number]

    for name in ("wang", "li", "sun"):
        assert one(ask, number, "--as", name)["by"] == "wang"
        assert steps("--as", name) == ["submitted", "drafted"]
    assert answer(ask, "submissions", "--as", "qian")["submissions"] == []
    assert steps("--as", "qian") == steps("--as", "zhou") == steps() == []
    for who in ([], ["--as", "zhou"], ["--as", "stranger"], ["--as", "demo-reviewer"]):
        assert ask("submissions", *who, exit_code=1).count("\n") == 1
    ask("audit", "--as", "stranger", exit_code=1)


def test_in_official_nobody_is_shown_a_submission(ask: Ask) -> None:
    said = ask("submissions", "--workspace", "official", "--lang", "en", exit_code=1)
    assert "--as" in said


@pytest.mark.proof
def test_a_roles_file_ends_the_demo_s_identities(
    ask: Ask, url: str, tmp_path: Path, roles: Path
) -> None:
    place = filled(template(ask, tmp_path), 20)
    for who in ([], ["--as", "demo-reporter"]):
        assert ask("import", place, *who, exit_code=1).count("\n") == 1
    assert proposals(open_store(url, "demo")) == ()
    roles.write_text("nonsense")
    ask("import", place, exit_code=1)
    ask("approve", "x", "--as", "demo-reviewer", exit_code=1)


def left_behind(url: str, workspace: str) -> Path:
    """An old file that no commit names, as a writer leaves it that died."""
    leftover = Path(url, workspace, "observations", "part-0-leftover.parquet")
    leftover.write_bytes(b"left behind")
    os.utime(leftover, (1.5e9, 1.5e9))
    return leftover


@pytest.mark.parametrize("workspace", ["demo", "official"])
def test_only_an_administrator_removes_files(
    ask: Ask, url: str, workspace: str, roles: Path
) -> None:
    roles.write_text(f'{ROLES}\n["zhou"]\nrole = "administrator"\n', encoding="utf-8")
    where = ("--workspace", workspace)
    leftover = left_behind(url, workspace)
    files = {"observations": [leftover.name]}
    for more in ([], *(["--as", name] for name in ("wang", "li", "stranger", "demo-reviewer"))):
        assert ask("prune", "--apply", *where, *more, exit_code=1).count("\n") == 1
        assert leftover.exists()
    dry = {"workspace": workspace, "is_dry_run": True, "merged": {}, "left": {}, "files": files}
    assert answer(ask, "prune", *where) == dry
    done = answer(ask, "prune", "--apply", *where, "--as", "zhou")
    assert done == {**dry, "is_dry_run": False}
    assert not leftover.exists()


def test_what_others_kept_from_being_merged_is_told_and_all_plans_are_for_who_has_all(
    ask: Ask, roles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    administrators = '["zhou"]\nrole = "administrator"\n["wu"]\nrole = "administrator"\nplans = "*"'
    roles.write_text(f"{ROLES}\n{administrators}\n", encoding="utf-8")
    whole = []

    def given_up(_store: Store, **asked: bool) -> dict[str, Merged]:
        whole.append(asked.pop("whole"))
        assert asked == {"dry_run": False}
        return {"observations": Merged(24, 0), "projects": Merged(0, 13)}

    monkeypatch.setattr(Store, "merge", given_up)
    done = answer(ask, "prune", "--apply", "--as", "zhou")
    assert (done["merged"], done["left"]) == ({"observations": 24}, {"projects": 13})
    for language in LANGUAGES:
        told = ask("prune", "--apply", "--as", "wu", "--lang", language).splitlines()
        say = words(language)
        assert told == [
            say("cli-prune-merged", table="observations", count="24"),
            say("cli-prune-gave-up", table="projects", count="13"),
        ]
    assert whole == [False, True, True]


def test_without_a_roles_file_nobody_removes_files(ask: Ask, url: str) -> None:
    leftover = left_behind(url, "demo")
    for more in ([], *(["--as", name] for name in ("demo-reporter", "demo-reviewer"))):
        assert ask("prune", "--apply", *more, exit_code=1).count("\n") == 1
        assert leftover.exists()


# Deciding row by row, conflicts


@pytest.mark.proof
def test_what_is_returned_says_why(ask: Ask, tmp_path: Path) -> None:
    number = submitted(ask, tmp_path)
    as_reviewer = ("--as", "demo-reviewer")
    assert ask("return", number, *as_reviewer, exit_code=2).count("\n") == 1
    back = answer(ask, "return", number, "--reason", "请核对", *as_reviewer)
    assert (back["state"], back["history"][-1]["reason"]) == ("returned", "请核对")
    assert "请核对" in ask("submissions")
    shown = ask("approve", submitted(ask, tmp_path, 22), *as_reviewer).splitlines()
    assert len(shown) == 4
    assert "核准" in shown[-1]
    ask("publish", number, *as_reviewer, exit_code=1)


@pytest.mark.proof
def test_some_cells_may_be_approved_and_others_returned(ask: Ask, tmp_path: Path) -> None:
    place = filled(template(ask, tmp_path), 20)
    book = load_workbook(place)
    headings = [cell.value for cell in book.worksheets[0][HEADER_ROW]]
    book.worksheets[0].cell(HEADER_ROW + 2, headings.index("完成值") + 1).value = 7
    book.save(place)
    number = answer(ask, "import", place)["submission"]
    as_reviewer = ("--as", "demo-reviewer")
    partly = answer(ask, "approve", number, "--rows", "1", *as_reviewer)
    assert (partly["state"], partly["approved"]) == ("submitted", [1])
    ready = answer(ask, "return", number, "--rows", "2", "--reason", "why?", *as_reviewer)
    assert (ready["state"], ready["returned"]) == ("approved", [2])
    ask("publish", number, *as_reviewer)
    assert ask("approve", number, "--rows", "9", *as_reviewer, exit_code=1)


@pytest.mark.proof
def test_a_cell_that_others_changed_is_named(ask: Ask, tmp_path: Path) -> None:
    mine, theirs = submitted(ask, tmp_path, 20), submitted(ask, tmp_path, 21)
    for number in (mine, theirs):
        ask("approve", number, "--as", "demo-reviewer")
    ask("publish", theirs, "--as", "demo-reviewer")
    said = ask("publish", mine, "--as", "demo-reviewer", "--lang", "en", exit_code=1)
    assert said.count("\n") == 1
    assert re.search(r"Row 5 T\d\d-\d+ .+ 20.*\(release \d+, Demo reviewer\)", said)
    assert " · same" not in said  # a raw key says nothing to a reader


def test_a_submission_that_is_none_gets_one_line(ask: Ask) -> None:
    for command in ("approve", "publish"):
        assert "nonsense" in ask(command, "nonsense", "--as", "demo-reviewer", exit_code=1)


@pytest.mark.parametrize("release", ["0", "x", "999", "-1"])
def test_restoring_what_is_no_release_is_not_understood(ask: Ask, release: str) -> None:
    said = ask("restore", release, "--reason", "x", "--as", "demo-reviewer", exit_code=2)
    assert said.count("\n") == 1


@pytest.mark.proof
def test_nobody_restores_over_a_release_that_they_have_not_seen(ask: Ask, url: str) -> None:
    as_reviewer = ("--reason", "a trial", "--as", "demo-reviewer")
    newest = open_store(url, "demo").latest_release()
    said = ask("restore", 20, "--seen", newest - 1, *as_reviewer, exit_code=1)
    assert said.count("\n") == 1
    assert open_store(url, "demo").latest_release() == newest
    assert answer(ask, "restore", 20, "--seen", newest, *as_reviewer)["release"] == newest + 1


@pytest.mark.proof
def test_what_is_published_while_a_restore_starts_is_not_undone(
    ask: Ask, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = review.restore

    def restore_late(store: Store, *arguments: Any, **more: Any) -> int:
        whole(store, 25, **{**more, "seen_release": None})
        return whole(store, *arguments, **more)

    monkeypatch.setattr(review, "restore", restore_late)
    newest = open_store(url, "demo").latest_release()
    ask("restore", 20, "--reason", "x", "--as", "demo-reviewer", exit_code=1)
    assert open_store(url, "demo").latest_release() == newest + 1


# Template, help


def test_template_says_what_it_was_made_from(ask: Ask, tmp_path: Path) -> None:
    place = tmp_path / "t.xlsx"
    said = answer(ask, "template", "--department", "市教育局", "--output", place)
    assert (said["file"], said["period"]) == (str(place), "2019-06")
    assert said["department"] == "education"
    assert place.read_bytes()[:2] == b"PK"


def test_a_template_not_named_overwrites_nothing(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = Path(answer(ask, "template", "--department", "commerce")["file"])
    place.write_text("filled in")
    ask("template", "--department", "commerce", exit_code=2)
    assert place.read_text() == "filled in"


@pytest.mark.parametrize("line", ["--department 火星局", "--output /nowhere/t.xlsx"])
def test_a_template_that_cannot_be_made_gets_one_line(ask: Ask, line: str) -> None:
    assert ask("template", *line.split(), exit_code=2).count("\n") == 1


@pytest.mark.parametrize("command", HELP_OF_THEIR_OWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_s_help_shows_its_json(ask: Ask, command: str, language: str) -> None:
    said = ask(command, "--help", "--lang", language)
    assert f"python -m hengyang {command}" in said
    assert "--json" in said


SUBMISSION = [
    "submission",
    "workspace",
    "state",
    "department",
    "period",
    "file_name",
    "sha256",
    "base_release",
    "release",
    "by",
    "created_at",
    "cells",
    "approved",
    "returned",
    "left_out_rows",
    "findings",
    "warnings",
    "history",
]
STEP = ["step", "at", "actor", "reason", "cells", "release"]
WARNING = ["sheet", "row", "column", "code", "value", "confirmed_by", "confirmed_at"]
CELL = ["table", "subject", "division", "reference_date", "field", "old", "new", "row"]
FINDING = ["sheet", "row", "column", "code", "severity", "value", "message_zh", "message_en"]


@pytest.mark.proof
def test_each_step_answers_its_documented_shape(ask: Ask, tmp_path: Path) -> None:
    made = answer(ask, "import", filled(template(ask, tmp_path), "约20"))
    assert [list(found) for found in made["findings"]] == [FINDING] * len(made["findings"])
    assert list(made["difference"]) == [
        "added",
        "changed",
        "removed",
        "flips",
        "theme_flips",
        "project_flips",
        "new_projects",
        "commitment_flips",
        "as_of",
        "coverage",
        "three_way",
    ]
    assert list(made["difference"]["added"][0]) == CELL
    number = made["submission"]
    listed = one(ask, number)
    returned = answer(ask, "return", number, "--reason", "why?", "--as", "demo-reviewer")
    discarded = answer(ask, "discard", number, "--as", "demo-reporter")
    for found in (listed, returned, discarded):
        assert list(found) == SUBMISSION
        assert [list(step) for step in found["history"]] == [STEP] * len(found["history"])
        assert list(found["warnings"][0]) == WARNING
    for language in LANGUAGES:
        for command, names in (
            ("submissions", (*SUBMISSION, *STEP, *WARNING)),
            ("import", (*made, *made["recognised"][0], *FINDING, *CELL, "flips", "theme_flips")),
        ):
            said = ask(command, "--help", "--lang", language)
            assert [name for name in names if name not in said] == []


CELL_OF_ONE = [
    "cell",
    "decision",
    *CELL[:-1],
    "is_withdrawn",
    "row",
    "overtaken_by",
]


@pytest.mark.proof
def test_one_submission_shows_its_cells_by_number_and_hands_its_file_out(
    ask: Ask, tmp_path: Path
) -> None:
    place = filled(template(ask, tmp_path), "约20")
    received = place.read_bytes()
    number = str(answer(ask, "import", place, "--accept-warnings")["submission"])
    out = tmp_path / "received.xlsx"
    ask("approve", number, "--rows", "1", "--as", "demo-reviewer")
    said = answer(ask, "submissions", number, "--file", out, "--as", "demo-reviewer")
    assert list(said) == ["workspace", "submission", "cells", "findings", "file"]
    assert list(said["submission"]) == SUBMISSION
    assert said["file"] == str(out)
    assert out.read_bytes() == received
    (cell,) = said["cells"]
    assert list(cell) == CELL_OF_ONE
    assert (cell["cell"], cell["old"], cell["new"], cell["row"]) == (1, None, 20, 5)
    assert (cell["decision"], cell["overtaken_by"]) == ("approved", None)
    assert [list(found) for found in said["findings"]] == [FINDING] * len(said["findings"])
    told = ask("submissions", number, "--as", "demo-reviewer", "--lang", "en")
    assert re.search(r"^1  T\d\d-\d+ .+: – → 20 .+\(row 5 of the file\) approved$", told, re.M)
    assert "Demo reporter ticked it as right" in told
    for language in LANGUAGES:
        help_said = ask("submissions", "--help", "--lang", language)
        assert [name for name in (*said, *cell, "--file") if name not in help_said] == []


@pytest.mark.proof
def test_a_cell_overtaken_by_the_same_value_stays_in_the_list(ask: Ask, tmp_path: Path) -> None:
    mine, theirs = submitted(ask, tmp_path, 20), submitted(ask, tmp_path, 20)
    ask("approve", theirs, "--as", "demo-reviewer")
    release = answer(ask, "publish", theirs, "--as", "demo-reviewer")["release"]
    (cell,) = answer(ask, "submissions", mine)["cells"]
    assert (cell["cell"], cell["old"], cell["new"], cell["overtaken_by"]) == (1, 20, 20, release)
    (cell,) = answer(ask, "submissions", theirs)["cells"]
    assert (cell["old"], cell["new"], cell["decision"]) == (None, 20, "approved")


@pytest.mark.proof
def test_a_received_file_goes_to_whom_it_concerns_only(
    ask: Ask, tmp_path: Path, roles: Path
) -> None:
    place = filled(template(ask, tmp_path), 20)
    number = str(answer(ask, "import", place, "--as", "wang")["submission"])
    with roles.open("a", encoding="utf-8") as stream:
        stream.write('["other"]\nrole = "reporter"\ndepartments = ["education"]\n')
        stream.write('["guest"]\nrole = "viewer"\n')
    out = tmp_path / "out.xlsx"
    for name in ("other", "guest", "nobody"):
        said = ask("submissions", number, "--file", out, "--as", name, exit_code=1)
        assert said.count("\n") == 1
    assert not out.exists()
    for name in ("wang", "li"):
        ask("submissions", number, "--file", out, "--as", name)
        assert out.read_bytes() == place.read_bytes()
    ask("submissions", "--file", out, exit_code=2)
    ask("submissions", number, number, exit_code=2)
    ask("submissions", "nonsense", "--as", "li", exit_code=1)


@pytest.mark.proof
def test_a_nearly_right_name_is_taken_for_what_is_said_alone(ask: Ask, tmp_path: Path) -> None:
    place = tmp_path / "near.csv"
    place.write_text(
        "指标名称,报告期,完成值\n全市建成地下综合管郎里程,2019-07,16.5\n", encoding="utf-8"
    )
    said = answer(ask, "import", place, "--dry-run", exit_code=1)
    (near,) = [one for one in said["findings"] if one["code"] == "near_match"]
    assert near["candidates"][0] == "T05-3"
    assert all(f"{one} " in near["message_en"] for one in near["candidates"])
    told = ask("import", place, "--dry-run", "--lang", "en", exit_code=1)
    assert f'--take "{near["value"]}=ID"' in told
    take = f"{near['value']}=T05-3"
    taken = answer(ask, "import", place, "--take", take, "--dry-run")
    assert [row["subject"] for row in taken["difference"]["added"]] == ["T05-3"]
    for wrong in ("=T05-3", "x", f"{near['value']}=T99-9", "another name=T05-3"):
        refused = ask("import", place, "--take", wrong, "--dry-run", exit_code=2)
        assert refused.count("\n") == 1


@pytest.mark.parametrize("text", ["", ",", "1-", "-1", "3-1", "a", "1;2", "1.5"])
def test_rows_that_are_none_are_not_understood(text: str) -> None:
    with pytest.raises(NotUnderstood):
        rows_asked_for(text)


@pytest.mark.parametrize("command", ["import", "approve", "return", "publish", "restore"])
def test_a_command_that_lacks_its_subject_says_so(command: str) -> None:
    with pytest.raises(NotUnderstood):
        commands.parse([command])


@pytest.mark.proof
def test_where_signing_in_is_set_up_the_demo_s_identities_are_off(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = submitted(ask, tmp_path)
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text('[auth]\nclient_id = "x"\n')
    monkeypatch.chdir(tmp_path)
    said = ask("approve", number, "--as", "demo-reviewer", "--lang", "en", exit_code=1)
    assert said.startswith("Signing in is set up ([auth])")
    ask("submissions", exit_code=1)
    roles = tmp_path / "roles.toml"
    roles.write_text('["li"]\nrole = "reviewer"\n', encoding="utf-8")
    monkeypatch.setenv("HENGYANG_ROLES", str(roles))
    assert answer(ask, "approve", number, "--as", "li")["state"] == "approved"
    roles.write_text('["li"]\nrole = "reporter"\ndepartments = "commerse"\n', encoding="utf-8")
    said = ask("publish", number, "--as", "li", "--lang", "en", exit_code=1)
    assert '"commerse", which the plan does not know' in said
