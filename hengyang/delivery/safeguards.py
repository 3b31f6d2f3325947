"""The safeguards: each commitment's light, requests of the green channel, and where projects are listed besides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from hengyang.delivery.states import project_states
from hengyang.progress import DEFAULT_THRESHOLDS, Thresholds, milestone_lights
from hengyang.remembered import remembered
from hengyang.schema import (
    Answer,
    Commitment,
    Comparability,
    EvidenceFrom,
    Gate,
    PlanRegister,
    ProjectStage,
    Tables,
)

_BUILT_ON = (ProjectStage.NEWLY_STARTED.value, ProjectStage.UNDER_CONSTRUCTION.value)


@remembered(16)
def commitment_lights(
    tables: Tables, as_of: date, thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> pd.DataFrame:
    """The commitments in the notice's order, judged as milestones are: staged, or a standing duty.

    A row: safeguard, position, quote_zh, commitment_en, evidence_from, departments (those that the sentence names,
    else those listed under the safeguard), is_named (the sentence names them), and the columns of
    progress.milestone_lights; `milestone` is S<safeguard>-<position>.
    """
    of_commitment = ["safeguard", "position"]
    found = tables.safeguard_commitments.merge(tables.safeguard_checks, on=of_commitment)
    found = found.assign(milestone=_subjects(found))
    milestones = found.rename(columns={"commitment_en": "name_en"})[
        ["milestone", "name_en", "rule", "quote_zh"]
    ].assign(
        name_zh=found["quote_zh"],
        task=0,
        deadline_year=float("nan"),
        commitment=Commitment.FIRM.value,
    )
    reports = tables.safeguard_reports.assign(
        milestone=_subjects(tables.safeguard_reports), comparability=Comparability.SAME.value
    )
    judged = milestone_lights(
        tables.with_frames({"milestones": milestones, "milestone_reports": reports}),
        as_of,
        thresholds,
    )
    owners = commitment_owners(tables)
    found["departments"] = [list(owners[commitment]) for commitment in found["milestone"]]
    kept = [*of_commitment, "quote_zh", "commitment_en", "evidence_from", "departments"]
    own = found[["milestone", *kept]].assign(is_named=found["named_department"].notna())
    return own.merge(judged, on="milestone", validate="1:1")


def commitment_owners(tables: Tables) -> dict[str, tuple[str, ...]]:
    """Commitment (S<safeguard>-<position>) → the department that its sentence names, else those listed under the safeguard."""
    listed = tables.safeguard_departments.sort_values("position").groupby("safeguard")["department"]
    by_safeguard = listed.agg(tuple)
    checks = tables.safeguard_checks
    return {
        commitment: by_safeguard[safeguard] if pd.isna(named) else (str(named),)
        for commitment, safeguard, named in zip(
            _subjects(checks), checks["safeguard"], checks["named_department"], strict=True
        )
    }


def safeguard_owners(tables: Tables) -> Callable[[str, Mapping[str, Any]], frozenset[str]]:
    """Table and key of a row → the departments that may bring it, beside a project's own; none for other tables.

    A commitment's owners report on it and keep the register that speaks for it; of a request of the green channel
    also the department that it was asked of, once that is published.
    """
    owners = commitment_owners(tables)
    checks = tables.safeguard_checks
    speaks_for = dict(zip(_subjects(checks), checks["evidence_from"], strict=True))

    def keepers(*evidence: EvidenceFrom) -> frozenset[str]:
        wanted = [commitment for commitment in owners if speaks_for[commitment] in evidence]
        return frozenset(department for one in wanted for department in owners[one])

    green = keepers(EvidenceFrom.GREEN_CHANNEL)
    listings = keepers(EvidenceFrom.NATIONAL_STORE, EvidenceFrom.PLAN_LINKS)
    asked_of = {
        (str(row["project"]), str(row["approval"]), f"{row['asked_on']:%Y-%m-%d}"): row["asked_of"]
        for row in tables.green_channel_requests.to_dict("records")
    }

    def of(table: str, row: Mapping[str, Any]) -> frozenset[str]:
        if table == "safeguard_reports":
            return frozenset(owners.get(f"S{int(row['safeguard'])}-{int(row['position'])}", ()))
        if table == "green_channel_requests":
            key = (str(row["project"]), str(row["approval"]), str(row["asked_on"])[:10])
            asked = asked_of.get(key)
            return green | {asked} if isinstance(asked, str) else green
        return listings if table == "project_listings" else frozenset()

    return of


def _subjects(frame: pd.DataFrame) -> pd.Series:
    return "S" + frame["safeguard"].astype("str") + "-" + frame["position"].astype("str")


def green_channel(tables: Tables, as_of: date) -> pd.DataFrame:
    """The requests known on a day, those that wait first, the longest before the shorter.

    A row: project, name_zh, name_en, task, approval, asked_on, asked_of, answered_on, answer, days (from asking to
    the answer, or to as_of while it is open), is_open. The notice promises no number of days, so none is late.
    """
    day = pd.Timestamp(as_of)
    found = tables.green_channel_requests
    found = found[(found["asked_on"] <= day).to_numpy(bool)]
    is_open = (found["answered_on"].isna() | (found["answered_on"] > day)).to_numpy(bool)
    answered = found["answered_on"].where(~is_open)
    found = found.assign(
        answered_on=answered,
        answer=found["answer"].astype("object").where(~is_open, None),
        days=(answered.fillna(day) - found["asked_on"]).dt.days,
        is_open=is_open,
    )
    names = tables.projects[["project", "name_zh", "name_en", "task"]]
    columns = ["project", "approval", "asked_on", "asked_of", "answered_on", "answer", "days"]
    found = found[[*columns, "is_open"]].merge(names, on="project", how="left")
    return found.sort_values(["is_open", "days"], ascending=False, kind="stable", ignore_index=True)


def green_channel_summary(requests: pd.DataFrame) -> dict[str, int | float | None]:
    """requests, open, granted, refused; median_days of those that were answered (None: of none)."""
    is_open = requests["is_open"].to_numpy(bool)
    answered = requests[~is_open]
    return {
        "requests": len(requests),
        "open": int(is_open.sum()),
        "granted": int((answered["answer"] == Answer.GRANTED.value).sum()),
        "refused": int((answered["answer"] == Answer.REFUSED.value).sum()),
        "median_days": None if answered.empty else float(answered["days"].median()),
    }


@remembered(8)
def project_listings(tables: Tables, as_of: date) -> pd.DataFrame:
    """Each project of the register and where it was listed by a day.

    A row: project, name_zh, name_en, task, stage, gate, national_store (its code, "" where it has none, missing:
    not listed), annual_plans (years), in_five_year_plan; is_unplanned: being built, and not in the annual plan of
    the day's year; is_unstored: past the last gate, and not in the national store.
    """
    day = pd.Timestamp(as_of)
    listed = tables.project_listings
    listed = listed[(listed["listed_on"] <= day).to_numpy(bool)]
    gates = tables.project_gates
    gates = gates[(gates["passed_on"] <= day).to_numpy(bool)]
    advanced = set(gates.loc[(gates["gate"] == Gate.ADVANCED.value).to_numpy(bool), "project"])
    of = {
        register: listed[(listed["register"] == register.value).to_numpy(bool)]
        for register in PlanRegister
    }
    codes = of[PlanRegister.NATIONAL_STORE].drop_duplicates("project", keep="last")
    in_store = dict(zip(codes["project"], codes["code_zh"].fillna(""), strict=True))
    years = of[PlanRegister.ANNUAL_PLAN].groupby("project")["year"].agg(sorted).to_dict()
    long_term = set(of[PlanRegister.FIVE_YEAR_PLAN]["project"])
    states = project_states(tables, as_of)
    found = states[["project", "name_zh", "name_en", "task", "stage"]].copy()
    found["national_store"] = found["project"].map(in_store)
    found["annual_plans"] = [
        [int(year) for year in years.get(name, [])] for name in found["project"]
    ]
    found["in_five_year_plan"] = found["project"].isin(long_term)
    is_built = found["stage"].isin(_BUILT_ON)
    found["is_unplanned"] = [
        built and as_of.year not in named
        for built, named in zip(is_built, found["annual_plans"], strict=True)
    ]
    found["is_unstored"] = found["project"].isin(advanced) & found["national_store"].isna()
    return found


def listings_summary(listings: pd.DataFrame, year: int) -> dict[str, int]:
    """How many projects are listed where; unplanned and unstored as in project_listings."""
    in_year = [year in named for named in listings["annual_plans"]]
    return {
        "projects": len(listings),
        "national_store": int(listings["national_store"].notna().sum()),
        "annual_plan": sum(in_year),
        "five_year_plan": int(listings["in_five_year_plan"].sum()),
        "unplanned": int(listings["is_unplanned"].sum()),
        "unstored": int(listings["is_unstored"].sum()),
    }
