"""The charts that people explore, as plotly figures; the only module that imports plotly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from hengyang import labels
from hengyang.charts import palette
from hengyang.charts.scales import as_day, finite
from hengyang.charts.trend import finding, quantity, series, target_words
from hengyang.labels import Language, words
from hengyang.schema import Light

#: No toolbar: its words are English and the figure can be dragged and scrolled without it.
PLOTLY_CONFIG: dict[str, object] = {
    "displayModeBar": False,
    "displaylogo": False,
    "scrollZoom": False,
    "responsive": True,
}
_GREY = {Light.NOT_REPORTED, Light.NOT_ASSESSED, Light.NOT_DUE}
_SYMBOLS = {
    Light.MET: "circle",
    Light.ON_TRACK: "circle",
    Light.NEARLY: "circle-open",
    Light.BEHIND: "triangle-up",
    Light.FAR_BEHIND: "square",
    Light.OVERDUE: "diamond",
}


def alt_text(row: pd.Series, name: str, language: Language, unit: str = "") -> str:
    """The sentence that stands for the trend where it cannot be seen."""
    return finding(row, unit, language, name=name)


def trend_figure(
    *,
    row: pd.Series,
    history: pd.DataFrame,
    path: pd.DataFrame | None,
    unit: str,
    name: str,
    as_of: date,
    language: Language,
    mode: palette.Mode = "light",
    is_demo: bool = False,
) -> go.Figure:
    """The explorable twin of trend_svg: the same values, path, target and forecast, with hover and zoom.

    Without values the figure says so and estimates nothing. A demo figure carries its mark into downloads.
    """
    say, colours = words(language), palette.colours(mode)
    figure = _figure(language, mode, is_demo=is_demo, height=420)
    values = series(history, "reference_date", "value")
    if not values:
        _say_in_the_middle(figure, say("chart-no-data"), colours)
        return figure
    colour = _colour(row.get("light"), colours)
    deadline = as_day(row.get("deadline"))
    expected = series(path, "date", "expected_value")
    forecast = [finite(row.get(f"forecast_{end}")) for end in ("low", "value", "high")]
    low, middle, high = forecast
    start_day, start = values[-1]
    if middle is not None and deadline is not None and deadline > start_day:
        low, high = middle if low is None else low, middle if high is None else high
        spoken = say("chart-forecast", value=quantity(float(f"{middle:.3g}"), unit, language))
        figure.add_scatter(
            x=[start_day, deadline, deadline, start_day],
            y=[start, high, low, start],
            fill="toself",
            fillcolor=_see_through(colour),
            line={"width": 0},
            mode="lines",
            name=say("chart-forecast-name"),
            text=spoken,
            hoverinfo="text",
        )
    if len(expected) > 1:
        figure.add_scatter(
            x=[day for day, _ in expected],
            y=[value for _, value in expected],
            mode="lines",
            line={"color": colours["ink"], "width": 1.3, "dash": "dash"},
            name=say("chart-expected"),
            text=[
                say(
                    "chart-point-expected",
                    day=labels.day(day, language),
                    value=quantity(value, unit, language),
                )
                for day, value in expected
            ],
            hoverinfo="text",
        )
    figure.add_scatter(
        x=[day for day, _ in values],
        y=[value for _, value in values],
        mode="lines+markers",
        line={"color": colour, "width": 2.4},
        marker={"size": 6, "color": colour},
        name=say("chart-actual"),
        text=[
            say(
                "chart-point",
                day=labels.day(day, language),
                value=quantity(value, unit, language),
            )
            for day, value in values
        ],
        hoverinfo="text",
    )
    aim = finite(row.get("aim"))
    aim = finite(row.get("target")) if aim is None else aim
    if aim is not None and deadline is not None:
        text = say("chart-target", target=target_words(row, unit, language) or "")
        figure.add_scatter(
            x=[deadline],
            y=[aim],
            mode="markers+text",
            marker={
                "size": 11,
                "symbol": "circle-open",
                "color": colours["ink"],
                "line": {"width": 2},
            },
            text=[text],
            textposition="top left",
            cliponaxis=False,
            name=text,
            hoverinfo="text",
            showlegend=False,
        )
    figure.add_shape(
        type="line",
        x0=as_of,
        x1=as_of,
        y0=0,
        y1=1,
        yref="paper",
        line={"color": colours["grey"], "dash": "dot", "width": 1},
    )
    figure.add_annotation(
        x=as_of,
        y=1,
        yref="paper",
        yanchor="bottom",
        text=say("chart-as-of", month=f"{as_of:%Y-%m}"),
        showarrow=False,
        font={"color": colours["ink-soft"], "size": 12},
    )
    figure.update_layout(title={"text": f"{_plain(name)} ({_plain(unit)})"})
    figure.update_xaxes(tickformat="%Y-%m", hoverformat="%Y-%m-%d")
    return figure


def gap_figure(
    lights: pd.DataFrame,
    *,
    names: Mapping[str, str] | pd.Series,
    language: Language,
    mode: palette.Mode = "light",
    is_demo: bool = False,
) -> go.Figure:
    """Attainment against expectation, one dumbbell an indicator, furthest behind on top.

    lights: rows of indicator_lights; those without both percentages have no gap and are left out.
    Positions are clipped to -5..105 percent, the hover says the full number.
    """
    say, colours = words(language), palette.colours(mode)
    rows = lights[lights["attainment_pct"].notna() & lights["expected_pct"].notna()]
    rows = rows.sort_values("gap_points", ascending=False)
    figure = _figure(language, mode, is_demo=is_demo, height=110 + 28 * max(len(rows), 3))
    if rows.empty:
        _say_in_the_middle(figure, say("chart-gap-none"), colours)
        return figure
    ids = rows["indicator"].tolist()
    actual = [_clipped(value) for value in rows["attainment_pct"]]
    expected = [_clipped(value) for value in rows["expected_pct"]]
    lines_x: list[float | None] = []
    lines_y: list[str | None] = []
    for indicator, begin, end in zip(ids, actual, expected, strict=True):
        lines_x += [begin, end, None]
        lines_y += [indicator, indicator, None]
    figure.add_scatter(
        x=lines_x,
        y=lines_y,
        mode="lines",
        line={"color": colours["grey"], "width": 2},
        hoverinfo="skip",
        showlegend=False,
    )
    figure.add_scatter(
        x=expected,
        y=ids,
        mode="markers",
        marker={
            "symbol": "line-ns-open",
            "size": 13,
            "color": colours["ink"],
            "line": {"width": 2},
        },
        name=say("chart-expected-share"),
        hoverinfo="skip",
    )
    hovers = [
        "<br>".join(
            [
                _plain(names[row["indicator"]]),
                say(
                    "chart-finding-attainment",
                    attainment=labels.percent_floored(row["attainment_pct"], language),
                    expected=labels.percent_floored(row["expected_pct"], language),
                ),
                say("chart-gap-hover", gap=labels.number(row["gap_points"], language, 1)),
                say(f"light-{row['light']}") if isinstance(row["light"], str) else "",
            ]
        )
        for row in rows.to_dict("records")
    ]
    for light in dict.fromkeys(rows["light"].astype("object")):
        chosen = [at for at, each in enumerate(rows["light"]) if each == light]
        if not chosen:
            continue
        figure.add_scatter(
            x=[actual[at] for at in chosen],
            y=[ids[at] for at in chosen],
            mode="markers",
            marker={
                "symbol": _SYMBOLS.get(Light(light), "circle-open-dot"),
                "size": 11,
                "color": _colour(light, colours),
                "line": {"width": 2, "color": _colour(light, colours)},
            },
            name=say(f"light-{light}"),
            text=[hovers[at] for at in chosen],
            hoverinfo="text",
        )
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=ids,
        tickmode="array",
        tickvals=ids,
        ticktext=[_shortened(_plain(names[indicator])) for indicator in ids],
        automargin=True,
        showgrid=False,
    )
    figure.update_xaxes(range=[-6, 106], ticksuffix="%", zeroline=False)
    figure.update_layout(title={"text": say("chart-gap")}, hovermode="closest")
    return figure


def _figure(language: Language, mode: palette.Mode, *, is_demo: bool, height: int) -> go.Figure:
    colours = palette.colours(mode)
    figure = go.Figure()
    figure.update_layout(
        template="none",
        height=height,
        paper_bgcolor=colours["panel"],
        plot_bgcolor=colours["panel"],
        font={"family": palette.FONTS, "size": 13, "color": colours["ink"]},
        title={"font": {"size": 15}, "x": 0, "xref": "paper", "y": 0.98, "yanchor": "top"},
        margin={"l": 60, "r": 24, "t": 84, "b": 44},
        legend={"orientation": "h", "x": 0, "y": 1.06, "yanchor": "bottom", "font": {"size": 12}},
        hoverlabel={
            "bgcolor": colours["panel"],
            "bordercolor": colours["line"],
            "font": {"family": palette.FONTS, "color": colours["ink"]},
        },
        # 1.2万, not 12k: thousands are written out
        separators=".,",
        meta={"is_demo": is_demo, "language": language},
    )
    axis = {
        "gridcolor": colours["hair"],
        "linecolor": colours["line"],
        "zerolinecolor": colours["line"],
        "exponentformat": "none",
        "separatethousands": True,
    }
    figure.update_xaxes(**axis, showgrid=False)
    figure.update_yaxes(**axis)
    if is_demo:
        figure.add_annotation(
            text=words(language)("chart-demo"),
            x=1,
            y=1,
            xref="paper",
            yref="paper",
            xanchor="right",
            yanchor="bottom",
            yshift=34,
            showarrow=False,
            font={"size": 12, "color": colours["demo-ink"]},
            bgcolor=colours["demo-ground"],
            bordercolor=colours["demo-line"],
            borderpad=3,
        )
    return figure


def _say_in_the_middle(figure: go.Figure, text: str, colours: Mapping[str, str]) -> None:
    figure.add_annotation(
        text=text,
        x=0.5,
        y=0.5,
        xref="paper",
        yref="paper",
        showarrow=False,
        font={"size": 14, "color": colours["ink-soft"]},
    )
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)


def _colour(light: object, colours: Mapping[str, str]) -> str:
    if not isinstance(light, str) or Light(light) in _GREY:
        return colours["ink-soft"]
    return colours[f"light-{Light(light)}"]


def _see_through(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.16)"


def _clipped(value: float) -> float:
    return min(max(float(value), -5.0), 105.0)


def _plain(text: str) -> str:
    """Text for plotly, which reads a few HTML tags in titles and hovers."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _shortened(text: str) -> str:
    return text if len(text) <= 26 else text[:25] + "…"
