"""`plan`: what the plan consists of."""

from __future__ import annotations

from typing import Any

from hengyang.commands.release import tables_of
from hengyang.commands.request import Request
from hengyang.labels import words
from hengyang.plan import plan_facts

_COUNTS = (
    "themes",
    "tasks",
    "targets",
    "measured",
    "described",
    "counted",
    "milestones",
    "departments",
    "assignments",
    "safeguards",
    "divisions",
    "source_defects",
    "published_figures",
)


def as_data(request: Request) -> dict[str, Any]:
    """The plan's counts and standing, as plan.plan_facts gives them."""
    return plan_facts(tables_of(request).frames)


def as_text(request: Request) -> str:
    """The same, a line for each fact."""
    facts, language = as_data(request), request.language
    say = words(language)
    lines = [
        f"{facts[f'name_{language}']} ({facts[f'status_{language}']})",
        say(
            "cli-plan-dates",
            issuer=facts[f"issuer_{language}"],
            notice_date=facts["notice_date"],
            published_on=facts["published_on"],
            reply_due=facts["reply_due"],
        ),
    ]
    if facts["silence_is_consent"]:
        lines.append(say("cli-plan-silence"))
    lines.append("")
    lines += [
        say("cli-fact", name=say(f"cli-plan-{name}"), value=str(facts[name])) for name in _COUNTS
    ]
    return "\n".join(lines)
