"""Whom and what a text names: indicators, milestones, tasks, divisions, departments, stages.

A name is taken only when it is one of the plan's own spellings; a nearly right one comes back as a
suggestion for a person to accept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import pandas as pd
from rapidfuzz import fuzz, process

from hengyang.ingest.cells import clean, key, split_unit
from hengyang.ingest.vocabulary import spellings, vocabulary
from hengyang.schema import WHOLE_CITY, Stage

#: Below this likeness (0–100) a suggestion would only confuse.
LEAST_SIMILARITY = 55.0
#: The same for a name that is only a part of one: the part must be nearly verbatim.
LEAST_PARTIAL_SIMILARITY = 85.0
#: A file with more unknown names than this is about something else; it gets no more suggestions.
MOST_GUESSES = 500
#: So many are offered for one name, of those that are hardly less alike than the nearest.
MOST_CANDIDATES = 3
_AS_NEAR = 10.0
_LOOKED_AT = 8
_NUMBERING = re.compile(r"^(?:\(?\d{1,3}[.)\u3001]|\(\w{1,3}\)|[\u2460-\u2473])\s*(?=\D)")
_IDENTIFIER = re.compile(r"(?i)^\s*(T\d{1,2}-M?\d{1,3})(?:\D|$)")
_TASK_NUMBER = re.compile(r"^\D?\s*(\d{1,2})\s*\D?$")
_LAST_BRACKET = re.compile(r"[(\[](?:[^()\[\]:]*:)?([^()\[\]:]{1,8})[)\]]$")
_BRACKETS = re.compile(r"\([^()]*\)")


def unit_in_name(text: str) -> str | None:
    """The unit that a name carries in brackets at its end: 湿地保有量(万公顷) says 万公顷."""
    found = _LAST_BRACKET.search(clean(text))
    return found[1] if found is not None and split_unit(found[1])[1] in _units() else None


def _without_unit(text: str) -> str:
    return text if unit_in_name(text) is None else _LAST_BRACKET.sub("", text)


@cache
def _units() -> frozenset[str]:
    words = vocabulary()
    return frozenset(
        unit for group in (*words["quantities"], *words["counters"]["alike"]) for unit in group
    )


@dataclass(frozen=True)
class Match:
    """What a text was taken for. `identifier` is None unless it is certain; `suggestion` is the nearest.

    `candidates` are all that are offered for a name that is only nearly right, the nearest first.
    """

    table: str | None = None  # "indicators", "milestones" or "tasks"
    identifier: str | None = None
    suggestion: str | None = None
    similarity: float | None = None
    candidates: tuple[str, ...] = ()


@dataclass
class Names:
    """The plan's names, prepared for comparing with texts out of a file."""

    subjects: dict[str, tuple[str, str]] = field(default_factory=dict)  # key → table, id
    identifiers: dict[str, tuple[str, str]] = field(default_factory=dict)
    divisions: dict[str, str] = field(default_factory=dict)
    departments: dict[str, str] = field(default_factory=dict)
    stages: dict[str, str] = field(default_factory=dict)
    remembered: dict[str, Match] = field(default_factory=dict)
    choices: dict[str | None, list[str]] = field(default_factory=dict)
    guesses: int = 0

    @classmethod
    def of(cls, plan: Mapping[str, pd.DataFrame]) -> Names:
        names = cls()
        for table, identifier in (
            ("indicators", "indicator"),
            ("milestones", "milestone"),
            ("tasks", "task"),
        ):
            rows = plan[table]
            for own, zh, en in zip(rows[identifier], rows["name_zh"], rows["name_en"], strict=True):
                names.identifiers[str(own)] = (table, str(own))
                for name in (zh, en):
                    names.subjects.setdefault(key(name), (table, str(own)))
        names._add_short_names(plan)
        for own, zh, en in zip(
            plan["divisions"]["division"],
            plan["divisions"]["name_zh"],
            plan["divisions"]["name_en"],
            strict=True,
        ):
            for spelled in (own, zh, en, re.sub(r"\s*(?:District|County|City)$", "", en)):
                names.divisions[key(spelled)] = own
            if len(zh) > 2:
                names.divisions.setdefault(key(zh[:-1]), own)
        # 衡阳 alone is the city, 衡阳县 the county: the city's own spellings come last and win
        names.divisions |= {key(word): WHOLE_CITY for word in spellings("whole_city")}
        for own, zh, en in zip(
            plan["departments"]["department"],
            plan["departments"]["name_zh"],
            plan["departments"]["name_en"],
            strict=True,
        ):
            names.departments |= {key(own): own, key(zh): own, key(en): own}
        for alias, own in zip(
            plan["department_aliases"]["alias_zh"],
            plan["department_aliases"]["department"],
            strict=True,
        ):
            names.departments[key(alias)] = own
        for stage in Stage:
            names.stages |= {key(word): stage.value for word in vocabulary()["stages"][stage.value]}
            names.stages[key(stage.value)] = stage.value
        return names

    def _add_short_names(self, plan: Mapping[str, pd.DataFrame]) -> None:
        """Names without what stands in brackets, where that still means one thing only."""
        short: dict[str, set[tuple[str, str]]] = {}
        for table, identifier in (("indicators", "indicator"), ("milestones", "milestone")):
            rows = plan[table]
            for own, zh in zip(rows[identifier], rows["name_zh"], strict=True):
                without = key(_BRACKETS.sub("", clean(zh)))
                if len(without) >= 4:
                    short.setdefault(without, set()).add((table, own))
        for spelled, owners in short.items():
            if len(owners) == 1:
                self.subjects.setdefault(spelled, next(iter(owners)))

    def subject(self, text: str, table: str | None = None) -> Match:
        """What a text names. With `table` only names of that table are suggested."""
        remembered = self.remembered.get(f"{table}|{text}")
        if remembered is None:
            remembered = self.remembered[f"{table}|{text}"] = self._subject(text, table)
        return remembered

    def _subject(self, text: str, table: str | None) -> Match:
        text = clean(text)
        found = _IDENTIFIER.match(text)
        if found is not None:
            own = self._identifier(found[1])
            if own is not None:
                return Match(*own)
        if table == "tasks" and (number := _TASK_NUMBER.match(text)) and number[1].lstrip("0"):
            own = self.identifiers.get(number[1].lstrip("0"))
            if own is not None:
                return Match(*own)
        bare = _without_unit(text)
        for spelled in dict.fromkeys(
            map(key, (text, _NUMBERING.sub("", text), _NUMBERING.sub("", bare)))
        ):
            if spelled in self.subjects and (
                table is None or self.subjects[spelled][0] == table or len(spelled) > 1
            ):
                return Match(*self.subjects[spelled])
        spelled = key(_NUMBERING.sub("", bare))
        if len(spelled) < 2:
            return Match()
        if self.guesses >= MOST_GUESSES:
            return Match()
        self.guesses += 1
        choices = self.choices.get(table)
        if choices is None:
            choices = self.choices[table] = [
                name for name, (of, _) in self.subjects.items() if table is None or of == table
            ]
        alike = process.extract(
            spelled, choices, scorer=fuzz.ratio, score_cutoff=LEAST_SIMILARITY, limit=_LOOKED_AT
        ) or process.extract(
            spelled,
            choices,
            scorer=fuzz.partial_ratio,
            score_cutoff=LEAST_PARTIAL_SIMILARITY,
            limit=_LOOKED_AT,
        )
        if not alike:
            return Match()
        (nearest, best, _), *_ = alike
        of, own_id = self.subjects[nearest]
        near = [
            self.subjects[name][1]
            for name, likeness, _ in alike
            if likeness >= best - _AS_NEAR and self.subjects[name][0] == of
        ]
        candidates = tuple(dict.fromkeys(near))[:MOST_CANDIDATES]
        return Match(of, None, own_id, round(float(best), 1), candidates)

    def _identifier(self, text: str) -> tuple[str, str] | None:
        task, _, rest = text.upper().partition("-")
        return self.identifiers.get(f"T{int(task[1:]):02d}-{rest}")

    def division(self, text: str) -> str | None:
        """The code of the division that a text names; None for a text that names none."""
        return self._city_less(self.divisions, text)

    def department(self, text: str) -> str | None:
        """The department that a text names, by any alias; None for none, or for several at once."""
        return self._city_less(self.departments, text)

    def _city_less(self, known: Mapping[str, str], text: str) -> str | None:
        spelled = key(text)
        if spelled in known:
            return known[spelled]
        for prefix in spellings("city_prefix"):
            for shorter in (spelled.removeprefix(prefix), spelled.replace(prefix, prefix[-1], 1)):
                if shorter != spelled and shorter in known:
                    return known[shorter]
        return None

    def stage(self, text: str) -> str | None:
        """The stage that a text names; None for none."""
        return self.stages.get(key(text))
