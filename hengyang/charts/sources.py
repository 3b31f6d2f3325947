"""What the plan's data rests on, as HTML: defects of the source, published figures, the consultation, the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.method import table
from hengyang.charts.rows import rows_of
from hengyang.labels import Language, words
from hengyang.progress import Assessment
from hengyang.progress.needs import names
from hengyang.schema import Comparability, Light, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
#: The plan speaks of 30 projects and numbers 31: the defect that every reader asks about first.
_NUMBER_OF_TASKS = "31项"
#: Defects whose printed form is quoted in their description, and how; a single sign would be found everywhere.
_MISPRINT, _IN_QUOTES = "lost_characters", re.compile("“([^”]{3,})”")


def defects(
    tables: Tables, category: str | None = None, confidence: str | None = None
) -> pd.DataFrame:
    """The source defects of a category and confidence (all when None), 30-or-31 first, else in order."""
    rows = tables.source_defects
    if category is not None:
        rows = rows[rows["category"] == category]
    if confidence is not None:
        rows = rows[rows["confidence"] == confidence]
    is_first = rows["what_zh"].str.contains(_NUMBER_OF_TASKS, regex=False)
    return pd.concat([rows[is_first], rows[~is_first]], ignore_index=True)


def defects_table(rows: pd.DataFrame, language: Language, link: Link) -> Markup:
    """The defects given: where, what, how it is read here, kind, how sure we are."""
    say = words(language)
    if rows.empty:
        return Markup('<div class="panel"><p class="calm">{}</p></div>').format(
            say("method-defects-none")
        )
    lines = []
    for row in rows_of(rows):
        where = getattr(row, f"where_{language}")
        lines.append(
            Markup(
                '<tr><td class="num">{number}</td><td>{where}</td><td>{what}</td><td>{reading}</td>'
                "<td>{category}</td><td>{confidence}</td></tr>"
            ).format(
                number=row.defect,
                where=where
                if pd.isna(row.task)
                else Markup('<a href="{}">{}</a>').format(link("task", task=int(row.task)), where),
                what=getattr(row, f"what_{language}"),
                reading=getattr(row, f"reading_{language}"),
                category=say(f"defect-category-{row.category}"),
                confidence=say(f"confidence-{row.confidence}"),
            )
        )
    heads = [
        say(f"method-defects-{name}")
        for name in ("number", "where", "what", "reading", "category", "confidence")
    ]
    return table(
        say("method-defects-caption", count=str(len(rows))),
        heads,
        lines,
        kind="me-defects",
        numeric=0,
    )


def figures_table(
    assessment: Assessment, tables: Tables, is_demo: bool, language: Language, link: Link
) -> Markup:
    """Every published figure with its source and verbatim quote, and whether it lights."""
    say = words(language)
    name_of = names(tables, language)
    lines = []
    for row in rows_of(tables.published_figures.sort_values(["subject", "reference_date"])):
        note = getattr(row, f"comparability_note_{language}")
        lines.append(
            Markup(
                '<tr><td><a href="{href}">{subject} {name}</a></td><td class="num">{value}</td>'
                "<td>{day}<small>{period}</small></td><td>{comparability}<small>{note}</small></td>"
                '<td>{lights}</td><td>{source}<q lang="zh-CN">{quote}</q></td></tr>'
            ).format(
                href=link("task", task=int(row.subject[1:3]), indicator=row.subject),
                subject=row.subject,
                name=name_of[row.subject],
                value=_figure(row, tables, language),
                day=labels.day(row.reference_date, language),
                period=say(f"figure-period-{row.period}"),
                comparability=say(f"comparability-{row.comparability}"),
                note="" if pd.isna(note) else note,
                lights=figure_use(row, assessment, is_demo, language),
                source=row.source,
                quote=row.quote_zh,
            )
        )
    heads = [
        say(f"method-figures-{name}")
        for name in ("subject", "value", "date", "comparability", "lights", "source")
    ]
    note = (
        Markup('<p class="me-note" role="note">{}</p>').format(say("method-figures-demo"))
        if is_demo
        else _NOTHING
    )
    return note + table(
        say("method-figures-caption", count=str(len(lines))),
        heads,
        lines,
        kind="me-figures",
        numeric=1,
    )


def _figure(row: Any, tables: Tables, language: Language) -> str:
    if not pd.isna(row.stage):
        return words(language)(f"stage-{row.stage}")
    indicators = tables.indicators.set_index("indicator")
    unit = indicators.loc[row.subject, f"unit_{language}"]
    gap = "" if unit == "%" else " "
    # as published, every decimal of it
    places = len(f"{row.value:.9f}".rstrip("0").partition(".")[2])
    return f"{labels.number(row.value, language, places)}{gap}{unit}"


def figure_use(row: Any, assessment: Assessment, is_demo: bool, language: Language) -> Markup:
    """What a published figure does here: lights, is the baseline, is earlier history, or nothing and why.

    row: a row of published_figures as a named tuple.
    """
    say = words(language)
    subject, day = row.subject, pd.Timestamp(row.reference_date)
    if row.comparability != Comparability.SAME:
        return Markup.escape(say("method-figure-differs"))
    if is_demo:
        return Markup.escape(say("method-figure-demo"))
    if day > pd.Timestamp(assessment.as_of):
        return Markup.escape(say("method-figure-later"))
    frame, key = (
        (assessment.milestones, "milestone")
        if "-M" in subject
        else (assessment.indicators, "indicator")
    )
    judged = frame.set_index(key).loc[subject]
    if pd.Timestamp(judged["reference_date"]) == day:
        if judged["light"] == Light.NOT_REPORTED:
            return Markup.escape(say("method-figure-not-final"))
        return Markup("{} {}").format(
            marks.light_mark(judged["light"], language, size=13),
            say("method-figure-lights", light=say(f"light-{judged['light']}")),
        )
    if "baseline_date" in judged.index and pd.Timestamp(judged["baseline_date"]) == day:
        return Markup.escape(say("method-figure-baseline"))
    return Markup.escape(say("method-figure-earlier"))


def quoted(text: object, tables: Tables, language: Language) -> Markup:
    """A sentence of the notice, verbatim; where a known misprint stands in it, [原文如此] behind the quote with its reading."""
    quote = Markup('<q lang="zh-CN">{}</q>').format(text)
    rows = tables.source_defects
    rows = rows[rows["category"] == _MISPRINT]
    for row in rows_of(rows):
        if any(printed in str(text) for printed in _IN_QUOTES.findall(row.what_zh)):
            return Markup('{} <abbr class="sic" title="{}">{}</abbr>').format(
                quote, getattr(row, f"reading_{language}"), words(language)("consultation-sic")
            )
    return quote


def consultation_panel(tables: Tables, language: Language) -> Markup:
    """The plan's status and the facts of the consultation, each with its sentence."""
    say = words(language)
    rows = [
        Markup("<tr><td>{}</td><td><b>{}</b></td><td>{}</td></tr>").format(
            getattr(row, f"name_{language}"),
            getattr(row, f"value_{language}"),
            quoted(row.quote_zh, tables, language),
        )
        for row in rows_of(tables.consultation)
    ]
    heads = [say(f"method-consultation-{name}") for name in ("fact", "value", "quote")]
    return table(say("method-consultation-caption"), heads, rows, kind="me-facts")


def safeguards_panel(tables: Tables, language: Language, link: Link) -> Markup:
    """The three safeguards: who is listed, and each commitment with its sentence."""
    say = words(language)
    offices = tables.departments.set_index("department")[f"name_{language}"]
    parts = []
    for safeguard in rows_of(tables.safeguards):
        listed = tables.safeguard_departments
        listed = listed[listed["safeguard"] == safeguard.safeguard].sort_values("position")
        promised = tables.safeguard_commitments
        promised = promised[promised["safeguard"] == safeguard.safeguard].sort_values("position")
        parts.append(
            Markup(
                '<section class="panel"><h4>{number} {name}</h4><p class="meta">{offices}</p><ol class="me-list">{items}</ol></section>'
            ).format(
                number=say(f"departments-safeguard-{safeguard.safeguard}"),
                name=getattr(safeguard, f"name_{language}"),
                offices=Markup(" · ").join(
                    Markup('<a href="{}">{}</a>').format(
                        link("departments", office=row.department), offices[row.department]
                    )
                    for row in rows_of(listed)
                ),
                items=_NOTHING.join(
                    Markup("<li>{}{}</li>").format(
                        row.commitment_en if language == "en" else _NOTHING,
                        quoted(row.quote_zh, tables, language),
                    )
                    for row in rows_of(promised)
                ),
            )
        )
    return Markup('<h3 class="me-h">{}</h3><div class="me-three">{}</div>').format(
        say("method-safeguards"), _NOTHING.join(parts)
    )


def plan_text(tables: Tables, language: Language, link: Link) -> Markup:
    """The plan's own words in order: themes with their introductions, tasks, safeguards."""
    parts = []
    for theme in rows_of(tables.themes.sort_values("order")):
        parts.append(
            Markup('<h4 style="color:var(--theme-{})">{}</h4><p>{}</p>').format(
                theme.theme, theme.slogan_zh, theme.intro_zh
            )
        )
        for task in rows_of(tables.tasks[tables.tasks["theme"] == theme.theme]):
            parts.append(
                Markup('<p><a href="{}">{}.</a> {}<span class="meta">{}</span></p>').format(
                    link("task", task=task.task), task.task, task.text_zh, task.departments_raw
                )
            )
    parts += [
        Markup("<h4>{}</h4><p>{}</p>").format(row.name_zh, row.text_zh)
        for row in rows_of(tables.safeguards)
    ]
    return Markup('<div class="panel me-text" lang="zh-CN">{}</div>').format(_NOTHING.join(parts))
