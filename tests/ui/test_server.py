"""What surrounds the script: compression, collection on a schedule."""

from __future__ import annotations

import asyncio
import gc
import socket
import tomllib
import warnings

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from uvicorn import Config
from uvicorn.protocols.websockets import websockets_sansio_impl
from uvicorn.server import ServerState
from websockets.datastructures import Headers
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory
from websockets.frames import Frame, Opcode

from hengyang.charts import css
from hengyang.ui import server, websocket
from tests.conftest import ROOT, finished


@pytest.fixture(autouse=True)
def uvicorns_own(monkeypatch):
    """What uvicorn compresses with by itself, put back after each test."""
    name = "ServerPerMessageDeflateFactory"
    monkeypatch.setattr(websockets_sansio_impl, name, ServerPerMessageDeflateFactory)
    return ServerPerMessageDeflateFactory


LONG = "衡阳 " * 2000


def answer(accepts: str, body: str = LONG) -> tuple[dict[str, str], bytes]:
    """Headers and bytes that the middleware sends to a browser that accepts these encodings."""
    app = Starlette(
        routes=[Route("/", lambda _request: PlainTextResponse(body))],
        middleware=server.middleware(),
    )
    sent: list[dict] = []

    async def receive() -> dict:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict) -> None:
        sent.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET",
        "scheme": "http", "path": "/", "raw_path": b"/", "query_string": b"", "root_path": "",
        "headers": [(b"accept-encoding", accepts.encode())], "server": ("localhost", 80),
        "client": ("localhost", 1),
    }  # fmt: skip
    finished(app(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return headers, b"".join(message.get("body", b"") for message in sent[1:])


def test_what_a_browser_accepts_compressed_is_sent_compressed():
    for encoding in ("gzip", "br", "zstd"):
        headers, body = answer(encoding)
        assert headers["content-encoding"] == encoding
        assert len(body) < len(LONG.encode()) / 20


def test_who_does_not_accept_compression_gets_plain_text():
    headers, body = answer("identity")
    assert "content-encoding" not in headers
    assert body == LONG.encode()


def test_small_answers_are_not_worth_it():
    assert "content-encoding" not in answer("gzip", "short")[0]


def test_the_collector_runs_on_its_schedule_since_reruns_do_not_collect(monkeypatch):
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    assert settings["runner"]["postScriptGC"] is False
    monkeypatch.setattr(server, "COLLECT_EVERY_S", 0.01)
    monkeypatch.setattr(server.loading, "prepare_store", lambda: None)
    collected = []
    monkeypatch.setattr(gc, "collect", lambda *_: collected.append(1))
    monkeypatch.setattr(gc, "freeze", lambda: None)

    async def live() -> None:
        async with server.lifespan(None):
            await asyncio.sleep(0.1)

    finished(live())
    while_serving = len(collected)
    assert while_serving > 2


def test_a_server_compresses_message_by_message_from_its_start(monkeypatch, uvicorns_own):
    monkeypatch.setattr(server.loading, "prepare_store", lambda: None)

    async def live() -> None:
        async with server.lifespan(None):
            pass

    finished(live())
    assert websockets_sansio_impl.ServerPerMessageDeflateFactory is not uvicorns_own


def test_connections_of_a_bound_socket_do_not_wait_to_send():
    # bound as Streamlit does it: asyncio recognises only sockets that name TCP
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.bind(("127.0.0.1", 0))
        server.send_at_once()
        listening.listen()
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_no_connection_keeps_a_compressor_between_messages():
    websocket.compress_each_alone()

    async def asked() -> tuple[str, bool]:
        config = Config(Starlette(), ws="websockets-sansio", ws_per_message_deflate=True)
        protocol = websockets_sansio_impl.WebSocketsSansIOProtocol(config, ServerState(), {})
        browser = Headers(
            {"Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits"}
        )
        answer, (extension,) = protocol.conn.process_extensions(browser)
        extension.encode(Frame(Opcode.BINARY, b"drawn " * 1000))
        return str(answer), hasattr(extension, "encoder") or hasattr(extension, "decoder")

    answer, is_kept = finished(asked())
    assert "server_no_context_takeover" in answer
    assert "client_no_context_takeover" in answer
    assert not is_kept


def test_browsers_keep_the_stylesheet_where_the_board_looks_for_it():
    (route,) = [one for one in server.routes() if one.path == f"/{css.address()}"]
    sheet = finished(route.endpoint(None))
    assert sheet.body.decode() == css.stylesheet()
    assert "immutable" in sheet.headers["cache-control"]


def test_the_opening_page_is_found_by_its_name_too() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from starlette.testclient import TestClient
    client = TestClient(Starlette(routes=server.routes()), follow_redirects=False)
    assert (
        client.get("/overview?theme=green&lang=en").headers["location"] == "./?theme=green&lang=en"
    )
    assert client.get("/overview").headers["location"] == "./"
