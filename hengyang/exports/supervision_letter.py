"""The supervision letter (督办函) of one red light's case, drafted from the data: number, signer and dates stay open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from hengyang import labels
from hengyang.charts.rows import rows_of
from hengyang.delivery import listed_departments
from hengyang.exports import official_paper
from hengyang.exports.packages import steady
from hengyang.exports.paper_parts import (
    Block,
    Column,
    Heading,
    Line,
    Lit,
    OfficialPaper,
    Paragraph,
    Table,
    ToFill,
    Verbatim,
)
from hengyang.exports.register import Stamp, stamp_line, stamped_name
from hengyang.labels import Language, words
from hengyang.progress.needs import names
from hengyang.schema import Tables

_WRITTEN = ("cause", "measure", "text", "evidence")


def letter_docx(
    case: Any, events: pd.DataFrame, reason: str, tables: Tables, stamp: Stamp
) -> bytes:
    """The letter as DOCX. Arguments: as supervision_letter."""
    paper = supervision_letter(case, events, reason, tables, stamp)
    return steady(official_paper.docx_bytes(paper), stamp.as_of)


def supervision_letter(
    case: Any, events: pd.DataFrame, reason: str, tables: Tables, stamp: Stamp
) -> OfficialPaper:
    """The letter to the department that must answer.

    case: one row of delivery.case_standing; events: schema.CASE_EVENTS of it; reason: why the light is what it is.
    """
    say, language = words(stamp.language), stamp.language
    demo = say("frame-demo-long") if stamp.is_demo else ""
    office: Line = (ToFill(say("bulletin-addressees-open")),)
    if isinstance(case.owner, str):
        office = (say("bulletin-addressees", names=_office(case.owner, tables, language)),)
    return OfficialPaper(
        language=language,
        title=say("letter-title", name=names(tables, language)[case.subject]),
        addressees=office,
        body=(
            *_state(case, reason, tables, stamp),
            *_asked(case, stamp),
            *_course(events, tables, stamp),
        ),
        header=demo,
        footer=stamp_line(stamp),
        organ=(ToFill(say("bulletin-organ")),),
        number=(ToFill(say("bulletin-number")),),
        signer=(ToFill(say("bulletin-signer")),),
        signed_on=(ToFill(say("bulletin-signed-on")),),
        notices=tuple(notice for notice in (demo, say("bulletin-draft")) if notice),
    )


def letter_name(case: str, stamp: Stamp) -> str:
    """演示数据_督办函_T05-3-2018-11_2019-06_r24.docx: a demo letter says so in its name."""
    return stamped_name([words(stamp.language)("letter-file"), case], stamp, "docx")


def _state(case: Any, reason: str, tables: Tables, stamp: Stamp) -> Iterator[Block]:
    say, language = words(stamp.language), stamp.language
    yield Heading(1, say("letter-section-state"))
    opening = say("letter-opening", plan=stamp.plan, status=stamp.status)
    quote = Verbatim(_quote(case.subject, tables))
    yield Paragraph((opening, quote, say("letter-opening-end")))
    yield Paragraph((_assigned(int(case.task), tables, stamp),))
    month = labels.month(case.opened_on, language)
    line: list[Any] = [
        say("letter-red", day=labels.day(stamp.as_of, language), subject=case.subject),
        Lit(case.light_now),
        say("letter-because", reason=reason, month=month, months=int(case.months_red)),
    ]
    if case.occurrence > 1:
        line.append(say("letter-repeat", number=str(case.occurrence)))
    if not pd.isna(case.recovered_on):
        line.append(say("letter-recovered", month=labels.month(case.recovered_on, language)))
    yield Paragraph(tuple(line))


def _assigned(task: int, tables: Tables, stamp: Stamp) -> str:
    say, language = words(stamp.language), stamp.language
    if task == 0:
        return say("letter-assigned-plan")
    title = tables.tasks.set_index("task").loc[task, f"name_{language}"]
    offices = [_office(one, tables, language) for one in listed_departments(tables, task)]
    return say(
        "letter-assigned",
        task=str(task),
        title=title,
        offices=say("letter-separator").join(offices),
    )


def _asked(case: Any, stamp: Stamp) -> Iterator[Block]:
    say = words(stamp.language)
    yield Heading(1, say("letter-section-asked"))
    if case.is_overdue:
        yield Paragraph(
            (
                say(
                    "letter-promised",
                    day=labels.day(case.promised_on.date(), stamp.language),
                    as_of=labels.day(stamp.as_of, stamp.language),
                ),
            )
        )
    yield Paragraph((say("letter-ask-cause"),), is_numbered=True)
    yield Paragraph((say("letter-ask-measure"),), is_numbered=True)
    yield Paragraph(
        (
            say("letter-ask-reply-1"),
            ToFill(say("letter-reply-by")),
            say("letter-ask-reply-2"),
        ),
        is_numbered=True,
    )
    yield Paragraph((say("letter-ask-evidence"),), is_numbered=True)


def _course(events: pd.DataFrame, tables: Tables, stamp: Stamp) -> Iterator[Block]:
    if events.empty:
        return
    say, language = words(stamp.language), stamp.language
    yield Heading(1, say("letter-section-course"))
    rows: list[tuple[Line, ...]] = []
    for row in rows_of(events):
        what: list[Any] = []
        for name in _WRITTEN:
            if isinstance(getattr(row, name), str):
                what += [say(f"cases-written-{name}"), Verbatim(getattr(row, name)), " "]
        if not pd.isna(row.promised_on):
            day = labels.day(row.promised_on.date(), language)
            what.append(f"{say('cases-written-promised_on')}{day}")
        office = (
            f" {_office(row.department, tables, language)}"
            if isinstance(row.department, str)
            else ""
        )
        rows.append(
            (
                (labels.day(row.at.to_pydatetime(), language),),
                (f"{say(f'case-step-{row.step}')}{office}",),
                tuple(what),
            )
        )
    yield Table(
        say("letter-table"),
        (
            Column(say("letter-column-day"), 1.5),
            Column(say("letter-column-step"), 1.8),
            Column(say("letter-column-what"), 4.2),
        ),
        tuple(rows),
    )


def _office(department: str, tables: Tables, language: Language) -> str:
    offices = tables.departments.set_index("department")[f"name_{language}"]
    return str(offices[department])


def _quote(subject: str, tables: Tables) -> str:
    indicators = tables.indicators.set_index("indicator")["quote_zh"]
    milestones = tables.milestones.set_index("milestone")["quote_zh"]
    return str(indicators[subject] if subject in indicators.index else milestones[subject])
