"""The search box: tasks, targets, departments, milestones and places by id, Chinese, English or pinyin."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from hengyang.schema import Language

COLUMNS = ("kind", "id", "name_zh", "name_en", "task", "score")

# What a hit is worth; the gaps leave room for the bonus of `_closeness`.
_EXACT = 100.0
_PREFIX = 80.0
_INSIDE = 60.0
_WORDS = 50.0
_FULL_PINYIN = 40.0
_INITIALS = 30.0
_IN_TEXT = 10.0
_BONUS = 5.0
#: a hit through an alias stands just behind the same hit in the name
_ALIAS = 0.5


@dataclass(frozen=True)
class _Sound:
    """How a Chinese name is typed: its pinyin, where in it each character starts, its initials."""

    pinyin: str
    starts: tuple[int, ...]
    initials: str


@dataclass(frozen=True)
class _Entry:
    kind: str
    id: str
    name_zh: str
    name_en: str
    task: int | None
    ids: tuple[str, ...]
    names: tuple[str, ...]
    aliases: tuple[str, ...]
    text: str
    #: of the name first, then of each alias
    sounds: tuple[_Sound, ...]


@dataclass(frozen=True)
class SearchIndex:
    """What `search` looks through; build it once for a plan's frames with `search_index`."""

    entries: tuple[_Entry, ...]


def search_index(frames: Mapping[str, pd.DataFrame]) -> SearchIndex:
    """Everything a reader can look for, in reading order: tasks, targets, departments, milestones, places."""
    return SearchIndex(tuple(_entries(frames)))


def search(
    plan_frames: Mapping[str, pd.DataFrame],
    query: str,
    language: Language,
    limit: int = 12,
    *,
    index: SearchIndex | None = None,
) -> pd.DataFrame:
    """What the query finds, best first: exact id → beginning → inside → words → pinyin → initials → text.

    A row: kind (task, indicator, department, milestone, place), id, name_zh, name_en, task (the task it
    belongs to, 0 for the whole plan, missing for departments), score. Equal hits stay in reading order,
    those in the reader's language first. Any text may be asked for; nothing found is no rows.
    Pass the `index` to save building it again.
    """
    wanted = _folded(query)
    entries = (index or search_index(plan_frames)).entries if wanted else ()
    hits = [
        (score, position, entry)
        for position, entry in enumerate(entries)
        if (score := _score(entry, wanted, language)) > 0
    ]
    hits.sort(key=lambda hit: (-hit[0], hit[1]))
    found = pd.DataFrame(
        [
            (entry.kind, entry.id, entry.name_zh, entry.name_en, entry.task, score)
            for score, _, entry in hits[: max(limit, 0)]
        ],
        columns=list(COLUMNS),
    )
    return found.astype(
        {
            "kind": "str",
            "id": "str",
            "name_zh": "str",
            "name_en": "str",
            "task": "Int64",
            "score": "float64",
        }
    )


def _folded(text: str) -> str:
    """Full-width and capital letters are no difference; runs of spaces are one."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _score(entry: _Entry, wanted: str, language: Language) -> float:
    if wanted in entry.ids:
        return _EXACT
    best = max(
        (_PREFIX for identifier in entry.ids[:1] if identifier.startswith(wanted)), default=0.0
    )
    for order, name in enumerate(entry.names):
        own_language = 0.0 if (order == 0) == (language == "zh") else 0.25
        best = max(best, _name_score(name, wanted) - own_language)
    for alias in entry.aliases:
        best = max(best, _name_score(alias, wanted) - _ALIAS)
    letters = wanted.replace(" ", "").replace("'", "").replace("ü", "v")
    if best < _FULL_PINYIN and letters.isascii() and letters.isalpha():
        for order, sound in enumerate(entry.sounds):
            best = max(best, _sound_score(sound, letters) - (_ALIAS if order else 0.0))
    if best <= 0 and len(wanted) > 1 and _stands_in(entry.text, wanted):
        best = _IN_TEXT
    return best


def _stands_in(text: str, wanted: str) -> bool:
    """Among letters only the beginning of a word counts: "ten" is not in "maintenance"."""
    place = text.find(wanted)
    while (
        place > 0 and wanted.isascii() and text[place - 1].isascii() and text[place - 1].isalnum()
    ):
        place = text.find(wanted, place + 1)
    return place >= 0


def _name_score(name: str, wanted: str) -> float:
    closeness = _BONUS * len(wanted) / max(len(name), len(wanted))
    if name.startswith(wanted):
        return _PREFIX + closeness
    if _stands_in(name, wanted):
        return _INSIDE + closeness
    words = wanted.split()
    name_words = name.replace("-", " ").replace("–", " ").split()
    if words and all(
        any(part.strip("(“‘").startswith(word) for part in name_words) for word in words
    ):
        return _WORDS + closeness
    return 0.0


def _sound_score(sound: _Sound, letters: str) -> float:
    closeness = _BONUS * len(letters) / max(len(sound.initials), len(letters))
    # one letter is the beginning of half of all names
    if len(letters) > 1:
        if any(sound.pinyin.startswith(letters, start) for start in sound.starts):
            return _FULL_PINYIN + closeness
        if letters in sound.initials:
            return _INITIALS + closeness + (1.0 if sound.initials.startswith(letters) else 0.0)
    return 0.0


def _entries(frames: Mapping[str, pd.DataFrame]) -> Iterator[_Entry]:
    for row in frames["tasks"].to_dict("records"):
        number = int(row["task"])
        yield _entry(
            "task",
            str(number),
            row["name_zh"],
            row["name_en"],
            number,
            ids=(f"t{number:02d}", f"t{number}"),
            text=f"{row['text_zh']} {row['text_en']}",
        )
    for row in frames["indicators"].to_dict("records"):
        yield _entry(
            "indicator", row["indicator"], row["name_zh"], row["name_en"], int(row["task"])
        )
    aliases = frames["department_aliases"].groupby("department")["alias_zh"].agg(list)
    for row in frames["departments"].to_dict("records"):
        yield _entry(
            "department",
            row["department"],
            row["name_zh"],
            row["name_en"],
            None,
            aliases=tuple(aliases.get(row["department"], ())),
        )
    for row in frames["milestones"].to_dict("records"):
        yield _entry(
            "milestone", row["milestone"], row["name_zh"], row["name_en"], int(row["task"])
        )
    for row in frames["places"].to_dict("records"):
        yield _entry("place", row["place_zh"], row["place_zh"], row["place_en"], int(row["task"]))


def _entry(
    kind: str,
    identifier: str,
    name_zh: str,
    name_en: str,
    task: int | None,
    *,
    ids: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
    text: str = "",
) -> _Entry:
    return _Entry(
        kind=kind,
        id=identifier,
        name_zh=name_zh,
        name_en=name_en,
        task=task,
        ids=(_folded(identifier), *ids),
        names=(_folded(name_zh), _folded(name_en)),
        aliases=tuple(_folded(alias) for alias in aliases),
        text=_folded(text),
        sounds=tuple(_sound(name) for name in (name_zh, *aliases)),
    )


def _sound(name_zh: str) -> _Sound:
    # pypinyin loads its dictionaries: only who searches waits for them
    from pypinyin import lazy_pinyin

    pinyin, starts, initials = "", [], ""
    # what is not Chinese (15, PPP) comes back in one piece and counts as one syllable
    for syllable in lazy_pinyin(name_zh):
        letters = "".join(c for c in _folded(syllable) if c.isalnum() and c.isascii())
        if letters:
            starts.append(len(pinyin))
            pinyin += letters
            initials += letters[0]
    return _Sound(pinyin, tuple(starts), initials)
