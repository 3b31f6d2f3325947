"""Whose a proposed cell is: which departments may report it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from hengyang.delivery import safeguard_owners
from hengyang.schema import Tables


def owners(
    tables: Tables, announced: Mapping[str, int] | None = None
) -> Callable[[str, dict[str, Any]], frozenset[str]]:
    """Table and content of a cell → the departments that may report it.

    Those listed under the task of an indicator, milestone or narrative; of a project its lead, and those listed under
    its task (`announced`: the tasks of projects that are new); of the consultation whoever asks; of the safeguards
    delivery.safeguard_owners too.
    """
    listed = tables.assignments
    by_task = {
        int(task): frozenset(listed.loc[(listed["task"] == task).to_numpy(bool), "department"])
        for task in listed["task"].unique()
    }
    task_of: dict[str, int] = {
        **(announced or {}),
        **dict(zip(tables.indicators["indicator"], tables.indicators["task"], strict=True)),
        **dict(zip(tables.milestones["milestone"], tables.milestones["task"], strict=True)),
        **dict(zip(tables.projects["project"], tables.projects["task"], strict=True)),
    }
    leads = dict(zip(tables.projects["project"], tables.projects["lead_department"], strict=True))
    aliases = tables.department_aliases
    issuer = tables.plan.iloc[0]["issuer_zh"]
    asking = frozenset(aliases.loc[(aliases["alias_zh"] == issuer).to_numpy(bool), "department"])

    of_safeguards = safeguard_owners(tables)

    def of(table: str, content: dict[str, Any]) -> frozenset[str]:
        if table.startswith("consultation"):
            return asking
        subject = next(
            (
                str(content[name])
                for name in ("project", "indicator", "milestone", "subject")
                if content.get(name)
            ),
            None,
        )
        task = task_of.get(subject) if subject in task_of else content.get("task")
        own = frozenset() if task is None else by_task.get(int(task), frozenset())
        own |= of_safeguards(table, content)
        lead = leads.get(subject) if subject is not None else None
        return own | {lead} if isinstance(lead, str) else own

    return of


def not_theirs(cells: pd.DataFrame, tables: Tables, departments: frozenset[str]) -> list[int]:
    """The numbers of the cells that none of the departments may report."""
    lines = [
        (int(number), str(table), json.loads(content))
        for number, table, content in zip(
            cells["cell"], cells["table"], cells["content"], strict=True
        )
    ]
    announced = {
        str(line["project"]): int(line["task"])
        for _, table, line in lines
        if table == "projects" and line.get("task") is not None
    }
    of = owners(tables, announced)
    return [number for number, table, line in lines if not of(table, line) & departments]
