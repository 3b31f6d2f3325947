"""Who sees which proposals: a draft is its submitter's alone, the rest is seen by reviewers and its departments."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from hengyang import access
from hengyang.access import EVERY_DEPARTMENT, Action, Actor
from hengyang.errors import NotAllowed
from hengyang.review.proposal import Proposal
from hengyang.review.register import proposal, proposals
from hengyang.review.tables import State
from hengyang.store import Store


def seen_by(
    store: Store, actor: Actor | None, *, states: Collection[State] | None = None
) -> tuple[Proposal, ...]:
    """The proposals that the actor may see, of those that stand in one of the states (None: any); the newest first.

    Reviewers and administrators see what was submitted, whatever became of it; a reporter sees that of their
    departments; what was never submitted, and whatever else is their own, only who drafted or submitted it.
    Raises: NotAllowed for nobody, and for whoever may see none whatever it is.
    """
    _require(actor, store)
    found = proposals(store, states=tuple(State) if states is None else states)
    return tuple(one for one in found if _may_see(actor, one, store.plan))


def proposal_for(store: Store, number: str, actor: Actor | None) -> Proposal:
    """One proposal as it stands, for somebody who may see it. Raises: NotAllowed, as seen_by; DataMissing."""
    _require(actor, store)
    found = proposal(store, number)
    if actor is None or not _may_see(actor, found, store.plan):
        raise NotAllowed(
            key="review-error-not-visible", name=actor.name if actor else "", submission=number
        )
    return found


def audited(store: Store, actor: Actor | None) -> tuple[Proposal, ...]:
    """The proposals whose steps the audit log shows the actor: all to whoever may audit, else those they may see.

    None to nobody, and to whoever may see none: releases are everybody's, the steps before them are not.
    """
    asking = _without_end(actor)
    try:
        access.require(asking, Action.AUDIT, workspace=store.workspace, plan=store.plan)
    except NotAllowed:
        is_anybody = access.may(
            asking, Action.SEE_PROPOSALS, workspace=store.workspace, plan=store.plan
        )
        return seen_by(store, actor) if is_anybody else ()
    return proposals(store)


def _require(actor: Actor | None, store: Store) -> None:
    access.require(
        _without_end(actor), Action.SEE_PROPOSALS, workspace=store.workspace, plan=store.plan
    )


def _without_end(actor: Actor | None) -> Actor | None:
    # Looking is no writing: whoever shows it has asked whether the sign-in still holds.
    return actor and replace(actor, until=None)


def _may_see(actor: Actor | None, found: Proposal, plan: str) -> bool:
    if actor is None:
        return False
    if any(actor.is_same_person(name) for name in found.submitters):
        return True
    # One without a department is about all of them.
    department = found.department or EVERY_DEPARTMENT
    return found.was_submitted and access.may(
        actor, Action.SEE_PROPOSALS, department, workspace=found.workspace, plan=plan
    )
