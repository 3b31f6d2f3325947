"""Slides about where things stand: the whole, a theme's tasks, an office, indicators against their path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from hengyang import labels
from hengyang.meeting.companions import milestones_sentence, theme_points
from hengyang.meeting.context import MOST_BARS, MOST_BULLETS, Context, numbered, shared_out
from hengyang.meeting.deck import Chart, ChartKind, Count, Series, Slide
from hengyang.progress import amounts, light_counts
from hengyang.progress.lights import BAR_ORDER, GREEN_LIGHTS, RED_LIGHTS
from hengyang.progress.standing import overview_finding, theme_finding
from hengyang.schema import Light, Role


def cover(made: Context, title: str) -> Slide:
    """The opening slide: the deck's title, the plan and its standing."""
    plan = made.tables.plan.iloc[0]
    language = made.language
    return Slide(
        key="cover",
        title=title,
        subtitle=made.say(
            "meeting-cover",
            plan=str(plan[f"name_{language}"]),
            status=str(plan[f"status_{language}"]),
            day=labels.day(made.edition.as_of, language),
        ),
        points=(made.say("frame-demo-long"),) if made.is_simulated else (),
    )


def whole(made: Context) -> Slide:
    """Where the plan stands: the counts, and a bar a theme."""
    say, counted = made.say, made.assessment.counted
    themes = [
        theme for theme in made.theme_names if theme in set(counted["theme"].dropna().astype(str))
    ]
    title = overview_finding(made.assessment, made.language)
    reported, due = (int(made.assessment.themes[name].sum()) for name in ("reported", "due"))
    groups = [counted[counted["theme"] == theme] for theme in themes]
    captions = [
        say(
            "meeting-reported-of",
            reported=str(int(row["reported"])),
            due=str(int(row["due"])),
        )
        for theme in themes
        for row in made.assessment.themes[made.assessment.themes["theme"] == theme].to_dict(
            "records"
        )
    ]
    return Slide(
        key="standing",
        title=title,
        counts=large_counts(made, counted),
        chart=_stacked(made, title, [made.theme_names[theme] for theme in themes], groups, captions)
        if themes
        else None,
        notes=say("meeting-notes-standing", reported=str(reported), due=str(due)),
        source=made.source(),
    )


def theme_tasks(made: Context, theme: str) -> list[Slide]:
    """Where one theme stands, a bar a task; tasks without numbers say what they have instead."""
    tasks = made.tables.tasks
    mine = [int(task) for task in tasks.loc[tasks["theme"] == theme, "task"]]
    mine = [task for task in mine if task in made.assessment.kept_tasks]
    title = theme_finding(theme, made.assessment, made.tables, made.language)
    return _task_slides(made, mine, title, f"theme-{theme}", theme)


def office(made: Context, department: str) -> list[Slide]:
    """Where the tasks stand that one department leads; those it supports when it leads none."""
    say, assigned = made.say, made.tables.assignments
    mine = assigned[assigned["department"] == department]
    led, supported = (
        sorted(int(task) for task in mine.loc[mine["role"] == role.value, "task"])
        for role in (Role.LEAD, Role.SUPPORT)
    )
    shown = [task for task in led or supported if task in made.assessment.kept_tasks]
    counts = light_counts(_of_tasks(made, shown))
    name = made.tables.departments.set_index("department").loc[department, f"name_{made.language}"]
    duty = (
        say("meeting-office", office=str(name), led=len(led))
        if led
        else say("meeting-office-supports", office=str(name), supported=len(supported))
    )
    title = say(
        "meeting-bullets",
        subject=duty,
        counted=sum(counts.values()),
        green=sum(counts[light] for light in GREEN_LIGHTS),
        needy=sum(counts[light] for light in (*RED_LIGHTS, Light.BEHIND)),
        missing=counts[Light.NOT_REPORTED],
    )
    return _task_slides(made, shown, title, "office", None) or [
        Slide(key="office-1", title=title, source=made.source())
    ]


def bullets(made: Context, tasks: Sequence[int]) -> list[Slide]:
    """Every counted indicator of some tasks against its path, task by task, as many as a slide holds."""
    slides: list[Slide] = []
    for group in _packed(made, tasks):
        rows = [row for task in group for row in _of_tasks(made, [task]).to_dict("records")]
        parts = shared_out(rows, MOST_BULLETS)
        for at, part in enumerate(parts, start=1):
            title = _group_title(made, group, part)
            slides.append(
                Slide(
                    key=f"bullets-{len(slides) + 1}",
                    title=numbered(title, at, len(parts), made.say),
                    chart=_bullets(made, title, part),
                    source=made.source(),
                )
            )
    return slides


def milestones(made: Context, tasks: Sequence[int]) -> list[Slide]:
    """How far the milestones have come, a bar a task; none when the tasks have none."""
    say, rows = made.say, made.assessment.milestones
    mine = [task for task in tasks if task in set(rows["task"])]
    parts = shared_out(mine, MOST_BARS)
    title = _milestones_title(made, mine)
    slides = []
    for at, part in enumerate(parts, start=1):
        groups = [rows[rows["task"] == task] for task in part]
        captions = [
            say(
                "meeting-done-of",
                done=str(int((group["light"] == Light.MET).sum())),
                count=str(len(group)),
            )
            for group in groups
        ]
        chart = _stacked(made, title, [made.task_label(task) for task in part], groups, captions)
        slides.append(
            Slide(
                key=f"milestones-{at}",
                title=numbered(
                    title if at == 1 else _milestones_title(made, part, _span(made, part)),
                    at,
                    len(parts),
                    say,
                ),
                chart=chart,
                source=made.source(),
            )
        )
    return slides


def method(made: Context) -> Slide:
    """How a light comes about, the thresholds of this edition, and what is assumed."""
    say, thresholds = made.say, made.edition.thresholds
    return Slide(
        key="method",
        title=say("meeting-method"),
        points=(
            say("meeting-method-path"),
            say(
                "meeting-method-bands",
                behind=labels.number(thresholds.behind_points, made.language),
                far=labels.number(thresholds.far_behind_points, made.language),
            ),
            say("meeting-method-missing"),
            say("meeting-method-first-listed"),
        ),
        counts=tuple(Count(None, say(f"light-{light}"), light) for light in BAR_ORDER),
        source=made.source(),
    )


def _task_slides(
    made: Context, tasks: Sequence[int], title: str, key: str, theme: str | None
) -> list[Slide]:
    say, parts = made.say, shared_out(tasks, MOST_BARS)
    slides = []
    for at, part in enumerate(parts, start=1):
        groups = [_of_tasks(made, [task]) for task in part]
        captions = [
            _task_caption(made, task, group) for task, group in zip(part, groups, strict=True)
        ]
        categories = [made.task_label(task) for task in part]
        slides.append(
            Slide(
                key=f"{key}-{at}",
                title=numbered(
                    title if at == 1 else _part_standing(made, part), at, len(parts), say
                ),
                counts=large_counts(made, _of_tasks(made, tasks)) if at == 1 else (),
                chart=_stacked(made, title, categories, groups, captions),
                points=theme_points(made, tasks, len(part)) if theme and at == 1 else (),
                theme=theme,
                source=made.source(),
            )
        )
    return slides


def _of_tasks(made: Context, tasks: Sequence[int]) -> pd.DataFrame:
    counted = made.assessment.counted
    return counted[counted["task"].isin(list(tasks))]


def _task_caption(made: Context, task: int, group: pd.DataFrame) -> str:
    """Green of all; without numbers, how many milestones are done."""
    say, rows = made.say, made.assessment.milestones
    if len(group):
        green = int(group["light"].isin(list(GREEN_LIGHTS)).sum())
        return say("meeting-green-of", green=str(green), count=str(len(group)))
    mine = rows[rows["task"] == task]
    if mine.empty:
        return say("overview-no-numbers")
    done = int((mine["light"] == Light.MET).sum())
    return say("overview-milestones", done=str(done), count=str(len(mine)))


def large_counts(made: Context, rows: pd.DataFrame) -> tuple[Count, ...]:
    """How many of the rows each light has, those with none left out."""
    counts = light_counts(rows)
    return tuple(
        Count(counts[light], made.say(f"light-{light}"), light)
        for light in BAR_ORDER
        if counts[light]
    )


def _stacked(
    made: Context,
    spoken: str,
    categories: Sequence[str],
    groups: Sequence[pd.DataFrame],
    captions: Sequence[str],
) -> Chart:
    per_group = [light_counts(group) for group in groups]
    return stacked(made, spoken, categories, per_group, captions)


def stacked(
    made: Context,
    spoken: str,
    categories: Sequence[str],
    per_category: Sequence[dict[Light, int]],
    captions: Sequence[str],
) -> Chart:
    """A bar a category, a part a light; lights that nobody has are left out."""
    return Chart(
        kind=ChartKind.STACKED_BARS,
        spoken=spoken,
        unit=made.say("meeting-unit-count"),
        categories=tuple(categories),
        series=tuple(
            Series(
                name=made.say(f"light-{light}"),
                values=tuple(float(counts[light]) for counts in per_category),
                colour=f"light-{light}",
                light=light,
            )
            for light in BAR_ORDER
            if any(counts[light] for counts in per_category)
        ),
        captions=tuple(captions),
        top=float(max((sum(counts.values()) for counts in per_category), default=0)) or 1.0,
    )


def _packed(made: Context, tasks: Sequence[int]) -> list[list[int]]:
    """Neighbouring tasks together as long as their indicators fit on one slide."""
    groups: list[list[int]] = []
    held = 0
    for task in tasks:
        size = len(_of_tasks(made, [task]))
        if not size:
            continue
        if groups and held + size <= MOST_BULLETS:
            groups[-1].append(task)
            held += size
        else:
            groups.append([task])
            held = size
    return groups


def _span(made: Context, tasks: Sequence[int]) -> str:
    """One task by its name, several by the first and the last."""
    if len(tasks) == 1:
        return made.task_names[tasks[0]]
    return made.say("meeting-tasks", first=str(tasks[0]), last=str(tasks[-1]))


def _part_standing(made: Context, tasks: Sequence[int]) -> str:
    """Where some tasks of several slides stand; those without an indicator by their milestones."""
    rows = _of_tasks(made, tasks).to_dict("records")
    if rows or not made.assessment.milestones["task"].isin(list(tasks)).any():
        return _group_title(made, tasks, rows)
    return _milestones_title(made, tasks, _span(made, tasks))


def _milestones_title(made: Context, tasks: Sequence[int], subject: str | None = None) -> str:
    """How many milestones of some tasks are done and late; of which tasks, where the slide does not show them all."""
    found = milestones_sentence(made, tasks)
    return (
        found
        if subject is None
        else made.say("meeting-milestones-of", subject=subject, standing=found)
    )


def _group_title(made: Context, tasks: Sequence[int], rows: Sequence[dict[Any, Any]]) -> str:
    """What the indicators of some tasks show."""
    say, lights = made.say, [row["light"] for row in rows]
    return say(
        "meeting-bullets",
        subject=_span(made, tasks),
        counted=len(rows),
        green=sum(light in GREEN_LIGHTS for light in lights),
        needy=sum(light in (*RED_LIGHTS, Light.BEHIND) for light in lights),
        missing=sum(light == Light.NOT_REPORTED for light in lights),
    )


def _bullets(made: Context, spoken: str, rows: Sequence[dict[Any, Any]]) -> Chart:
    lights = tuple(Light(row["light"]) for row in rows)
    return Chart(
        kind=ChartKind.BULLETS,
        spoken=spoken,
        unit="%",
        categories=tuple(made.names[row["indicator"]] for row in rows),
        series=(
            Series(
                name=made.say("meeting-attainment"),
                values=tuple(
                    None if light is Light.NOT_REPORTED else _known(row["attainment_pct"])
                    for light, row in zip(lights, rows, strict=True)
                ),
                colour="ink",
                lights=lights,
            ),
        ),
        expected=tuple(_known(row["expected_pct"]) for row in rows),
        captions=tuple(_value_of_aim(made, row) for row in rows),
        top=100.0,
    )


def _value_of_aim(made: Context, row: dict[Any, Any]) -> str:
    """15.6 / 50 公里; what was not reported says so, and its target stays in sight."""
    unit = made.units[row["indicator"]]
    aim = "" if pd.isna(row["aim"]) else amounts.amount(row["aim"], unit, made.language)
    actual = made.say("light-not_reported")
    if not pd.isna(row["actual"]) and row["light"] != Light.NOT_REPORTED:
        # the unit stands once, beside the aim
        actual = amounts.reported(
            row["actual"],
            "" if aim else unit,
            made.language,
            is_whole=float(row["actual"]).is_integer(),
        )
    return made.say("meeting-value-of", actual=actual, aim=aim) if aim else actual


def _known(value: float) -> float | None:
    return None if pd.isna(value) else float(value)
