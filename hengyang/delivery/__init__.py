"""How the plan is carried: the project register, its lights, coverage, the rolling plan, the map; the roadmap; red lights
as cases; the consultation, the safeguards; the appraisal of departments and the reporting calendar.

Pure functions, frames in, frames out, the clock an argument.
"""

from hengyang.delivery.appraisal import Appraisal, appraise
from hengyang.delivery.appraisal_items import appraisal_items
from hengyang.delivery.appraisal_rule import COMPONENTS, AppraisalRule, published_rule
from hengyang.delivery.boundaries import Boundaries, BoundaryFault, set_boundaries
from hengyang.delivery.case_standing import (
    SECTIONS,
    case_standing,
    in_section,
    listed_departments,
    open_steps,
)
from hengyang.delivery.consultation import (
    Clock,
    clock,
    consultation_standing,
    proposal_standing,
    replies_received,
)
from hengyang.delivery.coverage import coverage
from hengyang.delivery.divisions import by_division
from hengyang.delivery.lights import (
    DEFAULT_DELIVERY_THRESHOLDS,
    KINDS,
    DeliveryThresholds,
    project_lights,
    register,
)
from hengyang.delivery.red_lights import monthly_lights, red_light_cases
from hengyang.delivery.reporting import (
    ReportState,
    fell_due,
    has_reporting_begun,
    owed_for,
    reports_due,
    upcoming,
)
from hengyang.delivery.roadmap import (
    GROUPINGS,
    KINDS_OF_ITEM,
    due_by_quarter,
    faulty,
    first_planned_dates,
    groups_of,
    moved,
    of_roadmap_task,
    planned_dates,
    precision_of,
    roadmap,
    undated,
)
from hengyang.delivery.roadmap_due import DUE_WITHIN_DAYS, URGENCY, due
from hengyang.delivery.rolling import (
    DIMENSIONS,
    carried_over,
    plan_years,
    planned_projects,
    rolled_forward,
    rolling_plan,
    slipped,
    yearly_money,
)
from hengyang.delivery.safeguards import (
    commitment_lights,
    commitment_owners,
    green_channel,
    green_channel_summary,
    listings_summary,
    project_listings,
    safeguard_owners,
)
from hengyang.delivery.states import is_named, narrowed_projects, of_project, project_states
from hengyang.delivery.wording import (
    Piece,
    Revision,
    clauses,
    revisions,
    settled_words,
    word_difference,
)

__all__ = [
    "COMPONENTS",
    "DEFAULT_DELIVERY_THRESHOLDS",
    "DIMENSIONS",
    "DUE_WITHIN_DAYS",
    "GROUPINGS",
    "KINDS",
    "KINDS_OF_ITEM",
    "SECTIONS",
    "URGENCY",
    "Appraisal",
    "AppraisalRule",
    "Boundaries",
    "BoundaryFault",
    "Clock",
    "DeliveryThresholds",
    "Piece",
    "ReportState",
    "Revision",
    "appraisal_items",
    "appraise",
    "by_division",
    "carried_over",
    "case_standing",
    "clauses",
    "clock",
    "commitment_lights",
    "commitment_owners",
    "consultation_standing",
    "coverage",
    "due",
    "due_by_quarter",
    "faulty",
    "fell_due",
    "first_planned_dates",
    "green_channel",
    "green_channel_summary",
    "groups_of",
    "has_reporting_begun",
    "in_section",
    "is_named",
    "listed_departments",
    "listings_summary",
    "monthly_lights",
    "moved",
    "narrowed_projects",
    "of_project",
    "of_roadmap_task",
    "open_steps",
    "owed_for",
    "plan_years",
    "planned_dates",
    "planned_projects",
    "precision_of",
    "project_lights",
    "project_listings",
    "project_states",
    "proposal_standing",
    "published_rule",
    "red_light_cases",
    "register",
    "replies_received",
    "reports_due",
    "revisions",
    "roadmap",
    "rolled_forward",
    "rolling_plan",
    "safeguard_owners",
    "set_boundaries",
    "settled_words",
    "slipped",
    "undated",
    "upcoming",
    "word_difference",
    "yearly_money",
]
