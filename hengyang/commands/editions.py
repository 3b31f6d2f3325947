"""`editions`: what has been frozen for meetings, the newest first."""

from __future__ import annotations

from typing import Any

from hengyang import labels, meeting
from hengyang.commands.release import opened, warning
from hengyang.commands.request import Request
from hengyang.labels import Language, words
from hengyang.meeting import Edition


def as_data(request: Request) -> dict[str, Any]:
    """workspace, and `editions`: each as meeting.as_dict."""
    found = meeting.editions(opened(request))
    return {"workspace": request.workspace, "editions": [meeting.as_dict(one) for one in found]}


def as_text(request: Request) -> str:
    """The same, a line for each."""
    language = request.language
    lines = [line(found, language) for found in meeting.editions(opened(request))]
    none = [words(language)("meeting-none")]
    return "\n".join([*warning(request.workspace, language), *(lines or none)])


def line(found: Edition, language: Language) -> str:
    """An edition in one line."""
    say = words(language)
    return say(
        "meeting-line",
        edition=found.id or say("meeting-unfrozen"),
        deck=say(f"meeting-deck-{found.deck}"),
        day=labels.day(found.as_of, language),
        release=str(found.release),
        by=found.frozen_by or "",
        at="" if found.frozen_at is None else labels.instant(found.frozen_at),
        title=found.title or "",
    ).rstrip()
