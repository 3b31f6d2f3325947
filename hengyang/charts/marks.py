"""The small marks as SVG and HTML: one builder each, every text escaped, colours from CSS custom properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from markupsafe import Markup

from hengyang import labels
from hengyang.charts import palette
from hengyang.charts.scales import finite
from hengyang.labels import Language, words
from hengyang.progress.lights import BAR_ORDER
from hengyang.schema import Light, ThemeLight

_NOTHING = Markup("")

#: Drawn in a 12 × 12 box; `c` stands for the light's colour. Nine shapes that differ without colour.
_SHAPES: Mapping[Light, str] = {
    Light.MET: '<circle cx="6" cy="6" r="5.2" fill="c"/><path d="M3.2 6.2 5.3 8.3 8.9 4.1" stroke="var(--panel)" stroke-width="1.7" fill="none"/>',
    Light.ON_TRACK: '<circle cx="6" cy="6" r="4.9" fill="c"/>',
    Light.NEARLY: '<circle cx="6" cy="6" r="3.9" fill="none" stroke="c" stroke-width="2.2"/>',
    Light.BEHIND: '<path d="M6 .9 11.4 11 .6 11Z" fill="c"/>',
    Light.FAR_BEHIND: '<rect x="1.2" y="1.2" width="9.6" height="9.6" fill="c"/>',
    Light.OVERDUE: '<path d="M6 .2 11.8 6 6 11.8 .2 6Z" fill="c"/><path d="M6 3.2V6.6M6 8V9.2" stroke="var(--panel)" stroke-width="1.6"/>',
    Light.NOT_REPORTED: '<path d="M1.8 6H10.2" stroke="c" stroke-width="2.2"/>',
    Light.NOT_ASSESSED: '<circle cx="6" cy="6" r="4.4" fill="none" stroke="c" stroke-width="1.5" stroke-dasharray="1.8 1.65"/><circle cx="6" cy="6" r="1.2" fill="c"/>',
    Light.NOT_DUE: '<circle cx="6" cy="6" r="4.6" fill="none" stroke="c" stroke-width="1.3"/><path d="M6 3.2V6.2H8.2" stroke="c" stroke-width="1.3" fill="none"/>',
}
_THEME_SHAPES = {
    "green": Light.ON_TRACK,
    "yellow": Light.BEHIND,
    "red": Light.FAR_BEHIND,
    "none": Light.NOT_ASSESSED,
}
#: Laid over a mark whose value is old: the colour stays, the hatching says "stale".
_HATCH = (
    '<path d="M-1 9 9 -1M1 13 13 1M-3 5 5 -3M5 15 15 5" stroke="var(--panel)" stroke-width="1.5"/>'
)


def light_mark(
    light: str | None,
    language: Language,
    size: int = 12,
    *,
    is_stale: bool = False,
    title: str | None = None,
) -> Markup:
    """A light as colour + shape, its word read out and shown on hover; stale ones are hatched and say so.

    title: what the light belongs to, said before the word. Without a light (None, NaN) there is no mark.
    """
    if not isinstance(light, str):
        return _NOTHING
    say = words(language)
    found = Light(light)
    word = say(f"light-{found}")
    if is_stale:
        word = say("mark-stale", light=word)
    spoken = say("mark-of", subject=title, light=word) if title else word
    return Markup(
        '<svg class="lm" width="{size}" height="{size}" viewBox="0 0 12 12" role="img" aria-label="{spoken}">'
        "<title>{spoken}</title>{shape}{hatch}</svg>"
    ).format(
        size=size,
        spoken=spoken,
        shape=_shape(found),
        hatch=Markup(_HATCH) if is_stale else _NOTHING,
    )


def _shape(light: Light) -> Markup:
    return Markup(_SHAPES[light].replace('"c"', f'"var(--light-{light})"'))


def theme_light_mark(light: str | None, language: Language, size: int = 10) -> Markup:
    """The light of a theme as a small pill with its word; says 不亮灯 when too little was reported."""
    name, shape = _theme_light(light)
    return Markup(
        '<span class="tl"><svg width="{s}" height="{s}" viewBox="0 0 12 12" aria-hidden="true">{}</svg>{}</span>'
    ).format(_shape(shape), words(language)(f"theme-light-{name}"), s=size)


def light_theme_light(light: str | None, language: Language, theme: str) -> Markup:
    """theme_light_mark with the theme's name, for tables of hundreds."""
    name, shape = _theme_light(light)
    word = words(language)(f"theme-light-{name}")
    return Markup('<i class="k-{}">{} {}</i>').format(shape.value, theme, word)


def _theme_light(light: str | None) -> tuple[str, Light]:
    name = "none" if light is None else ThemeLight(light).value
    return name, _THEME_SHAPES[name]


def counts_bar(counts: Mapping[Light, int], language: Language) -> Markup:
    """A stacked bar of counted lights; read out as the counts."""
    return Markup('<div class="bar" role="img" aria-label="{}">{}</div>').format(
        counts_spoken(counts, language), _segments(counts)
    )


def counts_spoken(counts: Mapping[Light, int], language: Language) -> str:
    """The counts in words, lights that nobody has left out."""
    say = words(language)
    spoken = say("mark-separator").join(
        say("mark-count", light=say(f"light-{light}"), count=str(counts[light]))
        for light in BAR_ORDER
        if counts.get(light)
    )
    return spoken or say("mark-nothing-counted")


def _segments(counts: Mapping[Light, int]) -> Markup:
    return _NOTHING.join(
        Markup('<i class="seg seg-{}" style="flex:{}"></i>').format(light.value, counts[light])
        for light in BAR_ORDER
        if counts.get(light)
    )


def light_counts(counts: Mapping[Light, int], language: Language) -> Markup:
    """counts_bar over counts_legend, for tables of hundreds: the stylesheet knows each light by its place in BAR_ORDER."""
    shares, numbers = [], []
    for light in BAR_ORDER:
        count = counts.get(light)
        shares.append(
            Markup('<i style="flex:{}"></i>' if count else "<i hidden></i>").format(count)
        )
        numbers.append(Markup("<i>{}</i>" if count else "<i></i>").format(count))
    return Markup('<div class="lb" role="img" title="{}"><p>{}</p>{}</div>').format(
        counts_spoken(counts, language), _NOTHING.join(shares), _NOTHING.join(numbers)
    )


def light_images() -> str:
    """CSS that draws a light's shape before what is of its class (k-met …), in the colours of light and of dark.

    As a drawing in the page each of them takes fifteen times what it says; thousands stand in a table of plans.
    """
    bright, dark = (
        "".join(f'--image-{light}:url("{_image(light, mode)}");' for light in BAR_ORDER)
        for mode in palette.MODES
    )
    rules = "".join(
        # the bar above the numbers is the first child
        f".k-{light}::before,.lb>:nth-child({place})::before{{content:var(--image-{light})}}"
        for place, light in enumerate(BAR_ORDER, start=2)
    )
    return f".hy{{{bright}}}@media not print{{.hy[data-theme=dark]{{{dark}}}}}{rules}"


def _image(light: Light, mode: palette.Mode) -> str:
    coloured = palette.resolved(_shape(light), mode)
    whole = f"<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10' viewBox='0 0 12 12'>{coloured}</svg>"
    return "data:image/svg+xml," + quote(whole, safe=" :/='.,-")


def counts_legend(counts: Mapping[Light, int], language: Language) -> Markup:
    """The marks of a stacked bar with their numbers; lights that nobody has are left out."""
    return Markup(" ").join(
        Markup('<span class="lc">{}{}</span>').format(
            light_mark(light, language, 10), counts[light]
        )
        for light in BAR_ORDER
        if counts.get(light)
    )


def bullet(
    attainment_pct: float | None,
    expected_pct: float | None,
    light: str | None,
    language: Language,
    *,
    width: int = 56,
    colour: str | None = None,
) -> Markup:
    """A thin bar = attainment (clipped to the box, the words are not), a tick = expected by now.

    Both in percent, 0–100 and beyond; without an attainment the track is empty and says so. The bar has the light's colour unless `colour` (CSS) is given.
    """
    attained, expected = finite(attainment_pct), finite(expected_pct)
    length = min(max(attained or 0.0, 0.0), 100.0) / 100 * width
    spoken = _bullet_spoken(attained, expected, language)
    tick = _NOTHING
    if attained is not None and expected is not None:
        at = min(max(expected, 0.0), 100.0) / 100 * (width - 1.4) + 0.7
        tick = Markup('<path d="M{x:.1f} 0V9" stroke="var(--ink)" stroke-width="1.4"/>').format(
            x=at
        )
    if colour is None:
        colour = _light_colour(light)
    return Markup(
        '<svg class="bu" width="{w}" height="9" viewBox="0 0 {w} 9" role="img" aria-label="{spoken}">'
        '<title>{spoken}</title><rect x="0" y="1.5" width="{w}" height="6" fill="var(--track)"/>'
        '<rect x="0" y="2.5" width="{length:.1f}" height="4" fill="{colour}"/>{tick}</svg>'
    ).format(w=width, spoken=spoken, length=length, colour=colour, tick=tick)


def light_bullet(
    attainment_pct: float | None, expected_pct: float | None, language: Language
) -> Markup:
    """bullet for tables of hundreds, drawn by the stylesheet in the colour of what stands where."""
    attained, expected = finite(attainment_pct), finite(expected_pct)
    at = [
        f"--{name}:{min(max(value, 0.0), 100.0):.1f}%"
        for name, value in (("a", attained), ("e", expected))
        if value is not None and attained is not None
    ]
    return Markup('<i class="bl" role="img" title="{}"{}></i>').format(
        _bullet_spoken(attained, expected, language),
        Markup(' style="{}"').format(";".join(at)) if at else _NOTHING,
    )


def _bullet_spoken(attained: float | None, expected: float | None, language: Language) -> str:
    say = words(language)
    if attained is None:
        return say("mark-bullet-none")
    if expected is None:
        return say("mark-bullet-alone", attainment=labels.percent_floored(attained, language))
    return say(
        "mark-bullet",
        attainment=labels.percent_floored(attained, language),
        expected=labels.percent_floored(expected, language),
    )


def sparkline(
    values: Sequence[float | None],
    light: str | None,
    language: Language,
    *,
    width: int = 78,
    height: int = 20,
) -> Markup:
    """The run of an indicator's values without axes; a missing one (None, NaN) breaks the line.

    One value is a dot, none is nothing.
    """
    found = [finite(value) for value in values]
    known = [value for value in found if value is not None]
    if not known:
        return _NOTHING
    low, high = min(known), max(known)
    step = (width - 8) / max(len(found) - 1, 1)
    colour = _light_colour(light)
    spoken = words(language)(
        "mark-sparkline",
        count=str(len(known)),
        first=labels.number(known[0], language),
        last=labels.number(known[-1], language),
    )
    runs: list[list[tuple[float, float]]] = [[]]
    for at, value in enumerate(found):
        if value is None:
            runs.append([])
            continue
        share = 0.5 if high == low else (value - low) / (high - low)
        runs[-1].append((4 + at * step, height - 4 - share * (height - 8)))
    runs = [run for run in runs if run]
    lines = [
        Markup('<polyline points="{}" fill="none" stroke="{}" stroke-width="1.6"/>').format(
            " ".join(f"{x:.1f},{y:.1f}" for x, y in run), colour
        )
        for run in runs
        if len(run) > 1
    ]
    # a value between two gaps has no line, so a dot keeps it in sight; the newest value always has one
    ends = [(*run[-1], 1.4) for run in runs[:-1] if len(run) == 1] + [(*runs[-1][-1], 2.2)]
    dots = [
        Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{}" fill="{}"/>').format(x, y, radius, colour)
        for x, y, radius in ends
    ]
    return Markup(
        '<svg class="sp" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" aria-label="{spoken}">'
        "<title>{spoken}</title>{drawing}</svg>"
    ).format(w=width, h=height, spoken=spoken, drawing=_NOTHING.join([*lines, *dots]))


def _light_colour(light: str | None) -> str:
    return f"var(--light-{Light(light)})" if isinstance(light, str) else "var(--grey)"


def change_mark(change: str, language: Language, size: int = 11) -> Markup:
    """▲ better, ▼ worse, → another light that is neither; with its word."""
    shape = {
        "better": ('<path d="M6 1 11 10 1 10Z" fill="c"/>', "var(--light-on_track)"),
        "worse": ('<path d="M6 11 1 2 11 2Z" fill="c"/>', "var(--light-far_behind)"),
        "other": (
            '<path d="M1 6H9M6.5 3 9.6 6 6.5 9" stroke="c" stroke-width="1.6" fill="none"/>',
            "var(--grey)",
        ),
    }[change]
    return Markup(
        '<svg class="cm" width="{size}" height="{size}" viewBox="0 0 12 12" role="img" aria-label="{word}">'
        "<title>{word}</title>{shape}</svg>"
    ).format(
        size=size,
        word=words(language)(f"mark-{change}"),
        shape=Markup(shape[0].replace('"c"', f'"{shape[1]}"')),
    )


def legend(language: Language, *, is_lights_only: bool = False) -> Markup:
    """The key of all nine lights, the tick and the hatching; of the lights alone where nothing else is drawn."""
    say = words(language)
    lights = [
        Markup("<span>{}{}</span>").format(light_mark(light, language, 11), say(f"light-{light}"))
        for light in BAR_ORDER
    ]
    if is_lights_only:
        return Markup('<p class="key">{}</p>').format(_NOTHING.join(lights))
    stale = Markup("<span>{}{}</span>").format(
        light_mark(Light.ON_TRACK, language, 11, is_stale=True), say("mark-key-stale")
    )
    return Markup('<p class="key">{}{}<span>{}</span><span>{}</span></p>').format(
        _NOTHING.join(lights), stale, say("mark-key-tick"), say("mark-key-mean")
    )


def flag_line(flags: Sequence[str], language: Language) -> Markup:
    """Everything inferred or assumed about the figure, as small tags; nothing when there is nothing."""
    say = words(language)
    if not len(flags):
        return _NOTHING
    tags = _NOTHING.join(
        Markup('<i class="tag">{}</i> ').format(say(f"flag-{flag}")) for flag in flags
    )
    return Markup('<p class="flags">{}</p>').format(tags)
