"""A lake: a store of many plans. Which plans it has, and how several are brought into it at once.

Rows of all plans lie in tables that they share, partitioned by plan; what a reader of one plan sees is told by that
plan's own releases (Store with a `plan`). Which plans there are stands in a table of the workspace.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pandas as pd

from hengyang.errors import DataMissing
from hengyang.schema import LAKE_PLANS, TABLES
from hengyang.store import delta
from hengyang.store.location import below, demand_plan_name, holds_simulated
from hengyang.store.rows import IN_LAKE, in_lake, rows_to_append, stored_schema
from hengyang.store.store import SUBMISSIONS, Store, create_workspace

_THREADS = 4
_BASE = 0


def lake_plans(url: str | os.PathLike[str], workspace: str) -> pd.DataFrame:
    """schema.LAKE_PLANS in the order of their identifiers; empty where nothing has been brought yet."""
    address = below(url, workspace, LAKE_PLANS.name)
    if not delta.exists(address):
        return LAKE_PLANS.empty()
    frame = LAKE_PLANS.coerce(delta.read(address).to_pandas())
    return frame.drop_duplicates("plan", keep="last").sort_values("plan", ignore_index=True)


def add_plans(
    url: str | os.PathLike[str],
    workspace: str,
    plans: Mapping[str, Mapping[str, pd.DataFrame]],
    *,
    submission: str,
    actor: str,
    reason: str,
    published_at: datetime,
) -> None:
    """Bring plans that the lake does not have yet, each with its first release: one commit a shared table for all.

    `plans` maps a plan's name in the lake → table name → rows; each needs its one row of `plan`. Repeated after it
    broke off, it adds nothing twice.
    Raises: SchemaMismatch for rows that the declarations forbid; DataMissing for a name that no plan can have.
    """
    for plan in plans:
        demand_plan_name(plan)
    _create(url, workspace, list(plans))
    stores = {plan: Store(str(url), workspace, plan) for plan in plans}
    shared = f"{'+'.join(plans)}/{submission}"
    manifest: list[dict[str, object]] = []

    def add(name: str) -> list[dict[str, object]]:
        given = [frames[name].assign(plan=plan) for plan, frames in plans.items() if name in frames]
        if not sum(map(len, given)):
            return []
        rows = rows_to_append(
            in_lake(TABLES[name]),
            submission,
            pd.concat(given, ignore_index=True),
            None,
            is_simulated=holds_simulated(workspace),
        )
        arrow = delta.to_arrow(rows, stored_schema(in_lake(TABLES[name])))
        delta.append_once(
            below(url, workspace, name), arrow, shared, delta.fingerprint(rows), {"reason": reason}
        )
        return [
            {
                "plan": plan,
                "submission": submission,
                "table": name,
                "rows": len(own),
                "mark": delta.fingerprint(own.reset_index(drop=True)),
            }
            for plan, own in rows.groupby(IN_LAKE.name, sort=False, observed=True)
        ]

    with ThreadPoolExecutor(_THREADS) as pool:
        for found in pool.map(add, TABLES):
            manifest += found
    declared = in_lake(SUBMISSIONS)
    marks = declared.coerce(pd.DataFrame(manifest))
    delta.append_once(
        below(url, workspace, SUBMISSIONS.name),
        delta.to_arrow(marks, declared.arrow_schema()),
        shared,
        delta.fingerprint(marks),
        {"reason": reason},
    )
    with ThreadPoolExecutor(_THREADS) as pool:
        list(
            pool.map(
                lambda store: store.publish(submission, _BASE, actor, reason, published_at),
                stores.values(),
            )
        )
    _register(url, workspace, plans, shared, published_at)


def _create(url: str | os.PathLike[str], workspace: str, plans: list[str]) -> None:
    """The shared tables where missing, and each plan's own table of releases."""
    if not plans:
        raise DataMissing("no plan to bring", name="plan")
    create_workspace(url, workspace, plans[0])
    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(lambda plan: Store(str(url), workspace, plan).create_releases(), plans))


def _register(
    url: str | os.PathLike[str],
    workspace: str,
    plans: Mapping[str, Mapping[str, pd.DataFrame]],
    shared: str,
    added_at: datetime,
) -> None:
    named = pd.concat([frames["plan"].assign(plan=plan) for plan, frames in plans.items()])
    rows = LAKE_PLANS.validate(
        named[["plan", "name_zh", "name_en"]].assign(
            is_simulated=holds_simulated(workspace), added_at=added_at
        )
    )
    address = below(url, workspace, LAKE_PLANS.name)
    delta.create(address, LAKE_PLANS.arrow_schema(), LAKE_PLANS.row)
    arrow = delta.to_arrow(rows, LAKE_PLANS.arrow_schema())
    delta.append_once(address, arrow, shared, delta.fingerprint(rows), {})
