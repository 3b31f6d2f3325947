"""`explain`: why one indicator or milestone has its light."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date
from typing import Any

from hengyang import progress, store
from hengyang.commands.release import day_of, tables_of, warning
from hengyang.commands.request import Request
from hengyang.errors import NotUnderstood
from hengyang.labels import Language, day, number, words
from hengyang.progress import Explanation
from hengyang.schema import LANGUAGES, Tables

#: Inputs whose values are named by an enum, and the family of its words.
_FAMILIES = {
    "rule": "rule",
    "commitment": "commitment",
    "frequency": "frequency",
    "stage": "stage",
    "curve": "cli-curve",
}


def as_data(request: Request) -> dict[str, Any]:
    """Inputs, arithmetic (as figures and in words), the sentence, and what would change the light."""
    tables, explained = _explained(request)
    facts = explained.as_dict()
    del facts["sentence"], facts["what_would_change"]
    return {
        "workspace": request.workspace,
        "is_simulated": store.WORKSPACES[request.workspace],
        "release": tables.release,
        **facts,
        **{f"steps_{language}": explained.steps(language) for language in LANGUAGES},
        **{f"sentence_{language}": explained.sentence(language) for language in LANGUAGES},
        **{
            f"what_would_change_{language}": explained.what_would_change(language)
            for language in LANGUAGES
        },
    }


def as_text(request: Request) -> str:
    """The sentence and what would change the light, then the inputs and the arithmetic, a line each."""
    _, explained = _explained(request)
    language = request.language
    say = words(language)
    return "\n".join(
        [
            *warning(request.workspace, language),
            explained.sentence(language),
            explained.what_would_change(language),
            "",
            say("cli-inputs"),
            *_input_lines(explained, language),
            "",
            say("cli-arithmetic"),
            *(f"  {step}" for step in explained.steps(language)),
        ]
    )


def subject_of(text: str, tables: Tables) -> str:
    """The indicator or milestone that is meant, small letters allowed. Raises: NotUnderstood with the nearest."""
    known = [*tables.indicators["indicator"], *tables.milestones["milestone"]]
    wanted = text.strip().upper()
    if wanted in known:
        return wanted
    near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.5)
    if not near:
        raise NotUnderstood("cli-error-subject", value=text)
    raise NotUnderstood("cli-error-subject-near", value=text, near=", ".join(near))


def _explained(request: Request) -> tuple[Tables, Explanation]:
    tables = tables_of(request)
    subject = subject_of(str(request.subject), tables)
    return tables, progress.explain(subject, tables, day_of(request, tables))


def _input_lines(explained: Explanation, language: Language) -> Iterator[str]:
    """The inputs that there are; the unit in the reader's language only."""
    say = words(language)
    for name, value in explained.inputs.items():
        if (
            value is None
            or value == []
            or (name in ("unit_zh", "unit_en") and name[-2:] != language)
        ):
            continue
        label = "unit" if name.startswith("unit_") else name
        yield say("cli-input", name=say(f"cli-input-{label}"), value=_shown(name, value, language))


def _shown(name: str, value: object, language: Language) -> str:
    say = words(language)
    if name in _FAMILIES:
        prefix = "milestone-rule" if str(value) in ("staged", "standing") else _FAMILIES[name]
        return say(f"{prefix}-{value}")
    if name == "flags" and isinstance(value, list):
        return " · ".join(say(f"flag-{flag}") for flag in value)
    if isinstance(value, dict):
        return " · ".join(f"{key} {_shown(key, item, language)}" for key, item in value.items())
    if isinstance(value, list):
        return " · ".join(_shown(name, item, language) for item in value)
    if isinstance(value, date):
        return day(value, language)
    return number(value, language) if isinstance(value, float) else str(value)
