"""The trend of one indicator as SVG: values, expected path, target, forecast, labelled where they stand.

Colours come from the palette's custom properties, so the same drawing serves light, dark and print.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.quantities import finding, quantity, target_words
from hengyang.charts.scales import as_day, finite
from hengyang.charts.trend_layout import SIZE, Point, Spot, Trend, fitted
from hengyang.labels import Language, words
from hengyang.schema import Light

_NOTHING = Markup("")
#: A wide chart is drawn once for each width of its place, so that text keeps its size (pages_trend.css).
_KINDS = (("broad", 1100), ("wide", 760), ("medium", 520), ("narrow", 340))
_WIDE = 500
_GREY_LIGHTS = {Light.NOT_REPORTED, Light.NOT_ASSESSED, Light.NOT_DUE}


def light_colour(light: object) -> str:
    """The custom property of a light; the ink where there is no light or a grey one."""
    if not isinstance(light, str) or Light(light) in _GREY_LIGHTS:
        return "var(--ink-soft)"
    return f"var(--light-{Light(light)})"


def trend_svg(
    *,
    row: pd.Series,
    target: pd.Series,
    history: pd.DataFrame,
    path: pd.DataFrame | None,
    as_of: date,
    language: Language,
    others: pd.DataFrame | None = None,
    width: int = 610,
    height: int = 190,
) -> Markup:
    """The chart of one indicator; without any value a plain statement that nothing is estimated.

    row: its row of indicator_lights. target: its row of the indicators table.
    history: reference_date, value, reported_on. path: date, expected_value.
    others: figures that do not answer the target (reference_date, value, comparability), drawn beside the line.
    A wide chart is drawn in several widths; the stylesheet shows the one that fits its place.
    """
    first = Trend(row, target, history, path, others, as_of, language, width, height)
    drawings = [("", width)] if width <= _WIDE else [(f" {kind}", each) for kind, each in _KINDS]
    drawn = [_Drawing(replace(first, width=each)).svg(kind) for kind, each in drawings]
    return Markup('<div class="trend">{}</div>').format(_NOTHING.join(drawn))


class _Drawing:
    def __init__(self, trend: Trend) -> None:
        self.trend = trend
        self.say = words(trend.language)
        self.colour = light_colour(trend.row.get("light"))
        self.parts: list[Markup] = []

    def svg(self, kind: str) -> Markup:
        trend = self.trend
        if trend.is_empty:
            self._draw_emptiness()
        else:
            trend.measure()
            self._draw_axes()
            self._draw_allowed()
            self._draw_as_of()
            self._draw_expected()
            self._draw_forecast()
            self._draw_beside()
            self._draw_values()
            self._draw_target()
            self._draw_labels()
            self._draw_hovers()
        return Markup(
            '<svg class="tr{kind}" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" '
            'aria-label="{finding}" font-size="{size}" fill="var(--ink-soft)">{parts}</svg>'
        ).format(
            kind=kind,
            w=trend.width,
            h=trend.height,
            size=SIZE,
            finding=finding(trend.row, trend.target, trend.language),
            parts=_NOTHING.join(self.parts),
        )

    def _put(self, template: str, **values: object) -> None:
        rounded = {
            name: f"{value:.1f}" if isinstance(value, float) else value
            for name, value in values.items()
        }
        self.parts.append(Markup(template).format(**rounded))

    def _draw_emptiness(self) -> None:
        trend = self.trend
        w, h = trend.width, trend.height
        self._put(
            '<rect x="1" y="6" width="{w}" height="{h}" rx="4" fill="var(--hair)" stroke="var(--line)" stroke-dasharray="4 4"/>',
            w=w - 2,
            h=h - 12,
        )
        aim = target_words(trend.target, trend.language)
        self._put(
            '<text x="{x}" y="{y}" text-anchor="middle" font-size="13">{text}</text>',
            x=w / 2,
            y=h / 2 + (-4 if aim else 4),
            text=self.say("chart-no-data"),
        )
        if aim:
            text = self.say("chart-target", target=aim)
            if trend.deadline is not None:
                month = labels.month(trend.deadline, trend.language)
                text = self.say("chart-target-by", target=aim, month=month)
            self._put(
                '<text x="{x}" y="{y}" text-anchor="middle">{text}</text>',
                x=w / 2,
                y=h / 2 + 16,
                text=fitted(text, w - 20),
            )

    def _draw_axes(self) -> None:
        trend, frame = self.trend, self.trend.frame
        for step, text in zip(trend.steps, trend.tick_texts, strict=True):
            y = trend.y(step)
            self._put(
                '<path d="M{a} {y}H{b}" stroke="var(--hair)"/><text class="ax" x="{x}" y="{t}" text-anchor="end">{text}</text>',
                a=frame.left,
                b=frame.right,
                y=y,
                x=frame.left - 6,
                t=y + 4,
                text=text,
            )
        for day, x, text in trend.day_ticks():
            self._put(
                '<path d="M{at} {a}v4" stroke="var(--line)"/><text class="ax" x="{x}" y="{y}" text-anchor="middle">{text}</text>',
                at=trend.x(day),
                a=frame.bottom,
                x=x,
                y=float(trend.height - 6),
                text=text,
            )

    def _draw_allowed(self) -> None:
        """Shade what a floor, a cap or a band allows."""
        trend, allowed = self.trend, self.trend.allowed()
        if allowed is None:
            return
        low, high = allowed
        top = trend.frame.top if high is None else trend.y.clipped(high)
        bottom = trend.frame.bottom if low is None else trend.y.clipped(low)
        self._put(
            '<rect class="ok" x="{x}" y="{y}" width="{w}" height="{h}" fill="var(--ink)" opacity=".06"/>',
            x=trend.frame.left,
            y=top,
            w=trend.frame.right - trend.frame.left,
            h=max(bottom - top, 1.0),
        )

    def _draw_as_of(self) -> None:
        trend, day = self.trend, self.trend.as_of
        self._put(
            '<path d="M{x} {a}V{b}" stroke="var(--grey)" stroke-dasharray="2 3"><title>{text}</title></path>',
            x=trend.x(day),
            a=trend.frame.top - 4,
            b=trend.frame.bottom,
            text=self.say("chart-as-of", month=f"{day:%Y-%m}"),
        )

    def _draw_expected(self) -> None:
        trend = self.trend
        if len(trend.expected) > 1:
            self._put(
                '<polyline points="{points}" fill="none" stroke="var(--ink)" stroke-width="1.2" stroke-dasharray="4 4"/>',
                points=_points([trend.at(point) for point in trend.expected]),
            )
        elif trend.aim is not None:
            self._put(
                '<path d="M{a} {y}H{b}" stroke="var(--ink)" stroke-width="1.2" stroke-dasharray="4 4"/>',
                a=trend.frame.left,
                b=trend.frame.right,
                y=trend.y.clipped(trend.aim),
            )

    def _draw_forecast(self) -> None:
        trend = self.trend
        if trend.forecast is None or trend.deadline is None:
            return
        low, middle, high = trend.forecast
        x, y = trend.at(trend.values[-1])
        corners = [trend.at((trend.deadline, value)) for value in (high, low)]
        self._put(
            '<polygon points="{points}" fill="{colour}" opacity=".16"/>',
            points=_points([(x, y), trend.ray(high), *corners, trend.ray(low)]),
            colour=self.colour,
        )
        end_x, end_y = trend.ray(middle)
        self._put(
            '<path d="M{a} {b}L{c} {d}" stroke="{colour}" stroke-width="1.2" stroke-dasharray="1 3" fill="none"/>',
            a=x,
            b=y,
            c=end_x,
            d=end_y,
            colour=self.colour,
        )

    def _draw_beside(self) -> None:
        trend = self.trend
        for point in trend.beside:
            x, y = trend.at(point)
            shape = '<path d="M{x} {a}L{b} {y} {x} {c} {d} {y}Z" fill="var(--panel)" stroke="var(--grey)" stroke-width="1.5"/>'
            if trend.is_beyond(point[1]):
                # beyond the axis: pointing there, so that the edge is not read as the value
                shape = '<path d="M{d} {tail}H{b}L{x} {y}Z" fill="var(--panel)" stroke="var(--grey)" stroke-width="1.5"/>'
            self._put(
                shape,
                x=x,
                y=y,
                a=y - 4.5,
                b=x + 4.5,
                c=y + 4.5,
                d=x - 4.5,
                tail=y + (6.0 if point[1] > trend.y.high else -6.0),
            )

    def _draw_values(self) -> None:
        trend = self.trend
        if len(trend.values) > 1:
            self._put(
                '<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.2" stroke-linejoin="round"/>',
                points=_points([trend.at(point) for point in trend.values]),
                colour=self.colour,
            )
        shown = trend.values if len(trend.values) <= 14 else trend.values[-1:]
        for point in shown:
            self._circle(
                trend.at(point), "4" if point == trend.values[-1] else "2.2", fill=self.colour
            )

    def _draw_target(self) -> None:
        trend = self.trend
        point = trend.expected_point()
        if point is not None:
            self._circle(trend.at(point), "3", fill="var(--panel)", stroke="var(--ink)")
        if trend.aim is not None and trend.deadline is not None:
            at = trend.at((trend.deadline, trend.aim))
            self._circle(at, "4.5", fill="var(--panel)", stroke="var(--ink)")

    def _circle(self, at: Spot, radius: str, *, fill: str, stroke: str = "transparent") -> None:
        self._put(
            '<circle cx="{x}" cy="{y}" r="{r}" fill="{fill}" stroke="{stroke}" stroke-width="1.5"/>',
            x=at[0],
            y=at[1],
            r=radius,
            fill=fill,
            stroke=stroke,
        )

    def _draw_labels(self) -> None:
        for label in self.trend.labels():
            self._put(
                '<text class="lb" x="{x}" y="{y}"{weight} fill="{fill}" stroke="var(--panel)" stroke-width="3" paint-order="stroke" stroke-linejoin="round">{text}</text>',
                x=label.box.left,
                y=label.box.bottom - 4,
                weight=Markup(' font-weight="700"') if label.is_bold else _NOTHING,
                fill="var(--ink)" if label.is_ink else "var(--ink-soft)",
                text=label.text,
            )

    def _draw_hovers(self) -> None:
        trend = self.trend
        for point in trend.expected:
            self._hover(point, expected_hover(point, trend.unit, trend.language))
        if trend.others is not None:
            for each in trend.others.to_dict("records"):
                at, amount = as_day(each["reference_date"]), finite(each["value"])
                if at is not None and amount is not None:
                    text = beside_hover(
                        (at, amount), str(each["comparability"]), trend.unit, trend.language
                    )
                    self._hover((at, amount), text)
        for each in trend.history.to_dict("records"):
            at, amount = as_day(each["reference_date"]), finite(each["value"])
            if at is not None and amount is not None:
                reported = as_day(each.get("reported_on"))
                self._hover(
                    (at, amount), value_hover((at, amount), reported, trend.unit, trend.language)
                )

    def _hover(self, point: Point, text: str) -> None:
        x, y = self.trend.at(point)
        self._put(
            '<circle cx="{x}" cy="{y}" r="7" fill="transparent"><title>{text}</title></circle>',
            x=x,
            y=y,
            text=text,
        )


def value_hover(point: Point, reported: date | None, unit: str, language: Language) -> str:
    """What a value says when it is pointed at: its day, itself, when it was reported."""
    said = {"day": labels.day(point[0], language), "value": quantity(point[1], unit, language)}
    if reported is None:
        return words(language)("chart-point", **said)
    return words(language)("chart-point-reported", reported=labels.day(reported, language), **said)


def expected_hover(point: Point, unit: str, language: Language) -> str:
    """What a point of the path says when it is pointed at."""
    return words(language)(
        "chart-point-expected",
        day=labels.day(point[0], language),
        value=quantity(point[1], unit, language),
    )


def beside_hover(point: Point, comparability: str, unit: str, language: Language) -> str:
    """What a figure that does not answer the target says, and why it gives no light."""
    say = words(language)
    return say(
        "chart-other",
        day=labels.day(point[0], language),
        value=quantity(point[1], unit, language),
        comparability=say(f"comparability-{comparability}"),
    )


def _points(points: list[Spot]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
