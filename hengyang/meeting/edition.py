"""An edition: what one meeting looks at, pinned, so that everything made from it says the same for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from hengyang.progress import DEFAULT_THRESHOLDS, METHOD_VERSION, Assessment, Thresholds, narrowed
from hengyang.remembered import remembered
from hengyang.schema import Language, Tables


class DeckKind(StrEnum):
    """The decks that are made by themselves."""

    PLAN = "plan"
    THEME = "theme"
    DEPARTMENT = "department"
    RED = "red"
    SINCE = "since"


@dataclass(frozen=True)
class SlideEdit:
    """What a presenter made of one slide: its place is its place in Edition.slides.

    titles, notes: language → the presenter's words; a language that is not there keeps the words made from the data.
    """

    key: str
    titles: Mapping[Language, str] = field(default_factory=dict, hash=False)
    notes: Mapping[Language, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Edition:
    """What is shown, as of when, at which release, judged by which thresholds.

    `number` counts from 1 without gaps in a workspace; None, and no id, for what nobody has frozen. The filters mean
    what they mean on the pages; empty leaves everything. `slides` are the slides shown, in order; empty: all of the
    deck, in its own order. `previous` is the number of the edition that "since the last meeting" looks back to.
    """

    workspace: str
    release: int
    as_of: date
    deck: DeckKind = DeckKind.PLAN
    themes: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()
    divisions: tuple[str, ...] = ()
    thresholds: Thresholds = DEFAULT_THRESHOLDS
    method_version: int = METHOD_VERSION
    title: str | None = None
    slides: tuple[SlideEdit, ...] = ()
    number: int | None = None
    frozen_by: str | None = None
    frozen_at: datetime | None = None
    previous: int | None = None

    @classmethod
    def unfrozen(cls, workspace: str, release: int, as_of: date, **choices: object) -> Edition:
        """What an export shows that names no edition: marked as not frozen, never with an id."""
        made = cls(workspace, release, as_of, **choices)  # type: ignore[arg-type]
        return replace(made, number=None, frozen_by=None, frozen_at=None)

    @property
    def id(self) -> str | None:
        """E12, or None for what is not frozen."""
        return None if self.number is None else f"E{self.number}"

    @property
    def is_frozen(self) -> bool:
        return self.number is not None


@remembered(64)
def selected(whole: Assessment, tables: Tables, edition: Edition) -> Assessment:
    """What the edition's filters leave of a whole assessment; the whole itself when it has none."""
    filters = {
        "themes": edition.themes,
        "departments": edition.departments,
        "lights": edition.lights,
        "divisions": edition.divisions,
    }
    return narrowed(whole, tables, **filters) if any(filters.values()) else whole


def number_of(text: str) -> int | None:
    """The number of an edition's id; None for what is no id.

    >>> number_of("E12"), number_of("e3"), number_of("12"), number_of("E0")
    (12, 3, None, None)
    """
    digits = text[1:] if text[:1] in ("E", "e") else ""
    is_number = digits.isascii() and digits.isdigit() and len(digits) < 9
    return int(digits) or None if is_number else None


def previous_of(edition: Edition, known: tuple[Edition, ...]) -> Edition | None:
    """The edition that "since the last meeting" looks back to: the one named, else the newest that saw less.

    known: the editions of the workspace. One of the same selection comes first; an edition of the same day and
    release (frozen for the same meeting) is no last meeting.
    """
    if edition.previous is not None:
        return next((one for one in known if one.number == edition.previous), None)
    earlier = [
        one
        for one in known
        if (one.number or 0) < (edition.number or len(known) + 1)
        and one.as_of <= edition.as_of
        and one.release <= edition.release
        and (one.as_of, one.release) != (edition.as_of, edition.release)
    ]
    alike = [one for one in earlier if _selection(one) == _selection(edition)]
    found = alike or earlier
    return max(found, key=lambda one: one.number or 0, default=None)


def _selection(edition: Edition) -> tuple[frozenset[str], ...]:
    return (
        frozenset(edition.themes),
        frozenset(edition.departments),
        frozenset(edition.lights),
        frozenset(edition.divisions),
    )
