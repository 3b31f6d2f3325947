"""A deck as plain data: the screen draws it as HTML, files as native slides, charts and tables. No drawing here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hengyang.meeting.edition import Edition
from hengyang.schema import Light


class ChartKind(StrEnum):
    """How a chart is to be drawn.

    stacked_bars: a bar a category, a part a series, counts. bullets: a bar a category with a tick where it should be,
    percent. bars: plain bars. line: values over `days`.
    """

    STACKED_BARS = "stacked_bars"
    BULLETS = "bullets"
    BARS = "bars"
    LINE = "line"


@dataclass(frozen=True)
class Series:
    """One series; None is a gap, never 0.

    `colour` is a name of charts/palette.py: light-behind, theme-green, ink. `lights` gives each value its own light
    (and so colour, shape and word) where the values of one series differ in it. `is_dashed`: a path, not a measurement.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    light: Light | None = None
    lights: tuple[Light | None, ...] = ()
    is_dashed: bool = False


@dataclass(frozen=True)
class Chart:
    """A neutral chart. `categories` name the bars; a line has `days` instead, one for each value.

    `expected` are ticks, one a category, in the series' unit. `captions` are printed at the end of each bar, in words
    that are already rounded as method.md asks. Values may pass `top` or fall below 0: bars are clipped, captions are not.
    `top` is the end of the value axis (100 for percent), None for what the values ask for.
    `target` draws a level with its words; `spoken` is the whole finding, for whoever cannot see the chart.
    """

    kind: ChartKind
    spoken: str
    unit: str
    series: tuple[Series, ...]
    categories: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    expected: tuple[float | None, ...] = ()
    captions: tuple[str, ...] = ()
    top: float | None = None
    target: float | None = None
    target_words: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell of a table; a light or a change (better, worse, other) is drawn as a mark before the text."""

    text: str
    light: Light | None = None
    change: str | None = None


@dataclass(frozen=True)
class Column:
    """A column's head, its share of the width, and whether it holds numbers (set right)."""

    name: str
    share: float
    is_number: bool = False


@dataclass(frozen=True)
class DeckTable:
    """A table short enough for one slide; every row has a cell a column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Count:
    """A large number with its light and its word; without a number (None) the light's key alone."""

    value: int | None
    word: str
    light: Light | None = None


@dataclass(frozen=True)
class Slide:
    """One message. `key` names the slide for edits and links, the same in every language.

    `title` states the finding; `counts` are large numbers, `points` short sentences. `notes` are for the speaker,
    `source` says where the figures come from.
    """

    key: str
    title: str
    subtitle: str = ""
    points: tuple[str, ...] = ()
    counts: tuple[Count, ...] = ()
    chart: Chart | None = None
    table: DeckTable | None = None
    theme: str | None = None
    notes: str = ""
    source: str = ""


@dataclass(frozen=True)
class Deck:
    """A title, the stamp that every slide prints, and the slides. `stamp` is ready words: id or 未冻结, as-of, release, method,
    and 演示数据 where the figures are simulated."""

    title: str
    stamp: tuple[str, ...]
    slides: tuple[Slide, ...]
    edition: Edition
    is_simulated: bool
