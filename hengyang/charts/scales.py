"""Scales for drawing: finite numbers, round ticks, days along an axis, the width that text needs."""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from hengyang import labels
from hengyang.labels import Language, words

#: What large ticks are counted in: from which size on, and the key of its word.
_LARGE: Mapping[Language, Sequence[tuple[float, str]]] = {
    "zh": ((1e8, "chart-tick-hundred-million"), (1e4, "chart-tick-ten-thousand")),
    "en": ((1e6, "chart-tick-million"),),
}


def finite(value: object) -> float | None:
    """The value as a number to draw; None for what is missing, infinite or no number at all."""
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return found if math.isfinite(found) else None


def as_day(value: object) -> date | None:
    """The value as a day; None for what is missing."""
    if value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    return pd.Timestamp(value).date()  # type: ignore[arg-type]


@dataclass(frozen=True)
class Scale:
    """A straight map from values to positions; positions may run upwards or downwards."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def clipped(self, value: float) -> float:
        """The position of the value, or of the end of the axis that it lies beyond."""
        return self(min(max(value, self.low), self.high))


_LEAST = 1e-300


def round_step(rough: float) -> float:
    """The smallest step out of 1, 2, 5 times a power of ten that is at least as large."""
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in (1, 2, 5):
        if factor * power >= rough * (1 - 1e-9):
            return factor * power
    return 10 * power


def ticks(
    values: Iterable[float], *, intervals: int = 3, ceiling: float | None = None
) -> list[float]:
    """Round values, evenly stepped, that enclose all given ones; at least two.

    Zero is among them unless every value lies in the upper half of its way from zero.
    ceiling: the last tick where no value passes it (100 for percentages).
    """
    # A figure that no axis can tell from zero is zero: dividing it by a few would leave nothing.
    found = [value if abs(value) > _LEAST else 0.0 for value in values]
    low, high = min(found, default=0.0), max(found, default=1.0)
    if low >= 0 and low < 0.55 * high:
        low = 0.0
    if high <= 0 and high > 0.55 * low:
        high = 0.0
    if high - low <= max(abs(high), abs(low)) * 1e-6:
        # all equal: room around the value, down to zero where it is the nearest round number
        room = abs(high) * 0.1 or 1.0
        low, high = (0.0 if 0 <= low <= 1 else low - room), high + room
    step = round_step((high - low) / intervals)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    last = max(last, first + 1)
    stepped = [step * at for at in range(first, last + 1)]
    if ceiling is not None and high <= ceiling and stepped[-1] > ceiling:
        # a tick right under the ceiling would write over it
        stepped = [tick for tick in stepped if tick <= ceiling - step / 2] + [ceiling]
    return stepped


def tick_words(steps: Sequence[float], language: Language) -> list[str]:
    """The ticks as text, all in the same size of number: 0, 0.5万, 1万; 0, 5,000, 10,000."""
    largest = max((abs(step) for step in steps), default=0.0)
    divisor, suffix = 1.0, ""
    for size, key in _LARGE[language]:
        if largest >= size:
            divisor, suffix = size, words(language)(key)
            break
    scaled = [step / divisor for step in steps]
    gaps = [after - before for before, after in itertools.pairwise(scaled)]
    smallest = min((abs(gap) for gap in gaps if gap), default=1.0)
    places = max(0, -math.floor(math.log10(smallest) + 1e-9)) if smallest < 1 else 0
    texts = []
    for value in scaled:
        text = labels.number(value + 0.0, language, min(places, 6))
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        texts.append("0" if text in ("-0", "") else text + (suffix if value else ""))
    return texts


def month_ticks(first: date, last: date, *, room: int) -> list[date]:
    """The two ends and the Januaries between them, thinned until there are at most `room`.

    The ends win over a January that stands too close to them.
    """
    if first >= last:
        return [first]
    clear = (last - first).days / max(room, 1) * 0.85
    between = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
    between = [day for day in between if (day - first).days >= clear and (last - day).days >= clear]
    for stride in range(1, len(between) + 1):
        kept = between[::stride]
        if len(kept) + 2 <= max(room, 2):
            return [first, *kept, last]
    return [first, last]


def text_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """About how wide text of a font size is drawn; errs on the wide side."""
    ems = sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else 0.58 for each in text)
    return ems * size * (1.06 if is_bold else 1.0)


#: What a line is not broken in: a Latin word, a Han character with the marks that close behind it.
_UNBROKEN = re.compile(
    r"[^\s\u2e80-\uffff]+\s*|[\u2e80-\uffff][,\u3001\u3002;:!?)\u300b\u201d]*\s*|\s+"
)


def wrapped(text: str, size: float, room: float, *, is_bold: bool = False) -> list[str]:
    """A text in lines of at most `room` px, broken between words and between Han characters.

    >>> wrapped("two words", 10, 40), wrapped("两个字。", 10, 30)
    (['two', 'words'], ['两个', '字。'])
    """
    lines = [""]
    for part in _UNBROKEN.findall(text):
        whole = lines[-1] + part
        if lines[-1] and text_width(whole.rstrip(), size, is_bold=is_bold) > room:
            lines.append(part)
        else:
            lines[-1] = whole
    return [line.rstrip() for line in lines]
