"""The steps of a case: asked, replied, sent back or verified, closed out (销号)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd

from hengyang import access, labels
from hengyang.access import Action, Actor
from hengyang.delivery import case_standing, listed_departments, open_steps, red_light_cases
from hengyang.errors import AlreadyDecided, DataMissing, NotAllowed, NotUnderstood, StaleRelease
from hengyang.progress import default_as_of
from hengyang.schema import CASE_EVENTS, CaseState, CaseStep, Tables
from hengyang.store import Store, append_events, read_events

#: Who was overtaken by somebody else's step on another case merely tries again.
_TRIES = 5
#: What may be written at once, in signs: an answer, not a file.
_LONGEST = 2000


@dataclass(frozen=True)
class Desk:
    """Whoever acts, at which moment, on which tables: those of the newest release. `as_of` is the reader's day.

    `seen` is the number of events of the case that they have looked at.
    """

    store: Store
    tables: Tables
    as_of: date
    actor: Actor | None
    now: datetime
    seen: int


def case_events(store: Store, case: str | None = None) -> pd.DataFrame:
    """schema.CASE_EVENTS, of one case or of all, in order. Never mutate."""
    return read_events(store, CASE_EVENTS, case)[0]


def assign(desk: Desk, case: str, department: str, text: str = "") -> None:
    """Ask a department that is listed under the task for a reply. Raises: as every step of a case.

    NotAllowed, for who may not; NotUnderstood, for what is missing or does not fit; AlreadyDecided, when somebody
    has acted on this case since; StaleRelease, when a newer release is out; DataMissing, for no such case.
    """
    _add(desk, case, CaseStep.ASSIGNED, department=department, text=_said(text))


def reply(desk: Desk, case: str, cause: str, measure: str, promised_on: date | None) -> None:
    """Say for the department that was asked why, what is being done, and by when. Raises: as assign."""
    if promised_on is None:
        raise NotUnderstood("case-error-no-promise")
    _add(
        desk,
        case,
        CaseStep.REPLIED,
        cause=_demanded(cause, "case-error-no-cause"),
        measure=_demanded(measure, "case-error-no-measure"),
        promised_on=promised_on,
    )


def send_back(desk: Desk, case: str, text: str) -> None:
    """Ask for another reply, and say why. Raises: as assign."""
    _add(desk, case, CaseStep.SENT_BACK, text=_demanded(text, "case-error-no-text"))


def verify(desk: Desk, case: str, text: str) -> None:
    """Say that the reply was checked, and how. Raises: as assign; NotAllowed for whoever replied."""
    _add(desk, case, CaseStep.VERIFIED, text=_demanded(text, "case-error-no-text"))


def close(desk: Desk, case: str, evidence: str) -> None:
    """Close the case out with its evidence. Raises: as assign; NotUnderstood while the light is red."""
    _add(desk, case, CaseStep.CLOSED, evidence=_demanded(evidence, "case-error-no-evidence"))


def _add(desk: Desk, case: str, step: CaseStep, **given: Any) -> None:
    for _ in range(_TRIES):
        events, version = read_events(desk.store, CASE_EVENTS, case)
        department = _judged(desk, case, step, events, given.get("department"))
        row = {
            "case": case,
            "event": len(events) + 1,
            "step": step.value,
            "at": desk.now,
            "actor": desk.actor.name if desk.actor else "",
            **given,
            "department": department,
            "is_simulated": desk.store.workspace == access.LOCAL_WORKSPACE,
        }
        try:
            append_events(desk.store, CASE_EVENTS, pd.DataFrame([row]), version, case)
        except StaleRelease:
            continue
        return
    raise StaleRelease(f"no turn in {_TRIES} tries")


def _judged(
    desk: Desk, case: str, step: CaseStep, events: pd.DataFrame, department: str | None
) -> str | None:
    """Nothing wrong: the department that the step is about. Raises: as assign."""
    if desk.tables.release != desk.store.latest_release():
        raise StaleRelease(key="case-error-release")
    day = max(desk.as_of, default_as_of(desk.tables))
    cases = red_light_cases(desk.tables, day)
    cases = cases[cases["case"] == case]
    if cases.empty:
        raise DataMissing(f"no case {case}", key="case-error-none", case=case)
    row = case_standing(cases, events, desk.tables, day).iloc[0]
    owner = department if step is CaseStep.ASSIGNED else row["owner"]
    _require(desk, step, owner)
    if len(events) != desk.seen:
        last = events.iloc[-1]
        raise AlreadyDecided(
            key="case-error-moved-on",
            case=case,
            by=str(last["actor"]),
            at=labels.instant(last["at"].to_pydatetime()),
        )
    state = CaseState(row["state"])
    if step not in open_steps(state, has_recovered=True):
        raise NotUnderstood(f"case-error-not-now-{step}", case=case)
    if step not in open_steps(state, has_recovered=not pd.isna(row["recovered_on"])):
        raise NotUnderstood("case-error-still-red", case=case)
    if step is CaseStep.ASSIGNED and owner not in listed_departments(desk.tables, row["task"]):
        raise NotUnderstood("case-error-not-listed", department=str(owner))
    if step in (CaseStep.VERIFIED, CaseStep.CLOSED) and _has_replied(desk.actor, events):
        raise NotAllowed(key="case-error-own-reply", name=desk.actor.name if desk.actor else "")
    return owner if step in (CaseStep.ASSIGNED, CaseStep.REPLIED) else None


def _require(desk: Desk, step: CaseStep, owner: str | None) -> None:
    where, plan = desk.store.workspace, desk.store.plan
    match step:
        case CaseStep.ASSIGNED:
            access.require(
                desk.actor, Action.ASSIGN_CASE, owner, workspace=where, plan=plan, at=desk.now
            )
        case CaseStep.REPLIED:
            access.require(
                desk.actor, Action.REPLY_TO_CASE, owner, workspace=where, plan=plan, at=desk.now
            )
        case _:
            access.require(
                desk.actor, Action.DECIDE_CASE, owner, workspace=where, plan=plan, at=desk.now
            )


def _has_replied(actor: Actor | None, events: pd.DataFrame) -> bool:
    replies = events.loc[events["step"] == CaseStep.REPLIED, "actor"]
    return actor is not None and any(actor.is_same_person(str(name)) for name in replies)


def _said(text: str) -> str | None:
    found = text.strip()
    if len(found) > _LONGEST:
        raise NotUnderstood("case-error-too-long", most=str(_LONGEST))
    return found or None


def _demanded(text: str, key: str) -> str:
    found = _said(text)
    if found is None:
        raise NotUnderstood(key)
    return found
