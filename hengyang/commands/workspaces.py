"""`workspaces`: which sets of figures there are, and how far each has come."""

from __future__ import annotations

from typing import Any

from hengyang import store
from hengyang.commands.request import Request
from hengyang.labels import words
from hengyang.progress import default_as_of


def as_data(request: Request) -> dict[str, Any]:
    """Per workspace: is_simulated, the number of releases, the newest one with its instant and its as_of."""
    url = store.store_url()
    store.prepare(url)
    return {"workspaces": [_facts(store.open_store(url, name)) for name in store.WORKSPACES]}


def as_text(request: Request) -> str:
    """The same, a line for each workspace."""
    say = words(request.language)
    return "\n".join(
        say(
            "cli-workspace",
            name=facts["workspace"],
            kind=say("cli-simulated" if facts["is_simulated"] else "cli-real"),
            releases=str(facts["releases"]),
            newest=str(facts["latest_release"]),
            as_of=facts["as_of"],
        )
        for facts in as_data(request)["workspaces"]
    )


def _facts(opened: store.Store) -> dict[str, Any]:
    releases = opened.releases()
    newest = releases.iloc[-1]
    return {
        "workspace": opened.workspace,
        "is_simulated": store.WORKSPACES[opened.workspace],
        "releases": len(releases),
        "latest_release": int(newest["release"]),
        "published_at": newest["published_at"].isoformat(),
        "as_of": default_as_of(opened.read()).isoformat(),
    }
