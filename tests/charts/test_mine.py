"""What is theirs, for a reporter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from hengyang import progress, store
from hengyang.access import EVERY_DEPARTMENT
from hengyang.charts.mine import SOON_DAYS, due, mine_panel, tasks
from hengyang.progress import Assessment
from hengyang.review import Event, Proposal, State, Step
from hengyang.schema import LANGUAGES, Tables
from hengyang.ui.links import Addresses
from hengyang.ui.selection import Selection

AS_OF = date(2019, 6, 30)
NOW = datetime(2019, 7, 8, tzinfo=UTC)
LINK = Addresses(Selection())


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


@pytest.fixture(scope="module")
def assessment(tables: Tables) -> Assessment:
    return progress.assess(tables, AS_OF)


def proposal(state: State, reason: str = "") -> Proposal:
    history = [Event(1, Step.DRAFTED, NOW, "wang")]
    if state is State.RETURNED:
        history.append(Event(2, Step.RETURNED, NOW, "li", reason=reason))
    return Proposal(
        id=f"20190708-{state.value}",
        workspace="demo",
        state=state,
        department="science_and_technology",
        period=AS_OF,
        file_name=f"<b>{state.value}.xlsx",
        suffix=".xlsx",
        sha256=None,
        base_release=1,
        by="wang",
        created_at=NOW,
        left_out_rows=(),
        findings=(),
        cell_count=1,
        approved=frozenset(),
        returned=frozenset(),
        history=tuple(history),
    )


def test_a_task_that_is_led_is_not_listed_again_as_supported(tables: Tables) -> None:
    led, supported = tasks([EVERY_DEPARTMENT], tables)
    assert led
    assert not set(led) & set(supported)
    assert set(tasks(["science_and_technology"], tables)[0]) < set(led)
    assert tasks([], tables) == ([], [])


def test_only_what_is_asked_of_the_tasks_is_due(assessment: Assessment) -> None:
    everything = due(assessment, range(32), AS_OF)
    some = due(assessment, [2, 3], AS_OF)
    assert set(some["task"]) <= {2, 3}
    assert set(everything["kind"]) >= {"not-reported", "milestone-due"}
    silent = assessment.counted[assessment.counted["light"] == "not_reported"]
    told = everything[everything["kind"] == "not-reported"]
    assert set(told["subject"]) == set(silent["indicator"])


def test_a_stage_is_told_of_when_it_is_near_and_not_once_it_is_met(assessment: Assessment) -> None:
    stages = assessment.milestones.head(3).assign(
        task=5,
        light=["behind", "behind", "met"],
        next_stage_due=pd.to_datetime(AS_OF) + pd.to_timedelta([SOON_DAYS, SOON_DAYS + 1, 1], "D"),
    )
    found = due(replace(assessment, milestones=stages), [5], AS_OF)
    told = found.loc[found["kind"] == "milestone-due", "subject"]
    assert list(told) == [stages["milestone"].iloc[0]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_came_back_stands_first_with_its_reason_and_is_no_html(
    language: str, assessment: Assessment, tables: Tables
) -> None:
    own = [proposal(State.DRAFT), proposal(State.RETURNED, "<i>错"), proposal(State.PUBLISHED)]
    html = mine_panel(["science_and_technology"], own, assessment, tables, AS_OF, language, LINK)
    assert "&lt;i&gt;错" in html
    assert "<b>" not in html
    assert html.index("20190708-returned") < html.index("20190708-draft")
    assert "20190708-published" not in html
