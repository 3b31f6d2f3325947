"""One task as HTML: its sentence with the targets marked, its milestones, departments, narratives and defects."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.past import chinese, chinese_note
from hengyang.charts.rows import rows_of
from hengyang.labels import Language, words
from hengyang.plan.passages import highlights
from hengyang.progress import Assessment, explain
from hengyang.progress.needs import worst_light, worst_lights
from hengyang.remembered import remembered
from hengyang.schema import Stage, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
#: Items of the whole plan (theme introductions, safeguards) stand under this task number.
WHOLE_PLAN = 0
_STAGES = (
    Stage.NOT_STARTED,
    Stage.PLANNING,
    Stage.APPROVAL,
    Stage.IMPLEMENTING,
    Stage.ACCEPTANCE,
    Stage.DONE,
)


@remembered(128)
def strip(
    assessment: Assessment, tables: Tables, current: int, language: Language, link: Link
) -> Markup:
    """The 31 task numbers in a row, each with its worst light, the current one marked."""
    say = words(language)
    items = [
        Markup('<li><a href="{}" title="{}"{}><b>{}</b></a></li>').format(
            link("task", task=WHOLE_PLAN),
            say("task-whole-plan"),
            Markup(' aria-current="page"') if current == WHOLE_PLAN else _NOTHING,
            say("task-whole-plan-short"),
        )
    ]
    worst = worst_lights(assessment)
    for task in rows_of(tables.tasks):
        name = getattr(task, f"name_{language}")
        light = worst.get(task.task)
        items.append(
            Markup(
                '<li style="--c:var(--theme-{theme})"><a href="{href}" title="{title}"{current}>'
                "<b>{number}</b>{mark}</a></li>"
            ).format(
                theme=task.theme,
                href=link("task", task=task.task),
                title=f"{task.task} {name}",
                current=Markup(' aria-current="page"') if task.task == current else _NOTHING,
                number=task.task,
                mark=marks.light_mark(light, language, size=9) if light else _NOTHING,
            )
        )
    return Markup('<nav class="strip" aria-label="{}"><ol>{}</ol></nav>').format(
        say("task-strip"), _NOTHING.join(items)
    )


@remembered(128)
def source_panel(
    task: int, assessment: Assessment, tables: Tables, language: Language, link: Link
) -> Markup:
    """The task's paragraph as published, the words of each target underlined in its light.

    For the whole plan: the introductions of the themes and the safeguards.
    """
    say = words(language)
    lights = {
        **dict(
            zip(assessment.indicators["indicator"], assessment.indicators["light"], strict=True)
        ),
        **dict(
            zip(assessment.milestones["milestone"], assessment.milestones["light"], strict=True)
        ),
    }
    quotes = [
        *_quotes(tables.indicators, "indicator", task),
        *_quotes(tables.milestones, "milestone", task),
    ]
    paragraphs = [
        Markup(
            '<p class="src" lang="zh-CN">{text}</p><p class="meta">{origin}</p>{english}'
        ).format(
            text=_marked(text_zh, quotes, lights, task, link),
            origin=origin,
            english=Markup('<p class="translation"><small>{}</small>{}</p>').format(
                say("task-translation"), text_en
            )
            if language == "en"
            else _NOTHING,
        )
        for text_zh, text_en, origin in _paragraphs(task, tables, language)
    ]
    return Markup('<section id="source"><h4>{}</h4>{}</section>').format(
        say("task-source"), _NOTHING.join(paragraphs)
    )


def _paragraphs(task: int, tables: Tables, language: Language) -> list[tuple[str, str, str]]:
    """What the notice says of a task: (text_zh, text_en, where it stands)."""
    say = words(language)
    if task != WHOLE_PLAN:
        row = tables.tasks[tables.tasks["task"] == task].iloc[0]
        origin = say("task-source-origin", clause=row["clause_zh"])
        return [(row["text_zh"], row["text_en"], origin)]
    themes = [
        (
            row.intro_zh,
            row.intro_en,
            say("task-source-theme", theme=getattr(row, f"name_{language}")),
        )
        for row in rows_of(tables.themes)
    ]
    safeguards = [
        (
            row.text_zh,
            row.text_en,
            say("task-source-safeguard", number=str(row.safeguard)),
        )
        for row in rows_of(tables.safeguards)
    ]
    return themes + safeguards


def _marked(
    text: str, quotes: list[tuple[str, str]], lights: dict[str, Any], task: int, link: Link
) -> Markup:
    pieces = []
    for part, ids in highlights(text, quotes):
        if not ids:
            pieces.append(Markup("<span>{}</span>").format(part))
            continue
        indicators = [found for found in ids if "-M" not in found]
        several = indicators or list(ids)
        # words that several targets share wear the worst of their lights, and lead to the one that has it
        light = worst_light(str(lights[one]) for one in several if not pd.isna(lights.get(one)))
        subject = next((one for one in several if lights.get(one) == light), several[0])
        pieces.append(
            Markup(
                '<a class="q q-{kind}" data-light="{light}" href="{href}" title="{title}">{text}</a>'
            ).format(
                kind="ind" if indicators else "mst",
                light=light or "none",
                href=link("task", task=task, indicator=subject),
                title=" ".join(ids),
                text=part,
            )
        )
    return _NOTHING.join(pieces)


def _quotes(frame: pd.DataFrame, key: str, task: int) -> list[tuple[str, str]]:
    rows = frame[frame["task"] == task]
    return list(zip(rows[key], rows["quote_zh"], strict=True))


def milestones_panel(
    task: int, assessment: Assessment, tables: Tables, language: Language
) -> Markup:
    """The task's milestones with light, stage and evidence; nothing when it has none."""
    rows = assessment.milestones[assessment.milestones["task"] == task]
    if rows.empty:
        return _NOTHING
    names = tables.milestones.set_index("milestone")[f"name_{language}"]
    items = [
        Markup('<li id="{id}">{mark}<span>{name}</span><small>{details}</small></li>').format(
            id=row.milestone,
            mark=marks.light_mark(row.light, language, size=12),
            name=names[row.milestone],
            details=_milestone_details(row, language),
        )
        for row in rows_of(rows)
    ]
    return Markup('<section><h4>{}</h4><ul class="mst">{}</ul>{}</section>').format(
        words(language)("task-milestones"),
        _NOTHING.join(items),
        chinese_note(rows["evidence"], language),
    )


def milestone_cards(
    task: int, assessment: Assessment, tables: Tables, language: Language
) -> Markup:
    """The milestones of a task without numbers as cards: light, stage on its way, why, what would change it."""
    say = words(language)
    names = tables.milestones.set_index("milestone")[f"name_{language}"]
    cards = []
    rows = assessment.milestones[assessment.milestones["task"] == task]
    for row in rows_of(rows):
        told = explain(row.milestone, tables, assessment.as_of, assessment.thresholds)
        cards.append(
            Markup(
                '<section class="ind" id="{id}"><h4>{mark}<span>{name}</span><small>{id}</small></h4>'
                '<p class="meta">{details}</p>{stages}<div class="why"><p><b>{why}</b> {sentence}</p>'
                "<p><b>{next}</b> {change}</p>{flags}</div></section>"
            ).format(
                id=row.milestone,
                mark=marks.light_mark(row.light, language, size=14),
                name=names[row.milestone],
                details=_milestone_details(row, language),
                stages=_stages(row, language),
                why=say("task-why", light=say(f"light-{row.light}")),
                sentence=told.sentence(language),
                next=say("task-next"),
                change=told.what_would_change(language),
                flags=marks.flag_line(row.flags, language),
            )
        )
    note = chinese_note(rows["evidence"], language)
    return Markup('<div class="inds">{}</div>{}').format(_NOTHING.join(cards), note)


def _stages(row: Any, language: Language) -> Markup:
    """The stages of a staged milestone as steps, those behind it filled; nothing for a standing duty."""
    if row.rule != "staged":
        return _NOTHING
    say = words(language)
    stage = row.stage
    reached = -1 if pd.isna(stage) else _STAGES.index(Stage(stage))
    steps = [
        Markup("<li{state}{current}>{word}</li>").format(
            state=Markup(' class="past"') if at <= reached else _NOTHING,
            current=Markup(' aria-current="step"') if at == reached else _NOTHING,
            word=say(f"stage-{step}"),
        )
        for at, step in enumerate(_STAGES)
    ]
    return Markup('<ol class="steps">{}</ol>').format(_NOTHING.join(steps))


def _milestone_details(row: Any, language: Language) -> Markup:
    """Stage, stage value, next planned date, evidence and commitment of a milestone, in one small line."""
    say = words(language)
    details: list[str | Markup] = []
    if not pd.isna(row.stage):
        details.append(say(f"stage-{row.stage}"))
        if not pd.isna(row.stage_share_pct):
            details.append(say("stage-share", share=str(int(row.stage_share_pct))))
    if not pd.isna(row.next_stage_due):
        details.append(say("task-next-stage", day=labels.day(row.next_stage_due, language)))
    if not pd.isna(row.evidence):
        evidence = chinese(str(row.evidence), language)
        details.append(Markup("{}{}").format(say("task-evidence"), evidence))
    if row.commitment != "firm":
        details.append(say(f"commitment-{row.commitment}"))
    return Markup(" · ").join(details or [say(f"light-{row.light}")])


@remembered(128)
def departments_panel(task: int, tables: Tables, language: Language, link: Link) -> Markup:
    """Who is listed for the task, and that lead and support are read from the order."""
    say = words(language)
    rows = tables.assignments[tables.assignments["task"] == task].sort_values("position")
    if rows.empty:
        return _NOTHING
    names = tables.departments.set_index("department")[f"name_{language}"]
    items = [
        Markup('<li><a href="{}">{}</a><small>{}</small></li>').format(
            link("departments", office=row.department),
            names[row.department],
            say(f"role-source-{row.role_source}"),
        )
        for row in rows_of(rows)
    ]
    return Markup('<section><h4>{}</h4><ul class="offices">{}</ul></section>').format(
        say("task-departments"), _NOTHING.join(items)
    )


@remembered(128)
def narratives_panel(task: int, tables: Tables, as_of: date, language: Language) -> Markup:
    """What departments said about the task, the newest first; nothing when they said nothing."""
    say = words(language)
    rows = tables.narratives
    rows = rows[(rows["task"] == task) & (rows["reference_date"] <= pd.Timestamp(as_of))]
    if rows.empty:
        return _NOTHING
    names = tables.departments.set_index("department")[f"name_{language}"]
    items = []
    for row in rows_of(rows.sort_values("reference_date", ascending=False).head(3)):
        translated = language == "en" and not pd.isna(row.text_en)
        items.append(
            Markup("<li><p>{}</p><small>{} · {}</small></li>").format(
                row.text_en if translated else chinese(row.text_zh, language),
                names.get(row.department, row.department),
                labels.month(row.reference_date, language),
            )
        )
    return Markup('<section><h4>{}</h4><ul class="says">{}</ul></section>').format(
        say("task-narratives"), _NOTHING.join(items)
    )


def defects_panel(task: int, tables: Tables, language: Language) -> Markup:
    """What is wrong with the task's text as published, and how it is read; nothing when nothing is."""
    say = words(language)
    rows = tables.source_defects
    rows = rows[rows["task"] == task]
    if rows.empty:
        return _NOTHING
    items = [
        Markup("<li><p>{}</p><small>{}</small></li>").format(
            getattr(row, f"what_{language}"),
            say("task-defect-reading", reading=getattr(row, f"reading_{language}")),
        )
        for row in rows_of(rows)
    ]
    return Markup('<section><h4>{}</h4><ul class="says">{}</ul></section>').format(
        say("task-defects"), _NOTHING.join(items)
    )


def side(panels: Iterable[Markup]) -> Markup:
    """The panels of the right column, one under the other."""
    return Markup('<div class="panel side">{}</div>').format(_NOTHING.join(panels))
