"""The auxiliary tables of review: what was proposed, cell by cell, and what happened to it. Rows are only added."""

from __future__ import annotations

from enum import StrEnum

from hengyang.schema import Column, Table


class State(StrEnum):
    """Where a proposal stands, in the order of its way."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    PUBLISHED = "published"
    DISCARDED = "discarded"  # given up by whoever drafted it; its rows stay


class Step(StrEnum):
    """What happened to a proposal. `published` is never written: the release itself is that event."""

    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    PUBLISHING = "publishing"  # somebody has begun to publish: no returning in between
    REFUSED = "publish_refused"  # they could not: what they proposed was changed by others
    PUBLISHED = "published"
    DISCARDED = "discarded"


PROPOSALS = Table(
    "proposals",
    "one upload's proposal, as drafted",
    ("proposal",),
    (
        Column("proposal"),
        Column("department", nullable=True),
        Column("period", "date", nullable=True),
        Column("file_name", nullable=True),
        Column("suffix", nullable=True),
        Column("sha256", nullable=True, pattern=r"^[0-9a-f]{64}$"),
        Column("base_release", "integer", low=0),
        Column("drafted_by"),
        Column("created_at", "instant"),
        Column("cells", "integer", low=1),  # how many it proposes
        Column("left_out_rows"),  # JSON: [[sheet, row], …]
        Column("findings"),  # JSON: as the examination said them, in every language
    ),
)

PROPOSED_CELLS = Table(
    "proposed_cells",
    "a cell as a proposal would have it",
    ("proposal", "cell"),
    (
        Column("proposal"),
        Column("cell", "integer", low=1),
        Column("table"),
        Column("row", "integer", nullable=True),  # in their file
        Column("is_withdrawn", "flag"),
        Column("content"),  # JSON: the columns of the cell's own table
    ),
)

PROPOSAL_EVENTS = Table(
    "proposal_events",
    "something that happened to a proposal",
    ("proposal", "event"),
    (
        Column("proposal"),
        Column("event", "integer", low=1),
        Column("step", "enum", enum=Step),
        Column("at", "instant"),
        Column("actor"),
        Column("reason", nullable=True),
        Column("cells", nullable=True),  # JSON: the cells decided on; empty for all that are open
        Column("base_release", "integer", nullable=True, low=0),  # looked at when submitting
        Column("confirmed", nullable=True),  # JSON: which findings the submitter ticked, from 1
    ),
)
