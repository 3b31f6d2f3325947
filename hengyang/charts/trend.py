"""The trend of one indicator as SVG: values, expected path, target, forecast, labelled where they stand.

Colours come from the palette's custom properties, so the same drawing serves light, dark and print.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.divisions import division_bars_svg
from hengyang.charts.placing import Box, Placer
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
from hengyang.schema import Light

__all__ = ["division_bars_svg", "finding", "light_colour", "quantity", "series", "trend_svg"]

_NOTHING = Markup("")
_SIZE = 12
#: Below this width of its place the narrow drawing is shown (pages_trend.css), so that text stays readable.
_NARROW_WIDTH = 340
_GREY_LIGHTS = {Light.NOT_REPORTED, Light.NOT_ASSESSED, Light.NOT_DUE}
Point = tuple[date, float]


def quantity(value: float, unit: str, language: Language) -> str:
    """A number with its unit: 15 公里, 27%."""
    gap = "" if unit.startswith("%") or not unit else " "
    return f"{labels.number(value, language)}{gap}{unit}"


def light_colour(light: object) -> str:
    """The custom property of a light; the ink where there is no light or a grey one."""
    if not isinstance(light, str) or Light(light) in _GREY_LIGHTS:
        return "var(--ink-soft)"
    return f"var(--light-{Light(light)})"


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


def target_words(row: pd.Series, unit: str, language: Language) -> str | None:
    """The target with its unit, a range with both ends; None where there is none."""
    low, high = finite(row.get("target_low")), finite(row.get("target_high"))
    if low is not None and high is not None:
        return f"{labels.number(low, language)}–{quantity(high, unit, language)}"
    aim = _aim(row)
    return None if aim is None else quantity(aim, unit, language)


def finding(row: pd.Series, unit: str, language: Language, *, name: str = "") -> str:
    """What the chart shows, in one line: value, expected, target, light.

    row: one row of indicator_lights.
    """
    say = words(language)
    actual, day = finite(row.get("actual")), as_day(row.get("reference_date"))
    light = row.get("light")
    parts = []
    if actual is None or day is None:
        parts.append(say("chart-finding-none"))
    else:
        value = quantity(actual, unit, language)
        parts.append(say("chart-finding-value", month=labels.month(day, language), value=value))
        expected = finite(row.get("expected_value"))
        if expected is not None:
            value = quantity(expected, unit, language)
            parts.append(say("chart-finding-expected", value=value))
    target, deadline = target_words(row, unit, language), as_day(row.get("deadline"))
    if target is not None and deadline is not None:
        month = labels.month(deadline, language)
        parts.append(say("chart-target-by", target=target, month=month))
    elif target is not None:
        parts.append(say("chart-target", target=target))
    if isinstance(light, str) and not (actual is None and light == Light.NOT_REPORTED):
        parts.append(say(f"light-{light}"))
    text = say("chart-separator").join(parts)
    return say("chart-subject", name=name, finding=text) if name else text


def trend_svg(
    *,
    row: pd.Series,
    history: pd.DataFrame,
    path: pd.DataFrame | None,
    unit: str,
    as_of: date,
    language: Language,
    others: pd.DataFrame | None = None,
    width: int = 610,
    height: int = 190,
) -> Markup:
    """The chart of one indicator; without any value a plain statement that nothing is estimated.

    row: its row of indicator_lights. history: reference_date, value, reported_on. path: date, expected_value.
    others: figures that do not answer the target (reference_date, value, comparability), drawn beside the line.
    A wide chart brings a narrow drawing of itself for small screens; the stylesheet shows one of the two.
    """
    drawings = [(width, "")] if width <= 400 else [(width, " wide"), (_NARROW_WIDTH, " narrow")]
    drawn = [
        _Drawing(row, history, path, others, unit, as_of, language, each, height).svg(kind)
        for each, kind in drawings
    ]
    return Markup('<div class="trend">{}</div>').format(_NOTHING.join(drawn))


def _aim(row: pd.Series) -> float | None:
    aim = finite(row.get("aim"))
    return finite(row.get("target")) if aim is None else aim


@dataclass
class _Drawing:
    row: pd.Series
    history: pd.DataFrame
    path: pd.DataFrame | None
    others: pd.DataFrame | None
    unit: str
    as_of: date
    language: Language
    width: int
    height: int

    def __post_init__(self) -> None:
        self.say = words(self.language)
        self.values = series(self.history, "reference_date", "value")
        self.expected = series(self.path, "date", "expected_value")
        self.beside = series(self.others, "reference_date", "value")
        self.aim, self.deadline = _aim(self.row), as_day(self.row.get("deadline"))
        self.colour = light_colour(self.row.get("light"))
        self.parts: list[Markup] = []

    def svg(self, kind: str) -> Markup:
        if not self.values and not self.beside:
            self._draw_emptiness()
        else:
            self._measure()
            self._draw_axes()
            self._draw_lines()
            self._draw_labels()
            self._draw_hovers()
        return Markup(
            '<svg class="tr{kind}" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" '
            'aria-label="{finding}" font-size="{size}" fill="var(--ink-soft)">{parts}</svg>'
        ).format(
            kind=kind,
            w=self.width,
            h=self.height,
            size=_SIZE,
            finding=finding(self.row, self.unit, self.language),
            parts=_NOTHING.join(self.parts),
        )

    def _put(self, template: str, **values: object) -> None:
        rounded = {
            name: f"{value:.1f}" if isinstance(value, float) else value
            for name, value in values.items()
        }
        self.parts.append(Markup(template).format(**rounded))

    def _draw_emptiness(self) -> None:
        w, h = self.width, self.height
        self._put(
            '<rect x="1" y="6" width="{w}" height="{h}" rx="4" fill="var(--hair)" stroke="var(--line)" stroke-dasharray="4 4"/>',
            w=w - 2,
            h=h - 12,
        )
        target = target_words(self.row, self.unit, self.language)
        self._put(
            '<text x="{x}" y="{y}" text-anchor="middle" font-size="13">{text}</text>',
            x=w / 2,
            y=h / 2 + (4 if target is None else -4),
            text=self.say("chart-no-data"),
        )
        if target is not None:
            text = self.say("chart-target", target=target)
            if self.deadline is not None:
                month = labels.month(self.deadline, self.language)
                text = self.say("chart-target-by", target=target, month=month)
            self._put(
                '<text x="{x}" y="{y}" text-anchor="middle">{text}</text>',
                x=w / 2,
                y=h / 2 + 16,
                text=self._fitted(text, w - 20),
            )

    def _fitted(self, text: str, room: float) -> str:
        while len(text) > 2 and text_width(text, _SIZE, is_bold=True) > room:
            text = text.rstrip("…")[:-1] + "…"
        return text

    def _measure(self) -> None:
        row = self.row
        core = [value for _, value in (*self.values, *self.expected)]
        core += [
            value
            for value in (self.aim, finite(row.get("target_low")), finite(row.get("target_high")))
            if value is not None
        ]
        core = core or [value for _, value in self.beside]
        span = (max(core) - min(core)) or abs(max(core)) or 1.0
        # a forecast or an incomparable figure may widen the axis, but never flatten the line
        forecasts = [finite(row.get("forecast_low")), finite(row.get("forecast_high"))]
        extras = [(value, 0.3) for value in forecasts if value is not None]
        extras += [(value, 1.5) for _, value in self.beside]
        allowed = [
            min(max(value, min(core) - span * share), max(core) + span * share)
            for value, share in extras
        ]
        if min(core) >= 0:
            allowed = [max(value, 0.0) for value in allowed]
        ceiling = 100.0 if self.unit.startswith("%") else None
        steps = ticks([*core, *allowed], ceiling=ceiling)
        self.steps, texts = steps, tick_words(steps, self.language)
        self.tick_texts = texts
        left = 10 + max(text_width(text, _SIZE) for text in texts)
        self.frame = Box(left, 22.0, self.width - 16.0, self.height - 24.0)
        self.y = Scale(steps[0], steps[-1], self.frame.bottom, self.frame.top)
        days = [day for day, _ in (*self.values, *self.expected, *self.beside)]
        days += [self.deadline] if self.deadline is not None else []
        self.first, self.last = min(days), max(*days, self.as_of)
        if self.first == self.last:
            self.first, self.last = self.first - timedelta(days=90), self.last + timedelta(days=90)
        self.days = Scale(
            self.first.toordinal(), self.last.toordinal(), self.frame.left, self.frame.right
        )

    def x(self, day: date) -> float:
        return self.days.clipped(day.toordinal())

    def at(self, point: Point) -> tuple[float, float]:
        return self.x(point[0]), self.y.clipped(point[1])

    def _draw_axes(self) -> None:
        frame = self.frame
        for step, text in zip(self.steps, self.tick_texts, strict=True):
            y = self.y(step)
            self._put(
                '<path d="M{a} {y}H{b}" stroke="var(--hair)"/><text class="ax" x="{x}" y="{t}" text-anchor="end">{text}</text>',
                a=frame.left,
                b=frame.right,
                y=y,
                x=frame.left - 6,
                t=y + 4,
                text=text,
            )
        months = month_ticks(self.first, self.last, room=max(2, int(self.width / 95)))
        half = text_width("2020-12", _SIZE) / 2
        for month in months:
            x = min(max(self.x(month), half + 1), self.width - half - 1)
            self._put(
                '<path d="M{at} {a}v4" stroke="var(--line)"/><text class="ax" x="{x}" y="{y}" text-anchor="middle">{text}</text>',
                at=self.x(month),
                a=frame.bottom,
                x=x,
                y=float(self.height - 6),
                text=f"{month:%Y-%m}",
            )

    def _draw_lines(self) -> None:
        frame, row = self.frame, self.row
        low, high = finite(row.get("target_low")), finite(row.get("target_high"))
        if low is not None and high is not None:
            top, bottom = self.y.clipped(max(low, high)), self.y.clipped(min(low, high))
            self._put(
                '<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="var(--ink)" opacity=".06"/>',
                x=frame.left,
                y=top,
                w=frame.right - frame.left,
                h=max(bottom - top, 1.0),
            )
        x = self.x(self.as_of)
        self._put(
            '<path d="M{x} {a}V{b}" stroke="var(--grey)" stroke-dasharray="2 3"/>',
            x=x,
            a=frame.top - 4,
            b=frame.bottom,
        )
        if len(self.expected) > 1:
            self._put(
                '<polyline points="{points}" fill="none" stroke="var(--ink)" stroke-width="1.2" stroke-dasharray="4 4"/>',
                points=_points([self.at(point) for point in self.expected]),
            )
        elif self.aim is not None:
            self._put(
                '<path d="M{a} {y}H{b}" stroke="var(--ink)" stroke-width="1.2" stroke-dasharray="4 4"/>',
                a=frame.left,
                b=frame.right,
                y=self.y.clipped(self.aim),
            )
        self._draw_forecast()
        for point in self.beside:
            x, y = self.at(point)
            if not self.y.low <= point[1] <= self.y.high:
                # beyond the axis: pointing there, so that the edge is not read as the value
                tip = -6.0 if point[1] > self.y.high else 6.0
                self._put(
                    '<path d="M{d} {y}H{b}L{x} {c}Z" fill="var(--panel)" stroke="var(--grey)" stroke-width="1.5"/>',
                    x=x,
                    y=y - tip,
                    b=x + 4.5,
                    c=y,
                    d=x - 4.5,
                )
                continue
            self._put(
                '<path d="M{x} {a}L{b} {y} {x} {c} {d} {y}Z" fill="var(--panel)" stroke="var(--grey)" stroke-width="1.5"/>',
                x=x,
                y=y,
                a=y - 4.5,
                b=x + 4.5,
                c=y + 4.5,
                d=x - 4.5,
            )
        if len(self.values) > 1:
            self._put(
                '<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.2" stroke-linejoin="round"/>',
                points=_points([self.at(point) for point in self.values]),
                colour=self.colour,
            )
        shown = self.values if len(self.values) <= 14 else self.values[-1:]
        for point in shown:
            x, y = self.at(point)
            self._put(
                '<circle cx="{x}" cy="{y}" r="{r}" fill="{colour}"/>',
                x=x,
                y=y,
                r="4" if point == self.values[-1] else "2.2",
                colour=self.colour,
            )
        if self.aim is not None and self.deadline is not None:
            x, y = self.at((self.deadline, self.aim))
            self._put(
                '<circle cx="{x}" cy="{y}" r="4.5" fill="var(--panel)" stroke="var(--ink)" stroke-width="1.6"/>',
                x=x,
                y=y,
            )

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

    def _draw_forecast(self) -> None:
        forecast = self._forecast()
        if forecast is None or self.deadline is None:
            return
        low, middle, high = forecast
        start = self.values[-1]
        x0, y0 = self.at(start)
        upper, lower = self._ray(start, high), self._ray(start, low)
        corner = [self.at((self.deadline, value)) for value in (high, low)]
        outline = [(x0, y0), upper, *corner, lower]
        self._put(
            '<polygon points="{points}" fill="{colour}" opacity=".16"/>',
            points=_points(outline),
            colour=self.colour,
        )
        end = self._ray(start, middle)
        self._put(
            '<path d="M{a} {b}L{c} {d}" stroke="{colour}" stroke-width="1.2" stroke-dasharray="1 3" fill="none"/>',
            a=x0,
            b=y0,
            c=end[0],
            d=end[1],
            colour=self.colour,
        )

    def _ray(self, start: Point, end_value: float) -> tuple[float, float]:
        """Where the way from the last value to a value at the deadline ends or leaves the axis."""
        assert self.deadline is not None
        bound = min(max(end_value, self.y.low), self.y.high)
        begin = min(max(start[1], self.y.low), self.y.high)
        rise = end_value - begin
        share = 1.0 if rise == 0 else (bound - begin) / rise
        x0, x1 = self.x(start[0]), self.x(self.deadline)
        return x0 + (x1 - x0) * share, self.y(bound)

    def _draw_labels(self) -> None:
        placer = Placer(Box(self.frame.left + 2, 1, self.width - 1, self.frame.bottom - 1))
        placer.avoid_line([self.at(point) for point in self.values])
        placer.avoid_line([self.at(point) for point in self.expected])
        for point in self.beside:
            x, y = self.at(point)
            placer.obstacles += [(x, y)] * 4
        ahead = self._forecast()
        if ahead is not None:
            for value in ahead:
                placer.avoid_line([self.at(self.values[-1]), self._ray(self.values[-1], value)])
        expected, day = (
            finite(self.row.get("expected_value")),
            as_day(self.row.get("reference_date")),
        )
        if expected is not None and day is not None and self.expected:
            placer.obstacles += [self.at((day, expected))] * 6
        if self.aim is not None and len(self.expected) < 2:
            y = self.y.clipped(self.aim)
            placer.avoid_line([(self.frame.left, y), (self.frame.right, y)])
        target = target_words(self.row, self.unit, self.language)
        if target is not None:
            end = self.deadline or self.last
            anchor = self.at((end, self.aim if self.aim is not None else self.steps[-1]))
            text = self.say("chart-target", target=target)
            placer.obstacles += [anchor] * 3
            self._label(placer, text, anchor, is_bold=True, above=True)
        if self.values:
            text = quantity(self.values[-1][1], self.unit, self.language)
            self._label(placer, text, self.at(self.values[-1]), is_bold=True)
        if len(self.expected) > 1 and expected is not None and day is not None:
            x, y = self.at((day, expected))
            self._put(
                '<circle cx="{x}" cy="{y}" r="3" fill="var(--panel)" stroke="var(--ink)" stroke-width="1.3"/>',
                x=x,
                y=y,
            )
            shown = labels.number(expected, self.language, labels.decimals(expected))
            text = self.say("chart-expected-value", value=shown)
            self._label(placer, text, (x, y), above=True)
        elif len(self.expected) > 1:
            middle = self.expected[len(self.expected) // 2]
            self._label(placer, self.say("chart-expected"), self.at(middle), above=True)
        forecast = self._forecast()
        if forecast is not None and self.deadline is not None:
            rounded = float(f"{forecast[1]:.3g}")
            text = self.say("chart-forecast", value=quantity(rounded, self.unit, self.language))
            # below the wedge, at its open end
            x, y = self._ray(self.values[-1], forecast[0])
            self._label(placer, text, (x, y), above=False, is_left=True)
        text = self.say("chart-as-of", month=f"{self.as_of:%Y-%m}")
        top = (self.x(self.as_of), 1.0)
        self._label(placer, text, top, offsets=[(5.0, 0.0)])

    def _label(
        self,
        placer: Placer,
        text: str,
        anchor: tuple[float, float],
        *,
        is_bold: bool = False,
        above: bool = False,
        is_left: bool = False,
        offsets: list[tuple[float, float]] | None = None,
    ) -> None:
        """Write a label near its anchor; a text for which no room is left is said in the hover and aria text alone."""
        text = self._fitted(text, placer.bounds.right - placer.bounds.left - 4)
        w, h = text_width(text, _SIZE, is_bold=is_bold), _SIZE + 4.0
        if offsets is None and above:
            offsets = [(-w - 6, -h - 4), (-w - 9, -h / 2), (-w / 2, -h - 6), (8, -h - 4)]
        elif offsets is None and is_left:
            offsets = [(-w, 4.0), (-w - 4, 10.0), (-w, -h - 4)]
        box = placer.place(w, h, anchor, offsets or ())
        if box is None:
            return
        self._put(
            '<text class="lb" x="{x}" y="{y}"{weight} fill="{fill}" stroke="var(--panel)" stroke-width="3" paint-order="stroke" stroke-linejoin="round">{text}</text>',
            x=box.left,
            y=box.bottom - 4,
            weight=Markup(' font-weight="700"') if is_bold else _NOTHING,
            fill="var(--ink)" if is_bold or above else "var(--ink-soft)",
            text=text,
        )

    def _draw_hovers(self) -> None:
        for day, value in self.expected:
            spoken = quantity(value, self.unit, self.language)
            text = self.say(
                "chart-point-expected", day=labels.day(day, self.language), value=spoken
            )
            self._hover((day, value), text)
        if self.others is not None:
            for each in self.others.to_dict("records"):
                at, amount = as_day(each["reference_date"]), finite(each["value"])
                if at is None or amount is None:
                    continue
                text = self.say(
                    "chart-other",
                    day=labels.day(at, self.language),
                    value=quantity(amount, self.unit, self.language),
                    comparability=self.say(f"comparability-{each['comparability']}"),
                )
                self._hover((at, amount), text)
        for each in self.history.to_dict("records"):
            at, amount = as_day(each["reference_date"]), finite(each["value"])
            if at is None or amount is None:
                continue
            spoken = quantity(amount, self.unit, self.language)
            reported = as_day(each.get("reported_on"))
            text = self.say("chart-point", day=labels.day(at, self.language), value=spoken)
            if reported is not None:
                text = self.say(
                    "chart-point-reported",
                    day=labels.day(at, self.language),
                    value=spoken,
                    reported=labels.day(reported, self.language),
                )
            self._hover((at, amount), text)

    def _hover(self, point: Point, text: str) -> None:
        x, y = self.at(point)
        self._put(
            '<circle cx="{x}" cy="{y}" r="7" fill="transparent"><title>{text}</title></circle>',
            x=x,
            y=y,
            text=text,
        )


def _points(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
