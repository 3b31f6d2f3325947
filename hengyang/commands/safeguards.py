"""`safeguards`: each commitment's light, the green channel's register, where projects are listed besides."""

from __future__ import annotations

from typing import Any

from hengyang import delivery
from hengyang.charts import safeguards as drawn
from hengyang.charts.rows import rows_of
from hengyang.commands.acting import department_of
from hengyang.commands.projects import records
from hengyang.commands.release import day_of, tables_of, warning
from hengyang.commands.request import Request
from hengyang.labels import words


def as_data(request: Request) -> dict[str, Any]:
    """workspace, release, as_of, commitments, green_channel (summary, requests), listings (summary, projects).

    The summary of listings is null where this workspace holds no listing: that is unknown, not nought.
    """
    tables = tables_of(request)
    as_of = day_of(request, tables)
    requests = delivery.green_channel(tables, as_of)
    listings = delivery.project_listings(tables, as_of)
    is_known = not tables.project_listings.empty
    commitments = _commitments(request)
    return {
        "workspace": tables.workspace,
        "release": tables.release,
        "as_of": as_of.isoformat(),
        "commitments": records(commitments),
        "green_channel": {
            "summary": delivery.green_channel_summary(requests),
            "requests": records(requests),
        },
        "listings": {
            "summary": delivery.listings_summary(listings, as_of.year) if is_known else None,
            "projects": records(listings) if is_known else [],
        },
    }


def as_text(request: Request) -> str:
    """The three findings of the page, and each commitment with its light and sentence."""
    tables = tables_of(request)
    as_of, language = day_of(request, tables), request.language
    say = words(language)
    commitments = _commitments(request)
    listings = delivery.project_listings(tables, as_of)
    lines = [
        *warning(tables.workspace, language),
        drawn.commitments_finding(commitments, language),
        drawn.green_finding(delivery.green_channel(tables, as_of), language),
        drawn.listings_finding(listings, tables, as_of.year, language),
        "",
    ]
    lines += [
        say(
            "cli-safeguards-line",
            number=row.milestone,
            light=say(f"light-{row.light}"),
            text=row.quote_zh if language == "zh" else row.commitment_en,
        )
        for row in rows_of(commitments)
    ]
    return "\n".join(lines)


def _commitments(request: Request) -> Any:
    tables = tables_of(request)
    found = delivery.commitment_lights(tables, day_of(request, tables))
    department = department_of(request, tables)
    if department is None:
        return found
    return found[[department in own for own in found["departments"]]]
