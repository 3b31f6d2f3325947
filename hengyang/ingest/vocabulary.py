"""The words that received files use: vocabulary.toml, read once.

They are not words that we say (those are in labels/): they are compared with what people wrote.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("vocabulary.toml")


@cache
def vocabulary() -> Mapping[str, Any]:
    """The whole file, as TOML reads it."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def spellings(family: str) -> tuple[str, ...]:
    """The spellings of one family of [words], the longest first, so that a short one never hides a long one."""
    return tuple(sorted(vocabulary()["words"][family], key=len, reverse=True))
