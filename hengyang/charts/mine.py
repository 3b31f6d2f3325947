"""What is theirs, for a reporter: the departments' tasks, what is due or missing, what came back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.access import EVERY_DEPARTMENT
from hengyang.charts import marks
from hengyang.charts.duties import tasks_of
from hengyang.charts.rows import rows_of
from hengyang.labels import Language, words
from hengyang.progress import Assessment
from hengyang.progress.needs import names, worst_light
from hengyang.review import Proposal, State
from hengyang.schema import Light, Role, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
_SHOWN = 3
#: A milestone's next stage is told of this long before its day.
SOON_DAYS = 60
_BACK = (State.RETURNED, State.DRAFT)


def tasks(departments: Iterable[str], tables: Tables) -> tuple[list[int], list[int]]:
    """The numbers of the tasks that any of the departments leads, and of those that they only support."""
    listed = set(departments)
    if EVERY_DEPARTMENT in listed:
        listed = set(tables.departments["department"])
    led = {number for one in listed for number in tasks_of(one, Role.LEAD, tables)}
    supported = {number for one in listed for number in tasks_of(one, Role.SUPPORT, tables)}
    return sorted(led), sorted(supported - led)


def due(assessment: Assessment, numbers: Iterable[int], as_of: date) -> pd.DataFrame:
    """What somebody has to report or do for these tasks, the most pressing first: subject, task, light, kind, day.

    kind is `milestone-due` (day: its next stage's, overdue or within SOON_DAYS), `not-reported` (no figure at all)
    or `stale` (day: the last figure's month).
    """
    wanted = set(numbers)
    counted = assessment.counted[assessment.counted["task"].isin(wanted)]
    silent = counted[counted["light"] == Light.NOT_REPORTED]
    old = counted[counted["is_stale"] & (counted["light"] != Light.NOT_REPORTED)]
    stages = assessment.milestones[
        assessment.milestones["task"].isin(wanted) & (assessment.milestones["light"] != Light.MET)
    ]
    soon = stages[stages["next_stage_due"] <= pd.Timestamp(as_of) + timedelta(days=SOON_DAYS)]
    parts = [
        _listed(soon, "milestone", "next_stage_due", "milestone-due").sort_values(
            "day", kind="stable"
        ),
        _listed(silent, "indicator", "reference_date", "not-reported"),
        _listed(old, "indicator", "reference_date", "stale").sort_values("day", kind="stable"),
    ]
    return pd.concat(parts, ignore_index=True)


def _listed(rows: pd.DataFrame, subject: str, day: str, kind: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "subject": rows[subject].astype("object"),
            "task": rows["task"],
            "light": rows["light"].astype("object"),
            "kind": kind,
            "day": rows[day],
        }
    )


def mine_panel(
    departments: Iterable[str],
    proposals: Iterable[Proposal],
    assessment: Assessment,
    tables: Tables,
    as_of: date,
    language: Language,
    link: Link,
) -> Markup:
    """Three short lists side by side; each entry leads to where it can be seen or done.

    `proposals` are the reporter's own.
    """
    say = words(language)
    led, supported = tasks(departments, tables)
    pressing = due(assessment, led or supported, as_of)
    own = list(proposals)
    return Markup(
        '<nav class="panel my" aria-label="{title}"><h3>{title} <a href="{report}">{word}</a></h3>'
        '<div class="my-lists">{tasks}{due}{back}</div></nav>'
    ).format(
        title=say("mine-title"),
        report=link("upload"),
        word=say("mine-report"),
        tasks=_tasks(led, supported, assessment, tables, language, link),
        due=_due(pressing, tables, as_of, language, link),
        back=_back(own, language, link),
    )


def _section(heading: str, items: list[Markup], language: Language, none: str = "") -> Markup:
    say = words(language)
    if not items:
        body = Markup('<p class="calm">{}</p>').format(none) if none else _NOTHING
    else:
        rest = len(items) - _SHOWN
        more = (
            Markup('<li class="my-rest">{}</li>').format(say("mine-rest", count=str(rest)))
            if rest > 0
            else _NOTHING
        )
        body = Markup("<ul>{}{}</ul>").format(_NOTHING.join(items[:_SHOWN]), more)
    return Markup("<section><h4>{}</h4>{}</section>").format(heading, body)


def _tasks(
    led: list[int],
    supported: list[int],
    assessment: Assessment,
    tables: Tables,
    language: Language,
    link: Link,
) -> Markup:
    say = words(language)
    name_of = tables.tasks.set_index("task")[f"name_{language}"]
    lights = pd.concat(
        [assessment.counted[["task", "light"]], assessment.milestones[["task", "light"]]]
    ).dropna()
    items = []
    for number in [*led, *supported]:
        worst = worst_light(str(one) for one in lights.loc[lights["task"] == number, "light"])
        mark = marks.light_mark(worst, language) if worst else Markup("<i></i>")
        items.append(_item(mark, link("task", task=number), f"{number} {name_of[number]}", ""))
    heading = say("mine-tasks", led=str(len(led)), supported=str(len(supported)))
    return _section(heading, items, language)


def _due(
    pressing: pd.DataFrame, tables: Tables, as_of: date, language: Language, link: Link
) -> Markup:
    say = words(language)
    name_of = names(tables, language)
    items = []
    for row in rows_of(pressing):
        when = {
            "not-reported": lambda row: say(
                "mine-not-reported", month=labels.month(as_of, language)
            ),
            "stale": lambda row: say("mine-stale", month=labels.month(row.day.date(), language)),
            "milestone-due": lambda row: say(
                "mine-milestone-due", day=labels.day(row.day.date(), language)
            ),
        }[row.kind](row)
        address = link("task", task=row.task, indicator=row.subject)
        mark = marks.light_mark(row.light, language, is_stale=row.kind == "stale")
        items.append(_item(mark, address, name_of[row.subject], when))
    heading = say("mine-due", count=str(len(items)))
    return _section(heading, items, language, say("mine-due-none"))


def _back(own: list[Proposal], language: Language, link: Link) -> Markup:
    say = words(language)
    states = [one.state for one in own]
    items = [
        _item(
            Markup("<i></i>"),
            link("upload", proposal=one.id),
            one.file_name or one.id,
            say("mine-returned", reason=one.returned_because or "")
            if one.state is State.RETURNED
            else say("mine-draft"),
        )
        for state in _BACK
        for one in own
        if one.state is state
    ]
    heading = say(
        "mine-back",
        returned=str(states.count(State.RETURNED)),
        drafts=str(states.count(State.DRAFT)),
        waiting=str(states.count(State.SUBMITTED)),
    )
    return _section(heading, items, language, say("mine-back-none"))


def _item(mark: Markup, address: str, name: str, note: str) -> Markup:
    return Markup('<li>{}<a href="{}" title="{}">{}</a><small title="{}">{}</small></li>').format(
        mark, address, name, name, note, note
    )
