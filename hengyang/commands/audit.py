"""`audit`: the audit log, one row an event, as CSV or JSON."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hengyang import exports, history, review, store
from hengyang.access import LOCAL_REPORTER
from hengyang.charts.past import log_in_words
from hengyang.commands.acting import actor_of
from hengyang.commands.release import opened
from hengyang.commands.releases import text_or_none
from hengyang.commands.request import Request
from hengyang.errors import NotAllowed
from hengyang.history.audit import PUBLISHED, SUBMITTED_WITH
from hengyang.history.releases import BROUGHT
from hengyang.progress import default_as_of
from hengyang.review import Proposal
from hengyang.schema import TABLES
from hengyang.store import Store


def as_data(request: Request) -> dict[str, Any]:
    """The events, the newest first; `rows` counts what each table got.

    Releases, and what happened to the proposals that the actor may see (to all of them for an administrator). Raises: NotAllowed for an unknown actor.
    """
    found = opened(request)
    return {
        "workspace": request.workspace,
        "is_simulated": store.WORKSPACES[request.workspace],
        "events": [_event(row) for row in _log(found, request).to_dict("records")],
    }


def as_text(request: Request) -> str:
    """The log as CSV; the byte-order mark in front lets Excel and WPS read a file that it was redirected to."""
    found = opened(request)
    tables = found.read()
    stamp = exports.Stamp.of(
        tables,
        default_as_of(tables),
        is_demo=store.WORKSPACES[request.workspace],
        language=request.language,
    )
    made = exports.audit_csv(log_in_words(_log(found, request), request.language), stamp)
    return made.decode("utf-8").replace("\r\n", "\n").rstrip("\n")


def _log(found: Store, request: Request) -> pd.DataFrame:
    steps = review.event_log(_seen(found, request))
    return history.audit(found.releases(), history.brought(found.released_rows()), steps)


def _seen(found: Store, request: Request) -> tuple[Proposal, ...]:
    # Releases are everybody's; the steps before them only theirs who may see the proposal.
    try:
        actor = actor_of(request, otherwise=LOCAL_REPORTER)
    except NotAllowed:
        if request.actor_name is not None:
            raise
        return ()
    return review.audited(found, actor)


def _event(row: dict[Any, Any]) -> dict[str, Any]:
    is_release = row["event"] == PUBLISHED
    reason = text_or_none(row["reason"])
    return {
        "event": row["event"],
        "at": row["at"].isoformat(),
        "release": int(row["release"]) if is_release else None,
        "actor": row["actor"],
        "reason_zh": reason,
        "reason_en": reason and history.release_reason(reason, row["submission"], "en"),
        "submission": row["submission"],
        "base": int(row["base"]),
        "file_name": text_or_none(row["file_name"]),
        "file_sha256": text_or_none(row["file_sha256"]),
        **{name: text_or_none(row[name]) for name in SUBMITTED_WITH},
        **{name: int(row[name]) if is_release else None for name in BROUGHT},
        "rows": {
            name: int(row[name]) for name in TABLES if name in row and is_release and row[name]
        },
    }
