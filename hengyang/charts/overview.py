"""The overview as HTML: theme cards, the board of all tasks, what needs attention, what changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang.charts import marks
from hengyang.charts.rows import rows_by, rows_of
from hengyang.labels import Language, words
from hengyang.progress import Assessment, light_counts
from hengyang.progress.needs import lead_names, names
from hengyang.remembered import remembered
from hengyang.schema import Light, Tables

Link = Callable[..., str]

_NOTHING = Markup("")
#: How the 31 tasks stand in three columns of about equal height.
_COLUMNS = (("innovation", "green", "openness"), ("coordination",), ("sharing",))


@remembered(64)
def theme_cards(
    assessment: Assessment, tables: Tables, changes: pd.DataFrame, language: Language, link: Link
) -> Markup:
    """Five cards: counts of lights, reported k of m, what changed."""
    say = words(language)
    cards = []
    kept = tables.tasks[tables.tasks["task"].isin(assessment.kept_tasks)]
    tasks_of = kept.groupby("theme", observed=False).size()
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


@remembered(64)
def board(assessment: Assessment, tables: Tables, language: Language, link: Link) -> Markup:
    """All tasks with every counted indicator as one mark; tasks without numbers say what they have instead."""
    name_of, lead_of = names(tables, language), lead_names(tables, language)
    tasks_of = rows_by(tables.tasks, "theme")
    indicators_of = rows_by(assessment.counted, "task")
    milestones_of = rows_by(assessment.milestones, "task")
    roll_up_of = {row.task: row for row in rows_of(assessment.tasks)}
    columns = []
    for themes in _COLUMNS:
        parts = []
        for theme in rows_of(tables.themes[tables.themes["theme"].isin(themes)]):
            rows = [
                Markup(
                    '<li class="row{dim}"><a href="{href}"><b>{number}</b><span class="nm">{name}</span>'
                    '<span class="dp">{office}</span><span class="gl">{glyphs}</span>'
                    '<span class="mean">{bar}</span></a></li>'
                ).format(
                    # what is filtered away stays in its place, so that the board keeps its shape
                    dim="" if task.task in assessment.kept_tasks else " dim",
                    href=link("task", task=task.task),
                    number=task.task,
                    name=getattr(task, f"name_{language}"),
                    office=lead_of.get(task.task, "") if language == "zh" else "",
                    glyphs=_glyphs(
                        indicators_of[task.task], milestones_of[task.task], name_of, language
                    )
                    if task.task in assessment.kept_tasks
                    else "",
                    bar=_mean_bullet(roll_up_of.get(task.task), task.theme, language),
                )
                for task in tasks_of[theme.theme]
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


def _glyphs(
    indicators: list[Any], milestones: list[Any], name_of: dict[str, str], language: Language
) -> Markup:
    """A mark for each indicator; without any, small ones for the milestones and how many are done."""
    say = words(language)
    if indicators:
        return _NOTHING.join(
            marks.light_mark(
                row.light,
                language,
                is_stale=row.is_stale,
                title=f"{row.indicator} {name_of[row.indicator]}",
            )
            for row in indicators
        )
    if not milestones:
        return Markup("<em>{}</em>").format(say("overview-no-numbers"))
    done = sum(row.light == Light.MET for row in milestones)
    return _NOTHING.join(
        marks.light_mark(
            row.light, language, size=9, title=f"{row.milestone} {name_of[row.milestone]}"
        )
        for row in milestones
    ) + Markup("<em>{}</em>").format(
        say("overview-milestones", done=str(done), count=str(len(milestones)))
    )


def _mean_bullet(roll_up: Any, theme: str, language: Language) -> Markup:
    """The mean of a task's clipped attainments, with how many of its indicators it speaks for."""
    # values too old to be final light nothing, so they are no progress to show either
    if roll_up is None or not roll_up.reported or pd.isna(roll_up.mean_attainment_pct):
        return _NOTHING
    spoken_for = round(roll_up.mean_attainment_coverage * roll_up.indicators)
    return Markup('{}<small class="cov">{}</small>').format(
        # a mean has no light of its own, so it wears the theme's colour
        marks.bullet(
            roll_up.mean_attainment_pct,
            roll_up.mean_expected_pct,
            None,
            language,
            colour=f"var(--theme-{theme})",
        ),
        f"{spoken_for}/{roll_up.indicators}",
    )
