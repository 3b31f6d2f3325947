"""The charts that people explore, as plotly figures; only the modules named figures import plotly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from hengyang import labels
from hengyang.charts import palette
from hengyang.charts.quantities import quantity, target_words
from hengyang.charts.scales import as_day, finite, text_width
from hengyang.charts.trend import beside_hover, expected_hover, value_hover
from hengyang.charts.trend_layout import Trend
from hengyang.labels import Language, words
from hengyang.schema import Light

_GREY = {Light.NOT_REPORTED, Light.NOT_ASSESSED, Light.NOT_DUE}
#: Pixels of a figure: over the plot for title and legend, under it for the axis, for a row, for a line of text.
_TOP, _FOOT, _ROW, _LINE = 116, 58, 42, 330
_TITLE_LINE = 20
_SYMBOLS = {
    Light.MET: "circle",
    Light.ON_TRACK: "circle",
    Light.NEARLY: "circle-open",
    Light.BEHIND: "triangle-up",
    Light.FAR_BEHIND: "square",
    Light.OVERDUE: "diamond",
}


def trend_figure(
    *,
    row: pd.Series,
    target: pd.Series,
    history: pd.DataFrame,
    path: pd.DataFrame | None,
    as_of: date,
    language: Language,
    others: pd.DataFrame | None = None,
    mode: palette.Mode = "light",
    is_demo: bool = False,
) -> go.Figure:
    """The explorable twin of trend_svg: the same frames, the same marks, with hover and zoom.

    Without values the figure says so and estimates nothing. A demo figure carries its mark into downloads.
    """
    say, colours = words(language), palette.colours(mode)
    figure = _figure(language, mode, is_demo=is_demo, height=430)
    name, unit = str(target[f"name_{language}"]), str(target[f"unit_{language}"])
    _entitle(figure, _wrapped(f"{name} ({unit})"))
    trend = Trend(row, target, history, path, others, as_of, language, 760, 430)
    if trend.is_empty:
        _say_in_the_middle(figure, say("chart-no-data"), colours)
        return figure
    trend.measure()
    colour = _colour(row.get("light"), colours)
    _add_allowed(figure, trend, colours)
    _add_forecast(figure, trend, colour)
    if len(trend.expected) > 1:
        figure.add_scatter(
            x=[day for day, _ in trend.expected],
            y=[value for _, value in trend.expected],
            mode="lines",
            line={"color": colours["ink"], "width": 1.3, "dash": "dash"},
            name=say("chart-expected"),
            text=[_plain(expected_hover(point, unit, language)) for point in trend.expected],
            hoverinfo="text",
        )
    if trend.values:
        reported = {
            as_day(each["reference_date"]): as_day(each.get("reported_on"))
            for each in history.to_dict("records")
        }
        figure.add_scatter(
            x=[day for day, _ in trend.values],
            y=[value for _, value in trend.values],
            mode="lines+markers",
            line={"color": colour, "width": 2.4},
            marker={"size": 6 if len(trend.values) > 1 else 10, "color": colour},
            name=say("chart-actual"),
            text=[
                _plain(value_hover(point, reported.get(point[0]), unit, language))
                for point in trend.values
            ],
            hoverinfo="text",
        )
    _add_beside(figure, trend, colours)
    _add_target(figure, trend, colours)
    figure.add_shape(
        type="line",
        x0=as_of,
        x1=as_of,
        y0=0,
        y1=1,
        yref="paper",
        line={"color": colours["grey"], "dash": "dot", "width": 1},
    )
    # the target's words, at the top of the drawing, stand right of the middle
    is_beside = trend.aim is not None and trend.aim > trend.steps[-1] - 0.1 * (
        trend.steps[-1] - trend.steps[0]
    )
    share = (as_of - trend.first).days / max((trend.last - trend.first).days, 1)
    figure.add_annotation(
        x=as_of,
        y=1,
        yref="paper",
        yanchor="bottom",
        xanchor="right"
        if share > (0.4 if is_beside else 0.85)
        else "left"
        if share < 0.15
        else "center",
        text=say("chart-as-of", month=f"{as_of:%Y-%m}"),
        showarrow=False,
        font={"color": colours["ink-soft"], "size": 12},
    )
    margin = (trend.last - trend.first) * 0.03
    figure.update_xaxes(
        tickformat="%Y-%m",
        hoverformat="%Y-%m-%d",
        range=[trend.first - margin, trend.last + margin],
        nticks=6,
    )
    low, high = trend.steps[0], trend.steps[-1]
    figure.update_yaxes(range=[low - (high - low) * 0.02, high + (high - low) * 0.06])
    return figure


def _add_allowed(figure: go.Figure, trend: Trend, colours: Mapping[str, str]) -> None:
    allowed = trend.allowed()
    if allowed is None:
        return
    low, high = allowed
    figure.add_shape(
        type="rect",
        x0=0,
        x1=1,
        xref="paper",
        y0=trend.steps[0] if low is None else low,
        y1=trend.steps[-1] if high is None else high,
        fillcolor=colours["ink"],
        opacity=0.06,
        line={"width": 0},
        layer="below",
    )


def _add_forecast(figure: go.Figure, trend: Trend, colour: str) -> None:
    if trend.forecast is None or trend.deadline is None:
        return
    say = words(trend.language)
    low, middle, high = trend.forecast
    start_day, start = trend.values[-1]
    amount = quantity(float(f"{middle:.3g}"), trend.unit, trend.language)
    spoken = _plain(say("chart-forecast", value=amount))
    if high > low:
        figure.add_scatter(
            x=[start_day, trend.deadline, trend.deadline, start_day],
            y=[start, high, low, start],
            fill="toself",
            fillcolor=_see_through(colour),
            line={"width": 0},
            mode="lines",
            hoverinfo="skip",
            showlegend=False,
        )
    figure.add_scatter(
        x=[start_day, trend.deadline],
        y=[start, middle],
        mode="lines",
        line={"color": colour, "width": 1.6, "dash": "dot"},
        name=say("chart-forecast-name"),
        text=["", spoken],
        hoverinfo="text",
    )


def _add_beside(figure: go.Figure, trend: Trend, colours: Mapping[str, str]) -> None:
    """Figures that don't compare: hollow grey diamonds; arrows at the edge for those that lie beyond it."""
    if trend.others is None or not trend.beside:
        return
    say = words(trend.language)
    days, spots, symbols, texts = [], [], [], []
    for each in trend.others.to_dict("records"):
        day, value = as_day(each["reference_date"]), finite(each["value"])
        if day is None or value is None:
            continue
        days.append(day)
        spots.append(min(max(value, trend.y.low), trend.y.high))
        symbols.append(
            "diamond-open"
            if not trend.is_beyond(value)
            else "triangle-up-open"
            if value > trend.y.high
            else "triangle-down-open"
        )
        texts.append(
            _plain(
                beside_hover((day, value), str(each["comparability"]), trend.unit, trend.language)
            )
        )
    figure.add_scatter(
        x=days,
        y=spots,
        mode="markers",
        marker={
            "symbol": symbols,
            "size": 11,
            "color": colours["grey"],
            "line": {"width": 2, "color": colours["grey"]},
        },
        name=say("chart-others-name"),
        text=texts,
        hoverinfo="text",
    )


def _add_target(figure: go.Figure, trend: Trend, colours: Mapping[str, str]) -> None:
    if trend.aim is None or trend.deadline is None:
        return
    aim = target_words(trend.target, trend.language)
    text = _plain(words(trend.language)("chart-target", target=aim))
    if len(trend.expected) < 2:
        figure.add_shape(
            type="line",
            x0=0,
            x1=1,
            xref="paper",
            y0=trend.aim,
            y1=trend.aim,
            line={"color": colours["ink"], "dash": "dash", "width": 1.3},
        )
    figure.add_scatter(
        x=[trend.deadline],
        y=[trend.aim],
        mode="markers+text",
        marker={"size": 11, "symbol": "circle-open", "color": colours["ink"], "line": {"width": 2}},
        text=[text],
        textfont={"color": colours["ink"]},
        textposition="top left",
        cliponaxis=False,
        hoverinfo="text",
        showlegend=False,
    )


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
    figure = _figure(
        language, mode, is_demo=is_demo, height=_TOP + _FOOT + _ROW * max(len(rows), 3)
    )
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
            "size": 10,
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
        showticklabels=False,
        ticks="",
        range=[-0.6, len(ids) - 0.2],
        showgrid=False,
        showline=False,
    )
    for indicator in ids:
        # above its own line: a name needs the width of the figure on a phone
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=indicator,
            yanchor="bottom",
            yshift=7,
            text=_plain(_shortened(str(names[indicator]))),
            showarrow=False,
            font={"size": 13, "color": colours["ink"]},
        )
    figure.update_xaxes(range=[-7, 107], tickvals=[0, 25, 50, 75, 100], ticksuffix="%")
    figure.update_xaxes(zeroline=False, showgrid=True)
    figure.update_layout(
        title={"text": say("chart-gap")}, hovermode="closest", margin={"l": 8, "r": 12}
    )
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
        title={
            "font": {"size": 15, "color": colours["ink"]},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "pad": {"t": 10, "l": 12},
        },
        margin={"l": 56, "r": 24, "t": _TOP, "b": _FOOT},
        legend={
            "orientation": "h",
            "x": 0,
            # clear of the as-of month that stands on the plot
            "y": 1 + 22 / (height - _TOP - _FOOT),
            "yanchor": "bottom",
            "font": {"size": 12, "color": colours["ink"]},
        },
        hoverlabel={
            "bgcolor": colours["panel"],
            "bordercolor": colours["line"],
            "font": {"family": palette.FONTS, "color": colours["ink"]},
        },
        # 12,000, not 12k: thousands are written out
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
            y=0,
            xref="paper",
            yref="paper",
            xanchor="right",
            yanchor="bottom",
            # at the foot, where no title or legend of any length reaches it
            yshift=4 - _FOOT,
            showarrow=False,
            font={"size": 12, "color": colours["demo-ink"]},
            bgcolor=colours["demo-ground"],
            bordercolor=colours["demo-line"],
            borderpad=3,
        )
    return figure


def _entitle(figure: go.Figure, title: str) -> None:
    """plotly hangs a title up by its last line: with a second one everything goes down by that much."""
    room = _TITLE_LINE * title.count("<br>")
    figure.update_layout(
        title={"text": title, "pad": {"t": 10 + room, "l": 12}},
        margin={"t": _TOP + room},
        height=figure.layout.height + room,
    )


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


def _shortened(text: str, room: float = _LINE) -> str:
    while len(text) > 2 and text_width(text, 13) > room:
        text = text.rstrip("…")[:-1].rstrip() + "…"
    return text


def _wrapped(text: str) -> str:
    """A title in at most two lines that a phone has room for, escaped."""
    first = text
    while text_width(first, 15) > _LINE:
        first = first[: first.rfind(" ")] if " " in first else first[:-1]
    rest = _shortened(text[len(first) :].strip(), _LINE * 13 / 15)
    return _plain(first) + (f"<br>{_plain(rest)}" if rest else "")
