"""Readers without a browser: clients that speak Streamlit's websocket protocol, many at a time."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from statistics import median
from types import TracebackType

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

ANSWER_WITHIN_S = 60


@dataclass
class Rerun:
    """One rerun as its reader saw it: from asking to the end of the script; bytes before compression."""

    took_s: float
    received_bytes: int


@dataclass
class Session:
    """One reader's connection. page_hashes is url path → hash, selectboxes is label → (id, options), as last told."""

    port: int
    page_hashes: dict[str, str] = field(default_factory=dict)
    selectboxes: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    _socket: ClientConnection | None = None

    async def __aenter__(self) -> Session:
        self._socket = await connect(
            f"ws://localhost:{self.port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]  # a NewType over str
            compression="deflate",  # as browsers ask for: its cost is part of what is measured
            max_size=None,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
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
    """What many readers at once saw. Times are from asking to the end of the script."""

    sessions: int
    reruns: int
    reruns_per_s: float
    p50_ms: float
    p95_ms: float


#: A reader's rerun number i, asked of a session.
Asking = Callable[[Session, int], Awaitable[Rerun]]


async def under_load(
    port: int, ask: Asking, *, sessions: int, seconds: float, pause_s: float
) -> Load:
    """Readers who each change something, look for about pause_s, and change it again, for so many seconds.

    pause_s 0 asks again at once: the most that the server can do.
    """
    opened = [Session(port) for _ in range(sessions)]
    took: list[float] = []
    try:
        for session in opened:
            await session.__aenter__()
            await session.rerun()
        started = time.perf_counter()
        until = started + seconds

        async def read(session: Session, seed: int) -> None:
            chance = random.Random(seed)
            step = seed
            await asyncio.sleep(chance.uniform(0, pause_s))
            while time.perf_counter() < until:
                rerun = await ask(session, step)
                took.append(rerun.took_s)
                step += 1
                await asyncio.sleep(chance.uniform(0.5, 1.5) * pause_s)

        await asyncio.gather(*(read(session, seed) for seed, session in enumerate(opened)))
        lasted_s = time.perf_counter() - started
    finally:
        for session in opened:
            if session._socket is not None:
                await session.__aexit__(None, None, None)
    return Load(
        sessions=sessions,
        reruns=len(took),
        reruns_per_s=len(took) / lasted_s,
        p50_ms=median(took) * 1000,
        p95_ms=sorted(took)[int(0.95 * len(took))] * 1000,
    )
