"""The rules of the projects' lights as a table of the method page, with their worked examples."""

from __future__ import annotations

from markupsafe import Markup

from hengyang.charts import marks
from hengyang.charts.method import points, table
from hengyang.delivery import DEFAULT_DELIVERY_THRESHOLDS, KINDS
from hengyang.labels import Language, words
from hengyang.schema import Light

_PARTS = ("rule", "yellow", "red", "example")


def rules_table(language: Language) -> Markup:
    """One row a light: rule, yellow, red, example; below what is remembered from month to month."""
    say = words(language)
    limits = DEFAULT_DELIVERY_THRESHOLDS
    told = {
        "months": str(limits.months_to_red),
        "behind": points(limits.behind_points, language),
        "far": points(limits.far_behind_points, language),
        "enough": points(limits.paid_enough_pct, language),
        "little": points(limits.paid_too_little_pct, language),
    }
    signs = {
        "yellow": marks.light_mark(Light.BEHIND, language),
        "red": marks.light_mark(Light.FAR_BEHIND, language),
    }
    rows = []
    for kind in KINDS:
        cells = [
            Markup("<td>{} {}</td>").format(
                signs.get(part, ""), say(f"project-rules-{kind}-{part}", **told)
            )
            for part in _PARTS
        ]
        rows.append(
            Markup('<tr><th scope="row">{}</th>{}</tr>').format(
                say(f"project-light-{kind}"), Markup("").join(cells)
            )
        )
    heads = [say(f"project-rules-{part}") for part in ("kind", *_PARTS)]
    note = Markup('<p class="meta">{}</p>').format(say("project-rules-memory"))
    return table(say("project-rules"), heads, rows) + note
