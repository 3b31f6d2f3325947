"""A roll-up: the same rows whoever works them out."""

from __future__ import annotations

import logging
from datetime import date

import pandas as pd
import pytest

from hengyang import lake, store
from hengyang.errors import DataMissing, PlanError
from hengyang.lake import rolling
from hengyang.store import DEMO


@pytest.mark.proof
def test_two_workers_find_what_one_process_finds_bit_for_bit(
    lake_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[tuple[int, int]] = []
    here = lake.roll_up(lake_url, DEMO)
    there = lake.roll_up(
        lake_url, DEMO, workers=2, progress=lambda done, count: told.append((done, count))
    )
    for name, frame in here.frames.items():
        pd.testing.assert_frame_equal(frame, there.frames[name], check_exact=True)
    assert here.submission == there.submission
    assert (here.as_of, here.plan_count) == (date(2019, 6, 30), 3)
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_every_plan_is_there_as_if_it_were_asked_alone(lake_url: str) -> None:
    found = lake.roll_up(lake_url, DEMO, date(2019, 3, 31)).frames
    assert list(found["standings"]["plan"]) == ["city-001", "city-002", "city-003"]
    tables = store.open_store(lake_url, DEMO, "city-002").read()
    alone, lights = lake.standing_of(tables, date(2019, 3, 31), is_simulated=True)
    own = found["standings"].iloc[[1]].assign(rank=None)
    assert own["met"].iloc[0] == alone["met"].iloc[0]
    assert own["mean_attainment_pct"].iloc[0] == alone["mean_attainment_pct"].iloc[0]
    rows = found["plan_lights"]
    pd.testing.assert_frame_equal(
        rows[rows["plan"] == "city-002"].reset_index(drop=True), lights, check_exact=True
    )


def test_another_day_is_another_submission(lake_url: str) -> None:
    days = (date(2018, 12, 31), date(2019, 6, 30))
    assert len({lake.roll_up(lake_url, DEMO, day).submission for day in days}) == 2


def test_a_lake_without_plans_and_a_scheduler_that_is_not_there_are_said(
    lake_url: str, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DataMissing):
        lake.roll_up(str(tmp_path), DEMO)
    monkeypatch.setattr(rolling, "_CONNECT_SECONDS", 1)
    with pytest.raises(PlanError) as refused:
        lake.roll_up(lake_url, DEMO, scheduler="tcp://127.0.0.1:9")
    assert refused.value.key == "lake-error-scheduler"
