"""The wall: the whole plan on one screen of 1920 × 1080 (or 4K, scaled), turning by itself through the themes."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang.charts import marks
from hengyang.charts.rows import rows_by, rows_of
from hengyang.charts.stage import stamp_html
from hengyang.charts.stage_charts import SMALLEST, key_html
from hengyang.labels import Language, words
from hengyang.meeting import Deck
from hengyang.progress import Assessment, light_counts, needs, reason, standing
from hengyang.progress.lights import BAR_ORDER
from hengyang.remembered import remembered
from hengyang.schema import Light, Tables

_NOTHING = Markup("")
_BAR_MARK = 30
#: So many tasks stand in one column, with the theme's projects and milestones below; so many leave room for larger rows.
_ONE_COLUMN, _FEW_TASKS = 3, 5


@remembered(16)
def wall(
    deck: Deck, assessment: Assessment, tables: Tables, language: Language, way_out: str
) -> Markup:
    """The finding, five themes with their counts, and the tasks of one theme after the other; stage.js turns them.

    deck: of the whole plan, for what every screen prints. way_out: the address that Esc leads to.
    """
    themes = rows_of(tables.themes)
    heads = _NOTHING.join(_theme(theme, assessment, language) for theme in themes)
    panels = _NOTHING.join(_panel(theme, deck, assessment, tables, language) for theme in themes)
    return Markup(
        '<div class="hy-stage" role="region" aria-label="{title}"><div class="s-screen" tabindex="0">'
        '<section class="slide wall on"><h2 class="s-title">{title}</h2><ol class="w-themes">{heads}</ol>'
        '<div class="w-panels">{panels}</div>{key}<footer><span>{stamp}</span></footer></section>'
        '<a class="s-out" href="{out}" hidden></a></div></div>'
    ).format(
        title=standing.overview_finding(assessment, language),
        heads=heads,
        panels=panels,
        key=key_html(_lights_of(assessment), language),
        stamp=stamp_html(deck),
        out=way_out,
    )


def _lights_of(assessment: Assessment) -> list[Light]:
    """The lights that somebody has: the key has one line."""
    lit = {*assessment.counted["light"], *assessment.milestones["light"]}
    return [light for light in BAR_ORDER if light in lit]


def _theme(theme: Any, assessment: Assessment, language: Language) -> Markup:
    rows = assessment.counted[assessment.counted["theme"] == theme.theme]
    rolled = assessment.themes.set_index("theme").loc[theme.theme]
    light = None if pd.isna(rolled["light"]) else str(rolled["light"])
    counts = light_counts(rows)
    return Markup(
        '<li data-turn="{key}" style="--c:var(--theme-{key})"><h3>{name}</h3><p>{pill}</p>{bar}<p class="w-counts">{counts}</p>'
        "<p>{reported}</p></li>"
    ).format(
        key=theme.theme,
        name=getattr(theme, f"name_{language}"),
        pill=marks.theme_light_mark(light, language, _BAR_MARK),
        bar=marks.counts_bar(counts, language),
        counts=_NOTHING.join(
            Markup("<span>{}{}</span>").format(
                marks.light_mark(light, language, _BAR_MARK), counts[light]
            )
            for light in BAR_ORDER
            if counts[light]
        ),
        reported=words(language)(
            "overview-reported", reported=str(rolled["reported"]), due=str(rolled["due"])
        ),
    )


def _panel(
    theme: Any, deck: Deck, assessment: Assessment, tables: Tables, language: Language
) -> Markup:
    indicators = rows_by(assessment.counted, "task")
    milestones = rows_by(assessment.milestones, "task")
    tasks = rows_of(tables.tasks[tables.tasks["theme"] == theme.theme])
    items = _NOTHING.join(
        Markup("<li><b>{}</b><span>{}</span><em>{}</em></li>").format(
            task.task,
            getattr(task, f"name_{language}"),
            _marks(indicators[task.task], milestones[task.task], language),
        )
        for task in tasks
    )
    needy = needs.needing_attention(assessment)
    needy = needy[needy["task"].isin([task.task for task in tasks])]
    rows = {row.indicator: row for row in rows_of(assessment.indicators)}
    rows |= {row.milestone: row for row in rows_of(assessment.milestones)}
    # the fewer tasks, the more room for what needs somebody
    has_column = len(tasks) <= _ONE_COLUMN
    room = 2 if has_column else 4 if len(tasks) <= _FEW_TASKS else 2
    told = _NOTHING.join(
        Markup("<li>{} <b>{}</b><span>{}</span></li>").format(
            marks.light_mark(need.light, language, SMALLEST),
            needs.names(tables, language)[need.subject],
            reason(rows[need.subject]._asdict(), language, tables),
        )
        for need in rows_of(needy.head(room))
    )
    more = _NOTHING
    if has_column:
        # the theme's slide says it too: its projects and milestones; its worst item stands here already
        key = f"theme-{theme.theme}-1"
        points = next((slide.points[-2:] for slide in deck.slides if slide.key == key), ())
        more = _NOTHING.join(Markup("<li><span>{}</span></li>").format(point) for point in points)
    told = Markup('<ul class="w-worst">{}{}</ul>').format(told, more)
    return Markup(
        '<section data-turn="{}" class="{}" style="--c:var(--theme-{})"><ol class="w-tasks">{}</ol>{}</section>'
    ).format(
        theme.theme,
        "w-column" if has_column else "w-few" if len(tasks) <= _FEW_TASKS else "",
        theme.theme,
        items,
        told,
    )


def _marks(indicators: list[Any], milestones: list[Any], language: Language) -> Markup:
    if indicators:
        return _NOTHING.join(
            marks.light_mark(row.light, language, _BAR_MARK, is_stale=row.is_stale)
            for row in indicators
        )
    if not milestones:
        return Markup.escape(words(language)("overview-no-numbers"))
    done = sum(row.light == Light.MET for row in milestones)
    return Markup.escape(
        words(language)("overview-milestones", done=str(done), count=str(len(milestones)))
    )
