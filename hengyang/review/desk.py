"""The desk: drafting, submitting, giving up, approving, returning. Who may is asked at the moment of writing."""

from __future__ import annotations

import json
import re
import secrets
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from pathlib import PurePosixPath

import pandas as pd

from hengyang import access, labels
from hengyang.access import Action, Actor
from hengyang.errors import NotAllowed, NotUnderstood, UploadRejected
from hengyang.review.cells import Frames, changed_only, packed, subjects, unpacked, with_days
from hengyang.review.ownership import not_theirs
from hengyang.review.proposal import Proposal
from hengyang.review.register import add_event, cells, first_event, moved_on, proposal
from hengyang.review.tables import PROPOSAL_EVENTS, PROPOSALS, PROPOSED_CELLS, State, Step
from hengyang.schema import Tables
from hengyang.store import Store, append_once, check_rows, keep_received

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def start_draft(
    store: Store,
    *,
    actor: Actor,
    now: datetime,
    tables: Tables,
    frames: Frames,
    withdrawn: Frames | None = None,
    content: bytes | None = None,
    file_name: str | None = None,
    department: str | None = None,
    period: date | None = None,
    findings: Iterable[Mapping[str, object]] = (),
    left_out_rows: Collection[tuple[str, int]] = (),
) -> Proposal:
    """Keep the received file and what it proposes; nobody is asked to decide yet, and a restart loses nothing.

    `tables` is the release that the frames were compared with; cells that do not differ from it are left out.
    `findings` are Finding.as_dict(); a draft may still have errors, submitting may not. Broken off at any point,
    it leaves bytes and rows that nobody ever sees.
    Raises: NotAllowed; UploadRejected when nothing would change; SchemaMismatch for rows that the store would refuse.
    """
    _require_for_cells(actor, Action.DRAFT, department, store, tables, frames, withdrawn or {}, now)
    changed, taken_back = changed_only(frames, withdrawn or {}, tables)
    if not changed and not taken_back:
        raise UploadRejected(key="review-error-nothing-changes")
    check_rows(store, changed, taken_back)
    name = clean_name(file_name)
    suffix = PurePosixPath(name or "").suffix.casefold()
    sha256 = None if content is None else keep_received(store, content, suffix)
    number = f"{labels.in_beijing(now):%Y%m%d}-{secrets.token_hex(4)}"
    proposed = packed(number, changed, taken_back)
    append_once(store, PROPOSED_CELLS, proposed, number)
    facts = pd.DataFrame(
        [
            {
                "proposal": number,
                "department": department,
                "period": period,
                "file_name": name,
                "suffix": suffix or None,
                "sha256": sha256,
                "base_release": tables.release,
                "drafted_by": actor.name,
                "created_at": now,
                "cells": len(proposed),
                "left_out_rows": json.dumps(sorted(left_out_rows), ensure_ascii=False),
                "findings": json.dumps(list(findings), ensure_ascii=False, default=str),
            }
        ]
    )
    append_once(store, PROPOSALS, facts, number)
    append_once(
        store, PROPOSAL_EVENTS, first_event(number, actor.name, now, tables.release), number
    )
    return proposal(store, number)


def submit(
    store: Store,
    number: str,
    *,
    actor: Actor,
    now: datetime,
    seen: int | None = None,
    seen_release: int | None = None,
    confirmed: Collection[int] = (),
) -> Proposal:
    """Ask for a decision on a draft, or again on what came back.

    `confirmed` are the numbers (from 1) of the draft's findings that the submitter has ticked: warnings that they
    say are right. Whoever decides sees which were ticked by whom, and which by nobody.

    `seen_release` is the release that the submitter held it against: what later ones change counts as unseen.
    Unless said otherwise it is the draft's own for a draft, the newest for what came back.
    Raises: NotAllowed for somebody else's, or another department's; UploadRejected while an error stands;
    AlreadyDecided when it is decided on or submitted already.
    """

    if seen_release is None and proposal(store, number).state is State.RETURNED:
        seen_release = store.latest_release()

    def judge(current: Proposal) -> None:
        access.require(
            actor,
            Action.SUBMIT,
            current.department,
            workspace=store.workspace,
            plan=store.plan,
            at=now,
        )
        _require_in_hand(current, actor)
        if current.standing_errors:
            raise UploadRejected(
                key="review-error-errors-stand",
                findings=current.standing_errors,
                count=str(len(current.standing_errors)),
            )

    return add_event(
        store,
        number,
        Step.SUBMITTED,
        actor=actor.name,
        now=now,
        judge=judge,
        seen=seen,
        base_release=seen_release,
        confirmed=confirmed,
    )


def _require_in_hand(current: Proposal, actor: Actor) -> None:
    """Nothing for one's own draft, or what came back. Raises: NotAllowed for somebody else's; AlreadyDecided."""
    if not actor.is_same_person(current.by):
        raise NotAllowed(key="review-error-not-yours", name=actor.name, by=current.by)
    if current.state not in (State.DRAFT, State.RETURNED):
        raise moved_on(current)


def discard(
    store: Store,
    number: str,
    *,
    actor: Actor,
    now: datetime,
    reason: str | None = None,
    seen: int | None = None,
) -> Proposal:
    """Give up a draft of one's own, or what came back: nobody is asked about it again; file and rows stay.

    Raises: NotAllowed for somebody else's; AlreadyDecided for what is submitted, approved, published or given up.
    """

    def judge(current: Proposal) -> None:
        access.require(
            actor,
            Action.DRAFT,
            current.department,
            workspace=store.workspace,
            plan=store.plan,
            at=now,
        )
        _require_in_hand(current, actor)

    return add_event(
        store,
        number,
        Step.DISCARDED,
        actor=actor.name,
        now=now,
        judge=judge,
        seen=seen,
        reason=None if not (reason or "").strip() else required_reason(reason or ""),
    )


def approve(
    store: Store,
    number: str,
    *,
    actor: Actor,
    now: datetime,
    rows: Collection[int] | None = None,
    seen: int | None = None,
) -> Proposal:
    """Approve the cells of these numbers, or all that are still open; approved as a whole once none is open.

    Raises: NotAllowed, also for what the actor submitted; AlreadyDecided when somebody was first.
    """
    return _decide(store, number, Step.APPROVED, Action.APPROVE, actor, now, rows, seen, None)


def return_(
    store: Store,
    number: str,
    *,
    actor: Actor,
    now: datetime,
    reason: str,
    rows: Collection[int] | None = None,
    seen: int | None = None,
) -> Proposal:
    """Give the cells of these numbers back with a reason, or the whole, also when it was approved before.

    Raises: NotAllowed, also for what the actor submitted; NotUnderstood without a reason; AlreadyDecided when
    somebody was first, or is publishing it; whoever began to long ago and has not come back does not hinder it.
    """
    said = required_reason(reason)
    return _decide(store, number, Step.RETURNED, Action.RETURN, actor, now, rows, seen, said)


def frames_of(
    store: Store,
    number: str,
    only: Collection[int] | None = None,
    *,
    is_numbered: bool = False,
) -> tuple[dict[str, pd.DataFrame], dict[str, pd.DataFrame]]:
    """What a proposal would publish: table → rows, table → keys taken back; of these cells only. Raises: DataMissing.

    Days are days again; `row` is the row of the file, or with `is_numbered` the number of the cell.
    """
    proposed = cells(store, number)
    if only is not None:
        proposed = proposed[proposed["cell"].isin(only)]
    if is_numbered:
        proposed = proposed.assign(row=proposed["cell"])
    frames, withdrawn = unpacked(proposed)
    return with_days(frames), with_days(withdrawn)


def required_reason(reason: str) -> str:
    """The reason without blanks around it. Raises: NotUnderstood when it says nothing."""
    said = _CONTROL.sub(" ", reason).strip()
    if not said:
        raise NotUnderstood("review-error-no-reason")
    return said


def clean_name(file_name: str | None) -> str | None:
    """A received file's name without its folders and without signs that cannot be seen.

    >>> clean_name("C:\\\\Users\\\\li\\\\台账.xlsx")
    '台账.xlsx'
    """
    if file_name is None:
        return None
    last = unicodedata.normalize("NFC", file_name).replace("\\", "/").rsplit("/", 1)[-1]
    return _CONTROL.sub("", last).strip()[:200] or None


def _decide(
    store: Store,
    number: str,
    step: Step,
    action: Action,
    actor: Actor,
    now: datetime,
    rows: Collection[int] | None,
    seen: int | None,
    reason: str | None,
) -> Proposal:
    chosen = None if rows is None else frozenset(rows)

    def judge(current: Proposal) -> None:
        access.require(
            actor, action, current.department, workspace=store.workspace, plan=store.plan, at=now
        )
        if any(actor.is_same_person(name) for name in current.submitters):
            raise NotAllowed(key="review-error-own", name=actor.name)
        is_open = current.state is State.SUBMITTED
        if step is Step.RETURNED and current.state is State.APPROVED:
            is_open = not current.is_being_published(now)
        if not is_open:
            raise moved_on(current)
        unknown = sorted((chosen or frozenset()) - set(range(1, current.cell_count + 1)))
        if unknown or (chosen is not None and not chosen):
            raise NotUnderstood(
                "review-error-no-cell",
                cells=", ".join(map(str, unknown)) or "–",
                count=str(current.cell_count),
            )

    return add_event(
        store,
        number,
        step,
        actor=actor.name,
        now=now,
        judge=judge,
        seen=seen,
        reason=reason,
        cells=chosen,
    )


def _require_for_cells(
    actor: Actor,
    action: Action,
    department: str | None,
    store: Store,
    tables: Tables,
    frames: Frames,
    withdrawn: Frames,
    now: datetime,
) -> None:
    """The actor may act for the department, and reports nothing but what is theirs.

    A reporter's cells are those that one of their departments may report (ownership); whatever a file says of others
    is refused here too, whoever did the checking before.
    """
    access.require(actor, action, department, workspace=store.workspace, plan=store.plan, at=now)
    if access.may(actor, action, workspace=store.workspace, plan=store.plan):
        return
    proposed = packed("-", frames, withdrawn)
    others = not_theirs(proposed, tables, frozenset(actor.departments))
    if others:
        subject = subjects(proposed[proposed["cell"].isin(others)])[0]
        raise NotAllowed(key="review-error-not-your-subject", name=actor.name, subject=subject)
