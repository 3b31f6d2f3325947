"""How cost grows with the number of plans in a lake, and with the releases of one of them.

`python -m tests.measure.growth [--scale 1.0] [--counts 1,14,333] [--lake FOLDER] [--output docs/growth.json]` fills a
lake with 1, 14 and 333 simulated plans (at scale 1 together 4 million observations and 1.5 million projects) and
measures the pages of one of them, each in processes of its own, interleaved with pyarrow reading the same rows.
Writes the figures as JSON and as a picture beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import pandas as pd

from tests.measure import plans
from tests.measure.growth_picture import picture

ROOT = Path(__file__).parents[2]
_PLAN = plans.plan_name(1)
#: At full size 333 plans have 4 million observations and 1.5 million projects.
_OBSERVATIONS, _PROJECTS = 12_013, 4_505
_REPEATS = 3
_RERUNS = 7
_RELEASES = 60
_AT_EACH_END = 7
AIMS = {"script": 1.2, "memory": 1.3, "cold_read": 3.0, "publish": 1.3}


# What the processes do: each prints one line of JSON.


def _read_ours(url: str) -> dict[str, float]:
    from hengyang import store

    start = time.perf_counter()
    tables = store.open_store(url, store.DEMO, _PLAN).read()
    took = time.perf_counter() - start
    return {"ms": 1000 * took, "rows": sum(len(tables[name]) for name in tables)}


def _read_bare(url: str) -> dict[str, float]:
    """The same rows by pyarrow alone, which is told each table and finds the plan's files by their folders."""
    import pyarrow.dataset as ds

    from hengyang import store
    from hengyang.schema import TABLES

    folders = [Path(url) / store.DEMO / name for name in TABLES]
    start = time.perf_counter()
    rows = 0
    for folder in folders:
        if (folder / f"plan={_PLAN}").is_dir():
            found = ds.dataset(folder / f"plan={_PLAN}", format="parquet").to_table()
            rows += len(found.to_pandas())
    return {"ms": 1000 * (time.perf_counter() - start), "rows": rows}


def _page(url: str) -> dict[str, float]:
    """The overview of the plan, as Streamlit runs it: first, and again; memory at the end."""
    import psutil
    from streamlit.testing.v1 import AppTest

    os.environ["HENGYANG_LAKE"] = url
    page = AppTest.from_file(str(ROOT / "pages" / "overview.py"), default_timeout=120)
    page.query_params["plan"] = _PLAN
    start = time.perf_counter()
    page.run()
    first = time.perf_counter() - start
    assert not page.exception
    again = []
    for _ in range(_RERUNS):
        start = time.perf_counter()
        page.run()
        again.append(time.perf_counter() - start)
    memory = psutil.Process().memory_info().rss / 2**20
    return {"first_ms": 1000 * first, "script_ms": 1000 * median(again), "memory_mb": memory}


_PROBES: dict[str, Callable[[str], dict[str, float]]] = {
    "ours": _read_ours,
    "bare": _read_bare,
    "page": _page,
}


def _asked(probe: str, url: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.measure.growth", "--probe", probe, "--lake", url],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "HENGYANG_LAKE": url},
    )
    return json.loads(done.stdout.strip().splitlines()[-1])


def _measured(url: str) -> dict[str, float]:
    """One plan's pages and its cold read in a lake as it is now; ours and pyarrow's turn about."""
    ours, bare, pages = [], [], []
    for turn in range(_REPEATS):
        ours.append(_asked("ours", url))
        bare.append(_asked("bare", url))
        if turn < 3:
            pages.append(_asked("page", url))
    assert ours[0]["rows"] == bare[0]["rows"], (ours[0], bare[0])
    return {
        "rows": ours[0]["rows"],
        "cold_read_ms": median(one["ms"] for one in ours),
        "bare_read_ms": median(one["ms"] for one in bare),
        "first_ms": median(one["first_ms"] for one in pages),
        "script_ms": median(one["script_ms"] for one in pages),
        "memory_mb": median(one["memory_mb"] for one in pages),
    }


def _published(url: str) -> list[float]:
    """Seconds that each of sixty months took to be appended and published in the plan measured."""
    from hengyang import store

    opened = store.open_store(url, store.DEMO, _PLAN)
    observed = opened.read(1, ("observations",)).observations
    month = observed[observed["reference_date"] == observed["reference_date"].max()]
    took = []
    for number in range(_RELEASES):
        rows = month.assign(reference_date=pd.Timestamp("2019-07-31") + pd.offsets.MonthEnd(number))
        rows["reference_date"] = rows["reference_date"].astype("datetime64[s]")
        start = time.perf_counter()
        opened.submit_and_publish(
            f"month-{number:03d}",
            {"observations": rows},
            actor=plans.ACTOR,
            reason=plans.REASON,
            published_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
        took.append(time.perf_counter() - start)
    return took


def measure(url: str, counts: Sequence[int], scale: float) -> Iterator[dict[str, Any]]:
    """The figures so far: sixty months of one plan in a lake of its own first, then a lake that grows, step by step."""
    with tempfile.TemporaryDirectory() as folder:
        _fill(folder, 1, scale)
        months = _published(folder)
    at: dict[int, dict[str, float]] = {}
    filled = {}
    for count in counts:
        start = time.perf_counter()
        _fill(url, count, scale)
        filled[count] = time.perf_counter() - start
        print(f"{count} plans there after {filled[count]:.0f} s", file=sys.stderr, flush=True)
        at[count] = _measured(url)
        print(at[count], file=sys.stderr, flush=True)
        yield _told(at, filled, months, scale)


def _fill(url: str, count: int, scale: float) -> None:
    plans.fill(
        url,
        count,
        observations=round(_OBSERVATIONS * scale),
        projects=round(_PROJECTS * scale),
    )


def _told(
    at: dict[int, dict[str, float]], filled: dict[int, float], months: list[float], scale: float
) -> dict[str, Any]:
    counts = list(at)
    first, last = at[counts[0]], at[counts[-1]]
    early, late = median(months[:_AT_EACH_END]), median(months[-_AT_EACH_END:])
    return {
        "scale": scale,
        "counts": counts,
        "rows": int(first["rows"] * counts[-1]),
        "at": at,
        "filled_s": filled,
        "publish_ms": [1000 * one for one in months],
        "ratios": {
            "script": last["script_ms"] / first["script_ms"],
            "memory": last["memory_mb"] / first["memory_mb"],
            "cold_read": last["cold_read_ms"] / last["bare_read_ms"],
            "publish": late / early,
        },
        "aims": AIMS,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--counts", default="1,14,333")
    parser.add_argument("--lake")
    parser.add_argument("--output", default="docs/growth.json")
    parser.add_argument("--probe", choices=_PROBES)
    given = parser.parse_args()
    if given.probe:
        print(json.dumps(_PROBES[given.probe](given.lake)))
        return
    counts = [int(count) for count in given.counts.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        for found in measure(given.lake or folder, counts, given.scale):
            place = Path(given.output)
            place.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
            place.with_suffix(".svg").write_text(picture(found), encoding="utf-8")
            print(json.dumps(found["ratios"]), flush=True)


if __name__ == "__main__":
    main()
