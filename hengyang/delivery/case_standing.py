"""Where the cases of red lights stand: what the months say of each, and what people have done about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from hengyang.schema import CaseState, CaseStep, Role, Tables

#: The lists of the page. A case may stand in several; `current` is what still asks for something.
SECTIONS = ("current", "overdue", "awaiting", "repeated", "closed", "all")

_AFTER = {
    CaseStep.ASSIGNED: CaseState.ASKED,
    CaseStep.SENT_BACK: CaseState.ASKED,
    CaseStep.REPLIED: CaseState.REPLIED,
    CaseStep.VERIFIED: CaseState.VERIFIED,
    CaseStep.CLOSED: CaseState.CLOSED,
}
#: What may be done in a state. Closing besides takes a light that is red no longer.
_OPEN_STEPS = {
    CaseState.OPEN: (CaseStep.ASSIGNED,),
    CaseState.ASKED: (CaseStep.REPLIED, CaseStep.ASSIGNED),
    CaseState.REPLIED: (CaseStep.VERIFIED, CaseStep.SENT_BACK),
    CaseState.VERIFIED: (CaseStep.CLOSED,),
    CaseState.CLOSED: (),
}
_ADDED = {
    "state": "str",
    "owner": "str",
    "is_owner_inferred": "bool",
    "promised_on": "datetime64[s]",
    "is_overdue": "bool",
    "events": "int64",
}


def state_after(steps: Sequence[CaseStep]) -> CaseState:
    """Where a case stands after these steps; an unanswered case is open.

    >>> str(state_after([CaseStep.ASSIGNED, CaseStep.REPLIED, CaseStep.SENT_BACK]))
    'asked'
    """
    return _AFTER[steps[-1]] if steps else CaseState.OPEN


def open_steps(state: CaseState, has_recovered: bool) -> tuple[CaseStep, ...]:
    """What may be done about a case now, by whoever may do it.

    >>> open_steps(CaseState.VERIFIED, has_recovered=False)
    ()
    """
    return tuple(
        step for step in _OPEN_STEPS[state] if step is not CaseStep.CLOSED or has_recovered
    )


def case_standing(
    cases: pd.DataFrame, events: pd.DataFrame, tables: Tables, as_of: date
) -> pd.DataFrame:
    """The cases with what people did about them: the columns of red_light_cases and six more.

    events: schema.CASE_EVENTS; those of cases that this release and day do not have are left out.
    state (schema.CaseState), owner (the department asked last; before anybody is, the task's first listed one,
    and is_owner_inferred), promised_on (of the last reply), is_overdue (promised_on lies before as_of and nobody
    has verified it), events (how many).
    """
    leads = tables.assignments[tables.assignments["role"] == Role.LEAD]
    lead_of = dict(zip(leads["task"].astype(int), leads["department"].astype(str), strict=True))
    ordered = events.sort_values(["case", "event"])
    by_case = {str(case): rows for case, rows in ordered.groupby("case")}
    day = pd.Timestamp(as_of)
    added = []
    for case, task in zip(cases["case"], cases["task"], strict=True):
        own = by_case.get(str(case), events.iloc[:0])
        state = state_after([CaseStep(step) for step in own["step"]])
        asked = own.loc[own["step"] == CaseStep.ASSIGNED, "department"]
        promises = own["promised_on"].dropna()
        promised = promises.iloc[-1] if len(promises) else pd.NaT
        added.append(
            {
                "state": state.value,
                "owner": asked.iloc[-1] if len(asked) else lead_of.get(int(task)),
                "is_owner_inferred": asked.empty,
                "promised_on": promised,
                "is_overdue": bool(promised < day)
                and state in (CaseState.ASKED, CaseState.REPLIED),
                "events": len(own),
            }
        )
    more = pd.DataFrame(added, columns=list(_ADDED), index=cases.index).astype(_ADDED)
    return pd.concat([cases, more], axis=1)


def in_section(standing: pd.DataFrame, section: str) -> pd.DataFrame:
    """The cases of one of SECTIONS, those that wait longest first.

    current: red, or not closed although somebody was asked. A light that recovered before anybody asked is in
    `all` alone.
    """
    is_closed = standing["state"] == CaseState.CLOSED
    chosen = {
        "current": ~is_closed & (standing["recovered_on"].isna() | (standing["events"] > 0)),
        "overdue": standing["is_overdue"],
        "awaiting": standing["state"] == CaseState.REPLIED,
        "repeated": standing["occurrences"] > 1,
        "closed": is_closed,
        "all": pd.Series(True, index=standing.index),
    }[section]
    found = standing[chosen]
    return found.sort_values(["is_overdue", "months_red"], ascending=[False, False], kind="stable")


def listed_departments(tables: Tables, task: int) -> list[str]:
    """Who may be asked about a task: the departments listed under it; for the whole plan every department."""
    if task == 0:
        return [str(name) for name in tables.departments["department"]]
    rows = tables.assignments
    return list(dict.fromkeys(rows.loc[rows["task"] == task, "department"].astype(str)))
