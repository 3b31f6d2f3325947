"""`releases`: who made what visible when, why, from which file, and how much it was."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hengyang import history, labels, store
from hengyang.charts.past import actor_words
from hengyang.commands.release import opened, warning
from hengyang.commands.request import Request
from hengyang.history.releases import BROUGHT
from hengyang.labels import words


def as_data(request: Request) -> dict[str, Any]:
    """All releases, the newest first; `brought` counts cells by table."""
    found = opened(request)
    counted = history.brought(found.released_rows())
    return {
        "workspace": request.workspace,
        "is_simulated": store.WORKSPACES[request.workspace],
        "releases": [
            {**_facts(row), "brought": _brought(counted, row["release"])}
            for row in found.releases()[::-1].to_dict("records")
        ],
    }


def as_text(request: Request) -> str:
    """The same, two lines a release."""
    say = words(request.language)
    lines = warning(request.workspace, request.language)
    for row in as_data(request)["releases"]:
        reason = row[f"reason_{request.language}"] or row["reason_zh"]
        totals = {
            name: str(sum(counts[name] for counts in row["brought"].values())) for name in BROUGHT
        }
        lines.append(
            say(
                "cli-release-line",
                release=str(row["release"]),
                when=labels.instant(pd.Timestamp(row["published_at"])),
                actor=actor_words(row["actor"], request.language),
                reason=reason,
                # a report without words of its own has its file for a reason
                file=say("history-no-file")
                if not row["file_name"]
                else say("cli-release-that-file")
                if reason == row["file_name"]
                else row["file_name"],
            )
        )
        lines.append(say("cli-release-brought", **totals))
    return "\n".join(lines)


def _facts(row: dict[Any, Any]) -> dict[str, Any]:
    """A release's own facts, ready for JSON."""
    reason = str(row["reason"])
    return {
        "release": int(row["release"]),
        "published_at": row["published_at"].isoformat(),
        "actor": str(row["actor"]),
        "reason_zh": reason,
        "reason_en": history.release_reason(reason, str(row["submission"]), "en"),
        "submission": str(row["submission"]),
        "base": int(row["base"]),
        **{name: text_or_none(row[name]) for name in ("file_name", "file_sha256")},
    }


def text_or_none(value: object) -> str | None:
    """A frame's text, or None where there is none."""
    return value if isinstance(value, str) else None


def _brought(counted: pd.DataFrame, release: int) -> dict[str, dict[str, int]]:
    mine = counted[counted["release"] == release]
    return {
        row["table"]: {name: int(row[name]) for name in BROUGHT} for row in mine.to_dict("records")
    }
