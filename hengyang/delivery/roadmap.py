"""The roadmap: what is planned for when, what happened, what moved since an earlier plan, what falls due.

Dates are as exact as they were given: most are months, stored as a month's last day; a target year is due at its
end and is never a day. Slips and delays are therefore counted in whole months.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from hengyang.progress import Assessment
from hengyang.remembered import remembered
from hengyang.schema import Light, MilestoneRule, ProjectStage, Role, Stage, Tables

KINDS_OF_ITEM = ("project", "milestone", "target")
#: What the roadmap may be grouped by.
GROUPINGS = ("task", "theme", "department")
_DATES = (
    "planned_start", "planned_finish", "next_due", "actual_start", "actual_finish",
    "was_start", "was_finish", "was_next_due", "reported_for",
)  # fmt: skip
_ITEM = (
    *("item", "kind", "task", "theme", "department", "division", "name_zh", "name_en", "light"),
    *("state", *_DATES[:-1], "finish_precision", "is_finish_assumed", "is_standing", "fault"),
    *("start_slip_months", "finish_slip_months", "next_slip_months"),
    *("start_late_months", "late_months"),
    "reported_for",
)


def months_between(first: pd.Series, second: pd.Series) -> pd.Series:
    """Whole calendar months from the first to the second, negative when it is earlier; empty where one is missing.

    31 May to 1 June is one month, 1 May to 31 May none: dates are mostly months.
    """
    apart = (second.dt.year - first.dt.year) * 12 + (second.dt.month - first.dt.month)
    return apart.astype("Float64")


def precision_of(day: pd.Timestamp) -> str:
    """How exactly a register's date is meant: a month's last day stands for the month.

    >>> precision_of(pd.Timestamp("2019-06-30")), precision_of(pd.Timestamp("2019-06-12"))
    ('month', 'day')
    """
    return "month" if day.is_month_end else "day"


@remembered(16)
def planned_dates(tables: Tables, as_of: date) -> pd.DataFrame:
    """What a release plans, an item a row: item, planned_start, planned_finish; of milestones stage and next_due too.

    This is what another release is compared with.
    """
    projects = tables.projects[["project", "planned_start", "planned_finish"]]
    reports = _stage_reports(tables, as_of).drop_duplicates("milestone", keep="last")
    milestones = tables.milestones[["milestone", "deadline_year"]].merge(
        reports[["milestone", "stage", "next_stage_due"]], on="milestone", how="left"
    )
    return pd.concat(
        [
            projects.rename(columns={"project": "item"}),
            milestones.assign(planned_finish=_year_end(milestones["deadline_year"])).rename(
                columns={"milestone": "item", "next_stage_due": "next_due"}
            ),
            tables.indicators[["indicator"]]
            .rename(columns={"indicator": "item"})
            .assign(planned_finish=_year_end(tables.indicators["deadline_year"])),
        ],
        ignore_index=True,
    )[["item", "planned_start", "planned_finish", "stage", "next_due"]]


@remembered(16)
def first_planned_dates(tables: Tables, project_rows: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """As planned_dates, but each item's dates as they were first given.

    project_rows: every row of `projects` ever released (a `release` column, the oldest first), of which those up to the
    tables' release count. A milestone's next date counts from when it reached the stage that it is at now.
    """
    known = project_rows[project_rows["release"] <= tables.release]
    known = known[~known["is_withdrawn"].astype(bool)]
    first = known.groupby("project", sort=False)[["planned_start", "planned_finish"]].first()
    reports = _stage_reports(tables, as_of)
    last = reports.drop_duplicates("milestone", keep="last").set_index("milestone")["stage"]
    same = reports[reports["stage"] == looked_up(last, reports["milestone"])]
    next_due = same.groupby("milestone")["next_stage_due"].first()
    now = planned_dates(tables, as_of)
    of_project = now["item"].isin(first.index)
    return now.assign(
        planned_start=now["planned_start"].where(
            ~of_project, looked_up(first["planned_start"], now["item"])
        ),
        planned_finish=now["planned_finish"].where(
            ~of_project, looked_up(first["planned_finish"], now["item"])
        ),
        next_due=looked_up(next_due, now["item"]),
    )


@remembered(16)
def roadmap(
    tables: Tables,
    assessment: Assessment,
    projects: pd.DataFrame,
    before: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row an item – projects, milestones, targets – of what the filters left, in the order of the plan's tasks.

    assessment and projects (delivery.register): of one day, narrowed by the caller. before: planned_dates of another
    release, or first_planned_dates.

    Columns: item, kind, task, theme, department (lead), division, name_zh, name_en, light; state (done, open, unknown:
    nobody has reported since it fell due); planned_start, planned_finish, next_due (a milestone's next stage),
    actual_start, actual_finish; was_start, was_finish, was_next_due (of `before`, only where they moved) and
    start_, finish_, next_slip_months (positive: later); finish_precision (day, month, year);
    is_finish_assumed (the plan names no year, its horizon stands in); is_standing (a duty without an end);
    start_late_months (started, or known not to be: months after the planned start; empty when in time or unknown);
    late_months (done: after the planned finish, open: the months since; empty when unknown); fault (a code where dates
    contradict each other, else empty); reported_for (the day that the newest report is about).
    """
    as_of = pd.Timestamp(assessment.as_of)
    parts = [
        _projects(tables, projects, as_of),
        _milestones(tables, assessment.milestones, assessment.as_of),
        _targets(tables, assessment.indicators),
    ]
    items = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    items = items.reindex(columns=list(_ITEM))
    for column in _DATES:
        items[column] = pd.to_datetime(items[column]).astype("datetime64[s]")
    items = _with_slips(items, before, planned_dates(tables, assessment.as_of))
    end = items["actual_finish"].where(items["state"] == "done", as_of)
    late = months_between(items["planned_finish"], end)
    is_known = items["state"].isin(["done", "open"]) & end.notna()
    items["late_months"] = late.where(is_known & ((items["state"] == "done") | (late > 0)))
    start = items["actual_start"].fillna(as_of)
    is_told = items["actual_start"].notna() | (
        (items["state"] == "open") & (items["reported_for"] >= items["planned_start"])
    )
    late = months_between(items["planned_start"], start)
    items["start_late_months"] = late.where(is_told & (late > 0))
    order = {kind: at for at, kind in enumerate(KINDS_OF_ITEM)}
    return (
        items.assign(rank=items["kind"].map(order))
        .sort_values(["task", "rank", "planned_start", "planned_finish", "item"], kind="stable")
        .drop(columns="rank")
        .reset_index(drop=True)
    )


@remembered(32)
def moved(items: pd.DataFrame) -> pd.DataFrame:
    """The items of `roadmap` whose dates moved against what it was compared with; the furthest first."""
    slips = items[["start_slip_months", "finish_slip_months", "next_slip_months"]].fillna(0)
    largest = slips.abs().max(axis=1)
    found = items.assign(largest=largest)[
        items[["was_start", "was_finish", "was_next_due"]].notna().any(axis=1)
    ]
    ordered = found.sort_values("largest", ascending=False, kind="stable")
    return ordered.drop(columns="largest")


@remembered(64)
def of_roadmap_task(items: pd.DataFrame, task: int) -> pd.DataFrame:
    """The items of `roadmap` of one task."""
    return items[items["task"] == task].reset_index(drop=True)


def undated(items: pd.DataFrame) -> pd.DataFrame:
    """The items of `roadmap` of which no date at all is given: they have no place on a time axis."""
    known = items[["planned_start", "planned_finish", "next_due", "actual_start", "actual_finish"]]
    return items[known.isna().all(axis=1)]


def faulty(items: pd.DataFrame) -> pd.DataFrame:
    """The items of `roadmap` whose dates contradict each other, as an old release may hold them."""
    return items[items["fault"] != ""]


@remembered(32)
def due_by_quarter(items: pd.DataFrame, by: str, as_of: date) -> pd.DataFrame:
    """How much is planned to be finished in each quarter, a row a group and quarter.

    Columns: the grouping, quarter (its first day), due, done, overdue (past and known not to be done), unknown (past,
    nobody says).
    """
    dated = items[items["planned_finish"].notna()]
    quarter = dated["planned_finish"].dt.to_period("Q").dt.start_time
    is_past = dated["planned_finish"] < pd.Timestamp(as_of)
    counted = pd.DataFrame(
        {
            by: dated[by],
            "quarter": quarter,
            "due": 1,
            "done": (dated["state"] == "done").astype(int),
            "overdue": (is_past & (dated["state"] == "open")).astype(int),
            "unknown": (is_past & (dated["state"] == "unknown")).astype(int),
        }
    )
    return counted.groupby([by, "quarter"], dropna=False).sum().reset_index()


def groups_of(items: pd.DataFrame, by: str, order: Sequence[object]) -> list[object]:
    """The groups that items are in, in an order; None last, for what belongs to none."""
    there = set(items[by].dropna())
    found = [group for group in order if group in there]
    return [*found, *([None] if items[by].isna().any() else [])]


def _year_end(years: pd.Series) -> pd.Series:
    text = years.astype("Int64").astype("string") + "-12-31"
    return pd.to_datetime(text, errors="coerce").astype("datetime64[s]")


def looked_up(values: pd.Series, keys: pd.Series) -> pd.Series:
    """The value of each key, empty where there is none; unlike Series.map also of no values at all."""
    return pd.Series(values.reindex(keys.to_numpy()).to_numpy(), index=keys.index)


def _stage_reports(tables: Tables, as_of: date) -> pd.DataFrame:
    rows = tables.milestone_reports
    rows = rows[(rows["reference_date"] <= pd.Timestamp(as_of)) & (rows["comparability"] == "same")]
    return rows.sort_values(["milestone", "reference_date"], kind="stable")


def _leads(tables: Tables) -> pd.Series:
    rows = tables.assignments
    rows = rows[rows["role"] == Role.LEAD.value].drop_duplicates("task")
    return rows.set_index("task")["department"]


def _projects(tables: Tables, projects: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    stage = projects["stage"].astype("object")
    is_done = stage == ProjectStage.COMPLETED.value
    is_told = projects["reference_date"] >= projects["planned_finish"]
    is_past = projects["planned_finish"] < as_of
    is_unknown = stage.isna() | (is_past & ~is_told)
    finish = projects["planned_finish"]
    return pd.DataFrame(
        {
            "item": projects["project"],
            "kind": "project",
            "task": projects["task"],
            "theme": projects["theme"].astype("object"),
            "department": projects["lead_department"].astype("object"),
            "division": projects["division"].astype("object"),
            "name_zh": projects["name_zh"],
            "name_en": projects["name_en"],
            "light": projects["light"].astype("object"),
            "state": np.where(is_done, "done", np.where(is_unknown, "unknown", "open")),
            "planned_start": projects["planned_start"],
            "planned_finish": finish,
            "actual_start": projects["actual_start"],
            "actual_finish": projects["actual_finish"],
            "finish_precision": np.where(
                finish.isna(), "", np.where(finish.dt.is_month_end, "month", "day")
            ),
            "is_finish_assumed": False,
            "is_standing": False,
            "fault": _faults(tables, projects),
            "reported_for": projects["reference_date"],
        }
    )


def _faults(tables: Tables, projects: pd.DataFrame) -> np.ndarray:
    """What is wrong with a project's dates: they contradict each other, or its steps go round in a circle."""
    steps = tables.project_milestones
    steps = steps[steps["planned_on"].notna()].sort_values(["project", "position"], kind="stable")
    goes_back = steps["planned_on"] < steps.groupby("project")["planned_on"].shift()
    circular = projects["project"].isin(set(steps.loc[goes_back, "project"]))
    return np.select(
        [
            (projects["planned_finish"] < projects["planned_start"]).to_numpy(bool),
            (projects["actual_finish"] < projects["actual_start"]).to_numpy(bool),
            circular.to_numpy(bool),
        ],
        ["finish_before_start", "actual_finish_before_start", "steps_out_of_order"],
        "",
    )


def _milestones(tables: Tables, milestones: pd.DataFrame, as_of: date) -> pd.DataFrame:
    names = milestones["milestone"]
    is_done = milestones["stage"] == Stage.DONE.value
    reports = _stage_reports(tables, as_of)
    proven = reports[(reports["stage"] == Stage.DONE.value) & reports["evidence"].notna()]
    first_done = proven.groupby("milestone")["reference_date"].min()
    is_standing = milestones["rule"] == MilestoneRule.STANDING.value
    return _of_plan(tables, milestones, "milestone", "milestone", is_done).assign(
        next_due=milestones["next_stage_due"].where(~is_done & ~is_standing),
        actual_finish=looked_up(first_done, names).where(is_done),
        is_standing=is_standing,
    )


def _targets(tables: Tables, indicators: pd.DataFrame) -> pd.DataFrame:
    indicators = indicators[indicators["is_counted"]]
    is_met = indicators["light"] == Light.MET.value
    return _of_plan(tables, indicators, "target", "indicator", is_met).assign(
        actual_finish=indicators["first_met_date"].where(is_met), is_standing=False
    )


def _of_plan(
    tables: Tables, lights: pd.DataFrame, kind: str, named: str, is_done: pd.Series
) -> pd.DataFrame:
    """What milestones and targets have in common; named: the column that says which, of the table of that name too."""
    plan = tables[f"{named}s"].set_index(named)
    is_unknown = lights["light"] == Light.NOT_REPORTED.value
    return pd.DataFrame(
        {
            "item": lights[named],
            "kind": kind,
            "task": lights["task"],
            "theme": lights["theme"].astype("object"),
            "department": looked_up(_leads(tables), lights["task"]).astype("object"),
            "name_zh": lights[named].map(plan["name_zh"]),
            "name_en": lights[named].map(plan["name_en"]),
            "light": lights["light"].astype("object"),
            "state": np.where(is_done, "done", np.where(is_unknown, "unknown", "open")),
            "planned_finish": lights["deadline"],
            "finish_precision": np.where(lights["deadline"].isna(), "", "year"),
            "is_finish_assumed": [("deadline_assumed" in flags) for flags in lights["flags"]],
            "fault": "",
            "reported_for": lights["reference_date"],
        }
    )


def _with_slips(
    items: pd.DataFrame, before: pd.DataFrame | None, now: pd.DataFrame
) -> pd.DataFrame:
    """was_* where a date moved, and by how many months.

    A milestone's next date is compared only while it stands at the same stage: the next stage's date is another date.
    """
    if before is None:
        return items
    then = before.set_index("item")
    for name, was, slip in (
        ("planned_start", "was_start", "start_slip_months"),
        ("planned_finish", "was_finish", "finish_slip_months"),
        ("next_due", "was_next_due", "next_slip_months"),
    ):
        old = looked_up(then[name], items["item"]).astype("datetime64[s]")
        if name == "planned_finish":
            # a year that the plan doesn't name is assumed now as it was then: nothing moved
            old = old.where(~items["is_finish_assumed"].astype(bool))
        if name == "next_due":
            stages = [
                looked_up(frame.set_index("item")["stage"], items["item"])
                for frame in (before, now)
            ]
            old = old.where(stages[0].astype("object") == stages[1].astype("object"))
        has_moved = old.notna() & items[name].notna() & (months_between(old, items[name]) != 0)
        items[was] = old.where(has_moved.fillna(False).astype(bool))
        items[slip] = months_between(items[was], items[name])
    return items
