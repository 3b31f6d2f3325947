"""`prepare`: make whatever the store lacks, so that the first reader need not wait."""

from __future__ import annotations

from typing import Any

from hengyang import store
from hengyang.commands.request import Request
from hengyang.labels import words


def as_data(request: Request) -> dict[str, Any]:
    """Where the store lies and which workspaces it has, once they are all there."""
    url = store.store_url()
    store.prepare(url)
    return {"store": url, "workspaces": list(store.WORKSPACES)}


def as_text(request: Request) -> str:
    """The same in one line."""
    facts = as_data(request)
    return words(request.language)(
        "cli-prepared", store=facts["store"], workspaces=", ".join(facts["workspaces"])
    )
