"""The reporting calendar as files: reminders for calendar programs (ICS, RFC 5545) and a workbook.

A reminder is about a department, never about a person: no organiser, no attendee, no address.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pandas as pd

from hengyang.charts.appraisal import due_rule_words
from hengyang.charts.reporting import period_words
from hengyang.delivery import AppraisalRule, ReportState, fell_due, upcoming
from hengyang.exports.content import Content
from hengyang.exports.packages import steady
from hengyang.exports.register import Stamp, stamped_name
from hengyang.exports.told import Told
from hengyang.exports.workbook_sheets import HEAD, Book, day_of
from hengyang.labels import words
from hengyang.progress import Assessment
from hengyang.progress.needs import names
from hengyang.schema import Tables

_REMIND_BEFORE = timedelta(days=3)
_COLUMNS = (
    "due",
    "department",
    "indicator",
    "name",
    "task",
    "frequency",
    "period",
    "state",
    "received",
)
_WIDTHS = (12, 26, 12, 44, 8, 14, 12, 16, 12)


def calendar_name(stamp: Stamp, kind: str, office: str = "") -> str:
    """演示数据_报送日历_市农委_2019-06_r26.ics"""
    named = words(stamp.language)("reporting-file")
    return stamped_name([named, office] if office else [named], stamp, kind)


def calendar_ics(reports: pd.DataFrame, tables: Tables, stamp: Stamp) -> bytes:
    """One all-day event a department and due day that is ahead, with its indicators; an alarm three days before.

    reports: delivery.reports_due. The same event keeps its UID whenever it is made; SEQUENCE is the release.
    """
    from icalendar import Alarm, Calendar, Event

    say = words(stamp.language)
    name_of = names(tables, stamp.language)
    offices = tables.departments.set_index("department")[f"name_{stamp.language}"]
    calendar = Calendar()
    calendar.add("prodid", "-//Hengyang action plan//Reporting calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _marked(say("reporting-ics-calendar"), stamp))
    made = datetime.combine(stamp.as_of, time(), UTC)  # no clock: the same calendar, the same bytes
    ahead = upcoming(reports, stamp.as_of).dropna(subset=["department"])
    groups: Any = ahead.groupby(["due_on", "department"], sort=True)
    for (due, department), rows in groups:
        day: date = due.date()
        lines = [
            say(
                "reporting-ics-line",
                indicator=row["indicator"],
                name=name_of[row["indicator"]],
                period=period_words(row["frequency"], row["period_end"].date(), stamp.language),
            )
            for row in rows.to_dict("records")
        ]
        note = say("reporting-ics-note", release=str(stamp.release), day=stamp.as_of.isoformat())
        summary = _marked(
            say("reporting-ics-summary", office=offices[department], count=str(len(rows))), stamp
        )
        event = Event()
        kind = "demo" if stamp.is_demo else "official"
        event.add("uid", str(uuid5(NAMESPACE_URL, f"hengyang/{kind}/report/{department}/{day}")))
        event.add("dtstamp", made)
        event.add("sequence", stamp.release)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", summary)
        event.add("description", "\n".join([*lines, note]))
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", -_REMIND_BEFORE)
        event.add_component(alarm)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _marked(text: str, stamp: Stamp) -> str:
    return words(stamp.language)("reporting-ics-demo", summary=text) if stamp.is_demo else text


def calendar_workbook(
    reports: pd.DataFrame,
    tables: Tables,
    assessment: Assessment,
    rule: AppraisalRule,
    stamp: Stamp,
) -> bytes:
    """Sheets of what is due next, missing and late, and the rule. Text is never a formula."""
    import xlsxwriter

    told = Told(Content(tables, assessment, stamp))
    due = fell_due(reports, stamp.as_of)
    parts = {
        "upcoming": upcoming(reports, stamp.as_of),
        "missing": due[due["state"].isin([ReportState.MISSING, ReportState.NOT_BEGUN])],
        "late": due[due["state"] == ReportState.LATE],
    }
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as file:
        book = Book(file, told)
        for name, rows in parts.items():
            _write_part(book, book.sheet(book.say(f"reporting-sheet-{name}")), rows)
        _write_rule(book, rule)
    return steady(buffer.getvalue(), stamp.as_of)


def _write_part(book: Book, sheet: Any, rows: pd.DataFrame) -> None:
    say, told = book.say, book.told
    offices = told.tables.departments.set_index("department")[f"name_{told.language}"]
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    book.write_head(sheet, HEAD, [say(f"reporting-column-{key}") for key in _COLUMNS], _WIDTHS)
    for number, row in enumerate(rows.to_dict("records"), start=HEAD + 1):
        frequency = say(f"frequency-{row['frequency']}")
        if row["is_frequency_proposed"]:
            frequency = say("reporting-frequency-proposed", frequency=frequency)
        department = row["department"]
        cells = [
            day_of(row["due_on"]),
            str(offices[department]) if isinstance(department, str) else say("reporting-no-office"),
            str(row["indicator"]),
            told.names[row["indicator"]],
            str(row["task"]),
            frequency,
            period_words(row["frequency"], row["period_end"].date(), told.language),
            say(f"reporting-state-{row['state']}"),
            day_of(row["received_on"]),
        ]
        book.write_row(sheet, number, cells, _WIDTHS)
    sheet.freeze_panes(HEAD + 1, 0)
    sheet.autofilter(HEAD, 0, HEAD + max(len(rows), 1), len(_COLUMNS) - 1)
    sheet.repeat_rows(HEAD)


def _write_rule(book: Book, rule: AppraisalRule) -> None:
    sheet = book.sheet(book.say("reporting-sheet-rule"))
    notes = [
        due_rule_words(rule.section("due_day"), rule.section("due_months"), book.told.language),
        book.say("reporting-rule-received"),
        book.say("reporting-rule-frequency"),
    ]
    sheet.set_column(0, 0, 120)
    for at, note in enumerate(notes, start=HEAD):
        book.write_row(sheet, at, [note], [120])
