"""A release is read once a process, and what is shared stays as it was read."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from hengyang import progress
from hengyang.errors import NotUnderstood
from hengyang.store.store import Store
from hengyang.ui import loading
from hengyang.ui.links import PAGES
from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def prepared(store_url, monkeypatch):
    monkeypatch.setenv("HENGYANG_STORE", store_url)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def reads(monkeypatch):
    """How often each (workspace, release) was read from the disk."""
    counted = Counter()
    original = Store.read

    def read(self, release=None):
        counted[self.workspace, release] += 1
        return original(self, release)

    monkeypatch.setattr(Store, "read", read)
    return counted


def test_a_release_is_read_once_however_many_ask(reads):
    first = loading.tables("demo")
    assert loading.tables("demo") is first
    assert loading.tables("demo", first.release) is first
    assert reads == {("demo", first.release): 1}


def test_an_assessment_is_computed_once_a_day_and_release(monkeypatch):
    computed = Counter()
    original = progress.assess

    def assess(tables, as_of, thresholds):
        computed[tables.release, as_of] += 1
        return original(tables, as_of, thresholds)

    monkeypatch.setattr(progress, "assess", assess)
    tables = loading.tables("demo")
    day = progress.default_as_of(tables)
    once = loading.assessment("demo", tables.release, day)
    assert loading.assessment("demo", tables.release, day) is once
    assert computed == {(tables.release, day): 1}


def test_workspaces_do_not_mix():
    demo, official = loading.tables("demo"), loading.tables("official")
    assert demo.workspace == "demo"
    assert official.workspace == "official"
    assert len(demo.observations) > len(official.observations)


@pytest.mark.parametrize("release", [0, -1, 99999])
def test_a_release_that_does_not_exist_is_refused_with_the_newest_named(release):
    with pytest.raises(NotUnderstood) as refusal:
        loading.tables("demo", release)
    assert refusal.value.arguments["newest"] == str(loading.tables("demo").release)


def fingerprint(frames: dict[str, pd.DataFrame]) -> dict[str, str]:
    """Content, order, columns and types of each frame, as one comparable word."""
    return {
        name: f"{frame.dtypes.to_dict()} {frame.index.tolist()} {frame.astype(str).to_csv()}"
        for name, frame in frames.items()
    }


@pytest.mark.proof
def test_no_page_changes_what_all_readers_share():
    tables = loading.tables("demo")
    day = progress.default_as_of(tables)
    assessment = loading.assessment("demo", tables.release, day)
    shared = {
        **tables.frames,
        "releases": loading.releases("demo"),
        "indicator lights": assessment.indicators,
        "milestone lights": assessment.milestones,
        "task counts": assessment.tasks,
        "theme counts": assessment.themes,
    }
    before = fingerprint(shared)
    for file in PAGES.values():
        for parameters in ({}, {"lang": "en", "light": "behind", "theme": "coordination"}):
            page = AppTest.from_file(str(ROOT / file), default_timeout=30)
            for name, value in parameters.items():
                page.query_params[name] = value
            page.run()
            assert not page.exception, file
    assert loading.tables("demo") is tables
    assert fingerprint(shared) == before
