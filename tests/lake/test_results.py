"""What a roll-up publishes is what readers see next, also when the same was found before."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from hengyang import lake, store
from hengyang.store import DEMO


def test_an_older_day_published_again_is_the_newest_again(lake_url: str, tmp_path: Path) -> None:
    url = str(shutil.copytree(lake_url, tmp_path / "own-lake"))
    april, may = (lake.roll_up(url, DEMO, day) for day in (date(2019, 4, 30), date(2019, 5, 31)))
    at = datetime(2019, 7, 8, tzinfo=UTC)
    facts = {"actor": "somebody", "reason": "a roll-up", "published_at": at}
    numbers = [
        store.publish_results(url, DEMO, found.frames, submission=found.submission, **facts)
        for found in (april, april, may, april)
    ]
    assert numbers == [1, 1, 2, 3]
    frames, number = store.read_results(url, DEMO)
    assert number == 3
    assert frames["standings"]["met"].tolist() == april.frames["standings"]["met"].tolist()
