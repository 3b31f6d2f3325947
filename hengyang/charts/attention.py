"""What needs attention, with its reason, and what changed: the overview's side column as HTML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang.charts import marks
from hengyang.charts.rows import rows_of
from hengyang.labels import Language, words
from hengyang.progress import Assessment, reason
from hengyang.progress.needs import NEEDY, lead_names, names, needing_attention
from hengyang.remembered import remembered
from hengyang.schema import Light, Tables

Link = Callable[..., str]

SHOWN = 5
_NOTHING = Markup("")


@remembered(64)
def attention_list(
    assessment: Assessment, tables: Tables, language: Language, link: Link, shown: int = SHOWN
) -> Markup:
    """The worst few with their reasons; each links to its task, to why, and to its sentence in the notice."""
    say = words(language)
    needy = needing_attention(assessment)
    heading = Markup("<h4>{}</h4>").format(say("overview-attention"))
    if needy.empty:
        unreported = int((assessment.counted["light"] == Light.NOT_REPORTED).sum())
        return heading + Markup('<p class="calm">{}</p>').format(
            say("overview-attention-unknown", count=str(unreported))
            if unreported
            else say("overview-attention-none")
        )
    name_of, lead_of = names(tables, language), lead_names(tables, language)
    rows: dict[str, Any] = {
        row["indicator"]: row for _, row in assessment.indicators.iterrows()
    } | {row["milestone"]: row for _, row in assessment.milestones.iterrows()}
    items = []
    for need in rows_of(needy.head(shown)):
        target = link("task", task=need.task, indicator=need.subject)
        items.append(
            Markup(
                '<li>{mark}<div><a href="{href}"><b>{task} {name}</b></a><span>{reason}</span>'
                '<small>{office} · <a href="{why}">{why_word}</a> · <a href="{source}">{source_word}</a>'
                "</small></div></li>"
            ).format(
                mark=marks.light_mark(need.light, language, size=13),
                href=target,
                task=need.task or "",
                name=name_of[need.subject],
                reason=reason(rows[need.subject], language, tables),
                office=lead_of.get(int(need.task), say("task-whole-plan")),
                why=link("task", task=need.task, indicator=need.subject, section="why"),
                why_word=say("overview-why"),
                source=link("task", task=need.task, indicator=need.subject, section="source"),
                source_word=say("overview-source"),
            )
        )
    rest = _NOTHING
    if len(needy) > shown:
        rest = Markup('<p class="rest"><a href="{}">{}</a></p>').format(
            link("indicators", light=NEEDY), say("overview-attention-all", count=str(len(needy)))
        )
    return heading + Markup('<ul class="att">{}</ul>{}').format(_NOTHING.join(items), rest)


def attention_panel(
    assessment: Assessment, tables: Tables, language: Language, link: Link
) -> Markup:
    """The list in a panel of its own, for a page's side column."""
    return Markup('<div class="panel">{}</div>').format(
        attention_list(assessment, tables, language, link, shown=8)
    )


@remembered(64)
def changes_list(
    changes: pd.DataFrame, tables: Tables, language: Language, link: Link, shown: int = 8
) -> Markup:
    """What got better or worse: mark, name, light before → after; the worse first."""
    say = words(language)
    if changes.empty:
        return Markup('<p class="calm">{}</p>').format(say("overview-changes-none"))
    name_of = names(tables, language)
    order = {"worse": 0, "better": 1, "other": 2}
    ranked = changes.assign(order=changes["change"].map(order)).sort_values(
        ["order", "subject"], kind="stable"
    )
    items = [
        Markup(
            '<li>{mark}<a href="{href}">{task} {name}</a><small>{before} → {after}</small></li>'
        ).format(
            mark=marks.change_mark(row.change, language),
            href=link("task", task=int(row.subject[1:3]), indicator=row.subject),
            task=int(row.subject[1:3]) or "",
            name=name_of[row.subject],
            before=say(f"light-{row.light_before}"),
            after=say(f"light-{row.light_after}"),
        )
        for row in rows_of(ranked.head(shown))
    ]
    more = len(ranked) - shown
    rest = (
        Markup('<p class="rest">{}</p>').format(say("overview-changes-more", count=str(more)))
        if more > 0
        else _NOTHING
    )
    return Markup('<ul class="chg">{}</ul>{}').format(_NOTHING.join(items), rest)
