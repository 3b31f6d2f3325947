"""Plotly figures as pictures people take away: the stamp drawn into them, one button that hands them out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import plotly.graph_objects as go
from markupsafe import escape

from hengyang.charts import palette
from hengyang.charts.scales import wrapped
from hengyang.labels import Language, words

PictureKind = Literal["png", "svg"]
PICTURE_KINDS: tuple[PictureKind, ...] = ("png", "svg")
#: Px of a picture and of a line of its stamp; a PNG has `_SCALE` times as many, which is 300 to the inch on A4.
_WIDTH, _SCALE, _LINE, _SIZE = 1000, 3, 15, 11
#: The narrowest figure, on a phone, less its borders.
_ROOM = 320
#: What plotly calls its button, by kind of picture.
_BUTTONS = {"png": "Download plot as a PNG", "svg": "Download plot"}


def stamped(figure: go.Figure, lines: Sequence[str], mode: palette.Mode) -> go.Figure:
    """The figure, higher by a foot that says whose numbers it shows; the plot stays as large as it was."""
    parts = [str(escape(part)) for line in lines for part in wrapped(line, _SIZE, _ROOM)]
    margin, room = figure.layout.margin, _LINE * len(parts)
    figure.add_annotation(
        text="<br>".join(parts),
        x=0,
        y=0,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        align="left",
        xshift=8 - margin.l,
        yshift=2 - margin.b - room,
        showarrow=False,
        font={"size": _SIZE, "color": palette.colours(mode)["ink-soft"]},
    )
    figure.update_layout(
        height=figure.layout.height + room,
        margin={"b": margin.b + room},
        modebar={
            "bgcolor": "rgba(0,0,0,0)",
            "color": palette.colours(mode)["ink-soft"],
            "activecolor": palette.colours(mode)["ink"],
        },
    )
    return figure


def config(
    figure: go.Figure, name: str, kind: PictureKind, language: Language
) -> dict[str, object]:
    """How plotly shows the figure: nothing but the button that hands it out under a name (without its ending)."""
    locale = f"{language}-picture"
    return {
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "displaylogo": False,
        "scrollZoom": False,
        "responsive": True,
        "toImageButtonOptions": {
            "format": kind,
            "filename": name,
            "width": _WIDTH,
            "height": figure.layout.height,
            "scale": _SCALE if kind == "png" else 1,
        },
        # plotly's own words are English ones about plots
        "locale": locale,
        "locales": {
            locale: {
                "dictionary": {_BUTTONS[kind]: words(language)("chart-picture", kind=kind.upper())},
                "format": {},
            }
        },
    }
