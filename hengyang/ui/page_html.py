"""Streamlit's one HTML page on its way to the browser: a change to it, and what the app need not ask its server.

At the address of a page below the root Streamlit asks for its server below that page first and is told twice that
nothing is there; told where it is, it asks once. Told who may embed it, it connects without waiting for the answers,
but only in a browser that has Streamlit's token against forged requests (until it is closed): connected without, a
signed-in reader would be nobody.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hengyang.ui import links

Change = Callable[[bytes], Awaitable[bytes]]

#: As it stands in the page: whoever forbids scripts inside pages has to allow this one by its hash.
SCRIPT_TAG = (
    "<script>window.__streamlit={BACKEND_BASE_URL:"
    "new URL('.',location.origin+location.pathname).href};"
    "if(/(^|; )_streamlit_xsrf=/.test(document.cookie))window.__streamlit.HOST_CONFIG="
    "{allowedOrigins:[location.origin],useExternalAuthToken:false}</script>"
)
_HEAD = b"<head>"
#: They speak of Streamlit's page, not of what is made of it: answered with "not modified", a browser would keep figures
#: of an older release, or a script that the proxy no longer allows.
_VALIDATORS = ("if-none-match", "if-modified-since")


async def send_changed(
    app: ASGIApp, scope: Scope, receive: Receive, send: Send, change: Change
) -> None:
    """Answer as the app does, an HTML page with the change, asked for anew each time; anything else as it is."""
    asked = [(name, value) for name, value in scope["headers"] if name.decode() not in _VALIDATORS]
    start: Message = {}
    body = bytearray()

    async def forward(message: Message) -> None:
        nonlocal start
        if message["type"] == "http.response.start":
            start = message
            return
        body.extend(message.get("body", b""))
        if message.get("more_body"):
            return
        page = bytes(body)
        kind = Headers(raw=start["headers"]).get("content-type", "")
        if start["status"] == 200 and kind.startswith("text/html"):
            changed = MutableHeaders(raw=start["headers"])
            for validator in ("etag", "last-modified"):
                if validator in changed:
                    del changed[validator]
            changed["Cache-Control"] = "no-cache"
            page = await change(page)
            changed["Content-Length"] = str(len(page))
        await send(start)
        await send({"type": "http.response.body", "body": page})

    await app({**scope, "headers": asked}, receive, forward)


class ServerAddress:
    """Middleware around the addresses of the pages; everything else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or page_path(scope) is None:
            await self.app(scope, receive, send)
            return

        async def told(page: bytes) -> bytes:
            return with_address(page)

        # compressed already, there would be nothing to put it into; our own compression is around this
        headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await send_changed(self.app, {**scope, "headers": headers}, receive, send, told)


def with_address(page: bytes) -> bytes:
    """Streamlit's page that knows where its server is: one step above the page's address."""
    return page.replace(_HEAD, _HEAD + SCRIPT_TAG.encode(), 1)


def page_path(scope: Scope) -> str | None:
    """The page that an address is of, "" for the root; None for any other address."""
    path = Request(scope).url.path.removeprefix(scope.get("root_path", "")).strip("/")
    return path if path in ("", *links.PAGES) else None
