"""A long run of many readers: memory stays flat with collection on a schedule, and who leaves is forgotten."""

from __future__ import annotations

import asyncio
import os
import time
from statistics import median

from tests.measure.__main__ import MONTHS
from tests.measure.process import memory_mb
from tests.measure.sessions import Session
from tests.serving import Served, serving

#: HENGYANG_SOAK_S lengthens it.
SOAK_S = float(os.environ.get("HENGYANG_SOAK_S", "90"))
SESSIONS = 20
COLLECT_EVERY_S = 5
#: Streamlit keeps a lost session for a reconnection, as default two minutes.
KEEP_LOST_S = 5


async def _read(port: int, seed: int, until: float) -> int:
    """A reader who changes the month, about every second, and whose connection is lost every tenth time."""
    reruns = 0
    while time.monotonic() < until:
        async with Session(port) as session:
            await session.rerun()
            for step in range(10):
                if time.monotonic() >= until:
                    break
                await session.rerun(MONTHS[(seed + step) % len(MONTHS)])
                reruns += 1
                await asyncio.sleep(1)
    return reruns


async def _soak(served: Served, seconds: float) -> tuple[list[float], int]:
    """Memory, one sample a second, MB; and the number of reruns."""
    until = time.monotonic() + seconds
    readers = [asyncio.create_task(_read(served.port, seed, until)) for seed in range(SESSIONS)]
    samples = []
    while time.monotonic() < until:
        await asyncio.sleep(1)
        samples.append(memory_mb(served.pid))
    return samples, sum(await asyncio.gather(*readers))


def test_memory_stays_flat_and_lost_sessions_are_freed(store_url: str) -> None:
    settings = {
        "HENGYANG_STORE": store_url,
        "HENGYANG_COLLECT_EVERY_S": str(COLLECT_EVERY_S),
    }
    keep = ("--server.disconnectedSessionTTL", str(KEEP_LOST_S))
    with serving(settings=settings, options=keep) as served:
        started_mb = memory_mb(served.pid)
        samples, reruns = asyncio.run(_soak(served, SOAK_S))
        time.sleep(KEEP_LOST_S + 2 * COLLECT_EVERY_S)
        # After everybody has left, as many new readers must fit in what the old ones gave back.
        again, _ = asyncio.run(_soak(served, SOAK_S / 4))
    warm = samples[len(samples) // 3 :]
    third = len(warm) // 3
    first_mb, last_mb = median(warm[:third]), median(warm[-third:])
    again_mb = median(again[len(again) // 2 :])
    print(
        f"\n{SESSIONS} readers, {reruns} reruns in {SOAK_S:.0f} s: started at {started_mb:.0f} MB, "
        f"warm {first_mb:.0f} MB, at the end {last_mb:.0f} MB; "
        f"everybody left and came again: {again_mb:.0f} MB"
    )
    assert reruns > SOAK_S, "the readers did not read"
    assert last_mb < first_mb * 1.10
    assert again_mb < last_mb * 1.10
