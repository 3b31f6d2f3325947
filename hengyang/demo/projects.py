"""Simulated rows of the project register: what each monthly round brings of each project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from hengyang.demo.calendar import MONTHS, Round
from hengyang.demo.observations import Row, dice, reported_on, source_of
from hengyang.demo.register import (
    FIRST_MONTH,
    LAST_MONTH,
    Course,
    Project,
    all_projects,
    month_end,
)
from hengyang.labels import words
from hengyang.schema import Approval, Batch, Funding, Gate, ProjectStage

_SAY = {"zh": words("zh"), "en": words("en")}
#: Months that each approval is planned before the start.
_APPROVALS_BEFORE: Mapping[Approval, int] = {
    Approval.FEASIBILITY: 8,
    Approval.PLANNING: 7,
    Approval.LAND: 6,
    Approval.ENVIRONMENT: 5,
    Approval.DESIGN: 3,
    Approval.CONSTRUCTION_PERMIT: 1,
}
_GATES_BEFORE: Mapping[Gate, int] = {Gate.STORED: 14, Gate.REVIEWED: 4, Gate.ADVANCED: 1}
#: Who passes a gate: the division's own list, the city's, the list that is carried out.
_GATE_KEEPERS: Mapping[Gate, str] = {
    Gate.STORED: "demo-project-keeper-1",
    Gate.REVIEWED: "demo-project-keeper-2",
    Gate.ADVANCED: "demo-project-keeper-3",
}
#: What holds a project up, and who must act.
_ISSUES: tuple[tuple[int, str], ...] = (
    (1, "land_and_resources"),
    (2, "finance"),
    (3, "urban_rural_planning"),
    (4, "environmental_protection"),
    (5, "key_projects"),
    (6, "development_and_reform"),
)
#: In the round of January 2019 the plan is rolled forward: what 2018 left undone goes to 2019.
ROLLED_FORWARD = 16


def register_rows(
    plan: Mapping[str, pd.DataFrame], leads: Mapping[int, str]
) -> dict[str, list[Row]]:
    """Table name → the rows of the register, each with the `turn` that brings it; `leads` maps task → department."""
    rows: dict[str, list[Row]] = {}
    for project, course in all_projects(plan).values():
        lead = leads[project.task]
        for table, found in (
            ("projects", _project_rows(project, course, lead)),
            ("project_investments", _investment_rows(project, course)),
            ("project_contributions", _contribution_rows(project, course)),
            ("project_milestones", _milestone_rows(project, course)),
            ("project_gates", _gate_rows(project, course)),
            ("project_approvals", _approval_rows(project, course)),
            ("project_reports", _report_rows(project, course)),
            ("project_spending", _spending_rows(project, course)),
        ):
            for place, row in found:
                turn = Round(MONTHS[place], False)
                rows.setdefault(table, []).append(
                    {
                        "project": project.project,
                        **row,
                        "source": source_of(turn),
                        "quote_zh": project.quote_zh if table == "projects" else None,
                        "department": lead,
                        "reported_on": reported_on(project.project, turn),
                        "reason": row.get("reason"),
                        "is_simulated": True,
                        "turn": turn,
                    }
                )
    return rows


def _project_rows(project: Project, course: Course, lead: str) -> Iterator[tuple[int, Row]]:
    row: Row = {
        "name_zh": project.name_zh,
        "name_en": project.name_en,
        "task": project.task,
        "is_group": project.is_group,
        "division": project.division,
        "lead_department": lead,
        "role_source": None,
        "client_zh": project.client_zh,
        "content_zh": project.content_zh,
        "nature": project.nature.value,
        "total_investment_wanyuan": project.total_wanyuan,
        "land_mu": project.land_mu,
        "planned_start": _planned_day(project, 1, course.planned_start),
        "planned_finish": _planned_day(project, 3, course.planned_finish),
    }
    yield course.entered, row
    slip = _slip(project, course)
    if slip:
        yield (
            ROLLED_FORWARD,
            row
            | {
                "planned_finish": month_end(course.planned_finish + slip),
                "reason": _SAY["zh"]("demo-project-reason-slipped", months=slip),
            },
        )


def _slip(project: Project, course: Course) -> int:
    """Months that the finish was put off when the plan was rolled forward; 0 for most projects."""
    is_open = course.finish is None or course.finish > ROLLED_FORWARD
    behind = 100 * _planned_share(course, ROLLED_FORWARD - 1) - _progress(
        course, ROLLED_FORWARD - 1
    )
    if not is_open or course.entered >= ROLLED_FORWARD or behind < 15:
        return 0
    chance = dice(project.project + "/slip")
    return int(chance.integers(2, 9)) if chance.random() < 0.6 else 0


def _sources(project: Project) -> dict[Funding, float]:
    """Two or three sources and their shares."""
    chance = dice(project.project + "/funding")
    kinds = list(Funding)
    chosen = chance.choice(len(kinds), size=int(chance.integers(2, 4)), replace=False,
                           p=[0.18, 0.18, 0.28, 0.1, 0.12, 0.14])  # fmt: skip
    shares = chance.dirichlet([3.0] * len(chosen))
    return {kinds[int(at)]: float(share) for at, share in zip(sorted(chosen), shares, strict=True)}


def _planned_share(course: Course, place: int) -> float:
    """The share of the work that the plan has done by a month's end."""
    whole = course.planned_finish - course.planned_start + 1
    return min(1.0, max(0.0, (place - course.planned_start + 1) / whole))


def _progress(course: Course, place: int) -> float:
    """The share of the work that is done by a month's end, percent."""
    if course.start is None or place < course.start:
        return 0.0
    if course.finish is not None:
        done = (place - course.start + 1) / (course.finish - course.start + 1)
        return 100.0 * min(1.0, done)
    whole = max(course.planned_finish - course.planned_start + 1, 4)
    slow = place if course.recovers is None else min(place, course.recovers)
    done = (slow - course.start + 1) * course.speed
    if course.recovers is not None and place > course.recovers:
        # twice as fast, until it is where it should be
        done = min(done + 2.0 * (place - course.recovers), float(place - course.start + 1))
    return min(97.0, 100.0 * done / whole)


def _years(course: Course) -> range:
    return range(month_end(course.planned_start).year, month_end(course.planned_finish).year + 1)


def _december(year: int) -> int:
    return (year - 2017) * 12 + 3


def _planned_in(project: Project, course: Course, year: int) -> float:
    share = _planned_share(course, _december(year)) - _planned_share(course, _december(year - 1))
    return project.total_wanyuan * share


def _invested_in(project: Project, course: Course, place: int) -> float:
    """万元 since 1 January of the month's year."""
    before = _progress(course, _december(month_end(place).year - 1))
    return project.total_wanyuan * (_progress(course, place) - before) / 100


def _investment_rows(project: Project, course: Course) -> Iterator[tuple[int, Row]]:
    sources = _sources(project)
    for year in _years(course):
        planned = _planned_in(project, course, year)
        for funding, share in sources.items():
            yield (
                course.entered,
                {"year": year, "funding": funding.value, "planned_wanyuan": round(planned * share)},
            )
    left = _planned_in(project, course, 2018) - _invested_in(project, course, _december(2018))
    is_open = course.finish is None or course.finish > ROLLED_FORWARD
    if course.entered < ROLLED_FORWARD and is_open and left > 0.05 * project.total_wanyuan:
        planned = _planned_in(project, course, 2019)
        for funding, share in sources.items():
            yield (
                ROLLED_FORWARD,
                {
                    "year": 2019,
                    "funding": funding.value,
                    "planned_wanyuan": round((planned + left) * share),
                    "carried_wanyuan": round(left * share),
                    "reason": _SAY["zh"]("demo-project-reason-carried", year="2018"),
                },
            )


def _contribution_rows(project: Project, course: Course) -> Iterator[tuple[int, Row]]:
    if project.indicator:
        yield course.entered, {"indicator": project.indicator, "amount": project.amount}


def _steps(course: Course) -> list[tuple[int, int | None]]:
    """Start, main works, acceptance: the month planned and the month reached."""
    half = (course.planned_start + course.planned_finish) // 2
    reached = next(
        (place for place in range(-24, LAST_MONTH + 1) if _progress(course, place) >= 50), None
    )
    return [
        (course.planned_start, course.start),
        (half, reached),
        (course.planned_finish, course.finish),
    ]


def _milestone_rows(project: Project, course: Course) -> Iterator[tuple[int, Row]]:
    for position, (planned, reached) in enumerate(_steps(course), start=1):
        row: Row = {
            "position": position,
            "name_zh": _SAY["zh"](f"demo-project-step-{position}"),
            "name_en": _SAY["en"](f"demo-project-step-{position}"),
            "planned_on": _planned_day(project, position, planned),
        }
        is_there = reached is not None and reached <= course.entered
        actual = _day(f"{project.project}/{position}/actual", reached)
        yield course.entered, row | {"actual_on": actual if is_there else pd.NaT}
        if reached is not None and not is_there:
            yield reached, row | {"actual_on": actual}


def _gate_rows(project: Project, course: Course) -> Iterator[tuple[int, Row]]:
    """Some start before the last gate is passed; of those some pass it later."""
    chance = dice(project.project + "/gates")
    skips, waits = chance.random() < 0.12, int(chance.integers(2, 9))
    for gate, before in _GATES_BEFORE.items():
        place = course.planned_start - before
        if gate is Gate.STORED:
            place = min(place, course.entered)
        if gate is Gate.ADVANCED and course.start is None:
            continue
        if gate is Gate.ADVANCED and skips:
            place = course.planned_start + waits
            if waits > 6:
                continue
        brought = max(place, course.entered)
        if brought <= LAST_MONTH:
            yield (
                brought,
                {
                    "gate": gate.value,
                    "passed_on": _day(f"{project.project}/{gate}", place),
                    "passed_by": _SAY["zh"](_GATE_KEEPERS[gate]),
                },
            )


def _approval_rows(project: Project, course: Course) -> Iterator[tuple[int, Row]]:
    chance = dice(project.project + "/approvals")
    start = course.start if course.start is not None else LAST_MONTH + 3
    for approval, before in _APPROVALS_BEFORE.items():
        planned = course.planned_start - before
        granted = min(planned + int(chance.choice([0, 0, 1, 2, 4])), start)
        row: Row = {
            "approval": approval.value,
            "planned_on": _day(f"{project.project}/{approval}", planned),
        }
        number = _SAY["zh"]("demo-project-document", number=int(chance.integers(1, 400)))
        # A project that is late stands still at the last two.
        stands = course.start is None and planned < LAST_MONTH - 2 and before <= 3
        is_granted = granted <= LAST_MONTH and not stands
        done = {
            "granted_on": _day(f"{project.project}/{approval}/granted", granted),
            "document_zh": number,
        }
        is_old = is_granted and granted <= course.entered
        yield (
            course.entered,
            row | (done if is_old else {"granted_on": pd.NaT, "document_zh": None}),
        )
        if is_granted and not is_old:
            yield granted, row | done


def _reported_months(project: Project, course: Course) -> list[int]:
    """The months that a project is reported for; a completed one is not asked again after two months."""
    chance = dice(project.project + "/reports")
    fate = chance.random()
    if fate < 0.03:
        return []
    last = LAST_MONTH if fate > 0.08 else int(chance.integers(14, 20))
    if course.finish is not None:
        last = min(last, course.finish + 2)
    return [
        place
        for place in range(max(course.entered, FIRST_MONTH), last + 1)
        if chance.random() > 0.03 or place == course.finish
    ]


def _stage(course: Course, place: int) -> ProjectStage:
    if course.start is None or place < course.start:
        return ProjectStage.PREPARATORY
    if course.finish is not None and place >= course.finish:
        return ProjectStage.COMPLETED
    if month_end(course.start).year == month_end(place).year:
        return ProjectStage.NEWLY_STARTED
    return ProjectStage.UNDER_CONSTRUCTION


def _batch(course: Course, stage: ProjectStage, place: int) -> Batch:
    if stage is not ProjectStage.PREPARATORY:
        return Batch.DISPATCH
    return Batch.DEVELOP if place < course.planned_start - 6 else Batch.MATCH


def _report_rows(project: Project, course: Course) -> Iterator[tuple[int, Row]]:
    issue, who = _ISSUES[int(dice(project.project + "/issue").integers(len(_ISSUES)))]
    for place in _reported_months(project, course):
        stage = _stage(course, place)
        progress = _progress(course, place)
        behind = 100 * _planned_share(course, place) - progress
        is_held_up = stage is not ProjectStage.COMPLETED and behind >= 12
        yield (
            place,
            {
                "reference_date": month_end(place),
                "stage": stage.value,
                "batch": _batch(course, stage, place).value,
                "progress_pct": float(int(progress)),
                "actual_start": _day(f"{project.project}/1/actual", course.start)
                if stage is not ProjectStage.PREPARATORY
                else pd.NaT,
                "actual_finish": _day(f"{project.project}/3/actual", course.finish)
                if stage is ProjectStage.COMPLETED
                else pd.NaT,
                "issue_zh": _SAY["zh"](f"demo-project-issue-{issue}") if is_held_up else None,
                "action_department": who if is_held_up else None,
                "action_due": month_end(place + 2) if is_held_up else pd.NaT,
            },
        )


def _spending_rows(project: Project, course: Course) -> Iterator[tuple[int, Row]]:
    sources = _sources(project)
    for place in _reported_months(project, course):
        if course.start is None or place < course.start:
            continue
        invested = _invested_in(project, course, place)
        for funding, share in sources.items():
            yield (
                place,
                {
                    "reference_date": month_end(place),
                    "funding": funding.value,
                    "invested_wanyuan": round(invested * share),
                    "paid_wanyuan": round(invested * share * course.paid_share),
                },
            )


def _planned_day(project: Project, position: int, place: int) -> pd.Timestamp:
    """The planned day of a step; the finish is planned for a month's end."""
    return month_end(place) if position == 3 else _day(f"{project.project}/{position}", place)


def _day(subject: str, place: int | None) -> pd.Timestamp:
    """A day of the month at this place, always the same one for a subject; NaT without a month."""
    if place is None:
        return pd.NaT  # type: ignore[return-value]
    return month_end(place) - pd.Timedelta(days=int(dice(subject).integers(0, 20)))
