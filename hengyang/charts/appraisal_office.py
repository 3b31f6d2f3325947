"""One department's assessment as HTML: from its score to the components, to what each of them was made from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.appraisal import (
    obstacle_words,
    points_within,
    reason_words,
    score_words,
    weight_words,
)
from hengyang.charts.rows import rows_of
from hengyang.charts.scales import finite
from hengyang.charts.tables import TableColumn, html_table
from hengyang.delivery import COMPONENTS, Appraisal
from hengyang.labels import Language, words
from hengyang.progress.needs import names, short_name
from hengyang.schema import Tables

Link = Callable[..., str]
_NOTHING = Markup("")
#: So many months are named one by one; of more the first and the last.
_MOST_MONTHS = 4


def office_finding(
    department: str, appraisal: Appraisal, tables: Tables, language: Language
) -> str:
    """One department's score and rank, or why it has none."""
    say = words(language)
    row = _row(appraisal, department)
    office = short_name(department, tables, language)
    if not row.is_ranked:
        why = obstacle_words(row, appraisal, language)
        said = say("appraisal-title-one-none", office=office, why=why)
    else:
        own = appraisal.ranges.set_index("department").loc[department]
        said = say(
            "appraisal-title-one",
            office=office,
            score=score_words(row.score_pct, language),
            rank=str(row.rank),
            ranked=str(len(appraisal.ranked)),
            points=points_within(appraisal),
            best=str(own.best_rank),
            worst=str(own.worst_rank),
        )
    return say("appraisal-title-trial", finding=said) if appraisal.is_trial else said


def _row(appraisal: Appraisal, department: str) -> Any:
    return rows_of(appraisal.scores[appraisal.scores["department"] == department])[0]


def components(
    department: str, appraisal: Appraisal, tables: Tables, language: Language, link: Link
) -> Markup:
    """The sum of the score, then each component with what it was made from."""
    say = words(language)
    row = _row(appraisal, department)
    parts = []
    if row.is_ranked:
        known = [name for name in COMPONENTS if finite(getattr(row, f"{name}_pct")) is not None]
        summed = say(
            "appraisal-one-sum",
            parts=" + ".join(
                say(
                    "appraisal-one-part",
                    value=score_words(getattr(row, f"{name}_pct"), language, 2),
                    weight=weight_words(getattr(row, f"{name}_weight_pct"), language),
                )
                for name in known
            ),
            score=score_words(row.score_pct, language),
        )
        parts.append(Markup('<p class="ap-sum">{}</p>').format(summed))
    own = appraisal.items[appraisal.items["department"] == department]
    drawn = [
        _part(row, name, own[own["component"] == name], appraisal, tables, language, link)
        for name in COMPONENTS
    ]
    back = Markup('<p class="in-ways on-screen"><a href="{}">{}</a></p>').format(
        link("assessment"), say("appraisal-back")
    )
    return Markup(
        '<div class="ap-one">{}{}<div class="ap-parts">{}<div>{}</div></div></div>'
    ).format(back, _NOTHING.join(parts), drawn[0], _NOTHING.join(drawn[1:]))


def _part(
    row: Any,
    name: str,
    items: pd.DataFrame,
    appraisal: Appraisal,
    tables: Tables,
    language: Language,
    link: Link,
) -> Markup:
    say = words(language)
    if finite(getattr(row, f"{name}_pct")) is None:
        said = say("appraisal-one-unknown", items=str(len(items)))
    else:
        said = say(
            "appraisal-one-score",
            score=score_words(getattr(row, f"{name}_pct"), language),
            known=str(getattr(row, f"{name}_known")),
            items=str(len(items)),
            weight=weight_words(getattr(row, f"{name}_weight_pct"), language),
        )
    table = _table(name, items, appraisal, tables, language, link) if len(items) else _NOTHING
    return Markup(
        '<details class="panel" open><summary><i class="ap-{}"></i><b>{}</b> {}</summary>{}</details>'
    ).format(name, say(f"appraisal-component-{name}"), said, table)


def _table(
    component: str,
    items: pd.DataFrame,
    appraisal: Appraisal,
    tables: Tables,
    language: Language,
    link: Link,
) -> Markup:
    """Like items in one row, those that cost most first."""
    say = words(language)
    keys = ("subject", "reason", "days", "count", "credit", "weight")
    columns = [
        TableColumn(
            key, say(f"appraisal-item-{key}"), is_numeric=key in ("count", "credit", "weight")
        )
        for key in keys
        if (component != "progress" or key not in ("count", "days"))
        and (component == "progress" or key != "weight")
    ]
    grouped: Any = items.assign(credit=items["credit_pct"].fillna(-1.0)).groupby(
        ["subject", "reason", "credit", "weight"], sort=False
    )
    found = [
        (credit if credit >= 0 else 200.0, subject, reason, weight, rows)
        for (subject, reason, credit, weight), rows in grouped
    ]
    found.sort(key=lambda one: one[0])
    name_of = names(tables, language)
    lines = [
        {
            "subject": _subject(subject, rows, name_of, language, link),
            "reason": reason_words(component, reason, appraisal, language),
            "days": _days(rows["day"].dropna(), language),
            "count": len(rows),
            "credit": say("appraisal-not-known")
            if credit > 100
            else say("appraisal-credit", credit=f"{credit:g}"),
            "weight": f"{weight:g}",
        }
        for credit, subject, reason, weight, rows in found
    ]
    return html_table(lines, columns, language, caption=say("appraisal-one-items"))


def _subject(
    subject: str, rows: pd.DataFrame, name_of: dict[str, str], language: Language, link: Link
) -> Markup:
    say = words(language)
    if subject in name_of:
        task = int(rows["task"].iloc[0])
        return Markup('<a href="{}">{} {}</a>').format(
            link("task", task=task, indicator=subject), subject, name_of[subject]
        )
    if rows["component"].iloc[0] == "cases":
        return Markup('<a href="{}">{} {}</a>').format(
            link("cases", case=subject),
            say("appraisal-item-case", number=subject),
            name_of.get(subject.rsplit("-", 2)[0], ""),
        )
    return Markup('<a href="{}">{}</a>').format(
        link("review", proposal=subject), say("appraisal-item-submission", number=subject)
    )


def _days(days: pd.Series, language: Language) -> str:
    months = [labels.month(day, language) for day in sorted(set(days.dt.date))]
    if len(months) > _MOST_MONTHS:
        return words(language)("appraisal-item-span", first=months[0], last=months[-1])
    return words(language)("mark-separator").join(months) or "–"
