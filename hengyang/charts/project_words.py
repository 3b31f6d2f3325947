"""What is said of projects in a word or a sentence: sums of money, reasons of lights, the findings of the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from hengyang import labels
from hengyang.charts.scales import as_day, finite
from hengyang.delivery import KINDS
from hengyang.labels import Language, words
from hengyang.progress.needs import short_name
from hengyang.schema import Light, ProjectStage, Tables

RED, YELLOW = Light.FAR_BEHIND.value, Light.BEHIND.value
_YI, _MILLION, _BILLION = 10_000, 100, 100_000  # 万元


def money(wanyuan: float, language: Language) -> str:
    """A sum of 万元 in the greater unit once it is large: 3,210 万元, 12.3 亿元, CNY 32.1 million, CNY 1.23 billion.

    One too small for that unit is given in yuan, not as nought.
    """
    say = words(language)
    if 0 < abs(wanyuan) < (_MILLION if language == "en" else 1):
        return say("projects-yuan", value=labels.number(wanyuan * 10_000, language, 0))
    if language == "en":
        is_large = abs(wanyuan) >= _BILLION
        value = wanyuan / (_BILLION if is_large else _MILLION)
        key = "projects-yi" if is_large else "projects-wanyuan"
        return say(key, value=labels.number(round(value, 2), language))
    if abs(wanyuan) >= _YI:
        return say("projects-yi", value=labels.number(wanyuan / _YI, language, 1))
    return say("projects-wanyuan", value=labels.number(wanyuan, language, 0))


def unknown(tables: Tables, language: Language) -> str:
    """What stands where nothing is known: 原文未载 of the notice's own projects, 未报送 of any other."""
    return words(language)(
        "projects-not-stated" if tables.workspace == "official" else "projects-unknown"
    )


def project_name(row: Any, language: Language) -> str:
    """The name in the language; the Chinese one where nobody gave another."""
    other = row.name_en if language == "en" else None
    return other if isinstance(other, str) else str(row.name_zh)


def office(department: object, tables: Tables, language: Language) -> str:
    """A department's short name; a dash for none."""
    return short_name(department, tables, language) if isinstance(department, str) else "–"


def stage_word(stage: object, language: Language) -> str:
    """前期 … 竣工; 未报送 without a report."""
    say = words(language)
    return say(f"project-stage-{stage}") if isinstance(stage, str) else say("projects-unknown")


def day_word(day: object, language: Language) -> str:
    """A day; a dash for none."""
    found = as_day(day)
    return labels.day(found, language) if found else "–"


def worst_kind(row: Any) -> str:
    """The kind of light that makes the project's light what it is."""
    return next((kind for kind in KINDS if getattr(row, f"{kind}_light") == row.light), KINDS[0])


def why(row: Any, kind: str, language: Language) -> str:
    """Why a project has this light, in a few words. row: of project_states joined with project_lights."""
    say = words(language)
    light = getattr(row, f"{kind}_light")
    months = int(getattr(row, f"{kind}_months"))
    if light == Light.NOT_REPORTED:
        return say("project-why-not_reported")
    text = _reason(row, kind, light, months, language)
    if getattr(row, f"{kind}_is_recovering"):
        text += say("mark-separator") + say("project-why-recovering")
    return text


def _reason(row: Any, kind: str, light: str, months: int, language: Language) -> str:
    say = words(language)
    if kind == "start":
        start = day_word(row.planned_start, language)
        if months:
            return say("project-why-start-late", day=start, months=months)
        if light == Light.NOT_DUE:
            return say("project-why-start-not_due", day=start)
        is_open = light == Light.NOT_ASSESSED
        return say("project-why-start-none" if is_open else "project-why-start-met")
    if kind == "entry":
        if months:
            return say("project-why-entry-missing", count=int(row.missing_gates), months=months)
        return say("project-why-entry-met")
    if light == Light.NOT_DUE:
        return say(f"project-why-{kind}-not_due")
    if kind == "payment":
        paid = finite(row.paid_pct)
        if paid is None:
            return say("project-why-payment-none")
        return say("project-why-payment-pct", pct=str(int(paid + 1e-9)))
    if row.stage == ProjectStage.COMPLETED:
        return say("project-why-progress-met")
    if row.finish_months:
        day = day_word(row.planned_finish, language)
        return say("project-why-progress-finish", day=day, months=int(row.finish_months))
    gap = finite(row.gap_points)
    if gap is None:
        return say("project-why-progress-none")
    if gap >= 0:
        return say("project-why-progress-ahead")
    return say("project-why-progress-gap", points=labels.number(-gap, language, 1))


def board_finding(projects: pd.DataFrame, language: Language) -> str:
    """The title of the board."""
    say = words(language)
    if projects.empty:
        return say("projects-none")
    stages = projects["stage"].value_counts()
    if not stages.sum():
        return say("projects-title-unreported", total=str(len(projects)))
    counts = {stage.value: str(stages.get(stage.value, 0)) for stage in ProjectStage}
    red = int((projects["light"] == RED).sum())
    silent = int(projects["stage"].isna().sum())
    return say(
        "projects-title-board", total=str(len(projects)), red=str(red), silent=silent, **counts
    )


def table_finding(shown: pd.Series, language: Language) -> str:
    """The title of the table; shown: the light of each project in it."""
    lights = shown.value_counts()
    return words(language)(
        "projects-title-table",
        found=str(len(shown)),
        red=str(lights.get(RED, 0)),
        yellow=str(lights.get(YELLOW, 0)),
    )


def coverage_finding(covered: pd.DataFrame, language: Language) -> str:
    """The title of the coverage."""
    say = words(language)
    counted = covered[covered["total"].notna()]
    enough = int((counted["missing"] == 0).sum())
    if counted.empty:
        return say("projects-title-coverage-none")
    return say(
        "projects-title-coverage",
        counted=str(len(counted)),
        enough=str(enough),
        short=str(len(counted) - enough),
    )


def plan_finding(planned: pd.DataFrame, years: Sequence[int], year: int, language: Language) -> str:
    """The title of the rolling plan: what all years plan, and how much of the year is done."""
    say = words(language)
    total = planned[[f"planned_{each}" for each in years]].sum().sum()
    asked = planned[f"planned_{year}"].sum() if year in years else 0
    if not total or not asked:
        return say("projects-title-plan-none")
    return say(
        "projects-title-plan",
        first=str(years[0]),
        last=str(years[-1]),
        planned=money(float(total), language),
        year=str(year),
        done_pct=str(int(100 * planned[f"invested_{year}"].sum() / asked + 1e-9)),
    )


def project_finding(row: Any, language: Language) -> str:
    """The title of one project."""
    say = words(language)
    return say(
        "projects-title-one",
        name=project_name(row, language),
        stage=stage_word(row.stage, language),
        light=say(f"light-{row.light}"),
    )
