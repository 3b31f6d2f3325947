"""The consultation on a day: how each of those asked stands, and each proposal.

The notice counts silence as consent. Silence is a fact only when whoever keeps the register of replies has looked
after the deadline and found nothing (a line none_received): that this register holds no reply is not silence.
A reply of the last day is in time (前 read as including the day).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from hengyang.delivery.wording import clauses
from hengyang.progress.columns import typed
from hengyang.schema import (
    ConsultedGroup,
    ProposalState,
    ReplyKind,
    ReplyStamp,
    ReplyState,
    Tables,
)

_STANDING_KINDS = (ReplyKind.NO_OPINION.value, ReplyKind.PROPOSALS.value)
_WHO: dict[str, object] = {
    "respondent": "t",
    "group": ConsultedGroup,
    "name_zh": "t",
    "name_en": "t",
    "is_inferred": "f",
    "is_unlisted": "f",
    "state": ReplyState,
    "reply": "t",
    "replied_on": "d",
    "stamp": ReplyStamp,
    "proposals": "i",
    "taken_back": "l",
    "checked_on": "d",
}
_PROPOSALS: dict[str, object] = {
    "proposal": "t",
    "reply": "t",
    "name_zh": "t",
    "name_en": "t",
    "replied_on": "d",
    "is_late": "f",
    "is_unstamped": "f",
    "clause": "t",
    "old_zh": "t",
    "proposed_zh": "t",
    "argument_zh": "t",
    "state": ProposalState,
    "decided_on": "d",
    "decision_reason_zh": "t",
    "decided_zh": "t",
    "conflicts_with": "l",
}


@dataclass(frozen=True)
class Clock:
    """The deadline on a day: days_left counts down to 0 on the last day, days_passed counts from the day after."""

    asked_on: date
    due_on: date
    on: date

    @property
    def days_left(self) -> int | None:
        return (self.due_on - self.on).days if self.asked_on <= self.on <= self.due_on else None

    @property
    def days_passed(self) -> int | None:
        return (self.on - self.due_on).days if self.on > self.due_on else None


@dataclass(frozen=True)
class Reply:
    """One line of the register of replies."""

    reply: str
    replied_on: date
    kind: ReplyKind
    stamp: ReplyStamp | None = None
    withdraws: str | None = None


@dataclass(frozen=True)
class Standing:
    """How one of those asked stands: the reply that counts, those taken back, the day of a check that found none."""

    state: ReplyState
    reply: Reply | None = None
    taken_back: tuple[str, ...] = ()
    checked_on: date | None = None


def clock(tables: Tables, on: date) -> Clock:
    """The deadline of the plan's consultation on a day."""
    plan = tables.plan.iloc[0]
    return Clock(plan["notice_date"].date(), plan["reply_due"].date(), on)


def standing(replies: Sequence[Reply], at: Clock) -> Standing:
    """How somebody who was asked stands on a day, by the replies known then; first match wins.

    In time beats late, the newer reply beats the older; a reply in time without a stamp is a reply that lacks its
    form, no silence; whoever took their reply back has not been silent either.

    >>> at = Clock(date(2017, 9, 18), date(2017, 9, 25), date(2017, 9, 26))
    >>> standing([Reply("R1", date(2017, 9, 26), ReplyKind.NONE_RECEIVED)], at).state.value
    'deemed_consent'
    >>> standing([], at).state.value
    'not_recorded'
    """
    known = sorted(
        (one for one in replies if one.replied_on <= at.on),
        key=lambda one: (one.replied_on, one.reply),
    )
    own = [one for one in known if one.kind is not ReplyKind.NONE_RECEIVED]
    withdrawn = {one.withdraws for one in own if one.withdraws is not None}
    taken_back = tuple(one.reply for one in own if one.reply in withdrawn)
    valid = [one for one in own if one.kind in _STANDING_KINDS and one.reply not in withdrawn]
    in_time = [one for one in valid if one.replied_on <= at.due_on]
    if at.on < at.asked_on:
        return Standing(ReplyState.NOT_ASKED)
    if in_time:
        return _of_reply(in_time, taken_back)
    if at.days_passed is None:
        return Standing(ReplyState.WAITING, None, taken_back)
    if valid:
        return Standing(ReplyState.LATE, valid[-1], taken_back)
    if taken_back:
        return Standing(ReplyState.WITHDRAWN, None, taken_back)
    checks = [
        one.replied_on
        for one in known
        if one.kind is ReplyKind.NONE_RECEIVED and one.replied_on > at.due_on
    ]
    if checks:
        return Standing(ReplyState.DEEMED_CONSENT, checked_on=checks[0])
    return Standing(ReplyState.NOT_RECORDED)


def _of_reply(in_time: Sequence[Reply], taken_back: tuple[str, ...]) -> Standing:
    formal = [one for one in in_time if one.stamp is not ReplyStamp.NOT_STAMPED]
    if not formal:
        return Standing(ReplyState.UNSTAMPED, in_time[-1], taken_back)
    # who has proposed and then says that there is nothing more to say has still proposed
    proposing = [one for one in formal if one.kind is ReplyKind.PROPOSALS]
    if proposing:
        return Standing(ReplyState.PROPOSALS, proposing[-1], taken_back)
    return Standing(ReplyState.NO_OPINION, formal[-1], taken_back)


def consultation_standing(tables: Tables, on: date) -> pd.DataFrame:
    """Those asked, in the notice's order, as they stand on a day.

    A row: respondent, group, name_zh, name_en, is_inferred (the notice names the group only), is_unlisted (a group
    without a list: who belongs to it is known only from replies), state, reply, replied_on, stamp, proposals (how
    many that reply makes), taken_back (replies), checked_on. One that replied for an unlisted group has its own row.
    """
    at = clock(tables, on)
    by_respondent: dict[tuple[str, str | None], list[Reply]] = {}
    for row in tables.consultation_replies.to_dict("records"):
        name = row["respondent_name_zh"]
        who = (str(row["respondent"]), name if isinstance(name, str) else None)
        by_respondent.setdefault(who, []).append(_reply(row))
    proposed = tables.consultation_proposals["reply"].value_counts()
    rows = []
    for asked in tables.consulted.to_dict("records"):
        respondent = str(asked["respondent"])
        own = [who for who in by_respondent if who[0] == respondent and who[1] is not None]
        is_group = asked["group"] in (ConsultedGroup.PARKS, ConsultedGroup.OFFICES)
        for who in sorted(own, key=str) if is_group else [(respondent, None)]:
            found = standing(by_respondent.get(who, []), at)
            rows.append(_row(asked, who[1], found, proposed))
        if is_group:
            # the rest of the group: without a list nobody can be said to have been silent
            rest = ReplyState.NOT_RECORDED if at.days_passed else standing([], at).state
            rows.append(_row(asked, None, Standing(rest), proposed, is_unlisted=True))
    return typed(rows, _WHO)


def _reply(row: dict[Any, Any]) -> Reply:
    stamp, withdraws = row["stamp"], row["withdraws"]
    return Reply(
        str(row["reply"]),
        row["replied_on"].date(),
        ReplyKind(row["kind"]),
        ReplyStamp(stamp) if isinstance(stamp, str) else None,
        withdraws if isinstance(withdraws, str) else None,
    )


def _row(
    asked: dict[Any, Any],
    name: str | None,
    found: Standing,
    proposed: pd.Series,
    *,
    is_unlisted: bool = False,
) -> dict[str, object]:
    reply = found.reply
    return {
        "respondent": asked["respondent"],
        "group": asked["group"],
        "name_zh": name or asked["name_zh"],
        "name_en": name or asked["name_en"],
        "is_inferred": asked["is_inferred"],
        "is_unlisted": is_unlisted,
        "state": found.state,
        "reply": None if reply is None else reply.reply,
        "replied_on": None if reply is None else reply.replied_on,
        "stamp": None if reply is None else reply.stamp,
        "proposals": 0 if reply is None else int(proposed.get(reply.reply, 0)),
        "taken_back": list(found.taken_back),
        "checked_on": found.checked_on,
    }


def replies_received(tables: Tables, standing: pd.DataFrame, on: date) -> pd.DataFrame:
    """The replies that came in by a day from those that `standing` (consultation_standing) lists, by day.

    A row: reply, replied_on, part: counted (it is the one by which its sender stands), taken_back, withdrawal (it takes
    another one back and says nothing else) or superseded (another one of the same sender counts). So the rows
    `counted` are as many as have replied.
    """
    rows = tables.consultation_replies
    is_known = (rows["replied_on"] <= pd.Timestamp(on)).to_numpy(bool)
    is_reply = (rows["kind"] != ReplyKind.NONE_RECEIVED.value).to_numpy(bool)
    rows = rows[is_known & is_reply & rows["respondent"].isin(standing["respondent"]).to_numpy()]
    parts = {
        "counted": rows["reply"].isin(standing["reply"]),
        "taken_back": rows["reply"].isin(rows["withdraws"].dropna()),
        "withdrawal": rows["kind"] == ReplyKind.WITHDRAWN.value,
    }
    part = np.select(list(map(np.asarray, parts.values())), list(parts), "superseded")
    found = rows[["reply", "replied_on"]].assign(part=part)
    return found.sort_values("replied_on", kind="stable", ignore_index=True)


def proposal_standing(tables: Tables, on: date) -> pd.DataFrame:
    """The proposals known on a day, in the draft's order of clauses.

    A row: proposal, reply, name_zh and name_en (whose), replied_on, is_late, is_unstamped, clause, old_zh,
    proposed_zh (missing: to be struck out), argument_zh, state; of a decision taken by then decided_on,
    decision_reason_zh, decided_zh; conflicts_with: proposals of others that would word the same place otherwise.
    """
    at = clock(tables, on)
    replies = {str(row["reply"]): row for row in tables.consultation_replies.to_dict("records")}
    known = {name: _reply(row) for name, row in replies.items() if row["replied_on"].date() <= on}
    withdrawn = {one.withdraws for one in known.values() if one.withdraws is not None}
    names = tables.consulted.set_index("respondent")
    order = {name: place for place, name in enumerate(tables.clauses["clause"])}
    rows: list[dict[str, Any]] = []
    for row in tables.consultation_proposals.to_dict("records"):
        reply = known.get(str(row["reply"]))
        if reply is None:
            continue
        whose = replies[reply.reply]
        own_name = whose["respondent_name_zh"]
        decided_on = row["reported_on"] if pd.isna(row["decided_on"]) else row["decided_on"]
        is_decided = isinstance(row["decision"], str) and decided_on.date() <= on
        decision = row["decision"] if is_decided else ProposalState.PENDING
        rows.append(
            {
                **{str(name): row[name] for name in _PROPOSALS if name in row},
                **{
                    f"name_{language}": own_name
                    if isinstance(own_name, str)
                    else names.loc[whose["respondent"], f"name_{language}"]
                    for language in ("zh", "en")
                },
                "replied_on": reply.replied_on,
                "is_late": reply.replied_on > at.due_on,
                "is_unstamped": reply.stamp is ReplyStamp.NOT_STAMPED,
                "state": ProposalState.WITHDRAWN if reply.reply in withdrawn else decision,
                **({} if is_decided else dict.fromkeys(_OF_A_DECISION)),
            }
        )
    rows.sort(key=lambda row: (order.get(row["clause"], len(order)), row["proposal"]))
    texts = dict(zip(tables.clauses["clause"], _texts(tables), strict=True))
    for one in rows:
        one["conflicts_with"] = [
            other["proposal"] for other in rows if _contradict(one, other, texts)
        ]
    return typed(rows, _PROPOSALS)


_OF_A_DECISION = ("decided_on", "decision_reason_zh", "decided_zh")


def _texts(tables: Tables) -> list[str]:
    return [str(text) for text in clauses(tables)["text_zh"]]


def _contradict(row: dict[str, Any], other: dict[str, Any], texts: dict[str, str]) -> bool:
    """Whether two standing proposals of different replies would word the same place differently."""
    if row["clause"] != other["clause"] or row["reply"] == other["reply"]:
        return False
    if ProposalState.WITHDRAWN in (row["state"], other["state"]):
        return False
    if (row["old_zh"], row["proposed_zh"]) == (other["old_zh"], other["proposed_zh"]):
        return False
    text = texts.get(row["clause"], "")
    places = []
    for one in (row, other):
        start = text.find(one["old_zh"])
        places.append((start, start + len(one["old_zh"])))
    (start, end), (begin, finish) = places
    return start >= 0 and begin >= 0 and start < finish and begin < end
