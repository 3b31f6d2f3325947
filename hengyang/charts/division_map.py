"""The twelve divisions as a map: schematic tiles of our own, or the shapes of a file that was set and checked.

Every part is a link, says its figure in words, and has its lights as colour, shape and number.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from hengyang.charts import marks
from hengyang.charts.scales import text_width
from hengyang.delivery import Boundaries
from hengyang.delivery.boundaries import Ring, Rings
from hengyang.labels import Language, words
from hengyang.progress.lights import BAR_ORDER
from hengyang.schema import Light

_NOTHING = Markup("")

#: Where each tile stands: column, row. Schematic: who lies north, south, east, west of whom; no boundary, no area.
PLACES: Mapping[str, tuple[float, float]] = {
    "430412": (1, 0),  # Nanyue, north
    "430423": (2, 0),  # Hengshan, north
    "430421": (0, 1),  # Hengyang County, west and north-west
    "430407": (1, 1),  # Shigu: the four city districts stand in the middle
    "430405": (2, 1),  # Zhuhui
    "430424": (3, 1),  # Hengdong, north-east
    "430426": (0, 2.5),  # Qidong, south-west
    "430408": (1, 2),  # Zhengxiang
    "430406": (2, 2),  # Yanfeng
    "430422": (1.5, 3),  # Hengnan, south of the city
    "430482": (1, 4),  # Changning, south
    "430481": (2, 4),  # Leiyang, south-east
}
_WIDTH, _HEIGHT, _GAP = 106, 74, 5
_COLUMNS, _ROWS = 4, 5
_SHAPE_WIDTH = 440
_SIZE, _SMALL = 15, 13
#: The coloured lights from the worst, then the grey ones.
_WORST_FIRST = (*reversed(BAR_ORDER[:6]), *BAR_ORDER[6:])
#: How much of the accent lies in the deepest tint, so that text on it stays readable in both themes.
_DEEPEST_PCT = 38


@dataclass(frozen=True)
class Painted:
    """One division as it is drawn: what it is called, what it says, where it leads.

    share: 0–1, how deep the tint is; None leaves it untinted. is_reported False: hatched, no figure.
    lights: how many of each, drawn as marks and a bar; None for views that are not about lights.
    """

    division: str
    name: str
    figure: str
    href: str
    share: float | None = None
    is_reported: bool = True
    is_chosen: bool = False
    lights: Mapping[Light, int] | None = None


def tile_map(painted: Sequence[Painted], language: Language) -> Markup:
    """The schematic map."""
    tiles = _NOTHING.join(_tile(each, language) for each in painted)
    width = _COLUMNS * (_WIDTH + _GAP) - _GAP + 4
    height = _ROWS * (_HEIGHT + _GAP) - _GAP + 4
    return _svg(tiles, width, height, language)


def _svg(content: Markup, width: float, height: float, language: Language) -> Markup:
    return Markup(
        '<svg class="dm" viewBox="-2 -2 {w:.0f} {h:.0f}" role="group" aria-label="{label}" fill="var(--ink)">'
        '<defs><pattern id="dm-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="7" height="7" fill="var(--panel)"/><path d="M0 0V7" stroke="var(--line)" stroke-width="3"/></pattern></defs>'
        "{content}</svg>"
    ).format(w=width, h=height, label=words(language)("map-label"), content=content)


def _fill(each: Painted) -> Markup:
    """Fill and its opacity: the accent laid thin over the ground, which paper knows as well as browsers do."""
    if not each.is_reported:
        return Markup('fill="url(#dm-hatch)"')
    if each.share is None:
        return Markup('fill="var(--panel)"')
    depth_pct = 4 + (_DEEPEST_PCT - 4) * min(max(each.share, 0.0), 1.0)
    return Markup('fill="var(--focus)" fill-opacity="{:.2f}"').format(depth_pct / 100)


def _spoken(each: Painted, language: Language) -> str:
    say = words(language)
    parts = [each.name, each.figure]
    parts += [
        say("mark-count", light=say(f"light-{light}"), count=str(each.lights[light]))
        for light in _WORST_FIRST
        if each.lights and each.lights.get(light)
    ]
    return say("mark-separator").join(parts)


def _link(each: Painted, content: Markup, language: Language) -> Markup:
    current = Markup(' aria-current="true"') if each.is_chosen else _NOTHING
    return Markup('<a href="{}" aria-label="{}"{}><title>{}</title>{}</a>').format(
        each.href, _spoken(each, language), current, _spoken(each, language), content
    )


def _tile(each: Painted, language: Language) -> Markup:
    column, row = PLACES[each.division]
    x, y = column * (_WIDTH + _GAP), row * (_HEIGHT + _GAP)
    lines = _lines(each.name, _WIDTH - 14)
    size = _SIZE if len(lines) == 1 else _SMALL
    parts = [
        Markup('<rect class="dm-t" x="{}" y="{}" width="{}" height="{}" rx="5" {}/>').format(
            x, y, _WIDTH, _HEIGHT, _fill(each)
        )
    ]
    step = size + 1
    below = y + (19 if len(lines) == 1 else 15)
    for at, line in enumerate(lines):
        parts.append(_text(x + 7, below + at * step, line, size, is_bold=True))
    below += len(lines) * step + (4 if len(lines) == 1 else 1)
    parts.append(_text(x + 7, below, each.figure, _SMALL, is_soft=each.lights is not None))
    if each.lights and sum(each.lights.values()):
        parts.append(_marks(each.lights, x + 7, y + _HEIGHT - 24, _WIDTH - 10, language))
        parts.append(_bar(each.lights, x + 7, y + _HEIGHT - 8, _WIDTH - 14))
    return _link(each, _NOTHING.join(parts), language)


def _lines(name: str, room: float) -> list[str]:
    """The name on one line where it fits, else broken at its last space."""
    if text_width(name, _SIZE, is_bold=True) <= room or " " not in name:
        return [name]
    return name.rsplit(" ", 1)


def _text(
    x: float,
    y: float,
    text: str,
    size: int,
    *,
    is_bold: bool = False,
    is_soft: bool = False,
    anchor: str = "start",
) -> Markup:
    return Markup(
        '<text x="{:.1f}" y="{:.1f}" font-size="{}" font-weight="{}" text-anchor="{}" fill="{}">{}</text>'
    ).format(
        x,
        y,
        size,
        700 if is_bold else 400,
        anchor,
        "var(--ink-soft)" if is_soft else "var(--ink)",
        text,
    )


def _marks(
    lights: Mapping[Light, int], x: float, y: float, room: float, language: Language
) -> Markup:
    """The worst lights first with their numbers, as many as have room, and how many projects stand behind those left out."""
    there = [light for light in _WORST_FIRST if lights.get(light)]
    parts, at = [], 0.0
    for place, light in enumerate(there):
        number = str(lights[light])
        width = 12 + text_width(number, 12)
        rest = sum(lights[other] for other in there[place:])
        is_last = place == len(there) - 1
        # the last may take the whole room, any other leaves some for what would stand for the rest
        beside = 0.0 if is_last else 4 + text_width(f"+{rest - lights[light]}", 12)
        if at + width + beside > room:
            parts.append(_text(x + at, y + 9.5, f"+{rest}", 12, is_soft=True))
            break
        parts.append(
            Markup('<g transform="translate({:.1f} {:.1f})" aria-hidden="true">{}{}</g>').format(
                x + at, y, marks.light_mark(light, language, 10), _text(12, 9.5, number, 12)
            )
        )
        at += width + 4
    return _NOTHING.join(parts)


def _bar(lights: Mapping[Light, int], x: float, y: float, width: float) -> Markup:
    total = sum(lights.values())
    parts, start = [], x
    for light in BAR_ORDER:
        length = width * lights.get(light, 0) / total
        if length:
            is_grey = light in (Light.NOT_REPORTED, Light.NOT_ASSESSED, Light.NOT_DUE)
            parts.append(
                Markup(
                    '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="4" fill="var(--light-{})" opacity="{}"/>'
                ).format(start, y, max(length - 0.8, 0.6), light.value, 0.5 if is_grey else 1)
            )
        start += length
    return _NOTHING.join(parts)


def shape_map(painted: Sequence[Painted], boundaries: Boundaries, language: Language) -> Markup:
    """The divisions in the shapes of a checked file, equirectangular, true in proportion at its middle latitude.

    A name stands in its shape where it fits; every name is on hover, read out, and in the table beside.
    """
    shapes = dict(boundaries.rings)
    points = [point for rings in shapes.values() for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrowing = math.cos(math.radians((south + north) / 2))
    across, up = max((east - west) * narrowing, 1e-9), max(north - south, 1e-9)
    scale = _SHAPE_WIDTH / max(across, up)

    def place(point: tuple[float, float]) -> tuple[float, float]:
        return (point[0] - west) * narrowing * scale, (north - point[1]) * scale

    drawn = {
        division: tuple(tuple(map(place, ring)) for ring in rings)
        for division, rings in shapes.items()
    }
    parts = [_shape(each, drawn[each.division], language) for each in painted]
    return _svg(_NOTHING.join(parts), across * scale + 4, up * scale + 4, language)


def _shape(each: Painted, rings: Rings, language: Language) -> Markup:
    outline = " ".join(_outline(ring) for ring in rings)
    largest = max(rings, key=lambda ring: abs(_area_and_centre(ring)[0]))
    _, (x, y) = _area_and_centre(largest)
    room = max(px for px, _ in largest) - min(px for px, _ in largest)
    parts = [
        Markup('<path class="dm-t dm-s" fill-rule="evenodd" d="{}" {}/>').format(
            outline, _fill(each)
        )
    ]
    has_name = text_width(each.name, 11, is_bold=True) <= room
    if each.lights:
        width = min(room * 0.8, _WIDTH)
        parts.append(
            _marks(each.lights, x - width / 2, y + (18 if has_name else -5), width, language)
        )
    if has_name:
        parts.append(_text(x, y, each.name, 11, is_bold=True, anchor="middle"))
        if text_width(each.figure, 10) <= room:
            parts.append(_text(x, y + 13, each.figure, 10, anchor="middle"))
    return _link(each, _NOTHING.join(parts), language)


def _outline(ring: Ring) -> str:
    """The ring as a path, without points that nobody could tell apart."""
    kept: list[tuple[float, float]] = []
    for point in ring:
        if not kept or math.dist(kept[-1], point) >= 0.6:
            kept.append(point)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"


def _area_and_centre(ring: Ring) -> tuple[float, tuple[float, float]]:
    """Signed area and centre of gravity of a closed ring; of one without area the middle of its points."""
    twice, x, y = 0.0, 0.0, 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        twice, x, y = twice + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    if abs(twice) < 1e-9:
        count = len(ring)
        return 0.0, (sum(px for px, _ in ring) / count, sum(py for _, py in ring) / count)
    return twice / 2, (x / (3 * twice), y / (3 * twice))
