"""The store on a real S3 server: a first start makes the same store there, one publisher wins, files are kept whole."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from hengyang.errors import StaleRelease
from hengyang.schema import TABLES
from hengyang.store import (
    DEMO,
    OFFICIAL,
    create_workspace,
    keep_received,
    open_store,
    prepare,
    received_file,
)
from tests.proof import radosgw
from tests.proof.scale import IS_WHOLE, scaled
from tests.sources import ROOT
from tests.store.builders import observations, publish

pytestmark = pytest.mark.skipif(not radosgw.IS_HERE, reason="no radosgw, ceph-mon and ceph-osd")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with radosgw.object_store(tmp_path_factory.mktemp("s3")) as settings:
        yield settings


@pytest.fixture
def reached(server: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """This process has the credentials."""
    for name, value in server.items():
        monkeypatch.setenv(name, value)


def test_a_first_start_makes_the_same_store_there(reached: None, store_url: str) -> None:
    began = time.perf_counter()
    prepare("s3://plans/first")
    prepared_s = time.perf_counter() - began
    for workspace in (OFFICIAL, DEMO):
        began = time.perf_counter()
        there = open_store("s3://plans/first", workspace).read()
        read_s = time.perf_counter() - began
        here = open_store(store_url, workspace).read()
        assert there.release == here.release
        for name in TABLES:
            pd.testing.assert_frame_equal(there[name], here[name])
    print(
        f"\nprepared in {prepared_s:.0f} s, the demo's {len(TABLES)} tables read in {read_s:.1f} s"
    )


def test_of_publishers_at_once_exactly_one_gets_the_release(reached: None) -> None:
    store = create_workspace("s3://plans/race", OFFICIAL)
    for race in range(scaled(10, least=2)):
        names = [f"{race}-{one}" for one in range(4)]
        for number, name in enumerate(names):
            store.append(name, {"observations": observations(("T05-3", "2019-05-31", number))})

        def published(name: str, base: int = race) -> bool:
            try:
                return publish(store, name, base) == base + 1
            except StaleRelease:
                return False

        with ThreadPoolExecutor(len(names)) as pool:
            won = list(pool.map(published, names))
        assert sum(won) == 1
        newest = store.releases().iloc[-1]
        assert (newest["release"], newest["submission"]) == (race + 1, names[won.index(True)])
        assert store.read_with_origin("observations")["value"].tolist() == [won.index(True)]


def test_a_large_received_file_is_kept_there_byte_for_byte(reached: None) -> None:
    store = create_workspace("s3://plans/files", OFFICIAL)
    content = os.urandom(12_000_000)
    sha256 = keep_received(store, content, ".xlsx")
    assert received_file(store, sha256, ".xlsx") == content


#: All of both folders, or in a small run what two do at once; the longest that it may take.
_SUITE = ("tests/store", "tests/review") if IS_WHOLE else ("tests/store/test_publish.py",)
_SUITE_WITHIN_S = 3600


def test_what_the_store_and_review_promise_holds_there(server: dict[str, str]) -> None:
    began = time.perf_counter()
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-m", "not proof", "-n", "2", "--dist", "loadfile"),
            *("-p", "no:cacheprovider", *_SUITE),
        ],
        cwd=ROOT,
        env={**os.environ, **server, "HENGYANG_TEST_STORE_URL": "s3://plans"},
        capture_output=True,
        text=True,
        timeout=_SUITE_WITHIN_S,
        check=False,
    )
    print(f"\n{done.stdout.splitlines()[-1]} after {time.perf_counter() - began:.0f} s")
    assert done.returncode == 0, done.stdout[-8000:]
