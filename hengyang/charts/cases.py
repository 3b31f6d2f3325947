"""The cases of red lights as HTML: the list, and one case with its months and its course."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.past import actor_words, chinese
from hengyang.charts.rows import rows_of
from hengyang.charts.tables import TableColumn, html_table
from hengyang.delivery import in_section
from hengyang.labels import Language, words
from hengyang.progress.needs import names, short_name
from hengyang.schema import CaseState, CaseStep, Light, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
#: What a step may have written, in the order in which it is read.
_WRITTEN = ("cause", "measure", "text", "evidence")


def cases_finding(standing: pd.DataFrame, language: Language) -> str:
    """How many cases there are, and what they wait for."""
    say = words(language)
    if standing.empty:
        return say("cases-title-none")
    return say(
        "cases-title",
        total=str(len(standing)),
        red=str(int(standing["recovered_on"].isna().sum())),
        **{name: str(len(in_section(standing, name))) for name in ("overdue", "awaiting")},
        closed=str(len(in_section(standing, "closed"))),
    )


def case_finding(row: Any, tables: Tables, language: Language) -> str:
    """One case in a sentence: what, how long red, where it stands."""
    say = words(language)
    key = "cases-title-one" if pd.isna(row.recovered_on) else "cases-title-one-recovered"
    return say(
        key,
        name=names(tables, language)[row.subject],
        months=int(row.months_red),
        state=state_word(row, language),
    )


def state_word(row: Any, language: Language) -> str:
    """Where a case stands, in the words of somebody who waits for it; overdue ones say so."""
    say = words(language)
    if row.is_overdue:
        return say("case-state-overdue", state=say(f"case-state-{row.state}"))
    if row.state == CaseState.OPEN and not pd.isna(row.recovered_on):
        return say("case-state-passed")
    return say(f"case-state-{row.state}")


def owner_word(row: Any, tables: Tables, language: Language) -> str:
    """Who must answer; before anybody was asked the first listed one, said to be an inference."""
    say = words(language)
    if not isinstance(row.owner, str):
        return say("cases-no-owner")
    office = short_name(row.owner, tables, language)
    return say("cases-owner-inferred", office=office) if row.is_owner_inferred else office


def cases_table(
    cases: pd.DataFrame, section: str, tables: Tables, language: Language, link: Link
) -> Markup:
    """The cases in the order given; each leads to itself."""
    say = words(language)
    heads = ("name", "months", "now", "state", "owner", "promised")
    columns = [
        TableColumn(head, say(f"cases-head-{head}"), is_numeric=head == "months") for head in heads
    ]
    name_of = names(tables, language)
    rows = [
        {
            "name": Markup('<a href="{}"><b>{}</b></a><small>{}{}</small>').format(
                link("cases", case=row.case),
                name_of[row.subject],
                _identity(row, language),
                say("cases-repeat", number=str(row.occurrence)) if row.occurrence > 1 else "",
            ),
            "months": say("cases-months", months=int(row.months_red)),
            "now": Markup('<span class="pj-why">{}<span>{}</span></span>').format(
                marks.light_mark(row.light_now, language), say(f"light-{row.light_now}")
            ),
            "state": Markup('<span class="{}">{}</span>').format(
                "cs-overdue" if row.is_overdue else "", state_word(row, language)
            ),
            "owner": owner_word(row, tables, language),
            "promised": _day(row.promised_on, language),
        }
        for row in rows_of(cases)
    ]
    return Markup('<div class="panel pj-table cs-list">{}</div>').format(
        html_table(rows, columns, language, caption=say(f"cases-caption-{section}"))
    )


def _identity(row: Any, language: Language) -> str:
    return words(language)(
        "cases-identity", subject=row.subject, month=labels.month(row.opened_on, language)
    )


def _day(value: Any, language: Language) -> str:
    return "–" if pd.isna(value) else labels.day(value.date(), language)


def facts(
    row: Any,
    others: pd.DataFrame,
    reason: str,
    quote: str | None,
    tables: Tables,
    language: Language,
    link: Link,
) -> Markup:
    """What the months say of a case; `others` are the other cases of the same subject."""
    say = words(language)
    task = int(row.task)
    subject: dict[str, object] = {"task": task, "indicator": row.subject} if task else {}
    lines: list[tuple[str, Markup | str]] = [
        (
            say("cases-fact-subject"),
            Markup('<a href="{}">{} {}</a>').format(
                link("task" if task else "overview", **subject),
                row.subject,
                names(tables, language)[row.subject],
            ),
        ),
        (
            say("cases-fact-opened"),
            say(
                "cases-opened",
                month=labels.month(row.opened_on, language),
                light=say(f"light-{row.light_opened}"),
            ),
        ),
        (say("cases-fact-months"), _months_words(row, language)),
        (
            say("cases-fact-now"),
            Markup("{} {}: {}").format(
                marks.light_mark(row.light_now, language), say(f"light-{row.light_now}"), reason
            ),
        ),
        (say("cases-fact-owner"), owner_word(row, tables, language)),
    ]
    if not pd.isna(row.promised_on):
        lines.append((say("cases-fact-promised"), _day(row.promised_on, language)))
    if len(others):
        lines.append(
            (
                say("cases-fact-others"),
                Markup(" · ").join(
                    Markup('<a href="{}">{}</a>').format(
                        link("cases", case=other.case), labels.month(other.opened_on, language)
                    )
                    for other in rows_of(others)
                ),
            )
        )
    said = (
        Markup("<blockquote>{}</blockquote>").format(chinese(quote, language))
        if quote
        else _NOTHING
    )
    return Markup(
        '<section class="panel"><h4>{}</h4><dl class="in-facts">{}</dl>{}</section>'
    ).format(
        say("cases-section-facts"),
        _NOTHING.join(Markup("<dt>{}</dt><dd>{}</dd>").format(*line) for line in lines),
        said,
    )


def _months_words(row: Any, language: Language) -> str:
    say = words(language)
    said = say("cases-months", months=int(row.months_red))
    if row.months_silent:
        said = say("cases-months-silent", red=said, silent=str(row.months_silent))
    if pd.isna(row.recovered_on):
        return said
    month = labels.month(row.recovered_on, language)
    return say("cases-months-recovered", red=said, month=month)


def month_strip(
    lights: Sequence[tuple[date, Light]], opened_on: date, language: Language
) -> Markup:
    """The light of every month as one mark, oldest first; the case's first red month is marked."""
    items = [
        Markup("<li{}>{}<small>{}</small></li>").format(
            Markup(' class="cs-opened"') if day == opened_on else _NOTHING,
            marks.light_mark(light.value, language, 13, title=labels.month(day, language)),
            f"{day:%Y}" if day.month == 1 or at == 0 else f"{day.month}",
        )
        for at, (day, light) in enumerate(lights)
    ]
    return Markup(
        '<section class="panel"><h4>{}</h4><ol class="cs-months">{}</ol></section>'
    ).format(words(language)("cases-section-months"), _NOTHING.join(items))


def course(events: pd.DataFrame, tables: Tables, language: Language) -> Markup:
    """What people did about a case, oldest first: schema.CASE_EVENTS of one case."""
    say = words(language)
    items = [_event(row, tables, language) for row in rows_of(events)]
    body = (
        Markup('<ol class="in-course">{}</ol>').format(_NOTHING.join(items))
        if items
        else Markup('<p class="calm">{}</p>').format(say("cases-course-none"))
    )
    return Markup('<section class="panel"><h4>{}</h4>{}</section>').format(
        say("cases-section-course"), body
    )


def _event(row: Any, tables: Tables, language: Language) -> Markup:
    say = words(language)
    office = (
        Markup(" {}").format(short_name(row.department, tables, language))
        if isinstance(row.department, str)
        else _NOTHING
    )
    written = [
        Markup("<p>{}{}</p>").format(
            say(f"cases-written-{name}"), chinese(str(getattr(row, name)), language)
        )
        for name in _WRITTEN
        if isinstance(getattr(row, name), str)
    ]
    if row.step == CaseStep.REPLIED and not pd.isna(row.promised_on):
        day = _day(row.promised_on, language)
        written.append(Markup("<p>{}{}</p>").format(say("cases-written-promised_on"), day))
    return Markup("<li><b>{}</b>{} <small>{} · {}</small>{}</li>").format(
        say(f"case-step-{row.step}"),
        office,
        actor_words(row.actor, language),
        labels.instant(row.at.to_pydatetime()),
        _NOTHING.join(written),
    )


def ways(language: Language, link: Link) -> Markup:
    """Back to all cases."""
    return Markup('<p class="in-ways"><a href="{}">{}</a></p>').format(
        link("cases"), words(language)("cases-back")
    )


def stacked(parts: Sequence[Markup]) -> Markup:
    """Parts of one case, one below the other."""
    return Markup('<div class="cs-one">{}</div>').format(_NOTHING.join(parts))
