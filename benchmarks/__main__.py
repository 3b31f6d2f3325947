"""Measure the app beside the same overview in naive Streamlit, Dash, Panel and NiceGUI, interleaved: `make bench`.

Bounded in time, loopback only; every server that it starts ends with it. Writes docs/bench.json, docs/bench.svg and the
table in README.md; `--report` makes the latter two anew from the JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Collection
from contextlib import ExitStack
from pathlib import Path

from benchmarks import browser, prepared, readers, report
from benchmarks.field import CHARTS_PAGE, FIELD, TABLE_PAGE, Contender, running
from hengyang import store
from tests.conftest import chromium
from tests.measure.process import memory_mb
from tests.measure.wire import relayed
from tests.serving import Served

#: contender → figure → samples, one a repetition.
Samples = defaultdict[str, defaultdict[str, list[float]]]


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _starts(
    samples: Samples, field: list[Contender], data: Path, store_url: str, repeats: int
) -> None:
    for number in range(repeats):
        for contender in field:
            with running(contender, data, store_url) as served:
                samples[contender.name]["start"].append(served.started_s * 1000)
                samples[contender.name]["memory at start"].append(memory_mb(served.pid))
        _say(f"started {number + 1} of {repeats}")


def _visits(
    samples: Samples, servers: list[tuple[Contender, Served]], executable: str, repeats: int
) -> None:
    with ExitStack() as stack:
        relays = [(one, stack.enter_context(relayed(served.port))) for one, served in servers]
        # The first round warms the servers and is thrown away. Each round begins with another contender.
        for number in range(repeats + 1):
            turn = number % len(relays)
            for contender, relay in relays[turn:] + relays[:turn]:
                found = browser.visit(executable, contender, relay)
                for name, value in found.items() if number else ():
                    samples[contender.name][name].append(value)
            _say(f"visited {number} of {repeats}")


async def _crowds(
    samples: Samples,
    servers: list[tuple[Contender, Served]],
    sessions: list[int],
    seconds: float,
    rounds: int,
) -> None:
    crowds = [
        (one.name, readers.CROWDS[one.name], served)
        for one, served in servers
        if one.name in readers.CROWDS
    ]
    for _, crowd, served in crowds:
        await readers.warm(crowd, served)
    for name, crowd, served in crowds:
        samples[name]["memory per session"].append(
            await readers.memory_per_reader_mb(crowd, served)
        )
    for number in sessions:
        for turn in range(rounds):
            for name, crowd, served in crowds:
                load = await readers.crowded(crowd, served, number, seconds)
                found = samples[name]
                found[f"{number} sessions p50"].append(load.p50_ms)
                found[f"{number} sessions p95"].append(load.p95_ms)
                found[f"{number} sessions errors"].append(load.errors)
                found[f"{number} sessions answers"].append(load.reruns)
            _say(f"{number} sessions, {turn + 1} of {rounds}")


def measure(
    repeats: int, sessions: list[int], seconds: float, rounds: int, names: Collection[str]
) -> Samples:
    """All samples of one run of the contenders named: starts, then visits with all servers up, then crowds."""
    samples: Samples = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, ExitStack() as stack:
        data, store_url = Path(folder) / "data", str(Path(folder) / "store")
        data.mkdir()
        store.prepare(store_url)
        prepared.write(store_url, data)
        field = [one for one in FIELD if one.name in names]
        _starts(samples, field, data, store_url, repeats)
        servers = [(one, stack.enter_context(running(one, data, store_url))) for one in field]
        executable = chromium()
        if executable is None:
            _say("no Chromium: what a browser sees is not measured")
        else:
            # the product's other pages are served by the same process
            ours = [served for one, served in servers if one.name == report.OURS]
            others = [(page, served) for served in ours for page in (CHARTS_PAGE, TABLE_PAGE)]
            _visits(samples, [*servers, *others], executable, repeats)
        if sessions:
            asyncio.run(_crowds(samples, servers, sessions, seconds, rounds))
    return samples


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--repeats", type=int, default=10, help="visits and starts of each (10)")
    parser.add_argument(
        "--sessions", type=int, nargs="*", default=[50, 200], help="readers at once (50 200)"
    )
    parser.add_argument("--seconds", type=float, default=40, help="how long a crowd reads (40)")
    parser.add_argument("--rounds", type=int, default=2, help="times that each crowd reads (2)")
    names = [one.name for one in FIELD]
    parser.add_argument(
        "--only", nargs="+", choices=names, default=names, help="these alone, with --output"
    )
    parser.add_argument(
        "--output", type=Path, help="folder of bench.json, .md and .svg instead of docs/ and README"
    )
    parser.add_argument(
        "--report", action="store_true", help="measure nothing: table and picture from the JSON"
    )
    asked = parser.parse_args(arguments)
    if min(asked.repeats, asked.rounds, *asked.sessions) < 1 or asked.seconds <= 0:
        parser.error("--repeats, --rounds, --sessions and --seconds must be positive")
    if asked.only != names and asked.output is None:
        parser.error("--only needs --output: README shows a whole run")
    folder = asked.output or report.DOCS
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / report.JSON
    if not asked.report:
        samples = measure(asked.repeats, asked.sessions, asked.seconds, asked.rounds, asked.only)
        told = {
            "repeats": asked.repeats,
            "rounds": asked.rounds,
            "seconds": asked.seconds,
            "cores": os.cpu_count(),
            "samples": samples,
        }
        kept.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    elif not kept.exists():
        parser.error(f"there is no {kept} to report")
    found = report.Run.of(json.loads(kept.read_text(encoding="utf-8")))
    report.write(found, folder, into_readme=asked.output is None)
    print(report.table(found))


if __name__ == "__main__":
    main()
