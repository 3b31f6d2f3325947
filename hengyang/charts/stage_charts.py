"""Charts and tables of slides, drawn for six metres: few marks, large labels, a light as colour, shape and word.

Everything is in pixels of a slide of 1920 × 1080, which the browser scales as a whole.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.placing import Box, Placer
from hengyang.charts.scales import Scale, month_ticks, text_width, tick_words, ticks
from hengyang.labels import Language, words
from hengyang.meeting import Cell, Chart, ChartKind, Count, DeckTable, Series
from hengyang.schema import Light

#: The smallest type on a slide, px of 1080. On an 86-inch screen (1.90 m wide) a pixel is 0.99 mm and the face of a
#: Han character 0.92 of its size: 32 px are 29 mm, 16.7 minutes of arc at six metres; ISO 9241-303 asks for 16.
SMALLEST = 32
_MARK = 34
#: Up to so many rows a slide has room for larger names; a name up to so many px stays on one line.
_FEW_ROWS, _ONE_LINE = 5, 520
_NOTHING = Markup("")
_LINE_WIDTH, _LINE_HEIGHT, _VALUE = 1060, 640, 44
_TABLE_SIZES, _TABLE_WIDTH, _TABLE_ROOM = (46, 42, 38), 1740, 660


def chart_html(chart: Chart, language: Language) -> Markup:
    """The chart of a slide; what it shows is read out as one sentence."""
    match chart.kind:
        case ChartKind.LINE:
            return _line(chart, language)
        case ChartKind.BULLETS:
            rows = _bullets(chart, language)
        case _:
            rows = _bars(chart, language)
    return Markup('<ol class="s-rows s-{}" style="{}" aria-label="{}">{}</ol>').format(
        chart.kind.value, _room_of(chart), chart.spoken, rows
    )


def _room_of(chart: Chart) -> str:
    """How many rows there are, how large their type is, and how wide names and captions are; the bars have the rest."""
    is_bullets = chart.kind is ChartKind.BULLETS
    size = SMALLEST if is_bullets else 40 if len(chart.categories) <= _FEW_ROWS else 34
    longest = max((text_width(name, size) for name in chart.categories), default=0)
    # a long name takes two lines
    names = longest if longest <= _ONE_LINE else max(_ONE_LINE, longest * 0.58)
    captions = max(
        (
            text_width(caption, size)
            for at, caption in enumerate(chart.captions)
            if is_bullets or any(series.values[at] for series in chart.series)
        ),
        default=0,
    )
    most_names, most_captions = (770, 330) if is_bullets else (640, 1740)
    return (
        f"--n:{len(chart.categories)};--size:{size}px;"
        f"--name:{min(names, most_names):.0f}px;--cap:{min(captions, most_captions):.0f}px"
    )


def key_html(lights: Iterable[Light], language: Language) -> Markup:
    """The key: each light's mark and word."""
    return Markup('<p class="s-key">{}</p>').format(
        _NOTHING.join(
            Markup("<span>{}{}</span>").format(
                marks.light_mark(light, language, _MARK), words(language)(f"light-{light}")
            )
            for light in lights
        )
    )


def counts_html(counts: Sequence[Count], language: Language) -> Markup:
    """Large numbers, each with its light's mark and word; without a number the key alone."""
    parts = [
        Markup("<li>{}<b>{}</b><span>{}</span></li>").format(
            _NOTHING
            if count.light is None
            else marks.light_mark(count.light, language, 44 if count.value is not None else 56),
            "" if count.value is None else count.value,
            count.word,
        )
        for count in counts
    ]
    is_key = all(count.value is None for count in counts)
    return Markup('<ul class="s-counts{}">{}</ul>').format(
        " s-legend" if is_key else "", _NOTHING.join(parts)
    )


def table_html(table: DeckTable, language: Language) -> Markup:
    """A table whose rows are read from afar, in the largest type that all rows have room in.

    Lights and changes stand before their text.
    """
    size = next((size for size in _TABLE_SIZES if _table_height(table, size) <= _TABLE_ROOM), 34)
    head = _NOTHING.join(
        Markup('<th scope="col" style="width:{:.0f}%">{}</th>').format(
            100 * column.share, column.name
        )
        for column in table.columns
    )
    body = _NOTHING.join(
        Markup("<tr>{}</tr>").format(_NOTHING.join(_cell(cell, language) for cell in row))
        for row in table.rows
    )
    return Markup(
        '<table class="s-table" style="font-size:{}px"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(size, head, body)


def _table_height(table: DeckTable, size: int) -> float:
    """About how high the rows of a table are in a type size, px; errs on the high side."""
    height = 0.0
    for row in table.rows:
        lines = [
            math.ceil(
                text_width(cell.text, size, is_bold=at == 0)
                / (_TABLE_WIDTH * column.share - 20 - (50 if cell.light or cell.change else 0))
            )
            for at, (cell, column) in enumerate(zip(row, table.columns, strict=True))
        ]
        height += max(lines) * size * 1.25 + 28
    return height


def _cell(cell: Cell, language: Language) -> Markup:
    mark = _NOTHING
    if cell.light is not None:
        mark = marks.light_mark(cell.light, language, _MARK)
    elif cell.change is not None:
        mark = marks.change_mark(cell.change, language, _MARK)
    if not mark:
        return Markup("<td>{}</td>").format(cell.text)
    return Markup('<td><div class="s-cell">{}<span>{}</span></div></td>').format(mark, cell.text)


def _bars(chart: Chart, language: Language) -> Markup:
    top = chart.top or 1.0
    rows = []
    for at, category in enumerate(chart.categories):
        parts = _NOTHING.join(
            _part(series, value, top, language)
            for series in chart.series
            if (value := series.values[at])
        )
        # without a bar its place is the caption's
        bar = Markup('<span class="s-bar">{}</span>').format(parts) if parts else _NOTHING
        rows.append(
            Markup('<li><span class="s-name">{}</span>{}<span class="s-cap">{}</span></li>').format(
                category, bar, chart.captions[at]
            )
        )
    return _NOTHING.join(rows)


def _part(series: Series, value: float, top: float, language: Language) -> Markup:
    share = 100 * value / top
    return Markup('<i class="seg-{}" style="width:{:.2f}%"><em>{}{}</em></i>').format(
        series.light.value if series.light is not None else "plain",
        share,
        # a narrow part has room for its number alone; the key says which light it is
        marks.light_mark(series.light, language, 26) if series.light and share >= 9 else _NOTHING,
        labels.number(value, language),
    )


def _bullets(chart: Chart, language: Language) -> Markup:
    (series,) = chart.series
    rows = []
    for at, category in enumerate(chart.categories):
        light, expected = series.lights[at], chart.expected[at]
        rows.append(
            Markup(
                '<li><span class="s-light">{}{}</span><span class="s-name">{}</span>{}'
                '<span class="s-cap">{}</span></li>'
            ).format(
                marks.light_mark(light, language, _MARK),
                "" if light is None else words(language)(f"light-{light}"),
                category,
                _bullet(series.values[at], expected, light),
                chart.captions[at],
            )
        )
    return _NOTHING.join(rows)


def _bullet(value: float | None, expected: float | None, light: Light | None) -> Markup:
    """The bar is clipped to its track; without a value the track is dashed, for an empty one would read as zero."""
    if value is None:
        return Markup('<span class="s-track s-empty"></span>')
    tick = _NOTHING
    if expected is not None:
        tick = Markup('<b style="left:{:.2f}%"></b>').format(min(max(expected, 0.0), 100.0))
    return Markup(
        '<span class="s-track"><i style="width:{:.2f}%;background:var(--light-{})"></i>{}</span>'
    ).format(min(max(value, 0.0), 100.0), light or Light.NOT_ASSESSED, tick)


def _line(chart: Chart, language: Language) -> Markup:
    """Reported values and path over time; the last value and the target are written beside their points."""
    values = [value for series in chart.series for value in series.values if value is not None]
    if chart.target is not None:
        values.append(chart.target)
    steps = ticks(values, ceiling=100.0 if chart.unit == "%" else None)
    texts = tick_words(steps, language)
    left = 24 + max(text_width(text, SMALLEST) for text in texts)
    x = Scale(
        chart.days[0].toordinal(),
        max(chart.days[-1].toordinal(), chart.days[0].toordinal() + 1),
        left,
        _LINE_WIDTH - 30,
    )
    y = Scale(steps[0], steps[-1], _LINE_HEIGHT - 70, 60)
    parts = [
        Markup(
            '<path d="M{:.0f} {y:.1f}H{}" stroke="var(--line)" stroke-width="2"/>'
            '<text x="{:.0f}" y="{base:.1f}" text-anchor="end">{}</text>'
        ).format(left, _LINE_WIDTH, left - 14, text, y=y(step), base=y(step) + 11)
        for step, text in zip(steps, texts, strict=True)
    ]
    parts += _months(chart.days, x, language)
    for series in chart.series:
        parts.append(_run(series, chart.days, x, y))
    if chart.target is not None:
        parts.append(_target(chart, x, y))
    parts.append(_last_value(chart, x, y, language))
    return Markup(
        '<svg class="s-line" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" aria-label="{s}">{p}</svg>'
    ).format(w=_LINE_WIDTH, h=_LINE_HEIGHT, s=chart.spoken, p=_NOTHING.join(parts))


def _months(days: Sequence[date], x: Scale, language: Language) -> list[Markup]:
    """The names of months below a line: the first and the last, and those between that keep clear of both."""
    named = [
        (x(day.toordinal()), labels.month(day, language))
        for day in month_ticks(days[0], days[-1], room=4)
    ]
    last = len(named) - 1
    parts, ends = [], 0.0
    for at, (place, name) in enumerate(named):
        width = text_width(name, SMALLEST)
        anchor, left = "middle", place - width / 2
        if at == 0:
            anchor, left = "start", place
        elif at == last:
            anchor, left = "end", place - width
        elif (
            left < ends + 20
            or left + width > named[-1][0] - text_width(named[-1][1], SMALLEST) - 20
        ):
            continue
        ends = left + width
        parts.append(
            Markup('<text x="{:.0f}" y="{}" text-anchor="{}">{}</text>').format(
                place, _LINE_HEIGHT - 14, anchor, name
            )
        )
    return parts


def _points(series: Series, days: Sequence[date], x: Scale, y: Scale) -> list[tuple[float, float]]:
    return [
        (x(day.toordinal()), y(value))
        for day, value in zip(days, series.values, strict=True)
        if value is not None
    ]


def _run(series: Series, days: Sequence[date], x: Scale, y: Scale) -> Markup:
    points = _points(series, days, x, y)
    return Markup('<polyline points="{}" fill="none" stroke="var(--{})" {}/>').format(
        " ".join(f"{px:.1f},{py:.1f}" for px, py in points),
        series.colour,
        Markup('stroke-width="4" stroke-dasharray="12 10" opacity=".65"')
        if series.is_dashed
        else Markup('stroke-width="8" stroke-linejoin="round"'),
    )


def _target(chart: Chart, x: Scale, y: Scale) -> Markup:
    assert chart.target is not None
    at_y = y(chart.target)
    # the words stand under the level when it is the top of the drawing
    base = at_y - 18 if at_y > 50 else at_y + 46
    return Markup(
        '<circle cx="{:.1f}" cy="{y:.1f}" r="11" fill="var(--panel)" stroke="var(--ink)" stroke-width="5"/>'
        '<text class="s-bold" x="{:.0f}" y="{:.1f}" text-anchor="end">{}</text>'
    ).format(x(chart.days[-1].toordinal()), _LINE_WIDTH - 46, base, chart.target_words, y=at_y)


def _words_beside(
    chart: Chart, x: Scale, y: Scale, anchor: tuple[float, float], width: float
) -> Box:
    """Where the words of the last value stand clear of the lines and of the target's words."""
    placer = Placer(Box(x.start, 0, _LINE_WIDTH, y(y.low) - 6))
    for series in chart.series:
        placer.avoid_line(_points(series, chart.days, x, y))
    if chart.target is not None:
        target = text_width(chart.target_words, 36, is_bold=True)
        top = y(chart.target) - 60
        placer.taken.append(Box(_LINE_WIDTH - 46 - target, top, _LINE_WIDTH, top + 52))
    wishes = [(24, 16), (24, -_VALUE - 22), (-width - 24, -_VALUE - 22), (-width - 24, 16)]
    found = placer.place(width, _VALUE + 6, anchor, wishes)
    return found or Box(anchor[0] + 24, anchor[1] + 16, anchor[0] + 24 + width, 0)


def _last_value(chart: Chart, x: Scale, y: Scale, language: Language) -> Markup:
    reported = next(series for series in chart.series if not series.is_dashed)
    known = [
        (day, value)
        for day, value in zip(chart.days, reported.values, strict=True)
        if value is not None
    ]
    if not known:
        return _NOTHING
    day, value = known[-1]
    px, py = x(day.toordinal()), y(value)
    gap = "" if chart.unit.startswith("%") or language == "zh" else " "
    text = f"{labels.number(value, language)}{gap}{chart.unit}"
    box = _words_beside(chart, x, y, (px, py), text_width(text, _VALUE, is_bold=True))
    return Markup(
        '<circle cx="{:.1f}" cy="{:.1f}" r="14" fill="var(--{})"/>'
        '<text class="s-value" x="{:.1f}" y="{:.1f}" style="fill:var(--{})">{}</text>'
    ).format(
        px,
        py,
        reported.colour,
        box.left,
        box.top + _VALUE * 0.92,
        reported.colour,
        text,
    )
