"""Bytes on the wire, counted where they pass: a relay between the browser and the server.

What DevTools reports of a websocket is its content after decompression; what a relay sees is what was sent.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_CHUNK_BYTES = 1 << 16


class Relay:
    """Forwards a loopback port to another and counts the bytes that come back from it."""

    def __init__(self, target_port: int) -> None:
        self.received_bytes = 0
        self.port = 0
        self._target_port = target_port

    async def serve(self, started: threading.Event, stop: asyncio.Event) -> None:
        server = await asyncio.start_server(self._connected, "localhost", 0)
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        await stop.wait()
        server.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("localhost", self._target_port)
        with suppress(asyncio.CancelledError):
            await asyncio.gather(
                self._pump(reader, far_writer, is_answer=False),
                self._pump(far_reader, writer, is_answer=True),
            )

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, is_answer: bool
    ) -> None:
        try:
            # Cancelled and cut connections are how every relay ends.
            with suppress(asyncio.CancelledError, ConnectionError):
                while chunk := await reader.read(_CHUNK_BYTES):
                    if is_answer:
                        self.received_bytes += len(chunk)
                    writer.write(chunk)
                    await writer.drain()
        finally:
            writer.close()


@contextmanager
def relayed(target_port: int) -> Iterator[Relay]:
    """A relay to the port, in a thread of its own until the block ends."""
    relay = Relay(target_port)
    started = threading.Event()
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()

    def run() -> None:
        async def serve_then_drop() -> None:
            await relay.serve(started, stop)
            others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        loop.run_until_complete(serve_then_drop())
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    started.wait(10)
    try:
        yield relay
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
