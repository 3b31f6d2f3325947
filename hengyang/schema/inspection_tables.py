"""The event tables of inspection, which lie beside the releases: what people add to a case. Rows are only added."""

from __future__ import annotations

from hengyang.schema.nouns import CaseStep
from hengyang.schema.table import Column, Table, enum_column

CASE_EVENTS = Table(
    "case_events",
    "something that somebody did about a red light's case",
    ("case", "event"),
    (
        Column("case", pattern=r"^T\d\d-M?\d+-\d{4}-\d\d$"),
        Column("event", "integer", low=1),
        enum_column("step", CaseStep),
        Column("at", "instant"),
        Column("actor"),
        Column("department", nullable=True),  # assigned: who must reply; replied: for whom
        Column("cause", nullable=True),
        Column("measure", nullable=True),
        Column("promised_on", "date", nullable=True),
        Column("text", nullable=True),  # what is demanded, found or missing
        Column("evidence", nullable=True),
        Column("is_simulated", "flag"),
    ),
)
