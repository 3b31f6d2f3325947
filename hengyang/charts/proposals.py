"""Proposals as HTML: the list by state, one with its history, and its cells in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.intake_changes import cell_count, row_count
from hengyang.charts.past import actor_words, chinese, file_html, value_words
from hengyang.charts.register_words import row_name
from hengyang.errors import StaleRelease
from hengyang.ingest.difference import Difference
from hengyang.labels import Language, words
from hengyang.progress.needs import names, short_name
from hengyang.review import Event, Proposal, State
from hengyang.schema import WHOLE_CITY, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
#: Cells changed by others that one sentence names.
_OVERTAKEN_SHOWN = 5
#: What a cell says is the first of these that it has.
_SAYING = (
    *("value", "stage", "text_zh", "decision", "kind", "proposed_zh", "answer"),
    *("listed_on", "asked_on"),
)
#: What waits for somebody comes first.
_ORDER = (
    State.SUBMITTED,
    State.APPROVED,
    State.RETURNED,
    State.DRAFT,
    State.PUBLISHED,
    State.DISCARDED,
)


def proposals_finding(found: Iterable[Proposal], language: Language) -> str:
    """How many wait for a decision, how many for publishing."""
    say = words(language)
    states = [one.state for one in found]
    return say(
        "proposals-finding",
        submitted=str(states.count(State.SUBMITTED)),
        approved=str(states.count(State.APPROVED)),
    )


def proposal_finding(
    found: Proposal, difference: Difference, tables: Tables, language: Language
) -> str:
    """One proposal in a sentence: whose, for which month, what it changes, where it stands."""
    say = words(language)
    counts: dict[str, object] = {
        "whose": _whose(found, tables, language),
        "rows": row_count(difference),
        "cells": cell_count(difference),
        "flips": difference.lights_turned,
    }
    if found.release is not None:
        return say("proposals-one-published", release=str(found.release), **counts)
    return say("proposals-one-finding", state=say(f"review-state-{found.state.value}"), **counts)


def ways(found: Proposal, language: Language, link: Link) -> Markup:
    """Where to go from one proposal: back to all of them, and to the overview once it is published."""
    say = words(language)
    ways = [(link("review"), say("proposals-back"))]
    if found.release is not None:
        ways.append((link("overview", release=None, as_of=None), say("proposals-see")))
        compared = {"section": "difference", "from": found.release - 1, "to": found.release}
        ways.append((link("history", **compared), say("history-compare")))
    return Markup('<p class="in-ways">{}</p>').format(
        Markup(" · ").join(Markup('<a href="{}">{}</a>').format(*way) for way in ways)
    )


def _whose(found: Proposal, tables: Tables, language: Language) -> str:
    say = words(language)
    office = (
        say("template-all")
        if found.department is None
        else short_name(found.department, tables, language)
    )
    if found.period is None:
        return office
    return say("proposals-whose", office=office, month=labels.month(found.period, language))


def proposals_table(
    found: Iterable[Proposal],
    tables: Tables,
    language: Language,
    link: Link,
    *,
    page: str,
    caption: str,
) -> Markup:
    """The proposals, those that wait first; each leads to itself on the page named."""
    say = words(language)
    listed = sorted(found, key=lambda one: _ORDER.index(one.state))
    if not listed:
        return Markup('<div class="panel"><h4>{}</h4><p class="calm">{}</p></div>').format(
            caption, say("review-none")
        )
    body = [
        Markup(
            '<tr><td class="in-state-{state}"><b>{word}</b></td><td><a href="{href}">{whose}</a>{because}</td>'
            '<td>{file}</td><td class="num">{cells}</td><td>{by}</td><td class="when">{at}</td></tr>'
        ).format(
            state=one.state.value,
            word=say(f"review-state-{one.state.value}"),
            href=link(page, proposal=one.id),
            whose=_whose(one, tables, language),
            because=_came_back(one, language) + _because(one, language),
            file=file_html(one.file_name, one.sha256, language),
            cells=one.cell_count,
            by=actor_words(one.by, language),
            at=labels.instant(one.history[-1].at),
        )
        for one in listed
    ]
    heads = ("state", "what", "file", "cells", "by", "when")
    return Markup(
        '<div class="panel scroll" role="region" tabindex="0" aria-label="{caption}"><table class="reg in in-list">'
        "<caption><b>{caption}</b></caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    ).format(
        caption=caption,
        heads=_NOTHING.join(
            Markup('<th scope="col"{}>{}</th>').format(
                Markup(' class="num"') if head == "cells" else _NOTHING,
                say(f"proposals-head-{head}"),
            )
            for head in heads
        ),
        body=_NOTHING.join(body),
    )


def _because(one: Proposal, language: Language) -> Markup:
    if one.returned_because is None:
        return _NOTHING
    return Markup('<small class="in-because">{} {}</small>').format(
        words(language)("proposals-because"), chinese(one.returned_because, language)
    )


def _came_back(one: Proposal, language: Language) -> Markup:
    """How many rows of an approved proposal were returned: they are not published with it, nor sent in again by it."""
    if not one.returned or one.state not in (State.APPROVED, State.PUBLISHED):
        return _NOTHING
    return Markup('<small class="in-because"><b>{}</b></small> ').format(
        words(language)("proposals-some-back", count=len(one.returned))
    )


def facts(found: Proposal, tables: Tables, language: Language) -> Markup:
    """Who sent what when: the file with its hash, the release it was held against, rows left out."""
    say = words(language)
    lines = [
        (say("proposals-head-by"), Markup.escape(actor_words(found.by, language))),
        (say("proposals-head-file"), file_html(found.file_name, found.sha256, language)),
        (say("proposals-base"), Markup.escape(str(found.base_release))),
        (say("proposals-cells"), Markup.escape(str(found.cell_count))),
    ]
    if found.left_out_rows:
        rows = say("mark-separator").join(
            say("intake-place-row", sheet=sheet, row=str(row))
            for sheet, row in found.left_out_rows[:12]
        )
        lines.append(
            (say("proposals-left-out", count=str(len(found.left_out_rows))), Markup.escape(rows))
        )
    return Markup('<section><h4>{}</h4>{}<dl class="in-facts">{}</dl></section>').format(
        _whose(found, tables, language),
        _came_back(found, language),
        _NOTHING.join(Markup("<dt>{}</dt><dd>{}</dd>").format(*line) for line in lines),
    )


def course(found: Proposal, language: Language, link: Link) -> Markup:
    """What happened to it, oldest first, with the reasons and the release that it became."""
    say = words(language)
    items = [_event(event, language, link) for event in found.history]
    return Markup('<section><h4>{}</h4><ol class="in-course">{}</ol></section>').format(
        say("proposals-course"), _NOTHING.join(items)
    )


def _event(event: Event, language: Language, link: Link) -> Markup:
    say = words(language)
    reason = _NOTHING
    if event.reason and event.release is None:
        reason = Markup("<p>{}</p>").format(chinese(event.reason, language))
    count = (
        _NOTHING
        if event.cells is None
        else Markup(" {}").format(say("proposals-some", count=str(len(event.cells))))
    )
    release = _NOTHING
    if event.release is not None:
        release = Markup(' <a href="{}">{}</a>').format(
            link("overview", release=None, as_of=None),
            say("frame-release-number", number=str(event.release)),
        )
    return Markup("<li><b>{}</b>{}{} <small>{} · {}</small>{}</li>").format(
        say(f"review-step-{event.step.value}"),
        count,
        release,
        actor_words(event.actor, language),
        labels.instant(event.at),
        reason,
    )


def cell_names(cells: pd.DataFrame, tables: Tables, language: Language) -> Mapping[int, str]:
    """Each proposed cell in words, by its number: its row, its subject, what it would be."""
    say = words(language)
    name_of = names(tables, language)
    divisions = dict(
        zip(tables.divisions["division"], tables.divisions[f"name_{language}"], strict=True)
    )
    found = {}
    for number, table, row, content, is_withdrawn in zip(
        *(cells[column] for column in ("cell", "table", "row", "content", "is_withdrawn")),
        strict=True,
    ):
        line = json.loads(content)
        registered = row_name(str(table), line, tables, language)
        subject = str(
            line.get("indicator")
            or line.get("milestone")
            or line.get("subject")
            or line.get("project")
            or ""
        )
        name = registered or name_of.get(subject)
        name = name or say("proposals-task", number=str(line.get("task") or ""))
        division = line.get("division")
        if division not in (None, WHOLE_CITY):
            name = f"{name} · {divisions.get(division, division)}"
        field = next(
            (one for one in _SAYING if line.get(one) is not None),
            "",
        )
        value = line.get(field)
        shown = (
            say("intake-withdrawn")
            if is_withdrawn
            else value_words(
                float(value) if field == "value" else value, field, subject, tables, language
            )
        )
        found[int(number)] = say(
            "proposals-cell",
            row="–" if pd.isna(row) else str(int(row)),
            subject=subject,
            name=_shortened(str(name)),
            value=_shortened(shown),
        )
    return found


def overtaken_words(
    changed: pd.DataFrame, cells: pd.DataFrame, tables: Tables, language: Language
) -> str:
    """The cells of a proposal that others have changed since, with the release that did and whose it is.

    changed: review.changed_since; cells: the proposal's own. The first few; then a sign that there are more.
    """
    say = words(language)
    named = cell_names(cells[cells["cell"].isin(changed["cell"])], tables, language)
    told = [
        say(
            "proposals-overtaken-cell",
            cell=named[int(cell)],
            release=str(release),
            by=actor_words(str(actor), language),
        )
        for cell, release, actor in zip(
            changed["cell"], changed["release"], changed["actor"], strict=True
        )
    ]
    shown = say("proposals-overtaken-separator").join(told[:_OVERTAKEN_SHOWN])
    return shown if len(told) <= _OVERTAKEN_SHOWN else f"{shown} …"


def stale_words(
    error: StaleRelease, cells: pd.DataFrame, tables: Tables, language: Language
) -> StaleRelease:
    """The refusal of a publish whose cells others have changed, with these cells in a reader's words."""
    if not isinstance(error.changed, pd.DataFrame) or error.changed.empty:
        return error
    told = overtaken_words(error.changed, cells, tables, language)
    arguments = {**error.arguments, "cells": told}
    return StaleRelease("", error.changed, key=error.key, **arguments)


def _shortened(text: str, longest: int = 36) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
