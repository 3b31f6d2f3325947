"""Assessment and calendar on the command line: the shape, weights to try, files, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook


def test_assessment_answers_the_page_and_tries_weights(ask):
    found = json.loads(ask("assessment --json --weights punctuality=0"), parse_constant=pytest.fail)
    assert list(found) == [
        *("workspace", "release", "as_of", "is_trial", "rule", "weights", "weightings_tried"),
        *("departments", "swaps", "items"),
    ]
    assert found["is_trial"]
    assert found["weights"] == {**found["rule"]["weights"], "punctuality": 0}
    assert found["rule"]["weights"]["punctuality"] == 20
    first = found["departments"][0]
    assert (first["department"], first["rank"], first["cases_pct"]) == ("civil_affairs", 1, None)
    text = ask("assessment --workspace official --lang en --weights punctuality=0")
    note, finding = text.splitlines()[:2]
    assert note.startswith("These weights are a trial")
    assert finding.startswith("Trial: No department has reported yet")


def test_one_department_keeps_its_rank_among_all(ask):
    every = json.loads(ask("assessment --json"))["departments"]
    found = json.loads(ask("assessment --json --department 市教育局"))
    assert found["departments"] == [row for row in every if row["department"] == "education"]
    assert {row["department"] for row in found["items"]} == {"education"}
    assert "市教育局" in ask("assessment --department 市教育局")


@pytest.mark.parametrize("weights", ["progress", "progress=101", "luck=3", "cases=1,cases=2", "progress=0,punctuality=0,quality=0,cases=0"])  # fmt: skip
def test_weights_that_are_none_are_refused_in_one_line(ask, weights):
    assert ask(f"assessment --weights {weights}", exit_code=2).count("\n") == 1


def test_the_workbook_can_be_checked_and_says_that_it_is_a_trial(ask, tmp_path: Path):
    ask(f"assessment --weights punctuality=0 --output {tmp_path}/a.xlsx")
    shown = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx"))
    rows = shown.get_sheet_by_index(0).to_python(skip_empty_area=False)
    weights = rows[4][4:8]
    assert weights == [40, 0, 20, 20]
    assert "演示数据" in str(rows[1][0])
    assert "试算" in rows[5][0]
    place = next(at for at, row in enumerate(rows) if row[0] == "市农委")
    by_hand = sum(a * b for a, b in zip(weights, rows[place][4:8], strict=True)) / 80
    assert rows[place][2] == int(10 * by_hand) / 10
    assert rows[place][1] == 1 + sum(
        row[2] > rows[place][2] for row in rows[8:] if isinstance(row[2], float)
    )
    assert shown.get_sheet_by_index(1).height > 2000
    live = load_workbook(tmp_path / "a.xlsx", read_only=True).worksheets[0]
    (cells,) = live.iter_rows(min_row=place + 1, max_row=place + 1, values_only=True)
    assert all(str(cells[at]).startswith("=") for at in (1, 2, 4, 5, 6, 7))
    assert "$E$5:$H$5" in str(cells[2])


def test_calendar_answers_the_page_and_hands_out_reminders(ask, tmp_path: Path):
    line = f"calendar --department 市农委 --json --output {tmp_path}/a.ics"
    found = json.loads(ask(line), parse_constant=pytest.fail)
    assert {report["department"] for report in found["reports"]} == {"agriculture"}
    assert sum(found["counts"].values()) == len(found["reports"])
    calendar = Calendar.from_ical((tmp_path / "a.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert [event["DTSTART"].dt.isoformat() for event in events] == [
        *("2019-07-10", "2019-08-10", "2019-09-10"),
    ]
    assert (
        str(events[0]["UID"]) == "45fbc3ed-460d-5a9c-b0fb-7ab285b81a40"
    )  # whoever makes it, whenever
    assert all("演示数据" in str(event["SUMMARY"]) for event in events)
    assert not any(event.get(name) for event in events for name in ("ORGANIZER", "ATTENDEE"))
    assert {event.walk("VALARM")[0]["TRIGGER"].dt.days for event in events} == {-3}
    english = ask(f"calendar --lang en --output {tmp_path}/c.xlsx --as-of 2019-07-15")
    assert english.startswith("Demo data")
    book = load_workbook(tmp_path / "c.xlsx")
    assert book.sheetnames == ["Upcoming", "Missing", "Late", "Due rule"]
    assert ask("calendar --output a.txt", exit_code=2).count("\n") == 1
