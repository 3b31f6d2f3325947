"""What a process costs: its memory, the time of its imports, how often it reads the store."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from statistics import median

import psutil

from tests.serving import ROOT

_IMPORT = """
import time
started = time.perf_counter()
from hengyang import store
store.open_store({url!r}, "demo").read()
print(time.perf_counter() - started)
"""
_READS = """
import collections, json
from hengyang.store import store
read, counts = store.Store.read, collections.Counter()
def counted(self, *release):
    counts[self.workspace + str(release)] += 1
    return read(self, *release)
store.Store.read = counted
from streamlit.testing.v1 import AppTest
from hengyang.ui import links
app = AppTest.from_file({app!r}, default_timeout=60).run()
for language in ("zh", "en"):
    for page, file in links.PAGES.items():
        app.query_params["lang"] = language
        app.switch_page(file).run()
        assert not app.exception and not app.error, page
print(json.dumps(counts))
"""


def memory_mb(pid: int) -> float:
    """Resident memory of a process and its children."""
    process = psutil.Process(pid)
    family = [process, *process.children(recursive=True)]
    return float(sum(one.memory_info().rss for one in family)) / 2**20


def first_read_s(store_url: str, repetitions: int) -> float:
    """From an empty interpreter to a release in memory: imports and reading, median."""
    code = _IMPORT.format(url=store_url)
    return median(float(_run(code, store_url)) for _ in range(repetitions))


def reads_per_release(store_url: str) -> int:
    """The most often that any release was read while two rounds of all pages ran in one process."""
    counts = json.loads(_run(_READS.format(app=str(ROOT / "app.py")), store_url))
    assert counts, "the pages read nothing: what is counted is not what they call"
    return int(max(counts.values()))


def _run(code: str, store_url: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "HENGYANG_STORE": store_url},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout.splitlines()[-1]
