"""Neutral charts → native charts of a presentation: their numbers lie in an embedded workbook, to go on editing."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from hengyang.exports.light_words import SIGNS
from hengyang.exports.slides_master import POINT, colour
from hengyang.exports.slides_text import LINE_SPACING, line_count, speak, width_points
from hengyang.labels import Language, number, words
from hengyang.meeting.deck import Chart, ChartKind, Series
from hengyang.schema import Light

#: Lights that share a colour with another one: patterns and outlines tell them apart where shapes have no room.
_HOLLOW = (Light.NEARLY, Light.NOT_DUE)
_HATCHED = {Light.OVERDUE: "wdUpDiag", Light.NOT_ASSESSED: "pct40"}
#: Whose text is dark: their ground is pale.
_DARK_TEXT_ON = (*_HOLLOW, *_HATCHED, Light.BEHIND)
_MARKERS = {
    Light.MET: "circle",
    Light.ON_TRACK: "circle",
    Light.NEARLY: "circle",
    Light.BEHIND: "triangle",
    Light.FAR_BEHIND: "square",
    Light.OVERDUE: "diamond",
    Light.NOT_REPORTED: "dash",
    Light.NOT_ASSESSED: "circle",
    Light.NOT_DUE: "circle",
}
_LABEL_POINTS = 12
#: Names of bars are larger where there is room.
_NAME_SIZES = (14, 13, 12, 11, 10)
#: What the bars have of the chart's height, above a legend.
_PLOT_SHARE = 0.84
#: Shares of the chart's width: what names take at most; room for a caption behind the longest bar.
_MOST_FOR_NAMES, _CAPTION_ROOM = 0.38, 1.36


def insert_chart(placeholder: Any, chart: Chart, language: Language) -> Any:
    """Draws the chart into a chart placeholder; the graphic frame that took its place."""
    from pptx.enum.chart import XL_CHART_TYPE

    kinds = {
        ChartKind.STACKED_BARS: XL_CHART_TYPE.BAR_STACKED,
        ChartKind.BULLETS: XL_CHART_TYPE.BAR_CLUSTERED,
        ChartKind.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
        ChartKind.LINE: XL_CHART_TYPE.LINE_MARKERS,
    }
    width = placeholder.width
    size = _name_points(chart, width, placeholder.height, language)
    frame = placeholder.insert_chart(kinds[chart.kind], _data(chart, language))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", chart.spoken)
    drawn = frame.chart
    drawn.has_title = False
    drawn.font.size = _points(size)
    drawn.font.color.rgb = _rgb("ink")
    _legend(drawn, chart)
    if chart.kind is ChartKind.LINE:
        _finish_line(drawn, chart, language)
    else:
        _finish_bars(drawn, chart, language)
        _keep_room_for_names(drawn, chart, width, size, language)
        _name_every_bar(drawn.category_axis)
    speak(drawn._chartSpace, language, is_on_slide=False)
    return frame


def _data(chart: Chart, language: Language) -> Any:
    from pptx.chart.data import CategoryChartData

    data = CategoryChartData(number_format="General")
    if chart.kind is ChartKind.LINE:
        data.categories = chart.days
    else:
        data.categories = [_category(chart, at, language) for at in range(len(chart.categories))]
    for series in chart.series:
        data.add_series(_series_name(series), series.values)
    if any(value is not None for value in chart.expected):
        data.add_series(words(language)("slides-expected"), chart.expected)
    if chart.target is not None:
        data.add_series(chart.target_words, [chart.target] * len(chart.days))
    return data


def _category(chart: Chart, at: int, language: Language) -> str:
    """A bar's name; what a stacked bar, or one without a length, has to say stands behind it."""
    name = chart.categories[at]
    if not chart.captions:
        return name
    has_bar = chart.kind is not ChartKind.STACKED_BARS and chart.series[0].values[at] is not None
    return name if has_bar else f"{name}\n{_caption(chart, at, language)}"


def _caption(chart: Chart, at: int, language: Language) -> str:
    """What a bar says: its light as shape and word where each bar has its own, then its caption."""
    lights = chart.series[0].lights if chart.series else ()
    light = lights[at] if lights else None
    if light is None:
        return chart.captions[at]
    word, caption = words(language)(f"light-{light}"), chart.captions[at]
    # 未报送 / 50 公里 says the word already
    return (
        f"{SIGNS[light]} {caption}"
        if caption.startswith(word)
        else f"{SIGNS[light]} {word} {caption}"
    )


def _series_name(series: Series) -> str:
    return series.name if series.light is None else f"{SIGNS[series.light]} {series.name}"


def _legend(drawn: Any, chart: Chart) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION

    is_one = len(chart.series) == 1 and chart.target is None and not chart.expected
    drawn.has_legend = not (chart.kind is ChartKind.BARS and is_one)
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
        drawn.legend.font.size = _points(_LABEL_POINTS)


def _finish_bars(drawn: Any, chart: Chart, language: Language) -> None:
    is_stacked = chart.kind is ChartKind.STACKED_BARS
    plot = drawn.plots[0]
    plot.gap_width = 45 if is_stacked else 70
    plot.overlap = 100
    top = chart.top or max(_known(chart), default=1.0) or 1.0
    drawn.category_axis.reverse_order = True
    drawn.category_axis.format.line.color.rgb = _rgb("line")
    _ticks_off(drawn.category_axis)
    axis = drawn.value_axis
    axis.minimum_scale = 0
    axis.maximum_scale = top if is_stacked else top * _CAPTION_ROOM
    axis.has_major_gridlines = chart.kind is ChartKind.BULLETS
    _ticks_off(axis)
    if chart.kind is ChartKind.BULLETS:
        axis.major_unit = top / 4
        axis.major_gridlines.format.line.color.rgb = _rgb("hair")
        axis.tick_labels.number_format = f'[<={top:g}]0"{chart.unit}";""'
        axis.tick_labels.number_format_is_linked = False
        axis.tick_labels.font.size = _points(10)
        axis.format.line.fill.background()
        # the categories run downwards; the numbers still stand below
        _cross_at_the_end(axis)
    else:
        axis.visible = False
    for at, series in enumerate(chart.series):
        _paint(plot.series[at].format, series.light, colour(series.colour))
        _label_bars(plot.series[at], series, chart, is_stacked, language)
    if len(plot.series) > len(chart.series):
        behind = plot.series[len(chart.series)]
        behind.format.fill.solid()
        behind.format.fill.fore_color.rgb = _rgb("track")
        behind.format.line.color.rgb = _rgb("grey")
        _bars_before_bars(drawn, len(chart.series))


def _label_bars(
    drawn: Any, series: Series, chart: Chart, is_stacked: bool, language: Language
) -> None:
    from pptx.enum.chart import XL_LABEL_POSITION

    if is_stacked:
        labels = drawn.data_labels
        labels.show_value = True
        labels.number_format, labels.number_format_is_linked = "0;;;", False
        labels.font.size, labels.font.bold = _points(14), True
        is_dark = series.light in _DARK_TEXT_ON
        labels.font.color.rgb = _rgb("ink" if is_dark else "panel")
        for at, value in enumerate(series.values):
            if value == 0:
                # nobody's part has no outline either
                drawn.points[at].format.line.fill.background()
        return
    for at, value in enumerate(series.values):
        light = series.lights[at] if series.lights else series.light
        if value is None:
            continue
        if series.lights and light is not None:
            _paint(drawn.points[at].format, light, colour(f"light-{light}"))
        label = drawn.points[at].data_label
        label.has_text_frame = True
        text = (
            _caption(chart, at, language)
            if chart.captions
            else f"{number(value, language)} {chart.unit}"
        )
        label.text_frame.text = text
        label.text_frame.word_wrap = False
        label.position = XL_LABEL_POSITION.OUTSIDE_END
        run = label.text_frame.paragraphs[0].runs[0]
        run.font.size, run.font.color.rgb = _points(_LABEL_POINTS), _rgb("ink")


def _finish_line(drawn: Any, chart: Chart, language: Language) -> None:
    from pptx.enum.chart import XL_TICK_LABEL_POSITION
    from pptx.enum.dml import MSO_LINE_DASH_STYLE

    axis, days = drawn.value_axis, drawn.category_axis
    axis.major_gridlines.format.line.color.rgb = _rgb("hair")
    axis.format.line.fill.background()
    axis.tick_labels.number_format = "#,##0.##"
    axis.tick_labels.number_format_is_linked = False
    if min(_known(chart), default=0.0) >= 0:
        axis.minimum_scale = 0
    axis.has_title = True
    axis.axis_title.text_frame.text = chart.unit
    axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = _points(_LABEL_POINTS)
    # upright: a Chinese unit is read from above, not from the side
    axis.axis_title.text_frame._txBody.bodyPr.set("rot", "0")
    axis.axis_title.text_frame._txBody.bodyPr.set("vert", "horz")
    _ticks_off(axis)
    _ticks_off(days)
    days.format.line.color.rgb = _rgb("line")
    days.tick_labels.number_format = "yyyy-mm"
    days.tick_labels.number_format_is_linked = False
    days.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _every_half_year(days)
    for at, series in enumerate(chart.series):
        line = drawn.plots[0].series[at]
        line.smooth = False
        line.format.line.color.rgb = _rgb_of(colour(series.colour))
        line.format.line.width = _points(1.75 if series.is_dashed else 2.75)
        if series.is_dashed:
            line.format.line.dash_style = MSO_LINE_DASH_STYLE.DASH
        _mark_points(line, series)
    if chart.target is not None:
        level = drawn.plots[0].series[len(chart.series)]
        level.smooth = False
        level.format.line.color.rgb = _rgb("focus")
        level.format.line.width = _points(1.25)
        level.format.line.dash_style = MSO_LINE_DASH_STYLE.ROUND_DOT
        level.marker.style = _marker("none")
    _span_gaps(drawn)


def _mark_points(line: Any, series: Series) -> None:
    if series.is_dashed:
        line.marker.style = _marker("none")
        return
    last = max((at for at, value in enumerate(series.values) if value is not None), default=None)
    line.marker.style, line.marker.size = _marker("circle"), 5
    line.marker.format.fill.solid()
    line.marker.format.fill.fore_color.rgb = _rgb_of(colour(series.colour))
    line.marker.format.line.color.rgb = _rgb_of(colour(series.colour))
    # the last value has the light, in its shape and size
    light = series.light if not series.lights or last is None else series.lights[last]
    if last is not None and light is not None:
        marker = line.points[last].marker
        marker.style, marker.size = _marker(_MARKERS[light]), 12
        _paint(marker.format, light, colour(f"light-{light}"))


def _marker(name: str) -> Any:
    from pptx.enum.chart import XL_MARKER_STYLE

    return XL_MARKER_STYLE[name.upper()]


def _paint(part: Any, light: Light | None, ink: str) -> None:
    """A light's colour as a fill; hollow or hatched where another light has the same colour."""
    from pptx.enum.dml import MSO_PATTERN_TYPE

    fill, line = part.fill, part.line
    line.color.rgb = _rgb_of(ink)
    if light in _HOLLOW:
        fill.solid()
        fill.fore_color.rgb = _rgb("panel")
        line.width = _points(2)
    elif light in _HATCHED:
        fill.patterned()
        fill.pattern = MSO_PATTERN_TYPE.from_xml(_HATCHED[light])
        fill.fore_color.rgb, fill.back_color.rgb = _rgb_of(ink), _rgb("panel")
    else:
        fill.solid()
        fill.fore_color.rgb = _rgb_of(ink)


def _bars_before_bars(drawn: Any, count: int) -> None:
    """Draws what should be as wide pale bars, and before them, on axes of their own, what is, as narrow ones.

    count: how many series say what is; those behind it say what should be. A bullet, in native parts only.
    """
    plot_area = drawn._chartSpace.chart.plotArea
    behind = plot_area.find(_qn("c:barChart"))
    before = deepcopy(behind)
    for at, series in enumerate(behind.findall(_qn("c:ser"))):
        if at < count:
            behind.remove(series)
    for at, series in enumerate(before.findall(_qn("c:ser"))):
        if at >= count:
            before.remove(series)
    behind.find(_qn("c:gapWidth")).set("val", "45")
    before.find(_qn("c:gapWidth")).set("val", "170")
    behind.addnext(before)
    axes = [plot_area.find(_qn(name)) for name in ("c:catAx", "c:valAx")]
    renamed = {
        axis.find(_qn("c:axId")).get("val"): str(9_000_001 + at) for at, axis in enumerate(axes)
    }
    for reference in before.findall(_qn("c:axId")):
        reference.set("val", renamed[reference.get("val")])
    last = axes[-1]
    for axis in axes:
        second = deepcopy(axis)
        for name in ("c:axId", "c:crossAx"):
            part = second.find(_qn(name))
            part.set("val", renamed[part.get("val")])
        second.find(_qn("c:delete")).set("val", "1")
        for lines in second.findall(_qn("c:majorGridlines")):
            second.remove(lines)
        last.addnext(second)
        last = second


def _cross_at_the_end(value_axis: Any) -> None:
    """The value axis below, although the categories run downwards."""
    value_axis._element.find(_qn("c:crosses")).set("val", "max")


def _name_points(chart: Chart, width: int, height: int, language: Language) -> int:
    """The largest size in which every bar's name, wrapped, stays beside its bar. `width`, `height` in EMU."""
    names = [_category(chart, at, language) for at in range(len(chart.categories))]
    if not names:
        return _NAME_SIZES[0]
    room = height * _PLOT_SHARE / len(names) / POINT
    for size in _NAME_SIZES:
        lines = max(line_count(name, size, round(width * _MOST_FOR_NAMES)) for name in names)
        if lines * size * LINE_SPACING <= room:
            return size
    return _NAME_SIZES[-1]


def _name_every_bar(axis: Any) -> None:
    """Without it a reader of the file leaves out every other name where they stand close."""
    from pptx.oxml import parse_xml

    skip = parse_xml(
        '<c:tickLblSkip xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" val="1"/>'
    )
    axis._element.find(_qn("c:noMultiLvlLbl")).addprevious(skip)


def _keep_room_for_names(
    drawn: Any, chart: Chart, width: int, size: int, language: Language
) -> None:
    """Fixes where the bars begin: names wrap in what is left of it, and are never cut. `width` in EMU."""
    from pptx.oxml import parse_xml

    plot_area = drawn._chartSpace.chart.plotArea
    for old in plot_area.findall(_qn("c:layout")):
        plot_area.remove(old)
    height = _PLOT_SHARE if drawn.has_legend else 0.96
    lines = [
        line
        for at in range(len(chart.categories))
        for line in _category(chart, at, language).split("\n")
    ]
    longest = max((width_points(line, size) for line in lines), default=0.0)
    names = min(_MOST_FOR_NAMES, longest * POINT / width + 0.02)
    sides = (("x", names), ("y", 0.02), ("w", 0.98 - names), ("h", height))
    layout = parse_xml(
        '<c:layout xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:manualLayout>'
        '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        + "".join(f'<c:{side} val="{share}"/>' for side, share in sides)
        + "</c:manualLayout></c:layout>"
    )
    plot_area.insert(0, layout)


def _span_gaps(drawn: Any) -> None:
    """Joins the months of a line over those without a value: nothing reported is no zero, and no end either."""
    chart = drawn._chartSpace.chart
    found = chart.find(_qn("c:dispBlanksAs"))
    if found is None:
        found = chart.makeelement(_qn("c:dispBlanksAs"), {})
        chart.append(found)
    found.set("val", "span")


def _every_half_year(days: Any) -> None:
    """A name every six months: as many as can be read without turning them."""
    from pptx.oxml import parse_xml

    namespace = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    before = {_qn(name) for name in ("c:majorUnit", "c:majorTimeUnit", "c:baseTimeUnit")}
    for old in [part for part in days._element if part.tag in before]:
        days._element.remove(old)
    at = list(days._element).index(days._element.find(_qn("c:lblOffset"))) + 1
    for offset, part in enumerate(
        (
            f'<c:baseTimeUnit {namespace} val="days"/>',
            f'<c:majorUnit {namespace} val="6"/>',
            f'<c:majorTimeUnit {namespace} val="months"/>',
        )
    ):
        days._element.insert(at + offset, parse_xml(part))


def _ticks_off(axis: Any) -> None:
    from pptx.enum.chart import XL_TICK_MARK

    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE


def _known(chart: Chart) -> Sequence[float]:
    every = [*chart.expected, *(value for series in chart.series for value in series.values)]
    return [value for value in every if value is not None]


def _qn(name: str) -> str:
    from pptx.oxml.ns import qn

    found: str = qn(name)
    return found


def _points(size: float) -> Any:
    from pptx.util import Pt

    return Pt(size)


def _rgb(name: str) -> Any:
    return _rgb_of(colour(name))


def _rgb_of(hexadecimal: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(hexadecimal)
