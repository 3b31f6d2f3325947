"""How large a proof is run: whole, or small where continuous integration has a minute for it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar, overload

T = TypeVar("T")

#: HENGYANG_PROOF_SCALE: 1 is the whole proof, 0.1 a tenth of its kills, files, releases.
SCALE = float(os.environ.get("HENGYANG_PROOF_SCALE", "1"))


#: Whether there are enough of them for everything that is left to chance to happen.
IS_WHOLE = SCALE >= 1


@overload
def scaled(whole: int, least: int = 1) -> int: ...
@overload
def scaled(whole: Sequence[T], least: int = 1) -> Sequence[T]: ...
def scaled(whole, least=1):  # type: ignore[no-untyped-def]
    """So many of them, or every so-manieth of a sequence, its first and last included; never fewer than `least`."""
    if isinstance(whole, int):
        return max(least, round(whole * SCALE))
    step = max(1, round(1 / SCALE))
    kept = list(whole[::step])
    return kept if kept[-1] == whole[-1] else [*kept, whole[-1]]
