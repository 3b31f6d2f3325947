"""Where everything of a trend stands: its scales, its points, its labels. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd

from hengyang.charts.placing import Box, Placer
from hengyang.charts.quantities import quantity, target_words
from hengyang.charts.scales import (
    Scale,
    as_day,
    finite,
    month_ticks,
    text_width,
    tick_words,
    ticks,
)
from hengyang.labels import Language, words
from hengyang.progress import amounts

SIZE = 12
#: Narrower drawings name the as-of month at the foot, and have fewer words beside the lines.
ROOMY_WIDTH = 420
Point = tuple[date, float]
Spot = tuple[float, float]


@dataclass(frozen=True)
class Label:
    """A text at the place that was found for it."""

    text: str
    box: Box
    is_bold: bool
    is_ink: bool


def series(frame: pd.DataFrame | None, day: str, value: str) -> list[Point]:
    """The drawable points of a frame, oldest first; rows without a day or a finite value are left out."""
    if frame is None or frame.empty:
        return []
    found = [
        (at, number)
        for at, number in zip(
            map(as_day, frame[day]), map(finite, frame[value].astype("object")), strict=True
        )
        if at is not None and number is not None
    ]
    return sorted(found)


def fitted(text: str, room: float) -> str:
    """The text, cut with an ellipsis where it is wider than the room."""
    while len(text) > 2 and text_width(text, SIZE, is_bold=True) > room:
        text = text.rstrip("…")[:-1] + "…"
    return text


@dataclass
class Trend:
    """The values, path, target and forecast of one indicator, measured into width × height.

    row: its row of indicator_lights. target: its row of the indicators table. The other frames as in trend_svg.
    `measure` sets the scales; without any value to draw (`is_empty`) there is nothing to measure.
    """

    row: pd.Series
    target: pd.Series
    history: pd.DataFrame
    path: pd.DataFrame | None
    others: pd.DataFrame | None
    as_of: date
    language: Language
    width: int
    height: int
    steps: list[float] = field(init=False)
    tick_texts: list[str] = field(init=False)
    frame: Box = field(init=False)
    y: Scale = field(init=False)
    days: Scale = field(init=False)
    first: date = field(init=False)
    last: date = field(init=False)

    def __post_init__(self) -> None:
        self.unit = str(self.target[f"unit_{self.language}"])
        self.values = series(self.history, "reference_date", "value")
        self.expected = series(self.path, "date", "expected_value")
        self.beside = series(self.others, "reference_date", "value")
        self.aim = finite(self.row.get("aim"))
        if self.aim is None:
            self.aim = finite(self.row.get("target"))
        self.deadline = as_day(self.row.get("deadline"))
        self.forecast = self._forecast()

    @property
    def is_empty(self) -> bool:
        return not self.values and not self.beside

    def allowed(self) -> tuple[float | None, float | None] | None:
        """The ends of what the target allows, None at an open end; None where the target is one value.

        A floor or a cap on the way to which a path leads is told by its sign: its line is the path.
        """
        low, high = finite(self.row.get("target_low")), finite(self.row.get("target_high"))
        if low is not None and high is not None:
            return min(low, high), max(low, high)
        if self.aim is None or len(self.expected) > 1:
            return None
        return {">=": (self.aim, None), "<=": (None, self.aim)}.get(str(self.target["comparator"]))

    def measure(self) -> None:
        self.steps = self.value_ticks()
        self.tick_texts = tick_words(self.steps, self.language)
        left = 10 + max(text_width(text, SIZE) for text in self.tick_texts)
        self.frame = Box(left, 22.0, self.width - 16.0, self.height - 24.0)
        self.y = Scale(self.steps[0], self.steps[-1], self.frame.bottom, self.frame.top)
        days = [day for day, _ in (*self.values, *self.expected, *self.beside)]
        days += [self.deadline] if self.deadline is not None else []
        self.first, self.last = min(days), max(*days, self.as_of)
        if self.first == self.last:
            self.first, self.last = self.first - timedelta(days=90), self.last + timedelta(days=90)
        self.days = Scale(
            self.first.toordinal(), self.last.toordinal(), self.frame.left, self.frame.right
        )

    def value_ticks(self) -> list[float]:
        """The ticks of the value axis: around values, path and target.

        A forecast or an incomparable figure may widen the axis, but never flatten the line.
        """
        row = self.row
        core = [value for _, value in (*self.values, *self.expected)]
        core += [
            value
            for value in (self.aim, finite(row.get("target_low")), finite(row.get("target_high")))
            if value is not None
        ]
        core = core or [value for _, value in self.beside]
        span = (max(core) - min(core)) or abs(max(core)) or 1.0
        forecasts = [finite(row.get("forecast_low")), finite(row.get("forecast_high"))]
        extras = [(value, 0.3) for value in forecasts if value is not None]
        extras += [(value, 1.5) for _, value in self.beside]
        widened = [
            min(max(value, min(core) - span * share), max(core) + span * share)
            for value, share in extras
        ]
        if min(core) >= 0:
            widened = [max(value, 0.0) for value in widened]
        ceiling = 100.0 if self.unit.startswith("%") else None
        return ticks([*core, *widened], ceiling=ceiling)

    def x(self, day: date) -> float:
        return self.days.clipped(day.toordinal())

    def at(self, point: Point) -> Spot:
        return self.x(point[0]), self.y.clipped(point[1])

    def is_beyond(self, value: float) -> bool:
        """Whether the axis ends before the value."""
        return not self.y.low <= value <= self.y.high

    def day_ticks(self) -> list[tuple[date, float, str]]:
        """Days along the foot: where each is, where its text is centred, the text; no two texts meet.

        A narrow drawing says the as-of month here where it has room, instead of the Januaries.
        """
        say = words(self.language)
        room = max(2, int(self.width / 95))
        months = [(day, f"{day:%Y-%m}") for day in month_ticks(self.first, self.last, room=room)]
        if self.width < ROOMY_WIDTH and self.first < self.as_of < self.last:
            text = say("chart-as-of", month=f"{self.as_of:%Y-%m}")
            ends = [(day, f"{day:%Y-%m}") for day in (self.first, self.last)]
            spoken = [ends[0], (self.as_of, text), ends[1]]
            if self._are_apart(spoken):
                months = spoken
        return [(day, self._centred(day, text), text) for day, text in months]

    def _centred(self, day: date, text: str) -> float:
        half = text_width(text, SIZE) / 2
        return min(max(self.x(day), half + 1), self.width - half - 1)

    def _are_apart(self, spoken: list[tuple[date, str]]) -> bool:
        spans = [(self._centred(day, text), text_width(text, SIZE) / 2 + 4) for day, text in spoken]
        return all(a + half <= b - other for (a, half), (b, other) in pairwise(spans))

    def _forecast(self) -> tuple[float, float, float] | None:
        """Low, middle and high at the deadline; None where there is nothing to draw it from."""
        low, middle, high = (
            finite(self.row.get(f"forecast_{name}")) for name in ("low", "value", "high")
        )
        if middle is None or not self.values or self.deadline is None:
            return None
        if self.deadline <= self.values[-1][0]:
            return None
        return (
            middle if low is None else min(low, middle),
            middle,
            middle if high is None else max(high, middle),
        )

    def ray(self, end_value: float) -> Spot:
        """Where the way from the last value to a value at the deadline ends or leaves the axis."""
        assert self.deadline is not None
        start = self.values[-1]
        bound = min(max(end_value, self.y.low), self.y.high)
        begin = min(max(start[1], self.y.low), self.y.high)
        rise = end_value - begin
        share = 1.0 if rise == 0 else (bound - begin) / rise
        x0, x1 = self.x(start[0]), self.x(self.deadline)
        return x0 + (x1 - x0) * share, self.y(bound)

    def expected_point(self) -> Point | None:
        """What was expected on the day of the newest value."""
        expected = finite(self.row.get("expected_value"))
        day = as_day(self.row.get("reference_date"))
        if expected is None or day is None or len(self.expected) < 2:
            return None
        return day, expected

    def labels(self) -> list[Label]:
        """The words in the drawing, the most needed first; one without room stays in hover and aria text.

        Target and value always look for room; the rest only says what fits beside its own mark.
        """
        say = words(self.language)
        is_roomy = self.width >= ROOMY_WIDTH
        placer = Placer(Box(self.frame.left + 2, 1, self.width - 1, self.frame.bottom - 1))
        found: list[Label] = []
        if is_roomy:
            text = say("chart-as-of", month=f"{self.as_of:%Y-%m}")
            w = text_width(text, SIZE)
            x = self.x(self.as_of) + 5
            x = x if x + w <= self.width - 1 else self.x(self.as_of) - w - 5
            box = Box(x, 1.0, x + w, 17.0)
            if placer.bounds.holds(box):
                placer.taken.append(box)
                found.append(Label(text, box, is_bold=False, is_ink=False))
        self._mark_obstacles(placer)
        above = [(-1.0, -1.0, -6, -4), (-1.0, -0.5, -9, 0), (-0.5, -1.0, 0, -6), (0, -1.0, 8, -4)]
        beside = [(-1.0, 0, 0, 4), (-1.0, 0, -4, 10), (-1.0, -1.0, 0, -4), (-1.0, -1.0, -4, -10)]

        def put(
            text: str,
            anchor: Spot,
            wishes: Sequence[tuple[float, float, float, float]] | None = None,
            *,
            is_bold: bool = False,
            is_ink: bool = True,
            is_strict: bool = False,
        ) -> None:
            text = fitted(text, placer.bounds.right - placer.bounds.left - 4)
            w, h = text_width(text, SIZE, is_bold=is_bold), SIZE + 4.0
            offsets = [(a * w + dx, b * h + dy) for a, b, dx, dy in wishes or ()]
            box = placer.place(w, h, anchor, offsets, is_strict=is_strict)
            if box is not None:
                found.append(Label(text, box, is_bold=is_bold, is_ink=is_ink))

        aim = target_words(self.target, self.language)
        if aim:
            end = self.deadline or self.last
            anchor = self.at((end, self.aim if self.aim is not None else self.steps[-1]))
            placer.obstacles += [anchor] * 3
            put(say("chart-target", target=aim), anchor, above, is_bold=True)
        if self.values:
            text = quantity(self.values[-1][1], self.unit, self.language)
            put(text, self.at(self.values[-1]), is_bold=True)
        point = self.expected_point()
        if point is not None:
            places = amounts.expected_places(point[1])
            value = quantity(point[1], self.unit, self.language, places)
            text = say("chart-expected-value", value=value)
            put(text, self.at(point), above, is_strict=not is_roomy)
        elif len(self.expected) > 1:
            middle = self.expected[len(self.expected) // 2]
            put(say("chart-expected"), self.at(middle), above, is_strict=True)
        if self.forecast is not None:
            rounded = float(f"{self.forecast[1]:.3g}")
            text = say("chart-forecast", value=quantity(rounded, self.unit, self.language))
            # below the wedge, at its open end
            anchor = self.ray(self.forecast[0])
            put(text, anchor, beside, is_ink=False, is_strict=True)
        if self.beside:
            text = say("chart-beside", value=quantity(self.beside[-1][1], self.unit, self.language))
            anchor = self.at(self.beside[-1])
            wishes = [(-1.0, 0, -8, -4), (0, 0, 9, -4), (-1.0, -1.0, 4, -4), (-0.5, 0, 0, 8)]
            put(text, anchor, wishes, is_ink=False, is_strict=True)
        return found

    def _mark_obstacles(self, placer: Placer) -> None:
        placer.avoid_line([self.at(point) for point in self.values])
        placer.avoid_line([self.at(point) for point in self.expected])
        x = self.x(self.as_of)
        placer.avoid_line([(x, self.frame.top), (x, self.frame.bottom)])
        for point in self.beside:
            placer.obstacles += [self.at(point)] * 4
        if self.forecast is not None:
            for value in self.forecast:
                placer.avoid_line([self.at(self.values[-1]), self.ray(value)])
        point_expected = self.expected_point()
        if point_expected is not None:
            placer.obstacles += [self.at(point_expected)] * 6
        if self.aim is not None and len(self.expected) < 2:
            y = self.y.clipped(self.aim)
            placer.avoid_line([(self.frame.left, y), (self.frame.right, y)])
