"""The safeguards as HTML: commitments with their lights, the green channel's register, where projects are listed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.past import chinese, chinese_note
from hengyang.charts.project_words import day_word, office, project_name, stage_word
from hengyang.charts.rows import rows_by, rows_of
from hengyang.charts.tables import TableColumn, html_table
from hengyang.delivery import green_channel_summary, listings_summary
from hengyang.labels import Language, words
from hengyang.progress import light_counts
from hengyang.progress.needs import short_name
from hengyang.schema import EvidenceFrom, MilestoneRule, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
_MOST_LISTED = 40


def commitments_finding(commitments: pd.DataFrame, language: Language) -> str:
    """How many commitments have which light."""
    say = words(language)
    if (commitments["light"] == "not_reported").all():
        return say("safeguards-title-silent", total=len(commitments))
    counts = light_counts(commitments)
    return say(
        "safeguards-title",
        total=len(commitments),
        lights=say("mark-separator").join(
            say("mark-count", light=say(f"light-{light}"), count=str(count))
            for light in marks.BAR_ORDER
            if (count := counts.get(light))
        ),
    )


def green_finding(requests: pd.DataFrame, language: Language) -> str:
    """How many requests, how many are open, how long the answered ones took."""
    say = words(language)
    found = green_channel_summary(requests)
    if not found["requests"]:
        return say("safeguards-title-no-green")
    median = found["median_days"]
    return say(
        "safeguards-title-green",
        total=len(requests),
        open=str(found["open"]),
        days="–" if median is None else labels.number(float(median), language),
    )


def listings_finding(listings: pd.DataFrame, tables: Tables, year: int, language: Language) -> str:
    """How many projects of the register are listed where, and what does not fit together."""
    say = words(language)
    if tables.project_listings.empty:
        return say("safeguards-title-no-listings")
    found = listings_summary(listings, year)
    return say(
        "safeguards-title-listings",
        total=len(listings),
        year=str(year),
        **{name: str(found[name]) for name in ("national_store", "annual_plan", "five_year_plan")},
    )


def commitments_panel(
    commitments: pd.DataFrame,
    requests: pd.DataFrame,
    listings: pd.DataFrame,
    tables: Tables,
    year: int,
    language: Language,
    link: Link,
) -> Markup:
    """The three safeguards: who is listed, each commitment with its sentence, light, stage and evidence."""
    say = words(language)
    by_safeguard = rows_by(commitments, "safeguard")
    parts = []
    for safeguard in rows_of(tables.safeguards):
        own = by_safeguard[safeguard.safeguard]
        lights = light_counts(commitments[commitments["safeguard"] == safeguard.safeguard])
        parts.append(
            Markup(
                '<section class="panel"><h4>{} {} {}</h4>{}<ol class="sg-list">{}</ol></section>'
            ).format(
                say(f"departments-safeguard-{safeguard.safeguard}"),
                getattr(safeguard, f"name_{language}"),
                marks.counts_legend(lights, language),
                marks.counts_bar(lights, language),
                _NOTHING.join(
                    _commitment(
                        row,
                        _evidence(row, requests, listings, tables, year, language, link),
                        tables,
                        language,
                        link,
                    )
                    for row in own
                ),
            )
        )
    return Markup('<div class="sg-three">{}</div>{}<p class="key">{}</p>').format(
        _NOTHING.join(parts), chinese_note(commitments["evidence"], language), say("safeguards-how")
    )


def _commitment(
    row: Any, evidence: Markup, tables: Tables, language: Language, link: Link
) -> Markup:
    say = words(language)
    offices = Markup(" · ").join(
        Markup('<a href="{}">{}</a>').format(
            link("departments", office=one), short_name(one, tables, language)
        )
        for one in row.departments
    )
    said = row.commitment_en if language == "en" else _NOTHING
    stage = say(f"stage-{row.stage}") if isinstance(row.stage, str) else say("safeguards-silent")
    facts = [Markup.escape(say(f"milestone-rule-{row.rule}")), Markup.escape(stage)]
    if not pd.isna(row.reference_date):
        facts.append(
            Markup.escape(
                say("safeguards-reported", day=labels.day(row.reference_date.date(), language))
            )
        )
    if not pd.isna(row.next_stage_due):
        facts.append(
            Markup.escape(
                say("safeguards-due", day=labels.day(row.next_stage_due.date(), language))
            )
        )
    if isinstance(row.evidence, str):
        facts.append(
            Markup("{}{}").format(say("safeguards-evidence"), chinese(row.evidence, language))
        )
    elif isinstance(row.stage, str) and row.rule == MilestoneRule.STANDING:
        facts.append(Markup.escape(say("safeguards-no-evidence")))
    return Markup(
        '<li id="{}"><p class="sg-light">{}<b>{}</b> <small>{}</small></p>{}<q lang="zh-CN">{}</q>'
        '<p class="sg-facts">{}</p>{}<p class="sg-facts">{}{}</p>{}</li>'
    ).format(
        row.milestone,
        marks.light_mark(row.light, language, 13),
        say(f"light-{row.light}"),
        row.milestone,
        said,
        row.quote_zh,
        Markup(" · ").join(facts),
        evidence,
        offices,
        _NOTHING
        if row.is_named
        else Markup(" <small>{}</small>").format(say("safeguards-unnamed")),
        marks.flag_line(row.flags, language),
    )


def _evidence(
    row: Any,
    requests: pd.DataFrame,
    listings: pd.DataFrame,
    tables: Tables,
    year: int,
    language: Language,
    link: Link,
) -> Markup:
    """What a register of this app says about a commitment, with the way there."""
    if not isinstance(row.evidence_from, str):
        return _NOTHING
    section = "listings"
    if row.evidence_from == EvidenceFrom.GREEN_CHANNEL:
        section, told = "green", green_finding(requests, language)
    elif tables.project_listings.empty:
        told = words(language)("safeguards-title-no-listings")
    else:
        found = listings_summary(listings, year)
        if row.evidence_from == EvidenceFrom.NATIONAL_STORE:
            told = words(language)(
                "safeguards-told-national_store",
                listed=str(found["national_store"]),
                missing=str(found["unstored"]),
            )
        else:
            told = words(language)(
                "safeguards-told-plan_links",
                year=str(year),
                annual=str(found["annual_plan"]),
                long=str(found["five_year_plan"]),
                missing=str(found["unplanned"]),
            )
    return Markup('<p class="sg-facts"><a href="{}">{}</a></p>').format(
        link("safeguards", section=section), told
    )


def green_table(requests: pd.DataFrame, tables: Tables, language: Language, link: Link) -> Markup:
    """The green channel's register: which project, which approval, asked and answered when, days."""
    say = words(language)
    heads = ("project", "approval", "asked", "of", "answered", "days")
    columns = [
        TableColumn(head, say(f"safeguards-head-{head}"), is_numeric=head == "days")
        for head in heads
    ]
    rows = [
        {
            "project": _project(row, language, link),
            "approval": say(f"approval-{row.approval}"),
            "asked": day_word(row.asked_on, language),
            "of": office(row.asked_of, tables, language),
            "answered": say("safeguards-open")
            if row.is_open
            else say(
                "safeguards-answered",
                day=day_word(row.answered_on, language),
                answer=say(f"green-answer-{row.answer}") if isinstance(row.answer, str) else "–",
            ),
            "days": say("safeguards-days-so-far", days=int(row.days))
            if row.is_open
            else say("safeguards-days", days=int(row.days)),
        }
        for row in rows_of(requests)
    ]
    return Markup('<div class="panel pj-table sg-table">{}</div>').format(
        html_table(rows, columns, language, caption=say("safeguards-green-caption"))
    )


def _project(row: Any, language: Language, link: Link) -> Markup:
    return Markup('<a href="{}">{} {}</a>').format(
        link("projects", project=row.project), row.project, project_name(row, language)
    )


def listings_panel(
    listings: pd.DataFrame, tables: Tables, as_of: date, language: Language, link: Link
) -> Markup:
    """How many projects are listed where, and those that should be and are not."""
    say = words(language)
    if tables.project_listings.empty:
        return Markup('<p class="panel calm">{}</p>').format(say("safeguards-no-listings"))
    found = listings_summary(listings, as_of.year)
    total = found["projects"] or 1
    bars = _NOTHING.join(
        Markup(
            '<tr><th scope="row">{}</th><td class="num">{}</td><td class="num">{}</td><td><span class="sg-bar"><i style="width:{}%"></i></span></td></tr>'
        ).format(
            say(f"safeguards-list-{name}", year=str(as_of.year)),
            found[name],
            labels.percent_floored(100 * found[name] / total, language),
            round(100 * found[name] / total, 1),
        )
        for name in ("national_store", "annual_plan", "five_year_plan")
    )
    head = Markup(
        '<section class="panel"><table class="tt"><caption>{}</caption><tbody>{}</tbody></table></section>'
    ).format(say("safeguards-list-caption", total=str(found["projects"])), bars)
    gaps = [
        _gap(listings[listings[f"is_{name}"]], name, as_of, language, link)
        for name in ("unstored", "unplanned")
    ]
    return Markup("{}<div class='sg-two'>{}</div>").format(head, _NOTHING.join(gaps))


def _gap(listings: pd.DataFrame, name: str, as_of: date, language: Language, link: Link) -> Markup:
    say = words(language)
    columns = [
        TableColumn(head, say(f"safeguards-head-{head}")) for head in ("project", "stage", "listed")
    ]
    rows = [
        {
            "project": _project(row, language, link),
            "stage": stage_word(row.stage, language),
            "listed": _listed(row, language),
        }
        for row in rows_of(listings.head(_MOST_LISTED))
    ]
    caption = say(f"safeguards-gap-{name}", count=len(listings), year=str(as_of.year))
    more = (
        Markup('<p class="meta">{}</p>').format(
            say("safeguards-more", count=str(len(listings) - _MOST_LISTED))
        )
        if len(listings) > _MOST_LISTED
        else _NOTHING
    )
    return Markup('<section class="panel pj-table sg-table">{}{}</section>').format(
        html_table(rows, columns, language, caption=caption), more
    )


def _listed(row: Any, language: Language) -> str:
    say = words(language)
    parts = []
    if isinstance(row.national_store, str):
        parts.append(say("safeguards-in-store", code=row.national_store))
    parts += [say("safeguards-in-annual", year=str(year)) for year in row.annual_plans]
    if row.in_five_year_plan:
        parts.append(say("safeguards-in-five"))
    return say("mark-separator").join(parts) or "–"
