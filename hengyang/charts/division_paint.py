"""What the map shows of each division, in four views, and the sentence that each of them finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from hengyang import labels
from hengyang.charts import project_words
from hengyang.charts.division_map import Painted
from hengyang.charts.quantities import quantity
from hengyang.charts.rows import row_of, rows_of
from hengyang.charts.scales import finite
from hengyang.labels import Language, words
from hengyang.schema import Light, Tables

Link = Callable[..., str]
VIEWS = ("lights", "investment", "value", "reports")


@dataclass(frozen=True)
class Divisions:
    """Everything that the map and its panels are about, on a day.

    standing: as delivery.by_division; values: as progress.division_values, narrowed or not; projects: as
    delivery.project_states joined with project_lights. `indicator` is the one whose value is shown, None without any.
    """

    tables: Tables
    as_of: date
    standing: pd.DataFrame
    values: pd.DataFrame
    projects: pd.DataFrame
    indicator: str | None = None

    def names(self, language: Language) -> Mapping[str, str]:
        """Code → full name."""
        frame = self.tables.divisions
        return dict(zip(frame["division"], frame[f"name_{language}"], strict=True))

    @property
    def reports(self) -> pd.DataFrame:
        """One row a division: how many broken-down indicators it reported at their newest date (reported), and
        how many it owes for the last period that has ended (owed); `of` is how many there are."""
        grouped = self.values.assign(has=self.values["value"].notna()).groupby("division")
        counted = grouped.agg(reported=("has", "sum"), owed=("is_owed", "sum"), of=("has", "size"))
        return counted.reindex(self.standing["division"], fill_value=0)


def painted(
    view: str, divisions: Divisions, place: str | None, language: Language, link: Link
) -> list[Painted]:
    """The divisions as one view shows them, in the order of the plan; each leads to its own panel."""
    names = divisions.names(language)
    found = []
    for row in rows_of(divisions.standing):
        figure, share, is_reported, lights = _shown(view, divisions, row.division, language)
        found.append(
            Painted(
                division=row.division,
                name=names[row.division],
                figure=figure,
                href=link("map", section=view, indicator=divisions.indicator, place=row.division),
                share=share,
                is_reported=is_reported,
                is_chosen=row.division == place,
                lights=lights,
            )
        )
    return found


def _shown(
    view: str, divisions: Divisions, division: str, language: Language
) -> tuple[str, float | None, bool, Mapping[Light, int] | None]:
    """Figure, depth of the tint, whether anything was reported, lights."""
    say = words(language)
    row = row_of(divisions.standing, "division", division)
    silent = say("light-not_reported"), None, False, None
    if view == "lights":
        count = int(row["projects"])
        if not count:
            return say("map-no-projects"), None, True, None
        lights = {light: int(row[light.value]) for light in Light}
        return say("map-projects", count=str(count)), None, True, lights
    if view == "investment":
        done = finite(row["done_pct"])
        if done is None:
            return silent
        return say("map-done", pct=f"{done:.0f}"), done / 100, True, None
    if view == "reports":
        reports = divisions.reports.loc[division]
        if not reports["reported"]:
            return silent
        share = reports["reported"] / reports["of"]
        figure = say("map-reported", reported=str(reports["reported"]), count=str(reports["of"]))
        return figure, share, True, None
    own = divisions.values[divisions.values["indicator"] == divisions.indicator]
    known = own["value"].dropna()
    here = own.loc[own["division"] == division, "value"]
    value = finite(here.iloc[0]) if len(here) else None
    if value is None:
        return silent
    low, high = min(float(known.min()), 0.0), float(known.max())
    unit = row_of(divisions.tables.indicators, "indicator", divisions.indicator)[f"unit_{language}"]
    share = (value - low) / (high - low) if high > low else 0.0
    return quantity(value, unit, language), share, True, None


def finding(view: str, divisions: Divisions, place: str | None, language: Language) -> str:
    """The title of the page: of one division when one is chosen, else of the view."""
    say = words(language)
    standing, names = divisions.standing, divisions.names(language)
    if place is not None:
        return _one_finding(divisions, place, language)
    if view == "lights":
        located = int(standing["projects"].sum())
        if not located or int(standing[Light.NOT_REPORTED.value].sum()) == located:
            return say("map-title-lights-none", count=str(located))
        worst = _first(standing, project_words.RED, is_largest=True)
        key = "map-title-lights" if worst.far_behind else "map-title-lights-calm"
        return say(
            key,
            projects=str(located),
            red=str(standing[project_words.RED].sum()),
            name=names[worst.division],
            most=str(worst.far_behind),
        )
    if view == "investment":
        known = standing.dropna(subset=["done_pct"])
        year = str(divisions.as_of.year)
        if known.empty:
            return say("map-title-investment-none", year=year)
        lowest = _first(known, "done_pct", is_largest=False)
        return say(
            "map-title-investment",
            year=year,
            invested=project_words.money(float(known["invested_wanyuan"].sum()), language),
            name=names[lowest.division],
            pct=f"{lowest.done_pct:.0f}",
        )
    if view == "reports":
        reports = divisions.reports
        if divisions.values.empty:
            return say("map-title-reports-none")
        return say(
            "map-title-reports",
            count=str(int(reports["of"].max())),
            owing=str(int((reports["owed"] > 0).sum())),
            owed=str(int(reports["owed"].sum())),
        )
    return _value_finding(divisions, language)


def _one_finding(divisions: Divisions, place: str, language: Language) -> str:
    say = words(language)
    row = row_of(divisions.standing, "division", place)
    count, reports = int(row["projects"]), divisions.reports.loc[place]
    if not count:
        projects = say("map-one-projects-none")
    elif row[Light.NOT_REPORTED.value] == count:
        projects = say("map-one-projects-silent", count=str(count))
    else:
        projects = say(
            "map-one-projects",
            count=str(count),
            red=str(int(row[project_words.RED])),
            yellow=str(int(row[project_words.YELLOW])),
        )
    if not reports["of"]:
        figures = say("map-one-figures-none")
    else:
        reported, of = str(reports["reported"]), str(reports["of"])
        figures = say("map-one-figures", reported=reported, count=of)
    name = divisions.names(language)[place]
    return say("map-title-one", name=name, projects=projects, figures=figures)


def _first(rows: pd.DataFrame, column: str, *, is_largest: bool) -> Any:
    """The row with the largest or smallest value; of equal ones the first in the order of the plan."""
    return rows_of(rows.sort_values(column, ascending=not is_largest, kind="stable"))[0]


def _value_finding(divisions: Divisions, language: Language) -> str:
    say = words(language)
    if divisions.indicator is None:
        return say("map-title-reports-none")
    target = row_of(divisions.tables.indicators, "indicator", divisions.indicator)
    own = divisions.values[divisions.values["indicator"] == divisions.indicator]
    known = own.dropna(subset=["value"])
    name, unit = str(target[f"name_{language}"]), str(target[f"unit_{language}"])
    if known.empty:
        return say("map-title-value-none", name=name)
    names = divisions.names(language)
    most = _first(known, "value", is_largest=True)
    least = _first(known, "value", is_largest=False)
    return say(
        "map-title-value",
        name=name,
        month=labels.month(pd.Timestamp(most.reference_date).date(), language),
        reported=str(len(known)),
        most=names[most.division],
        high=quantity(float(most.value), unit, language),
        least=names[least.division],
        low=quantity(float(least.value), unit, language),
    )
