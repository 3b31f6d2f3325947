"""Slides about what moved since the last meeting: better and worse, each with its reason."""

from __future__ import annotations

import pandas as pd

from hengyang.meeting.attention import office_of
from hengyang.meeting.context import MOST_ROWS, Context, part_title, shared_out
from hengyang.meeting.deck import Cell, Column, DeckTable, Slide
from hengyang.meeting.standing import stacked
from hengyang.progress import changes_between, light_counts, reason
from hengyang.schema import Light

#: So many names fit on the slide that sums up; so many moves do with their reasons, and need no slides of their own.
_NAMED, _FEW = 3, 3


def summary(made: Context) -> Slide:
    """The lights then and now, and how many moved which way; says so when there is nothing to compare with."""
    say = made.say
    if made.before is None:
        return Slide(key="since", title=say("meeting-since-none"), source=made.source())
    changes = changes_between(made.before.assessment, made.assessment)
    counts = changes["change"].value_counts()
    title = say("meeting-since-nothing", name=made.before.name)
    if len(changes):
        moves = say("meeting-clause").join(
            say(f"meeting-since-{change}", count=int(counts[change]))
            for change in ("better", "worse", "other")
            if counts[change]
        )
        title = say("meeting-since", name=made.before.name, moves=moves)
    then, now = (
        light_counts(assessment.counted) for assessment in (made.before.assessment, made.assessment)
    )
    captions = [say("meeting-count", count=str(sum(found.values()))) for found in (then, now)]
    return Slide(
        key="since",
        title=title,
        points=_each_moved(made, changes) if len(changes) <= _FEW else _first_moved(made, changes),
        chart=stacked(made, title, (made.before.name, say("meeting-now")), (then, now), captions),
        source=made.source(),
    )


def _each_moved(made: Context, changes: pd.DataFrame) -> tuple[str, ...]:
    """What moved, from which light to which, and why, the worse first; milestones and indicators alike."""
    say = made.say
    return tuple(
        say(
            "meeting-moved-why",
            change=say(f"mark-{change}"),
            name=made.names[row["subject"]],
            then=say(f"light-{row['light_before']}"),
            now=say(f"light-{row['light_after']}"),
            why=reason(made.rows[row["subject"]], made.language, made.tables),
        )
        for change in ("worse", "better", "other")
        for row in changes[changes["change"] == change].to_dict("records")
    )


def _first_moved(made: Context, changes: pd.DataFrame) -> tuple[str, ...]:
    """The first few that got worse and better by name; all of them stand on slides of their own."""
    points = []
    for change in ("worse", "better"):
        rows = changes[changes["change"] == change]
        named = [made.names[subject] for subject in rows["subject"].head(_NAMED)]
        if named:
            listed = made.say("meeting-list").join(named)
            more = len(rows) - len(named)
            word = made.say(f"mark-{change}")
            points.append(
                made.say("meeting-named-more", change=word, names=listed, count=str(more))
                if more
                else made.say("meeting-named", change=word, names=listed)
            )
    return tuple(points)


def moved(made: Context, change: str) -> list[Slide]:
    """What moved one way (better, worse, other) with the reason of its light now.

    None without an earlier state, and none where the slide that sums up says it all.
    """
    if made.before is None:
        return []
    say = made.say
    changes = changes_between(made.before.assessment, made.assessment)
    if len(changes) <= _FEW:
        return []
    rows = changes[changes["change"] == change].to_dict("records")
    parts = shared_out(rows, MOST_ROWS)
    title = say(f"meeting-{change}", count=len(rows), name=made.before.name)
    before = _rows(made.before.assessment.indicators, made.before.assessment.milestones)
    slides = []
    for at, part in enumerate(parts, start=1):
        table = DeckTable(
            columns=(
                Column(say("meeting-column-what"), 0.36),
                Column(say("meeting-column-then"), 0.14),
                Column(say("meeting-column-now"), 0.14),
                Column(say("meeting-column-why"), 0.36),
            ),
            rows=tuple(
                (
                    Cell(made.names[row["subject"]], change=change),
                    _light(made, row["light_before"]),
                    _light(made, row["light_after"]),
                    Cell(reason(made.rows[row["subject"]], made.language, made.tables)),
                )
                for row in part
            ),
        )
        slides.append(
            Slide(
                key=f"{change}-{at}",
                title=part_title(
                    made,
                    change,
                    title,
                    at,
                    len(parts),
                    [made.names[row["subject"]] for row in part],
                    [office_of(made, int(row["task"])) for row in part],
                ),
                table=table,
                notes="\n".join(
                    say(
                        "meeting-moved",
                        name=made.names[row["subject"]],
                        then=reason(before[row["subject"]], made.language, made.tables),
                        now=reason(made.rows[row["subject"]], made.language, made.tables),
                    )
                    for row in part
                ),
                source=made.source(),
            )
        )
    return slides


def _light(made: Context, light: str) -> Cell:
    return Cell(made.say(f"light-{light}"), light=Light(light))


def _rows(indicators: pd.DataFrame, milestones: pd.DataFrame) -> dict:
    found = {row["indicator"]: row for row in indicators.to_dict("records")}
    found |= {row["milestone"]: row for row in milestones.to_dict("records")}
    return found
