"""Answers of pure functions, kept: fifty readers of one month ask for one drawing, not for fifty.

Only for functions whose arguments are never mutated and whose answers are shared. Looks at nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import ParamSpec, TypeVar

from cachetools import LRUCache, cached
from cachetools.keys import hashkey

P = ParamSpec("P")
R = TypeVar("R")


class _Same:
    """An argument that is compared by which object it is; held, so that no other can take its place in memory."""

    __slots__ = ("held",)

    def __init__(self, held: object) -> None:
        self.held = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.held is self.held


def remembered(entries: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep so many answers, the last used ones.

    Plain values are compared by what they are; frames, and what holds frames, by which object they are.
    """
    return cached(LRUCache(entries), key=_key, lock=Lock())


def _key(*args: object, **kwargs: object) -> Hashable:
    return hashkey(
        *map(_identity, args), **{name: _identity(value) for name, value in kwargs.items()}
    )


def _identity(argument: object) -> Hashable:
    if isinstance(argument, list | tuple):
        return type(argument), tuple(map(_identity, argument))
    try:
        hash(argument)
    except TypeError:
        return _Same(argument)
    # 1, 1.0 and True are equal and may be drawn differently.
    return type(argument), argument
