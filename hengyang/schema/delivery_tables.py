"""The tables of delivery: the project register, its money, gates and approvals, and the monthly project reports.

What rarely changes (a project, its yearly plan, what it contributes) is apart from what is reported at a
reference date, so that the state on any day can be worked out. An empty cell is unknown, never zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hengyang.schema.fact_tables import ORIGIN
from hengyang.schema.nouns import (
    Approval,
    Batch,
    Funding,
    Gate,
    ProjectNature,
    ProjectStage,
    RoleSource,
)
from hengyang.schema.plan_tables import INDICATOR, TASK
from hengyang.schema.table import Column, Table, enum_column

PROJECT = Column("project", pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,39}$")
_DIVISION = Column("division", nullable=True, pattern=r"^4304\d\d$")

NAMED_PROJECTS = Table(
    "named_projects",
    "a project that the notice itself names, with its sentence",
    ("project",),
    (
        PROJECT,
        Column("name_zh"),
        Column("name_en"),
        TASK,
        Column("is_group", "flag"),
        _DIVISION,
        Column("indicator", nullable=True, pattern=r"^T\d\d-\d+$"),
        Column("amount", "number", nullable=True, unit="the indicator's unit", low=0),
        Column("quote_zh"),
    ),
)

PROJECTS = Table(
    "projects",
    "a project of the register: what it is and what is planned",
    ("project",),
    (
        PROJECT,
        Column("name_zh"),
        Column("name_en", nullable=True),
        TASK,
        Column("is_group", "flag"),  # kinds of works in one entry, no single project
        _DIVISION,
        Column("lead_department", nullable=True),
        enum_column("role_source", RoleSource, nullable=True),  # empty: the lead was reported
        Column("client_zh", nullable=True),
        Column("content_zh", nullable=True),
        enum_column("nature", ProjectNature, nullable=True),
        Column("total_investment_wanyuan", "number", nullable=True, unit="10,000 yuan", low=0),
        Column("land_mu", "number", nullable=True, unit="mu", low=0),
        Column("planned_start", "date", nullable=True),
        Column("planned_finish", "date", nullable=True),
        *ORIGIN,
    ),
    is_fact=True,
)
PROJECT_INVESTMENTS = Table(
    "project_investments",
    "what a project is to invest in a year out of one source of money",
    ("project", "year", "funding"),
    (
        PROJECT,
        Column("year", "integer", low=2010, high=2040),
        enum_column("funding", Funding),
        Column("planned_wanyuan", "number", unit="10,000 yuan", low=0),
        # of planned_wanyuan, what the year before left undone; empty where nobody said so
        Column("carried_wanyuan", "number", nullable=True, unit="10,000 yuan", low=0),
        *ORIGIN,
    ),
    is_fact=True,
)
PROJECT_CONTRIBUTIONS = Table(
    "project_contributions",
    "what a project adds to an indicator once it is completed",
    ("project", "indicator"),
    (
        PROJECT,
        INDICATOR,
        Column("amount", "number", nullable=True, unit="the indicator's unit", low=0),
        *ORIGIN,
    ),
    is_fact=True,
)
PROJECT_MILESTONES = Table(
    "project_milestones",
    "a dated step of a project",
    ("project", "position"),
    (
        PROJECT,
        Column("position", "integer", low=1),
        Column("name_zh"),
        Column("name_en", nullable=True),
        Column("planned_on", "date", nullable=True),
        Column("actual_on", "date", nullable=True),
        *ORIGIN,
    ),
    is_fact=True,
)
PROJECT_GATES = Table(
    "project_gates",
    "a gate of the register that a project has passed",
    ("project", "gate"),
    (
        PROJECT,
        enum_column("gate", Gate),
        Column("passed_on", "date"),
        Column("passed_by"),
        *ORIGIN,
    ),
    is_fact=True,
)
PROJECT_APPROVALS = Table(
    "project_approvals",
    "an approval that a project needs: when it is due, when it was granted",
    ("project", "approval"),
    (
        PROJECT,
        enum_column("approval", Approval),
        Column("planned_on", "date", nullable=True),
        Column("granted_on", "date", nullable=True),
        Column("document_zh", nullable=True),
        *ORIGIN,
    ),
    is_fact=True,
)
PROJECT_REPORTS = Table(
    "project_reports",
    "how far a project has come at a reference date",
    ("project", "reference_date"),
    (
        PROJECT,
        Column("reference_date", "date"),
        enum_column("stage", ProjectStage),
        enum_column("batch", Batch, nullable=True),
        Column("progress_pct", "number", nullable=True, unit="%", low=0, high=100),
        Column("actual_start", "date", nullable=True),
        Column("actual_finish", "date", nullable=True),
        Column("issue_zh", nullable=True),
        Column("action_department", nullable=True),
        Column("action_due", "date", nullable=True),
        *ORIGIN,
    ),
    is_fact=True,
)
PROJECT_SPENDING = Table(
    "project_spending",
    "what a project has invested and paid since 1 January of the reference date's year, out of one source",
    ("project", "reference_date", "funding"),
    (
        PROJECT,
        Column("reference_date", "date"),
        enum_column("funding", Funding),
        Column("invested_wanyuan", "number", unit="10,000 yuan", low=0),
        Column("paid_wanyuan", "number", nullable=True, unit="10,000 yuan", low=0),
        *ORIGIN,
    ),
    is_fact=True,
)

#: What data/ holds of delivery, beside the tables of the plan.
DELIVERY_PLAN_TABLES: tuple[Table, ...] = (NAMED_PROJECTS,)
DELIVERY_TABLES: tuple[Table, ...] = (
    PROJECTS,
    PROJECT_INVESTMENTS,
    PROJECT_CONTRIBUTIONS,
    PROJECT_MILESTONES,
    PROJECT_GATES,
    PROJECT_APPROVALS,
    PROJECT_REPORTS,
    PROJECT_SPENDING,
)

#: Table → the columns of its sheet, as they go out to be filled in and come back; the first says which project it is.
#: Where the sheet of a part names the project, the name is there to be read.
PROJECT_SHEET_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        PROJECTS.name: (
            *("project", "name_zh", "task", "division", "lead_department", "client_zh"),
            *("content_zh", "nature", "total_investment_wanyuan", "land_mu", "planned_start"),
            *("planned_finish", "period", "project_stage", "batch", "progress_pct"),
            *("actual_start", "actual_finish", "issue_zh", "action_department", "action_due"),
            "reason",
        ),
        PROJECT_INVESTMENTS.name: (
            *("project", "name_zh", "year", "funding", "planned_wanyuan", "carried_wanyuan"),
            *("period", "invested_wanyuan", "paid_wanyuan", "reason"),
        ),
        PROJECT_GATES.name: ("project", "name_zh", "gate", "passed_on", "passed_by", "reason"),
        PROJECT_APPROVALS.name: (
            *("project", "name_zh", "approval", "approval_planned_on", "granted_on"),
            *("document_zh", "reason"),
        ),
        PROJECT_CONTRIBUTIONS.name: (
            *("project", "name_zh", "indicator", "contribution", "unit", "reason"),
        ),
        PROJECT_MILESTONES.name: (
            *("project", "name_zh", "position", "step_zh", "step_planned_on", "step_actual_on"),
            "reason",
        ),
    }
)
