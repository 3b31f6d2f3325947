"""The register of proposals: reading them, and the one way of adding an event."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from types import MappingProxyType

import pandas as pd

from hengyang import labels
from hengyang.errors import AlreadyDecided, DataMissing, StaleRelease
from hengyang.remembered import remembered
from hengyang.review.proposal import Event, Proposal, event_of, folded, proposal_of
from hengyang.review.tables import PROPOSAL_EVENTS, PROPOSALS, PROPOSED_CELLS, State, Step
from hengyang.store import Store, append_events, read_events

#: Who was overtaken looks once more and is told by whom; a mere hitch is got over. More than that is something else.
_TRIES = 5
_NONE: Mapping[str, Proposal] = MappingProxyType({})


def proposals(
    store: Store,
    *,
    states: Collection[State] = tuple(State),
    department: str | None = None,
    by: str | None = None,
) -> tuple[Proposal, ...]:
    """The proposals that stand in one of the states, of a department, by somebody; the newest first."""
    found = [
        proposal
        for proposal in _read(store)[0].values()
        if proposal.state in states
        and (department is None or proposal.department == department)
        and (by is None or by in proposal.submitters)
    ]
    return tuple(sorted(found, key=lambda one: (one.created_at, one.id), reverse=True))


def standing(store: Store) -> Mapping[str, Proposal]:
    """Every proposal as it stands, by its number: one object until something happens to any of them."""
    return _read(store)[0]


def proposal(store: Store, number: str) -> Proposal:
    """One proposal as it stands. Raises: DataMissing."""
    return _one(_read(store, number)[0], number)


def cells(store: Store, number: str) -> pd.DataFrame:
    """PROPOSED_CELLS of one proposal in order of `cell`. Raises: DataMissing when there is no such proposal."""
    found, _ = read_events(store, PROPOSED_CELLS, number)
    if found.empty:
        raise DataMissing(
            f"no proposal {number}", key="review-error-no-proposal", submission=number
        )
    return found


def add_event(
    store: Store,
    number: str,
    step: Step,
    *,
    actor: str,
    now: datetime,
    judge: Callable[[Proposal], None],
    seen: int | None = None,
    reason: str | None = None,
    cells: Collection[int] | None = None,
    base_release: int | None = None,
    confirmed: Collection[int] = (),
) -> Proposal:
    """Add an event to a proposal and return how it stands then.

    `judge` raises when the proposal, as it stands at the moment of writing, does not allow it. `seen` is the number
    of events that whoever decides has looked at.
    Raises: AlreadyDecided when somebody has added an event to this proposal since; DataMissing for an unknown one.
    """
    for _ in range(_TRIES):
        known, version = _read(store, number)
        current = _one(known, number)
        seen = current.events if seen is None else seen
        if current.events != seen:
            raise moved_on(current)
        judge(current)
        row = pd.DataFrame(
            [
                {
                    "proposal": number,
                    "event": current.events + 1,
                    "step": step.value,
                    "at": now,
                    "actor": actor,
                    "reason": reason,
                    "cells": None if cells is None else json.dumps(sorted(cells)),
                    "base_release": base_release,
                    "confirmed": json.dumps(sorted(confirmed)) if confirmed else None,
                }
            ]
        )
        try:
            append_events(store, PROPOSAL_EVENTS, row, version, number)
        except StaleRelease:
            # Somebody else's event on this proposal came first: look again.
            continue
        return proposal(store, number)
    raise StaleRelease(f"no turn in {_TRIES} tries")


def moved_on(current: Proposal) -> AlreadyDecided:
    """What somebody is told who was not the first: where the proposal stands now, since when, by whom."""
    last = current.history[-1]
    return AlreadyDecided(
        submission=current.id,
        state=current.state.value,
        by=last.actor,
        at=labels.instant(last.at),
    )


def first_event(number: str, actor: str, now: datetime, base_release: int) -> pd.DataFrame:
    """The PROPOSAL_EVENTS row with which a draft comes to be."""
    return pd.DataFrame(
        [
            {
                "proposal": number,
                "event": 1,
                "step": Step.DRAFTED.value,
                "at": now,
                "actor": actor,
                "base_release": base_release,
            }
        ]
    )


def _one(known: Mapping[str, Proposal], number: str) -> Proposal:
    try:
        return known[number]
    except KeyError:
        raise DataMissing(
            f"no proposal {number}", key="review-error-no-proposal", submission=number
        ) from None


def _read(store: Store, number: str | None = None) -> tuple[Mapping[str, Proposal], int]:
    # Events first: a draft that is there has had its facts and cells written before. Releases last: whoever has
    # published is seen even when they did so meanwhile.
    events, version = read_events(store, PROPOSAL_EVENTS, number)
    if events.empty:
        return _NONE, version
    facts, _ = read_events(store, PROPOSALS, number)
    fold = _all_by_number if number is None else _by_number
    return fold(store.workspace, events, facts, store.releases(number)), version


def _by_number(
    workspace: str, events: pd.DataFrame, facts: pd.DataFrame, releases: pd.DataFrame
) -> Mapping[str, Proposal]:
    released = {
        proposal_of(str(row["submission"])): Event(
            number=0,
            step=Step.PUBLISHED,
            at=row["published_at"].to_pydatetime(),
            actor=str(row["actor"]),
            reason=str(row["reason"]),
            release=int(row["release"]),
        )
        for row in releases.to_dict("records")
    }
    mine: dict[str, list[Event]] = {}
    for row in events.to_dict("records"):
        mine.setdefault(str(row["proposal"]), []).append(event_of(row))  # type: ignore[arg-type]
    return {
        str(row["proposal"]): folded(
            workspace,
            row,  # type: ignore[arg-type]
            mine[str(row["proposal"])],
            released.get(str(row["proposal"])),
        )
        for row in facts.to_dict("records")
        if str(row["proposal"]) in mine
    }


#: Only of all: these frames stay the same objects until something is added.
_all_by_number = remembered(4)(_by_number)
