"""The register of a workspace's editions: freezing one, and reading them. Rows are only added, never changed."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import pandas as pd

from hengyang import access
from hengyang.access import Action, Actor
from hengyang.errors import DataMissing, NotUnderstood, StaleRelease
from hengyang.meeting.building import demand_subject
from hengyang.meeting.edition import DeckKind, Edition, SlideEdit, number_of, previous_of
from hengyang.progress import METHOD_VERSION, Thresholds
from hengyang.schema import Column, Light, Stage, Table, Theme, enum_column
from hengyang.store import Store, append_events, read_events

EDITIONS = Table(
    "editions",
    "what one meeting looked at, pinned",
    ("number",),
    (
        Column("number", "integer", low=1),
        Column("release", "integer", low=1),
        Column("as_of", "date"),
        enum_column("deck", DeckKind),
        Column("selection"),  # JSON: themes, departments, lights, divisions
        Column("thresholds"),  # JSON: every threshold by its name
        Column("method_version", "integer", low=1),
        Column("title", nullable=True),
        Column("slides"),  # JSON: [{key, titles, notes}, …] in order; empty: all of the deck
        Column("frozen_by"),
        Column("frozen_at", "instant"),
        Column("previous", "integer", nullable=True, low=1),
    ),
)
_FILTERS = ("themes", "departments", "lights", "divisions")

#: Longer than this is no title and no note, but a paper; it would fit on no slide and in no link.
MOST_TITLE, MOST_NOTES = 200, 4000
_TRIES = 50


def editions(store: Store) -> tuple[Edition, ...]:
    """Every edition of the workspace, the newest first."""
    return tuple(reversed(_read(store)[0]))


def edition(store: Store, number: int | str) -> Edition:
    """One edition by its number or its id (E12). Raises: DataMissing."""
    wanted = number_of(number) if isinstance(number, str) else number
    for found in _read(store)[0]:
        if found.number == wanted:
            return found
    raise DataMissing(
        f"no edition {number}",
        key="meeting-error-no-edition",
        edition=str(number),
        workspace=store.workspace,
    )


def may_freeze(actor: Actor | None, proposed: Edition, plan: str = access.OWN_PLAN) -> bool:
    """Whether the access table lets the actor freeze this: a reporter, what concerns their own departments alone."""
    return all(
        access.may(actor, Action.FREEZE, department, workspace=proposed.workspace, plan=plan)
        for department in proposed.departments or (None,)
    )


def freeze(store: Store, proposed: Edition, *, actor: Actor | None, now: datetime) -> Edition:
    """Pin what is proposed as the workspace's next edition, which is returned with its id.

    Numbers are contiguous: of two who freeze at once each gets one, and both editions are kept.
    Raises: NotAllowed; DataMissing when the workspace has no such release, or no such earlier edition;
    NotUnderstood for a deck without its subject, and for words that are too long.
    """
    for department in proposed.departments or (None,):
        access.require(
            actor, Action.FREEZE, department, workspace=store.workspace, plan=store.plan, at=now
        )
    assert actor is not None
    # as the store keeps it, so that what is returned is what will be read
    now = now.replace(microsecond=now.microsecond // 1000 * 1000)
    _check(store, proposed)
    for attempt in range(_TRIES):
        known, version = _read(store)
        earlier = previous_of(proposed, tuple(known))
        if proposed.previous is not None and earlier is None:
            raise DataMissing(
                f"no edition {proposed.previous}",
                key="meeting-error-no-edition",
                edition=f"E{proposed.previous}",
                workspace=store.workspace,
            )
        made = replace(
            proposed,
            number=len(known) + 1,
            method_version=METHOD_VERSION,
            frozen_by=actor.name,
            frozen_at=now,
            previous=None if earlier is None else earlier.number,
        )
        try:
            append_events(store, EDITIONS, pd.DataFrame([_row(made)]), version)
        except StaleRelease:
            # Somebody else's edition came first and has the number: take the next one.
            time.sleep(random.uniform(0, 0.002 * min(attempt, 25)))
            continue
        return made
    raise StaleRelease(f"no turn in {_TRIES} tries")


def as_dict(made: Edition) -> dict[str, Any]:
    """An edition in plain JSON types, as the command line prints it."""
    return {
        "edition": made.id,
        "workspace": made.workspace,
        "release": made.release,
        "as_of": made.as_of.isoformat(),
        "deck": made.deck.value,
        "title": made.title,
        **{name: list(getattr(made, name)) for name in _FILTERS},
        "thresholds": _thresholds_as_dict(made.thresholds),
        "method_version": made.method_version,
        "slides": [_edit_as_dict(edit) for edit in made.slides],
        "frozen_by": made.frozen_by,
        "frozen_at": None if made.frozen_at is None else made.frozen_at.isoformat(),
        "previous": None if made.previous is None else f"E{made.previous}",
    }


def _check(store: Store, proposed: Edition) -> None:
    demand_subject(proposed)
    if proposed.workspace != store.workspace:
        raise DataMissing(f"{proposed.workspace} is not {store.workspace}", name=proposed.workspace)
    tables = store.read(proposed.release)  # Raises: DataMissing
    known = {
        "themes": set(Theme),
        "departments": set(tables.departments["department"]),
        "lights": set(Light),
        "divisions": set(tables.divisions["division"]),
    }
    for name, allowed in known.items():
        for value in getattr(proposed, name):
            if value not in allowed:
                raise NotUnderstood("meeting-error-selection", value=value)
    titles = [proposed.title or "", *(t for edit in proposed.slides for t in edit.titles.values())]
    notes = [note for edit in proposed.slides for note in edit.notes.values()]
    if any(len(text) > MOST_TITLE for text in titles):
        raise NotUnderstood("meeting-error-title", most=str(MOST_TITLE))
    if any(len(text) > MOST_NOTES for text in notes):
        raise NotUnderstood("meeting-error-notes", most=str(MOST_NOTES))


def _read(store: Store) -> tuple[list[Edition], int]:
    rows, version = read_events(store, EDITIONS)
    return [_edition(store.workspace, row) for row in rows.to_dict("records")], version


def _row(made: Edition) -> dict[str, Any]:
    return {
        "number": made.number,
        "release": made.release,
        "as_of": made.as_of,
        "deck": made.deck.value,
        "selection": _json({name: list(getattr(made, name)) for name in _FILTERS}),
        "thresholds": _json(_thresholds_as_dict(made.thresholds)),
        "method_version": made.method_version,
        "title": made.title or None,
        "slides": _json([_edit_as_dict(edit) for edit in made.slides]),
        "frozen_by": made.frozen_by,
        "frozen_at": made.frozen_at,
        "previous": made.previous,
    }


def _edition(workspace: str, row: Mapping[Any, Any]) -> Edition:
    selection = json.loads(row["selection"])
    return Edition(
        workspace=workspace,
        release=int(row["release"]),
        as_of=row["as_of"].date(),
        deck=DeckKind(row["deck"]),
        **{name: tuple(selection[name]) for name in _FILTERS},
        thresholds=_thresholds(json.loads(row["thresholds"])),
        method_version=int(row["method_version"]),
        title=None if pd.isna(row["title"]) else str(row["title"]),
        slides=tuple(
            SlideEdit(edit["key"], edit["titles"], edit["notes"])
            for edit in json.loads(row["slides"])
        ),
        number=int(row["number"]),
        frozen_by=str(row["frozen_by"]),
        frozen_at=row["frozen_at"].to_pydatetime(),
        previous=None if pd.isna(row["previous"]) else int(row["previous"]),
    )


def _thresholds_as_dict(thresholds: Thresholds) -> dict[str, Any]:
    found = asdict(replace(thresholds, stage_shares=dict(thresholds.stage_shares)))
    return {**found, "stage_shares": {str(k): v for k, v in thresholds.stage_shares.items()}}


def _thresholds(values: Mapping[str, Any]) -> Thresholds:
    shares = {Stage(stage): share for stage, share in values["stage_shares"].items()}
    return Thresholds(**{**values, "stage_shares": shares})


def _edit_as_dict(edit: SlideEdit) -> dict[str, Any]:
    return {"key": edit.key, "titles": dict(edit.titles), "notes": dict(edit.notes)}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
