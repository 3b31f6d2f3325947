"""A received file as HTML: how it was read, what is wrong with it, what publishing it would change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.attention import changes_list, names
from hengyang.charts.departments import short_name
from hengyang.charts.past import chinese, is_chinese_text, value_words
from hengyang.charts.rows import rows_of
from hengyang.ingest.difference import Difference
from hengyang.ingest.examine import Examination
from hengyang.ingest.findings import Finding
from hengyang.ingest.reading import Book
from hengyang.ingest.recognise import Recognised
from hengyang.labels import Language, words
from hengyang.progress import Assessment
from hengyang.review import Proposal, State
from hengyang.schema import WHOLE_CITY, Role, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
_STEPS = ("read", "recognise", "check", "submit", "review", "publish")
#: How many of the steps are behind a proposal in this state; the next one is where it stands.
_DONE = {
    None: 0,
    State.DRAFT: 2,
    State.RETURNED: 2,
    State.SUBMITTED: 4,
    State.APPROVED: 5,
    State.PUBLISHED: 6,
    State.DISCARDED: 2,
}
SHOWN = 60


def rows_read(examined: Examination) -> int:
    """How many rows of the file hold something that was recognised."""
    return len(
        {
            (found.sheet, int(row))
            for found in examined.recognised
            for row in found.entries["row"].unique()
        }
    )


def cell_count(difference: Difference) -> int:
    """How many cells publishing would change."""
    return len(difference.added) + len(difference.changed) + len(difference.removed)


def intake_finding(examined: Examination, period: date | None, language: Language) -> str:
    """What the file brings, in one sentence: rows read, rows without error, errors, warnings, lights that turn."""
    say = words(language)
    findings = examined.checked.findings
    counts = {
        severity: sum(found.severity == severity for found in findings)
        for severity in ("error", "warning")
    }
    read = rows_read(examined)
    faults = [
        say(f"intake-count-{severity}", count=str(count))
        for severity, count in counts.items()
        if count
    ]
    return say(
        "intake-finding",
        month="" if period is None else labels.month(period, language),
        read=str(read),
        good=str(max(0, read - len(examined.checked.faulty_rows))),
        faults=say("intake-count-separator").join(faults) if faults else say("intake-count-none"),
        flips=len(examined.difference.flips),
    )


def start_finding(department: str, period: date, tables: Tables, language: Language) -> str:
    """What the department is first listed for, and how much of it has a value for the month already."""
    leads = tables.assignments[tables.assignments["role"] == Role.LEAD]
    tasks = leads.loc[leads["department"] == department, "task"]
    indicators = tables.indicators.loc[tables.indicators["task"].isin(tasks), "indicator"]
    milestones = tables.milestones.loc[tables.milestones["task"].isin(tasks), "milestone"]
    rows = tables.observations
    is_reported = rows["indicator"].isin(indicators) & (
        rows["reference_date"].dt.to_period("M") == pd.Period(period, "M")
    )
    return words(language)(
        "intake-start-finding",
        office=short_name(department, tables, language),
        month=labels.month(period, language),
        indicators=str(len(indicators)),
        milestones=str(len(milestones)),
        reported=str(rows.loc[is_reported, "indicator"].nunique()),
    )


def upload_line(
    name: str, sha256: str, received_at: datetime, draft: Proposal | None, language: Language
) -> str:
    """Beside the finding: the file, when it came, the beginning of its hash, whether it is kept."""
    say = words(language)
    return say(
        "intake-line",
        file=name,
        at=labels.instant(received_at),
        hash=sha256[:8],
        kept=say("intake-kept" if draft is not None else "intake-not-kept"),
    )


def returned_note(draft: Proposal | None, language: Language) -> Markup:
    """Why it came back; nothing for what did not."""
    if draft is None or draft.returned_because is None:
        return _NOTHING
    return Markup('<p class="in-note"><b>{}</b> {}</p>').format(
        words(language)("proposals-because"), chinese(draft.returned_because, language)
    )


def steps_bar(state: State | None, language: Language) -> Markup:
    """The six steps from a file to a release; those behind are marked done, the one it stands at current."""
    say = words(language)
    done = _DONE[state]
    items = [
        Markup('<li class="{}"{}>{}</li>').format(
            "done" if at < done else "now" if at == done else "",
            Markup(' aria-current="step"') if at == done else _NOTHING,
            say(f"intake-step-{step}"),
        )
        for at, step in enumerate(_STEPS)
    ]
    return Markup('<ol class="in-steps" aria-label="{}">{}</ol>').format(
        say("intake-steps"), _NOTHING.join(items)
    )


def findings_panel(findings: Iterable[Finding], language: Language) -> Markup:
    """Every finding in the order of gravity: where in their own file, the value, what is wrong, how to mend it."""
    say = words(language)
    order = {"error": 0, "warning": 1, "note": 2}
    told = sorted(findings, key=lambda found: order[found.severity])
    if not told:
        return Markup('<div class="panel"><h4>{}</h4><p class="calm">{}</p></div>').format(
            say("intake-findings"), say("intake-findings-none")
        )
    body = [
        Markup(
            '<tr><td class="in-{severity}">{word}</td><td>{place}</td>'
            "<td>{value}</td><td>{message}</td><td>{mend}</td></tr>"
        ).format(
            severity=found.severity,
            word=say(f"intake-severity-{found.severity}"),
            place=place_words(found.sheet, found.row, found.column, language),
            value=found.value or "",
            message=found.message(language),
            mend=found.mend(language),
        )
        for found in told[:SHOWN]
    ]
    rest = len(told) - SHOWN
    return _table(
        "in-findings",
        ("severity", "place", "value", "what", "mend"),
        body,
        Markup("<b>{}</b> {}").format(say("intake-findings"), say("intake-findings-places")),
        language,
        rest,
    )


def stored_findings_panel(findings: Iterable[Mapping[str, Any]], language: Language) -> Markup:
    """The findings that a proposal was submitted with, as they were said then."""
    say = words(language)
    told = [finding for finding in findings if finding.get("severity") != "note"]
    if not told:
        return _NOTHING
    body = [
        Markup(
            '<tr><td class="in-{severity}">{word}</td><td>{place}</td><td>{message}</td></tr>'
        ).format(
            severity=finding["severity"],
            word=say(f"intake-severity-{finding['severity']}"),
            place=place_words(finding["sheet"], finding["row"], finding["column"], language),
            message=finding[f"message_{language}"],
        )
        for finding in told[:SHOWN]
    ]
    caption = Markup("<b>{}</b>").format(say("intake-findings-left"))
    heads = ("severity", "place", "what")
    return _table("in-left", heads, body, caption, language, len(told) - SHOWN)


def place_words(sheet: str, row: int | None, column: str | None, language: Language) -> str:
    """Where in the file: the sheet, the row and the column as the analyst sees them."""
    say = words(language)
    if row is None:
        return say("intake-place-sheet", sheet=sheet)
    return say("intake-place", sheet=sheet, row=str(row), column=column or "")


def difference_panel(
    difference: Difference,
    before: Assessment,
    tables: Tables,
    language: Language,
    link: Link,
    *,
    is_published: bool = False,
) -> Markup:
    """Each cell that would change (or has changed): old → new with its unit, and the light of its subject before → after."""
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
    if difference.is_empty:
        return Markup('<div class="panel"><h4>{}</h4><p class="calm">{}</p></div>').format(
            say("intake-difference"), say("intake-difference-none")
        )
    every = [(kind, row) for kind, frame in parts.items() for row in rows_of(frame)]
    lights = _lights(before)
    turned = dict(zip(difference.flips["subject"], difference.flips["light_after"], strict=True))
    name_of = names(tables, language)
    body = [
        _cell_row(kind, row, lights, turned, name_of, tables, language, link)
        for kind, row in every[:SHOWN]
    ]
    return _table(
        "in-cells",
        ("task", "subject", "old", "new", "light"),
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
    lights: Mapping[str, str],
    turned: Mapping[str, str],
    name_of: Mapping[str, str],
    tables: Tables,
    language: Language,
    link: Link,
) -> Markup:
    say = words(language)
    subject = str(row.subject)
    is_task = subject.isdigit()
    task = int(subject) if is_task else int(subject[1:3])
    name = say("intake-narrative") if is_task else name_of.get(subject, subject)
    places = [] if row.field in ("value", "stage", "text_zh") else [say(f"column-{row.field}")]
    if row.division not in (None, WHOLE_CITY):
        divisions = tables.divisions.set_index("division")[f"name_{language}"]
        places.insert(0, str(divisions.get(row.division, row.division)))
    if isinstance(row.reference_date, date):
        places.append(labels.month(row.reference_date, language))
    return Markup(
        '<tr class="in-{kind}"><td class="num">{task}</td><td><a href="{href}">{name}</a><small>{places}</small></td>'
        '<td class="num old">{old}</td><td class="num new">{new}</td><td class="in-lights">{lights}</td></tr>'
    ).format(
        kind=kind,
        task=task or "",
        href=link("task", task=task, indicator=None if is_task else subject),
        name=name,
        places=" · ".join(places),
        old=_value(row.old, row.field, subject, tables, language),
        new=_value(row.new, row.field, subject, tables, language)
        if kind != "removed"
        else say("intake-withdrawn"),
        lights=_light_words(lights.get(subject), turned.get(subject), language),
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


def flips_panel(difference: Difference, tables: Tables, language: Language, link: Link) -> Markup:
    """The lights that publishing would turn, the worse first, and the themes whose light turns with them."""
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
        listed = Markup('<p class="calm">{}</p>').format(say("intake-flips-none"))
    else:
        listed = changes_list(difference.flips, tables, language, link, shown=12)
    return Markup("<section><h4>{}</h4>{}{}</section>").format(
        say("intake-flips", count=str(len(difference.flips))),
        listed,
        Markup('<ul class="in-themes">{}</ul>').format(_NOTHING.join(themes))
        if themes
        else _NOTHING,
    )


def reading_panel(book: Book, recognised: Iterable[Recognised], language: Language) -> Markup:
    """How the file was read: each table's header, columns, unit and what was skipped, so that a mistake shows."""
    say = words(language)
    notes = [note.message(language) for note in book.notes]
    if book.encoding:
        notes.append(say("intake-read-encoding", encoding=book.encoding))
    items = [Markup("<li>{}</li>").format(note) for note in notes]
    return Markup("<section><h4>{}</h4>{}{}</section>").format(
        say("intake-read"),
        Markup('<ul class="in-read">{}</ul>').format(_NOTHING.join(items)) if items else _NOTHING,
        _NOTHING.join(_read_sheet(found, language) for found in recognised),
    )


def _read_sheet(found: Recognised, language: Language) -> Markup:
    say = words(language)
    separator = say("mark-separator")
    known = labels.keys(language)
    columns = separator.join(
        say("intake-read-column", heading=heading, role=say(f"intake-role-{role}"))
        for role, heading in found.columns.items()
        if f"intake-role-{role}" in known and heading != say(f"intake-role-{role}")
    )
    skipped: dict[str, list[str]] = {}
    for row, why in found.skipped:
        skipped.setdefault(why or "other", []).append(str(row))
    lines = [
        say(
            "intake-read-header",
            row=str(found.header_row),
            layout=say(f"intake-layout-{found.layout}"),
        )
    ]
    if columns:
        lines.append(say("intake-read-columns", columns=columns))
    if found.unit_row:
        lines.append(say("intake-read-unit", unit=found.unit_row))
    if found.percent_as:
        lines.append(say(f"intake-read-percent-{found.percent_as}"))
    if found.made_from_release is not None:
        lines.append(say("intake-read-made-from", release=str(found.made_from_release)))
    if skipped:
        told = separator.join(
            say(
                "intake-read-skipped-part",
                why=say(f"intake-skipped-{why}")
                if f"intake-skipped-{why}" in known
                else say("intake-skipped-other"),
                rows=_ranges(rows),
            )
            for why, rows in skipped.items()
        )
        lines.append(say("intake-read-skipped", parts=told))
    return Markup('<div class="in-read"><b>{}</b>{}</div>').format(
        say("intake-read-sheet", sheet=found.sheet, table=say(f"table-{found.table}")),
        _NOTHING.join(Markup("<p>{}</p>").format(line) for line in lines),
    )


def _ranges(rows: list[str]) -> str:
    """Row numbers as people write them: 1–3, 7."""
    numbers = sorted(int(row) for row in rows)
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)


def side(panels: Iterable[Markup]) -> Markup:
    """The side column: panels under each other in one frame."""
    return Markup('<div class="panel side in-side">{}</div>').format(_NOTHING.join(panels))


def section(heading: str, text: str) -> Markup:
    """A small section of the side column."""
    return Markup("<section><h4>{}</h4><p>{}</p></section>").format(heading, text)


def _table(
    name: str,
    heads: tuple[str, ...],
    body: list[Markup],
    caption: Markup,
    language: Language,
    rest: int = 0,
) -> Markup:
    say = words(language)
    head = _NOTHING.join(
        Markup('<th scope="col"{}>{}</th>').format(
            Markup(' class="num"') if head in ("old", "new") else _NOTHING,
            say(f"intake-head-{head}"),
        )
        for head in heads
    )
    return Markup(
        '<div class="panel scroll" role="region" tabindex="0" aria-label="{label}"><table class="reg in {name}">'
        "<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}</div>"
    ).format(
        label=caption.striptags(),
        name=name,
        caption=caption,
        head=head,
        body=_NOTHING.join(body),
        rest=Markup('<p class="rest">{}</p>').format(say("intake-rest", count=str(rest)))
        if rest > 0
        else _NOTHING,
    )


def suggestions(examined: Examination) -> Mapping[str, str]:
    """Names that are only nearly the plan's, as written → the identifier that they may mean."""
    found: dict[str, str] = {}
    for table in examined.recognised:
        near = table.entries[table.entries["subject"].isna() & table.entries["suggestion"].notna()]
        found.update(
            zip(near["subject_text"].astype(str), near["suggestion"].astype(str), strict=True)
        )
    return found
