"""What rows of the registers would turn: lights of projects and of commitments, what projects add up to; new projects."""

from __future__ import annotations

from datetime import date

import pandas as pd

from hengyang.delivery import KINDS, commitment_lights, coverage, project_lights, register
from hengyang.schema import Tables

_FLIP = ["project", "kind", "light_before", "light_after"]
_NEW = ["project", "name_zh", "name_en", "light"]
_COMMITMENT = ["commitment", "light_before", "light_after"]
_COVER = ["indicator", "target", "total_before", "total_after", "is_covered_before", "is_covered"]


def project_flips(before: Tables, after: Tables, days: tuple[date, date]) -> pd.DataFrame:
    """One row a light of a project that is in both and whose light differs: project, kind (start, progress, payment,
    entry), light_before, light_after; in the register's order. days: on which each of the two is judged.
    """
    was, now = (
        project_lights(tables, day).set_index("project")[[f"{kind}_light" for kind in KINDS]]
        for tables, day in zip((before, after), days, strict=True)
    )
    was, now = was.astype("str"), now.reindex(was.index).dropna().astype("str")
    rows = [
        (project, kind, light, other)
        for kind in KINDS
        for project, light, other in zip(
            now.index, was.loc[now.index, f"{kind}_light"], now[f"{kind}_light"], strict=True
        )
        if light != other
    ]
    place = {project: at for at, project in enumerate(was.index)}
    rows.sort(key=lambda row: place[row[0]])
    return pd.DataFrame(rows, columns=_FLIP, dtype="object")


def coverage_changes(before: Tables, after: Tables, as_of: date) -> pd.DataFrame:
    """One row an indicator for which the projects' sum differs: indicator, target, total_before, total_after (in the
    indicator's unit; None where nothing is stated), is_covered_before, is_covered (the sum reaches the target).
    """
    was, now = (
        {str(row.indicator): row for row in coverage(tables, as_of).itertuples()}
        for tables in (before, after)
    )
    rows = []
    for indicator in dict.fromkeys([*was, *now]):
        totals = [_total(one.get(indicator)) for one in (was, now)]
        target = float((now.get(indicator) or was[indicator]).target)  # type: ignore[arg-type]
        if totals[0] != totals[1]:
            covered = [total is not None and total >= target for total in totals]
            rows.append((indicator, target, *totals, *covered))
    return pd.DataFrame(rows, columns=_COVER, dtype="object")


def new_projects(before: Tables, after: Tables, as_of: date) -> pd.DataFrame:
    """One row a project that is only in the second: project, name_zh, name_en (None without one), light (the worst of
    its four); in the register's order."""
    found = after.projects[~after.projects["project"].isin(before.projects["project"])]
    if found.empty:
        return pd.DataFrame(columns=_NEW, dtype="object")
    rows = register(after, as_of)
    rows = rows[rows["project"].isin(found["project"])][_NEW].astype("object")
    return rows.where(rows.notna(), None).reset_index(drop=True)


def commitment_flips(before: Tables, after: Tables, days: tuple[date, date]) -> pd.DataFrame:
    """One row a commitment of the safeguards whose light differs: commitment (S1-3), light_before, light_after.

    days: on which each of the two is judged.
    """
    was, now = (
        commitment_lights(tables, day).set_index("milestone")["light"].astype("str")
        for tables, day in zip((before, after), days, strict=True)
    )
    turned = now[now != was.reindex(now.index)]
    rows = list(zip(turned.index, was.reindex(turned.index), turned, strict=True))
    return pd.DataFrame(rows, columns=_COMMITMENT, dtype="object")


def no_project_flips() -> pd.DataFrame:
    """project_flips of nothing."""
    return pd.DataFrame(columns=_FLIP, dtype="object")


def no_register_changes() -> tuple[pd.DataFrame, pd.DataFrame]:
    """new_projects and coverage_changes of a file that brings nothing of the project register."""
    return pd.DataFrame(columns=_NEW, dtype="object"), pd.DataFrame(columns=_COVER, dtype="object")


def no_commitment_flips() -> pd.DataFrame:
    """commitment_flips of nothing."""
    return pd.DataFrame(columns=_COMMITMENT, dtype="object")


def _total(row: object) -> float | None:
    total = getattr(row, "total", None)
    return None if total is None or total != total else float(total)
