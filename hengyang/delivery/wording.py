"""Words of the draft: its clauses, how two wordings differ word by word, a clause with what was decided worked in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

import pandas as pd
import rjieba

from hengyang.remembered import remembered
from hengyang.schema import ClauseKind, Decision, Tables

#: Who holds the words and the name of a clause: table, its key, its column of words.
_HOLDERS = {
    ClauseKind.THEME: ("themes", "theme", "intro_zh", "slogan"),
    ClauseKind.TASK: ("tasks", "task", "text_zh", "name"),
    ClauseKind.SAFEGUARD: ("safeguards", "safeguard", "text_zh", "name"),
}


@dataclass(frozen=True)
class Piece:
    """A run of words that stays, goes or is new."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


@dataclass(frozen=True)
class Revision:
    """A clause before and after. `pieces` without the inserted ones is the old text, without the deleted the new.

    applied: proposals whose decided words stand in the new text; overlapping: decided too, but about words that an
    earlier decision has already changed, so that they could not be worked in.
    """

    clause: str
    old: str
    new: str
    pieces: tuple[Piece, ...]
    applied: tuple[str, ...]
    overlapping: tuple[str, ...]


@remembered(8)
def clauses(tables: Tables) -> pd.DataFrame:
    """The clauses of the draft in its order: clause, kind, subject, name_zh, name_en, text_zh (verbatim)."""
    found = tables.clauses.astype({"kind": "str"}).copy()
    for kind, (table, key, words, name) in _HOLDERS.items():
        frame = tables[table]
        held = frame.set_index(frame[key].astype("str"))
        is_kind = found["kind"] == kind.value
        subjects = found.loc[is_kind, "subject"]
        found.loc[is_kind, "text_zh"] = subjects.map(held[words])
        for language in ("zh", "en"):
            found.loc[is_kind, f"name_{language}"] = subjects.map(held[f"{name}_{language}"])
    return found


def word_difference(old: str, new: str) -> tuple[Piece, ...]:
    """How one wording becomes the other, in whole words (a number with its sign is one); verbatim both ways.

    >>> [f"{piece.kind}:{piece.text}" for piece in word_difference("建成50公里", "建成40公里")]
    ['same:建成', 'deleted:50', 'inserted:40', 'same:公里']
    """
    before, after = _cut(old), _cut(new)
    pieces: list[Piece] = []
    for step, left, right, start, end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if step == "equal":
            pieces.append(Piece("same", "".join(before[left:right])))
            continue
        if right > left:
            pieces.append(Piece("deleted", "".join(before[left:right])))
        if end > start:
            pieces.append(Piece("inserted", "".join(after[start:end])))
    return tuple(pieces)


def _cut(text: str) -> list[str]:
    return list(rjieba.cut(text))


def revision(clause: str, text: str, decided: pd.DataFrame) -> Revision:
    """A clause with the decided words worked in, the earlier decision first.

    decided: proposals about this clause that were accepted or accepted in part: proposal, old_zh, proposed_zh,
    decision (or state), decided_on, decided_zh. Whatever is not there, or there more than once, is not worked in.
    """
    spans: list[tuple[int, int, str, str]] = []
    left_over: list[str] = []
    for row in decided.sort_values(["decided_on", "proposal"], kind="stable").itertuples():
        start = text.find(str(row.old_zh))
        end = start + len(str(row.old_zh))
        is_free = all(end <= other or start >= beyond for other, beyond, _, _ in spans)
        if text.count(str(row.old_zh)) != 1 or not is_free:
            left_over.append(str(row.proposal))
            continue
        spans.append((start, end, settled_words(row), str(row.proposal)))
    spans.sort()
    pieces: list[Piece] = []
    at = 0
    for start, end, words, _ in spans:
        pieces.append(Piece("same", text[at:start]))
        pieces += word_difference(text[start:end], words)
        at = end
    pieces.append(Piece("same", text[at:]))
    told = _joined(pieces)
    return Revision(
        clause,
        text,
        "".join(piece.text for piece in told if piece.kind != "deleted"),
        told,
        tuple(name for *_, name in spans),
        tuple(left_over),
    )


def settled_words(row: object) -> str:
    """The words that a decision puts in place of the old ones: the settled ones, else those proposed."""
    decided, proposed = getattr(row, "decided_zh", None), getattr(row, "proposed_zh", None)
    for words in (decided, proposed):
        if isinstance(words, str):
            return words
    return ""


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if found and found[-1].kind == piece.kind:
            found[-1] = Piece(piece.kind, found[-1].text + piece.text)
        else:
            found.append(piece)
    return tuple(found)


def revisions(tables: Tables, standing: pd.DataFrame) -> Sequence[Revision]:
    """The clauses that decisions change, in the draft's order; `standing` as proposal_standing gives it."""
    is_settled = standing["state"].isin([Decision.ACCEPTED.value, Decision.PARTLY.value])
    settled = standing[is_settled]
    texts = clauses(tables).set_index("clause")["text_zh"]
    return [
        revision(clause, str(texts[clause]), settled[settled["clause"] == clause])
        for clause in texts.index
        if clause in set(settled["clause"])
    ]
