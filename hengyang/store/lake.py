"""A lake: a store of many plans. Which plans it has, and how several are brought into it at once.

Rows of all plans lie in tables that they share, partitioned by plan; what a reader of one plan sees is told by that
plan's own releases (Store with a `plan`). Which plans there are stands in a table of the workspace.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pandas as pd
import pyarrow as pa

from hengyang.errors import DataMissing
from hengyang.schema import LAKE_PLANS, TABLES
from hengyang.store import delta
from hengyang.store.location import below, demand_plan_name, holds_simulated
from hengyang.store.rows import IN_LAKE, SUBMISSIONS, in_lake, rows_to_append, stored_schema
from hengyang.store.store import Store, create_workspace

_THREADS = 4
_BASE = 0
#: So many plans at once are worth a checkpoint of the tables' logs; with few of them it is the slower to read.
_MANY = 12


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
    broke off, it adds nothing twice, in whatever groups the plans come then.
    Raises: SchemaMismatch for rows that the declarations forbid; DataMissing for a name that no plan can have.
    """
    for plan in plans:
        demand_plan_name(plan)
    _create(url, workspace, list(plans))
    stores = {plan: Store(str(url), workspace, plan) for plan in plans}
    declared = {name: in_lake(table) for name, table in TABLES.items()}

    def add(name: str) -> dict[str, pd.DataFrame]:
        given = [
            frames[name].assign(plan=plan, row=range(1, len(frames[name]) + 1))
            for plan, frames in plans.items()
            if name in frames and len(frames[name])
        ]
        if not given:
            return {}
        rows = rows_to_append(
            declared[name],
            submission,
            pd.concat(given, ignore_index=True),
            None,
            is_simulated=holds_simulated(workspace),
        )
        own = {
            str(plan): part.reset_index(drop=True)
            for plan, part in rows.groupby(IN_LAKE.name, sort=False)
        }
        _append_each(
            below(url, workspace, name), stored_schema(declared[name]), own, submission, reason
        )
        return own

    with ThreadPoolExecutor(_THREADS) as pool:
        added = dict(zip(TABLES, pool.map(add, TABLES), strict=True))
    brought = in_lake(SUBMISSIONS)
    manifests = {
        plan: brought.coerce(
            pd.DataFrame(
                [
                    {
                        "plan": plan,
                        "submission": submission,
                        "table": name,
                        "rows": len(own[plan]),
                        "mark": delta.fingerprint(own[plan]),
                    }
                    for name, own in sorted(added.items())
                    if plan in own
                ]
            )
        )
        for plan in plans
    }
    address = below(url, workspace, SUBMISSIONS.name)
    _append_each(address, brought.arrow_schema(), manifests, submission, reason)
    with ThreadPoolExecutor(_THREADS) as pool:
        list(
            pool.map(
                lambda store: store.publish(submission, _BASE, actor, reason, published_at),
                stores.values(),
            )
        )
    _register(url, workspace, plans, submission, reason, published_at)
    if len(plans) >= _MANY:
        # Each brought a file to each table: whoever opens one reads of them in one go from now on.
        next(iter(stores.values())).checkpoint()


def _create(url: str | os.PathLike[str], workspace: str, plans: list[str]) -> None:
    """The shared tables where missing, and each plan's own table of releases."""
    if not plans:
        raise DataMissing("no plan to bring", name="plan")
    create_workspace(url, workspace, plans[0])
    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(lambda plan: Store(str(url), workspace, plan).create_releases(), plans))


def _append_each(
    address: str,
    schema: pa.Schema,
    own: Mapping[str, pd.DataFrame],
    submission: str,
    reason: str,
    but: Sequence[str] = (),
) -> None:
    """Each plan's rows, under the name that its own Store knows the submission by; one commit for all.

    but: columns in which rows of one submission may differ from those that it brought before.
    """
    parts = {
        f"{plan}/{submission}": (
            delta.to_arrow(rows, schema),
            delta.fingerprint(rows.drop(columns=[*but])),
        )
        for plan, rows in own.items()
    }
    if parts:
        delta.append_each_once(address, parts, {"reason": reason})


def _register(
    url: str | os.PathLike[str],
    workspace: str,
    plans: Mapping[str, Mapping[str, pd.DataFrame]],
    submission: str,
    reason: str,
    added_at: datetime,
) -> None:
    address = below(url, workspace, LAKE_PLANS.name)
    delta.create(address, LAKE_PLANS.arrow_schema(), LAKE_PLANS.row, found_by="plan")
    rows = LAKE_PLANS.validate(
        pd.concat([frames["plan"].assign(plan=plan) for plan, frames in plans.items()])[
            ["plan", "name_zh", "name_en"]
        ].assign(is_simulated=holds_simulated(workspace), added_at=added_at)
    )
    own = {plan: rows[rows["plan"] == plan].reset_index(drop=True) for plan in plans}
    # Who repeats it does so at another time, and it is the same all the same.
    _append_each(address, LAKE_PLANS.arrow_schema(), own, submission, reason, but=["added_at"])
