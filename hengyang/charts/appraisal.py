"""The assessment of departments as HTML: the ranking with its components, who is not ranked, swaps, the rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.charts.rows import rows_of
from hengyang.charts.scales import finite
from hengyang.charts.tables import TableColumn, html_table
from hengyang.delivery import COMPONENTS, Appraisal
from hengyang.delivery.appraisal import shares_of
from hengyang.labels import Language, words
from hengyang.progress.needs import short_name
from hengyang.schema import Light, Tables

Link = Callable[..., str]
_NOTHING = Markup("")
_OBSTACLES = ("components", "items", "share", "weights", "no_items")
_MOST_SWAPS = 8


def appraisal_finding(appraisal: Appraisal, tables: Tables, language: Language) -> str:
    """Who leads, how firm the order is, how many are not ranked and, where nobody is, why."""
    say = words(language)
    ranked = appraisal.ranked
    if ranked.empty:
        reports = appraisal.items[appraisal.items["component"].isin(("punctuality", "quality"))]
        is_silent = reports["credit_pct"].isna().all()
        key = "appraisal-title-none-silent" if is_silent else "appraisal-title-none"
        said = say(key, count=str(len(appraisal.scores)))
    else:
        first = ranked[ranked["rank"] == 1]
        office = short_name(first["department"].iloc[0], tables, language)
        if len(first) > 1:
            office = say("appraisal-first-others", office=office, count=str(len(first)))
        ranges = appraisal.ranges
        said = say(
            "appraisal-title",
            ranked=str(len(ranked)),
            first=office,
            score=score_words(first["score_pct"].iloc[0], language),
            points=points_within(appraisal),
            steady=str(int((ranges["best_rank"] == ranges["worst_rank"]).sum())),
            unranked=str(len(appraisal.scores) - len(ranked)),
        )
    return say("appraisal-title-trial", finding=said) if appraisal.is_trial else said


def points_within(appraisal: Appraisal) -> str:
    """How far each weight was moved, in points."""
    return str(appraisal.rule.whole("sensitivity", "within_points"))


def score_words(value: Any, language: Language, places: int = 1) -> str:
    """A score or component, rounded down; says so when it is not known."""
    number = finite(value)
    if number is None:
        return words(language)("appraisal-not-known")
    return labels.percent_floored(number, language, places).removesuffix("%")


def weight_words(value: Any, language: Language) -> str:
    """A weight as points of 100, to a tenth where it is not whole."""
    number = round(float(value), 1)
    return labels.number(number, language)


def obstacle_words(row: Any, appraisal: Appraisal, language: Language) -> str:
    """Why a department is not ranked."""
    why = obstacle_because(str(row.obstacle), appraisal, language)
    return words(language)("appraisal-unranked-because", why=why)


def obstacle_because(obstacle: str, appraisal: Appraisal, language: Language) -> str:
    """What a department lacks for being ranked, in words."""
    ranking = appraisal.rule.section("ranking")
    least = {
        "components": ranking["least_components"],
        "items": ranking["least_items"],
        "share": ranking["least_known_pct"],
    }
    if obstacle not in least:
        return words(language)(f"appraisal-obstacle-{obstacle}")
    return words(language)(f"appraisal-obstacle-{obstacle}", least=f"{least[obstacle]:.0f}")


def ranking(appraisal: Appraisal, tables: Tables, language: Language, link: Link) -> Markup:
    """The ranked departments: rank, a bar of what each component brings, the components with what is known."""
    say = words(language)
    columns = [
        TableColumn("office", say("appraisal-head-office")),
        TableColumn("rank", say("appraisal-head-rank"), is_numeric=True),
        TableColumn("score", say("appraisal-head-score"), is_numeric=True),
        TableColumn("bar", ""),
        *(
            TableColumn(name, say(f"appraisal-component-{name}"), is_numeric=True)
            for name in COMPONENTS
        ),
        TableColumn("range", say("appraisal-head-range"), is_numeric=True),
    ]
    ranges = appraisal.ranges.set_index("department")
    rows = []
    for row in rows_of(appraisal.ranked):
        office = short_name(row.department, tables, language)
        own = ranges.loc[row.department]
        rows.append(
            {
                "office": Markup('<a href="{}">{}</a>').format(
                    link("assessment", office=row.department, **_tried(appraisal)), office
                ),
                "rank": Markup("{}<b>{}</b>").format(_label(say("appraisal-head-rank")), row.rank),
                "score": Markup("<b>{}</b>").format(score_words(row.score_pct, language)),
                "bar": _bar(row, office, language),
                **{name: _component(row, name, language) for name in COMPONENTS},
                "range": Markup("{}{}").format(
                    _label(say("appraisal-head-range")),
                    say("appraisal-rank-range", best=str(own.best_rank), worst=str(own.worst_rank))
                    if own.best_rank != own.worst_rank
                    else own.best_rank,
                ),
            }
        )
    caption = say("appraisal-caption", points=points_within(appraisal))
    if not rows:
        return _NOTHING
    return Markup('<div class="panel ap-list"><p class="leg">{}</p>{}</div>').format(
        legend(appraisal, language), html_table(rows, columns, language, caption=caption)
    )


def _tried(appraisal: Appraisal) -> dict[str, object]:
    """The weights for a link, where they are not the published ones."""
    if not appraisal.is_trial:
        return {}
    return {"weights": ".".join(f"{value:.0f}" for _, value in appraisal.weights)}


def legend(appraisal: Appraisal, language: Language) -> Markup:
    """The components with their weights, as points of 100."""
    say = words(language)
    shares = shares_of(dict(appraisal.weights))
    return Markup(" ").join(
        Markup('<span class="cv-key"><i class="ap-{}"></i>{}</span>').format(
            name,
            say(
                "appraisal-key-weight",
                name=say(f"appraisal-component-{name}"),
                weight=weight_words(shares[name], language),
            ),
        )
        for name in COMPONENTS
    )


def _brought(row: Any, name: str) -> float:
    """Points of the score that a component brings."""
    value, weight = finite(getattr(row, f"{name}_pct")), getattr(row, f"{name}_weight_pct")
    return 0.0 if value is None else value * weight / 100


def _bar(row: Any, office: str, language: Language) -> Markup:
    say = words(language)
    parts = [(name, _brought(row, name)) for name in COMPONENTS]
    spoken = say(
        "appraisal-bar",
        office=office,
        score=score_words(row.score_pct, language),
        parts=say("mark-separator").join(
            say(
                "appraisal-bar-part",
                name=say(f"appraisal-component-{name}"),
                points=score_words(points, language),
            )
            for name, points in parts
            if points
        ),
    )
    return Markup('<div class="ap-bar" role="img" aria-label="{0}" title="{0}">{1}</div>').format(
        spoken,
        _NOTHING.join(
            Markup('<i class="ap-{}" style="width:{:.2f}%"></i>').format(name, points)
            for name, points in parts
            if points
        ),
    )


def _component(row: Any, name: str, language: Language) -> Markup:
    say = words(language)
    value = finite(getattr(row, f"{name}_pct"))
    items, known = getattr(row, f"{name}_items"), getattr(row, f"{name}_known")
    return Markup("{}{}<small>{}</small>").format(
        _label(say(f"appraisal-component-{name}")),
        score_words(value, language)
        if value is not None
        else Markup('<span class="ap-none">{}</span>').format(say("appraisal-not-known")),
        say("appraisal-known", known=str(known), items=str(items)),
    )


def _label(text: str) -> Markup:
    """A column's heading inside the cell, for a phone, where the table has no head."""
    return Markup('<em class="ap-l" aria-hidden="true">{}</em>').format(text)


def unranked(appraisal: Appraisal, tables: Tables, language: Language, link: Link) -> Markup:
    """Who is not ranked, by why not; each leads to what is known of it."""
    say = words(language)
    rows = appraisal.scores[~appraisal.scores["is_ranked"]]
    if rows.empty:
        return _NOTHING
    lines = []
    for obstacle in _OBSTACLES:
        those = rows_of(rows[rows["obstacle"] == obstacle])
        if not those:
            continue
        for known, offices in _by_known(those):
            linked = [
                Markup('<a href="{}">{}</a>').format(
                    link("assessment", office=row.department, **_tried(appraisal)),
                    short_name(row.department, tables, language),
                )
                for row in offices
            ]
            head = obstacle_because(obstacle, appraisal, language)
            if obstacle == "components":
                head = say("appraisal-obstacle-known", why=head, known=str(known))
            lines.append(
                Markup("<dt>{} <small>({})</small></dt><dd>{}</dd>").format(
                    head, str(len(offices)), Markup(" · ").join(linked)
                )
            )
    return Markup('<section class="panel ap-unranked"><h4>{}</h4><dl>{}</dl></section>').format(
        say("appraisal-unranked"), _NOTHING.join(lines)
    )


def _by_known(rows: list[Any]) -> list[tuple[int, list[Any]]]:
    """The rows by how many components are known, most first."""
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(int(row.known_components), []).append(row)
    return sorted(found.items(), reverse=True)


def swaps(appraisal: Appraisal, tables: Tables, language: Language) -> Markup:
    """How the order hangs on the weights: the pairs that swap, and in how many weightings."""
    say, ranges, found = words(language), appraisal.ranges, appraisal.swaps
    if ranges.empty:
        return _NOTHING
    count = int(ranges["weightings"].iloc[0])
    if found.empty:
        body = Markup('<p class="calm">{}</p>').format(
            say("appraisal-swaps-none", count=str(count), points=points_within(appraisal))
        )
    else:
        shown = found.head(_MOST_SWAPS)
        items = [
            Markup("<li><span>{}</span><b>{}</b></li>").format(
                say(
                    "appraisal-swap",
                    ahead=short_name(row.ahead, tables, language),
                    behind=short_name(row.behind, tables, language),
                ),
                say("appraisal-swap-count", swapped=str(row.swapped), count=str(count)),
            )
            for row in rows_of(shown)
        ]
        note = say(
            "appraisal-swaps-note",
            count=str(count),
            points=points_within(appraisal),
            step=str(appraisal.rule.whole("sensitivity", "step_points")),
            shown=str(len(shown)),
            pairs=str(len(found)),
        )
        body = Markup('<ul class="vals ap-swaps">{}</ul><p class="meta">{}</p>').format(
            _NOTHING.join(items), note
        )
    return Markup('<section class="panel"><h4>{}</h4>{}</section>').format(
        say("appraisal-swaps"), body
    )


def rule_panel(appraisal: Appraisal, file_name: str, language: Language) -> Markup:
    """The published rule in words: each component with its weight and credits, who is ranked, when reports are due."""
    say, rule = words(language), appraisal.rule
    shares = shares_of(rule.weights)
    roles, cases = rule.section("roles"), rule.section("cases")
    about = {
        "progress": say(
            "appraisal-about-progress",
            lead=f"{roles['lead']:g}",
            support=f"{roles['support']:g}",
        ),
        "punctuality": say("appraisal-about-punctuality"),
        "quality": say("appraisal-about-quality"),
        "cases": say("appraisal-about-cases", most=f"{cases['repeated_at_most']:g}"),
    }
    parts = [
        Markup("<section><h5>{} <small>{}</small></h5><p>{}</p><ul>{}</ul></section>").format(
            say(f"appraisal-component-{name}"),
            say("appraisal-rule-weight", weight=weight_words(shares[name], language)),
            about[name],
            _NOTHING.join(
                Markup("<li><span>{}</span><b>{}</b></li>").format(
                    reason_words(name, reason, appraisal, language),
                    say("appraisal-credit", credit=f"{credit:g}"),
                )
                for reason, credit in rule.section(name).items()
                if reason != "reply_within_days"
            ),
        )
        for name in COMPONENTS
    ]
    ranking_rule, day, months = (
        rule.section(name) for name in ("ranking", "due_day", "due_months")
    )
    notes = [
        say(
            "appraisal-rule-ranking",
            components=f"{ranking_rule['least_components']:g}",
            items=f"{ranking_rule['least_items']:g}",
            share=f"{ranking_rule['least_known_pct']:g}",
        ),
        due_rule_words(day, months, language),
        say("appraisal-rule-inferred"),
        say("appraisal-rule-file", path=file_name),
    ]
    return Markup('<section class="panel ap-rule"><h4>{}</h4><div>{}</div>{}</section>').format(
        say("appraisal-rule", version=str(rule.version)),
        _NOTHING.join(parts),
        _NOTHING.join(Markup('<p class="meta">{}</p>').format(note) for note in notes),
    )


def due_rule_words(day: dict[str, float], months: dict[str, float], language: Language) -> str:
    """When reports are due, said to be an assumption."""
    return words(language)(
        "appraisal-rule-due",
        monthly=f"{day['monthly']:g}",
        quarterly=f"{day['quarterly']:g}",
        annual=f"{day['annual']:g}",
        month=f"{months['annual']:g}",
    )


def reason_words(
    component: str, reason: str, appraisal: Appraisal, language: Language
) -> Markup | str:
    """What an item was found to be; a light with its mark."""
    say = words(language)
    if component == "progress":
        light = Light(reason)
        return Markup("{} {}").format(marks.light_mark(light, language), say(f"light-{light}"))
    if reason == "unanswered":
        days = appraisal.rule.section("cases")["reply_within_days"]
        return say("appraisal-reason-unanswered", days=f"{days:g}")
    return say(f"appraisal-reason-{reason}")
