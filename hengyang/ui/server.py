"""What surrounds the script: compression, garbage collection on a schedule, the log of what went wrong."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from starlette.middleware import Middleware
from starlette_compress import CompressMiddleware

from hengyang.ui import loading

if TYPE_CHECKING:
    import streamlit as st

log = logging.getLogger("hengyang")

#: Reruns leave cycles behind; collecting them every so often costs one pause instead of one a rerun.
COLLECT_EVERY_S = float(os.environ.get("HENGYANG_COLLECT_EVERY_S", "20"))


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, object]]:
    """Prepare the store, freeze what start-up allocated, then collect on a schedule until the server stops."""
    await asyncio.to_thread(loading.prepare_store)
    gc.collect()
    # The libraries' objects live as long as the process: no later collection need look at them.
    gc.freeze()
    collector = asyncio.create_task(_collect_on_schedule())
    try:
        yield {}
    finally:
        collector.cancel()
        with suppress(asyncio.CancelledError):
            await collector


async def _collect_on_schedule() -> None:
    while True:
        await asyncio.sleep(COLLECT_EVERY_S)
        await asyncio.to_thread(gc.collect)


def middleware() -> list[Middleware]:
    """Compression for everything that goes over HTTP: Streamlit's own bundle is most of a first visit."""
    return [Middleware(CompressMiddleware, minimum_size=600)]


def log_script_error(error: Exception) -> None:
    """Last resort for what neither frame nor page caught; the reader sees Streamlit's plain notice."""
    log.error("script failed", exc_info=error)
