"""The growth figures as one picture: four small charts, each with its aim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

_WIDTH, _HEIGHT, _PANEL = 960, 230, 240


def picture(found: dict[str, Any], shares: dict[str, list[float]], aims: dict[str, float]) -> str:
    """An SVG: script time, memory and cold read over the number of plans, publishing over the months before."""
    counts = [str(count) for count in found["counts"]]
    months = shares["publish"]
    rows = found["at"][counts[-1]]["rows"][0] * int(counts[-1])
    panels = [
        ("Page script, share of one plan's", shares["script"], counts, aims["script"]),
        ("Memory, share of one plan's", shares["memory"], counts, aims["memory"]),
        ("Cold read, times bare pyarrow", shares["cold_read"], counts, aims["cold_read"]),
        ("Publish, share of the first months'", months, ["1", str(len(months))], aims["publish"]),
    ]
    drawn = Markup("").join(
        Markup('<g transform="translate({},0)">{}</g>').format(place * _PANEL, _panel(*panel))
        for place, panel in enumerate(panels)
    )
    return str(
        Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" font-family="sans-serif" font-size="12">'
            '<rect width="{0}" height="{1}" fill="#fff"/>{2}'
            '<text x="16" y="{3}" fill="#56626b">Simulated plans (演示数据), scale {4:g}, {5:,} rows at {6} plans; dashed: the aim; plans, and months before, along the bottom</text></svg>\n'
        ).format(_WIDTH, _HEIGHT, drawn, _HEIGHT - 8, found["scale"], int(rows), counts[-1])
    )


def _panel(title: str, values: Sequence[float], ends: Sequence[str], aim: float) -> Markup:
    left, right, top, bottom = 34, _PANEL - 14, 40, _HEIGHT - 48
    most = max(*values, aim) * 1.1
    places = [place / max(len(values) - 1, 1) for place in range(len(values))]

    def x(place: float) -> float:
        return left + place * (right - left)

    def y(value: float) -> float:
        return bottom - (bottom - top) * value / most

    line = " ".join(f"{x(p):.1f},{y(v):.1f}" for p, v in zip(places, values, strict=True))
    dots = Markup("").join(
        Markup('<circle cx="{:.1f}" cy="{:.1f}" r="2.5" fill="#1d4f7c"/>').format(x(p), y(v))
        for p, v in zip(places, values, strict=True)
    )
    said = Markup("").join(
        Markup('<text x="{:.1f}" y="{}" text-anchor="middle" fill="#56626b">{}</text>').format(
            x(place / max(len(ends) - 1, 1)), bottom + 16, end
        )
        for place, end in enumerate(ends)
    )
    return Markup(
        '<text x="16" y="20" font-weight="600" fill="#1d2730">{title}</text>'
        '<path d="M{l} {b}H{r}" stroke="#dfe5e9"/><path d="M{l} {a:.1f}H{r}" stroke="#b5452f" stroke-dasharray="4 3"/>'
        '<text x="{l}" y="{at:.1f}" fill="#b5452f">{aim:g}</text>'
        '<polyline points="{line}" fill="none" stroke="#1d4f7c" stroke-width="1.5"/>{dots}'
        '<text x="{r}" y="{end:.1f}" text-anchor="end" fill="#1d2730">{last:.2f}</text>{said}'
    ).format(
        title=title,
        l=left,
        r=right,
        b=bottom,
        a=y(aim),
        at=y(aim) - 4,
        aim=aim,
        line=line,
        dots=dots,
        end=y(values[-1]) - 8,
        last=values[-1],
        said=said,
    )
