"""The tables of the consultation and of the safeguards: who was asked, what they replied, what became of it.

The plan's own part (clauses, who is asked, how a commitment is judged) is in data/; replies, decisions, reports and
registers are facts, released like any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hengyang.schema.delivery_tables import PROJECT
from hengyang.schema.fact_tables import ORIGIN
from hengyang.schema.nouns import (
    Answer,
    Approval,
    ClauseKind,
    ConsultedGroup,
    Decision,
    EvidenceFrom,
    MilestoneRule,
    PlanRegister,
    ReplyKind,
    ReplyStamp,
    Stage,
)
from hengyang.schema.plan_tables import NAMES
from hengyang.schema.table import Column, Table, enum_column

REPLY = Column("reply", pattern=r"^R[0-9]{1,4}$")
PROPOSAL = Column("proposal", pattern=r"^R[0-9]{1,4}-[0-9]{1,3}$")
_SAFEGUARD = (
    Column("safeguard", "integer", low=1, high=3),
    Column("position", "integer", low=1),
)

CLAUSES = Table(
    "clauses",
    "a clause of the draft, in its order; its words stand here where no other table has them",
    ("clause",),
    (
        Column("clause"),
        enum_column("kind", ClauseKind),
        Column("subject", nullable=True),  # the theme, task or safeguard that has the words
        Column("name_zh", nullable=True),
        Column("name_en", nullable=True),
        Column("text_zh", nullable=True),
    ),
)
CONSULTED = Table(
    "consulted",
    "somebody whom the notice asks; a group without a list of names is one row",
    ("respondent",),
    (
        enum_column("group", ConsultedGroup),
        Column("respondent", pattern=r"^([a-z_]+|4304\d\d)$"),
        *NAMES,
        Column("is_inferred", "flag"),  # the notice names the group only
        Column("quote_zh"),
    ),
)
SAFEGUARD_CHECKS = Table(
    "safeguard_checks",
    "how a safeguard's commitment is judged, whom its sentence names, which register speaks for it",
    ("safeguard", "position"),
    (
        *_SAFEGUARD,
        enum_column("rule", MilestoneRule),
        Column("named_department", nullable=True),
        enum_column("evidence_from", EvidenceFrom, nullable=True),
    ),
)

CONSULTATION_REPLIES = Table(
    "consultation_replies",
    "a reply to the consultation, or the finding that none had come in",
    ("reply",),
    (
        REPLY,
        Column("respondent"),
        Column("respondent_name_zh", nullable=True),  # who it is, of a group without a list
        Column("replied_on", "date"),
        enum_column("kind", ReplyKind),
        enum_column("stamp", ReplyStamp, nullable=True),
        Column(
            "withdraws", nullable=True, pattern=r"^R[0-9]{1,4}$"
        ),  # an earlier reply, taken back
        *ORIGIN,
    ),
    is_fact=True,
)
CONSULTATION_PROPOSALS = Table(
    "consultation_proposals",
    "a change that a reply proposes to the words of one clause, and what was decided",
    ("proposal",),
    (
        PROPOSAL,
        Column("reply", pattern=r"^R[0-9]{1,4}$"),
        Column("clause"),
        Column("old_zh"),  # verbatim, and only once in the clause
        Column("proposed_zh", nullable=True),  # empty: to be struck out
        Column("argument_zh", nullable=True),
        enum_column("decision", Decision, nullable=True),
        Column("decided_on", "date", nullable=True),
        Column("decision_reason_zh", nullable=True),
        Column("decided_zh", nullable=True),  # accepted in part: the words that were settled on
        *ORIGIN,
    ),
    is_fact=True,
)
SAFEGUARD_REPORTS = Table(
    "safeguard_reports",
    "how far a safeguard's commitment has come at a reference date",
    ("safeguard", "position", "reference_date"),
    (
        *_SAFEGUARD,
        Column("reference_date", "date"),
        enum_column("stage", Stage),
        Column("next_stage_due", "date", nullable=True),
        Column("evidence", nullable=True),
        *ORIGIN,
    ),
    is_fact=True,
)
GREEN_CHANNEL_REQUESTS = Table(
    "green_channel_requests",
    "a project's request of the green channel for one approval, and its answer",
    ("project", "approval", "asked_on"),
    (
        PROJECT,
        enum_column("approval", Approval),
        Column("asked_on", "date"),
        Column("asked_of", nullable=True),  # the department that answers
        Column("answered_on", "date", nullable=True),
        enum_column("answer", Answer, nullable=True),
        *ORIGIN,
    ),
    is_fact=True,
)
PROJECT_LISTINGS = Table(
    "project_listings",
    "a project that is listed in the national store, an annual plan or a five-year plan",
    ("project", "register", "year"),
    (
        PROJECT,
        enum_column("register", PlanRegister),
        Column("year", "integer", low=2010, high=2040),  # of entry; of the plan; of its first year
        Column("code_zh", nullable=True),
        Column("listed_on", "date"),
        *ORIGIN,
    ),
    is_fact=True,
)

#: What data/ holds of the consultation and the safeguards, beside the older tables of the plan.
CONSULTATION_PLAN_TABLES: tuple[Table, ...] = (CLAUSES, CONSULTED, SAFEGUARD_CHECKS)
CONSULTATION_TABLES: tuple[Table, ...] = (
    CONSULTATION_REPLIES,
    CONSULTATION_PROPOSALS,
    SAFEGUARD_REPORTS,
    GREEN_CHANNEL_REQUESTS,
    PROJECT_LISTINGS,
)

#: Table → the columns of its sheet, as they go out to be filled in and come back; the first says which entry it is.
SHEET_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        CONSULTATION_REPLIES.name: (
            *("reply", "respondent", "respondent_name_zh", "replied_on", "reply_kind", "stamp"),
            *("withdraws", "reason"),
        ),
        CONSULTATION_PROPOSALS.name: (
            *("proposal", "clause", "old_zh", "proposed_zh", "argument_zh", "decision"),
            *("decided_on", "decision_reason_zh", "decided_zh", "reason"),
        ),
        SAFEGUARD_REPORTS.name: (
            *("commitment", "commitment_text", "owners", "period", "safeguard_stage"),
            *("safeguard_evidence", "next_due", "reason"),
        ),
        GREEN_CHANNEL_REQUESTS.name: (
            *("project", "name_zh", "approval", "asked_on", "asked_of", "answered_on", "answer"),
            "reason",
        ),
        PROJECT_LISTINGS.name: (
            *("project", "name_zh", "register", "year", "code_zh", "listed_on", "reason"),
        ),
    }
)
