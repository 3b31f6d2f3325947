"""The three-year rolling investment plan: by year, theme, department, division and source; and what slipped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from hengyang.delivery.states import last_spending, project_states
from hengyang.remembered import remembered
from hengyang.schema import Funding, ProjectStage, Tables, Theme

#: What the plan may be cut by.
DIMENSIONS = ("theme", "lead_department", "division", "funding")


def plan_years(tables: Tables, year: int) -> tuple[int, int, int]:
    """The three years of the plan seen from a year: up to the notice's horizon, later ones once it has passed.

    2018, 2019, 2020 for every year up to 2020.
    """
    last = max(int(tables.plan["horizon_year"].iloc[0]), year)
    return last - 2, last - 1, last


def _order(tables: Tables, by: str) -> dict[str, int]:
    """The groups of a dimension in the plan's own order."""
    named = {"lead_department": ("departments", "department"), "division": ("divisions",) * 2}
    if by in named:
        table, column = named[by]
        groups = list(tables[table][column.removesuffix("s")])
    else:
        groups = [str(member) for member in (Theme if by == "theme" else Funding)]
    return {group: at for at, group in enumerate(groups)}


@remembered(16)
def yearly_money(tables: Tables, as_of: date) -> pd.DataFrame:
    """One row a project, year and source: planned_wanyuan, and invested_wanyuan as last reported up to as_of.

    A source that was planned and not reported has an empty invested_wanyuan, one reported without a plan an
    empty planned_wanyuan.
    """
    day = pd.Timestamp(as_of)
    key = ["project", "year", "funding"]
    planned = tables.project_investments[[*key, "planned_wanyuan"]]
    planned = planned.astype({"funding": "str", "year": "int64"})
    years = sorted({*planned["year"], *tables.project_spending["reference_date"].dt.year})
    parts = [
        last_spending(tables, year, day).assign(year=year)[[*key, "invested_wanyuan"]]
        for year in years
    ]
    spent = pd.concat(parts) if parts else pd.DataFrame(columns=[*key, "invested_wanyuan"])
    spent = spent.astype({"funding": "str", "year": "int64", "invested_wanyuan": "float64"})
    return planned.merge(spent, on=key, how="outer")


@remembered(32)
def rolling_plan(
    tables: Tables,
    as_of: date,
    years: Sequence[int],
    by: str,
    projects: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Sums of the plan by one of DIMENSIONS and year, for some projects (all when None).

    Columns: the dimension (empty where a project has none), then per year planned_<year> and invested_<year>
    in 万元 (empty where nothing was planned or reported), projects.
    """
    money = yearly_money(tables, as_of)
    if projects is not None:
        money = money[money["project"].isin(projects["project"])]
    if by != "funding":
        facts = project_states(tables, as_of).set_index("project")[by].astype("object")
        money = money.assign(**{by: money["project"].map(facts)})
    money = money[money["year"].isin(years)]
    wanted = [f"{kind}_{year}" for year in years for kind in ("planned", "invested")]
    parts = [
        money[money["year"] == year]
        .groupby(by, dropna=False)[["planned_wanyuan", "invested_wanyuan"]]
        .sum(min_count=1)
        .set_axis([f"planned_{year}", f"invested_{year}"], axis=1)
        for year in years
    ]
    order = _order(tables, by)
    sums = pd.concat(parts, axis=1).sort_index(
        key=lambda groups: groups.map(lambda group: order.get(group, len(order)))
    )
    counted = money.groupby(by, dropna=False)["project"].nunique()
    return sums[wanted].assign(projects=counted).rename_axis(by).reset_index()


@remembered(16)
def carried_over(tables: Tables, as_of: date, year: int) -> pd.DataFrame:
    """What the years before `year` left undone in projects that go on, and the plan of `year` with it added.

    One row a project and source with something left: project, funding, planned_wanyuan (of `year` as it
    stands, 0 when there was none), left_wanyuan (planned and not invested in year − 1), carried_wanyuan (both
    together). Completed projects carry nothing over; nor does a source whose investment was not reported.
    """
    money = yearly_money(tables, as_of)
    states = project_states(tables, as_of).set_index("project")["stage"].astype("object")
    before = money[money["year"] == year - 1].assign(
        left_wanyuan=lambda rows: (rows["planned_wanyuan"] - rows["invested_wanyuan"]).round(6)
    )
    before = before[before["left_wanyuan"] > 0]
    is_open = before["project"].map(states) != ProjectStage.COMPLETED.value
    before = before.loc[is_open, ["project", "funding", "left_wanyuan"]]
    now = money.loc[money["year"] == year, ["project", "funding", "planned_wanyuan"]]
    found = before.merge(now, on=["project", "funding"], how="left")
    found["planned_wanyuan"] = found["planned_wanyuan"].fillna(0.0)
    found["carried_wanyuan"] = found["planned_wanyuan"] + found["left_wanyuan"]
    return found[["project", "funding", "planned_wanyuan", "left_wanyuan", "carried_wanyuan"]]
