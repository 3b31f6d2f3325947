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

    2018, 2019, 2020 for every year up to 2020; 2019 to 2021 once it is rolled forward, a release having carried what
    2019 left undone into 2020: the year that slipped stays in view.
    """
    rolled_to = _carried(tables)["year"]
    furthest = int(rolled_to.max()) + 1 if len(rolled_to) else year
    last = max(int(tables.plan["horizon_year"].iloc[0]), year, furthest)
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


@remembered(32)
def planned_projects(
    tables: Tables, as_of: date, years: Sequence[int], projects: pd.DataFrame | None = None
) -> int:
    """How many projects rolling_plan counts in these years, whatever it cuts them by: each once."""
    money = yearly_money(tables, as_of)
    if projects is not None:
        money = money[money["project"].isin(projects["project"])]
    return int(money.loc[money["year"].isin(years), "project"].nunique())


@remembered(16)
def carried_over(tables: Tables, as_of: date, year: int) -> pd.DataFrame:
    """What the years before `year` left undone in projects that go on, and the plan of `year` with it added.

    One row a project and source with something left: project, funding, planned_wanyuan (of `year` as it
    stands, 0 when there was none), left_wanyuan (planned and not invested in year − 1), carried_wanyuan (both
    together, what was carried into `year` before not counted twice). Completed projects carry nothing over; nor does
    a source whose investment was not reported.
    """
    money = yearly_money(tables, as_of)
    before = money[money["year"] == year - 1].assign(
        left_wanyuan=lambda rows: (rows["planned_wanyuan"] - rows["invested_wanyuan"]).round(6)
    )
    before = before[(before["left_wanyuan"] > 0) & _goes_on(tables, as_of, before)]
    before = before[["project", "funding", "left_wanyuan"]]
    now = money.loc[money["year"] == year, ["project", "funding", "planned_wanyuan"]]
    known = _carried(tables)
    known = known.loc[known["year"] == year, ["project", "funding", "carried_wanyuan"]]
    found = before.merge(now, on=["project", "funding"], how="left")
    found = found.merge(known, on=["project", "funding"], how="left")
    found["planned_wanyuan"] = found["planned_wanyuan"].fillna(0.0)
    own = found["planned_wanyuan"] - found["carried_wanyuan"].fillna(0.0)
    found["carried_wanyuan"] = own + found["left_wanyuan"]
    return found[["project", "funding", "planned_wanyuan", "left_wanyuan", "carried_wanyuan"]]


@remembered(4)
def rolled_forward(tables: Tables, as_of: date, year: int) -> pd.DataFrame:
    """The plan rolled forward to `year`: what is to be reviewed as its three years from then on.

    One row a project that goes on, source that it has planned since year − 1, and year of the three: project, year,
    funding, planned_wanyuan (as published; of `year` with what slipped added; empty for a year that nobody has planned
    yet), carried_wanyuan (what slipped out of year − 1, else as published).
    """
    money = yearly_money(tables, as_of)
    recent = money[(money["year"] >= year - 1) & money["planned_wanyuan"].notna()]
    recent = recent[_goes_on(tables, as_of, recent)]
    sources = recent[["project", "funding"]].drop_duplicates()
    years = pd.DataFrame({"year": [year, year + 1, year + 2]})
    key = ["project", "year", "funding"]
    found = sources.merge(years, how="cross").merge(
        money[[*key, "planned_wanyuan"]], on=key, how="left"
    )
    found = found.merge(_carried(tables), on=key, how="left")
    over = carried_over(tables, as_of, year).assign(year=year)
    found = found.merge(
        over[[*key, "left_wanyuan", "carried_wanyuan"]], on=key, how="left", suffixes=("", "_new")
    )
    has_slipped = found["left_wanyuan"].notna()
    return found.assign(
        planned_wanyuan=found["carried_wanyuan_new"].where(has_slipped, found["planned_wanyuan"]),
        carried_wanyuan=found["left_wanyuan"].where(has_slipped, found["carried_wanyuan"]),
    )[[*key, "planned_wanyuan", "carried_wanyuan"]]


@remembered(16)
def slipped(tables: Tables, as_of: date, before: Tables | None = None) -> pd.DataFrame:
    """What releases have carried from one year into the next; with `before` only what they carried since that one.

    One row a project, year and source: project, year (that it was planned for), funding, planned_wanyuan and
    invested_wanyuan (of that year, as last reported up to as_of), carried_wanyuan (into year + 1, beyond what `before`
    had carried). The most carried first.
    """
    key = ["project", "year", "funding"]
    found = _carried(tables)
    if before is not None:
        found = found.merge(_carried(before), on=key, how="left", suffixes=("", "_before"))
        rest = found["carried_wanyuan"] - found.pop("carried_wanyuan_before").fillna(0.0)
        found = found.assign(carried_wanyuan=rest.round(6))
    found = found[found["carried_wanyuan"] > 0].assign(year=lambda rows: rows["year"] - 1)
    found = found.merge(yearly_money(tables, as_of), on=key, how="left")
    order = ["carried_wanyuan", *key]
    found = found.sort_values(order, ascending=[False, True, True, True], ignore_index=True)
    return found[[*key, "planned_wanyuan", "invested_wanyuan", "carried_wanyuan"]]


def _carried(tables: Tables) -> pd.DataFrame:
    rows = tables.project_investments
    rows = rows.loc[
        rows["carried_wanyuan"].notna(), ["project", "year", "funding", "carried_wanyuan"]
    ]
    return rows.astype({"funding": "str", "year": "int64"})


def _goes_on(tables: Tables, as_of: date, rows: pd.DataFrame) -> pd.Series:
    stages = project_states(tables, as_of).set_index("project")["stage"].astype("object")
    return rows["project"].map(stages) != ProjectStage.COMPLETED.value
