"""The demo's departments judged: single items by hand, and cases by what became of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from hengyang import delivery, inspection, progress, store
from hengyang.delivery import Appraisal
from hengyang.delivery.appraisal_items import case_outcome
from hengyang.schema import CASE_EVENTS


@pytest.fixture(scope="module")
def demo(store_url: str) -> Appraisal:
    return appraised(store_url, "demo")


def appraised(url: str, workspace: str) -> Appraisal:
    return asking(store.open_store(url, workspace))()


def asking(kept: store.Store) -> Callable[[], Appraisal]:
    """Asks for the same release and day again and again."""
    tables, rule = kept.read(), delivery.published_rule()
    assessment = progress.assess(tables, progress.default_as_of(tables))
    reports = kept.rows_up_to("observations", tables.release)
    return lambda: inspection.appraisal_at(kept, tables, assessment, reports, rule)


def test_an_appraisal_is_kept_until_somebody_takes_another_step(
    own_store_url: str, tmp_path: Path
) -> None:
    kept = store.open_store(own_store_url, "demo")
    asked = asking(kept)

    def sent_back(case: str) -> None:
        step = {"case": case, "event": 9, "step": "sent_back", "is_simulated": True}
        at = pd.Timestamp("2019-06-09", tz="UTC")
        row = pd.DataFrame([{**step, "at": at, "actor": "li", "text": "why?"}])
        store.append_once(kept, CASE_EVENTS, CASE_EVENTS.coerce(row), case)

    place = Path(own_store_url, "demo", CASE_EVENTS.name)
    copy = shutil.copytree(place, tmp_path / "copy")
    before = asked()
    assert asked() is before
    sent_back("T15-1-2018-12")
    after = asked()
    assert after is not before
    assert asked() is after
    # As many steps, but others: a copy from before the last was put back, and the next step was another.
    shutil.rmtree(place)
    shutil.copytree(copy, place)
    sent_back("T09-3-2018-12")
    assert asked() is not after


def test_an_appraisal_without_any_step_is_kept_too(store_url: str) -> None:
    asked = asking(store.open_store(store_url, "official"))
    assert asked() is asked()


def of(demo: Appraisal, component: str, **wanted: str) -> pd.DataFrame:
    rows = demo.items[demo.items["component"] == component]
    for name, value in wanted.items():
        rows = rows[rows[name] == value]
    return rows


def test_a_score_is_the_sum_of_its_components_by_hand(demo: Appraisal) -> None:
    row = demo.scores.set_index("department").loc["agriculture"]
    parts = {}
    for component in ("progress", "punctuality", "quality", "cases"):
        known = of(demo, component, department="agriculture").dropna(subset="credit_pct")
        parts[component] = (known["weight"] * known["credit_pct"]).sum() / known["weight"].sum()
    score = 0.4 * parts["progress"] + 0.2 * sum(parts.values()) - 0.2 * parts["progress"]
    assert row["score_pct"] == int(score * 10) / 10
    assert row["rank"] == 1 + (demo.ranked["score_pct"] > row["score_pct"]).sum()


def test_a_shared_task_counts_half_for_who_is_listed_later(demo: Appraisal) -> None:
    weights = of(demo, "progress", subject="T24-4").set_index("department")["weight"]
    assert weights["agriculture"] == 0.5
    assert (weights == 1).sum() == 1


def test_what_the_demo_corrects_withdraws_and_leaves_without_evidence_is_found(
    demo: Appraisal,
) -> None:
    corrected = of(demo, "quality", reason="corrected")
    assert set(corrected["subject"]) == {"T02-2", "T16-1", "T24-3", "T24-6"}
    assert set(of(demo, "quality", reason="no_evidence")["subject"]) == {"T02-M1", "T18-M2"}


def test_only_cases_that_somebody_was_asked_about_count(demo: Appraisal) -> None:
    found = of(demo, "cases").set_index("subject")["reason"].to_dict()
    assert found == {
        "T02-3-2019-01": "closed_on_time",
        "T04-1-2018-09": "overdue",
        "T09-3-2018-12": "pending",
        "T13-5-2018-09": "overdue",
        "T15-1-2018-12": "pending",
        "T15-M2-2018-10": "pending",
        "T20-1-2018-09": "closed_on_time",
    }


def test_silence_after_a_month_is_no_reply(store_url: str) -> None:
    events = inspection.case_events(store.open_store(store_url, "demo"), "T15-1-2018-12")
    row = {"state": "asked", "is_overdue": False}
    rule = delivery.published_rule()
    asked = date(2019, 6, 11)
    assert case_outcome(row, events, asked.replace(month=7), rule) == "pending"
    assert case_outcome(row, events, date(2019, 7, 12), rule) == "unanswered"


def test_in_official_nobody_is_ranked_for_nobody_reports(store_url: str) -> None:
    found = appraised(store_url, "official")
    assert not found.scores["is_ranked"].any()
    assert found.ranges.empty
    assert found.swaps.empty
    reports = found.items[found.items["component"] == "punctuality"]
    assert set(reports["reason"]) == {"not_begun"}
    assert reports["credit_pct"].isna().all()
