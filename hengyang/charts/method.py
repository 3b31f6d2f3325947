"""The rule as HTML: the nine lights, the arithmetic, and what judging each kind of target means."""

from __future__ import annotations

from markupsafe import Markup

from hengyang import labels
from hengyang.charts import marks
from hengyang.labels import Language, words
from hengyang.progress import Assessment, Thresholds, light_counts
from hengyang.remembered import remembered
from hengyang.schema import Light, Rule, Tables

_NOTHING = Markup("")
#: The rules in the order that the method tells them.
_RULES = (
    Rule.CUMULATIVE,
    Rule.RANGE_LOW,
    Rule.LEVEL,
    Rule.BAND,
    Rule.FLOOR,
    Rule.CAP,
    Rule.AMBIGUOUS,
    Rule.CHECK_ONLY,
    Rule.DESCRIBED,
)
_STEPS = ("attainment", "expected", "gap", "stale", "arrow", "forecast", "roll-up")


def table(
    caption: str,
    heads: list[str],
    rows: list[Markup],
    *,
    kind: str = "",
    numeric: int | None = None,
) -> Markup:
    """A panel with a table: caption, column heads, finished <tr> rows; `numeric` is the column set right."""
    head = _NOTHING.join(
        Markup('<th scope="col"{}>{}</th>').format(
            Markup(' class="num"') if at == numeric else _NOTHING, text
        )
        for at, text in enumerate(heads)
    )
    return Markup(
        '<div class="panel scroll" role="region" tabindex="0" aria-label="{caption}">'
        '<table class="reg me {kind}"><caption>{caption}</caption>'
        "<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    ).format(caption=caption, kind=kind, head=head, rows=_NOTHING.join(rows))


def points(value: float, language: Language) -> str:
    """A threshold as text: 10, 1.5, never 10.0."""
    return labels.number(value, language)


def threshold_words(thresholds: Thresholds, language: Language) -> dict[str, str]:
    """The thresholds as arguments of the messages that speak of them."""
    return {
        "behind": points(thresholds.behind_points, language),
        "far": points(thresholds.far_behind_points, language),
        "stale": points(thresholds.stale_periods, language),
        "reported": points(100 * thresholds.reported_share, language),
        "red": points(100 * thresholds.red_share, language),
        "not_green": points(100 * thresholds.not_green_share, language),
        "about": points(100 * thresholds.about_share, language),
    }


@remembered(16)
def lights_table(assessment: Assessment, language: Language) -> Markup:
    """The nine lights in the order in which the first that fits wins, with how many have each today."""
    say = words(language)
    counts = light_counts(assessment.counted)
    arguments = threshold_words(assessment.thresholds, language)
    rows = [
        Markup(
            '<tr><td class="me-l">{mark}<b>{word}</b></td><td>{when}</td><td>{meaning}</td>'
            '<td class="num">{count}</td></tr>'
        ).format(
            mark=marks.light_mark(light, language, size=15),
            word=say(f"light-{light}"),
            when=say(f"method-when-{light}", **arguments),
            meaning=say(f"method-means-{light}"),
            count=counts[light],
        )
        for light in Light
    ]
    heads = [say(f"method-lights-{name}") for name in ("light", "when", "means", "count")]
    return table(say("method-lights-caption"), heads, rows, numeric=3)


@remembered(16)
def rules_table(tables: Tables, language: Language) -> Markup:
    """How each kind of target is judged, and how many of the plan's targets are of that kind."""
    say = words(language)
    of_rule = tables.indicators["rule"].value_counts()
    rows = [
        Markup('<tr><td><b>{}</b></td><td class="num">{}</td><td>{}</td></tr>').format(
            say(f"rule-{rule}"), int(of_rule.get(rule.value, 0)), say(f"method-rule-{rule}")
        )
        for rule in _RULES
    ]
    heads = [say(f"method-rules-{name}") for name in ("rule", "count", "judged")]
    return table(say("method-rules-caption"), heads, rows, numeric=1)


@remembered(16)
def arithmetic_panel(assessment: Assessment, language: Language) -> Markup:
    """The arithmetic in its steps, with the thresholds in force, and why it is not a growth rate."""
    say = words(language)
    arguments = threshold_words(assessment.thresholds, language)
    steps = [
        Markup("<li><b>{}</b><span>{}</span></li>").format(
            say(f"method-step-{step}"), say(f"method-step-{step}-how", **arguments)
        )
        for step in _STEPS
    ]
    return Markup(
        '<div class="panel"><h4>{}</h4><p class="meta">{}</p><ol class="me-steps">{}</ol>'
        '<p class="meta">{}</p><p class="meta">{}</p></div>'
    ).format(
        say("method-arithmetic"),
        say("method-inputs"),
        _NOTHING.join(steps),
        say("method-bands-origin"),
        say("method-why-not-growth"),
    )


def signed(value: float, language: Language) -> str:
    """A difference with its sign: +3.2, −21.7 (a minus sign, not a hyphen)."""
    text = labels.number(abs(value), language, 1)
    if float(f"{value:.1f}") == 0:
        return labels.number(0, language, 1)
    return f"{'+' if value > 0 else '−'}{text}"


def signed_with_unit(value: float, unit: str, language: Language) -> str:
    """A margin: its sign, as many decimals as it has, its unit."""
    value = round(value, 6)  # 20 − 18.6 is 1.3999999999999986
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{labels.number(abs(value), language)}{'' if unit == '%' else ' '}{unit}"
