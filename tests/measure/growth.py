"""How cost grows with the number of plans in a lake, and with the releases of one of them.

`python -m tests.measure.growth [--lakes FOLDER] [--counts 1,14,333] [--scale 1.0] [--repeats 5]` fills a lake of each size with
simulated plans (at scale 1 333 of them have 4 million observations and 1.5 million projects; FOLDER keeps the lakes
for the next run) and measures, turn about, each in a process of its own: the overview of one plan, its cold read, and
pyarrow reading the same rows. Then sixty months published one after the other, and a roll-up of the largest lake in
one process and with two workers. Keeps docs/growth.json and writes the picture and README's table; `--report` makes
these two anew.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from tests.measure import growth_report, plans
from tests.measure.rollup import measured as rollup_measured

ROOT = Path(__file__).parents[2]
_PLAN = plans.plan_name(1)
#: At full size 333 plans have 4 million observations and 1.5 million projects.
_OBSERVATIONS, _PROJECTS = 12_013, 4_505
_RERUNS = 9
_RELEASES = 60

Sample = dict[str, float]


# What the processes do: each prints one line of JSON.


def _read_ours(url: str) -> Sample:
    """All tables of the plan's release from the disk; what the overview asks for is made first, then the rest."""
    from hengyang import store

    start = time.perf_counter()
    tables = store.open_store(url, store.DEMO, _PLAN).read()
    for name in _OVERVIEW:
        tables[name]
    needed = time.perf_counter() - start
    rows = sum(len(tables[name]) for name in tables)
    return {
        "cold_read_ms": 1000 * (time.perf_counter() - start),
        "overview_read_ms": 1000 * needed,
        "rows": rows,
    }


def _read_bare(url: str) -> Sample:
    """The same rows by pyarrow alone, which is told each table and finds the plan's files by their folders."""
    import pyarrow.dataset as ds

    from hengyang import store
    from hengyang.schema import TABLES

    folders = [Path(url) / store.DEMO / name / f"plan={_PLAN}" for name in TABLES]
    start = time.perf_counter()
    rows = 0
    for folder in folders:
        if folder.is_dir():
            rows += len(ds.dataset(folder, format="parquet").to_table().to_pandas())
    return {"bare_read_ms": 1000 * (time.perf_counter() - start), "bare_rows": rows}


def _page(url: str) -> Sample:
    """The overview of the plan, as Streamlit runs it: first, and again; memory at the end."""
    import psutil
    from streamlit.testing.v1 import AppTest

    from hengyang.store import seen

    os.environ["HENGYANG_LAKE"] = url
    make, made = seen.live, set()

    def live(name: str, *rest: Any) -> pd.DataFrame:
        made.add(name)
        return make(name, *rest)

    seen.live = live
    page = AppTest.from_file(str(ROOT / "pages" / "overview.py"), default_timeout=120)
    page.query_params["plan"] = _PLAN
    start = time.perf_counter()
    page.run()
    first = time.perf_counter() - start
    assert not page.exception
    assert made == set(_OVERVIEW), f"the overview asks for other tables: {sorted(made)}"
    again = []
    for _ in range(_RERUNS):
        start = time.perf_counter()
        page.run()
        again.append(time.perf_counter() - start)
    memory = psutil.Process().memory_info().rss / 2**20
    # The quickest rerun: what else the machine does only ever makes one slower.
    return {"first_ms": 1000 * first, "script_ms": 1000 * min(again), "memory_mb": memory}


#: The tables that the overview of a plan asks for; _page holds it to that.
_OVERVIEW = (
    *("plan", "themes", "tasks", "assignments", "indicators", "milestones", "departments", "divisions"),
    *("observations", "milestone_reports", "baselines", "path_points", "choices", "overrides"),
)  # fmt: skip
_PROBES: dict[str, Callable[[str], Sample]] = {
    "ours": _read_ours,
    "bare": _read_bare,
    "page": _page,
}


def _asked(probe: str, url: str) -> Sample:
    done = subprocess.run(
        [sys.executable, "-m", "tests.measure.growth", "--probe", probe, "--lakes", url],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "HENGYANG_LAKE": url},
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout.strip().splitlines()[-1])


def _turn_about(lakes: dict[int, str], repeats: int) -> dict[int, dict[str, list[float]]]:
    """Plans in a lake → figure → a sample a turn; in each turn all lakes are measured one after the other."""
    found: dict[int, dict[str, list[float]]] = {count: defaultdict(list) for count in lakes}
    for turn in range(repeats):
        for probe in _PROBES:
            # Now from the smallest, now from the largest: what drifts falls on both.
            for count in list(lakes)[:: -1 if turn % 2 else 1]:
                for figure, value in _asked(probe, lakes[count]).items():
                    found[count][figure].append(value)
        _say(f"turn {turn + 1} of {repeats}")
    for count, at in found.items():
        assert at["rows"] == at["bare_rows"], f"{count} plans: other rows are compared"
    return found


def _published(url: str) -> list[float]:
    """Milliseconds that each of sixty months took to be appended and published in the plan measured."""
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
        took.append(1000 * (time.perf_counter() - start))
    return took


def _fill(url: str, count: int, scale: float) -> None:
    plans.fill(
        url,
        count,
        observations=round(_OBSERVATIONS * scale),
        projects=round(_PROJECTS * scale),
    )


def measure(folder: Path, counts: Sequence[int], scale: float, repeats: int) -> dict[str, Any]:
    """The figures of one run, as docs/growth.json keeps them; `folder` has a lake of each size, filled where missing."""
    lakes = {count: str(folder / f"{count:03d}") for count in counts}
    for count, url in lakes.items():
        start = time.perf_counter()
        _fill(url, count, scale)
        _say(f"{count} plans there after {time.perf_counter() - start:.0f} s")
    with tempfile.TemporaryDirectory() as own:
        months = []
        # Sixty months thrice over, each in a lake of its own: one slow moment of the machine is no growth.
        for turn in range(min(repeats, 3)):
            url = str(Path(own) / str(turn))
            _fill(url, 1, scale)
            months.append(_published(url))
        _say("sixty months published")
    at = _turn_about(lakes, repeats)
    return {
        "scale": scale,
        "cores": os.cpu_count(),
        "counts": list(counts),
        "at": {str(count): dict(samples) for count, samples in at.items()},
        "publish_ms": months,
        "rollup": rollup_measured(lakes[counts[-1]]),
    }


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--counts", default="1,14,333")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--lakes", type=Path, help="a folder that keeps the lakes for the next run")
    parser.add_argument("--output", type=Path, help="a folder, instead of docs/ and README.md")
    parser.add_argument("--report", action="store_true", help="measure nothing: from the JSON")
    parser.add_argument("--probe", choices=_PROBES, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.probe:
        print(json.dumps(_PROBES[given.probe](str(given.lakes))))
        return
    kept = (given.output or growth_report.DOCS) / growth_report.JSON
    if not given.report:
        counts = [int(count) for count in given.counts.split(",")]
        with tempfile.TemporaryDirectory() as folder:
            found = measure(given.lakes or Path(folder), counts, given.scale, given.repeats)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    found = json.loads(kept.read_text(encoding="utf-8"))
    growth_report.write(found, kept.parent, into_readme=given.output is None)
    print(growth_report.table(found))


if __name__ == "__main__":
    main()
