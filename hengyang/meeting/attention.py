"""Slides about what needs somebody: the red and the yellow with their reasons, one red a slide, who has not reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd

from hengyang.meeting.context import (
    MOST_BARS,
    MOST_ROWS,
    Context,
    listed_offices,
    numbered,
    part_title,
    shared_out,
)
from hengyang.meeting.deck import Cell, Chart, ChartKind, Column, DeckTable, Series, Slide
from hengyang.meeting.standing import large_counts
from hengyang.progress import amounts, reason
from hengyang.progress.lights import RED_LIGHTS
from hengyang.progress.needs import needing_attention, short_name
from hengyang.schema import Light, Role


def red(made: Context) -> list[Slide]:
    """Everything red, the worst first, with reasons; one slide that says so when nothing is."""
    needy = needing_attention(made.assessment)
    rows = needy[needy["light"].isin(list(RED_LIGHTS))]
    if rows.empty:
        missing = int((made.assessment.counted["light"] == Light.NOT_REPORTED).sum())
        title = made.say("meeting-red-none", missing=missing)
        points = (made.say("meeting-red-none-unknown"), made.say("meeting-red-none-next"))
        return [
            Slide(
                key="red-1",
                title=title,
                counts=large_counts(made, made.assessment.counted),
                points=points if missing else (),
                source=made.source(),
            )
        ]
    return _listed(made, rows, "red")


def yellow(made: Context) -> list[Slide]:
    """Everything behind, the worst first, with reasons."""
    needy = needing_attention(made.assessment)
    return _listed(made, needy[needy["light"] == Light.BEHIND], "yellow")


def each_red(made: Context) -> list[Slide]:
    """A slide for each red indicator: its run against its path, why, and what would change it."""
    needy = needing_attention(made.assessment)
    indicators = set(made.assessment.counted["indicator"])
    found = needy[needy["light"].isin(list(RED_LIGHTS)) & needy["subject"].isin(indicators)]
    return [_why(made, str(subject)) for subject in found["subject"]]


def unreported(made: Context) -> list[Slide]:
    """Who has not reported what: the indicators without a value by the department listed first."""
    say, rows = made.say, made.assessment.counted
    missing = rows[rows["light"] == Light.NOT_REPORTED]
    if missing.empty:
        return []
    leads = made.tables.assignments
    leads = leads[leads["role"] == Role.LEAD.value]
    first_of = dict(zip(leads["task"].astype(int), leads["department"].astype(str), strict=True))
    per_office = Counter(first_of.get(int(task), "") for task in missing["task"])
    ranked = per_office.most_common()
    names = [
        short_name(office, made.tables, made.language) if office else say("task-whole-plan")
        for office, _ in ranked
    ]
    title = say("meeting-unreported", count=len(missing), counted=len(rows), offices=len(ranked))
    named = say("meeting-list").join(made.names[subject] for subject in missing["indicator"])
    parts = shared_out(list(zip(names, ranked, strict=True)), MOST_BARS)
    return [
        Slide(
            key=f"unreported-{at}",
            title=_unreported_title(made, title, part, at, len(parts)),
            chart=Chart(
                kind=ChartKind.BARS,
                spoken=title,
                unit=say("meeting-unit-count"),
                categories=tuple(name for name, _ in part),
                series=(
                    Series(
                        name=say("light-not_reported"),
                        values=tuple(float(count) for _, (_, count) in part),
                        colour="light-not_reported",
                        light=Light.NOT_REPORTED,
                    ),
                ),
                captions=tuple(say("meeting-count", count=str(count)) for _, (_, count) in part),
                top=float(ranked[0][1]),
            ),
            notes=named,
            source=made.source(),
        )
        for at, part in enumerate(parts, start=1)
    ]


def _unreported_title(made: Context, title: str, part: Sequence[Any], at: int, of: int) -> str:
    if at == 1:
        return numbered(title, at, of, made.say)
    offices = listed_offices(made, [name for name, _ in part])
    count = sum(count for _, (_, count) in part)
    further = made.say("meeting-further-unreported", offices=offices, count=count)
    return numbered(further, at, of, made.say)


def _listed(made: Context, rows: pd.DataFrame, key: str) -> list[Slide]:
    say, language = made.say, made.language
    records = rows.to_dict("records")
    parts = shared_out(records, MOST_ROWS)
    indicators = set(made.assessment.counted["indicator"])
    counted = sum(row["subject"] in indicators for row in records)
    subjects = (("indicator", counted), ("milestone", len(records) - counted))
    what = say("meeting-list").join(
        say(f"meeting-{subject}-count", count=count) for subject, count in subjects if count
    )
    title = say(f"meeting-{key}", what=what)
    slides = []
    for at, part in enumerate(parts, start=1):
        table = DeckTable(
            columns=(
                Column(say("meeting-column-what"), 0.38),
                Column(say("meeting-column-light"), 0.15),
                Column(say("meeting-column-why"), 0.32),
                Column(say("meeting-column-office"), 0.15),
            ),
            rows=tuple(
                (
                    Cell(made.names[row["subject"]]),
                    Cell(say(f"light-{row['light']}"), light=Light(row["light"])),
                    Cell(reason(made.rows[row["subject"]], language, made.tables)),
                    Cell(office_of(made, int(row["task"]))),
                )
                for row in part
            ),
        )
        slides.append(
            Slide(
                key=f"{key}-{at}",
                title=part_title(
                    made,
                    key,
                    title,
                    at,
                    len(parts),
                    [made.names[row["subject"]] for row in part],
                    [office_of(made, int(row["task"])) for row in part],
                ),
                table=table,
                notes="\n".join(_told(made, [row["subject"] for row in part])),
                source=made.source(),
            )
        )
    return slides


def office_of(made: Context, task: int) -> str:
    """The short name of the department listed first under a task."""
    leads = made.tables.assignments
    found = leads[(leads["role"] == Role.LEAD.value) & (leads["task"] == task)]["department"]
    if found.empty:
        return made.say("task-whole-plan")
    return short_name(str(found.iloc[0]), made.tables, made.language)


def _told(made: Context, subjects: Sequence[str]) -> list[str]:
    return [
        made.say(
            "meeting-told",
            why=made.explained[subject].sentence(made.language),
            turn=made.explained[subject].what_would_change(made.language),
        )
        for subject in subjects
    ]


def _why(made: Context, subject: str) -> Slide:
    say, language, row = made.say, made.language, made.rows[subject]
    found = made.explained[subject]
    title = say(
        "meeting-why",
        name=made.names[subject],
        reason=reason(row, language, made.tables),
    )
    flags = [say(f"flag-{flag}") for flag in row["flags"]]
    points = [found.sentence(language), found.what_would_change(language)]
    points.append(say("meeting-lead", office=made.lead_of(int(row["task"]))))
    if flags:
        points.append(say("meeting-assumed", flags=say("meeting-list").join(flags)))
    return Slide(
        key=f"why-{subject}",
        title=title,
        points=tuple(points),
        chart=_line(made, subject, title),
        theme=None if pd.isna(row["theme"]) else str(row["theme"]),
        notes="\n".join(found.steps(language)),
        source=made.source(),
    )


def _line(made: Context, subject: str, spoken: str) -> Chart | None:
    """The reported values and the path that they are held against; None without a single value."""
    row, curves = made.rows[subject], made.assessment.curves
    history, path = curves.history(subject), curves.path(subject)
    if history.empty:
        return None
    reported = {
        day.date(): float(value)
        for day, value in zip(history["reference_date"], history["value"], strict=True)
    }
    expected = {
        day.date(): float(value)
        for day, value in zip(path["date"], path["expected_value"], strict=True)
    }
    days = tuple(sorted({*reported, *expected}))
    light = Light(row["light"])
    series = [
        Series(
            name=made.say("meeting-reported"),
            values=tuple(reported.get(day) for day in days),
            colour=f"light-{light}",
            light=light,
        )
    ]
    if expected:
        series.append(
            Series(
                name=made.say("meeting-expected"),
                values=tuple(expected.get(day) for day in days),
                colour="ink",
                is_dashed=True,
            )
        )
    unit = made.units[subject]
    has_aim = not pd.isna(row["aim"])
    return Chart(
        kind=ChartKind.LINE,
        spoken=spoken,
        unit=unit,
        series=tuple(series),
        days=days,
        target=float(row["aim"]) if has_aim else None,
        target_words=made.say("meeting-target", aim=amounts.amount(row["aim"], unit, made.language))
        if has_aim
        else "",
    )
