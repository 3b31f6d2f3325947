"""An edition read from a store: its tables, its assessment and the earlier state, for whoever makes something of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hengyang import progress
from hengyang.meeting.building import before_edition, before_month, build_deck
from hengyang.meeting.context import Before
from hengyang.meeting.deck import Deck
from hengyang.meeting.edition import Edition, previous_of, selected
from hengyang.meeting.register import editions
from hengyang.progress import Assessment, Thresholds
from hengyang.schema import Language, Tables
from hengyang.store import Store


@dataclass(frozen=True)
class Material:
    """Everything that an edition shows. `whole` is the assessment of the whole plan, `assessment` what filters leave.

    `earlier` is the edition of the last meeting; where there was none, changes are counted from a reporting
    period earlier at the same release. `earlier_whole` is the assessment then, None in the first period.
    """

    edition: Edition
    tables: Tables
    whole: Assessment
    assessment: Assessment
    earlier: Edition | None = None
    earlier_whole: Assessment | None = None

    def before(self, language: Language) -> Before | None:
        """The earlier state, named in a language."""
        if self.earlier_whole is None:
            return None
        if self.earlier is not None:
            return before_edition(self.earlier, self.earlier_whole, language)
        return before_month(self.earlier_whole.as_of, self.earlier_whole, language)

    def deck(self, language: Language) -> Deck:
        """The edition's slides in a language."""
        return build_deck(self.edition, self.tables, self.whole, language, self.before(language))


#: A workspace's tables at a release; an assessment of them on a day by thresholds.
Read = Callable[[int], Tables]
Assess = Callable[[Tables, date, Thresholds], Assessment]


def material(store: Store, edition: Edition) -> Material:
    """What an edition of this workspace shows, frozen or not, read at its own release.

    Raises: DataMissing when the workspace has no such release.
    """
    return gathered(edition, editions(store), store.read, progress.assess)


def gathered(edition: Edition, known: tuple[Edition, ...], read: Read, assess: Assess) -> Material:
    """The same for whoever reads and assesses in a way of their own (kept between readers).

    known: the editions of the workspace.
    """
    tables = read(edition.release)
    whole = assess(tables, edition.as_of, edition.thresholds)
    earlier = previous_of(edition, known)
    earlier_whole: Assessment | None
    if earlier is not None:
        then = tables if earlier.release == edition.release else read(earlier.release)
        earlier_whole = assess(then, earlier.as_of, earlier.thresholds)
    else:
        day = previous_period(tables, edition.as_of)
        earlier_whole = None if day is None else assess(tables, day, edition.thresholds)
    return Material(
        edition, tables, whole, selected(whole, tables, edition), earlier, earlier_whole
    )


def previous_period(tables: Tables, as_of: date) -> date | None:
    """The end of the last reporting period before a day; None before there was any."""
    return next((day for day in progress.reporting_periods(tables) if day < as_of), None)
