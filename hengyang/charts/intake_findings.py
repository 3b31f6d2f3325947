"""What is wrong with a received file, as HTML: where in their own file, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from hengyang.charts.intake import SHOWN, panel_table
from hengyang.charts.past import actor_words
from hengyang.ingest.examine import Examination
from hengyang.ingest.findings import Finding
from hengyang.labels import Language, words
from hengyang.review import Proposal

_NOTHING = Markup("")


def findings_panel(findings: Iterable[Finding], language: Language) -> Markup:
    """Every finding in the order of gravity: where in their own file, the value, what is wrong, how to mend it."""
    say = words(language)
    order = {"error": 0, "warning": 1, "note": 2}
    told = sorted(findings, key=lambda found: order[found.severity])
    if not told:
        return Markup('<div class="panel"><h4>{}</h4><p class="calm">{}</p></div>').format(
            say("intake-findings"), say("intake-findings-none")
        )
    body = [
        Markup(
            '<tr><td class="in-{severity}">{word}</td><td>{place}</td>'
            '<td data-label="{written}">{value}</td><td>{message}</td><td>{mend}</td></tr>'
        ).format(
            severity=found.severity,
            word=say(f"intake-severity-{found.severity}"),
            place=place_words(found.sheet, found.row, found.column, language),
            written=say("intake-head-value"),
            value=found.value or "",
            message=found.message(language),
            mend=found.mend(language),
        )
        for found in told[:SHOWN]
    ]
    rest = len(told) - SHOWN
    return panel_table(
        "in-findings",
        ("severity", "place", "value", "what", "mend"),
        body,
        Markup("<b>{}</b> {}").format(say("intake-findings"), say("intake-findings-places")),
        language,
        rest,
    )


def stored_findings_panel(found: Proposal, language: Language) -> Markup:
    """What a proposal was submitted with: warnings and by whom each was ticked, errors of rows that were left out."""
    say = words(language)
    body = [
        _stored(
            finding,
            say("intake-ticked-by", name=actor_words(ticked.actor, language))
            if ticked is not None
            else say("intake-ticked-by-nobody"),
            language,
        )
        for finding, ticked in found.warnings
    ]
    left_out = set(found.left_out_rows)
    body += [
        _stored(finding, say("intake-left-out-row"), language)
        for finding in found.findings
        if finding.get("severity") == "error" and (finding["sheet"], finding["row"]) in left_out
    ]
    if not body:
        return _NOTHING
    caption = Markup("<b>{}</b>").format(say("intake-findings-left"))
    heads = ("severity", "place", "what", "ticked")
    return panel_table("in-left", heads, body[:SHOWN], caption, language, len(body) - SHOWN)


def _stored(finding: Mapping[str, Any], became: str, language: Language) -> Markup:
    return Markup(
        '<tr><td class="in-{severity}">{word}</td><td>{place}</td><td>{message}</td><td>{became}</td></tr>'
    ).format(
        severity=finding["severity"],
        word=words(language)(f"intake-severity-{finding['severity']}"),
        place=place_words(finding["sheet"], finding["row"], finding["column"], language),
        message=finding[f"message_{language}"],
        became=became,
    )


def place_words(sheet: str, row: int | None, column: str | None, language: Language) -> str:
    """Where in the file: the sheet, the row and the column as the analyst sees them."""
    say = words(language)
    if row is None:
        return say("intake-place-sheet", sheet=sheet)
    return say("intake-place", sheet=sheet, row=str(row), column=column or "")


def suggestions(examined: Examination) -> tuple[tuple[str, str], ...]:
    """Names that are only nearly the plan's, as written, each with an identifier that it may mean, the nearest first."""
    found: dict[tuple[str, str], None] = {}
    for table in examined.recognised:
        near = table.entries[table.entries["subject"].isna() & table.entries["suggestion"].notna()]
        for name, candidates in zip(near["subject_text"], near["candidates"], strict=True):
            found |= dict.fromkeys((str(name), one) for one in candidates)
    return tuple(found)
