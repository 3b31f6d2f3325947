"""Many readers of one contender at once, without browsers: each changes the filter, looks, and changes it again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import httpx

from tests.measure.process import memory_mb
from tests.measure.sessions import FAILURES, Load, Rerun, Session, opened, under_load
from tests.serving import Served

THEMES = {
    "创新发展": "innovation",
    "协调发展": "coordination",
    "绿色发展": "green",
    "开放发展": "openness",
    "共享发展": "sharing",
    "全部": "",
}
#: How long readers look before they change the filter again, on average. So long that one naive Streamlit process can
#: just serve fifty of them (where the aims were set: p50 0.26 s, p95 0.96 s): of a server that is asked for more than it
#: can do, only the queue would be measured.
PAUSE_S = 20.0
#: Readers at once whose memory is divided among them, beside those that are there already: the first of all readers
#: make a server grow by what it keeps for everybody.
KEPT_OPEN, THERE_BEFORE = 150, 50
#: Servers collect garbage after each script, ours every COLLECT_EVERY_S (20, hengyang/ui/server.py): what a reader
#: costs is what remains then.
AT_REST_S = 25


class DashReader:
    """What a browser asks of a Dash server: the page and its layout once, then one callback for each change."""

    def __init__(self, port: int) -> None:
        self._client = httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60)
        self._callback: dict[str, object] = {}

    async def __aenter__(self) -> DashReader:
        return self

    async def __aexit__(self, *raised: object) -> None:
        await self._client.aclose()

    async def rerun(self) -> Rerun:
        """The first view. Raises: RuntimeError when the server fails."""
        began = time.perf_counter()
        received = len((await self._got("/")).content)
        received += len((await self._got("/_dash-layout")).content)
        dependencies = (await self._got("/_dash-dependencies")).json()
        self._callback = next(one for one in dependencies if "finding" in one["output"])
        return Rerun(time.perf_counter() - began, received)

    async def change(self, choice: str) -> Rerun:
        """One change of the filter. Raises: RuntimeError when the server fails."""
        output = str(self._callback["output"])
        pairs = [one.rsplit(".", 1) for one in output.strip(".").split("...")]
        began = time.perf_counter()
        answer = await self._sent(
            "/_dash-update-component",
            {
                "output": output,
                "outputs": [{"id": part, "property": name} for part, name in pairs],
                "inputs": [{"id": "theme", "property": "value", "value": choice}],
                "changedPropIds": ["theme.value"],
            },
        )
        return Rerun(time.perf_counter() - began, len(answer.content))

    async def _got(self, path: str) -> httpx.Response:
        return await self._checked(self._client.get(path))

    async def _sent(self, path: str, body: object) -> httpx.Response:
        return await self._checked(self._client.post(path, json=body))

    async def _checked(self, answer: Awaitable[httpx.Response]) -> httpx.Response:
        try:
            return (await answer).raise_for_status()
        except httpx.HTTPError as error:
            raise RuntimeError(str(error)) from error


async def _ours(session: Session, step: int) -> Rerun:
    theme = list(THEMES.values())[step % len(THEMES)]
    return await session.rerun(f"theme={theme}" if theme else "")


async def _naive(session: Session, step: int) -> Rerun:
    return await session.rerun(choices={"主题": list(THEMES)[step % len(THEMES)]})


async def _empty(session: Session, _step: int) -> Rerun:
    return await session.rerun()


async def _dash(reader: DashReader, step: int) -> Rerun:
    return await reader.change(list(THEMES)[step % len(THEMES)])


@dataclass(frozen=True)
class Crowd:
    """How readers of one contender are opened, and what each does."""

    open_one: Callable[[int], object]
    ask: Callable[..., Awaitable[Rerun]]


CROWDS = {
    "ours": Crowd(Session, _ours),
    "naive Streamlit": Crowd(Session, _naive),
    "Dash": Crowd(DashReader, _dash),
    "empty Streamlit page": Crowd(Session, _empty),
}


async def warm(crowd: Crowd, served: Served) -> None:
    """Every choice once: what is measured is a running server, not its first minute."""
    async with opened(lambda: crowd.open_one(served.port), 1) as readers:  # type: ignore[arg-type, return-value]
        for reader in readers:
            for step in range(len(THEMES)):
                await crowd.ask(reader, step)


async def memory_per_reader_mb(crowd: Crowd, served: Served) -> float:
    """Megabytes that each of KEPT_OPEN readers adds to a warm server, all at rest."""
    async with _asking(crowd, served, THERE_BEFORE):
        await asyncio.sleep(AT_REST_S)
        before_mb = memory_mb(served.pid)
        async with _asking(crowd, served, KEPT_OPEN) as readers:
            await asyncio.sleep(AT_REST_S)
            return (memory_mb(served.pid) - before_mb) / max(1, readers)


@asynccontextmanager
async def _asking(crowd: Crowd, served: Served, count: int) -> AsyncIterator[int]:
    """So many readers, kept open, each of whom has changed something once; how many they really are."""
    async with opened(lambda: crowd.open_one(served.port), count) as readers:  # type: ignore[arg-type, return-value]
        for step, reader in enumerate(readers):
            with suppress(*FAILURES):
                await crowd.ask(reader, step)
        yield len(readers)


async def crowded(crowd: Crowd, served: Served, sessions: int, seconds: float) -> Load:
    """So many readers for so many seconds, each pausing about PAUSE_S between two changes."""
    return await under_load(
        lambda: crowd.open_one(served.port),  # type: ignore[arg-type, return-value]
        crowd.ask,
        sessions=sessions,
        seconds=seconds,
        pause_s=PAUSE_S,
    )
