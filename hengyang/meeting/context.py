"""What every slide is made from, and how long lists are shared out over slides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

from hengyang import labels
from hengyang.labels import Words, words
from hengyang.meeting.edition import Edition
from hengyang.progress import METHOD_VERSION, Assessment, Explanation, explanations
from hengyang.progress.needs import lead_names, names, needing_attention
from hengyang.schema import Language, Tables
from hengyang.store import WORKSPACES

#: So many bars, so many indicators by their full names, and so many rows of sentences, are readable at six metres on one slide.
MOST_BARS = 8
MOST_BULLETS = 7
MOST_ROWS = 5
#: So many departments have room in a title.
_NAMED_OFFICES = 3

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Before:
    """The earlier state that changes are counted from; `name` is what it is called: E3 (31 May 2019), April 2019."""

    name: str
    assessment: Assessment


@dataclass(frozen=True)
class Context:
    """An edition, its tables, what its filters leave of the assessment, the language, and the earlier state."""

    edition: Edition
    tables: Tables
    assessment: Assessment
    language: Language
    before: Before | None = None

    @property
    def say(self) -> Words:
        return words(self.language)

    @cached_property
    def names(self) -> dict[str, str]:
        """Indicator or milestone → name."""
        return names(self.tables, self.language)

    @cached_property
    def task_names(self) -> dict[int, str]:
        tasks = self.tables.tasks
        return dict(zip(tasks["task"].astype(int), tasks[f"name_{self.language}"], strict=True))

    @cached_property
    def theme_names(self) -> dict[str, str]:
        themes = self.tables.themes
        return dict(zip(themes["theme"].astype(str), themes[f"name_{self.language}"], strict=True))

    @cached_property
    def units(self) -> dict[str, str]:
        indicators = self.tables.indicators
        units = indicators[f"unit_{self.language}"]
        return dict(zip(indicators["indicator"], units, strict=True))

    @cached_property
    def leads(self) -> dict[int, str]:
        return lead_names(self.tables, self.language)

    @cached_property
    def rows(self) -> dict[str, dict[Any, Any]]:
        """Indicator or milestone → its row of lights."""
        found = {row["indicator"]: row for row in self.assessment.indicators.to_dict("records")}
        found |= {row["milestone"]: row for row in self.assessment.milestones.to_dict("records")}
        return found

    @cached_property
    def explained(self) -> dict[str, Explanation]:
        """Yellow and red indicators and milestones → why they are."""
        return explanations(
            list(needing_attention(self.assessment)["subject"]),
            self.tables,
            self.edition.as_of,
            self.edition.thresholds,
        )

    def lead_of(self, task: int) -> str:
        """The department listed first under a task; what concerns the whole plan says so."""
        return self.leads.get(task, self.say("task-whole-plan"))

    def task_label(self, task: int) -> str:
        """5 城市地下综合管廊."""
        return f"{task} {self.task_names[task]}"

    @property
    def is_simulated(self) -> bool:
        return WORKSPACES[self.edition.workspace]

    def source(self) -> str:
        """Where the figures of every slide come from."""
        plan = self.tables.plan.iloc[0]
        return self.say(
            "meeting-source",
            plan=str(plan[f"name_{self.language}"]),
            status=str(plan[f"status_{self.language}"]),
            release=str(self.edition.release),
        )

    def stamp(self) -> tuple[str, ...]:
        """What every slide prints: the edition, the day, the release, the method, and that figures are simulated."""
        edition, say = self.edition, self.say
        parts = [
            edition.id or say("meeting-unfrozen"),
            say("frame-as-of-day", day=labels.day(edition.as_of, self.language)),
            say("frame-release-number", number=str(edition.release)),
            say("frame-method", version=str(METHOD_VERSION)),
        ]
        return (say("frame-demo"), *parts) if self.is_simulated else tuple(parts)


def shared_out(items: Sequence[_Item], most: int) -> list[Sequence[_Item]]:
    """The items over as few slides as it takes, as evenly as it goes; no items, no slide.

    >>> [len(part) for part in shared_out(range(10), 8)]
    [5, 5]
    """
    if not items:
        return []
    slides = -(-len(items) // most)
    edges = [round(len(items) * at / slides) for at in range(slides + 1)]
    return [items[low:high] for low, high in pairwise(edges)]


def part_title(
    made: Context,
    key: str,
    title: str,
    at: int,
    of: int,
    names: Sequence[str],
    offices: Sequence[str],
) -> str:
    """The title of one of several slides that share a list: the first says the whole, each its own first item.

    names: what this slide lists, the most pressing first; offices: whose they are, in the same order.
    """
    say = made.say
    if of == 1:
        return title
    if at == 1:
        return numbered(say("meeting-first", title=title, name=names[0]), at, of, say)
    what = say(
        "meeting-further-what",
        name=names[0],
        more=len(names) - 1,
        offices=listed_offices(made, offices),
    )
    return numbered(say(f"meeting-further-{key}", what=what), at, of, say)


def listed_offices(made: Context, offices: Sequence[str]) -> str:
    """Each department once, the first few of them by name."""
    once = list(dict.fromkeys(offices))
    named = made.say("meeting-list").join(once[:_NAMED_OFFICES])
    few = len(once) <= _NAMED_OFFICES
    return named if few else made.say("meeting-offices-more", offices=named)


def numbered(title: str, at: int, of: int, say: Words) -> str:
    """A title with its place where a list takes several slides."""
    return title if of == 1 else say("meeting-part", title=title, at=str(at), of=str(of))
