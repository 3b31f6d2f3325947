"""What else a department has in hand, as one row of links: its projects, reports, place in the appraisal, cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pandas as pd
from markupsafe import Markup

from hengyang import labels
from hengyang.charts.appraisal import obstacle_because, score_words
from hengyang.charts.project_words import RED, YELLOW
from hengyang.charts.rows import rows_of
from hengyang.delivery import Appraisal, ReportState, fell_due, in_section, upcoming
from hengyang.labels import Language, words
from hengyang.schema import Light

Link = Callable[..., str]
_NOTHING = Markup("")


@dataclass(frozen=True, eq=False)
class OfficeWork:
    """What the pages of projects, reports and cases list for one department on a day; the appraisal of all.

    projects: delivery.register; reports: delivery.reports_due, has_begun whether anybody ever reported;
    cases: delivery.case_standing.
    """

    department: str
    as_of: date
    projects: pd.DataFrame = field(repr=False)
    reports: pd.DataFrame = field(repr=False)
    has_begun: bool
    appraisal: Appraisal = field(repr=False)
    cases: pd.DataFrame = field(repr=False)


def work_row(work: OfficeWork, language: Language, link: Link) -> Markup:
    """Four entries, each a link to the page that lists what it counts, narrowed to the department."""
    own = (work.department,)
    entries = (
        (link("projects", section="table", department=own), *_projects(work, language)),
        (link("reporting", office=work.department), *_reports(work, language)),
        (link("cases", department=own), *_cases(work, language)),
        (link("assessment", office=work.department), *_rank(work, language)),
    )
    return Markup('<nav class="panel of-work" aria-label="{}">{}</nav>').format(
        words(language)("office-work"),
        _NOTHING.join(
            Markup('<a href="{}"><b>{}</b><span>{}</span></a>').format(*entry) for entry in entries
        ),
    )


def _projects(work: OfficeWork, language: Language) -> tuple[str, str]:
    say, lights = words(language), work.projects["light"].value_counts()
    return (
        say("office-work-projects", count=len(work.projects)),
        say(
            "office-work-projects-lights",
            red=str(lights.get(RED, 0)),
            yellow=str(lights.get(YELLOW, 0)),
            silent=str(lights.get(Light.NOT_REPORTED.value, 0)),
        )
        if len(work.projects)
        else say("office-work-projects-none"),
    )


def _reports(work: OfficeWork, language: Language) -> tuple[str, str]:
    """What is missing, and the next day on which something is due."""
    say = words(language)
    missing = int((fell_due(work.reports, work.as_of)["state"] == ReportState.MISSING).sum())
    ahead = upcoming(work.reports, work.as_of)
    head = say("office-work-reports", missing=missing)
    if work.reports.empty:
        return say("office-work-reports-never"), say("office-work-reports-never-why")
    if not work.has_begun:
        head = say("office-work-reports-unjudged")
    if ahead.empty:
        return head, say("office-work-reports-none-next")
    day = ahead["due_on"].min()
    due = int((ahead["due_on"] == day).sum())
    return head, say("office-work-reports-next", day=labels.day(day.date(), language), count=due)


def _cases(work: OfficeWork, language: Language) -> tuple[str, str]:
    """Of the open cases of tasks that list the department those that it is to answer, and what is overdue."""
    say, current = words(language), in_section(work.cases, "current")
    own = current[current["owner"] == work.department]
    return (
        say("office-work-cases", count=len(current)),
        say(
            "office-work-cases-own",
            own=str(len(own)),
            overdue=str(int(own["is_overdue"].sum())),
        )
        if len(current)
        else say("office-work-cases-none"),
    )


def _rank(work: OfficeWork, language: Language) -> tuple[str, str]:
    say, scores = words(language), work.appraisal.scores
    row = rows_of(scores[scores["department"] == work.department])[0]
    if not row.is_ranked:
        why = obstacle_because(str(row.obstacle), work.appraisal, language)
        return say("office-work-unranked"), why
    return (
        say("office-work-rank", rank=str(row.rank), ranked=str(len(work.appraisal.ranked))),
        say("office-work-score", score=score_words(row.score_pct, language)),
    )
