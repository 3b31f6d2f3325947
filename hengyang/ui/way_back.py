"""After signing in or out the reader is back on the page they came from.

Streamlit comes back to the app's root. So the page that the reader leaves, known by the Referer, waits in a cookie of
ten minutes; what comes out of it is one of the app's own addresses, built anew, or nothing.
"""

from __future__ import annotations

from urllib.parse import quote, unquote, urlencode, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from hengyang.ui import links

COOKIE = "hengyang_way_back"
#: There for a minute after a sign-in came back, whether it succeeded or not.
TRIED = "hengyang_sign_in_tried"
_KEPT_S, _TRIED_S = 600, 60
_LONGEST = 2000
_LEAVING = ("/auth/login", "/auth/logout")
_RETURNING = "/oauth2callback"


def inside(address: str, base: str = "") -> str | None:
    """An address of one of the app's pages, relative to its root, with the parameters it knows; None for another.

    Only path and query count, so that nothing leads elsewhere. `base` is the path that the app lives under.

    >>> inside("https://app.example/task?task=5&evil=1")
    'task?task=5'
    >>> inside("https://app.example//other.example/task") is None
    True
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path = parts.path.removeprefix(base).removeprefix("/")
    found = links.target(f"{path}?{parts.query}") if path in ("", *links.PAGES) else None
    if found is None or len(address) > _LONGEST:
        return None
    page, parameters = found
    names = {file: name for name, file in links.PAGES.items()}
    opening = next(iter(links.PAGES))
    query = urlencode(parameters, quote_via=quote)
    return f"{'' if names[page] == opening else names[page]}{'?' if query else ''}{query}"


class WayBack:
    """Middleware around Streamlit's own sign-in addresses; everything else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        base = _base()
        step = scope["path"].removeprefix(base) if scope["type"] == "http" else ""
        if step not in (*_LEAVING, _RETURNING):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        is_leaving = step in _LEAVING
        noted = (
            request.headers.get("referer")
            if is_leaving
            else unquote(request.cookies.get(COOKIE, ""))
        )
        page = inside(noted or "", base if is_leaving else "")

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                _lead_back(headers, page, base)
                if step == "/auth/logout":
                    _forget(headers, TRIED, base)
                elif step == _RETURNING and "state" in request.query_params:
                    _remember(headers, TRIED, "1", _TRIED_S, base)
            await send(message)

        await self.app(scope, receive, answered)


def _lead_back(headers: MutableHeaders, page: str | None, base: str) -> None:
    to = urlsplit(headers.get("location", "-"))
    if to.netloc or to.path.rstrip("/") != base:  # on the way to the provider
        if page:
            _remember(headers, COOKIE, quote(page, safe=""), _KEPT_S, base)
        else:
            _forget(headers, COOKIE, base)
        return
    if page:
        headers["location"] = f"{base}/{page}"
    _forget(headers, COOKIE, base)


def _remember(headers: MutableHeaders, name: str, value: str, seconds: int, base: str) -> None:
    answer = Response()
    answer.set_cookie(name, value, max_age=seconds, path=base or "/", httponly=True, samesite="lax")
    headers.append("set-cookie", answer.headers["set-cookie"])


def _forget(headers: MutableHeaders, name: str, base: str) -> None:
    _remember(headers, name, "", 0, base)


def _base() -> str:
    path = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""
