"""The roadmap as HTML: bars on one axis of years, what falls due, what moved, what has no date."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks, project_words, roadmap_words
from hengyang.charts.roadmap_rows import Axis, Bar, Cell, Kept, Link, Mark, Plan, Row
from hengyang.charts.rows import rows_of
from hengyang.charts.scales import finite
from hengyang.charts.tables import TableColumn, html_table
from hengyang.labels import Language, words
from hengyang.progress.lights import BAR_ORDER
from hengyang.remembered import remembered
from hengyang.schema import Tables

_NOTHING = Markup("")
#: Rows of a list before somebody asks for all; of the short one beside the drawing.
MOST_LISTED, FEW_LISTED = 60, 7


@remembered(32)
def gantt(plan: Plan, faulty: pd.DataFrame, language: Language, link: Link) -> Markup:
    """The drawing: what the shapes mean, then a line a row: its name, its track, a few words; above it what contradicts itself."""
    say = words(language)
    head = Markup(
        '<li class="rm-r rm-axis" aria-hidden="true"><span class="rm-l"></span>{}<span></span></li>'
    ).format(_years(plan, language))
    body = _NOTHING.join(_row(row, plan, language) for row in plan.rows)
    drawn = Markup('{}<ul class="rm-list" aria-label="{}">{}{}</ul>').format(
        key(plan, language), say("roadmap-label"), head, body
    )
    return faults(faulty, language, link) + Markup('<div class="panel rm">{}</div>').format(drawn)


def _years(plan: Plan, language: Language) -> Markup:
    width = 100 / len(plan.axis.years)
    names = _NOTHING.join(
        Markup('<b style="left:{:.3f}%;width:{:.3f}%">{}</b>').format(at * width, width, year)
        for at, year in enumerate(plan.axis.years)
    )
    return Markup('<span class="rm-t" style="{}">{}<em style="{}">{}</em></span>').format(
        _grid(plan.axis),
        names,
        Markup("left:{:.2f}%").format(plan.as_of_at)
        if plan.as_of_at < 80
        else Markup("right:{:.2f}%").format(100 - plan.as_of_at),
        words(language)("roadmap-as-of", month=labels.month(plan.as_of, language)),
    )


def _grid(axis: Axis) -> Markup:
    """A hairline at each new year, as a background that repeats."""
    return Markup("background-size:{:.4f}% 100%").format(100 / len(axis.years))


def _row(row: Row, plan: Plan, language: Language) -> Markup:
    if row.kind == "heading":
        return Markup('<li class="rm-h" style="--c:var(--{})">{}</li>').format(row.colour, row.name)
    if row.kind == "task":
        return Markup('<li class="rm-task">{}</li>').format(row.name)
    if row.kind == "more":
        return Markup('<li class="rm-more"><a href="{}">{}</a></li>').format(row.href, row.name)
    if row.kind == "group":
        label = Markup(
            '<a class="rm-l" href="{}" aria-expanded="{}" title="{}"><i>{}</i><b>{}</b><small>{}</small></a>'
        ).format(
            row.href,
            "true" if row.is_open else "false",
            Markup("{} {}").format(row.name, row.said),
            "▾" if row.is_open else "▸",
            row.name,
            row.counts,
        )
        drawn = _NOTHING.join(_cell(cell) for cell in row.cells)
    else:
        label = Markup('<a class="rm-l" href="{}" title="{}">{}<span>{}</span></a>').format(
            row.href, row.said, marks.light_mark(row.light, language, 11), row.name
        )
        drawn = _drawn(row)
    track = Markup(
        '<span class="rm-t" style="{}" title="{}">{}<u style="left:{:.2f}%"></u></span>'
    ).format(_grid(plan.axis), row.said, drawn, plan.as_of_at)
    return Markup(
        '<li class="rm-r rm-{}" style="--c:var(--{})">{}{}<span class="rm-n">{}</span></li>'
    ).format(
        f"{row.kind} rm-has-overdue" if row.is_late else row.kind,
        f"light-{row.light}" if row.light else row.colour or "grey",
        label,
        track,
        row.note,
    )


def _cell(cell: Cell) -> Markup:
    shares = [100 * part / cell.due for part in (cell.done, cell.overdue, cell.unknown)]
    done, overdue, unknown = shares[0], shares[0] + shares[1], sum(shares)
    return Markup(
        '<i class="rm-q{}" style="left:{:.2f}%;width:{:.2f}%" title="{}">'
        '<s class="rm-qd" style="height:{:.0f}%"></s><s class="rm-qo" style="bottom:{:.0f}%;height:{:.0f}%"></s>'
        '<s class="rm-qu" style="bottom:{:.0f}%;height:{:.0f}%"></s><b>{}</b></i>'
    ).format(
        " rm-late" if cell.overdue else "",
        cell.left,
        cell.width,
        cell.said,
        done,
        done,
        overdue - done,
        overdue,
        unknown - overdue,
        cell.due,
    )


def _drawn(row: Row) -> Markup:
    parts = [_bar(bar) for bar in row.bars]
    if row.shift:
        first, last = sorted(row.shift)
        way = "rm-later" if row.shift[1] > row.shift[0] else "rm-earlier"
        parts.append(
            Markup('<i class="rm-shift {}" style="left:{:.2f}%;width:{:.2f}%"></i>').format(
                way, first, last - first
            )
        )
    parts += [_mark(mark, row.light) for mark in row.marks]
    return _NOTHING.join(parts)


def _bar(bar: Bar) -> Markup:
    return Markup('<i class="rm-b rm-{}{}" style="left:{:.2f}%;width:{:.2f}%"></i>').format(
        bar.kind, " rm-cut" if bar.is_cut else "", bar.left, bar.right - bar.left
    )


#: Colours as attributes: paper knows no stylesheet inside a drawing. `c` is the light's.
_SHAPES = {
    "stage": '<path d="M6 1 11 6 6 11 1 6Z" fill="c" stroke="var(--ink)" stroke-width=".8"/>',
    "deadline": '<path d="M6 1.5 10.5 6 6 10.5 1.5 6Z" fill="var(--panel)" stroke="var(--ink-soft)" stroke-width="1.4"/>',
    "target": '<path d="M2.5 11V1.5L10.5 4.5 2.5 7.5" fill="var(--panel)" stroke="var(--ink-soft)" stroke-width="1.4"/>',
    "done": '<path d="M1.5 6.5 4.8 9.8 10.5 2.5" fill="none" stroke="var(--light-met)" stroke-width="2.2"/>',
    "was": '<path d="M6 1.5 10.5 6 6 10.5 1.5 6Z" fill="none" stroke="var(--ink-soft)" stroke-dasharray="2 1.5"/>',
}


def _shape(kind: str, light: str | None) -> Markup:
    colour = f"var(--light-{light})" if light else "var(--grey)"
    return Markup(_SHAPES[kind].replace('fill="c"', f'fill="{colour}"'))


def _mark(mark: Mark, light: str | None) -> Markup:
    return Markup(
        '<svg class="rm-m rm-m-{}" viewBox="0 0 12 12" style="left:{:.2f}%" aria-hidden="true">{}</svg>'
    ).format(mark.kind, mark.at, _shape(mark.kind, light))


def key(plan: Plan, language: Language) -> Markup:
    """What bars, marks, cells and lights mean: only those that are drawn."""
    say = words(language)
    entries = []
    if any(row.cells for row in plan.rows):
        entries = [Markup("<span>{}</span>").format(say("roadmap-key-quarter"))]
        entries += [
            Markup(
                '<span><i class="rm-q rm-kq"><s class="rm-{}" style="height:100%"></s></i>{}</span>'
            ).format(kind, say(f"roadmap-key-{kind}"))
            for kind in ("qd", "qo", "qu", "qf")
        ]
    there = {bar.kind for row in plan.rows for bar in row.bars}
    entries += [
        Markup(
            '<span><span class="rm-k"><i class="rm-b rm-{}" style="left:0;width:100%"></i></span>{}</span>'
        ).format(kind, say(f"roadmap-key-{kind}"))
        for kind in ("was", "planned", "actual", "running", "year")
        if kind in there
    ]
    pointed = {mark.kind for row in plan.rows for mark in row.marks}
    entries += [
        Markup(
            '<span><svg class="rm-ks" viewBox="0 0 12 12" aria-hidden="true">{}</svg>{}</span>'
        ).format(_shape(kind, None), say(f"roadmap-key-{kind}"))
        for kind in _SHAPES
        if kind in pointed and kind != "was"
    ]
    shown = {row.light for row in plan.rows}
    entries += [
        Markup("<span>{}{}</span>").format(
            marks.light_mark(light, language, 11), say(f"light-{light}")
        )
        for light in BAR_ORDER
        if light in shown
    ]
    return Markup('<p class="key">{}</p>').format(Markup(" ").join(entries))


@remembered(32)
def due_list(
    due: pd.DataFrame, tables: Tables, language: Language, link: Link, kept: Kept = ()
) -> Markup:
    """The short list beside the drawing: overdue first, then what comes soonest."""
    say = words(language)
    items = [
        Markup(
            '<li>{}<div><a href="{}"><b>{}</b></a><span>{}</span><small>{} · {}</small></div></li>'
        ).format(
            marks.light_mark(row.light, language),
            _address(row, link),
            roadmap_words.name(row, language),
            Markup("{} {} · {}").format(
                roadmap_words.due_words(row, language),
                roadmap_words.when(row.due_on, language, row.precision),
                Markup('<em class="rm-{}">{}</em>').format(
                    row.urgency, roadmap_words.state_words(row, language)
                ),
            ),
            project_words.office(row.department, tables, language),
            say(f"light-{row.light}") if isinstance(row.light, str) else "–",
        )
        for row in rows_of(due.head(FEW_LISTED))
    ]
    if not items:
        return Markup(
            '<div class="panel att"><h2 class="rm-head">{}</h2><p class="calm">{}</p></div>'
        ).format(say("roadmap-due"), say("roadmap-due-none"))
    more = Markup('<p class="rest"><a href="{}">{}</a></p>').format(
        link("roadmap", **{**dict(kept), "section": "due"}),
        say("roadmap-due-all", count=str(len(due))),
    )
    return Markup(
        '<div class="panel att rm-due"><h2 class="rm-head">{}</h2><ul>{}</ul>{}</div>'
    ).format(say("roadmap-due"), _NOTHING.join(items), more)


def _address(row: Any, link: Link) -> str:
    if row.kind == "project":
        return link("projects", project=row.item)
    own = {"indicator": row.item} if row.kind == "target" else {}
    return link("task", task=row.task, **own)


def _columns(language: Language, *names: str) -> list[TableColumn]:
    return [TableColumn(name, words(language)(f"roadmap-column-{name}")) for name in names]


@remembered(16)
def due_table(
    due: pd.DataFrame,
    tables: Tables,
    language: Language,
    link: Link,
    is_whole: bool = False,
    kept: Kept = (),
) -> Markup:
    """Everything that falls due: what, whose, when, its light."""
    say = words(language)
    columns = _columns(language, "state", "due", "what", "name", "department", "light")
    rows = [
        {
            "state": Markup('<em class="rm-{}">{}</em>').format(
                row.urgency, roadmap_words.state_words(row, language)
            ),
            "due": roadmap_words.when(row.due_on, language, row.precision),
            "what": roadmap_words.due_words(row, language),
            "name": _named(row, language, link),
            "department": project_words.office(row.department, tables, language),
            "light": _light(row, language),
        }
        for row in rows_of(due if is_whole else due.head(MOST_LISTED))
    ]
    table = html_table(rows, columns, language, caption=say("roadmap-due"))
    return _table(table, len(due) - len(rows), "due", language, link, kept)


@remembered(16)
def moved_table(
    moved: pd.DataFrame,
    tables: Tables,
    language: Language,
    link: Link,
    is_whole: bool = False,
    kept: Kept = (),
) -> Markup:
    """What moved: old date, new date, by how many months, whose."""
    say = words(language)
    columns = _columns(language, "name", "what", "old", "new", "months", "department", "light")
    rows = []
    for row in rows_of(moved if is_whole else moved.head(MOST_LISTED)):
        for what, was, now in (
            ("start", row.was_start, row.planned_start),
            ("finish", row.was_finish, row.planned_finish),
            ("next", row.was_next_due, row.next_due),
        ):
            months = finite(getattr(row, f"{what}_slip_months"))
            if months:
                precision = row.finish_precision if what == "finish" else ""
                kind = "roadmap-moved-later" if months > 0 else "roadmap-moved-earlier"
                rows.append(
                    {
                        "name": _named(row, language, link),
                        "what": say(f"roadmap-what-{what}"),
                        "old": Markup("<s>{}</s>").format(
                            roadmap_words.when(was, language, precision)
                        ),
                        "new": roadmap_words.when(now, language, precision),
                        "months": say(kind, months=int(abs(months))),
                        "department": project_words.office(row.department, tables, language),
                        "light": _light(row, language),
                    }
                )
    table = html_table(rows, columns, language, caption=say("roadmap-moved-caption"))
    rest = 0 if is_whole else max(len(moved) - MOST_LISTED, 0)
    return _table(table, rest, "moved", language, link, kept)


@remembered(16)
def undated_table(
    undated: pd.DataFrame,
    tables: Tables,
    language: Language,
    link: Link,
    is_whole: bool = False,
    kept: Kept = (),
) -> Markup:
    """What no date is given of: it has no place on the axis and is listed instead."""
    say = words(language)
    columns = _columns(language, "name", "why", "task", "department", "light")
    rows = [
        {
            "name": _named(row, language, link),
            "why": say("roadmap-standing" if row.is_standing else "roadmap-no-date"),
            "task": roadmap_words.group_name(row.task, "task", tables, language),
            "department": project_words.office(row.department, tables, language),
            "light": _light(row, language),
        }
        for row in rows_of(undated if is_whole else undated.head(MOST_LISTED))
    ]
    table = html_table(rows, columns, language, caption=say("roadmap-undated-caption"))
    return _table(table, len(undated) - len(rows), "undated", language, link, kept)


def faults(faulty: pd.DataFrame, language: Language, link: Link) -> Markup:
    """What contradicts itself, named; nothing when nothing does."""
    if faulty.empty:
        return _NOTHING
    say = words(language)
    items = _NOTHING.join(
        Markup('<li><a href="{}">{} {}</a> <small>{}</small></li>').format(
            link("projects", project=row.item),
            row.item,
            roadmap_words.name(row, language),
            roadmap_words.fault(row, language),
        )
        for row in rows_of(faulty.head(MOST_LISTED))
    )
    return Markup(
        '<div class="panel rm-faults" role="note"><h2 class="rm-head">{}</h2><ul>{}</ul></div>'
    ).format(say("roadmap-faults", count=str(len(faulty))), items)


def _named(row: Any, language: Language, link: Link) -> Markup:
    return Markup('<a href="{}">{} {}</a>').format(
        _address(row, link), row.item, roadmap_words.name(row, language)
    )


def _light(row: Any, language: Language) -> Markup:
    if not isinstance(row.light, str):
        return Markup("–")
    return Markup('<span class="rm-light">{} {}</span>').format(
        marks.light_mark(row.light, language), words(language)(f"light-{row.light}")
    )


def _table(
    table: Markup, rest: int, section: str, language: Language, link: Link, kept: Kept
) -> Markup:
    more = _NOTHING
    if rest > 0:
        address = link("roadmap", **{**dict(kept), "section": section, "all": "1"})
        more = Markup('<p class="rest"><a href="{}">{}</a></p>').format(
            address, words(language)("roadmap-more", count=str(rest))
        )
    return Markup('<div class="panel pj-table rm-table">{}{}</div>').format(table, more)
