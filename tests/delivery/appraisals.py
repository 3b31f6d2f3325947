"""Items of departments, and rules that rank whoever has anything, for claims about scores."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from hengyang.delivery.appraisal_items import ITEM_COLUMNS
from hengyang.delivery.appraisal_rule import PUBLISHED_RULE, AppraisalRule, rule_of

PUBLISHED = PUBLISHED_RULE.read_text(encoding="utf-8")
Item = tuple[str, str, float | None, float]


def rule(**changed: float) -> AppraisalRule:
    """The published rule with single numbers changed: rule(least_items=1)."""
    lines = [
        f"{name} = {changed[name]}"
        if (name := line.partition("=")[0].strip()) in changed and "=" in line
        else line
        for line in PUBLISHED.splitlines()
    ]
    return rule_of("\n".join(lines).encode(), "rule.toml")


def lenient() -> AppraisalRule:
    """A rule that ranks whoever has one known thing."""
    return rule(least_components=1, least_items=1, least_known_pct=0)


def items(rows: Sequence[Item]) -> pd.DataFrame:
    """Items of (department, component, credit or None for not known, weight)."""
    found = [
        {
            "component": component,
            "department": department,
            "subject": f"T01-{at}",
            "task": 1,
            "day": "2019-05-31",
            "weight": weight,
            "credit_pct": math.nan if credit is None else credit,
            "reason": "on_track",
            "release": 1,
        }
        for at, (department, component, credit, weight) in enumerate(rows)
    ]
    return pd.DataFrame(found, columns=list(ITEM_COLUMNS)).astype(ITEM_COLUMNS)
