"""How the plan is carried: the project register, its lights, coverage, the rolling plan, the map; red lights as cases.

Pure functions, frames in, frames out, the clock an argument.
"""

from hengyang.delivery.boundaries import Boundaries, BoundaryFault, set_boundaries
from hengyang.delivery.case_standing import (
    SECTIONS,
    case_standing,
    in_section,
    listed_departments,
    open_steps,
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
from hengyang.delivery.rolling import (
    DIMENSIONS,
    carried_over,
    plan_years,
    rolling_plan,
    yearly_money,
)
from hengyang.delivery.states import narrowed_projects, of_project, project_states

__all__ = [
    "DEFAULT_DELIVERY_THRESHOLDS",
    "DIMENSIONS",
    "KINDS",
    "SECTIONS",
    "Boundaries",
    "BoundaryFault",
    "DeliveryThresholds",
    "by_division",
    "carried_over",
    "case_standing",
    "coverage",
    "in_section",
    "listed_departments",
    "monthly_lights",
    "narrowed_projects",
    "of_project",
    "open_steps",
    "plan_years",
    "project_lights",
    "project_states",
    "red_light_cases",
    "register",
    "rolling_plan",
    "set_boundaries",
    "yearly_money",
]
