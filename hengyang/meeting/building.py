"""From an edition to its deck: the default slides of each kind, then what the presenter made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hengyang import labels
from hengyang.errors import NotUnderstood
from hengyang.labels import words
from hengyang.meeting import attention, moves, standing
from hengyang.meeting.context import Before, Context
from hengyang.meeting.deck import Deck, Slide
from hengyang.meeting.edition import DeckKind, Edition, selected
from hengyang.progress import Assessment
from hengyang.remembered import remembered
from hengyang.schema import Language, Tables


def build_deck(
    edition: Edition,
    tables: Tables,
    assessment: Assessment,
    language: Language,
    before: Before | None = None,
) -> Deck:
    """The edition's slides in a language.

    tables, assessment: at the edition's release, day and thresholds; the assessment is narrowed here.
    Raises: NotUnderstood for a deck about one theme or one department that names none, or one the plan does not know.
    """
    whole = _whole(replace(edition, slides=()), tables, assessment, language, before)
    if not edition.slides:
        return whole
    return replace(whole, edition=edition, slides=edited(whole.slides, edition, language))


@remembered(32)
def _whole(
    edition: Edition,
    tables: Tables,
    assessment: Assessment,
    language: Language,
    before: Before | None,
) -> Deck:
    """All slides, as they are made from the data."""
    narrowed = selected(assessment, tables, edition)
    if before is not None:
        before = replace(before, assessment=selected(before.assessment, tables, edition))
    made = Context(edition, tables, narrowed, language, before)
    title = deck_title(edition, tables, language)
    return Deck(
        title=title,
        stamp=made.stamp(),
        slides=(standing.cover(made, title), *_slides(made)),
        edition=edition,
        is_simulated=made.is_simulated,
    )


def deck_title(edition: Edition, tables: Tables, language: Language) -> str:
    """The presenter's title, else what the deck is about."""
    if edition.title:
        return edition.title
    demand_subject(edition)
    names = {
        DeckKind.THEME: (tables.themes, "theme", edition.themes),
        DeckKind.DEPARTMENT: (tables.departments, "department", edition.departments),
    }.get(edition.deck)
    subject = ""
    if names is not None:
        frame, key, chosen = names
        if chosen[0] not in set(frame[key]):
            raise NotUnderstood("meeting-error-selection", value=chosen[0])
        subject = str(frame.set_index(key).loc[chosen[0], f"name_{language}"])
    return words(language)(f"meeting-deck-{edition.deck}-title", subject=subject)


def demand_subject(edition: Edition) -> None:
    """Raises: NotUnderstood for a deck about one theme or one department that names none, or several."""
    needed = {DeckKind.THEME: edition.themes, DeckKind.DEPARTMENT: edition.departments}
    chosen = needed.get(edition.deck)
    if chosen is not None and len(chosen) != 1:
        raise NotUnderstood(f"meeting-error-{edition.deck}")


def edited(slides: Sequence[Slide], edition: Edition, language: Language) -> tuple[Slide, ...]:
    """The slides that the presenter kept, in the presenter's order and words; all of them when nothing was edited."""
    by_key = {slide.key: slide for slide in slides}
    if not edition.slides:
        return tuple(slides)
    return tuple(
        replace(
            by_key[edit.key],
            title=edit.titles.get(language) or by_key[edit.key].title,
            notes=edit.notes.get(language) or by_key[edit.key].notes,
        )
        for edit in edition.slides
        if edit.key in by_key
    )


# The same one for the same question, so that the deck made with it is kept.
@remembered(32)
def before_edition(earlier: Edition, whole: Assessment, language: Language) -> Before:
    """The earlier state that an edition pinned. `whole`: assessed at its release, day and thresholds."""
    day = labels.day(earlier.as_of, language)
    name = words(language)("meeting-before", edition=earlier.id or "", day=day)
    return Before(name, whole)


@remembered(32)
def before_month(day: date, whole: Assessment, language: Language) -> Before:
    """The earlier state where no meeting was before: the same release, a reporting period earlier."""
    return Before(labels.month(day, language), whole)


def _slides(made: Context) -> list[Slide]:
    edition = made.edition
    demand_subject(edition)
    tasks = sorted(task for task in made.assessment.kept_tasks)
    match edition.deck:
        case DeckKind.PLAN:
            themes = [theme for theme in made.theme_names if theme in _themes_of(made, tasks)]
            slides = [standing.whole(made)]
            if made.before is not None:
                slides.append(moves.summary(made))
            for theme in themes:
                slides += standing.theme_tasks(made, theme)
            slides += attention.red(made) + attention.yellow(made) + attention.unreported(made)
        case DeckKind.THEME:
            slides = standing.theme_tasks(made, edition.themes[0])
            slides += standing.bullets(made, tasks) + standing.milestones(made, tasks)
            slides += _needs(made)
        case DeckKind.DEPARTMENT:
            slides = standing.office(made, edition.departments[0])
            slides += standing.bullets(made, tasks) + standing.milestones(made, tasks)
            slides += _needs(made)
        case DeckKind.RED:
            slides = attention.red(made) + attention.each_red(made) + attention.yellow(made)
            slides += attention.unreported(made)
        case DeckKind.SINCE:
            slides = [moves.summary(made)]
            for change in ("worse", "better", "other"):
                slides += moves.moved(made, change)
    return [*slides, standing.method(made)]


def _needs(made: Context) -> list[Slide]:
    slides = attention.red(made) + attention.yellow(made) + attention.unreported(made)
    return slides if made.before is None else [moves.summary(made), *slides]


def _themes_of(made: Context, tasks: Sequence[int]) -> set[str]:
    rows = made.tables.tasks
    return set(rows.loc[rows["task"].isin(tasks), "theme"].astype(str))
