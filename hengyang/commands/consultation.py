"""`consultation`: who was asked, who replied, what became of the proposals and of the words, on any day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from hengyang import delivery
from hengyang.charts import consultation as drawn
from hengyang.charts.rows import rows_of
from hengyang.commands.acting import department_of
from hengyang.commands.projects import records
from hengyang.commands.release import day_of, tables_of, warning
from hengyang.commands.request import Request
from hengyang.labels import words
from hengyang.schema import Tables

#: Facts of the notice that make the rule.
_RULE = ("consulted", "reply_due", "stamp", "silence")


def as_data(request: Request) -> dict[str, Any]:
    """workspace, release, on, clock, rule, counts (of states), asked, proposals, revisions.

    The clock counts days_left down to 0 on the last day and days_passed from the day after; the other one is null.
    The rule quotes the notice. What is not recorded is null: `not_recorded` is no consent. A revision has the clause's
    old and new words whole and the pieces (same, deleted, inserted) that lead from one to the other.
    """
    tables, on, asked, proposals = _found(request)
    at = delivery.clock(tables, on)
    facts = tables.consultation.set_index("fact")["quote_zh"]
    revised = delivery.revisions(tables, delivery.proposal_standing(tables, on))
    return {
        "workspace": tables.workspace,
        "release": tables.release,
        "on": on.isoformat(),
        "clock": {
            "asked_on": at.asked_on.isoformat(),
            "due_on": at.due_on.isoformat(),
            "days_left": at.days_left,
            "days_passed": at.days_passed,
        },
        "rule": {fact: str(facts[fact]) for fact in _RULE},
        "counts": {state.value: count for state, count in drawn.counts(asked).items()},
        "asked": records(asked),
        "proposals": records(proposals),
        "revisions": [
            {
                "clause": one.clause,
                "old_zh": one.old,
                "new_zh": one.new,
                "pieces": [{"kind": piece.kind, "text": piece.text} for piece in one.pieces],
                "applied": list(one.applied),
                "overlapping": list(one.overlapping),
            }
            for one in revised
            if one.clause in set(proposals["clause"])
        ],
    }


def as_text(request: Request) -> str:
    """The findings of the page, how each of those asked stands, and every proposal."""
    tables, on, asked, proposals = _found(request)
    language = request.language
    say = words(language)
    name = f"name_{language}"
    lines = [
        *warning(tables.workspace, language),
        drawn.finding(asked, delivery.clock(tables, on), language),
        drawn.proposals_finding(proposals, language),
        "",
    ]
    lines += [
        say(
            "cli-consultation-who",
            state=say(f"reply-state-{row.state}"),
            who=getattr(row, name),
        )
        for row in rows_of(asked[~asked["is_unlisted"]])
    ]
    lines += [
        say(
            "cli-consultation-proposal",
            proposal=row.proposal,
            clause=row.clause,
            who=getattr(row, name),
            state=say(f"proposal-state-{row.state}"),
            old=row.old_zh,
            proposed=row.proposed_zh
            if isinstance(row.proposed_zh, str)
            else say("consultation-nothing"),
        )
        for row in rows_of(proposals)
    ]
    return "\n".join(lines)


def _found(request: Request) -> tuple[Tables, date, pd.DataFrame, pd.DataFrame]:
    tables = tables_of(request)
    on = request.state_on or day_of(request, tables)
    asked = delivery.consultation_standing(tables, on)
    proposals = delivery.proposal_standing(tables, on)
    department = department_of(request, tables)
    if department is not None:
        asked = asked[asked["respondent"] == department]
        proposals = proposals[proposals["name_zh"].isin(asked["name_zh"])]
    return tables, on, asked, proposals
