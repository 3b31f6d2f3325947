"""What publishing a received file would change, as HTML: cell by cell, and which lights turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.attention import changes_list, names
from hengyang.charts.intake import SHOWN, panel_table
from hengyang.charts.past import is_chinese_text, value_words
from hengyang.charts.project_changes import moved_words, register_changes
from hengyang.charts.register_words import column_name, subject_name
from hengyang.charts.rows import rows_of
from hengyang.ingest.as_of_move import AsOfMove
from hengyang.ingest.difference import Difference
from hengyang.ingest.three_way import Place, places, three_way_frame
from hengyang.labels import Language, words
from hengyang.progress import Assessment, previous
from hengyang.schema import WHOLE_CITY, Light, Tables

Link = Callable[..., str]
_NOTHING = Markup("")


def cell_count(difference: Difference) -> int:
    """How many cells publishing would change."""
    return len(difference.added) + len(difference.changed) + len(difference.removed)


def row_count(difference: Difference) -> int:
    """How many rows these cells are in: a milestone's stage, evidence and day are three cells of one row."""
    parts = (*difference.frames.values(), *difference.withdrawn.values())
    return sum(len(rows) for rows in parts)


def difference_panel(
    difference: Difference,
    before: Assessment,
    tables: Tables,
    language: Language,
    link: Link,
    *,
    is_published: bool = False,
    then: Assessment | None = None,
    three_way: pd.DataFrame | None = None,
) -> Markup:
    """Each cell that would change (or has changed): old → new with its unit, and the light of its subject before → after.

    `three_way`: Checked.three_way of a file made from an older release; with it each row shows the value that its file
    was made from, and cells that stay as others have published them are listed too.
    `then`: as of the month before; with it each row shows the figure before, and the light that its subject had.
    """
    say = words(language)
    parts = {
        "changed": difference.changed,
        "removed": difference.removed,
        "added": difference.added,
    }
    counts = say(
        "intake-difference-counts",
        **{name: str(len(frame)) for name, frame in parts.items()},
        cells=cell_count(difference),
    )
    conflicts = three_way_frame() if three_way is None else three_way
    if difference.is_empty and conflicts.empty:
        return Markup('<div class="panel"><h4>{}</h4><p class="calm">{}</p></div>').format(
            say("intake-difference"), say("intake-difference-none")
        )
    every = [(kind, row) for kind, frame in parts.items() for row in rows_of(frame)]
    kept = conflicts[conflicts["is_kept"].astype("bool")]
    kept = kept.assign(old=kept["now"], new=kept["now"])
    # what others changed too comes first: there somebody has to decide
    bases = dict(zip(places(conflicts), conflicts["base"], strict=True))
    every.sort(key=lambda one: _place(one[1]) not in bases)
    every += [("kept", row) for row in rows_of(kept)]
    lights = _lights(before)
    turned = _turned(difference)
    name_of = names(tables, language)
    body = [
        _cell_row(
            kind,
            row,
            _light_words(lights.get(str(row.subject)), turned.get(str(row.subject)), language),
            _base(row, bases, tables, language)
            if bases
            else _NOTHING
            if then is None
            else _before(row, then, tables, language),
            name_of,
            tables,
            language,
            link,
        )
        for kind, row in every[:SHOWN]
    ]
    beside = ("base",) if bases else () if then is None else ("before",)
    return panel_table(
        "in-cells",
        ("task", "subject", *beside, "old", "new", "light"),
        body,
        Markup("<b>{}</b> {}").format(
            say("intake-difference-made" if is_published else "intake-difference"), counts
        ),
        language,
        len(every) - SHOWN,
    )


def _lights(assessment: Assessment) -> dict[str, str]:
    return {
        **dict(
            zip(assessment.indicators["indicator"], assessment.indicators["light"], strict=True)
        ),
        **dict(
            zip(assessment.milestones["milestone"], assessment.milestones["light"], strict=True)
        ),
    }


def _cell_row(
    kind: str,
    row: Any,
    lights: Markup,
    before: Markup,
    name_of: Mapping[str, str],
    tables: Tables,
    language: Language,
    link: Link,
) -> Markup:
    say = words(language)
    subject = str(row.subject)
    is_task = subject.isdigit()
    registered = subject_name(str(row.table), subject, tables, language)
    task = int(subject) if is_task else 0 if registered else int(subject[1:3])
    name = say("intake-narrative") if is_task else registered or name_of.get(subject, subject)
    address = _register_page(str(row.table), subject, link) or link(
        "task", task=task, indicator=None if is_task else subject
    )
    places = (
        []
        if row.field in ("value", "stage", "text_zh")
        else [column_name(str(row.table), row.field, language)]
    )
    if row.division not in (None, WHOLE_CITY):
        divisions = tables.divisions.set_index("division")[f"name_{language}"]
        places.insert(0, str(divisions.get(row.division, row.division)))
    if isinstance(row.reference_date, date):
        places.append(labels.month(row.reference_date, language))
    return Markup(
        '<tr class="in-{kind}"><td class="num">{task}</td><td><a href="{href}">{name}</a><small>{places}</small></td>{before}'
        '<td class="num old">{old}</td><td class="num new">{new}</td><td class="in-lights">{lights}</td></tr>'
    ).format(
        kind=kind,
        task=task or "",
        href=address,
        name=name,
        places=" · ".join(places),
        old=_value(row.old, row.field, subject, tables, language),
        new=say("intake-withdrawn")
        if kind == "removed"
        else say("intake-kept-as-published")
        if kind == "kept"
        else _value(row.new, row.field, subject, tables, language),
        before=before,
        lights=lights,
    )


def _register_page(table: str, subject: str, link: Link) -> str | None:
    """Where the register's rows are read; None for what is no register's."""
    sections = {
        "consultation_replies": ("consultation", "asked"),
        "consultation_proposals": ("consultation", "proposals"),
        "safeguard_reports": ("safeguards", "commitments"),
        "green_channel_requests": ("safeguards", "green"),
        "project_listings": ("safeguards", "listings"),
    }
    if table in sections:
        page, section = sections[table]
        return link(page, section=section)
    return link("projects", project=subject.split(" ")[0]) if table.startswith("project") else None


def _place(row: Any) -> Place:
    return row.table, row.subject, row.division, row.reference_date, row.field


def _base(row: Any, bases: Mapping[Place, Any], tables: Tables, language: Language) -> Markup:
    """The value that the file was made from, where others have changed it since."""
    said = (
        _value(bases[_place(row)], row.field, str(row.subject), tables, language)
        if _place(row) in bases
        else words(language)("intake-base-same")
    )
    return Markup('<td class="num old in-base" data-label="{}">{}</td>').format(
        words(language)("intake-head-base"), said
    )


def _before(row: Any, then: Assessment, tables: Tables, language: Language) -> Markup:
    """The figure before with its month, and the light that its subject had then."""
    subject = str(row.subject)
    found = (
        previous(tables, row.table, subject, row.division, row.reference_date, row.field)
        if isinstance(row.reference_date, date)
        else None
    )
    if found is None:
        return Markup('<td class="num old">{}</td>').format(words(language)("history-nothing"))
    value, day = found
    light = _lights(then).get(subject)
    return Markup('<td class="num old in-lights">{} {} <small>{}</small></td>').format(
        _NOTHING if light is None else marks.light_mark(light, language),
        _value(value, row.field, subject, tables, language),
        labels.month(day, language),
    )


def _value(value: Any, field: str, subject: str, tables: Tables, language: Language) -> Markup:
    said = value_words(value, field, subject, tables, language)
    if is_chinese_text(field, value):
        lang = Markup(' lang="zh-CN"') if language == "en" else _NOTHING
        return Markup('<span class="hi-text"{}>{}</span>').format(lang, said)
    return Markup.escape(said)


def _light_words(before: str | None, after: str | None, language: Language) -> Markup:
    say = words(language)
    if before is None:
        return _NOTHING
    is_turned = after is not None and after != before
    return Markup("{} → {} <small>{}</small>").format(
        marks.light_mark(before, language),
        marks.light_mark(after if is_turned else before, language),
        say(f"light-{after}") if is_turned else say("intake-light-same"),
    )


def flips_panel(
    difference: Difference,
    tables: Tables,
    language: Language,
    link: Link,
    before: Assessment | None = None,
) -> Markup:
    """The lights that publishing would turn, the worse first, and the themes whose light turns with them.

    With `before` also how many lights of each kind there are before and after, where that changes.
    """
    say = words(language)
    theme_names = dict(
        zip(tables.themes["theme"].astype(str), tables.themes[f"name_{language}"], strict=True)
    )
    themes = [
        Markup("<li>{} {} → {}</li>").format(
            theme_names.get(str(row.theme), row.theme),
            marks.theme_light_mark(row.light_before, language),
            marks.theme_light_mark(row.light_after, language),
        )
        for row in rows_of(difference.theme_flips)
    ]
    if difference.flips.empty:
        key = "intake-flips-none-of-these" if difference.lights_turned else "intake-flips-none"
        listed = Markup('<p class="calm">{}</p>').format(say(key))
    else:
        listed = changes_list(difference.flips, tables, language, link, shown=12)
    return Markup("<section><h4>{}</h4>{}{}{}{}{}</section>").format(
        say("intake-flips", count=str(len(difference.flips))),
        _NOTHING if before is None else _whole(before, difference, language),
        listed,
        Markup('<ul class="in-themes">{}</ul>').format(_NOTHING.join(themes))
        if themes
        else _NOTHING,
        register_changes(difference, tables, language, link),
        _moved(difference.as_of, tables, language, link),
    )


def _moved(move: AsOfMove, tables: Tables, language: Language, link: Link) -> Markup:
    """That the day moves that readers see by default, and what turns with it: counted, and listed under a fold."""
    if not move.is_move:
        return _NOTHING
    told = [Markup("<p>{}</p>").format(line) for line in moved_words(move, language)]
    listed = Markup("<details><summary>{}</summary>{}</details>").format(
        words(language)("intake-moved-list"),
        changes_list(move.flips, tables, language, link, shown=len(move.flips)),
    )
    return Markup('<div class="in-moved">{}{}</div>').format(
        _NOTHING.join(told), listed if len(move.flips) else _NOTHING
    )


def _turned(difference: Difference) -> dict[str, str]:
    """Indicator or milestone of the file → its light afterwards, where that is another one."""
    return dict(zip(difference.flips["subject"], difference.flips["light_after"], strict=True))


def _whole(before: Assessment, difference: Difference, language: Language) -> Markup:
    """Indicators and milestones by light, before → after."""
    was = _lights(before)
    turned = _turned(difference)
    then = Counter(map(str, was.values()))
    after = Counter(str(turned.get(subject, light)) for subject, light in was.items())
    counts = [
        words(language)(
            "intake-whole-count",
            light=words(language)(f"light-{light.value}"),
            before=str(then[light.value]),
            after=str(after[light.value]),
        )
        for light in Light
        if then[light.value] != after[light.value]
    ]
    if not counts:
        return _NOTHING
    return Markup('<p class="in-whole">{}</p>').format(" · ".join(counts))
