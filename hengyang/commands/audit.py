"""`audit`: the audit log, one row a publication, as CSV or JSON."""

from __future__ import annotations

from typing import Any

from hengyang import exports, history, store
from hengyang.charts.past import log_in_words
from hengyang.commands.release import opened
from hengyang.commands.releases import facts
from hengyang.commands.request import Request
from hengyang.history.releases import BROUGHT
from hengyang.progress import default_as_of
from hengyang.schema import TABLES


def as_data(request: Request) -> dict[str, Any]:
    """The events, the newest first; `rows` counts what each table got."""
    found = opened(request)
    log = history.audit(found.releases(), history.brought(found.released_rows()))
    return {
        "workspace": request.workspace,
        "is_simulated": store.WORKSPACES[request.workspace],
        "events": [_event(row) for row in log.to_dict("records")],
    }


def as_text(request: Request) -> str:
    """The log as CSV; the byte-order mark in front lets Excel and WPS read a file that it was redirected to."""
    found = opened(request)
    tables = found.read()
    log = history.audit(found.releases(), history.brought(found.released_rows()))
    stamp = exports.Stamp.of(
        tables,
        default_as_of(tables),
        is_demo=store.WORKSPACES[request.workspace],
        language=request.language,
    )
    made = exports.audit_csv(log_in_words(log, request.language), stamp)
    return made.decode("utf-8").replace("\r\n", "\n").rstrip("\n")


def _event(row: dict[Any, Any]) -> dict[str, Any]:
    told = facts(row)
    return {
        "event": "published",
        "release": told.pop("release"),
        "at": told.pop("published_at"),
        **told,
        **{name: int(row[name]) for name in BROUGHT},
        "rows": {name: int(row[name]) for name in TABLES if row.get(name)},
    }
