"""The inspection bulletin (督查通报): what an office sends round after a meeting, to be edited, numbered and signed.

Every word comes from the data or stands in labels; whatever only a person can know is left to be filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from hengyang import labels
from hengyang.charts.examples import threshold_words
from hengyang.charts.quantities import quantity, target_words
from hengyang.exports import bulletin_sections as sections
from hengyang.exports import official_paper
from hengyang.exports.content import Content, Progress
from hengyang.exports.packages import steady
from hengyang.exports.paper_parts import (
    Annex,
    Column,
    Line,
    Lit,
    OfficialPaper,
    Paragraph,
    Table,
    ToFill,
)
from hengyang.exports.register import stamp_line
from hengyang.exports.told import Told
from hengyang.progress import amounts
from hengyang.progress.lights import BAR_ORDER
from hengyang.schema import Light, Rule

#: The share of a bulletin's making that is over once its words are found; the rest is laying them out.
_WORDS_FOUND = 0.3


def docx_bytes(content: Content, progress: Progress) -> bytes:
    """The bulletin as DOCX."""
    paper = bulletin(content)
    progress(_WORDS_FOUND)
    return steady(official_paper.docx_bytes(paper), content.stamp.as_of)


def bulletin(content: Content) -> OfficialPaper:
    """The bulletin of the plan, a theme or a department, as frozen parts."""
    told = Told(content)
    say, stamp = told.say, content.stamp
    about = {
        "plan": stamp.plan,
        "status": stamp.status,
        "day": labels.day(stamp.as_of, content.language),
    }
    demo = say("frame-demo-long") if stamp.is_demo else ""
    body = [
        block
        for section in (
            sections.opening,
            sections.overall,
            sections.by_theme,
            sections.needy,
            sections.moved,
            sections.unreported,
            sections.next_steps,
        )
        for block in section(told)
    ]
    return OfficialPaper(
        language=content.language,
        title=say("bulletin-title-subject", subject=content.subject, **about)
        if content.subject
        else say("bulletin-title", **about),
        addressees=_addressees(told),
        body=tuple(body),
        header=demo,
        footer=stamp_line(stamp),
        organ=(ToFill(say("bulletin-organ")),),
        number=(ToFill(say("bulletin-number")),),
        signer=(ToFill(say("bulletin-signer")),),
        signed_on=(ToFill(say("bulletin-signed-on")),),
        notices=tuple(notice for notice in (demo, say("bulletin-draft")) if notice),
        annexes=tuple(_annexes(told)),
        copied_to=(say("bulletin-copied"), ToFill(say("bulletin-copied-to"))),
        printed_by=(
            ToFill(say("bulletin-printed-by")),
            " ",
            ToFill(say("bulletin-printed-on")),
            say("bulletin-printed"),
        ),
    )


def _addressees(told: Told) -> Line:
    """The department, or all that are listed under a task of the selection; left open when none is."""
    tables, content = told.tables, told.content
    offices = tables.departments.sort_values("order")
    if content.department is not None:
        chosen = offices["department"] == content.department
    else:
        listed = tables.assignments
        listed = listed[listed["task"].isin(told.assessment.kept_tasks)]
        chosen = offices["department"].isin(listed["department"])
    names = list(offices.loc[chosen, f"name_{told.language}"])
    if not names:
        return (ToFill(told.say("bulletin-addressees-open")),)
    return (told.say("bulletin-addressees", names=told.listed(names)),)


def _annexes(told: Told) -> Iterator[Annex]:
    say = told.say
    if len(told.assessment.indicators):
        note = Paragraph((say("bulletin-annex-note"),))
        yield Annex(say("bulletin-annex-indicators"), (_indicator_table(told), note))
    if len(told.assessment.milestones):
        yield Annex(say("bulletin-annex-milestones"), (_milestone_table(told),))
    yield Annex(say("bulletin-annex-lights"), (_light_table(told),))


def _indicator_table(told: Told) -> Table:
    """All indicators of the selection, under their tasks: light, actual, target, expected, attainment, gap, lead."""
    say = told.say
    columns = (
        Column(say("bulletin-column-id"), 1.4),
        Column(say("bulletin-column-indicator"), 3.5),
        Column(say("bulletin-column-light"), 1.7),
        Column(say("bulletin-column-actual"), 1.6, "right"),
        Column(say("bulletin-column-target"), 1.6, "right"),
        Column(say("bulletin-column-expected"), 1.4, "right"),
        Column(say("bulletin-column-attainment"), 1.3, "right"),
        Column(say("bulletin-column-gap"), 1.4, "right"),
        Column(say("bulletin-column-office"), 1.7),
    )
    plan = told.tables.indicators.set_index("indicator")
    rows: list[tuple[Line, ...]] = []
    task = -1
    for row in told.assessment.indicators.to_dict("records"):
        if row["task"] != task:
            task = int(row["task"])
            rows.append(((_task_line(told, task),),))
        rows.append(_indicator_row(told, row, plan.loc[row["indicator"]]))
    return Table(say("bulletin-table-indicators"), columns, tuple(rows))


def _indicator_row(told: Told, row: dict, target: pd.Series) -> tuple[Line, ...]:
    say, language = told.say, told.language
    unit = str(target[f"unit_{language}"])
    is_described = pd.isna(row["light"])
    light: Line = (
        (say("rule-described"),) if is_described else (Lit(str(row["light"]), row["is_stale"]),)
    )
    if row["rule"] == Rule.CHECK_ONLY:
        light = (*light, say("bulletin-uncounted-mark"))
    actual = say("official-none")
    if not pd.isna(row["actual"]):
        actual = quantity(row["actual"], unit, language)
    elif row["light"] == Light.NOT_REPORTED:
        actual = say("light-not_reported")
    gap = say("official-none")
    if not pd.isna(row["gap_points"]):
        gap = labels.number(row["gap_points"], language, 1)
    elif not pd.isna(row["margin"]):
        gap = say("bulletin-margin", margin=quantity(row["margin"], unit, language))
    return (
        (row["indicator"],),
        (str(target[f"name_{language}"]),),
        light,
        (actual,),
        (target_words(target, language) or say("official-none"),),
        (
            _or_none(
                told, row["expected_value"], lambda value: amounts.expected(value, "", language)
            ),
        ),
        (
            _or_none(
                told, row["attainment_pct"], lambda value: labels.percent_floored(value, language)
            ),
        ),
        (gap,),
        (told.short_lead(row["task"]),),
    )


def _or_none(told: Told, value: Any, written: Callable[[Any], str]) -> str:
    return told.say("official-none") if pd.isna(value) else written(value)


def _task_line(told: Told, task: int) -> str:
    if task == 0:
        return told.task_names[0]
    return told.say("bulletin-task", task=str(task), name=told.task_names[task])


def _milestone_table(told: Told) -> Table:
    say, language = told.say, told.language
    columns = (
        Column(say("bulletin-column-id"), 1.3),
        Column(say("bulletin-column-milestone"), 4.6),
        Column(say("bulletin-column-light"), 1.5),
        Column(say("bulletin-column-stage"), 1.2),
        Column(say("bulletin-column-next-stage"), 1.8),
        Column(say("bulletin-column-office"), 1.7),
    )
    rows: list[tuple[Line, ...]] = []
    task = -1
    for row in told.assessment.milestones.to_dict("records"):
        if row["task"] != task:
            task = int(row["task"])
            rows.append(((_task_line(told, task),),))
        stage = (
            say("light-not_reported")
            if pd.isna(row["stage"]) and row["light"] == Light.NOT_REPORTED
            else _or_none(told, row["stage"], lambda value: say(f"stage-{value}"))
        )
        rows.append(
            (
                (row["milestone"],),
                (told.names[row["milestone"]],),
                (Lit(str(row["light"])),),
                (stage,),
                (
                    _or_none(
                        told,
                        row["next_stage_due"],
                        lambda value: labels.day(value.date(), language),
                    ),
                ),
                (told.short_lead(row["task"]),),
            )
        )
    return Table(say("bulletin-table-milestones"), columns, tuple(rows))


def _light_table(told: Told) -> Table:
    """The nine lights: shape and word, when they show, what they mean."""
    say, thresholds = told.say, told.assessment.thresholds
    numbers = threshold_words(thresholds, told.language)
    return Table(
        say("bulletin-table-lights"),
        (
            Column(say("bulletin-column-light"), 1.6),
            Column(say("bulletin-column-when"), 5.2),
            Column(say("bulletin-column-means"), 3.2),
        ),
        tuple(
            (
                (Lit(light.value),),
                (say(f"method-when-{light}", **numbers),),
                (say(f"method-means-{light}"),),
            )
            for light in BAR_ORDER
        ),
    )
