"""Loading, cached: each release is read from the store once a process, each assessment computed once.

Tables are shared by all readers and never mutated. Nothing here depends on who is asking.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pandas as pd
import streamlit as st

from hengyang import progress, store
from hengyang.errors import NotUnderstood
from hengyang.progress import Assessment, Thresholds
from hengyang.schema import Tables


@cache
def prepare_store() -> str:
    """The address of the store, with both workspaces prepared; done once a process."""
    url = store.store_url()
    store.prepare(url)
    return url


# A publish by another process shows within this time; short enough for a meeting, long enough to spare the disk.
@st.cache_resource(ttl=5, max_entries=8, show_spinner=False)
def releases(workspace: str) -> pd.DataFrame:
    """The releases of a workspace, oldest first (schema.RELEASES)."""
    return store.open_store(prepare_store(), workspace).releases()


@st.cache_resource(max_entries=8, show_spinner=False)
def _tables_at(url: str, workspace: str, release: int) -> Tables:
    return store.open_store(url, workspace).read(release)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Thresholds: repr})
def _assessment_at(
    url: str, workspace: str, release: int, as_of: date, thresholds: Thresholds
) -> Assessment:
    return progress.assess(_tables_at(url, workspace, release), as_of, thresholds)


def tables(workspace: str, release: int | None = None) -> Tables:
    """All tables of a workspace at a release, the newest when None. Raises: NotUnderstood for an unknown release."""
    known = releases(workspace)["release"]
    number = int(known.max()) if release is None else release
    if number not in set(known):
        raise NotUnderstood("error-no-release", number=str(number), newest=str(known.max()))
    return _tables_at(prepare_store(), workspace, number)


@st.cache_resource(max_entries=4, show_spinner=False)
def _reports_at(url: str, workspace: str, release: int) -> pd.DataFrame:
    return store.open_store(url, workspace).rows_up_to("observations", release)


def reports(workspace: str, release: int) -> pd.DataFrame:
    """Every row of observations that was released up to a release (Store.rows_up_to)."""
    return _reports_at(prepare_store(), workspace, release)


def departments() -> frozenset[str]:
    """The departments of the plan, which is the same in every workspace."""
    return frozenset(tables(store.OFFICIAL)["departments"]["department"])


def assessment(
    workspace: str, release: int, as_of: date, thresholds: Thresholds = progress.DEFAULT_THRESHOLDS
) -> Assessment:
    """Lights and roll-ups of a workspace at a release and a day."""
    return _assessment_at(prepare_store(), workspace, release, as_of, thresholds)
