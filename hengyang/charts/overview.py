"""The overview as HTML: theme cards, the board of all tasks, what needs attention, what changed."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from markupsafe import Markup

from hengyang.charts import marks
from hengyang.charts.attention import lead_names, names
from hengyang.charts.rows import rows_of
from hengyang.labels import Language, words
from hengyang.progress import Assessment, light_counts
from hengyang.schema import Light, Tables

Link = Callable[..., str]

_NOTHING = Markup("")
#: How the 31 tasks stand in three columns of about equal height.
_COLUMNS = (("innovation", "green", "openness"), ("coordination",), ("sharing",))


def theme_cards(
    assessment: Assessment, tables: Tables, changes: pd.DataFrame, language: Language, link: Link
) -> Markup:
    """Five cards: counts of lights, reported k of m, what changed."""
    say = words(language)
    cards = []
    tasks_of = tables.tasks.groupby("theme", observed=False).size()
    roll_ups = assessment.themes.set_index("theme")
    theme_of = {
        **assessment.indicators.set_index("indicator")["theme"].to_dict(),
        **assessment.milestones.set_index("milestone")["theme"].to_dict(),
    }
    changed = changes.assign(theme=changes["subject"].map(theme_of))
    for theme in rows_of(tables.themes):
        within = assessment.counted[assessment.counted["theme"] == theme.theme]
        counts = light_counts(within)
        row = roll_ups.loc[theme.theme] if theme.theme in roll_ups.index else None
        light = None if row is None or pd.isna(row["light"]) else row["light"]
        cards.append(
            Markup(
                '<section class="card" style="--c:var(--theme-{theme})">'
                '<h2><a href="{href}">{name}</a></h2>'
                '<p class="big">{light}{count}<small> {caption}</small></p>{bar}<p class="leg">{legend}</p>'
                '<p class="foot"><span>{reported}</span><b>{change}</b></p></section>'
            ).format(
                theme=theme.theme,
                href=link("theme", show=theme.theme),
                name=getattr(theme, f"name_{language}"),
                light=marks.theme_light_mark(light, language),
                count=len(within),
                caption=say("overview-card-caption", tasks=str(tasks_of[theme.theme])),
                bar=marks.counts_bar(counts, language),
                legend=marks.counts_legend(counts, language),
                reported=say(
                    "overview-reported",
                    reported=str(0 if row is None else row["reported"]),
                    due=str(0 if row is None else row["due"]),
                ),
                change=_change_words(changed[changed["theme"] == theme.theme], language),
            )
        )
    return Markup('<div class="cards">{}</div>').format(_NOTHING.join(cards))


def _change_words(changes: pd.DataFrame, language: Language) -> Markup:
    say = words(language)
    parts = []
    for change in ("better", "worse"):
        count = int((changes["change"] == change).sum())
        if count:
            parts.append(
                Markup("{} {}").format(
                    marks.change_mark(change, language), say(f"overview-{change}", count=str(count))
                )
            )
    return Markup(" · ").join(parts) if parts else Markup.escape(say("overview-unchanged"))


def board(assessment: Assessment, tables: Tables, language: Language, link: Link) -> Markup:
    """All tasks with every counted indicator as one mark; tasks without numbers say what they have instead."""
    name_of, lead_of = names(tables, language), lead_names(tables, language)
    columns = []
    for themes in _COLUMNS:
        parts = []
        for theme in rows_of(tables.themes[tables.themes["theme"].isin(themes)]):
            tasks = tables.tasks[tables.tasks["theme"] == theme.theme]
            rows = [
                _task_row(task, assessment, name_of, lead_of.get(task.task, ""), language, link)
                for task in rows_of(tasks)
            ]
            parts.append(
                Markup('<h3 style="--c:var(--theme-{})">{}</h3><ul class="tasks">{}</ul>').format(
                    theme.theme, getattr(theme, f"name_{language}"), _NOTHING.join(rows)
                )
            )
        columns.append(Markup("<div>{}</div>").format(_NOTHING.join(parts)))
    return Markup('<div class="panel"><div class="cols">{}</div>{}</div>').format(
        _NOTHING.join(columns), marks.legend(language)
    )


def _task_row(
    task: object,
    assessment: Assessment,
    name_of: dict[str, str],
    office: str,
    language: Language,
    link: Link,
) -> Markup:
    say = words(language)
    number = task.task  # type: ignore[attr-defined]
    name = getattr(task, f"name_{language}")
    indicators = assessment.counted[assessment.counted["task"] == number]
    milestones = assessment.milestones[assessment.milestones["task"] == number]

    glyphs = [
        marks.light_mark(
            row.light,
            language,
            is_stale=row.is_stale,
            title=f"{row.indicator} {name_of[row.indicator]}",
        )
        for row in rows_of(indicators)
    ]
    note, bar = _NOTHING, _NOTHING
    if not len(indicators):
        glyphs = [
            marks.light_mark(
                row.light, language, size=9, title=f"{row.milestone} {name_of[row.milestone]}"
            )
            for row in rows_of(milestones)
        ]
        done = int((milestones["light"] == Light.MET).sum())
        note = Markup("<em>{}</em>").format(
            say("overview-milestones", done=str(done), count=str(len(milestones)))
            if len(milestones)
            else say("overview-no-numbers")
        )
    roll_up = assessment.tasks.set_index("task")
    if number in roll_up.index and not pd.isna(roll_up.loc[number, "mean_attainment_pct"]):
        row = roll_up.loc[number]
        bar = Markup('{}<small class="cov">{}</small>').format(
            marks.bullet(
                # a mean has no light of its own, so it wears the theme's colour
                row["mean_attainment_pct"],
                row["mean_expected_pct"],
                None,
                language,
                colour=f"var(--theme-{task.theme})",  # type: ignore[attr-defined]
            ),
            f"{round(row['mean_attainment_coverage'] * row['indicators'])}/{len(indicators)}",
        )
    is_hidden = not len(indicators) and not len(milestones)
    return Markup(
        '<li class="row{hidden}"><a href="{href}"><b>{number}</b><span class="nm">{name}</span>'
        '<span class="dp">{office}</span><span class="gl">{glyphs}{note}</span>'
        '<span class="bl">{bar}</span></a></li>'
    ).format(
        hidden=" dim" if is_hidden and number not in (10, 28) else "",
        href=link("task", task=number),
        number=number,
        name=name,
        office=office if language == "zh" else "",
        glyphs=_NOTHING.join(glyphs),
        note=note,
        bar=bar,
    )
