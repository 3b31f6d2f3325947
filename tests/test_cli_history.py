"""History on the command line: releases, differences, the life of a cell, the audit log, pruning."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO

import pytest

from hengyang import progress, store
from hengyang.labels import words
from hengyang.schema import LANGUAGES
from tests.test_cli import Ask, answer

HISTORY = ("releases", "diff", "cell", "audit", "prune")


def test_releases_says_who_when_why_and_how_much_the_newest_first(ask: Ask) -> None:
    found = answer(ask, "releases")
    assert found["is_simulated"] is True
    assert [row["release"] for row in found["releases"]] == list(range(26, 0, -1))
    corrected = found["releases"][2]
    assert corrected["published_at"] == "2019-05-20T02:30:00+00:00"
    assert corrected["actor"] == "demo-reviewer"
    assert corrected["reason_en"] == "Correction to the report for Apr 2019 (simulated)"
    assert corrected["file_name"] is None
    assert corrected["brought"] == {
        "observations": {"added": 0, "changed": 1, "repeated": 0, "withdrawn": 1}
    }
    text = ask("releases --lang en")
    assert "Release 24 · 2019-05-20 10:30 Beijing time · Demo reviewer" in text
    assert not re.search("[\u4e00-\u9fff]", text)


def test_diff_tells_old_and_new_with_names_and_units(ask: Ask) -> None:
    found = answer(ask, "diff 23 24")
    assert (found["from"], found["to"], found["as_of"]) == (23, 24, "2019-04-30")
    assert found["tables"] == [{"table": "observations", "added": 0, "changed": 1, "removed": 1}]
    changed, removed = found["cells"]
    assert (changed["subject"], changed["old"], changed["new"]) == ("T02-2", 23.0, 26.0)
    assert "source" in [other["field"] for other in changed["others"]]
    assert (removed["change"], removed["old"], removed["new"]) == ("removed", 77.8, None)
    assert removed["key"] == {
        "indicator": "T24-6",
        "division": "430400",
        "reference_date": "2019-03-31",
        "comparability": "same",
    }
    assert (removed["unit_zh"], removed["unit_en"]) == ("公里", "km")
    text = ask("diff 23 24")
    assert "77.8 公里 → —" in text
    assert words("zh")("frame-demo-long") in text


@pytest.mark.proof
def test_diff_counts_the_lights_as_the_arithmetic_does(ask: Ask, store_url: str) -> None:
    found = answer(ask, "diff 17 26 --as-of 2018-11")
    opened = store.open_store(store_url, "demo")
    day = date(2018, 11, 30)
    expected = progress.changes_between(
        progress.assess(opened.read(17), day), progress.assess(opened.read(26), day)
    )
    assert [row["subject"] for row in found["lights"]] == list(expected["subject"])
    assert {row["subject"]: (row["from"], row["to"]) for row in found["lights"]}["T12-1"] == (
        "behind",
        "nearly",
    )


@pytest.mark.proof
def test_diff_backwards_exchanges_added_and_removed(ask: Ask) -> None:
    forth, back = answer(ask, "diff 25 26")["tables"], answer(ask, "diff 26 25")["tables"]
    assert [row["added"] for row in forth] == [row["removed"] for row in back]
    assert answer(ask, "diff 7 7")["cells"] == []


def test_cell_shows_every_value_with_its_file_row_and_release(ask: Ask) -> None:
    found = answer(ask, "cell t24-6 --date 2019-03")
    first, last = found["values"]
    assert (first["change"], first["value"], first["release"]) == ("first", 77.8, 22)
    assert (first["submission"], first["row"]) == ("demo-2019-03", 143)
    assert (last["change"], last["is_withdrawn"], last["value"]) == ("withdrawn", True, None)
    assert last["reason"].startswith("撤回")
    assert found["date"] == "2019-03-31"
    assert "撤回" in ask("cell T24-6 --date 2019-03")


@pytest.mark.proof
def test_cell_takes_the_newest_record_and_the_whole_city_unless_told(ask: Ask) -> None:
    found = answer(ask, "cell T05-3")
    assert (found["division"], found["date"]) == ("430400", "2019-06-30")
    assert len(found["values"]) == 1
    by_name = answer(ask, "cell T17-1 --division 耒阳市")
    assert by_name["division"] == "430481"
    assert by_name == answer(ask, "cell T17-1 --division 430481")


def test_cell_knows_milestones(ask: Ask) -> None:
    found = answer(ask, "cell T30-M6")
    assert found["division"] is None
    assert found["values"][0]["field"] == "stage"


def test_a_cell_that_was_never_reported_is_empty_and_not_zero(ask: Ask) -> None:
    assert answer(ask, "cell T05-3 --date 2030-01")["values"] == []
    assert "从未报送" in ask("cell T05-3 --date 2030-01")


@pytest.mark.proof
def test_audit_is_a_csv_with_a_row_for_each_release(ask: Ask) -> None:
    text = ask("audit")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
    assert [row["版本"] for row in rows] == [str(number) for number in range(26, 0, -1)]
    events = answer(ask, "audit")["events"]
    assert [event["release"] for event in events] == list(range(26, 0, -1))
    assert events[2]["rows"] == {"observations": 2}
    assert events[2]["withdrawn"] == 1
    assert answer(ask, "audit --workspace official")["is_simulated"] is False


def test_prune_is_a_dry_run_and_finds_nothing_in_a_new_store(ask: Ask) -> None:
    assert answer(ask, "prune") == {
        "workspace": "demo",
        "is_dry_run": True,
        "merged": {},
        "left": {},
        "files": {},
    }
    assert words("en")("cli-prune-nothing") in ask("prune --lang en")


def test_known_on_answers_from_the_release_of_that_day_whatever_as_of_is(ask: Ask) -> None:
    then = answer(ask, "status --known-on 2018-12-31 --as-of 2018-11")
    assert (then["release"], then["as_of"]) == (17, "2018-11-30")
    assert then == answer(ask, "status --release 17 --as-of 2018-11")
    assert then != answer(ask, "status --as-of 2018-11")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("diff", "17 26"),
        ("diff 17", "17 26"),
        ("diff 17 26 3", "3"),
        ("diff 17 x", "x"),
        ("diff 0 1", "0"),
        ("diff 17 99", "99"),
        ("cell", "T05-3"),
        ("cell T99-9", "T99-9"),
        ("cell T05-3 --division Atlantis", "Atlantis"),
        ("cell T05-M1 --division 430481", "T05-M1"),
        ("cell T05-3 --date yesterday", "yesterday"),
        ("releases 5", "5"),
        ("audit x", "x"),
        ("prune --apply=3", "--apply"),
        ("status --known-on 2016-01-01", "2016-01-01"),
        ("status --known-on 2019-01-01 --release 3", "--known-on"),
    ],
)
def test_bad_arguments_get_one_line_and_exit_2(
    line: str, named: str, language: str, ask: Ask
) -> None:
    said = ask(f"--lang {language} {line}", exit_code=2)
    assert named in said
    assert said.count("\n") == 1
    assert bool(re.search("[\u4e00-\u9fff]", said)) == (language == "zh")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", HISTORY)
def test_help_about_a_command_documents_the_shape_of_its_json(
    command: str, language: str, ask: Ask
) -> None:
    said = ask(f"{command} --help --lang {language}")
    line = {"diff": "diff 23 24", "cell": "cell T24-6 --date 2019-03"}.get(command, command)
    found = answer(ask, line)
    names = {
        *found,
        *(
            name
            for rows in found.values()
            if isinstance(rows, list)
            for row in rows
            for name in row
        ),
    }
    missing = {name for name in names if not re.search(rf"(?<!\w){name}(?!\w)", said)}
    assert missing == set()
