"""Where labels go: inside the box, off each other, and off the lines where there is room."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

#: Kept free to the left and right of a label.
_AIR = 5.0
#: Steps of four units along a line that a label may cover where it insists on nothing else.
_TOUCHES = 3


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass
class Placer:
    """Finds room for one label after another; what was placed first stays."""

    bounds: Box
    taken: list[Box] = field(default_factory=list)
    obstacles: list[tuple[float, float]] = field(default_factory=list)

    def avoid_line(self, points: Iterable[tuple[float, float]]) -> None:
        """Keep later labels off this line where there is room."""
        walked = list(points)
        for (x0, y0), (x1, y1) in itertools.pairwise(walked):
            steps = max(int(max(abs(x1 - x0), abs(y1 - y0)) / 4), 1)
            self.obstacles += [
                (x0 + (x1 - x0) * at / steps, y0 + (y1 - y0) * at / steps)
                for at in range(steps + 1)
            ]

    def place(
        self,
        width: float,
        height: float,
        anchor: tuple[float, float],
        offsets: Iterable[tuple[float, float]] = (),
        *,
        is_strict: bool = False,
    ) -> Box | None:
        """The best box near an anchor; None when no room is left.

        offsets: wished-for places of the box's top left corner relative to the anchor, best first.
        is_strict: only a wished-for place will do, and only one that hardly touches a line.
        """
        x, y = anchor
        gap = 7.0
        wishes = list(offsets) or [
            (gap, 3.0),
            (gap, -height - 3),
            (-width - gap, -height - 3),
            (-width - gap, 3.0),
            (-width / 2, gap),
            (-width / 2, -height - gap),
        ]
        scan = [
            (across, down)
            for down in (0, -14, 14, -28, 28, -44, 44, -64, 64, -90, 90)
            for across in (gap, -width - gap, -width / 2)
        ]
        best: tuple[float, Box] | None = None
        for rank, (across, down) in enumerate(wishes if is_strict else [*wishes, *scan]):
            left = min(max(x + across, self.bounds.left), self.bounds.right - width)
            top = min(max(y + down, self.bounds.top), self.bounds.bottom - height)
            box = Box(left, top, left + width, top + height)
            airy = Box(left - _AIR, top, left + width + _AIR, top + height)
            if not self.bounds.holds(box) or any(airy.overlaps(each) for each in self.taken):
                continue
            hits = sum(
                box.left - 2 < px < box.right + 2 and box.top < py < box.bottom
                for px, py in self.obstacles
            )
            if is_strict and hits > _TOUCHES:
                continue
            cost = hits + rank * 0.8
            if best is None or cost < best[0]:
                best = (cost, box)
        if best is None:
            return None
        self.taken.append(best[1])
        return best[1]
