"""The matrix of departments and tasks as HTML: who is listed for what, and how heavy it is."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang.charts import marks
from hengyang.charts.duties import Scope, loads
from hengyang.charts.rows import rows_of
from hengyang.labels import Language, words
from hengyang.progress import Assessment
from hengyang.progress.needs import short_name, worst_lights
from hengyang.remembered import remembered
from hengyang.schema import Light, Role, Tables

Link = Callable[..., str]
_NOTHING = Markup("")


@remembered(32)
def matrix(
    assessment: Assessment, tables: Tables, within: Scope, language: Language, link: Link
) -> Markup:
    """Departments as rows (the most loaded first), tasks by theme as columns, the load beside the name."""
    say = words(language)
    if not within.departments:
        return Markup('<div class="panel"><p class="calm">{}</p></div>').format(
            say("departments-none")
        )
    tasks = tables.tasks[tables.tasks["task"].isin(within.tasks)]
    listed = {(row.department, int(row.task)): str(row.role) for row in rows_of(tables.assignments)}
    named = {(row.department, int(row.safeguard)) for row in rows_of(tables.safeguard_departments)}
    body = [
        _row(load, tasks, within, listed, named, tables, language, link)
        for load in _records(loads(assessment, tables, within))
    ]
    return Markup(
        '<div class="panel mx-panel">{key}<div class="mx-scroll" role="region" tabindex="0"'
        ' aria-label="{caption}"><table class="mx"><caption class="mx-sr">{caption}</caption>'
        "{head}<tbody>{body}</tbody></table></div></div>"
    ).format(
        key=_key(language),
        caption=say("departments-caption"),
        head=_head(assessment, tables, tasks, within, language, link),
        body=_NOTHING.join(body),
    )


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _key(language: Language) -> Markup:
    say = words(language)
    return Markup(
        '<p class="mx-key"><span>{lead} {lead_word}</span><span>{support} {support_word}</span>'
        "<span>{named} {named_word}</span><span>{note}</span></p>"
    ).format(
        lead=_duty_mark("lead"),
        lead_word=say("departments-key-lead"),
        support=_duty_mark("support"),
        support_word=say("departments-key-support"),
        named=_duty_mark("named"),
        named_word=say("departments-key-named"),
        note=say("departments-key-note") + say("departments-key-light"),
    )


def _duty_mark(kind: str) -> Markup:
    return Markup('<i class="mx-m mx-{}" aria-hidden="true"></i>').format(kind)


def _head(
    assessment: Assessment,
    tables: Tables,
    tasks: pd.DataFrame,
    within: Scope,
    language: Language,
    link: Link,
) -> Markup:
    say = words(language)
    groups, columns = [], []
    for theme, rows in groupby(rows_of(tasks), key=lambda task: str(task.theme)):
        members = list(rows)
        groups.append(
            Markup(
                '<th scope="colgroup" colspan="{span}" class="mx-theme" style="--c:var(--theme-{theme})">'
                '<a href="{href}">{name}</a></th>'
            ).format(
                span=len(members),
                theme=theme,
                href=link("theme", show=theme),
                name=say(f"departments-theme-{theme}"),
            )
        )
        columns += [
            _task_head(task, assessment, language, link, is_first=at == 0)
            for at, task in enumerate(members)
        ]
    if within.safeguards:
        groups.append(
            Markup('<th scope="colgroup" colspan="{}" class="mx-theme">{}</th>').format(
                len(within.safeguards), say("departments-safeguards")
            )
        )
        names = tables.safeguards.set_index("safeguard")[f"name_{language}"]
        columns += [
            Markup(
                '<th scope="col" class="mx-t{first}"><a href="{href}" title="{name}">'
                '<b aria-hidden="true">{number}</b><span class="mx-sr">{name}</span></a></th>'
            ).format(
                first=" mx-first" if at == 0 else "",
                href=link("method", section="consultation"),
                name=names[number],
                number=say(f"departments-safeguard-{number}"),
            )
            for at, number in enumerate(within.safeguards)
        ]
    fixed = [
        Markup('<th scope="col" rowspan="2" class="{}">{}</th>').format(kind, say(key))
        for kind, key in (
            ("mx-name", "departments-department"),
            ("num", "departments-led"),
            ("num", "departments-supported"),
            ("mx-load", "departments-lights"),
        )
    ]
    return Markup("<thead><tr>{}{}</tr><tr>{}</tr></thead>").format(
        _NOTHING.join(fixed), _NOTHING.join(groups), _NOTHING.join(columns)
    )


def _task_head(
    task: Any, assessment: Assessment, language: Language, link: Link, *, is_first: bool
) -> Markup:
    number = task.task
    name = getattr(task, f"name_{language}")
    light = worst_lights(assessment).get(number)
    mark = (
        marks.light_mark(light, language, size=9)
        if light
        else Markup('<i class="mx-nolight" aria-hidden="true"></i>')
    )
    return Markup(
        '<th scope="col" class="mx-t{first}"><a href="{href}" title="{number} {name}"><b>{number}</b>'
        '<span class="mx-sr">{name}</span>{mark}</a></th>'
    ).format(
        first=" mx-first" if is_first else "",
        href=link("task", task=number),
        number=number,
        name=name,
        mark=mark,
    )


def _row(
    load: dict[str, Any],
    tasks: pd.DataFrame,
    within: Scope,
    listed: dict[tuple[str, int], str],
    named: set[tuple[str, int]],
    tables: Tables,
    language: Language,
    link: Link,
) -> Markup:
    say = words(language)
    department = str(load["department"])
    office = short_name(department, tables, language)
    full = tables.departments.set_index("department").loc[department, f"name_{language}"]
    cells = []
    theme_before = None
    for task in rows_of(tasks):
        cells.append(
            _cell(
                listed.get((department, int(task.task))),
                f"{office} · {task.task} {getattr(task, f'name_{language}')}",
                link("task", task=task.task),
                str(task.theme),
                language,
                is_first=task.theme != theme_before,
            )
        )
        theme_before = task.theme
    for at, number in enumerate(within.safeguards):
        cells.append(
            _cell(
                "named" if (department, number) in named else None,
                f"{office} · {say('departments-safeguards')} {number}",
                link("departments", office=department),
                None,
                language,
                is_first=at == 0,
            )
        )
    counts = {light: int(load[light.value]) for light in Light}
    return Markup(
        '<tr><th scope="row" class="mx-name"><a href="{href}" title="{full}">{office}</a></th>'
        '<td class="num">{led}</td><td class="num">{supported}</td><td class="mx-load">{bar}</td>{cells}</tr>'
    ).format(
        href=link("departments", office=department),
        full=full,
        office=office,
        led=load["led"] or _NOTHING,
        supported=load["supported"] or _NOTHING,
        bar=Markup('<span class="mx-bar">{}<b>{}</b></span>').format(
            marks.counts_bar(counts, language), load["indicators"]
        )
        if load["indicators"]
        else _NOTHING,
        cells=_NOTHING.join(cells),
    )


def _cell(
    kind: str | None,
    words_for_it: str,
    href: str,
    theme: str | None,
    language: Language,
    *,
    is_first: bool,
) -> Markup:
    first = Markup(' class="mx-first"') if is_first else _NOTHING
    if kind is None:
        return Markup("<td{}></td>").format(first)
    word = words(language)("departments-named" if kind == "named" else f"role-{Role(kind)}")
    said = f"{words_for_it}: {word}"
    return Markup(
        '<td{first}><a href="{href}" title="{said}" aria-label="{said}"{c}>{mark}</a></td>'
    ).format(
        first=first,
        href=href,
        said=said,
        c=Markup(' style="--c:var(--theme-{})"').format(theme) if theme else _NOTHING,
        mark=_duty_mark(kind),
    )
