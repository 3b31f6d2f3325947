"""The chart of a slide as a picture by itself: one SVG that needs no stylesheet, its finding above, its stamp below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from hengyang.charts import marks, palette, slides_paper
from hengyang.charts.scales import text_width, wrapped
from hengyang.labels import Language, words
from hengyang.meeting import Chart, ChartKind, Deck, Slide

_NOTHING = Markup("")
#: Px: the picture, its margin, its three sizes of type; a line is so many times as high as its type.
WIDTH = 1280
_MARGIN, _TITLE, _TEXT, _SMALL, _LEADING = 40, 30, 18, 15, 1.34
_MARK, _GAP = 16, 20
_ROOM = WIDTH - 2 * _MARGIN


@dataclass(frozen=True)
class Picture:
    """A whole SVG, `WIDTH` px wide."""

    svg: Markup
    height_px: int


def charted(deck: Deck) -> dict[int, Slide]:
    """The slides that have a chart, by their number, which starts at 1."""
    return {at: slide for at, slide in enumerate(deck.slides, start=1) if slide.chart is not None}


def picture(deck: Deck, slide: Slide, language: Language) -> Picture:
    """The slide's chart under the sentence that it shows, above what the deck stamps on every slide."""
    chart = slide.chart
    assert chart is not None, slide.key
    title = wrapped(slide.title, _TITLE, _ROOM, is_bold=True)
    parts = [_lines(title, _MARGIN, 58, _TITLE, is_bold=True)]
    y = 58 + _TITLE * _LEADING * len(title)
    drawn, height = (_line if chart.kind is ChartKind.LINE else _rows)(chart, y, language)
    parts.append(drawn)
    y += height + 30
    for text, colour in (
        (" · ".join(deck.stamp), "demo-ink" if deck.is_simulated else "ink-soft"),
        (slide.source, "ink-soft"),
    ):
        lines = wrapped(text, _SMALL, _ROOM) if text else []
        parts.append(_lines(lines, _MARGIN, y, _SMALL, colour))
        y += _SMALL * _LEADING * len(lines)
    whole = round(y + 8)
    svg = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" '
        'aria-label="{spoken}" font-family="{fonts}" fill="var(--ink)"><title>{spoken}</title>'
        '<rect width="{w}" height="{h}" fill="var(--panel)"/><rect width="{w}" height="6" fill="var(--{c})"/>'
        "{parts}</svg>"
    ).format(
        w=WIDTH,
        h=whole,
        spoken=chart.spoken,
        fonts=palette.FONTS.replace('"', "'"),
        c=f"theme-{slide.theme}" if slide.theme else "focus",
        parts=_NOTHING.join(parts),
    )
    return Picture(palette.resolved(svg), whole)


def _lines(
    texts: Sequence[str],
    x: float,
    y: float,
    size: int,
    colour: str = "ink",
    *,
    anchor: str = "start",
    is_bold: bool = False,
) -> Markup:
    """Lines of text, the first on the base line y."""
    return _NOTHING.join(
        Markup(
            '<text x="{:.1f}" y="{:.1f}" font-size="{}" font-weight="{}" fill="var(--{})" text-anchor="{}">{}</text>'
        ).format(x, y + at * size * _LEADING, size, 700 if is_bold else 400, colour, anchor, text)
        for at, text in enumerate(texts)
    )


def _moved(drawing: Markup, x: float, y: float) -> Markup:
    return Markup('<g transform="translate({:.1f} {:.1f})">{}</g>').format(x, y, drawing)


def _line(chart: Chart, y: float, language: Language) -> tuple[Markup, float]:
    return _moved(slides_paper.line(chart, language), _MARGIN, y - 20), slides_paper.LINE_HEIGHT


def _rows(chart: Chart, y: float, language: Language) -> tuple[Markup, float]:
    """A row a bar: its name, the bar, its light and caption; below them the key. And how high that is, px."""
    is_bullets = chart.kind is ChartKind.BULLETS
    top, start = slides_paper.top_of(chart), y
    longest = max(text_width(name, _TEXT) for name in chart.categories)
    said = max((text_width(caption, _TEXT) for caption in chart.captions), default=0)
    # names and captions take what they need, up to a third each; the bars have the rest
    names, captions = min(longest, _ROOM * 0.34), min(said, _ROOM * 0.28)
    left = _MARGIN + names + _GAP
    bar_width = _ROOM - names - captions - 2 * _GAP - _MARK - 8
    lights = chart.series[0].lights if len(chart.series) == 1 else ()
    parts = []
    for at, category in enumerate(chart.categories):
        name = wrapped(category, _TEXT, names)
        caption = wrapped(chart.captions[at], _TEXT, captions) if chart.captions else []
        height = max(len(name), len(caption)) * _TEXT * _LEADING + 18
        middle = y + height / 2
        drawn = (
            slides_paper.bullet(chart, at, top, bar_width)
            if is_bullets
            else slides_paper.bar(chart.series, at, top, bar_width)
        )
        parts.append(_lines(name, _MARGIN, _first_base(middle, name), _TEXT))
        parts.append(_moved(drawn, left, middle - slides_paper.BAR_HEIGHT / 2))
        light = lights[at] if lights else None
        place = left + bar_width + _GAP
        if light is not None:
            mark = marks.light_mark(light, language, _MARK)
            parts.append(_moved(mark, place, middle - _MARK / 2))
            place += _MARK + 8
        parts.append(_lines(caption, place, _first_base(middle, caption), _TEXT, "ink-soft"))
        y += height
        parts.append(
            Markup('<path d="M{} {y:.1f}H{}" stroke="var(--line)"/>').format(
                _MARGIN, WIDTH - _MARGIN, y=y
            )
        )
    key, height = _key(chart, y + 30, language)
    return _NOTHING.join([*parts, key]), y - start + height


def _first_base(middle: float, lines: Sequence[str]) -> float:
    """Where the first of some lines stands so that all of them lie around a height."""
    return middle - (len(lines) - 1) * _TEXT * _LEADING / 2 + _TEXT * 0.36


def _key(chart: Chart, y: float, language: Language) -> tuple[Markup, float]:
    """What the marks or the bars mean, and how high that is, px."""
    if chart.kind is ChartKind.BULLETS:
        return _lines([words(language)("stage-bullet-key")], _MARGIN, y, _SMALL, "ink-soft"), 32
    if chart.kind is not ChartKind.STACKED_BARS:
        return _NOTHING, 0
    x, start, parts = float(_MARGIN), y, []
    for series in chart.series:
        width = _MARK + 6 + text_width(series.name, _SMALL) + _GAP
        if x + width > WIDTH - _MARGIN:
            x, y = _MARGIN, y + _SMALL * _LEADING + 6
        parts.append(_moved(marks.light_mark(series.light, language, _MARK), x, y - _MARK + 3))
        parts.append(_lines([series.name], x + _MARK + 6, y, _SMALL, "ink-soft"))
        x += width
    return _NOTHING.join(parts), y - start + 32
