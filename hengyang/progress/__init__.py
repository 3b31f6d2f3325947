"""The arithmetic: how a published value becomes a light. Pure functions, frames in, frames out."""

from hengyang.progress.assessment import (
    Assessment,
    assess,
    changes_between,
    narrowed,
    only,
)
from hengyang.progress.changes import changes
from hengyang.progress.config import (
    DEFAULT_THRESHOLDS,
    FLAGS,
    METHOD_VERSION,
    Thresholds,
)
from hengyang.progress.divisions import division_codes, division_values, sum_check
from hengyang.progress.explain import Explanation, explain, explanations
from hengyang.progress.indicators import indicator_lights
from hengyang.progress.milestones import milestone_lights
from hengyang.progress.periods import default_as_of, history, path, reporting_periods
from hengyang.progress.previous import previous
from hengyang.progress.reasons import reason
from hengyang.progress.rollup import light_counts, roll_up
from hengyang.progress.status import status

__all__ = [
    "DEFAULT_THRESHOLDS",
    "FLAGS",
    "METHOD_VERSION",
    "Assessment",
    "Explanation",
    "Thresholds",
    "assess",
    "changes",
    "changes_between",
    "default_as_of",
    "division_codes",
    "division_values",
    "explain",
    "explanations",
    "history",
    "indicator_lights",
    "light_counts",
    "milestone_lights",
    "narrowed",
    "only",
    "path",
    "previous",
    "reason",
    "reporting_periods",
    "roll_up",
    "status",
    "sum_check",
]
