"""The history page as HTML: releases, what differs between two, the life of one cell, what was known on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.attention import changes_list
from hengyang.charts.past import (
    PLAN_NAMES,
    actor_words,
    cell_place,
    chinese,
    file_html,
    is_chinese_text,
    known_cell,
    offices,
    place_words,
    reason_html,
    task_of,
    value_words,
)
from hengyang.charts.register_words import cell_name
from hengyang.charts.rows import rows_by, rows_of
from hengyang.history import Cell, Difference, table_counts
from hengyang.labels import Language, words
from hengyang.remembered import remembered
from hengyang.review import proposal_of
from hengyang.schema import Tables

Link = Callable[..., str]
_NOTHING = Markup("")
#: What is seldom comes first: nobody looks for a correction under two hundred new values.
_ORDER = {"changed": 0, "removed": 1, "added": 2}
SHOWN = 60
_NUMERIC = ("old", "new", "value")
_LIGHTS_SHOWN = 30


@remembered(16)
def release_table(
    releases: pd.DataFrame, brought: pd.DataFrame, language: Language, link: Link
) -> Markup:
    """The releases, newest first: when, who, why, file, what each brought; links to look at it, to compare
    it and to restore it; its file leads to the report that it came with."""
    say = words(language)
    per_release = rows_by(brought, "release")
    newest = int(releases["release"].max())
    body = [
        _release_row(row, per_release[row.release], newest, language, link)
        for row in rows_of(releases.sort_values("release", ascending=False))
    ]
    heads = ("release", "when", "who", "why", "file", "brought", "look")
    return _table("hi-releases", heads, body, say("history-releases-caption"), language)


def _release_row(
    row: Any, brought: list[Any], newest: int, language: Language, link: Link
) -> Markup:
    say = words(language)
    looks = [(link("overview", release=row.release), say("history-see"))]
    if row.release > 1:
        compared = {"section": "difference", "from": row.release - 1, "to": row.release}
        looks.append((link("history", **compared), say("history-compare")))
    if row.release < newest:
        looks.append((link("history", section="restore", to=row.release), say("history-restore")))
    return Markup(
        '<tr id="r{number}"><th scope="row">{number}</th><td class="when">{when}</td><td>{who}</td><td>{why}</td>'
        '<td>{file}</td><td>{brought}</td><td class="look">{looks}</td></tr>'
    ).format(
        number=row.release,
        when=labels.instant(row.published_at),
        who=actor_words(row.actor, language),
        why=reason_html(row.reason, row.submission, language),
        file=file_html(row.file_name, row.file_sha256, language, _received(row, link)),
        brought=_brought_words(brought, language),
        looks=Markup(" · ").join(
            Markup('<a href="{}">{}</a>').format(href, word) for href, word in looks
        ),
    )


def _received(row: Any, link: Link) -> str | None:
    """Where the file that a release was made from can be fetched; None for a release without one."""
    if not isinstance(row.file_sha256, str):
        return None
    return link("review", proposal=proposal_of(row.submission))


def _brought_words(rows: list[Any], language: Language) -> Markup:
    say = words(language)
    parts = []
    for change in ("added", "changed", "withdrawn", "repeated"):
        counts: dict[str, int] = {}
        for row in rows:
            if getattr(row, change):
                group = "plan" if row.table in PLAN_NAMES else row.table
                counts[group] = counts.get(group, 0) + int(getattr(row, change))
        if counts:
            tables = say("history-separator").join(
                say(
                    "history-count", name=say(f"table-{name}"), count=labels.number(count, language)
                )
                for name, count in counts.items()
            )
            parts.append(
                Markup("<b>{}</b> <small>{}</small>").format(say(f"history-did-{change}"), tables)
            )
    return Markup("<br>").join(parts) if parts else Markup.escape(say("history-nothing"))


@remembered(16)
def difference_panel(
    found: Difference, tables: Tables, language: Language, link: Link, shown: int | None = SHOWN
) -> Markup:
    """Every cell that differs, corrections and withdrawals before what is new; the first `shown` of them, all when None.

    tables: those of the later release; they give names and units.
    """
    say = words(language)
    cells = found.cells
    order = cells["change"].map(_ORDER)
    ranked = cells.iloc[order.astype("int64").argsort(kind="stable")] if len(cells) else cells
    kept = ranked if shown is None else ranked.head(shown)
    counts = _count_chips(cells, language)
    if cells.empty:
        return Markup('<div class="panel"><p class="calm">{}</p></div>').format(
            say("history-no-difference")
        )
    rest = len(ranked) - len(kept)
    return Markup("{}{}{}").format(
        counts,
        _table(
            "hi-cells",
            ("change", "cell", "old", "new"),
            [_cell_row(row, tables, language, link) for row in rows_of(kept)],
            say("history-cells-caption", before=found.before, after=found.after),
            language,
        ),
        Markup('<p class="rest">{}</p>').format(say("history-rest", count=str(rest)))
        if rest
        else _NOTHING,
    )


def _count_chips(cells: pd.DataFrame, language: Language) -> Markup:
    say = words(language)
    items = []
    for row in rows_of(table_counts(cells)):
        told = [
            say(
                f"history-change-{change}-count",
                count=labels.number(int(getattr(row, change)), language),
            )
            for change in ("changed", "removed", "added")
            if getattr(row, change)
        ]
        items.append(
            Markup("<li><b>{}</b> {}</li>").format(
                say(f"table-{row.table}"), say("history-separator").join(told)
            )
        )
    return Markup('<ul class="hi-counts">{}</ul>').format(_NOTHING.join(items))


def _cell_row(row: Any, tables: Tables, language: Language, link: Link) -> Markup:
    say = words(language)
    cell = known_cell(row.cell)
    others = _NOTHING
    if row.others:
        told = say("history-separator").join(say(f"column-{field}") for field, _, _ in row.others)
        others = Markup(" · {}").format(say("history-others", fields=told))
    field = (
        _NOTHING
        if row.field in ("value", "stage", "light", "text_zh")
        else Markup(" · {}").format(say(f"column-{row.field}"))
    )
    return Markup(
        '<tr><td class="hi-{change}">{word}</td><td><a href="{href}">{subject}</a>'
        '<small>{place}{field}{others} · <a href="{life}">{life_word}</a></small></td>'
        '<td class="num old">{old}</td><td class="num new">{new}</td></tr>'
    ).format(
        change=row.change,
        word=say(f"history-change-{row.change}"),
        href=_subject_link(cell, tables, link),
        subject=cell_name(cell, tables, language),
        place=place_words(cell, row.date, tables, language),
        field=field,
        others=others,
        life=link("history", section="cell", cell=cell.name),
        life_word=say("history-life"),
        old=_shown(row.old, row.field, cell, tables, language),
        new=_shown(row.new, row.field, cell, tables, language),
    )


def _shown(value: object, field: str, cell: Cell, tables: Tables, language: Language) -> Markup:
    said = value_words(value, field, cell.subject, tables, language)
    if is_chinese_text(field, value):
        return Markup('<span class="hi-text">{}</span>').format(chinese(said, language))
    return Markup.escape(said)


def _subject_link(cell: Cell, tables: Tables, link: Link) -> str:
    task = task_of(cell, tables)
    if task is None:
        return link("history", section="cell", cell=cell.name)
    return link("task", task=task, indicator=cell.subject if cell.subject.startswith("T") else None)


def lights_panel(found: Difference, tables: Tables, language: Language, link: Link) -> Markup:
    """The lights that differ, both releases judged on the same day; the day is said."""
    say = words(language)
    heading = Markup("<h4>{} <small>{}</small></h4>").format(
        say("history-lights", count=str(len(found.lights))),
        say("frame-as-of-day", day=labels.day(found.as_of, language)),
    )
    listed = changes_list(found.lights, tables, language, link, shown=_LIGHTS_SHOWN)
    return Markup('<div class="panel">{}{}</div>').format(heading, listed)


def life_panel(
    life: pd.DataFrame, cell: Cell, tables: Tables, language: Language, link: Link
) -> Markup:
    """Each value that a cell ever had, oldest first, with who brought it, from which file and row; withdrawn ones say so."""
    say = words(language)
    if life.empty:
        return Markup('<div class="panel"><p class="calm">{}</p></div>').format(
            say("history-no-life")
        )
    rows = [_life_row(row, cell, tables, language, link) for row in rows_of(life)]
    heads = ("release", "when", "did", "value", "reported", "from", "who", "reason")
    return _table(
        "hi-life",
        heads,
        rows,
        say(
            "history-life-caption",
            cell=cell_name(cell, tables, language),
            place=cell_place(cell, tables, language),
        ),
        language,
    )


def _life_row(row: Any, cell: Cell, tables: Tables, language: Language, link: Link) -> Markup:
    say = words(language)
    if row.change == "withdrawn":
        value = Markup.escape(say("history-withdrawn-value"))
    else:
        value = _shown(row.value, row.field, cell, tables, language)
    department = row.department if isinstance(row.department, str) else None
    reported = [
        Markup.escape(offices(tables, language).get(department, department)) if department else "",
        "" if pd.isna(row.reported_on) else labels.day(row.reported_on, language),
    ]
    source = chinese(row.source, language) if isinstance(row.source, str) else _NOTHING
    return Markup(
        '<tr class="hi-{change}"><th scope="row"><a href="{href}">{release}</a></th><td class="when">{when}</td>'
        '<td>{did}</td><td class="num">{value}</td><td>{reported}<small>{source}</small></td>'
        "<td>{file}<small>{row}</small></td><td>{who}<small>{why}</small></td><td>{reason}</td></tr>"
    ).format(
        change=row.change,
        href=link("overview", release=row.release),
        release=row.release,
        when=labels.instant(row.published_at),
        did=say(f"history-life-{row.change}"),
        value=value,
        reported=Markup(" · ").join(part for part in reported if part),
        source=source,
        file=file_html(row.file_name, row.file_sha256, language, _received(row, link)),
        row=say("history-row", submission=row.submission, row=str(row.row))
        if not pd.isna(row.row)
        else row.submission,
        who=actor_words(row.actor, language),
        why=reason_html(row.release_reason, row.submission, language),
        reason=chinese(row.reason, language) if isinstance(row.reason, str) else "",
    )


def known_panel(
    day: date,
    release: int | None,
    releases: pd.DataFrame,
    as_of: date,
    language: Language,
    link: Link,
) -> Markup:
    """Which release was the newest on a day, with the way to the overview as readers saw it then."""
    say = words(language)
    if release is None:
        return Markup('<div class="panel"><p class="calm">{}</p></div>').format(
            say("history-known-nothing", day=labels.day(day, language))
        )
    row = rows_of(releases[releases["release"] == release])[0]
    return Markup(
        '<div class="panel hi-known"><p><b>{known}</b> <small>{published} · {why}</small></p>'
        '<p>{explained}</p><p class="rest"><a href="{overview}">{overview_word}</a> · <a href="{whole}">{whole_word}</a></p></div>'
    ).format(
        known=say("history-known", day=labels.day(day, language), release=str(release)),
        published=say("history-published", instant=labels.instant(row.published_at)),
        why=reason_html(row.reason, row.submission, language),
        explained=say("history-known-explained", as_of=labels.day(as_of, language)),
        overview=link("overview", release=release, as_of=as_of),
        overview_word=say("history-known-overview", release=str(release)),
        whole=link(
            "history",
            section="difference",
            **{"from": release, "to": int(releases["release"].max())},
        ),
        whole_word=say("history-known-difference"),
    )


def _table(
    name: str, heads: tuple[str, ...], body: list[Markup], caption: str, language: Language
) -> Markup:
    say = words(language)
    return Markup(
        '<div class="panel scroll"><table class="reg hi {}"><caption>{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(
        name,
        caption,
        _NOTHING.join(
            Markup('<th scope="col"{}>{}</th>').format(
                Markup(' class="num"') if head in _NUMERIC else _NOTHING,
                say(f"history-head-{head}"),
            )
            for head in heads
        ),
        _NOTHING.join(body),
    )
