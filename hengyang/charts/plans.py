"""Many plans beside each other as HTML: where they stand, each with its lights, coverage, pace and rank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts import css, marks
from hengyang.charts.rows import rows_of
from hengyang.charts.tables import TableColumn, html_table
from hengyang.labels import Language, words
from hengyang.progress import DEFAULT_THRESHOLDS
from hengyang.remembered import remembered
from hengyang.schema import Light, Theme

Link = Callable[..., str]
_NOTHING = Markup("")
_STEP_PCT = 5
_STRIP = (1280, 84)


def in_order(standings: pd.DataFrame) -> pd.DataFrame:
    """The best first; those without a rank last; equals in the order of their names in the lake."""
    return standings.sort_values(["rank", "plan"], na_position="last", ignore_index=True)


def matching(standings: pd.DataFrame, query: str) -> pd.DataFrame:
    """The plans whose name in either language, or in the lake, has the words."""
    asked = query.strip().casefold()
    if not asked:
        return standings
    is_named = [
        any(asked in str(value).casefold() for value in (row.plan, row.name_zh, row.name_en))
        for row in rows_of(standings)
    ]
    return standings[is_named].reset_index(drop=True)


def comparison_finding(standings: pd.DataFrame, language: Language) -> str:
    """How many plans, who leads, how many have no rank."""
    say = words(language)
    if standings.empty:
        return say("lake-finding-none")
    ranked = standings[standings["rank"].notna()]
    unranked = len(standings) - len(ranked)
    if ranked.empty:
        return say("lake-finding-unranked", count=str(len(standings)))
    first = ranked[ranked["rank"] == 1]
    return say(
        "lake-finding",
        count=str(len(standings)),
        first=first[f"name_{language}"].iloc[0],
        others=str(len(first)),
        most=green_words(rows_of(first)[0], language),
        least=green_words(rows_of(ranked.sort_values("rank"))[-1], language),
        unranked=str(unranked),
    )


def green_words(row: Any, language: Language) -> str:
    """The green share of what is due, rounded down."""
    if pd.isna(row.green_share_pct):
        return words(language)("lake-not-known")
    return labels.percent_floored(float(row.green_share_pct), language)


def rank_words(row: Any, language: Language) -> str:
    """The rank, or why there is none."""
    if not pd.isna(row.rank):
        return str(row.rank)
    return why_unranked(row, language)


def why_unranked(row: Any, language: Language) -> str:
    """What a plan lacks for being ranked."""
    return words(language)(
        f"lake-unranked-{row.unranked_because}",
        reported=str(row.reported),
        due=str(row.due),
        least=labels.percent_floored(100 * DEFAULT_THRESHOLDS.reported_share, language, 0),
    )


@remembered(4)
def comparison(standings: pd.DataFrame, language: Language, link: Link) -> Markup:
    """A row a plan, sorted where it stands; a name leads to that plan's overview on the same day.

    Hundreds of rows: the marks are drawn by the stylesheet, and on a narrow screen, where the heads are out of sight,
    each value's name.
    """
    say = words(language)
    columns = [
        TableColumn("plan", say("lake-head-plan"), is_sortable=True),
        TableColumn("rank", say("lake-head-rank"), is_sortable=True),
        TableColumn("green", say("lake-head-green"), is_sortable=True),
        TableColumn("lights", say("lake-head-lights")),
        TableColumn("reported", say("lake-head-reported"), is_sortable=True),
        TableColumn("mean", say("lake-head-mean"), is_sortable=True),
        TableColumn("pace", say("lake-head-pace"), is_sortable=True),
        TableColumn("forecast", say("lake-head-forecast"), is_sortable=True),
        TableColumn("themes", say("lake-head-themes")),
    ]
    names = "".join(
        f"--head-{at}:{css.string(column.heading)};" for at, column in enumerate(columns, start=1)
    )
    return Markup('<div class="panel lk" style="{}">{}{}</div>').format(
        names,
        marks.legend(language, is_lights_only=True),
        html_table(
            [_row(row, language, link) for row in rows_of(in_order(standings))],
            columns,
            language,
            caption=Markup('{} <span class="lk-sort">{}</span>{}').format(
                say("lake-caption"), say("lake-caption-sort"), _order(columns, language)
            ),
        ),
    )


def _order(columns: list[TableColumn], language: Language) -> Markup:
    """What a narrow screen sorts by, in place of the heads: each column upwards and downwards."""
    say = words(language)
    choices = _NOTHING.join(
        Markup('<option value="{}{}"{}>{}</option>').format(
            column.key,
            " down" if is_down else "",
            Markup(" selected") if (column.key, is_down) == ("rank", False) else _NOTHING,
            say("lake-sort-down" if is_down else "lake-sort-up", column=column.heading),
        )
        for column in columns
        if column.is_sortable
        for is_down in (False, True)
    )
    return Markup('<label class="lk-by on-screen">{} <select data-sort>{}</select></label>').format(
        say("lake-sort"), choices
    )


def _row(row: Any, language: Language, link: Link) -> dict[str, object]:
    name = getattr(row, f"name_{language}")
    is_ranked = not pd.isna(row.rank)
    counts = {light: int(getattr(row, light.value)) for light in Light}
    address = link(
        "overview",
        plan=row.plan,
        release=None,
        as_of=row.as_of.date(),
        theme=(),
        department=(),
        light=(),
        division=(),
    )
    why = _NOTHING if is_ranked else Markup("<small>{}</small>").format(why_unranked(row, language))
    return {
        "plan": Markup('<a href="{}">{}</a>{}').format(address, name, why),
        "rank": Markup("<b>{}</b>").format(row.rank) if is_ranked else (Markup("–"), ""),
        "green": (Markup.escape(green_words(row, language)), _value(row.green_share_pct)),
        "lights": marks.light_counts(counts, language),
        "reported": _share(row.reported, row.due, language),
        "mean": (
            marks.light_bullet(row.mean_attainment_pct, row.mean_expected_pct, language),
            _value(row.mean_attainment_pct),
        ),
        "pace": _share(row.is_fast_enough_count, row.pace_count, language),
        "forecast": _share(row.expected_to_arrive_count, row.forecast_count, language),
        "themes": _themes(row, language),
    }


def _share(part: int, whole: int, language: Language) -> tuple[Markup, object]:
    said = words(language)("lake-share", part=str(part), whole=str(whole))
    return Markup.escape(said), _value(part / whole if whole else float("nan"))


def _value(number: float) -> object:
    """What a cell is sorted by; the empty one stays last."""
    return "" if pd.isna(number) else round(float(number), 4)


def _themes(row: Any, language: Language) -> Markup:
    say = words(language)
    found = []
    for theme in Theme:
        light = getattr(row, f"theme_{theme.value}")
        found.append(
            marks.light_theme_light(
                light if isinstance(light, str) else None,
                language,
                say(f"lake-theme-{theme.value}"),
            )
        )
    return Markup(" ").join(found)


@remembered(8)
def strip(standings: pd.DataFrame, language: Language, *, here: str = "") -> Markup:
    """How the plans are spread over the green share, in steps of five points; `here` marks the step of one plan."""
    say = words(language)
    known = standings[standings["rank"].notna()]
    if known.empty:
        return _NOTHING
    steps = {
        row.plan: min(int(row.green_share_pct // _STEP_PCT), 100 // _STEP_PCT - 1)
        for row in rows_of(known)
    }
    counts = Counter(steps.values())
    width, height = _STRIP
    each, most = width / (100 // _STEP_PCT), max(counts.values())
    bars = []
    for step, count in sorted(counts.items()):
        tall = (height - 34) * count / most
        spoken = say(
            "lake-strip-step",
            low=str(step * _STEP_PCT),
            high=str((step + 1) * _STEP_PCT),
            count=str(count),
        )
        bars.append(
            Markup(
                '<g><title>{spoken}</title><rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}"'
                ' fill="var(--focus)" fill-opacity="{shade}"/>'
                '<text x="{middle:.1f}" y="{above:.1f}">{count}</text></g>'
            ).format(
                shade=1 if steps.get(here) == step else 0.55,
                spoken=spoken,
                x=step * each + 1,
                y=height - 18 - tall,
                w=each - 2,
                h=tall,
                middle=(step + 0.5) * each,
                above=height - 21 - tall,
                count=count,
            )
        )
    ticks = [
        Markup('<text x="{:.1f}" y="{}" class="lk-tick">{}%</text>').format(
            width * share / 100, height - 4, share
        )
        for share in (20, 40, 60, 80)
    ]
    label = say("lake-strip", count=str(len(known)))
    return Markup(
        '<figure class="panel lk-strip"><figcaption>{0}</figcaption>'
        '<svg viewBox="0 0 {1} {2}" role="img" aria-label="{0}">{3}{4}</svg></figure>'
    ).format(label, width, height, _NOTHING.join(bars), _NOTHING.join(ticks))


def provenance(release: Any, standings: pd.DataFrame, language: Language) -> str:
    """When the roll-up was made, of what, by which rule: the line beside the finding."""
    say = words(language)
    return say(
        "lake-line",
        day=labels.day(standings["as_of"].iloc[0].date(), language),
        release=str(release["release"]),
        at=labels.instant(release["published_at"]),
    )


def how_to_begin(said: str) -> Markup:
    """What is lacking before there is anything to compare."""
    return Markup('<p class="panel">{}</p>').format(said)
