"""What a process tells whoever runs it."""

from __future__ import annotations

from collections.abc import Mapping

import httpx
import pytest
from starlette.applications import Starlette

from hengyang import store
from hengyang.ui import probes
from tests.conftest import finished


def asked(
    path: str, headers: Mapping[str, str] | None = None, peer: str = "127.0.0.1"
) -> httpx.Response:
    app = Starlette(routes=probes.routes())
    transport = httpx.ASGITransport(app, client=(peer, 1))

    async def answer() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get(path, headers=headers)

    return finished(answer())


def sample(text: str, name: str) -> float:
    """The value of the one line that begins with the name."""
    (line,) = [line for line in text.splitlines() if line.startswith(f"{name} ")]
    return float(line.split()[-1])


def test_a_process_that_can_read_the_store_is_well(store_url: str, monkeypatch) -> None:
    monkeypatch.setenv("HENGYANG_STORE", store_url)
    answer = asked("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")
    assert answer.headers["cache-control"] == "no-store"


def test_one_that_cannot_says_503_and_not_where_the_store_lies(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HENGYANG_STORE", str(tmp_path / "a-secret-place"))
    answer = asked("/healthz")
    assert (answer.status_code, answer.text) == (503, "the store cannot be read\n")
    metrics = asked("/metrics").text
    assert sample(metrics, "hengyang_store_readable") == 0
    assert "a-secret-place" not in metrics


def test_metrics_name_the_newest_release_of_each_workspace(store_url: str, monkeypatch) -> None:
    monkeypatch.setenv("HENGYANG_STORE", store_url)
    answer = asked("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    for name in store.WORKSPACES:
        newest = store.open_store(store_url, name).latest_release()
        assert sample(answer.text, f'hengyang_latest_release{{workspace="{name}"}}') == newest
    assert sample(answer.text, "process_resident_memory_bytes") > 1e6
    assert sample(answer.text, "hengyang_sessions") == 0


@pytest.mark.parametrize(
    ("headers", "peer"),
    [
        ({"X-Forwarded-For": "203.0.113.7"}, "127.0.0.1"),
        ({"Host": "hengyang.example"}, "127.0.0.1"),
        (None, "203.0.113.7"),
    ],
)
def test_metrics_are_for_this_machine_only(headers, peer: str) -> None:
    answer = asked("/metrics", headers, peer)
    assert answer.status_code == 404
    assert "hengyang_" not in answer.text
