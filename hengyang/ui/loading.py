"""Loading, cached: each release is read from the store once a process, each assessment computed once.

Tables are shared by all readers and never mutated. Nothing here depends on who is asking.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pandas as pd
import streamlit as st

from hengyang import progress, store
from hengyang.errors import DataMissing, NotUnderstood
from hengyang.progress import Assessment, Thresholds
from hengyang.schema import LAKE_PLANS, RELEASES, STANDINGS, Tables
from hengyang.store import Store


def prepare_store() -> str:
    """The address of the store, with both workspaces prepared; done once a process."""
    return _prepared(store.store_url())


@cache
def _prepared(url: str) -> str:
    store.prepare(url)
    return url


def opened(workspace: str, plan: str = "") -> Store:
    """The store of a workspace: of this repository's plan, or of a plan of the lake.

    Raises: DataMissing for a plan that the lake does not have, or where there is no lake.
    """
    url = store.lake_url() if plan else prepare_store()
    if url is None:
        raise DataMissing("no lake is set", key="lake-no-lake", name=plan)
    return _opened(url=url, workspace=workspace, plan=plan)


# Cached functions are called by keywords: to name a positional argument Streamlit inspects the signature on every call,
# which costs each rerun more than what is looked up.


# Whether a workspace or a plan is there is asked once; neither ever goes away.
@st.cache_resource(max_entries=512, show_spinner=False)
def _opened(url: str, workspace: str, plan: str) -> Store:
    return store.open_store(url, workspace, plan)


#: What another process publishes, a report or a roll-up, a click five seconds later shows: this time, and what it takes to
#: read and to draw. Short enough for a meeting, long enough to spare the disk.
LOOKS_AGAIN_AFTER_S = 2


@st.cache_resource(ttl=LOOKS_AGAIN_AFTER_S, max_entries=8, show_spinner=False)
def releases(workspace: str, plan: str = "") -> pd.DataFrame:
    """The releases of a workspace, or of a plan of the lake, oldest first (schema.RELEASES)."""
    return opened(workspace, plan).releases()


def release_numbers(workspace: str, plan: str = "") -> list[int]:
    """The numbers of the releases, the newest first."""
    return sorted(releases(workspace=workspace, plan=plan)["release"].tolist(), reverse=True)


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs={Store: repr})
def _tables_at(opened: Store, release: int) -> Tables:
    return opened.read(release)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Thresholds: repr, Store: repr})
def _assessment_at(opened: Store, release: int, as_of: date, thresholds: Thresholds) -> Assessment:
    return progress.assess(_tables_at(opened=opened, release=release), as_of, thresholds)


def tables(workspace: str, release: int | None = None, plan: str = "") -> Tables:
    """All tables of a workspace (or of a plan of the lake) at a release, the newest when None.

    Raises: NotUnderstood for an unknown release; DataMissing for an unknown plan.
    """
    known = releases(workspace=workspace, plan=plan)["release"]
    if known.empty:  # being brought, or broken off while it was
        raise DataMissing(f"{plan or workspace} has no release yet", name=plan or workspace)
    number = int(known.max()) if release is None else release
    if number not in set(known):
        raise NotUnderstood("error-no-release", number=str(number), newest=str(known.max()))
    return _tables_at(opened=opened(workspace, plan), release=number)


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs={Store: repr})
def _rows_up_to(opened: Store, table: str, release: int) -> pd.DataFrame:
    return opened.rows_up_to(table, release)


def rows_up_to(of: Tables, table: str) -> pd.DataFrame:
    """Every row of a table that was released up to the release of these tables (Store.rows_up_to)."""
    return _rows_up_to(opened=opened(of.workspace, of.of_plan), table=table, release=of.release)


def departments() -> frozenset[str]:
    """The departments of the plan, which is the same in every workspace."""
    return frozenset(tables(store.OFFICIAL)["departments"]["department"])


def assessment(
    workspace: str,
    release: int,
    as_of: date,
    thresholds: Thresholds = progress.DEFAULT_THRESHOLDS,
    plan: str = "",
) -> Assessment:
    """Lights and roll-ups of a workspace, or of a plan of the lake, at a release and a day."""
    return _assessment_at(
        opened=opened(workspace, plan), release=release, as_of=as_of, thresholds=thresholds
    )


@st.cache_resource(ttl=60, max_entries=2, show_spinner=False)
def _lake_plans(url: str, workspace: str) -> pd.DataFrame:
    return store.lake_plans(url, workspace)


def lake_plans(workspace: str) -> pd.DataFrame:
    """schema.LAKE_PLANS of the lake; without rows where there is no lake."""
    url = store.lake_url()
    return LAKE_PLANS.empty() if url is None else _lake_plans(url=url, workspace=workspace)


@st.cache_resource(ttl=LOOKS_AGAIN_AFTER_S, max_entries=2, show_spinner=False)
def _result_releases(url: str, workspace: str) -> pd.DataFrame:
    return store.result_releases(url, workspace)


@st.cache_resource(max_entries=2, show_spinner=False)
def _results(url: str, workspace: str, number: int) -> pd.DataFrame:
    return store.read_results(url, workspace, number)[0][STANDINGS.name]


def forget_lake() -> None:
    """Ask the lake anew what it has."""
    for kept in (_lake_plans, _result_releases, _opened):
        kept.clear()


def standings(workspace: str) -> tuple[pd.DataFrame, pd.Series | None]:
    """schema.STANDINGS of the newest roll-up, and its row of releases; without rows, and None, before the first."""
    url = store.lake_url()
    known = RELEASES.empty() if url is None else _result_releases(url=url, workspace=workspace)
    if url is None or known.empty:
        return STANDINGS.empty(), None
    newest = known.iloc[-1]
    return _results(url=url, workspace=workspace, number=int(newest["release"])), newest
