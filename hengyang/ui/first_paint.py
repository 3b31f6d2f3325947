"""The answer before the app: finding, cards and board come with the very page that the browser asks for.

Streamlit's bundle and its first run take a second or more. Until then readers see the opening page as plain HTML, made
by the functions that draw the page itself, at the same release; the app takes its place without a jump. Whatever does
not work out leaves the page as Streamlit sends it.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from markupsafe import Markup
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from hengyang import labels, progress
from hengyang.charts import attention, first_paint, overview
from hengyang.charts.findings import overview_subline
from hengyang.errors import PlanError
from hengyang.progress import standing
from hengyang.ui import board, comparison, filters, links, view
from hengyang.ui.page_html import page_path, send_changed
from hengyang.ui.selection import Selection

log = logging.getLogger("hengyang")
#: As it stands in the page: whoever forbids scripts inside pages has to allow this one by its hash.
SCRIPT_TAG = "<script>(() => {{\n{}}})();</script>".format(
    "\n".join(
        (Path(__file__).parent / file).read_text(encoding="utf-8")
        for file in ("stylesheet.js", "first_paint.js")
    )
)
#: A reader gets the app without a first paint rather than wait longer for a slow store.
PATIENCE_S = 2.0
#: Of its own, so that a store that hangs holds back nothing else.
_POOL = ThreadPoolExecutor(2, thread_name_prefix="first-paint")
_BODY = b"<body>"
#: What loads Streamlit's bundle: tags of its page's head.
_APP = re.compile(
    rb'<script type="module"[^>]*></script>|<link\s+rel="(?:modulepreload|preload|stylesheet)"[^>]*>'
)


class FirstPaint:
    """Middleware around the opening page; everything else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        parameters = _asked(scope)
        if parameters is None:
            await self.app(scope, receive, send)
            return

        async def painted(page: bytes) -> bytes:
            return before_the_app(page, await _in_time(parameters))

        await send_changed(self.app, scope, receive, send, painted)


async def _in_time(parameters: Mapping[str, str]) -> str:
    loop = asyncio.get_running_loop()
    try:
        return str(
            await asyncio.wait_for(loop.run_in_executor(_POOL, drawn, parameters), PATIENCE_S)
        )
    except TimeoutError:
        log.info("no first paint: the store takes too long")
        return ""


def before_the_app(page: bytes, first: str) -> bytes:
    """Streamlit's page with the first paint in it; what loads the app waits in a template until that has been painted.

    Without a first paint, or where the tags are not those of a Streamlit that we know, the page is left as it is.
    """
    tags = _APP.findall(page)
    if not first or _BODY not in page or not any(tag.startswith(b"<script") for tag in tags):
        return page
    waiting = b'<template id="hy-app">' + b"".join(tags) + b"</template>"
    return _APP.sub(b"", page).replace(_BODY, _BODY + waiting + first.encode(), 1)


def drawn(parameters: Mapping[str, str]) -> Markup:
    """The opening page for a selection; nothing where the page itself would say that something is wrong."""
    try:
        shown = view.of(parameters)
        # What is filtered, or of another plan, is told by the frame, which is not drawn here.
        if shown.selection.is_filtered or shown.selection.plan:
            return Markup("")
        return _sheet(shown)
    except PlanError as error:
        log.info("no first paint: %s", error)
    except Exception:  # the app itself tells readers what is wrong
        log.exception("no first paint")
    return Markup("")


def _asked(scope: Scope) -> Mapping[str, str] | None:
    """The selection that is asked of the opening page; None for every other address and for more than a selection."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    if page_path(scope) not in ("", next(iter(links.PAGES))):
        return None
    parameters = dict(Request(scope).query_params)
    return parameters if set(parameters) <= set(Selection.__dataclass_fields__) else None


def _sheet(shown: view.View) -> Markup:
    language, tables, say = shown.language, shown.tables, shown.say
    assessment = filters.narrowed(shown)
    against = comparison.named(shown, None)
    changes = progress.changes_between(filters.narrowed(shown, against.assessment), assessment)
    return first_paint.sheet(
        brand=say("frame-brand"),
        menu=[
            (links.href(page, shown.selection), say(f"page-{page}")) for page in links.IN_THE_HEADER
        ],
        facts=[
            say("frame-as-of-month", month=labels.month(shown.as_of, language)),
            say("frame-release-number", number=str(tables.release)),
        ],
        demo=say("frame-demo") if shown.is_demo else None,
        finding=standing.overview_finding(assessment, language),
        line=overview_subline(assessment, tables, changes, against.label, language),
        parts=(
            overview.theme_cards(assessment, tables, changes, language, shown.link),
            overview.board(assessment, tables, language, shown.link),
            attention.attention_list(assessment, tables, language, shown.link),
        ),
        language_tag=board.LANGUAGE_TAGS[language],
        script_tag=SCRIPT_TAG,
    )
