"""Who answers for what: the rows behind the matrix of departments and one department's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hengyang.progress import Assessment, light_counts
from hengyang.schema import Role, Tables


@dataclass(frozen=True)
class Scope:
    """What filters leave of the matrix, in plan order.

    `departments` includes those named only in safeguards as long as `safeguards` is not empty.
    """

    tasks: tuple[int, ...]
    departments: tuple[str, ...]
    safeguards: tuple[int, ...]


def scope(
    assessment: Assessment,
    tables: Tables,
    *,
    themes: Sequence[str] = (),
    departments: Sequence[str] = (),
    is_narrowed: bool = False,
) -> Scope:
    """The tasks, departments and safeguards that filters leave.

    is_narrowed: lights or divisions were chosen too, so that a task with nothing left in the
    assessment falls away. Safeguards belong to no theme: any filter but the department's hides them.
    """
    tasks = tables.tasks
    kept = tasks if not themes else tasks[tasks["theme"].isin(themes)]
    if is_narrowed:
        left = {*assessment.indicators["task"], *assessment.milestones["task"]}
        kept = kept[kept["task"].isin(left)]
    listed = tables.assignments[tables.assignments["task"].isin(kept["task"])]
    has_safeguards = not themes and not is_narrowed
    named = (
        tables.safeguard_departments if has_safeguards else tables.safeguard_departments.iloc[:0]
    )
    if departments:
        listed = listed[listed["department"].isin(departments)]
        named = named[named["department"].isin(departments)]
        kept = kept[kept["task"].isin(listed["task"])]
    offices = tables.departments.sort_values("order")["department"]
    present = {*listed["department"], *named["department"]}
    return Scope(
        tasks=tuple(int(number) for number in kept["task"]),
        departments=tuple(office for office in offices if office in present),
        safeguards=tuple(sorted({int(number) for number in named["safeguard"]})),
    )


def tasks_of(department: str, role: Role, tables: Tables) -> list[int]:
    """The numbers of the tasks that a department leads or supports, as we read the order of listing."""
    rows = tables.assignments
    mine = rows[(rows["department"] == department) & (rows["role"] == role.value)]
    return sorted(int(number) for number in mine["task"])


def has_tasks(department: str, tables: Tables) -> bool:
    """Whether any task lists the department; four are named in safeguards only."""
    return bool((tables.assignments["department"] == department).any())


def loads(assessment: Assessment, tables: Tables, within: Scope) -> pd.DataFrame:
    """One row per department, the most loaded first.

    Columns: department, led, supported, safeguards (how many of each), indicators (counted ones of the
    tasks it leads) and the nine lights of those.
    """
    rows = []
    assignments = tables.assignments[tables.assignments["task"].isin(within.tasks)]
    named = tables.safeguard_departments
    named = named[named["safeguard"].isin(within.safeguards)]
    for department in within.departments:
        mine = assignments[assignments["department"] == department]
        led = mine.loc[mine["role"] == Role.LEAD.value, "task"]
        counted = assessment.counted[assessment.counted["task"].isin(led)]
        rows.append(
            {
                "department": department,
                "led": len(led),
                "supported": len(mine) - len(led),
                "safeguards": int((named["department"] == department).sum()),
                "indicators": len(counted),
                **{light.value: count for light, count in light_counts(counted).items()},
            }
        )
    frame = pd.DataFrame(rows, columns=None if rows else ["department", "led", "supported"])
    return frame.sort_values(
        ["led", "supported"], ascending=False, kind="stable", ignore_index=True
    )
