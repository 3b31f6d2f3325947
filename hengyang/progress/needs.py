"""What needs somebody: the yellow and the red, the worst first, and what it is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from hengyang.labels import words
from hengyang.progress.assessment import Assessment
from hengyang.schema import Language, Light, Tables

#: The lights that need somebody, the worst first.
NEEDY = ("overdue", "far_behind", "behind")


def names(tables: Tables, language: Language) -> dict[str, str]:
    """Indicator or milestone id → name in the language."""
    column = f"name_{language}"
    return {
        **dict(zip(tables.indicators["indicator"], tables.indicators[column], strict=True)),
        **dict(zip(tables.milestones["milestone"], tables.milestones[column], strict=True)),
    }


def lead_names(tables: Tables, language: Language) -> dict[int, str]:
    """Task number → name of the department listed first (lead by inference)."""
    leads = tables.assignments[tables.assignments["role"] == "lead"]
    offices = tables.departments.set_index("department")[f"name_{language}"]
    return dict(zip(leads["task"].astype(int), leads["department"].map(offices), strict=True))


def short_name(department: str, tables: Tables, language: Language) -> str:
    """The department as a table head has room for it: 住建局, Housing & Construction."""
    try:
        return words(language)(f"office-{department}")
    except LookupError:  # a department that no plan had before
        names = tables.departments.set_index("department")[f"name_{language}"]
        return str(names[department])


_SEVERITY = ("overdue", "far_behind", "behind", "nearly", "on_track", "met")


def worst_light(lights: Iterable[str]) -> str | None:
    """The worst of some lights, any colour before grey; None when there is none.

    >>> worst_light(["met", "behind", "not_reported"])
    'behind'
    """
    present = set(lights)
    coloured = next((light for light in _SEVERITY if light in present), None)
    return coloured or next((light for light in Light if light in present), None)


def worst_lights(assessment: Assessment) -> dict[int, str]:
    """Task number → the worst light among its counted indicators and its milestones."""
    lights_of: dict[int, list[str]] = defaultdict(list)
    for rows in (assessment.counted, assessment.milestones):
        for task, light in zip(rows["task"], rows["light"].astype(str), strict=True):
            lights_of[int(task)].append(light)
    found = {task: worst_light(lights) for task, lights in lights_of.items()}
    return {task: light for task, light in found.items() if light is not None}


def needing_attention(assessment: Assessment) -> pd.DataFrame:
    """Counted indicators and milestones in yellow or red, the worst first: subject, task, light, gap_points."""
    indicators = assessment.counted.rename(columns={"indicator": "subject"})
    milestones = assessment.milestones.rename(columns={"milestone": "subject"})
    columns = ["subject", "task", "light", "gap_points"]
    both = pd.concat([indicators[columns], milestones.reindex(columns=columns)], ignore_index=True)
    needy = both[both["light"].isin(NEEDY)]
    order = needy["light"].astype(str).map({light: at for at, light in enumerate(NEEDY)})
    return (
        needy.assign(severity=order)
        .sort_values(["severity", "gap_points", "subject"], kind="stable", na_position="last")
        .drop(columns="severity")
        .reset_index(drop=True)
    )
