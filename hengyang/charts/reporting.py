"""The reporting calendar as HTML: departments by month of the due day, what is missing, late and due next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.appraisal import due_rule_words
from hengyang.charts.rows import rows_of
from hengyang.delivery import AppraisalRule, ReportState, fell_due, upcoming
from hengyang.labels import Language, words
from hengyang.progress.needs import names, short_name
from hengyang.remembered import remembered
from hengyang.schema import Frequency, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
_GLYPHS = {
    ReportState.ON_TIME: "✓",
    ReportState.LATE: "▲",
    ReportState.MISSING: "✕",
    ReportState.RECEIVED: "●",
    ReportState.UPCOMING: "○",
    ReportState.NOT_BEGUN: "·",
}
_MONTHS_BACK = 12
_MOST_LINES = 10
_MOST_PERIODS = 3


def state_counts(reports: pd.DataFrame) -> dict[ReportState, int]:
    """How many reports have each state, zeros included."""
    found = reports["state"].value_counts()
    return {state: int(found.get(state.value, 0)) for state in ReportState}


def reporting_finding(
    reports: pd.DataFrame, as_of: date, rule: AppraisalRule, language: Language, *, has_begun: bool
) -> str:
    """How many reports fell due and came, and how many are ahead."""
    say = words(language)
    if reports.empty:
        return say("reporting-title-none")
    due = fell_due(reports, as_of)
    counts = state_counts(due)
    ahead = {
        "due": str(len(due)),
        "upcoming": str(len(upcoming(reports, as_of))),
        "days": str(rule.whole("calendar", "upcoming_days")),
    }
    if not has_begun:
        return say("reporting-title-not-begun", **ahead)
    return say(
        "reporting-title",
        punctual=str(counts[ReportState.ON_TIME]),
        late=str(counts[ReportState.LATE]),
        missing=str(counts[ReportState.MISSING]),
        **ahead,
    )


def period_words(frequency: str, period_end: date, language: Language) -> str:
    """The period that a report is about: 2019年5月, 2019 Q2, 2019."""
    if frequency == Frequency.QUARTERLY:
        return f"{period_end.year} Q{(period_end.month + 2) // 3}"
    if frequency == Frequency.ANNUAL:
        return str(period_end.year)
    return labels.month(period_end, language)


@remembered(16)
def matrix(
    reports: pd.DataFrame, as_of: date, tables: Tables, language: Language, link: Link
) -> Markup:
    """Departments as rows (in the plan's order), months of the due day as columns: a year back, and what is ahead.

    What fell due earlier has a column of its own, what no department is listed for a row, and the last row adds up: so
    that the months up to as_of hold what the title counts.
    """
    say = words(language)
    if reports.empty:
        return Markup('<div class="panel"><p class="calm">{}</p></div>').format(
            say("reporting-matrix-none")
        )
    now = pd.Period(as_of, freq="M")
    first = now - _MONTHS_BACK + 1
    due_in = reports["due_on"].dt.to_period("M")
    found = reports.assign(
        month=due_in.where(due_in >= first, first - 1), department=reports["department"].fillna("")
    )
    months = list(pd.period_range(first, max(due_in.max(), now), freq="M"))
    if (due_in < first).any():
        months.insert(0, first - 1)
    order = [*tables.departments.sort_values("order")["department"], ""]
    cells = dict(list(found.groupby(["department", "month"])))
    lines = [
        (
            Markup('<a href="{}">{}</a>').format(link("reporting", office=office), name)
            if office
            else name,
            name,
            {month: cells.get((office, month)) for month in months},
        )
        for office in order
        if office in set(found["department"])
        for name in [_office(office or None, tables, language)]
    ]
    if len(lines) > 1:
        whole = say("reporting-total")
        of_month: dict[Any, pd.DataFrame] = dict(list(found.groupby("month")))
        lines.append((whole, whole, {month: of_month.get(month) for month in months}))
    body = [
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            head,
            _NOTHING.join(
                _cell(
                    own.get(month),
                    name,
                    _when(month, first, language),
                    language,
                    is_first_ahead=month == now + 1,
                )
                for month in months
            ),
        )
        for head, name, own in lines
    ]
    return Markup(
        '<div class="panel scroll" role="region" tabindex="0" aria-label="{0}"><table class="reg rc{4}">'
        "<caption>{1}</caption><thead><tr>{2}</tr></thead><tbody>{3}</tbody></table></div>"
    ).format(
        say("reporting-matrix"),
        say("reporting-matrix-caption"),
        _head(months, first, now, language),
        _NOTHING.join(body),
        " rc-has-earlier" if months[0] < first else "",
    )


def _head(months: list[pd.Period], first: pd.Period, now: pd.Period, language: Language) -> Markup:
    say = words(language)
    heads = [Markup('<th scope="col">{}</th>').format(say("reporting-office"))]
    for month in months:
        if month < first:
            heads.append(Markup('<th scope="col">{}</th>').format(say("reporting-earlier")))
            continue
        heads.append(
            Markup('<th scope="col" class="{}"><span>{}</span>{}</th>').format(
                "rc-ahead" if month == now + 1 else "rc-narrow" if month == now - 1 else "",
                month.year if month.month == 1 or month in (first, now - 1) else "",
                labels.month(month.end_time.date(), language).split()[0]
                if language == "en"
                else say("reporting-month", month=str(month.month)),
            )
        )
    return _NOTHING.join(heads)


def _when(month: pd.Period, first: pd.Period, language: Language) -> str:
    """In which month; before the first one for everything earlier."""
    key = "reporting-when-before" if month < first else "reporting-when-month"
    named = labels.month(max(month, first).end_time.date(), language)
    return words(language)(key, month=named)


def _cell(
    rows: pd.DataFrame | None,
    office: str,
    when: str,
    language: Language,
    *,
    is_first_ahead: bool,
) -> Markup:
    kind = Markup(' class="rc-ahead"') if is_first_ahead else _NOTHING
    if rows is None:
        return Markup("<td{}></td>").format(kind)
    say = words(language)
    counts = {state: count for state, count in state_counts(rows).items() if count}
    spoken = say(
        "reporting-cell",
        office=office,
        when=when,
        parts=say("mark-separator").join(
            say(f"reporting-count-{state}", count=str(count)) for state, count in counts.items()
        ),
    )
    shown = _NOTHING.join(
        Markup('<span class="rc-{}">{}{}</span>').format(state.value, _GLYPHS[state], count)
        for state, count in counts.items()
    )
    return Markup('<td{}><div role="img" aria-label="{}" title="{}">{}</div></td>').format(
        kind, spoken, spoken, shown
    )


@remembered(32)
def owed_list(
    reports: pd.DataFrame, state: ReportState, tables: Tables, language: Language, link: Link
) -> Markup:
    """The indicators with reports of a state that fell due, the most reports first, with their periods.

    Where nobody has ever reported, that is said instead of none.
    """
    say = words(language)
    rows = reports[reports["state"] == state.value]
    is_unjudged = len(reports) and (reports["state"] == ReportState.NOT_BEGUN).all()
    name_of = names(tables, language)
    groups = sorted(
        rows.groupby("indicator", sort=False), key=lambda group: len(group[1]), reverse=True
    )
    items = [
        Markup('<li><a href="{}"><b>{} {}</b></a><span>{} · {}</span></li>').format(
            link("task", task=int(found["task"].iloc[0]), indicator=indicator),
            indicator,
            name_of[str(indicator)],
            _office(found["department"].iloc[0], tables, language),
            _periods(found, language),
        )
        for indicator, found in groups[:_MOST_LINES]
    ]
    return _panel(
        say(f"reporting-list-{state}"),
        items,
        len(groups),
        say("reporting-state-not_begun" if is_unjudged else f"reporting-list-{state}-none"),
        language,
    )


@remembered(16)
def upcoming_list(
    reports: pd.DataFrame,
    as_of: date,
    rule: AppraisalRule,
    tables: Tables,
    language: Language,
    link: Link,
) -> Markup:
    """What is due next and has not come: a line for each due day and department."""
    say = words(language)
    days = str(rule.whole("calendar", "upcoming_days"))
    rows = upcoming(reports, as_of)
    groups: list[Any] = list(rows.groupby(["due_on", "department"], sort=False, dropna=False))
    items = [
        Markup('<li><a href="{}"><b>{} {}</b></a><span>{}</span></li>').format(
            link("reporting", office=office),
            labels.day(day.date(), language),
            _office(office, tables, language),
            say("mark-separator").join(found["indicator"]),
        )
        for (day, office), found in groups[:_MOST_LINES]
    ]
    return _panel(
        say("reporting-list-upcoming", days=days),
        items,
        len(groups),
        say("reporting-list-upcoming-none", days=days),
        language,
    )


def _panel(
    heading: str, items: list[Markup], count: int, nothing: str, language: Language
) -> Markup:
    say = words(language)
    body = (
        Markup('<ul class="att rc-list">{}</ul>').format(_NOTHING.join(items))
        if items
        else Markup('<p class="calm">{}</p>').format(nothing)
    )
    more = (
        Markup('<p class="rest">{}</p>').format(
            say("reporting-more", count=str(count - len(items)))
        )
        if count > len(items)
        else _NOTHING
    )
    return Markup('<section class="panel"><h4>{}</h4>{}{}</section>').format(heading, body, more)


def _office(department: object, tables: Tables, language: Language) -> str:
    if not isinstance(department, str):
        return words(language)("reporting-no-office")
    return short_name(department, tables, language)


def _periods(rows: pd.DataFrame, language: Language) -> str:
    say = words(language)
    named = [
        period_words(row.frequency, row.period_end.date(), language)
        for row in rows_of(rows.sort_values("period_end"))
    ]
    periods = (
        say("reporting-line-span", first=named[0], last=named[-1])
        if len(named) > _MOST_PERIODS
        else say("mark-separator").join(named)
    )
    return say("reporting-line-periods", count=str(len(named)), periods=periods)


def rule_panel(rule: AppraisalRule, language: Language) -> Markup:
    """What the due days rest on, and what counts as received."""
    say = words(language)
    notes = [
        due_rule_words(rule.section("due_day"), rule.section("due_months"), language),
        say("reporting-rule-received"),
        say("reporting-rule-frequency"),
    ]
    return Markup('<section class="panel"><h4>{}</h4>{}</section>').format(
        say("reporting-rule"),
        _NOTHING.join(Markup('<p class="meta">{}</p>').format(note) for note in notes),
    )
