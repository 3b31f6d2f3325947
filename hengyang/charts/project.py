"""One project as HTML: facts, lights with reasons, money, dates, contributions, gates, quote, reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks, project_words
from hengyang.charts.past import chinese, chinese_note
from hengyang.charts.quantities import quantity
from hengyang.charts.rows import row_of, rows_of
from hengyang.charts.scales import finite
from hengyang.charts.tables import TableColumn, html_table
from hengyang.delivery import KINDS, of_project, yearly_money
from hengyang.labels import Language, words
from hengyang.schema import Approval, Gate, Tables

Link = Callable[..., str]
_NOTHING = Markup("")


def _section(key: str, body: Markup, language: Language) -> Markup:
    return Markup('<section class="panel"><h4>{}</h4>{}</section>').format(
        words(language)(f"project-section-{key}"), body
    )


def facts(row: Any, tables: Tables, language: Language, link: Link) -> Markup:
    """What the project is, with its lights; row: of project_states joined with project_lights."""
    say = words(language)
    nothing = project_words.unknown(tables, language)
    place = tables.divisions.set_index("division")[f"name_{language}"].get(row.division, nothing)
    office = project_words.office(row.lead_department, tables, language)
    if isinstance(row.role_source, str):
        office = say("project-fact-department-inferred", office=office)
    task = row_of(tables.tasks, "task", row.task)[f"name_{language}"]
    total, land = finite(row.total_investment_wanyuan), finite(row.land_mu)
    progress = finite(row.progress_pct)
    lines: dict[str, object] = {
        "number": row.project,
        "task": Markup('<a href="{}">{} {}</a>').format(
            link("task", task=row.task), row.task, task
        ),
        "division": place,
        "department": office,
        "client": _written(row.client_zh, language) or nothing,
        "content": _written(row.content_zh, language) or nothing,
        "nature": say(f"project-nature-{row.nature}") if _text(row.nature) else nothing,
        "total": nothing if total is None else project_words.money(total, language),
        "land": nothing
        if land is None
        else say("project-fact-land-mu", value=labels.number(land, language)),
        "stage": project_words.stage_word(row.stage, language),
        "batch": say(f"batch-{row.batch}") if _text(row.batch) else say("projects-unknown"),
        "progress": say("projects-unknown") if progress is None else f"{progress:.0f}%",
    }
    if _text(row.issue_zh):
        lines["issue"] = chinese(row.issue_zh, language)
        if _text(row.action_department):
            asked = say(
                "project-fact-action",
                office=project_words.office(row.action_department, tables, language),
                day=project_words.day_word(row.action_due, language),
            )
            lines["issue"] = Markup("{}{}").format(lines["issue"], asked)
    items = [
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(say(f"project-fact-{key}"), value)
        for key, value in lines.items()
    ]
    note = (
        Markup('<p class="meta">{}</p>').format(say("project-fact-group")) if row.is_group else ""
    )
    return _section(
        "facts",
        Markup('{}<dl class="pj-facts">{}</dl>{}').format(
            note,
            _NOTHING.join(items),
            chinese_note((row.client_zh, row.content_zh, row.issue_zh), language),
        ),
        language,
    )


def lights(row: Any, language: Language) -> Markup:
    """The four lights, each with its reason."""
    say = words(language)
    items = [
        Markup("<li>{}<div><b>{} {}</b><span>{}</span></div></li>").format(
            marks.light_mark(getattr(row, f"{kind}_light"), language),
            say(f"project-light-{kind}"),
            say(f"light-{getattr(row, f'{kind}_light')}"),
            project_words.why(row, kind, language),
        )
        for kind in KINDS
    ]
    return _section(
        "lights", Markup('<ul class="att">{}</ul>').format(_NOTHING.join(items)), language
    )


def money(project: str, tables: Tables, as_of: Any, language: Language) -> Markup:
    """Planned and done by year and source."""
    say = words(language)
    rows = of_project(yearly_money(tables, as_of), project)
    if rows.empty:
        return _section("money", _calm(say("project-money-none")), language)
    columns = [
        TableColumn("year", say("project-money-year")),
        TableColumn("funding", say("project-money-source")),
        TableColumn("planned_wanyuan", say("project-money-planned"), is_numeric=True),
        TableColumn("invested_wanyuan", say("project-money-invested"), is_numeric=True),
    ]
    shown: list[dict[str, object]] = []
    for year, part in rows.groupby("year"):
        sums = part[["planned_wanyuan", "invested_wanyuan"]].sum(min_count=1)
        shown.append(
            {"year": Markup("<b>{}</b>").format(year), "funding": say("plan-total"), **sums}
        )
        shown += [
            {
                "year": "",
                "funding": say(f"funding-{row.funding}"),
                "planned_wanyuan": row.planned_wanyuan,
                "invested_wanyuan": row.invested_wanyuan,
            }
            for row in rows_of(part)
        ]
    table = html_table(shown, columns, language, caption=say("project-section-money"))
    return _section("money", table, language)


def dates(row: Any, tables: Tables, as_of: Any, language: Language) -> Markup:
    """Start, steps and finish: planned and actual; what is dated after as_of has not happened yet."""
    say = words(language)
    columns = [
        TableColumn("what", say("project-date-what")),
        TableColumn("planned", say("project-date-planned")),
        TableColumn("actual", say("project-date-actual")),
    ]
    lines = [
        (say("project-date-start"), row.planned_start, row.actual_start),
        (say("project-date-finish"), row.planned_finish, row.actual_finish),
    ]
    for step in rows_of(of_project(tables.project_milestones, row.project)):
        is_there = pd.notna(step.actual_on) and step.actual_on <= pd.Timestamp(as_of)
        name = project_words.project_name(step, language)
        lines.append((f"· {name}", step.planned_on, step.actual_on if is_there else None))
    shown = [
        {
            "what": what,
            "planned": project_words.day_word(planned, language),
            "actual": project_words.day_word(actual, language),
        }
        for what, planned, actual in lines
    ]
    table = html_table(shown, columns, language, caption=say("project-section-dates"))
    return _section("dates", table, language)


def contributions(project: str, tables: Tables, language: Language, link: Link) -> Markup:
    """The indicators that the project adds to, and how much where it is stated."""
    say = words(language)
    items = []
    for row in rows_of(of_project(tables.project_contributions, project)):
        indicator = row_of(tables.indicators, "indicator", row.indicator)
        amount = finite(row.amount)
        text = say("project-contribution-unstated")
        if amount is not None:
            unit = str(indicator[f"unit_{language}"])
            text = say("project-contribution-stated", amount=quantity(amount, unit, language))
        items.append(
            Markup('<li><a href="{}">{} {}</a> <small>{}</small></li>').format(
                link("task", task=indicator["task"], indicator=row.indicator),
                row.indicator,
                indicator[f"name_{language}"],
                text,
            )
        )
    body = (
        Markup("<ul>{}</ul>").format(_NOTHING.join(items))
        if items
        else _calm(say("project-contribution-none"))
    )
    return _section("contributions", body, language)


def gates(project: str, tables: Tables, as_of: Any, language: Language) -> Markup:
    """The three gates with who passed them, then the approvals: planned and granted."""
    say = words(language)
    day = pd.Timestamp(as_of)
    passed = of_project(tables.project_gates, project)
    passed = passed[passed["passed_on"] <= day].set_index("gate")
    items = []
    for gate in Gate:
        text = say("project-gate-not-passed")
        if gate.value in passed.index:
            found = passed.loc[gate.value]
            when = project_words.day_word(found["passed_on"], language)
            text = say("project-gate-passed", day=when, who=found["passed_by"])
        items.append(
            Markup("<li><b>{}</b> <small>{}</small></li>").format(say(f"gate-{gate}"), text)
        )
    body = Markup('<ul class="offices">{}</ul>').format(_NOTHING.join(items))
    needed = of_project(tables.project_approvals, project).set_index("approval")
    if len(needed):
        columns = [
            TableColumn("what", say("project-date-what")),
            TableColumn("planned", say("project-date-planned")),
            TableColumn("actual", say("project-date-actual")),
        ]
        shown = []
        for approval in Approval:
            if approval.value in needed.index:
                row = needed.loc[approval.value]
                is_there = pd.notna(row["granted_on"]) and row["granted_on"] <= day
                granted = row["granted_on"] if is_there else None
                shown.append(
                    {
                        "what": say(f"approval-{approval}"),
                        "planned": project_words.day_word(row["planned_on"], language),
                        "actual": project_words.day_word(granted, language),
                    }
                )
        body += html_table(shown, columns, language, caption=say("project-section-gates"))
    return _section("gates", body, language)


def quote(row: Any, language: Language) -> Markup:
    """The sentence of the notice that names the project; nothing where none does."""
    if not _text(row.quote_zh):
        return _NOTHING
    return _section(
        "quote", Markup('<p class="src" lang="zh-CN">{}</p>').format(row.quote_zh), language
    )


def history(project: str, tables: Tables, as_of: Any, language: Language) -> Markup:
    """Every report up to as_of, the newest first."""
    say = words(language)
    mine = of_project(tables.project_reports, project)
    mine = mine[mine["reference_date"] <= pd.Timestamp(as_of)]
    if mine.empty:
        return _section("history", _calm(say("project-history-none")), language)
    columns = [
        TableColumn("day", say("project-history-day")),
        TableColumn("stage", say("project-history-stage")),
        TableColumn("progress", say("project-history-progress"), is_numeric=True),
        TableColumn("issue", say("project-history-issue")),
    ]
    shown = [
        {
            "day": project_words.day_word(row.reference_date, language),
            "stage": project_words.stage_word(row.stage, language),
            "progress": "–" if pd.isna(row.progress_pct) else f"{row.progress_pct:.0f}%",
            "issue": _written(row.issue_zh, language) or "",
        }
        for row in rows_of(mine.iloc[::-1])
    ]
    table = html_table(shown, columns, language, caption=say("project-table-caption"))
    return _section("history", table, language)


def page(left: list[Markup], right: list[Markup], language: Language, link: Link) -> Markup:
    """The sections in two columns under a way back."""
    return Markup(
        '<p class="rest"><a href="{}">{}</a></p><div class="pj-one"><div>{}</div><div>{}</div></div>'
    ).format(
        link("projects", section="table"),
        words(language)("project-back"),
        _NOTHING.join(left),
        _NOTHING.join(right),
    )


def _calm(text: str) -> Markup:
    return Markup('<p class="calm">{}</p>').format(text)


def _written(value: object, language: Language) -> Markup | None:
    return chinese(value, language) if isinstance(value, str) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
