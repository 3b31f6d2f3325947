"""What surrounds the script: compression, garbage collection on a schedule, the log of what went wrong."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette_compress import CompressMiddleware
from streamlit.runtime.pages_manager import PagesManager

from hengyang.charts import css
from hengyang.ui import links, loading, probes, websocket
from hengyang.ui.first_paint import FirstPaint, drawn
from hengyang.ui.page_html import ServerAddress
from hengyang.ui.way_back import WayBack

if TYPE_CHECKING:
    import streamlit as st

log = logging.getLogger("hengyang")

#: Reruns leave cycles behind; collecting them every so often costs one pause instead of one a rerun.
COLLECT_EVERY_S = float(os.environ.get("HENGYANG_COLLECT_EVERY_S", "20"))


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, object]]:
    """Prepare the store, freeze what start-up allocated, then collect on a schedule until the server stops."""
    send_at_once()
    websocket.compress_each_alone()
    # Until st.navigation has run once, Streamlit takes pages/ for pages of its own: a first visit by a deep link
    # would get a page without its frame.
    PagesManager.uses_pages_directory = False
    await asyncio.to_thread(loading.prepare_store)
    gc.collect()
    # The libraries' objects live as long as the process: no later collection need look at them.
    gc.freeze()
    collector = asyncio.create_task(_collect_on_schedule())
    # Drawn once before anybody asks: the first reader waits as little as the next.
    first = asyncio.create_task(asyncio.to_thread(drawn, {}))
    try:
        yield {}
    finally:
        for task in (collector, first):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def send_at_once() -> None:
    """Let the last small message of a rerun go out without waiting for the reader's acknowledgement.

    Streamlit binds its socket without naming TCP, so asyncio does not recognise it and leaves Nagle's delay
    on: 40 ms on most reruns. Accepted connections inherit the option from the listening socket.
    """
    for found in gc.get_objects():
        if type(found) is socket.socket and found.type == socket.SOCK_STREAM:
            with suppress(OSError):  # closed, or not TCP
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


async def _collect_on_schedule() -> None:
    while True:
        await asyncio.sleep(COLLECT_EVERY_S)
        await asyncio.to_thread(gc.collect)


def routes() -> list[Route]:
    """The stylesheet of the boards, kept by browsers for good (another sheet has another address); the probes; the way
    from the opening page's own name to the root, where it lives."""
    opening = next(iter(links.PAGES))
    return [
        Route(f"/{css.address()}", _stylesheet),
        Route(f"/{opening}", _to_the_root),
        *probes.routes(),
    ]


async def _to_the_root(request: Request) -> Response:
    # Streamlit says of this address, in English, that there is no such page.
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


async def _stylesheet(_request: Request) -> Response:
    return Response(
        css.stylesheet(),
        media_type="text/css",
        headers={"Cache-Control": "public, max-age=31536000, immutable"},
    )


def middleware() -> list[Middleware]:
    """Compression for everything that goes over HTTP (Streamlit's own bundle is most of a first visit); the way back
    from signing in; the answer that comes with the opening page; where the server is."""
    return [
        Middleware(CompressMiddleware, minimum_size=600),
        Middleware(WayBack),
        Middleware(FirstPaint),
        Middleware(ServerAddress),
    ]


def log_script_error(error: Exception) -> None:
    """Last resort for what neither frame nor page caught; the reader sees Streamlit's plain notice."""
    probes.ERRORS.inc()
    log.error("script failed", exc_info=error)
