"""Where each project of the register stands on a day: what it is, its last report, its gates, its year's money."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from hengyang.remembered import remembered
from hengyang.schema import Gate, Tables

_REPORTED = (
    "reference_date", "stage", "batch", "progress_pct", "actual_start", "actual_finish",
    "issue_zh", "action_department", "action_due",
)  # fmt: skip


@remembered(16)
def project_states(tables: Tables, as_of: date) -> pd.DataFrame:
    """One row a project, in the order of the register, as known from rows about days up to as_of.

    Columns: those of schema.PROJECTS; theme; of the last report reference_date, stage, batch, progress_pct,
    actual_start, actual_finish, issue_zh, action_department, action_due (all empty without one); gate (the
    last one passed), gate_passed_on, gate_passed_by; planned_wanyuan, invested_wanyuan, paid_wanyuan of
    as_of's year (空缺 stays empty: what was not reported is not 0).
    """
    day = pd.Timestamp(as_of)
    states = tables.projects.merge(tables.tasks[["task", "theme"]], on="task", how="left")
    reports = tables.project_reports
    last = reports[reports["reference_date"] <= day].drop_duplicates("project", keep="last")
    states = states.merge(last[["project", *_REPORTED]], on="project", how="left")
    gates = tables.project_gates
    passed = gates[gates["passed_on"] <= day].assign(
        order=lambda rows: rows["gate"].map({gate.value: at for at, gate in enumerate(Gate)})
    )
    highest = passed.sort_values("order", kind="stable").drop_duplicates("project", keep="last")
    highest = highest.rename(columns={"passed_on": "gate_passed_on", "passed_by": "gate_passed_by"})
    states = states.merge(
        highest[["project", "gate", "gate_passed_on", "gate_passed_by"]], on="project", how="left"
    )
    plans = tables.project_investments
    planned = plans[plans["year"] == day.year].groupby("project")["planned_wanyuan"].sum()
    money = spent_in(tables, day.year, day)
    return states.assign(
        planned_wanyuan=states["project"].map(planned),
        invested_wanyuan=states["project"].map(money["invested_wanyuan"]),
        paid_wanyuan=states["project"].map(money["paid_wanyuan"]),
    )


def spent_in(tables: Tables, year: int, day: pd.Timestamp) -> pd.DataFrame:
    """Project → invested_wanyuan and paid_wanyuan of a year, as last reported up to a day."""
    rows = last_spending(tables, year, day)
    return rows.groupby("project")[["invested_wanyuan", "paid_wanyuan"]].sum(min_count=1)


def last_spending(tables: Tables, year: int, day: pd.Timestamp) -> pd.DataFrame:
    """The rows of the last report of each project in a year, up to a day; one a project and source."""
    rows = tables.project_spending
    dates = rows["reference_date"]
    rows = rows[(dates.dt.year == year) & (dates <= day)]
    newest = rows.groupby("project")["reference_date"].transform("max")
    return rows[rows["reference_date"] == newest]


@remembered(64)
def _places(frame: pd.DataFrame) -> tuple[pd.Index, np.ndarray, np.ndarray]:
    """The projects of a frame, the places of their rows one project after the other, and where each project's begin.

    Three arrays, however many projects: an array for each of them would be looked at by every collection of garbage.
    """
    codes, names = pd.factorize(frame["project"])
    order = np.argsort(codes, kind="stable")
    return pd.Index(names), order, np.searchsorted(codes[order], np.arange(len(names) + 1))


def of_project(frame: pd.DataFrame, project: str) -> pd.DataFrame:
    """The rows of one project, found without looking through all the others again."""
    names, order, starts = _places(frame)
    at = names.get_indexer(pd.Index([project]))[0]
    if at < 0:
        return frame.iloc[:0]
    rows = order[starts[at] : starts[at + 1]]
    # a register keeps a project's rows together: then nothing is copied
    if rows[-1] - rows[0] == len(rows) - 1:
        return frame.iloc[rows[0] : rows[-1] + 1]
    return frame.iloc[rows]


@remembered(8)
def _searched(states: pd.DataFrame) -> pd.Series:
    """What the search looks through, a text a project."""
    columns = ("project", "name_zh", "name_en", "client_zh")
    first, *others = (states[column].fillna("").str.lower() for column in columns)
    return first.str.cat(pd.concat(others, axis=1), sep="\n")


@remembered(32)
def narrowed_projects(
    states: pd.DataFrame,
    *,
    themes: Sequence[str] = (),
    departments: Sequence[str] = (),
    divisions: Sequence[str] = (),
    lights: Sequence[str] = (),
) -> pd.DataFrame:
    """The projects that filters leave; an empty filter leaves everything. `lights` needs a light column."""
    kept = pd.Series(True, index=states.index)
    for column, values in (
        ("theme", themes),
        ("lead_department", departments),
        ("division", divisions),
        ("light", lights),
    ):
        if values:
            kept &= states[column].isin(values)
    return states[kept]


def is_named(states: pd.DataFrame, words: str) -> np.ndarray:
    """Which projects have the words in their number, name or client, letter case aside; all of them without words."""
    wanted = words.strip().lower()
    if not wanted:
        return np.ones(len(states), dtype=bool)
    return _searched(states).str.contains(wanted, regex=False).to_numpy(dtype=bool)
