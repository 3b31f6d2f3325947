"""What whoever runs the app asks a process: can it read the store (/healthz), how is it (/metrics, for Prometheus).

Each app process answers for itself. Neither says anything about data or people; the metrics are for this machine only.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit import runtime
from streamlit.runtime.stats import GaugeStat

from hengyang import access, store
from hengyang.errors import PlanError

log = logging.getLogger("hengyang")

#: A store that takes longer to say what its newest release is counts as one that cannot be read.
ANSWER_WITHIN_S = 5

_REGISTRY = CollectorRegistry()
ProcessCollector(registry=_REGISTRY)
RERUN_SECONDS = Histogram(
    "hengyang_rerun_seconds",
    "Time that runs of a page took in this process",
    ["page"],
    buckets=(0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=_REGISTRY,
)
ERRORS = Counter(
    "hengyang_errors", "Faults of the program that readers were apologised for", registry=_REGISTRY
)


class _Standing(Collector):
    """What is looked up when it is asked for: sessions, and the newest release of each workspace."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        sessions = GaugeMetricFamily("hengyang_sessions", "Readers connected to this process")
        sessions.add_metric([], _sessions())
        yield sessions
        readable = GaugeMetricFamily("hengyang_store_readable", "1 when the store can be read")
        newest = GaugeMetricFamily(
            "hengyang_latest_release", "Number of the newest release", labels=["workspace"]
        )
        try:
            for workspace, number in newest_releases().items():
                newest.add_metric([workspace], number)
            readable.add_metric([], 1)
        except PlanError:
            readable.add_metric([], 0)
        yield readable
        yield newest


_REGISTRY.register(_Standing())


def routes() -> list[Route]:
    """The two addresses, beside Streamlit's own."""
    return [Route("/healthz", _healthz), Route("/metrics", _metrics)]


def newest_releases() -> dict[str, int]:
    """Workspace → its newest release, read from the store at this moment. Raises: PlanError when it cannot be."""
    url = store.store_url()
    return {name: store.open_store(url, name).latest_release() for name in store.WORKSPACES}


async def _healthz(_request: Request) -> Response:
    headers = {"Cache-Control": "no-store"}
    try:
        async with asyncio.timeout(ANSWER_WITHIN_S):
            await asyncio.to_thread(newest_releases)
    except (PlanError, TimeoutError) as error:
        # Why is in the log alone: an address of the store may be nobody else's business.
        log.warning("the store cannot be read: %s", error)
        return PlainTextResponse("the store cannot be read\n", 503, headers)
    return PlainTextResponse("ok\n", headers=headers)


async def _metrics(request: Request) -> Response:
    headers = dict(request.headers)
    peer = request.client.host if request.client else None
    if access.why_not_from_here(headers.get("host"), headers, peer=peer):
        return PlainTextResponse("Not Found", 404)
    text = await asyncio.to_thread(generate_latest, _REGISTRY)
    return Response(text, headers={"Content-Type": CONTENT_TYPE_LATEST})


def _sessions() -> int:
    if not runtime.exists():
        return 0
    family = "active_sessions"
    stats = runtime.get_instance().stats_mgr.get_stats([family])
    return sum(one.value for one in stats.get(family, ()) if isinstance(one, GaugeStat))
