"""One theme as HTML: slogan, roll-up, every indicator as a bullet, trends as small multiples."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.indicator import chart, value_words
from hengyang.charts.quantities import target_words
from hengyang.charts.rows import row_of, rows_of
from hengyang.labels import Language, words
from hengyang.progress import Assessment, light_counts
from hengyang.remembered import remembered
from hengyang.schema import Tables

Link = Callable[..., str]
_NOTHING = Markup("")


def tabs(tables: Tables, current: str, language: Language, link: Link) -> Markup:
    """The five themes to choose from, the current one marked."""
    items = [
        Markup(
            '<li style="--c:var(--theme-{theme})"><a href="{href}"{current}>{name}</a></li>'
        ).format(
            theme=row.theme,
            href=link("theme", show=row.theme),
            current=Markup(' aria-current="page"') if row.theme == current else _NOTHING,
            name=getattr(row, f"name_{language}"),
        )
        for row in rows_of(tables.themes)
    ]
    return Markup('<nav class="tabs" aria-label="{}"><ul>{}</ul></nav>').format(
        words(language)("page-theme"), _NOTHING.join(items)
    )


@remembered(64)
def summary(theme: str, assessment: Assessment, tables: Tables, language: Language) -> Markup:
    """Slogan and introduction as published, the counts, and how the theme's light came about."""
    say = words(language)
    row = tables.themes[tables.themes["theme"] == theme].iloc[0]
    counts = light_counts(assessment.counted[assessment.counted["theme"] == theme])
    rolled = row_of(assessment.themes, "theme", theme)
    translation = (
        Markup('<p class="translation">{}</p>').format(row["intro_en"])
        if language == "en"
        else _NOTHING
    )
    return Markup(
        '<section class="panel theme" style="--c:var(--theme-{theme})"><h4>{slogan}</h4>'
        '<p class="src" lang="zh-CN">{intro}</p>{translation}{bar}<p class="leg">{legend}</p>'
        '<p class="why">{light} {reason}</p></section>'
    ).format(
        theme=theme,
        slogan=row[f"slogan_{language}"],
        intro=row["intro_zh"],
        translation=translation,
        bar=marks.counts_bar(counts, language),
        legend=marks.counts_legend(counts, language),
        light=marks.theme_light_mark(
            None if pd.isna(rolled["light"]) else rolled["light"], language
        ),
        reason=say(
            "theme-roll-up",
            light=say(f"theme-light-{'none' if pd.isna(rolled['light']) else rolled['light']}"),
            reported=str(rolled["reported"]),
            due=str(rolled["due"]),
            red=str(rolled["far_behind"] + rolled["overdue"]),
            green=str(rolled["met"] + rolled["on_track"] + rolled["nearly"]),
        ),
    )


@remembered(64)
def bullets(
    theme: str, assessment: Assessment, tables: Tables, language: Language, link: Link
) -> Markup:
    """Every indicator of the theme by task: light, value of target, attainment against expectation."""
    say = words(language)
    plan = tables.indicators.set_index("indicator")
    parts = []
    for task in rows_of(tables.tasks[tables.tasks["theme"] == theme]):
        rows = assessment.indicators[assessment.indicators["task"] == task.task]
        milestones = assessment.milestones[assessment.milestones["task"] == task.task]
        if rows.empty and milestones.empty and task.task in set(tables.milestones["task"]):
            continue  # filtered away
        items = [
            _bullet_row(row, plan.loc[row["indicator"]], language, link)
            for _, row in rows.iterrows()
        ]
        if len(milestones):
            done = int((milestones["light"] == "met").sum())
            items.append(
                Markup('<li class="b-note">{} {}</li>').format(
                    _NOTHING.join(
                        marks.light_mark(row.light, language, title=row.milestone)
                        for row in rows_of(milestones)
                    ),
                    say("overview-milestones", done=str(done), count=str(len(milestones))),
                )
            )
        if not items:
            items.append(Markup('<li class="b-note">{}</li>').format(say("overview-no-numbers")))
        parts.append(
            Markup(
                '<section class="b-task"><h4><a href="{}">{} {}</a></h4><ul>{}</ul></section>'
            ).format(
                link("task", task=task.task),
                task.task,
                getattr(task, f"name_{language}"),
                _NOTHING.join(items),
            )
        )
    return Markup('<div class="panel bullets">{}<p class="key">{}</p></div>').format(
        _NOTHING.join(parts), say("theme-bullet-key")
    )


def _bullet_row(row: pd.Series, target: pd.Series, language: Language, link: Link) -> Markup:
    say = words(language)
    unit = target[f"unit_{language}"]
    has_light = not pd.isna(row["light"])
    if pd.isna(row["gap_points"]):
        gap = say("rule-described") if not has_light else say(f"light-{row['light']}")
    else:
        sign = "+" if row["gap_points"] > 0 else ""
        gap = say("register-points", gap=sign + labels.number(row["gap_points"], language, 1))
    return Markup(
        '<li class="b-row"><span class="b-l">{mark}</span><a href="{href}">{name}{tag}</a>'
        '<span class="b-v">{value} <small>/ {target}</small></span><span class="b-b">{bar}</span>'
        '<span class="b-g">{gap}</span></li>'
    ).format(
        mark=marks.light_mark(row["light"], language, is_stale=bool(row["is_stale"]))
        if has_light
        else _NOTHING,
        href=link("task", task=row["task"], indicator=row["indicator"]),
        name=target[f"name_{language}"],
        tag=Markup(' <i class="tag">{}</i>').format(say("flag-overridden"))
        if "overridden" in row["flags"]
        else _NOTHING,
        value=value_words(row, unit, language) if has_light else "",
        target=target_words(target, language),
        bar=marks.bullet(
            row["attainment_pct"], row["expected_pct"], row["light"], language, width=180
        )
        if not pd.isna(row["attainment_pct"])
        else _NOTHING,
        gap=gap,
    )


@remembered(64)
def trends(
    theme: str, assessment: Assessment, tables: Tables, language: Language, link: Link
) -> Markup:
    """A small chart for each indicator of the theme that has a value, the worst gap first."""
    rows = assessment.counted[assessment.counted["theme"] == theme]
    rows = rows[rows["actual"].notna()].sort_values("gap_points", na_position="last")
    plan = tables.indicators.set_index("indicator")
    cards = [
        Markup(
            '<figure class="panel small"><figcaption>{mark} <a href="{href}">{name}</a></figcaption>'
            "{chart}</figure>"
        ).format(
            mark=marks.light_mark(row["light"], language, is_stale=bool(row["is_stale"])),
            href=link("task", task=row["task"], indicator=row["indicator"]),
            name=plan.loc[row["indicator"], f"name_{language}"],
            chart=chart(row["indicator"], assessment, tables, language, is_small=True),
        )
        for _, row in rows.iterrows()
    ]
    return Markup('<div class="multiples">{}</div>').format(_NOTHING.join(cards))
