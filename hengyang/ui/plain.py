"""Text that somebody else wrote — in a file, a link, a token — shown as it is where Streamlit reads Markdown."""

from __future__ import annotations

import re

from hengyang.errors import PlanError
from hengyang.labels import Words

_SIGNS = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~$:@&]")
_ACTIVE = re.compile(r"[\\`*_\[\]<>$~]")
_BREAKS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def plain(text: str) -> str:
    r"""The text as Markdown that shows it sign for sign, in one line: no link, image, formula, emoji or heading.

    >>> print(plain("[x](https://a.example)"))
    \[x\]\(https\://a\.example\)
    """
    return _SIGNS.sub(r"\\\g<0>", _BREAKS.sub(" ", text))


def inert(text: str) -> str:
    r"""A sentence of ours that may quote somebody's names: no link, image, formula, colour or emphasis comes of them.

    >>> print(inert("41 of 70 met (1/2), ![x](https://a.example)"))
    41 of 70 met (1/2), !\[x\](https://a.example)
    """
    return _ACTIVE.sub(r"\\\g<0>", _BREAKS.sub(" ", text))


def sentence(error: PlanError, say: Words) -> str:
    """What the reader is told of an error, as Markdown; what it quotes is shown as it is."""
    quoted = {
        name: plain(value) if isinstance(value, str) else value
        for name, value in error.arguments.items()
    }
    return say(error.key, **quoted)
