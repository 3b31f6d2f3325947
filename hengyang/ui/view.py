"""What every page starts from: the reader's selection, resolved against the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
import streamlit as st

from hengyang import labels, progress
from hengyang.progress import Assessment
from hengyang.remembered import remembered
from hengyang.schema import Language, Tables
from hengyang.ui import links, loading, selection
from hengyang.ui.selection import Selection


@dataclass(frozen=True)
class View:
    """A reader's view. as_of and release are resolved; selection is what the URL says and the tables know.

    ignored: names of the choices that the URL garbles, wholly or in part.
    """

    selection: Selection
    tables: Tables
    assessment: Assessment
    as_of: date
    ignored: tuple[str, ...] = ()

    @property
    def language(self) -> Language:
        return self.selection.lang

    @property
    def say(self) -> labels.Words:
        return labels.words(self.language)

    @property
    def is_demo(self) -> bool:
        return self.selection.workspace == "demo"

    @property
    def link(self) -> Callable[..., str]:
        """link("task", task=5) is an address that keeps the selection."""
        return links.Addresses(self.selection)

    def at(self, as_of: date, release: int | None = None) -> Assessment:
        """The same workspace on another day, or at another release."""
        return loading.assessment(
            self.selection.workspace,
            self.tables.release if release is None else release,
            as_of,
            plan=self.tables.of_plan,
        )

    def earlier_releases(self) -> list[int]:
        """The numbers of the releases before the one that the reader looks at, the newest first."""
        numbers = loading.release_numbers(self.tables.workspace, self.tables.of_plan)
        return [number for number in numbers if number < self.tables.release]

    def param(self, name: str, known: list[str]) -> str | None:
        """A page's own URL parameter when it is one of the known values."""
        value = st.query_params.get(name)
        return value if value in known else None


def current() -> View:
    """The view of this run. Raises: NotUnderstood for a release that does not exist."""
    return of(st.query_params.to_dict())


def of(parameters: Mapping[str, str]) -> View:
    """The view that URL parameters ask for. Raises: NotUnderstood for a release that does not exist."""
    asked = selection.parsed(parameters)
    shown = _resolved(asked, loading.releases(workspace=asked.workspace, plan=asked.plan))
    ignored = selection.ignored(parameters, shown.selection)
    return replace(shown, ignored=ignored) if ignored else shown


# The frame and the page ask for the same one; an answer stands until the releases have been looked at again.
@remembered(8)
def _resolved(asked: Selection, _known: pd.DataFrame) -> View:
    tables = loading.tables(asked.workspace, asked.release, asked.plan)
    chosen = selection.known(
        asked,
        department=set(tables.departments["department"]),
        division=set(tables.divisions["division"]),
    )
    as_of = chosen.as_of or progress.default_as_of(tables)
    return View(
        selection=chosen,
        tables=tables,
        assessment=loading.assessment(chosen.workspace, tables.release, as_of, plan=tables.of_plan),
        as_of=as_of,
    )
