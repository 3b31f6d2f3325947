"""Readers without a browser: clients that speak Streamlit's websocket protocol, many at a time."""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Protocol, Self, TypeVar

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

ANSWER_WITHIN_S = 60
#: How a reader's ask can end without an answer: a failed script, no end in time, a lost or refused connection.
FAILURES = (RuntimeError, TimeoutError, OSError, WebSocketException)


@dataclass
class Rerun:
    """One rerun as its reader saw it: from asking to the end of the script; bytes before compression."""

    took_s: float
    received_bytes: int


@dataclass
class Session:
    """One reader's connection. page_hashes is url path → hash, selectboxes is label → (id, options), as last told.

    finding is the page's title sentence, cookies what a proxy has said that the reader is known by.
    """

    port: int
    page_hashes: dict[str, str] = field(default_factory=dict)
    selectboxes: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    cookies: str = ""
    finding: str = ""
    _socket: ClientConnection | None = None

    async def __aenter__(self) -> Session:
        self._socket = await connect(
            f"ws://localhost:{self.port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]  # a NewType over str
            compression="deflate",  # as browsers ask for: its cost is part of what is measured
            max_size=None,
            additional_headers={"Cookie": self.cookies} if self.cookies else None,
        )
        assert self._socket.response is not None
        for told in self._socket.response.headers.get_all("Set-Cookie"):
            self.cookies = told.partition(";")[0]
        return self

    async def until_lost(self) -> None:
        """Wait until the server is gone. Raises: TimeoutError when it stays."""
        assert self._socket is not None
        async with asyncio.timeout(ANSWER_WITHIN_S):
            await self._socket.wait_closed()

    async def __aexit__(self, *raised: object) -> None:
        assert self._socket is not None
        await self._socket.close()

    async def rerun(
        self, query: str = "", *, page: str = "", choices: dict[str, str] | None = None
    ) -> Rerun:
        """Ask for a run with these URL parameters and selectbox choices (label → option), wait for its end.

        Raises: RuntimeError when the script failed; TimeoutError when no end came.
        """
        assert self._socket is not None
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string = query
        asked.page_script_hash = self.page_hashes.get(page, "")
        asked.context_info.timezone = "Asia/Shanghai"
        asked.context_info.locale = "zh-CN"
        asked.context_info.url = f"http://localhost:{self.port}/{page}"
        for label, option in (choices or {}).items():
            widget = asked.widget_states.widgets.add()
            widget.id = self.selectboxes[label][0]
            widget.string_value = option
        started = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        received = 0
        async with asyncio.timeout(ANSWER_WITHIN_S):
            while True:
                payload = await self._socket.recv()
                assert isinstance(payload, bytes)
                received += len(payload)
                if self._is_end(payload):
                    return Rerun(time.perf_counter() - started, received)

    def _is_end(self, payload: bytes) -> bool:
        answer = ForwardMsg.FromString(payload)
        kind = answer.WhichOneof("type")
        if kind == "navigation":
            self.page_hashes = {
                page.url_pathname: page.page_script_hash for page in answer.navigation.app_pages
            }
        elif kind == "delta" and answer.delta.new_element.WhichOneof("type") == "selectbox":
            box = answer.delta.new_element.selectbox
            self.selectboxes[box.label] = (box.id, list(box.options))
        elif kind == "delta" and answer.delta.new_element.WhichOneof("type") == "heading":
            if answer.delta.new_element.heading.tag == "h1":
                self.finding = answer.delta.new_element.heading.body
        elif kind == "delta" and answer.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(answer.delta.new_element.exception.message)
        elif kind == "delta" and answer.delta.new_element.WhichOneof("type") == "alert":
            # The frame turns what goes wrong into a notice; a quick apology must not count as a quick page.
            if answer.delta.new_element.alert.format == Alert.ERROR:
                raise RuntimeError(answer.delta.new_element.alert.body)
        elif kind == "script_finished":
            if answer.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise RuntimeError("the script does not compile")
            return answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        return False


@dataclass(frozen=True)
class Load:
    """What many readers at once saw. Times are from asking to the end of the answer; errors are asks without one."""

    sessions: int
    reruns: int
    errors: int
    reruns_per_s: float
    p50_ms: float
    p95_ms: float


class Reader(Protocol):
    """Whatever can be opened, shown the page once, and closed."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(self, *raised: object) -> None: ...

    async def rerun(self) -> Rerun: ...


R = TypeVar("R", bound=Reader)


@asynccontextmanager
async def opened(
    open_one: Callable[[], R], sessions: int, *, at_once: int = 8
) -> AsyncIterator[list[R]]:
    """So many readers with the page before them, at_once at a time; those who got no page in time are left out."""
    turns = asyncio.Semaphore(at_once)
    async with AsyncExitStack() as stack:

        async def one() -> R | None:
            async with turns:
                try:
                    reader = await stack.enter_async_context(open_one())
                    await reader.rerun()
                except FAILURES:
                    return None
                return reader

        found = await asyncio.gather(*(one() for _ in range(sessions)))
        yield [reader for reader in found if reader is not None]


async def under_load(
    open_one: Callable[[], R],
    ask: Callable[[R, int], Awaitable[Rerun]],
    *,
    sessions: int,
    seconds: float,
    pause_s: float,
) -> Load:
    """Readers who each change something, look for about pause_s, and change it again, for so many seconds.

    ask(reader, i) is a reader's i-th change. pause_s 0 asks again at once: the most that the server can do.
    """
    took: list[float] = []
    async with opened(open_one, sessions) as readers:
        errors = sessions - len(readers)
        started = time.perf_counter()
        until = started + seconds

        async def read(reader: R, seed: int) -> None:
            nonlocal errors
            chance = random.Random(seed)
            step = seed
            await asyncio.sleep(chance.uniform(0, pause_s))
            while time.perf_counter() < until:
                try:
                    rerun = await ask(reader, step)
                except FAILURES:
                    errors += 1
                    return  # this reader's page is gone
                took.append(rerun.took_s)
                step += 1
                await asyncio.sleep(chance.uniform(0.5, 1.5) * pause_s)

        await asyncio.gather(*(read(reader, seed) for seed, reader in enumerate(readers)))
        lasted_s = time.perf_counter() - started
    return Load(
        sessions=sessions,
        reruns=len(took),
        errors=errors,
        reruns_per_s=len(took) / lasted_s,
        p50_ms=median(took) * 1000 if took else math.inf,
        p95_ms=sorted(took)[int(0.95 * len(took))] * 1000 if took else math.inf,
    )
