"""The colours and fonts, once, in a light and a dark variant.

Blue, green, amber and vermilion stay apart for colour-blind readers; every light has a shape and a word besides.
Marks keep at least 3:1 against their background, text at least 4.5:1 (tests/charts/test_palette.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from markupsafe import Markup

from hengyang.schema import Light, Theme

Mode = Literal["light", "dark"]
MODES: tuple[Mode, ...] = ("light", "dark")

FONTS = '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", sans-serif'

_SURFACES: Mapping[Mode, Mapping[str, str]] = {
    "light": {
        "ink": "#1d2730",
        "ink-soft": "#56626b",
        "ground": "#f5f7f8",
        "panel": "#ffffff",
        "line": "#dfe5e9",
        "hair": "#eef2f4",
        "hover": "#f2f6f8",
        "grey": "#858f97",
        "track": "#e6ebee",
        "focus": "#1d4f7c",
        "demo-ground": "#fff3d6",
        "demo-line": "#d99a00",
        "demo-ink": "#6b4b00",
    },
    "dark": {
        "ink": "#e6ecf0",
        "ink-soft": "#a9b5bd",
        "ground": "#12181d",
        "panel": "#1b232a",
        "line": "#2f3b44",
        "hair": "#27323a",
        "hover": "#232d35",
        "grey": "#8b969e",
        "track": "#33404a",
        "focus": "#9cc7ea",
        "demo-ground": "#4a3600",
        "demo-line": "#e0a92e",
        "demo-ink": "#ffe2a0",
    },
}
_THEMES: Mapping[Mode, Mapping[Theme, str]] = {
    "light": {
        Theme.INNOVATION: "#2f6db3",
        Theme.COORDINATION: "#7a5aa8",
        Theme.GREEN: "#26794e",
        Theme.OPENNESS: "#9a5a14",
        Theme.SHARING: "#b0445a",
    },
    "dark": {
        Theme.INNOVATION: "#7fb2ee",
        Theme.COORDINATION: "#bda2e6",
        Theme.GREEN: "#6fcf9c",
        Theme.OPENNESS: "#e0a662",
        Theme.SHARING: "#ee8fa2",
    },
}
_LIGHTS: Mapping[Mode, Mapping[Light, str]] = {
    "light": {
        Light.MET: "#1b6ca8",
        Light.ON_TRACK: "#1a9069",
        Light.NEARLY: "#1a9069",
        Light.BEHIND: "#bf8300",
        Light.FAR_BEHIND: "#c8412b",
        Light.OVERDUE: "#c8412b",
        Light.NOT_REPORTED: "#858f97",
        Light.NOT_ASSESSED: "#858f97",
        Light.NOT_DUE: "#858f97",
    },
    "dark": {
        Light.MET: "#62b0ea",
        Light.ON_TRACK: "#3fbf93",
        Light.NEARLY: "#3fbf93",
        Light.BEHIND: "#e6b031",
        Light.FAR_BEHIND: "#f0755f",
        Light.OVERDUE: "#f0755f",
        Light.NOT_REPORTED: "#8b969e",
        Light.NOT_ASSESSED: "#8b969e",
        Light.NOT_DUE: "#8b969e",
    },
}


def colours(mode: Mode) -> Mapping[str, str]:
    """Every colour of a mode by its CSS name: ink, panel, theme-green, light-behind …"""
    return MappingProxyType(
        {
            **_SURFACES[mode],
            **{f"theme-{theme}": colour for theme, colour in _THEMES[mode].items()},
            **{f"light-{light}": colour for light, colour in _LIGHTS[mode].items()},
        }
    )


def resolved(html: Markup, mode: Mode = "light") -> Markup:
    """HTML or SVG with the colours themselves for their names, for what is read without the stylesheet."""
    found = colours(mode)
    return Markup(re.sub(r"var\(--([a-z_-]+)\)", lambda name: found.get(name[1], name[0]), html))


def css_variables() -> str:
    """The colours as CSS custom properties: light by default and in print, dark under [data-theme=dark]."""
    light, dark = (
        "".join(f"--{name}:{colour};" for name, colour in colours(mode).items()) for mode in MODES
    )
    return f".hy{{font-family:{FONTS};{light}}}@media not print{{.hy[data-theme=dark]{{{dark}}}}}"


def plotly_in_print() -> str:
    """Rules that turn a figure drawn in the dark colours into the light ones, wherever plotly wrote them."""
    dark, light = colours("dark"), colours("light")
    rules: dict[str, str] = {}
    for name, colour in dark.items():
        written = ", ".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
        for what in ("fill", "stroke", "background"):
            chosen = f'.js-plotly-plot [style*="{what}: rgb({written})"]'
            rules.setdefault(chosen, f"{chosen}{{{what}:{light[name]}!important}}")
    return "".join(rules.values())
