"""What falls due soon, and what is past and not done: starts, steps, finishes, stages, target years, answers to issues."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd

from hengyang.delivery.roadmap import looked_up, months_between
from hengyang.remembered import remembered
from hengyang.schema import ProjectStage, Tables

#: How far ahead the list of what falls due looks.
DUE_WITHIN_DAYS = 90
#: Of what falls due: the worst first.
URGENCY = ("overdue", "unreported", "coming")


@remembered(32)
def due(
    tables: Tables, items: pd.DataFrame, as_of: date, within_days: int = DUE_WITHIN_DAYS
) -> pd.DataFrame:
    """What falls due within some days and what is past and not done, of items of `roadmap`; the longest overdue first.

    One row a date: item, what (start, step, finish; stage of a milestone; year of a milestone or target; action that an
    issue asks for), step_zh, step_en, due_on, precision, department (whose), light, urgency (of URGENCY; unreported: past,
    and no report since says whether it was done), days and months (until it is due, negative when past), kind, name_zh, name_en, task.
    A date of as_of itself has not passed.
    """
    day, last = pd.Timestamp(as_of), pd.Timestamp(as_of + timedelta(days=within_days))
    found = pd.concat([*_project_dates(tables, items, day), *_plan_dates(items)], ignore_index=True)
    found = found[found["due_on"].notna() & (found["due_on"] <= last)]
    is_past = found["due_on"] < day
    is_told = found["reported_for"].notna() & (found["reported_for"] >= found["due_on"])
    urgency = np.where(~is_past, "coming", np.where(is_told, "overdue", "unreported"))
    facts = items.set_index("item")
    kept = ["kind", "task", "name_zh", "name_en", "light"]
    found = found.assign(
        urgency=urgency,
        days=(found["due_on"] - day).dt.days,
        months=months_between(pd.Series(day, index=found.index), found["due_on"]).astype("Int64"),
        **{name: looked_up(facts[name], found["item"]) for name in kept},
    ).drop(columns="reported_for")
    rank = found["urgency"].map({name: at for at, name in enumerate(URGENCY)})
    return (
        found.assign(rank=rank)
        .sort_values(["rank", "due_on", "task", "item"], kind="stable")
        .drop(columns="rank")
        .reset_index(drop=True)
    )


def _project_dates(tables: Tables, items: pd.DataFrame, day: pd.Timestamp) -> list[pd.DataFrame]:
    """Starts, steps, finishes and actions of the projects among the items that are not done."""
    own = items[(items["kind"] == "project") & (items["state"] != "done")]
    reports = tables.project_reports
    reports = reports[(reports["reference_date"] <= day) & reports["project"].isin(own["item"])]
    last = reports.drop_duplicates("project", keep="last").set_index("project")
    told = looked_up(last["reference_date"], own["item"])
    stage = looked_up(last["stage"].astype("object"), own["item"])
    is_waiting = stage.isna() | (stage == ProjectStage.PREPARATORY.value)
    facts = {"item": own["item"], "department": own["department"], "reported_for": told}
    starts = _dates(facts, "start", own["planned_start"])[is_waiting.to_numpy(bool)]
    finishes = _dates(facts, "finish", own["planned_finish"])
    steps = tables.project_milestones
    steps = steps[steps["project"].isin(own["item"])]
    of_step = own.set_index("item")
    # the first and last step repeat the project's own start and finish
    start = looked_up(of_step["planned_start"], steps["project"])
    finish = looked_up(of_step["planned_finish"], steps["project"])
    position = steps.groupby("project")["position"]
    is_end = (steps["position"] == position.transform("min")) & start.notna()
    is_end |= (steps["position"] == position.transform("max")) & finish.notna()
    is_open = steps["actual_on"].isna() | (steps["actual_on"] > day)
    steps = steps[is_open & steps["planned_on"].notna() & ~is_end]
    of_steps = _dates(
        {
            "item": steps["project"],
            "department": looked_up(of_step["department"], steps["project"]),
            "reported_for": looked_up(last["reference_date"], steps["project"]),
        },
        "step",
        steps["planned_on"],
    ).assign(step_zh=steps["name_zh"].to_numpy(), step_en=steps["name_en"].to_numpy())
    asked = last[last["action_due"].notna()]
    actions = _dates(
        {
            "item": asked.index.to_series(),
            "department": asked["action_department"],
            "reported_for": asked["reference_date"],
        },
        "action",
        asked["action_due"],
    ).assign(step_zh=asked["issue_zh"].to_numpy())
    return [starts, of_steps, finishes, actions]


def _plan_dates(items: pd.DataFrame) -> list[pd.DataFrame]:
    """Stages and target years of milestones and targets that are not done; a standing duty has none."""
    own = items[(items["kind"] != "project") & (items["state"] != "done")]
    facts = {"item": own["item"], "department": own["department"]}
    stages = _dates({**facts, "reported_for": own["reported_for"]}, "stage", own["next_due"])
    # whether the report is new enough to say how it ended is part of the light, and so of the state
    told = own["planned_finish"].where(own["state"] == "open")
    years = _dates({**facts, "reported_for": told}, "year", own["planned_finish"])
    return [stages, years.assign(precision="year")]


def _dates(facts: dict[str, pd.Series], what: str, days: pd.Series) -> pd.DataFrame:
    days = days.astype("datetime64[s]")
    return pd.DataFrame(
        {
            **{name: values.to_numpy() for name, values in facts.items()},
            "what": what,
            "step_zh": None,
            "step_en": None,
            "due_on": days.to_numpy(),
            "precision": np.where(days.dt.is_month_end, "month", "day"),
        }
    )
