"""`status`: where do we stand? The contract of the overview, task by task."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hengyang import progress, store
from hengyang.commands.release import day_of, tables_of, warning
from hengyang.commands.request import Request
from hengyang.labels import Language, Words, day, words
from hengyang.progress import METHOD_VERSION, Assessment, needs, standing
from hengyang.schema import LANGUAGES, Light, Tables


def as_data(request: Request) -> dict[str, Any]:
    """progress.status, with what must never be left out: simulated or real, and the plan's standing."""
    tables = tables_of(request)
    as_of = day_of(request, tables)
    assessment = _assessment(request, tables)
    plan = tables.plan.iloc[0]
    return {
        "is_simulated": store.WORKSPACES[request.workspace],
        "plan_status_zh": str(plan["status_zh"]),
        "plan_status_en": str(plan["status_en"]),
        **{
            f"finding_{language}": _finding(request, assessment, tables, language)
            for language in LANGUAGES
        },
        **progress.status(tables, as_of, theme=request.theme),
    }


def as_text(request: Request) -> str:
    """The finding, each theme with its light and counts, then what is behind, the worst first, with reasons."""
    tables = tables_of(request)
    assessment, language = _assessment(request, tables), request.language
    say = words(language)
    plan = tables.plan.iloc[0]
    lines = [
        *warning(request.workspace, language),
        f"{plan[f'name_{language}']} ({plan[f'status_{language}']})",
        say(
            "cli-status-basis",
            workspace=request.workspace,
            release=str(tables.release),
            as_of=day(assessment.as_of, language),
            method=str(METHOD_VERSION),
        ),
        "",
        _finding(request, assessment, tables, language),
        "",
    ]
    names = tables.themes.set_index("theme")[f"name_{language}"]
    for row in assessment.themes.to_dict("records"):
        if request.theme in (None, row["theme"]):
            lines.append(_theme_line(row, str(names[row["theme"]]), say))
    lines += ["", say("overview-attention"), *_attention_lines(assessment, tables, language)]
    return "\n".join(lines)


def _assessment(request: Request, tables: Tables) -> Assessment:
    whole = progress.assess(tables, day_of(request, tables))
    if request.theme is None:
        return whole
    return progress.narrowed(whole, tables, themes=[request.theme])


def _finding(request: Request, assessment: Assessment, tables: Tables, language: Language) -> str:
    if request.theme is None:
        return standing.overview_finding(assessment, language)
    return standing.theme_finding(request.theme, assessment, tables, language)


def _theme_line(row: dict[Any, Any], name: str, say: Words) -> str:
    light = "none" if pd.isna(row["light"]) else row["light"]
    counts = [
        say("cli-fact", name=say(f"light-{light}"), value=str(row[light]))
        for light in Light
        if row[light]
    ]
    return say(
        "cli-theme",
        name=name,
        light=say(f"theme-light-{light}"),
        reported=str(row["reported"]),
        due=str(row["due"]),
        counts=" · ".join(counts),
    )


def _attention_lines(assessment: Assessment, tables: Tables, language: Language) -> list[str]:
    say = words(language)
    needy = needs.needing_attention(assessment)
    if needy.empty:
        return [say("overview-attention-none")]
    names = needs.names(tables, language)
    rows: dict[str, dict[Any, Any]] = {
        **{row["indicator"]: row for row in assessment.indicators.to_dict("records")},
        **{row["milestone"]: row for row in assessment.milestones.to_dict("records")},
    }
    return [
        say(
            "cli-behind",
            subject=subject,
            name=names[subject],
            light=say(f"light-{light}"),
            reason=progress.reason(rows[subject], language, tables),
        )
        for subject, light in zip(needy["subject"], needy["light"], strict=True)
    ]
