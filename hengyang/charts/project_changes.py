"""What a received file would turn in the registers, as HTML: lights of projects and commitments, new projects, coverage."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.project_words import project_name
from hengyang.charts.quantities import quantity
from hengyang.charts.register_words import subject_name
from hengyang.charts.rows import row_of, rows_of
from hengyang.ingest.as_of_move import AsOfMove
from hengyang.ingest.difference import Difference
from hengyang.labels import Language, words
from hengyang.schema import Tables

Link = Callable[..., str]
_SHOWN = 12
_NOTHING = Markup("")


def register_changes(found: Difference, tables: Tables, language: Language, link: Link) -> Markup:
    """What turns in the registers: lights of projects, new ones, coverage, commitments; nothing where nothing does."""
    return _NOTHING.join(
        [
            _flips(found.project_flips, tables, language, link),
            _new(found.new_projects, language),
            _coverage(found.coverage_changes, tables, language, link),
            _commitments(found.commitment_flips, tables, language, link),
        ]
    )


def _new(projects: pd.DataFrame, language: Language) -> Markup:
    """What is registered for the first time, with the light that it starts with: it has no page before it is released."""
    if projects.empty:
        return _NOTHING
    say = words(language)
    items = [
        Markup("<li>{}<span>{} {}</span><small>{}</small></li>").format(
            marks.light_mark(row.light, language),
            row.project,
            project_name(row, language),
            say(f"light-{row.light}"),
        )
        for row in rows_of(projects.head(_SHOWN))
    ]
    return _listed("intake-new-projects", items, len(projects), language)


def _commitments(flips: pd.DataFrame, tables: Tables, language: Language, link: Link) -> Markup:
    if flips.empty:
        return _NOTHING
    say = words(language)
    items = [
        Markup('<li>{} → {}<a href="{}">{}</a><small>{} → {}</small></li>').format(
            marks.light_mark(row.light_before, language),
            marks.light_mark(row.light_after, language),
            link("safeguards", section="commitments"),
            subject_name("safeguard_reports", str(row.commitment), tables, language),
            say(f"light-{row.light_before}"),
            say(f"light-{row.light_after}"),
        )
        for row in rows_of(flips)
    ]
    return _listed("intake-commitment-flips", items, len(flips), language)


def _listed(key: str, items: list[Markup], count: int, language: Language) -> Markup:
    more = count - len(items)
    return Markup('<h4>{}</h4><ul class="in-projects">{}</ul>{}').format(
        words(language)(key, count=str(count)),
        _NOTHING.join(items),
        Markup('<p class="rest">{}</p>').format(
            words(language)("overview-changes-more", count=str(more))
        )
        if more > 0
        else _NOTHING,
    )


def _flips(flips: pd.DataFrame, tables: Tables, language: Language, link: Link) -> Markup:
    if flips.empty:
        return _NOTHING
    say = words(language)
    projects = tables.projects.set_index("project")
    items = []
    for row in rows_of(flips.head(_SHOWN)):
        own = projects.loc[row.project]
        items.append(
            Markup('<li>{} → {}<a href="{}">{} {}</a><small>{} {} → {}</small></li>').format(
                marks.light_mark(row.light_before, language),
                marks.light_mark(row.light_after, language),
                link("projects", project=row.project),
                row.project,
                project_name(own, language),
                say(f"project-light-{row.kind}"),
                say(f"light-{row.light_before}"),
                say(f"light-{row.light_after}"),
            )
        )
    return _listed("intake-project-flips", items, len(flips), language)


def _coverage(covered: pd.DataFrame, tables: Tables, language: Language, link: Link) -> Markup:
    if covered.empty:
        return _NOTHING
    say = words(language)
    items = []
    for row in rows_of(covered):
        indicator = row_of(tables.indicators, "indicator", row.indicator)
        unit = str(indicator[f"unit_{language}"])
        before, after = (
            say("history-nothing") if total is None else quantity(total, unit, language)
            for total in (row.total_before, row.total_after)
        )
        state = ("covered" if row.is_covered else "short") if (
            row.is_covered != row.is_covered_before
        ) else "same"  # fmt: skip
        items.append(
            Markup('<li><a href="{}">{} {}</a><small>{}</small></li>').format(
                link("task", task=indicator["task"], indicator=row.indicator),
                row.indicator,
                indicator[f"name_{language}"],
                say(
                    f"intake-coverage-{state}",
                    before=before,
                    after=after,
                    target=quantity(row.target, unit, language),
                ),
            )
        )
    return _listed("intake-coverage", items, len(covered), language)


def moved_words(move: AsOfMove, language: Language) -> list[str]:
    """From which day to which, and how many lights turn with it, a sentence each; nothing where the day stays."""
    if not move.is_move:
        return []
    days = {
        "before": labels.day(move.before, language),
        "after": labels.day(move.after, language),
    }
    told = [words(language)("intake-moved", **days, count=len(move.flips))]
    counts = {"projects": move.projects, "commitments": move.commitments}
    told += [
        words(language)(f"intake-moved-{name}", count=count)
        for name, count in counts.items()
        if count
    ]
    return told
