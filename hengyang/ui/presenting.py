"""Choosing, editing and freezing what a meeting looks at, and putting it over the whole window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from hengyang import access, meeting
from hengyang.access import Action
from hengyang.charts import stage as drawn
from hengyang.charts import wall as drawn_wall
from hengyang.errors import PlanError
from hengyang.meeting import Deck, DeckKind, Edition, SlideEdit
from hengyang.progress import default_as_of
from hengyang.ui import editions, loading, paper, people, stage
from hengyang.ui.plain import sentence
from hengyang.ui.selection import Selection
from hengyang.ui.view import View

_EDITS, _FED, _SAID = "present_edits", "present_fed", "present_said"

#: A release that somebody publishes shows on the wall within this time.
_WALL_LOOKS_EVERY_S = 10


def is_presenting(view: View) -> bool:
    """Whether the link asks for slides over the whole window; not for those of an edition that is not there."""
    asked = st.query_params.get("edition")
    return _named(view, asked) is not None if asked else "slide" in st.query_params


def is_wall() -> bool:
    return bool(st.query_params.get("wall"))


def present(view: View) -> None:
    """The slides of the edition that the link names, else of the deck that it names, at the slide that it names."""
    asked = st.query_params.get("edition")
    edition = _named(view, asked) if asked else None
    if edition is None:
        edition = from_link(view)
        original = editions.material(edition).deck(view.language)
        edition = with_edits(edition, [slide.key for slide in original.slides])
    deck = editions.material(edition).deck(view.language)
    paper.restamp(view, edition)
    slide = st.query_params.get("slide", "")
    number = int(slide) if slide.isascii() and slide.isdigit() and len(slide) < 4 else 1
    out = view.link("present", **parameters(edition))
    stage.show(drawn.stage(deck, view.language, out), key="stage", slide=number)


@st.fragment(run_every=_WALL_LOOKS_EVERY_S)
def wall(view: View) -> None:
    """The whole plan on one screen; drawn anew when a release is published."""
    made = editions.material(on_the_wall(view.selection))
    html = drawn_wall.wall(
        made.deck(view.language), made.whole, made.tables, view.language, view.link("present")
    )
    stage.show(html, key="wall", is_wall=True)


def on_the_wall(chosen: Selection) -> Edition:
    """The whole plan at the reader's release and month; where they chose none, at the newest of this moment."""
    tables = loading.tables(chosen.workspace, chosen.release, chosen.plan)
    return Edition.unfrozen(chosen.workspace, tables.release, chosen.as_of or default_as_of(tables))


def parameters(edition: Edition) -> dict[str, str]:
    """The page's own URL parameters that choose this deck."""
    found = {"deck": edition.deck.value}
    if edition.deck is DeckKind.THEME:
        found["show"] = edition.themes[0]
    if edition.deck is DeckKind.DEPARTMENT:
        found["office"] = edition.departments[0]
    return found


def choose(view: View) -> Edition:
    """The deck that the reader chooses, with the page's filters; not frozen. Kept in the URL."""
    kinds = [kind.value for kind in DeckKind]
    asked = view.param("deck", kinds) or kinds[0]
    names = {kind: view.say(f"meeting-deck-{DeckKind(kind)}") for kind in kinds}
    with st.container(horizontal=True, vertical_alignment="center", key="present_choice"):
        st.session_state["present_deck"] = asked
        st.segmented_control(
            view.say("present-deck"),
            kinds,
            key="present_deck",
            required=True,
            format_func=names.__getitem__,
            label_visibility="collapsed",
            on_change=lambda: st.query_params.update(deck=st.session_state["present_deck"]),
        )
        subject = _subject(view, DeckKind(asked))
    return _edition(view, DeckKind(asked), subject)


def from_link(view: View) -> Edition:
    """The deck that the URL names, without a widget to change it."""
    kind = DeckKind(view.param("deck", [kind.value for kind in DeckKind]) or DeckKind.PLAN)
    return _edition(view, kind, _asked_subject(view, kind))


def edit(view: View, edition: Edition, deck: Deck) -> Edition:
    """The edition with what the presenter makes of its slides: which, in which order, titles, notes."""
    say, language = view.say, view.language
    frame = pd.DataFrame(
        {
            "is_shown": True,
            "place": range(1, len(deck.slides) + 1),
            "title": [slide.title for slide in deck.slides],
            "notes": [slide.notes for slide in deck.slides],
        },
        index=[slide.key for slide in deck.slides],
    )
    kept = st.session_state.setdefault(_EDITS, {}).setdefault(_signature(edition), {})
    key = f"present_editor_{_signature(edition)}_{language}"
    if key not in st.session_state:
        # the table is gone whenever something else was shown: it begins anew with what was made of it so far,
        # and from then on stays as given, for a table fed with its own changes forgets them
        st.session_state[_FED] = (key, _resumed(frame, kept, language))
    changed = st.data_editor(
        st.session_state[_FED][1],
        key=key,
        hide_index=True,
        height=390,
        row_height=40,
        column_config={
            "is_shown": st.column_config.CheckboxColumn(say("present-shown"), width=50),
            "place": st.column_config.NumberColumn(
                say("present-place"), min_value=1, max_value=99, step=1, width=60
            ),
            "title": st.column_config.TextColumn(
                say("present-title"), max_chars=meeting.MOST_TITLE, width="large"
            ),
            "notes": st.column_config.TextColumn(
                say("present-notes"), max_chars=meeting.MOST_NOTES, width="large"
            ),
        },
    )
    kept[language] = {
        str(key): (
            _changed(row["title"], frame.loc[str(key), "title"]),
            _changed(row["notes"], frame.loc[str(key), "notes"]),
        )
        for key, row in changed.iterrows()
    }
    order = changed[changed["is_shown"]].sort_values("place", kind="stable").index
    kept["order"] = [] if list(order) == list(frame.index) else [str(key) for key in order]
    return with_edits(edition, [slide.key for slide in deck.slides])


def _resumed(frame: pd.DataFrame, kept: dict[str, Any], language: str) -> pd.DataFrame:
    """The table as its presenter left it: order, what is shown, and the words in this language."""
    found = frame.copy()
    for key, words in kept.get(language, {}).items():
        for name, text in zip(("title", "notes"), words, strict=True):
            if text and key in found.index:
                found.loc[key, name] = text
    order = [key for key in kept.get("order") or () if key in found.index]
    if order:
        found["is_shown"] = found.index.isin(order)
        rest = [key for key in found.index if key not in order]
        found["place"] = pd.Series(range(1, len(found) + 1), index=[*order, *rest])
    return found


def with_edits(edition: Edition, keys: list[str]) -> Edition:
    """The edition with what this reader has made of its slides so far; untouched while that is nothing."""
    kept = st.session_state.get(_EDITS, {}).get(_signature(edition), {})
    words = {lang: found for lang, found in kept.items() if lang != "order"}
    is_worded = any(any(pair) for found in words.values() for pair in found.values())
    if not kept.get("order") and not is_worded:
        return edition
    return replace(
        edition,
        slides=tuple(
            SlideEdit(
                key,
                {lang: title for lang, found in words.items() if (title := found[key][0])},
                {lang: notes for lang, found in words.items() if (notes := found[key][1])},
            )
            for key in kept.get("order") or keys
        ),
    )


def freeze(view: View, edition: Edition) -> None:
    """Who am I, what is it called, and the button that freezes it."""
    actor = people.choose(view, access.LOCAL_REVIEWER, Action.FREEZE)
    said = st.session_state.pop(_SAID, None)
    if said is not None:
        is_done, text = said
        (st.success if is_done else st.error)(text)
    if actor is None:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="present_freeze"):
        st.text_input(
            view.say("present-name"),
            key="present_name",
            max_chars=meeting.MOST_TITLE,
            placeholder=view.say("present-name-example"),
        )
        st.button(
            view.say("present-freeze"),
            key="present_freeze_button",
            disabled=not meeting.may_freeze(actor, edition, view.tables.of_plan),
            help=view.say("present-freeze-help"),
            on_click=_freeze,
            args=(view, edition),
        )


def _freeze(view: View, edition: Edition) -> None:
    title = str(st.session_state.get("present_name") or "").strip() or None
    try:
        made = meeting.freeze(
            editions.opened(view.tables.workspace),
            replace(edition, title=title),
            actor=people.acting(view),
            now=datetime.now(UTC),
        )
    except PlanError as error:
        st.session_state[_SAID] = (False, sentence(error, view.say))
        return
    st.session_state[_SAID] = (True, view.say("present-frozen", edition=str(made.id)))


def _named(view: View, asked: str) -> Edition | None:
    number = meeting.number_of(asked)
    return next(
        (one for one in editions.known(view.tables.workspace) if one.number == number), None
    )


def _edition(view: View, kind: DeckKind, subject: str | None) -> Edition:
    chosen = view.selection
    themes, departments = chosen.theme, chosen.department
    if kind is DeckKind.THEME:
        themes = (str(subject),)
    if kind is DeckKind.DEPARTMENT:
        departments = (str(subject),)
    return Edition.unfrozen(
        view.tables.workspace,
        view.tables.release,
        view.as_of,
        deck=kind,
        themes=themes,
        departments=departments,
        lights=chosen.light,
        divisions=chosen.division,
    )


@dataclass(frozen=True)
class _Subjects:
    parameter: str
    names: dict[str, str]


def _subjects(view: View, kind: DeckKind) -> _Subjects | None:
    column = f"name_{view.language}"
    if kind is DeckKind.THEME:
        rows = view.tables.themes
        return _Subjects("show", dict(zip(rows["theme"].astype(str), rows[column], strict=True)))
    if kind is DeckKind.DEPARTMENT:
        rows = view.tables.departments
        rows = rows[rows["department"].isin(view.tables.assignments["department"])]
        return _Subjects("office", dict(zip(rows["department"], rows[column], strict=True)))
    return None


def _asked_subject(view: View, kind: DeckKind) -> str | None:
    subjects = _subjects(view, kind)
    if subjects is None:
        return None
    return view.param(subjects.parameter, list(subjects.names)) or next(iter(subjects.names))


def _subject(view: View, kind: DeckKind) -> str | None:
    subjects = _subjects(view, kind)
    if subjects is None:
        return None
    key = f"present_{subjects.parameter}"
    st.session_state[key] = _asked_subject(view, kind)
    st.selectbox(
        view.say(f"meeting-deck-{kind}"),
        list(subjects.names),
        key=key,
        format_func=subjects.names.__getitem__,
        label_visibility="collapsed",
        width=280,
        on_change=lambda: st.query_params.update({subjects.parameter: st.session_state[key]}),
    )
    return str(st.session_state[key])


def _changed(text: object, default: object) -> str:
    found = "" if text is None else str(text).strip()
    return "" if found == str(default).strip() else found


def _signature(edition: Edition) -> str:
    """What a presenter's edits belong to: another deck, day or release has other slides."""
    parts = (
        *(edition.workspace, edition.release, edition.as_of, edition.deck),
        *(*edition.themes, *edition.departments, *edition.lights, *edition.divisions),
    )
    return "_".join(map(str, parts))
