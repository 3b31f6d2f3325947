"""From an approved proposal to a release, and from an old release to a new one that equals it."""

from __future__ import annotations

import secrets
from datetime import datetime

import pandas as pd

from hengyang import access
from hengyang.access import Action, Actor
from hengyang.errors import AlreadyDecided, NotUnderstood, PlanError, StaleRelease
from hengyang.review.cells import key_text, keys_of, unpacked
from hengyang.review.desk import required_reason
from hengyang.review.proposal import Proposal, submission_of
from hengyang.review.register import add_event, cells, moved_on, proposal
from hengyang.review.tables import State, Step
from hengyang.schema import TABLES, Table
from hengyang.store import Store

_CHANGED_COLUMNS = ("cell", "table", "key", "release", "actor", "published_at")
_SHOWN = 3


def changed_since(store: Store, found: Proposal, upto: int | None = None) -> pd.DataFrame:
    """The cells of a proposal that releases after its base have touched; one row each.

    Columns: cell (its number), table, key (as text), release, actor, published_at of the last that touched it.
    """
    newest = store.latest_release() if upto is None else upto
    nothing = pd.DataFrame({name: [] for name in _CHANGED_COLUMNS})
    if newest <= found.base_release:
        return nothing
    proposed = cells(store, found.id)
    proposed = proposed[~proposed["cell"].isin(found.returned)]
    parts = [nothing]
    for name, keys in keys_of(proposed).items():
        rows = store.read_with_origin(name, newest)
        rows = rows[rows["release"] > found.base_release]
        touched = rows.assign(key=key_text(TABLES[name], rows))
        mine = pd.DataFrame({"cell": keys.index, "key": keys.to_numpy(), "table": name})
        parts.append(mine.merge(touched[["key", "release", "actor", "published_at"]], on="key"))
    filled = [part for part in parts if len(part)]
    if not filled:
        return nothing
    both = pd.concat(filled, ignore_index=True)[list(_CHANGED_COLUMNS)]
    return both.sort_values("cell", ignore_index=True)


def publish(
    store: Store,
    number: str,
    *,
    actor: Actor,
    now: datetime,
    reason: str | None = None,
    seen: int | None = None,
) -> int:
    """Make one release of an approved proposal's approved cells; its number.

    Releases made since the submitter looked are no obstacle unless they touched the same cells. The release is the
    only thing that makes it published: broken off before, it is approved and may be published again.
    Raises: NotAllowed; AlreadyDecided for somebody who was not the first; StaleRelease, whose `changed` is
    changed_since: return the proposal, so that its submitter looks at it again.
    """

    def judge(current: Proposal) -> None:
        access.require(
            actor,
            Action.PUBLISH,
            current.department,
            workspace=store.workspace,
            plan=store.plan,
            at=now,
        )
        if current.state is not State.APPROVED:
            raise moved_on(current)
        is_mine = actor.is_same_person(current.history[-1].actor)
        if current.is_being_published(now) and not is_mine:
            raise moved_on(current)

    begun = add_event(
        store,
        number,
        Step.PUBLISHING,
        actor=actor.name,
        now=now,
        judge=judge,
        seen=seen,
    )
    try:
        return _release(store, begun, actor, now, reason or begun.file_name or number)
    except AlreadyDecided:
        raise
    except Exception as error:
        _give_up(store, begun, actor, now, error)
        raise


def restore(
    store: Store,
    release: int,
    *,
    actor: Actor,
    now: datetime,
    reason: str,
    seen_release: int | None = None,
) -> int:
    """Make a new release that equals an old one: its values again, and what came since taken back; its number.

    One person's release: unlike publishing it takes no second one, since it brings nothing that was not released
    before; a reviewer or an administrator answers for it with a reason, which the audit log shows.
    `seen_release` is the newest release that the actor has looked at.
    Raises: NotAllowed; NotUnderstood without a reason, for a release that is none or is no different;
    StaleRelease when somebody published meanwhile: look first, for restoring would undo theirs too.
    """
    access.require(actor, Action.RESTORE, workspace=store.workspace, plan=store.plan, at=now)
    said = required_reason(reason)
    newest = store.latest_release()
    if seen_release is not None and seen_release != newest:
        raise StaleRelease(key="review-error-restore-stale", base=seen_release, latest=newest)
    if not 1 <= release <= newest:
        raise NotUnderstood("review-error-no-release", number=str(release), newest=str(newest))
    frames: dict[str, pd.DataFrame] = {}
    withdrawn: dict[str, pd.DataFrame] = {}
    for name, rows in store.released_rows().items():
        table = TABLES[name]
        back, away = _difference(
            table, _standing(table, rows, release), _standing(table, rows, newest)
        )
        if len(back):
            frames[name] = back
        if len(away):
            withdrawn[name] = away
    if not frames and not withdrawn:
        raise NotUnderstood("review-error-no-difference", number=str(release), newest=str(newest))
    submission = f"restore-{release}-on-{newest}-{secrets.token_hex(4)}"
    store.append(submission, frames, withdrawn)
    return store.publish(submission, newest, actor.name, said, now)


def _release(store: Store, begun: Proposal, actor: Actor, now: datetime, reason: str) -> int:
    proposed = cells(store, begun.id)
    frames, withdrawn = unpacked(proposed[proposed["cell"].isin(begun.approved)])
    submission = submission_of(begun)
    while True:
        newest = store.latest_release()
        changed = changed_since(store, begun, newest)
        if len(changed):
            raise _stale(begun, changed, newest)
        store.append(submission, frames, withdrawn)
        current = proposal(store, begun.id)
        if current.events != begun.events:
            # Somebody took this publisher to have gone: they have returned it, or are publishing it themselves.
            raise moved_on(current)
        try:
            number = store.publish(
                submission, newest, actor.name, reason, now, begun.file_name, begun.sha256
            )
        except StaleRelease:
            # Somebody else's release came first: look whether it touched the same cells.
            continue
        made = store.releases().set_index("release").loc[number]
        is_mine = made["actor"] == actor.name and made["published_at"] == pd.Timestamp(now).floor(
            "ms"
        )
        if not is_mine:
            raise moved_on(proposal(store, begun.id))
        return number


def _give_up(store: Store, begun: Proposal, actor: Actor, now: datetime, error: Exception) -> None:
    """Say that publishing has ended without a release, so that the proposal may be returned; best effort."""

    def judge(current: Proposal) -> None:
        if current.state is not State.APPROVED:
            raise moved_on(current)

    try:
        add_event(
            store,
            begun.id,
            Step.REFUSED,
            actor=actor.name,
            now=now,
            judge=judge,
            seen=begun.events,
            reason=str(error)[:500],
        )
    except PlanError:
        # What made publishing fail makes this fail too, or somebody has taken over: the first error is told.
        return


def _stale(begun: Proposal, changed: pd.DataFrame, newest: int) -> StaleRelease:
    shown = [
        f"{row.key} (#{row.release}, {row.actor})"
        for row in changed.head(_SHOWN).itertuples(index=False)
    ]
    return StaleRelease(
        key="review-error-cells-changed",
        changed=changed,
        base=begun.base_release,
        latest=newest,
        count=str(len(changed)),
        cells="; ".join(shown) + (" …" if len(changed) > _SHOWN else ""),
    )


def _standing(table: Table, rows: pd.DataFrame, release: int) -> pd.DataFrame:
    """The rows that a reader of the release sees, of all that were ever released, oldest first."""
    known = rows[rows["release"] <= release].drop_duplicates(list(table.key), keep="last")
    return known[~known["is_withdrawn"]]


def _difference(
    table: Table, then: pd.DataFrame, now: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that must come back to be as then, and the keys that must go."""
    columns = list(table.column_names)
    before, after = then.set_axis(key_text(table, then)), now.set_axis(key_text(table, now))
    away = after[~after.index.isin(before.index)]
    stayed = before.index[before.index.isin(after.index)]
    old = before.loc[stayed, columns].astype("object")
    new = after.loc[stayed, columns].astype("object")
    is_same = ((old == new) | (old.isna() & new.isna())).all(axis=1)
    gone = before[~before.index.isin(after.index)]
    back = pd.concat([before.loc[stayed[~is_same.to_numpy()]], gone])
    return (
        back[columns].reset_index(drop=True),
        away[list(table.key)].reset_index(drop=True),
    )
