"""Assessment and calendar on the command line: the shape, weights to try, files, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook


def test_assessment_answers_the_page_and_tries_weights(ask):
    found = json.loads(ask("assessment --json"), parse_constant=pytest.fail)
    assert list(found) == [
        *("workspace", "release", "as_of", "is_trial", "rule", "weights", "weightings_tried"),
        *("departments", "swaps", "items"),
    ]
    first = found["departments"][0]
    assert (first["department"], first["rank"], first["cases_pct"]) == ("civil_affairs", 1, None)
    assert found["weights"] == found["rule"]["weights"]
    tried = json.loads(ask("assessment --json --weights punctuality=0"))
    assert tried["is_trial"]
    assert tried["weights"] == {**found["weights"], "punctuality": 0}
    assert tried["rule"] == found["rule"]
    assert "Trial: 11 departments" in ask("assessment --lang en --weights punctuality=0")
    text = ask("assessment --workspace official --lang en")
    assert text.startswith("No department has reported yet")


@pytest.mark.parametrize("weights", ["progress", "progress=101", "luck=3", "cases=1,cases=2", "progress=0,punctuality=0,quality=0,cases=0"])  # fmt: skip
def test_weights_that_are_none_are_refused_in_one_line(ask, weights):
    assert ask(f"assessment --weights {weights}", exit_code=2).count("\n") == 1


def test_the_workbook_can_be_checked(ask, tmp_path: Path):
    ask(f"assessment --output {tmp_path}/a.xlsx")
    shown = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx"))
    rows = shown.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert rows[4][4:8] == [40, 20, 20, 20]
    assert "演示数据" in str(rows[1][0])
    place = next(at for at, row in enumerate(rows) if row[0] == "市农委")
    assert rows[place][1:3] == [10, 67.8]
    assert shown.get_sheet_by_index(1).height > 2000
    live = load_workbook(tmp_path / "a.xlsx", read_only=True).worksheets[0]
    (cells,) = live.iter_rows(min_row=place + 1, max_row=place + 1, values_only=True)
    assert all(str(cells[at]).startswith("=") for at in (1, 2, 4, 5, 6, 7))
    assert "$E$5:$H$5" in str(cells[2])


def test_calendar_answers_the_page_and_hands_out_reminders(ask, tmp_path: Path):
    found = json.loads(ask("calendar --department 市农委 --json"), parse_constant=pytest.fail)
    assert {report["department"] for report in found["reports"]} == {"agriculture"}
    assert sum(found["counts"].values()) == len(found["reports"])
    written = [tmp_path / "a.ics", tmp_path / "b.ics"]
    for place in written:
        ask(f"calendar --output {place}")
    assert written[0].read_bytes() == written[1].read_bytes()
    calendar = Calendar.from_ical(written[0].read_bytes())
    events = calendar.walk("VEVENT")
    assert len({event["UID"] for event in events}) == len(events) > 20
    assert all("演示数据" in str(event["SUMMARY"]) for event in events)
    assert not any(event.get(name) for event in events for name in ("ORGANIZER", "ATTENDEE"))
    assert {event.walk("VALARM")[0]["TRIGGER"].dt.days for event in events} == {-3}
    english = ask(f"calendar --lang en --output {tmp_path}/c.xlsx --as-of 2019-07-15")
    assert "Demo data" in english
    book = load_workbook(tmp_path / "c.xlsx")
    assert book.sheetnames == ["Upcoming", "Missing", "Late", "Due rule"]
    assert ask("calendar --output a.txt", exit_code=2).count("\n") == 1
    assert "1852" in ask("calendar --workspace official")
