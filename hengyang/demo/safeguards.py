"""Simulated reports about the safeguards, requests of the green channel, and where projects are listed besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pandas as pd

from hengyang.demo.calendar import MONTHS, Round, carried_by
from hengyang.demo.observations import Row, dice
from hengyang.labels import words
from hengyang.schema import Answer, Approval, Gate, PlanRegister, Stage

_SAY = words("zh")
_LAST = MONTHS[-1]
#: Which approvals the green channel is asked for, and who answers: 规划, 用地, 立项.
_ANSWERS: Mapping[str, str] = {
    Approval.FEASIBILITY.value: "development_and_reform",
    Approval.PLANNING.value: "urban_rural_planning",
    Approval.LAND.value: "land_and_resources",
}
#: Commitment → its reports: month, stage, planned day of the next stage, evidence. One has never been reported.
_COURSES: Mapping[tuple[int, int], tuple[tuple[str, Stage, str | None, str | None], ...]] = {
    (1, 1): (("2017-12", Stage.IMPLEMENTING, "2018-06-30", None),
             ("2018-06", Stage.DONE, None, "补短板工作联席会议制度(模拟)")),
    (1, 2): (("2018-03", Stage.IMPLEMENTING, "2018-12-31", None),
             ("2018-12", Stage.IMPLEMENTING, "2019-06-15", "22个部门已出台措施(模拟)")),
    (1, 3): (("2018-06", Stage.HELD, None, "绿色通道申请台账(模拟)"),
             ("2019-06", Stage.HELD, None, "绿色通道申请台账(模拟)")),
    (1, 4): (("2018-12", Stage.ACCEPTANCE, "2019-12-31", "2018年度考核方案(模拟)"),),
    (2, 1): (("2018-06", Stage.IMPLEMENTING, "2019-12-31", None),),
    (2, 2): (("2018-03", Stage.DONE, None, "任务清单与挂图(模拟)"),),
    (2, 3): (("2018-12", Stage.IMPLEMENTING, "2019-12-31", "三年滚动投资计划初稿(模拟)"),),
    (2, 4): (("2018-12", Stage.APPROVAL, "2019-02-28", None),),
    (2, 5): (("2019-06", Stage.HELD, None, "项目月报(模拟)"),),
    (3, 1): (("2018-12", Stage.HELD, None, "土地储备年度计划(模拟)"),),
    (3, 2): (("2019-03", Stage.PLANNING, "2019-05-31", None),),
    (3, 3): (("2018-12", Stage.IMPLEMENTING, "2020-06-30", "两个样板工程在建(模拟)"),),
    (3, 4): (("2018-12", Stage.HELD, None, None),),
    (3, 5): (("2018-12", Stage.HELD, None, "审批时限台账(模拟)"),
             ("2019-05", Stage.BREACHED, None, "三个项目用地报批超期(模拟)")),
}  # fmt: skip


def safeguard_rows(register: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """Table → rows with the round that brings each; `register` holds the simulated register's own rows."""
    return {
        "safeguard_reports": list(_reports()),
        "green_channel_requests": list(_requests(register["project_approvals"])),
        "project_listings": list(_listings(register["projects"], register["project_gates"])),
    }


def _origin(reported_on: date, department: str | None) -> Row:
    return {
        "source": _SAY("demo-source-safeguards"),
        "quote_zh": None,
        "department": department,
        "reported_on": reported_on,
        "reason": None,
        "is_simulated": True,
    }


def _reports() -> Iterator[Row]:
    for (safeguard, position), reports in _COURSES.items():
        for month, stage, due, evidence in reports:
            day = next(one for one in MONTHS if f"{one:%Y-%m}" == month)
            yield {
                "turn": Round(day, False),
                "safeguard": safeguard,
                "position": position,
                "reference_date": day,
                "stage": stage.value,
                "next_stage_due": due,
                "evidence": evidence,
                **_origin(day + timedelta(days=5), None),
            }


def _requests(approvals: list[Row]) -> Iterator[Row]:
    """One approval in nine went through the green channel; what is not granted yet is still open."""
    newest = {(row["project"], row["approval"]): row for row in approvals}
    for (project, approval), row in newest.items():
        if approval not in _ANSWERS:
            continue
        chance = dice(f"{project}/{approval}/green")
        if chance.random() > 0.11:
            continue
        took_days = int(chance.integers(4, 38))
        granted = row["granted_on"]
        is_open = pd.isna(granted)  # type: ignore[call-overload]
        end = _LAST if is_open else pd.Timestamp(str(granted)).date()
        asked = end - timedelta(days=took_days)
        turn = carried_by(max(asked, MONTHS[0]), 0) if is_open else row["turn"]
        if asked < MONTHS[0] or turn is None:
            continue
        is_refused = not is_open and chance.random() < 0.06
        yield {
            "turn": turn,
            "project": project,
            "approval": approval,
            "asked_on": asked,
            "asked_of": _ANSWERS[str(approval)],
            "answered_on": None if is_open else end,
            "answer": None if is_open else (Answer.REFUSED if is_refused else Answer.GRANTED).value,
            **_origin(asked, str(row["department"])),
        }


def _listings(projects: list[Row], gates: list[Row]) -> Iterator[Row]:
    first = {str(row["project"]): row for row in reversed(projects)}
    for row in gates:
        project, chance = str(row["project"]), dice(f"{row['project']}/{row['gate']}/listed")
        passed = pd.Timestamp(str(row["passed_on"])).date()
        if row["gate"] == Gate.REVIEWED and chance.random() < 0.8:
            number = int(chance.integers(1, 10_000))
            code = _SAY("demo-listing-code", year=str(passed.year), number=f"{number:04}")
            yield _listing(row, PlanRegister.NATIONAL_STORE, passed.year, code, passed)
        start = first[project]["planned_start"]
        if row["gate"] == Gate.ADVANCED and chance.random() < 0.85:
            year = passed.year if pd.isna(start) else pd.Timestamp(str(start)).year  # type: ignore[call-overload]
            yield _listing(row, PlanRegister.ANNUAL_PLAN, year, None, passed)
            for later in range(year + 1, _LAST.year + 1):
                drawn_up = date(later, 1, 31)
                turn = carried_by(drawn_up, 0)
                if turn is not None and drawn_up > passed and chance.random() < 0.8:
                    listing = _listing(row, PlanRegister.ANNUAL_PLAN, later, None, drawn_up)
                    yield {**listing, "turn": turn}
        if row["gate"] == Gate.STORED and chance.random() < 0.35:
            yield _listing(row, PlanRegister.FIVE_YEAR_PLAN, 2016, None, passed)


def _listing(row: Row, register: PlanRegister, year: int, code: str | None, day: date) -> Row:
    return {
        "turn": row["turn"],
        "project": row["project"],
        "register": register.value,
        "year": year,
        "code_zh": code,
        "listed_on": day,
        **_origin(day, str(row["department"])),
    }
