"""A received boundary file (GeoJSON): checked whole, every fault at once, before anything of it is drawn.

No boundary is shipped: whoever runs the app sets the path of a file that they are allowed to show. Nothing is
fetched. A file with a fault is not used at all, for a map that is right in places is a wrong map.
"""

from __future__ import annotations

import json
import math
import os
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hengyang.remembered import remembered

#: The environment setting that names the file.
BOUNDARIES_SETTING = "HENGYANG_BOUNDARIES"
MAX_BYTES = 4_000_000
MAX_POINTS = 100_000
#: Where a feature may say which division it is.
CODE_NAMES = ("division", "adcode", "code")
_FEWEST_POINTS = 4
_SHOWN = 80

Ring = tuple[tuple[float, float], ...]
#: Outer and inner rings of all parts of one division, longitude and latitude in degrees.
Rings = tuple[Ring, ...]


@dataclass(frozen=True)
class BoundaryFault:
    """One fault: its key in labels/ (boundary-fault-<reason>), the feature as counted from 1, and what was found."""

    reason: str
    feature: int | None = None
    found: str = ""


@dataclass(frozen=True)
class Boundaries:
    """A file that may be drawn: division → rings; or its faults, and then no rings.

    source, approval: what the file says of itself (members of the collection), for the reader; empty if nothing.
    """

    rings: tuple[tuple[str, Rings], ...] = ()
    faults: tuple[BoundaryFault, ...] = ()
    source: str = ""
    approval: str = ""


def set_boundaries(divisions: tuple[str, ...]) -> Boundaries | None:
    """What the setting HENGYANG_BOUNDARIES names, checked; None when it names nothing."""
    path = os.environ.get(BOUNDARIES_SETTING, "").strip()
    if not path:
        return None
    try:
        state = Path(path).stat()
    except (OSError, ValueError):
        return Boundaries(faults=(BoundaryFault("unreadable"),))
    return _read(path, state.st_mtime_ns, state.st_size, divisions)


@remembered(4)
def _read(path: str, _changed_ns: int, _size: int, divisions: tuple[str, ...]) -> Boundaries:
    try:
        with Path(path).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return Boundaries(faults=(BoundaryFault("unreadable"),))
    return checked(content, divisions)


def checked(content: bytes, divisions: Collection[str]) -> Boundaries:
    """The boundaries in a file's bytes, or everything that is wrong with it. Never raises.

    Wanted: a FeatureCollection in longitude and latitude (degrees), one Polygon or MultiPolygon a division with
    its code in properties.division, .adcode, .code or the feature's id; each of `divisions` exactly once.
    """
    if len(content) > MAX_BYTES:
        return _refused("too_large", found=str(MAX_BYTES // 1_000_000))
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return _refused("not_json")
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        return _refused("not_collection")
    features = document.get("features")
    if not isinstance(features, list) or not features:
        return _refused("no_features")
    faults: list[BoundaryFault] = []
    found: list[tuple[str, Rings]] = []
    for at, feature in enumerate(features, start=1):
        code = _code(feature)
        if code is None:
            faults.append(BoundaryFault("no_code", at))
        elif code not in divisions:
            faults.append(BoundaryFault("unknown_code", at, code[:_SHOWN]))
        rings = _rings(feature, at, faults)
        if code in divisions:
            found.append((str(code), rings))
    counts = Counter(code for code, _ in found)
    faults += [BoundaryFault("code_twice", None, code) for code, n in counts.items() if n > 1]
    faults += [
        BoundaryFault("code_missing", None, code) for code in divisions if code not in counts
    ]
    points = sum(len(ring) for _, rings in found for ring in rings)
    if points > MAX_POINTS:
        faults.append(BoundaryFault("too_many_points", None, str(points)))
    if faults:
        return Boundaries(faults=tuple(faults))
    return Boundaries(
        rings=tuple(found), source=_text(document, "source"), approval=_text(document, "approval")
    )


def _refused(reason: str, found: str = "") -> Boundaries:
    return Boundaries(faults=(BoundaryFault(reason, None, found),))


def _text(document: dict[str, Any], name: str) -> str:
    value = document.get(name)
    return value.strip()[:_SHOWN] if isinstance(value, str) else ""


def _code(feature: object) -> str | None:
    """The code that a feature carries, a number or a text; None without one."""
    if not isinstance(feature, dict):
        return None
    properties = feature.get("properties")
    named = properties if isinstance(properties, dict) else {}
    for value in (*(named.get(name) for name in CODE_NAMES), feature.get("id")):
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12:
            return str(value)
    return None


def _rings(feature: object, at: int, faults: list[BoundaryFault]) -> Rings:
    """The rings of a feature; what is wrong with them joins the faults, once a ring and reason."""
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    coordinates = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if kind == "Polygon":
        polygons: object = [coordinates]
    elif kind == "MultiPolygon":
        polygons = coordinates
    else:
        faults.append(BoundaryFault("geometry", at, str(kind)[:_SHOWN]))
        return ()
    if not isinstance(polygons, list) or not all(
        isinstance(polygon, list) and polygon for polygon in [polygons, *polygons]
    ):
        faults.append(BoundaryFault("no_rings", at))
        return ()
    return tuple(_ring(ring, at, faults) for polygon in polygons for ring in polygon)


def _ring(ring: object, at: int, faults: list[BoundaryFault]) -> Ring:
    positions = ring if isinstance(ring, list) else []
    points = [_point(position) for position in positions]
    good = [point for point in points if point is not None]
    if len(positions) < _FEWEST_POINTS:
        faults.append(BoundaryFault("ring_short", at, str(len(positions))))
    if len(good) < len(points):
        faults.append(BoundaryFault("coordinate", at, str(len(points) - len(good))))
    elif good and good[0] != good[-1]:
        faults.append(BoundaryFault("ring_open", at))
    outside = [point for point in good if not (-180 <= point[0] <= 180 and -90 <= point[1] <= 90)]
    if outside:
        faults.append(
            BoundaryFault("out_of_range", at, f"{outside[0][0]:.10g}, {outside[0][1]:.10g}")
        )
    if len(good) >= _FEWEST_POINTS and not outside and len(set(good)) < _FEWEST_POINTS - 1:
        faults.append(BoundaryFault("ring_flat", at))
    return tuple(good)


def _point(position: object) -> tuple[float, float] | None:
    """Longitude and latitude; None when they are no finite numbers. A height behind them is ignored."""
    if not isinstance(position, list) or len(position) < 2:
        return None
    numbers = []
    for value in position[:2]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        try:
            number = float(value)
        except OverflowError:
            return None
        if not math.isfinite(number):
            return None
        numbers.append(number)
    return numbers[0], numbers[1]
