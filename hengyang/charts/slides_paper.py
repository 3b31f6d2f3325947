"""The slides of a deck for paper: plain tables and small drawings, which lay out alike wherever they are printed."""

from __future__ import annotations

import math
from collections.abc import Mapping

from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.scales import Scale, month_ticks, tick_words, ticks
from hengyang.labels import Language
from hengyang.meeting import Cell, Chart, ChartKind, Deck, DeckTable, Series, Slide
from hengyang.progress import amounts
from hengyang.schema import Light

_NOTHING = Markup("")
#: Drawings in px of a sheet 1280 wide.
BAR_WIDTH, BULLET_WIDTH, BAR_HEIGHT = 520, 360, 26
#: Of a part's number, at its 14 px.
_DIGIT_WIDTH = 9
LINE_WIDTH, LINE_HEIGHT, _LEFT, _RIGHT = 1160, 400, 90, 1000
#: Lights that share their colour with another one: outlined, and ruled with lines that lean so many px, so many apart.
_RULED: Mapping[Light, tuple[int, int]] = {
    Light.NEARLY: (0, 8),
    Light.OVERDUE: (12, 9),
    Light.NOT_ASSESSED: (0, 8),
    Light.NOT_DUE: (0, 0),
}


def slides(deck: Deck, language: Language) -> Markup:
    """Every slide of the deck as a section of its own sheet: finding, counts, chart, table, sentences, source."""
    return _NOTHING.join(_slide(slide, language) for slide in deck.slides)


def _slide(slide: Slide, language: Language) -> Markup:
    counts = _NOTHING.join(
        Markup('<span class="p-count">{} <b>{}</b> {}</span>').format(
            marks.light_mark(count.light, language, 18),
            "" if count.value is None else count.value,
            count.word,
        )
        for count in slide.counts
    )
    points = _NOTHING.join(Markup("<li>{}</li>").format(point) for point in slide.points)
    return Markup(
        '<section class="p-slide{cover}"{accent}><h1>{title}</h1>{subtitle}{counts}{chart}{table}{points}{source}</section>'
    ).format(
        cover=" p-cover" if slide.key == "cover" else "",
        accent=Markup(' style="border-color:var(--theme-{})"').format(slide.theme)
        if slide.theme
        else _NOTHING,
        title=slide.title,
        subtitle=Markup('<p class="p-sub">{}</p>').format(slide.subtitle) if slide.subtitle else "",
        counts=Markup('<p class="p-counts">{}</p>').format(counts) if counts else "",
        chart=chart_html(slide.chart, language) if slide.chart is not None else "",
        table=_table(slide.table, language) if slide.table is not None else "",
        points=Markup("<ul>{}</ul>").format(points) if points else "",
        source=Markup('<p class="p-source">{}</p>').format(slide.source) if slide.source else "",
    )


def chart_html(chart: Chart, language: Language) -> Markup:
    """A neutral chart: bars and bullets as a table of names, drawings and captions, a line as one SVG."""
    if chart.kind is ChartKind.LINE:
        return line(chart, language)
    top = top_of(chart)
    rows = _NOTHING.join(
        Markup("<tr><td>{}</td><td>{}</td><td>{}</td></tr>").format(
            name,
            bullet(chart, at, top)
            if chart.kind is ChartKind.BULLETS
            else bar(chart.series, at, top),
            _caption(chart, at, language),
        )
        for at, name in enumerate(chart.categories)
    )
    key = _NOTHING
    if chart.kind is ChartKind.STACKED_BARS:
        key = _NOTHING.join(
            Markup('<span class="p-count">{} {}</span>').format(
                marks.light_mark(series.light, language, 14), series.name
            )
            for series in chart.series
        )
    return Markup(
        '<table class="p-bars p-{}"><tbody>{}</tbody></table><p class="p-key">{}</p>'
    ).format(chart.kind.value, rows, key)


def _caption(chart: Chart, at: int, language: Language) -> Markup:
    lights = chart.series[0].lights if len(chart.series) == 1 else ()
    light = lights[at] if lights else None
    text = chart.captions[at] if chart.captions else ""
    return Markup("{} {}").format(marks.light_mark(light, language, 14) if light else "", text)


def top_of(chart: Chart) -> float:
    """The end of the value axis."""
    known = [value for series in chart.series for value in series.values if value is not None]
    return chart.top or max(known, default=0) or 1


def bar(series: tuple[Series, ...], at: int, top: float, bar_width: float = BAR_WIDTH) -> Markup:
    """One bar; each part says its number where it has room."""
    x, parts = 0.0, []
    for one in series:
        value = one.values[at]
        if not value:
            continue
        width = bar_width * value / top
        light = one.lights[at] if one.lights else one.light
        parts.append(_part(x, width, light, f"light-{light}" if light else one.colour))
        number = f"{value:g}"
        room = _DIGIT_WIDTH * (len(number) + 0.5)
        if width > room and len(series) > 1:
            parts.append(
                Markup(
                    '<rect x="{:.1f}" y="4" width="{:.1f}" height="18" rx="3" fill="var(--panel)"/>'
                    '<text x="{:.1f}" y="18" text-anchor="middle" font-size="14" fill="var(--ink)">{}</text>'
                ).format(x + (width - room) / 2, room, x + width / 2, number)
                if light in _RULED
                else Markup(
                    '<text x="{:.1f}" y="18" text-anchor="middle" font-size="14" fill="#fff">{}</text>'
                ).format(x + width / 2, number)
            )
        x += width
    return _drawing(parts, bar_width, BAR_HEIGHT)


def _part(x: float, width: float, light: Light | None, colour: str) -> Markup:
    """One light's part of a bar: full, or ruled where another light has its colour."""
    top, low = 2.0, BAR_HEIGHT - 2.0
    left, right = x + 1, x + width - 1
    ruled = None if light is None else _RULED.get(light)
    if ruled is None or right <= left:
        return Markup(
            '<rect x="{:.1f}" y="1" width="{:.1f}" height="{}" fill="var(--{})" stroke="var(--panel)"/>'
        ).format(x, width, BAR_HEIGHT - 2, colour)
    lean, apart = ruled
    lines = _NOTHING
    if apart:
        places = range(math.ceil(left) + 3, math.floor(right - lean), apart)
        lines = _NOTHING.join(
            Markup("M{} {:.0f}L{} {:.0f}").format(place, low, place + lean, top) for place in places
        )
    return Markup(
        '<path d="M{l:.1f} {t:.0f}H{r:.1f}V{b:.0f}H{l:.1f}Z{}" fill="none" stroke="var(--{})" stroke-width="2.5"/>'
    ).format(lines, colour, l=left, r=right, t=top, b=low)


def bullet(chart: Chart, at: int, top: float, width: float = BULLET_WIDTH) -> Markup:
    """Attainment as a bar, clipped to the axis; the tick is where it should be."""
    scale = Scale(0, top, 0, width)
    one = chart.series[0]
    value, light = one.values[at], one.lights[at] if one.lights else one.light
    parts = [Markup('<rect x="0" y="8" width="{}" height="10" fill="var(--track)"/>').format(width)]
    if value is not None:
        parts.append(
            Markup('<rect x="0" y="8" width="{:.1f}" height="10" fill="var(--{})"/>').format(
                scale.clipped(value), f"light-{light}" if light else one.colour
            )
        )
    expected = chart.expected[at] if chart.expected else None
    if expected is not None:
        parts.append(
            Markup('<path d="M{:.1f} 3V23" stroke="var(--ink)" stroke-width="2.5"/>').format(
                scale.clipped(expected)
            )
        )
    return _drawing(parts, width + 2, BAR_HEIGHT)


def line(chart: Chart, language: Language) -> Markup:
    """Values and path over time, each named at its end, and the level of the target."""
    known = [value for series in chart.series for value in series.values if value is not None]
    steps = ticks([*known, *([] if chart.target is None else [chart.target])])
    y = Scale(steps[0], steps[-1], LINE_HEIGHT - 40, 16)
    first, last = chart.days[0].toordinal(), chart.days[-1].toordinal()
    x = Scale(first, max(last, first + 1), _LEFT, _RIGHT)
    parts = [
        Markup(
            '<path d="M{} {y:.1f}H{}" stroke="var(--line)"/><text x="{}" y="{base:.1f}" text-anchor="end">{}</text>'
        ).format(_LEFT, _RIGHT, _LEFT - 8, text, y=y(step), base=y(step) + 5)
        for step, text in zip(steps, tick_words(steps, language), strict=True)
    ]
    parts += [
        Markup('<text x="{:.0f}" y="{}" text-anchor="middle">{}</text>').format(
            x(day.toordinal()), LINE_HEIGHT - 12, labels.month(day, language)
        )
        for day in month_ticks(chart.days[0], chart.days[-1], room=6)
    ]
    parts += [_run(series, chart, x, y, language) for series in chart.series]
    if chart.target is not None:
        parts.append(
            Markup(
                '<path d="M{} {y:.1f}H{}" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="2 4"/>'
                '<text x="{}" y="{base:.1f}" font-weight="700">{}</text>'
            ).format(
                _LEFT,
                _RIGHT,
                _RIGHT + 8,
                chart.target_words,
                y=y(chart.target),
                base=y(chart.target) + 5,
            )
        )
    return _drawing(parts, LINE_WIDTH, LINE_HEIGHT)


def _run(series: Series, chart: Chart, x: Scale, y: Scale, language: Language) -> Markup:
    """One series from its first to its last known value, named at its end; a measured one ends in a dot and says its value."""
    points = [
        (x(day.toordinal()), y(value))
        for day, value in zip(chart.days, series.values, strict=True)
        if value is not None
    ]
    if not points:
        return _NOTHING
    px, py = points[-1]
    name, dot = series.name, _NOTHING
    if not series.is_dashed:
        last = next(value for value in reversed(series.values) if value is not None)
        name = f"{name} {amounts.amount(last, chart.unit, language)}"
        dot = Markup('<circle cx="{:.1f}" cy="{:.1f}" r="5" fill="var(--{})"/>').format(
            px, py, series.colour
        )
    # beside the target's words, and above the months
    is_low = y(y.low) - py < 24
    return Markup(
        '<polyline points="{}" fill="none" stroke="var(--{c})" stroke-width="2.5"{}/>'
        '{}<text x="{:.0f}" y="{:.0f}" fill="var(--{c})">{}</text>'
    ).format(
        " ".join(f"{a:.1f},{b:.1f}" for a, b in points),
        Markup(' stroke-dasharray="7 6"') if series.is_dashed else _NOTHING,
        dot,
        px + 8,
        py - 10 if is_low else py + 26,
        name,
        c=series.colour,
    )


def _drawing(parts: list[Markup], width: float, height: int) -> Markup:
    return Markup(
        '<svg width="{w:.0f}" height="{h}" viewBox="0 0 {w:.0f} {h}" font-size="14" fill="var(--ink-soft)">{}</svg>'
    ).format(_NOTHING.join(parts), w=width, h=height)


def _table(table: DeckTable, language: Language) -> Markup:
    whole = sum(column.share for column in table.columns)
    heads = _NOTHING.join(
        Markup('<th style="width:{:.1f}%">{}</th>').format(100 * column.share / whole, column.name)
        for column in table.columns
    )
    rows = _NOTHING.join(
        Markup("<tr>{}</tr>").format(_NOTHING.join(_cell(cell, language) for cell in row))
        for row in table.rows
    )
    return Markup(
        '<table class="p-table"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(heads, rows)


def _cell(cell: Cell, language: Language) -> Markup:
    mark = marks.light_mark(cell.light, language, 18) if cell.light else _NOTHING
    return Markup("<td>{} {}</td>").format(mark, cell.text)
