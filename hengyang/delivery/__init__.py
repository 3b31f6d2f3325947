"""How the plan is carried: the project register, its lights, coverage of the targets, the rolling plan, the map.

Pure functions, frames in, frames out, the clock an argument.
"""

from hengyang.delivery.boundaries import Boundaries, BoundaryFault, set_boundaries
from hengyang.delivery.coverage import coverage
from hengyang.delivery.divisions import by_division
from hengyang.delivery.lights import (
    DEFAULT_DELIVERY_THRESHOLDS,
    KINDS,
    DeliveryThresholds,
    project_lights,
    register,
)
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
    "Boundaries",
    "BoundaryFault",
    "DeliveryThresholds",
    "by_division",
    "carried_over",
    "coverage",
    "narrowed_projects",
    "of_project",
    "plan_years",
    "project_lights",
    "project_states",
    "register",
    "rolling_plan",
    "set_boundaries",
    "yearly_money",
]
