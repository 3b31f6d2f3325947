"""A paragraph cut at the borders of its quotes, so that a page can mark each target's words."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: a piece of text, and the ids whose quotes cover it (in the order given)
Segment = tuple[str, tuple[str, ...]]


def highlights(text_zh: str, quotes: Iterable[tuple[str, str]]) -> list[Segment]:
    """The text in pieces, each with the ids (of `quotes`: id, quote) that stand on exactly these words.

    Joined, the pieces are the text again. Quotes may overlap or be the same for several ids; every place
    where a quote occurs is marked; a quote that does not occur marks nothing.

    >>> highlights("建50公里", [("T05-3", "50公里")])
    [('建', ()), ('50公里', ('T05-3',))]
    """
    covers: list[tuple[str, ...]] = [()] * len(text_zh)
    for identifier, quote in quotes:
        for start in _occurrences(text_zh, quote):
            for position in range(start, start + len(quote)):
                if identifier not in covers[position]:
                    covers[position] = (*covers[position], identifier)
    segments: list[Segment] = []
    for character, ids in zip(text_zh, covers, strict=True):
        if segments and segments[-1][1] == ids:
            segments[-1] = (segments[-1][0] + character, ids)
        else:
            segments.append((character, ids))
    return segments


def sentences_naming(text_zh: str, name: str) -> list[str]:
    """The sentences of a text that name something, verbatim with their stop, in reading order.

    >>> sentences_naming("建机场。修路至耒阳。绿化。", "耒阳")
    ['修路至耒阳。']
    """
    sentences = re.findall("[^。\n]+。?", text_zh)
    return [sentence.strip() for sentence in sentences if name and name in sentence]


def _occurrences(text: str, part: str) -> list[int]:
    starts: list[int] = []
    start = text.find(part) if part else -1
    while start >= 0:
        starts.append(start)
        start = text.find(part, start + 1)
    return starts
