"""The sections of the bulletin (督查通报), each a pure function of what is told: words made from the data."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from hengyang import labels, progress
from hengyang.exports.light_words import light_words
from hengyang.exports.paper_parts import (
    Block,
    Column,
    Heading,
    Line,
    Lit,
    Paragraph,
    Part,
    Strong,
    Table,
    ToFill,
    Verbatim,
)
from hengyang.exports.told import RED, YELLOW, Told
from hengyang.progress import METHOD_VERSION, light_counts
from hengyang.progress.lights import BAR_ORDER
from hengyang.progress.standing import overview_finding
from hengyang.schema import Light, Role


def opening(told: Told) -> Iterator[Block]:
    """What this is about, what the figures are and are not."""
    say, stamp = told.say, told.content.stamp
    about = {
        "plan": stamp.plan,
        "status": stamp.status,
        "day": labels.day(stamp.as_of, told.language),
    }
    subject = told.content.subject
    yield Paragraph(
        (
            say("bulletin-opening-subject", subject=subject, **about)
            if subject
            else say("bulletin-opening", **about),
        )
    )
    edition = (
        say("bulletin-edition", edition=stamp.edition)
        if stamp.edition
        else say("bulletin-no-edition")
    )
    basis = say(
        "bulletin-basis", release=str(stamp.release), edition=edition, method=str(METHOD_VERSION)
    )
    nature = say("bulletin-nature-demo" if stamp.is_demo else "bulletin-nature-official")
    standing = say("bulletin-standing", status=stamp.status)
    yield Paragraph((basis, Strong(nature) if stamp.is_demo else nature, standing))


def overall(told: Told) -> Iterator[Block]:
    """Where the selection stands: counts first, coverage beside them, then each theme in one table."""
    say, assessment = told.say, told.assessment
    yield Heading(1, say("bulletin-overall"))
    counted, stop = assessment.counted, say("progress-stop")
    said = [overview_finding(assessment, told.language) + stop]
    if len(counted):
        said.append(say("bulletin-counts", counted=str(len(counted)), counts=told.counts(counted)))
    uncounted = len(assessment.indicators) - len(counted)
    if uncounted:
        said.append(say("bulletin-uncounted", count=str(uncounted)))
    yield Paragraph(("".join(said),))
    yield Paragraph((_coverage(told),))
    milestones = assessment.milestones
    if len(milestones):
        counts = told.counts(milestones, "bulletin-count-milestones")
        yield Paragraph((say("bulletin-milestones", count=str(len(milestones)), counts=counts),))
    thresholds = assessment.thresholds
    yield Paragraph(
        (
            say(
                "bulletin-bands",
                behind=labels.number(thresholds.behind_points, told.language),
                far=labels.number(thresholds.far_behind_points, told.language),
            ),
        )
    )
    if len(counted):
        yield _theme_table(told)


def _coverage(told: Told) -> str:
    say, themes = told.say, told.assessment.themes
    due, reported = int(themes["due"].sum()), int(themes["reported"].sum())
    if not due:
        return say("bulletin-coverage-none")
    said = say(
        "bulletin-coverage",
        due=str(due),
        reported=str(reported),
        missing=str(due - reported),
        share=labels.percent_floored(100 * reported / due, told.language),
    )
    if len(told.stale):
        periods = labels.number(told.assessment.thresholds.stale_periods, told.language)
        said += say("bulletin-stale", count=str(len(told.stale)), periods=periods)
    return said


def _theme_table(told: Told) -> Table:
    say, counted = told.say, told.assessment.counted
    total = light_counts(counted)
    lights = [light for light in BAR_ORDER if total[light]]
    names = told.tables.themes.set_index("theme")[f"name_{told.language}"]
    columns = (
        Column(say("bulletin-column-theme"), 1.9),
        Column(say("bulletin-column-indicators"), 1.0, "right"),
        *(Column(light_words(light, told.language), 1.3, "right") for light in lights),
        Column(say("bulletin-column-reported"), 1.3, "right"),
        Column(say("bulletin-column-theme-light"), 1.2, "centre"),
    )
    rows: list[tuple[Line, ...]] = []
    for row in told.assessment.themes.to_dict("records"):
        if not row["indicators"]:
            continue
        light = "none" if pd.isna(row["light"]) else str(row["light"])
        rows.append(
            (
                (str(names[row["theme"]]),),
                (str(row["indicators"]),),
                *((str(row[light.value]),) for light in lights),
                (f"{row['reported']}/{row['due']}",),
                (say(f"theme-light-{light}"),),
            )
        )
    if len(rows) > 1:
        themes = told.assessment.themes
        rows.append(
            (
                (Strong(say("bulletin-total")),),
                (Strong(str(len(counted))),),
                *((Strong(str(total[light])),) for light in lights),
                (Strong(f"{int(themes['reported'].sum())}/{int(themes['due'].sum())}"),),
                ("",),
            )
        )
    return Table(say("bulletin-table-themes"), columns, tuple(rows))


def by_theme(told: Told) -> Iterator[Block]:
    """Each theme of the selection, and what belongs to the whole plan."""
    say, assessment, tables = told.say, told.assessment, told.tables
    tasks = tables.tasks[tables.tasks["task"].isin(assessment.kept_tasks)]
    names = tables.themes.set_index("theme")[f"name_{told.language}"]
    rows = {row["theme"]: row for row in assessment.themes.to_dict("records")}
    yield Heading(1, say("bulletin-themes"))
    for theme in tables.themes.sort_values("order")["theme"]:
        of_theme = tasks[tasks["theme"] == theme]
        if of_theme.empty:
            continue
        yield Heading(2, str(names[theme]))
        numbers = {int(task) for task in of_theme["task"]}
        row, stated = rows[theme], say("bulletin-theme-tasks", count=str(len(numbers)))
        if row["indicators"]:
            counted = assessment.counted[assessment.counted["theme"] == theme]
            stated += say(
                "bulletin-theme-counts",
                counted=str(len(counted)),
                counts=told.counts(counted),
                due=str(row["due"]),
                reported=str(row["reported"]),
            )
            stated += _theme_light(told, row["light"])
        else:
            stated += say("bulletin-theme-uncounted")
        yield Paragraph((stated + _of_tasks(told, numbers),))
    if (assessment.milestones["task"] == 0).any():
        yield Heading(2, say("bulletin-plan-items"))
        yield Paragraph((_of_tasks(told, {0}),))


def _theme_light(told: Told, light: object) -> str:
    if isinstance(light, str):
        return told.say("bulletin-theme-light", light=told.say(f"theme-light-{light}"))
    share = labels.number(100 * told.assessment.thresholds.reported_share, told.language)
    return told.say("bulletin-theme-dark", share=share)


def _of_tasks(told: Told, tasks: set[int]) -> str:
    """Milestones, red, yellow and tasks that nothing measures, of some tasks."""
    say, milestones = told.say, told.assessment.milestones
    milestones = milestones[milestones["task"].isin(tasks)]
    said = []
    if len(milestones):
        counts = told.counts(milestones, "bulletin-count-milestones")
        said.append(say("bulletin-milestones", count=str(len(milestones)), counts=counts))
    red, yellow = (
        found[found["task"].isin(tasks)]
        for found in (told.with_light(*RED), told.with_light(*YELLOW))
    )
    if len(red):
        listed = told.apart(
            say("bulletin-named", subject=subject, name=told.names[subject])
            for subject in red["subject"]
        )
        said.append(say("bulletin-theme-red", count=str(len(red)), names=listed))
    if len(yellow):
        said.append(say("bulletin-theme-yellow", count=str(len(yellow))))
    measured = {*told.assessment.indicators["task"], *told.assessment.milestones["task"]}
    bare = sorted(tasks - measured - {0})
    if bare:
        named = (say("bulletin-task", task=str(n), name=told.task_names[n]) for n in bare)
        said.append(say("bulletin-bare", names=told.listed(named)))
    return "".join(said)


def needy(told: Told) -> Iterator[Block]:
    """What is red, each with its reason and what would turn it; what is yellow, in a table."""
    say = told.say
    red, yellow = told.with_light(*RED), told.with_light(*YELLOW)
    yield Heading(1, say("bulletin-needy"))
    yield Heading(2, say("bulletin-red", count=str(len(red))))
    if red.empty:
        yield Paragraph((_none_needy(told),))
    why = told.explained(red["subject"])
    stop, spoken_for = say("progress-stop"), set()
    for subject, task, light in zip(red["subject"], red["task"], red["light"], strict=True):
        found = why[subject]
        place = say("bulletin-place", subject=subject, office=told.lead(task))
        line: list[Part] = [Strong(told.task_names[int(task)]), place, Lit(str(light)), stop]
        line.append(say("bulletin-why", sentence=found.sentence(told.language)))
        line.append(say("bulletin-turn", turn=found.what_would_change(told.language)))
        if task not in spoken_for:
            line += _statement(told, int(task))
        spoken_for.add(task)
        yield Paragraph(tuple(line), is_numbered=True)
    yield Heading(2, say("bulletin-yellow", count=str(len(yellow))))
    if yellow.empty:
        yield Paragraph((_none_needy(told),))
        return
    rows = tuple(
        ((subject,), (told.names[subject],), (told.reason(subject),), (told.short_lead(task),))
        for subject, task in zip(yellow["subject"], yellow["task"], strict=True)
    )
    columns = (
        Column(say("bulletin-column-id"), 1.3),
        Column(say("bulletin-column-subject"), 3.6),
        Column(say("bulletin-column-reason"), 3.4),
        Column(say("bulletin-column-office"), 1.7),
    )
    yield Table(say("bulletin-table-yellow"), columns, rows)


def _none_needy(told: Told) -> str:
    """None, which is good news only as far as anything was reported."""
    unknown = len(told.of_light(Light.NOT_REPORTED))
    if unknown:
        return told.say("bulletin-none-known", count=str(unknown))
    return told.say("bulletin-none")


def _statement(told: Told, task: int) -> Line:
    """The newest thing that the department listed first has said about a task, word for word."""
    tables, assessment = told.tables, told.assessment
    leads = tables.assignments
    is_lead = (leads["task"] == task) & (leads["role"] == Role.LEAD.value)
    rows = tables.narratives
    rows = rows[
        (rows["task"] == task)
        & rows["department"].isin(leads.loc[is_lead, "department"])
        & (rows["reference_date"] <= pd.Timestamp(assessment.as_of))
    ]
    if rows.empty:
        return ()
    row = rows.sort_values("reference_date", kind="stable").iloc[-1]
    is_translated = told.language == "en" and not pd.isna(row["text_en"])
    return (
        told.say(
            "bulletin-statement", month=labels.month(row["reference_date"].date(), told.language)
        ),
        Verbatim(str(row["text_en"] if is_translated else row["text_zh"])),
        told.say("bulletin-statement-end"),
    )


def moved(told: Told) -> Iterator[Block]:
    """What has changed its light since the earlier edition; says so when there is none to compare with."""
    say, earlier = told.say, told.content.earlier
    yield Heading(1, say("bulletin-moved"))
    if earlier is None:
        yield Paragraph((say("bulletin-moved-unknown"),))
        return
    day = labels.day(earlier.stamp.as_of, told.language)
    against = (
        say("bulletin-against", name=earlier.stamp.edition, day=day)
        if earlier.stamp.edition
        else say("bulletin-against-period", day=day)
    )
    found = progress.changes_between(earlier.assessment, told.assessment)
    if found.empty:
        yield Paragraph((say("bulletin-moved-none", against=against),))
        return
    groups = [(kind, found[found["change"] == kind]) for kind in ("worse", "better", "other")]
    sizes = {kind: str(len(rows)) for kind, rows in groups}
    yield Paragraph((say("bulletin-moved-counts", against=against, **sizes),))
    rows: list[tuple[Line, ...]] = []
    for kind, group in groups:
        if len(group):
            rows.append(((say(f"bulletin-moved-{kind}", count=str(len(group))),),))
        rows += [
            (
                (row["subject"],),
                (told.names[row["subject"]],),
                (Lit(str(row["light_before"])),),
                (Lit(str(row["light_after"])),),
                (told.reason(row["subject"]),),
            )
            for row in group.to_dict("records")
        ]
    columns = (
        Column(say("bulletin-column-id"), 1.3),
        Column(say("bulletin-column-subject"), 3.2),
        Column(say("bulletin-column-before"), 1.4),
        Column(say("bulletin-column-after"), 1.4),
        Column(say("bulletin-column-reason"), 2.9),
    )
    yield Table(say("bulletin-table-moved"), columns, tuple(rows))


def unreported(told: Told) -> Iterator[Block]:
    """What nobody knows: who has not reported what; whose figures are old; whose cannot be compared."""
    say, missing = told.say, told.of_light(Light.NOT_REPORTED)
    yield Heading(1, say("bulletin-unreported"))
    if missing.empty:
        yield Paragraph((say("bulletin-unreported-none"),))
    else:
        indicators = set(told.assessment.indicators["indicator"])
        groups: list[tuple[str, pd.DataFrame]] = [
            (office, missing.loc[missing["task"].map(told.lead) == office])
            for office in told.leads_of(missing["task"])
        ]
        share = say(
            "bulletin-unreported-counts",
            indicators=str(int(missing["subject"].isin(indicators).sum())),
            milestones=str(int((~missing["subject"].isin(indicators)).sum())),
            departments=str(sum(office != say("bulletin-no-lead") for office, _ in groups)),
            names=told.listed(
                say("bulletin-unreported-office", office=office, count=str(len(rows)))
                for office, rows in groups
            ),
        )
        yield Paragraph((share,))
        yield Table(
            say("bulletin-table-unreported"),
            (
                Column(say("bulletin-column-id"), 1.3),
                Column(say("bulletin-column-subject"), 6.6),
                Column(say("bulletin-column-last"), 2.1),
            ),
            tuple(_unreported_rows(told, groups)),
        )
    if len(told.stale):
        listed = told.apart(
            say(
                "bulletin-stale-item",
                subject=subject,
                name=told.names[subject],
                office=told.lead(task),
                day=labels.day(day.date(), told.language),
            )
            for subject, task, day in zip(
                told.stale["indicator"],
                told.stale["task"],
                told.stale["reference_date"],
                strict=True,
            )
        )
        yield Paragraph((say("bulletin-stale-list", count=str(len(told.stale)), names=listed),))
    others = told.assessment.counted["flags"].map(lambda flags: "other_figures" in flags)
    if others.any():
        yield Paragraph((say("bulletin-other-figures", count=str(int(others.sum()))),))


def _unreported_rows(
    told: Told, groups: list[tuple[str, pd.DataFrame]]
) -> Iterator[tuple[Line, ...]]:
    for office, rows in groups:
        yield ((told.say("bulletin-unreported-office", office=office, count=str(len(rows))),),)
        for subject in rows["subject"]:
            day = told.rows[subject]["reference_date"]
            last = (
                told.say("bulletin-never")
                if pd.isna(day)
                else labels.day(day.date(), told.language)
            )
            yield ((subject,), (told.names[subject],), (last,))


def next_steps(told: Told) -> Iterator[Block]:
    """What the departments listed first are asked for; by when and to whom, a person fills in."""
    say = told.say
    yield Heading(1, say("bulletin-next"))
    unjudged = told.of_light(Light.NOT_ASSESSED)
    asked = [
        ("red", told.with_light(*RED)["task"]),
        ("yellow", told.with_light(*YELLOW)["task"]),
        ("missing", told.of_light(Light.NOT_REPORTED)["task"]),
        ("stale", told.stale["task"]),
        ("unjudged", unjudged["task"]),
    ]
    asked = [(kind, tasks) for kind, tasks in asked if len(tasks)]
    if not asked:
        yield Paragraph((say("bulletin-next-none"),))
        return
    for kind, tasks in asked:
        nobody = say("bulletin-no-lead")
        offices = [office for office in told.leads_of(tasks) if office != nobody]
        yield Paragraph(
            (
                Strong(say(f"bulletin-next-{kind}", count=str(len(tasks)))),
                say("bulletin-next-who"),
                told.listed(offices) if offices else ToFill(say("bulletin-responsible")),
                say("bulletin-next-by"),
                ToFill(say("bulletin-by")),
                say(f"bulletin-next-{kind}-what"),
            ),
            is_numbered=True,
        )
    yield Paragraph(
        (say("bulletin-next-where"), ToFill(say("bulletin-receiver")), say("bulletin-next-lead"))
    )
