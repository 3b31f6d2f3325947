"""Answers of pure functions, kept: fifty readers of one month ask for one drawing, not for fifty.

Only for functions whose arguments are never mutated and whose answers are shared. Looks at nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def remembered(entries: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep so many answers, the last used ones.

    Plain values are compared by what they are; frames, and what holds frames, by which object they are. The
    object is kept with its answer, so that no other can take its place in memory and be mistaken for it.
    """

    def remembering(function: Callable[P, R]) -> Callable[P, R]:
        kept: OrderedDict[Hashable, tuple[object, R]] = OrderedDict()
        lock = Lock()

        @wraps(function)
        def answer(*args: P.args, **kwargs: P.kwargs) -> R:
            key = (
                *map(_identity, args),
                *((name, _identity(kwargs[name])) for name in sorted(kwargs)),
            )
            with lock:
                if key in kept:
                    kept.move_to_end(key)
                    return kept[key][1]
            made = function(*args, **kwargs)
            with lock:
                # Another reader may have been quicker: all share the first answer, also as an argument.
                made = kept.setdefault(key, ((args, kwargs), made))[1]
                while len(kept) > entries:
                    kept.popitem(last=False)
            return made

        return answer

    return remembering


def _identity(argument: object) -> Hashable:
    if isinstance(argument, list | tuple):
        return type(argument), tuple(map(_identity, argument))
    try:
        hash(argument)
    except TypeError:
        return id(argument)
    # 1, 1.0 and True are equal and may be drawn differently.
    return type(argument), argument
