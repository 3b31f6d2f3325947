"""Slides as HTML: every slide of a deck at 1920 × 1080, for the projector, the speaker's window and the thumbnails."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from hengyang import labels
from hengyang.charts.past import actor_words
from hengyang.charts.scales import text_width
from hengyang.charts.stage_charts import chart_html, counts_html, key_html, table_html
from hengyang.labels import Language, words
from hengyang.meeting import ChartKind, Deck, DeckKind, Edition, Slide
from hengyang.remembered import remembered

Link = Callable[..., str]
_NOTHING = Markup("")
#: Two lines of a title in its large size, px; longer ones are set smaller.
_TITLE_ROOM = 2 * 1740
_TITLE, _SMALL_TITLE = 60, 48


@remembered(16)
def stage(deck: Deck, language: Language, way_out: str) -> Markup:
    """Every slide, its notes beside it for the speaker, and the help; stage.js shows one at a time.

    way_out: the address that Esc and the help lead to.
    """
    say = words(language)
    slides = _NOTHING.join(_slide(deck, at, language) for at in range(1, len(deck.slides) + 1))
    keys = _NOTHING.join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(key, say(f"stage-key-{name}"))
        for key, name in _KEYS
    )
    return Markup(
        '<div class="hy-stage" role="region" aria-roledescription="slides" aria-label="{title}">'
        '<div class="s-screen" tabindex="0">{slides}<div class="s-blank" hidden></div>'
        '<p class="s-typed" role="status" hidden></p>'
        '<div class="s-help" hidden><h2>{help}</h2><dl>{keys}</dl>'
        '<p><a class="s-out" href="{out}">{leave}</a></p></div></div></div>'
    ).format(
        title=deck.title,
        slides=slides,
        help=say("stage-help"),
        keys=keys,
        out=way_out,
        leave=say("stage-leave"),
    )


_KEYS = (
    ("→ ←", "step"),
    ("Home End", "ends"),
    ("12 ⏎", "number"),
    ("F", "full"),
    ("B", "blank"),
    ("N", "notes"),
    ("?", "help"),
    ("Esc", "leave"),
)


def spoken(language: Language) -> dict[str, str]:
    """The few words that stage.js puts into the speaker's window by itself."""
    say = words(language)
    names = ("speaker", "end", "blocked")
    return {name: say(f"stage-{name}") for name in names}


@remembered(16)
def thumbnails(
    deck: Deck, language: Language, link: Link, target: tuple[tuple[str, str], ...]
) -> Markup:
    """The slides small, in order; each opens the presentation at its place. `target`: the page's own parameters."""
    own = dict(target)
    items = _NOTHING.join(
        Markup(
            '<li><a href="{href}" aria-label="{label}"><span class="s-thumb" inert>{slide}</span></a>'
            "<small>{at} {title}</small></li>"
        ).format(
            href=link("present", **own, slide=at),
            label=words(language)("stage-open-at", number=str(at)),
            slide=_slide(deck, at, language),
            at=at,
            title=slide.title,
        )
        for at, slide in enumerate(deck.slides, start=1)
    )
    return Markup('<ol class="s-thumbs">{}</ol>').format(items)


@remembered(16)
def editions_list(editions: tuple[Edition, ...], language: Language, link: Link) -> Markup:
    """The frozen editions, the newest first: id (opens it), name, day, release, who and when; and the way to the wall."""
    say = words(language)
    rows = _NOTHING.join(
        Markup('<li><a href="{href}"><b>{id}</b> {title}</a><small>{facts}</small></li>').format(
            href=link("present", edition=one.id),
            id=one.id,
            title=one.title or say(f"meeting-deck-{DeckKind(one.deck)}"),
            facts=say(
                "stage-edition-facts",
                day=f"{one.as_of:%Y-%m-%d}",
                release=str(one.release),
                who=actor_words(one.frozen_by or "", language),
                at="" if one.frozen_at is None else labels.instant(one.frozen_at),
            ),
        )
        for one in editions
    )
    none = Markup('<p class="calm">{}</p>').format(say("meeting-none"))
    return Markup(
        '<div class="panel"><h4>{}</h4>{}<p class="rest"><a href="{}">{}</a></p></div>'
    ).format(
        say("stage-editions"),
        Markup('<ul class="editions">{}</ul>').format(rows) if editions else none,
        link("present", wall="1"),
        say("present-wall"),
    )


def _slide(deck: Deck, at: int, language: Language) -> Markup:
    slide = deck.slides[at - 1]
    return Markup(
        '<section class="slide{cover}" data-n="{at}" data-key="{key}"{accent} aria-roledescription="slide" '
        'aria-label="{at}/{of}"><h2 class="s-title" style="font-size:{size}px">{title}</h2>{body}'
        '<footer><span>{stamp}</span><span class="s-page">{at}/{of}</span></footer>'
        '<aside class="s-notes" hidden>{notes}</aside></section>'
    ).format(
        cover=" s-cover" if slide.key == "cover" else "",
        at=at,
        of=len(deck.slides),
        key=slide.key,
        accent=Markup(' style="--c:var(--theme-{})"').format(slide.theme)
        if slide.theme
        else _NOTHING,
        size=_title_size(slide),
        title=slide.title,
        body=_body(slide, language),
        stamp=stamp_html(deck),
        notes=Markup("<br>").join(slide.notes.splitlines()),
    )


def stamp_html(deck: Deck) -> Markup:
    """What every slide prints, 演示数据 set apart."""
    first, *others = deck.stamp
    shown = Markup('<b class="s-demo">{}</b>').format(first) if deck.is_simulated else first
    return Markup(" · ").join([Markup.escape(part) for part in (shown, *others)])


def _title_size(slide: Slide) -> int:
    fits = text_width(slide.title, _TITLE, is_bold=True) <= _TITLE_ROOM
    return 84 if slide.key == "cover" and fits else _TITLE if fits else _SMALL_TITLE


def _body(slide: Slide, language: Language) -> Markup:
    parts = []
    if slide.subtitle:
        parts.append(Markup('<p class="s-sub">{}</p>').format(slide.subtitle))
    if slide.counts:
        parts.append(counts_html(slide.counts, language))
    if slide.table is not None:
        parts.append(table_html(slide.table, language))
    points = _NOTHING
    if slide.points:
        points = Markup('<ul class="s-points">{}</ul>').format(
            _NOTHING.join(Markup("<li>{}</li>").format(point) for point in slide.points)
        )
    if slide.chart is not None and slide.chart.kind is ChartKind.LINE:
        parts.append(
            Markup('<div class="s-two">{}{}</div>').format(
                chart_html(slide.chart, language), points
            )
        )
    elif slide.chart is not None:
        parts.append(chart_html(slide.chart, language))
        if slide.points:
            parts.append(points)
        if slide.chart.kind is ChartKind.STACKED_BARS and not slide.counts:
            lights = [series.light for series in slide.chart.series if series.light is not None]
            parts.append(key_html(lights, language))
        if slide.chart.kind is ChartKind.BULLETS:
            parts.append(
                Markup('<p class="s-key">{}</p>').format(words(language)("stage-bullet-key"))
            )
    else:
        parts.append(points)
    return Markup('<div class="s-body">{}</div>').format(_NOTHING.join(parts))
