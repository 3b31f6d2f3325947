"""The county-level breakdown of one indicator as small bars, held against the city's figure."""

from __future__ import annotations

from datetime import date

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.quantities import quantity
from hengyang.charts.scales import Scale, finite, text_width
from hengyang.labels import Language, words
from hengyang.progress.divisions import SumCheck, sum_check

_ROW_HEIGHT = 19
_SIZE = 12
_WIDTH = 340


def division_bars_svg(
    rows: pd.DataFrame,
    *,
    city_value: float | None,
    is_additive: bool,
    unit: str,
    reference_date: date,
    language: Language,
) -> Markup:
    """One bar a division, in the order given; who did not report is named as such and has no bar.

    rows: division, name, value (null: not reported).
    Under the bars: whether the parts sum to the city's figure, or why that cannot be asked.
    """
    say = words(language)
    values = [finite(value) for value in rows["value"].astype("object")]
    names = [str(name) for name in rows["name"]]
    reported = [value for value in values if value is not None]
    room_for_names = min(
        max((text_width(name, _SIZE) for name in names), default=0.0) + 8, _WIDTH * 0.45
    )
    room_for_values = 10 + max(
        text_width(_value_words(value, unit, language), _SIZE) for value in [*values, None]
    )
    low, high = min([0.0, *reported]), max([0.0, *reported])
    scale = Scale(low, high if high > low else low + 1.0, room_for_names, _WIDTH - room_for_values)
    parts = []
    for at, (name, value) in enumerate(zip(names, values, strict=True)):
        middle = at * _ROW_HEIGHT + _ROW_HEIGHT / 2
        shown, spoken = name, _value_words(value, unit, language)
        while len(shown) > 2 and text_width(shown, _SIZE) > room_for_names - 6:
            shown = shown.rstrip("…")[:-1] + "…"
        bar, end = Markup(""), scale(0.0)
        if value is not None:
            left, right = sorted((scale(0.0), scale(value)))
            end = max(right, end)
            bar = Markup(
                '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="8" fill="var(--ink-soft)"/>'
            ).format(left, middle - 4, max(right - left, 1.0))
        parts.append(
            Markup(
                '<g><title>{full}: {spoken}</title><text x="0" y="{y:.1f}">{name}</text>{bar}'
                '<text x="{x:.1f}" y="{y:.1f}" fill="{fill}">{spoken}</text></g>'
            ).format(
                full=name,
                spoken=spoken,
                name=shown,
                bar=bar,
                x=end + 5,
                y=middle + 4,
                fill="var(--ink-soft)" if value is None else "var(--ink)",
            )
        )
    height = max(len(names), 1) * _ROW_HEIGHT
    caption = say(
        "chart-divisions",
        day=labels.day(pd.Timestamp(reference_date).date(), language),
        reported=str(len(reported)),
        count=str(len(values)),
    )
    city = finite(city_value)
    checked = sum_check(values, city, is_additive=is_additive)
    check = check_words(checked, city, unit, language)
    return Markup(
        '<figure class="divs"><figcaption>{caption}</figcaption>'
        '<svg width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" aria-label="{spoken}" '
        'font-size="{size}" fill="var(--ink)">{parts}</svg><p class="meta">{check}</p></figure>'
    ).format(
        caption=caption,
        w=_WIDTH,
        h=height,
        spoken=f"{caption}. {check}",
        size=_SIZE,
        parts=Markup("").join(parts),
        check=check,
    )


def _value_words(value: float | None, unit: str, language: Language) -> str:
    if value is None:
        return words(language)("light-not_reported")
    return quantity(value, unit, language)


def check_words(check: SumCheck, city_value: float | None, unit: str, language: Language) -> str:
    """Whether the parts sum to the city's figure, or why that cannot be asked."""
    say = words(language)
    if check.state == "not_additive":
        return say("chart-divisions-not-additive")
    if check.state == "no_city":
        return say("chart-divisions-no-city")
    said = {
        "sum": _value_words(check.total, unit, language),
        "city": _value_words(city_value, unit, language),
    }
    if check.state == "partial":
        return say("chart-divisions-sum-partial", missing=str(check.missing), **said)
    if check.state == "agrees":
        return say("chart-divisions-sum-agrees", **said)
    apart = _value_words(abs(check.difference or 0.0), unit, language)
    return say("chart-divisions-sum-differs", difference=apart, **said)
