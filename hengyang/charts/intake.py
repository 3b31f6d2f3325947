"""A received file as HTML: what it brings in one sentence, how far it has come; the frame of its panels."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.past import chinese
from hengyang.delivery import owed_for
from hengyang.ingest.examine import Examination
from hengyang.labels import Language, words
from hengyang.progress.needs import short_name
from hengyang.review import Proposal, State
from hengyang.schema import Role, Tables

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
#: Rows that a panel shows.
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


def intake_finding(
    examined: Examination,
    department: str | None,
    period: date | None,
    tables: Tables,
    language: Language,
) -> str:
    """What the file brings, in one sentence: rows read, rows without error, errors, warnings, lights that turn by its
    values and by the day that moves with them.

    Of a file that changes nothing, that it does, and how much of what its department owes is still not published.
    """
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
    told = say("intake-count-separator").join(faults) if faults else say("intake-count-none")
    month = "" if period is None else labels.month(period, language)
    if examined.difference.is_empty and not counts["error"]:
        same = say("intake-finding-same", month=month, read=str(read), faults=told)
        if department is None or period is None:
            return same
        due, published = _due_and_published(department, period, tables)
        if not due:
            return same
        return same + say(
            "intake-finding-owed",
            office=short_name(department, tables, language),
            due=str(due),
            missing=due - published,
        )
    return say(
        "intake-finding",
        month=month,
        read=str(read),
        good=str(max(0, read - len(examined.checked.faulty_rows))),
        faults=told,
        flips=examined.difference.lights_turned - examined.difference.lights_moved,
        moved=examined.difference.lights_moved,
    )


def start_finding(department: str, period: date, tables: Tables, language: Language) -> str:
    """What the department is first listed for, what of it is due for the month, and how much of that is published."""
    tasks = _led_by(department, tables)
    due, published = _due_and_published(department, period, tables)
    return words(language)(
        "intake-start-finding",
        office=short_name(department, tables, language),
        month=labels.month(period, language),
        indicators=str(int(tables.indicators["task"].isin(tasks).sum())),
        due=str(due),
        milestones=str(int(tables.milestones["task"].isin(tasks).sum())),
        reported=str(published),
    )


def _led_by(department: str, tables: Tables) -> pd.Series:
    """The tasks that list the department first."""
    leads = tables.assignments[tables.assignments["role"] == Role.LEAD]
    return leads.loc[leads["department"] == department, "task"]


def _due_and_published(department: str, period: date, tables: Tables) -> tuple[int, int]:
    """Indicators of the department's own tasks that are due for the month, and how many of these are published."""
    is_own = tables.indicators["task"].isin(_led_by(department, tables))
    due = owed_for(tables, period) & set(tables.indicators.loc[is_own, "indicator"])
    rows = tables.observations
    is_reported = rows["indicator"].isin(due) & (
        rows["reference_date"].dt.to_period("M") == pd.Period(period, "M")
    )
    return len(due), int(rows.loc[is_reported, "indicator"].nunique())


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


def panel_table(
    name: str,
    heads: tuple[str, ...],
    body: list[Markup],
    caption: Markup,
    language: Language,
    rest: int = 0,
) -> Markup:
    """A panel with one table; `heads` are keys of intake-head-…, `rest` how many rows are not shown."""
    say = words(language)
    head = _NOTHING.join(
        Markup('<th scope="col"{}>{}</th>').format(
            Markup(' class="num"') if head in ("base", "old", "new") else _NOTHING,
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


def side(panels: Iterable[Markup]) -> Markup:
    """The side column: panels under each other in one frame."""
    return Markup('<div class="panel side in-side">{}</div>').format(_NOTHING.join(panels))


def who_reviews(draft: Proposal | None, language: Language) -> Markup:
    """Who decides, and, where one is kept, that the draft outlives the browser."""
    say = words(language)
    told = ["intake-who-reviews-how", *(["intake-draft-kept"] if draft is not None else [])]
    return Markup("<section><h4>{}</h4>{}</section>").format(
        say("intake-who-reviews"),
        _NOTHING.join(Markup("<p>{}</p>").format(say(key)) for key in told),
    )
