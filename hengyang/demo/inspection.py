"""Simulated steps about red lights: what reviewers asked and departments answered, always the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from hengyang.demo.decisions import REVIEWER
from hengyang.demo.observations import Row
from hengyang.schema import CASE_EVENTS, CaseStep, Role

REPORTER = "demo-reporter"

#: Case → its steps: the day, the step, and what was written. A reply says cause, measure and promised day.
_COURSES: Mapping[str, tuple[tuple[str, CaseStep, tuple[str, ...]], ...]] = {
    "T20-1-2018-09": (
        ("2018-10-12", CaseStep.ASSIGNED, ("请说明进度落后的原因并限期整改。",)),
        (
            "2018-10-22",
            CaseStep.REPLIED,
            ("场地移交晚于计划两个月。", "增加施工班组,按周调度。", "2018-12-15"),
        ),
        ("2018-12-20", CaseStep.VERIFIED, ("现场核实,措施已落实。",)),
        ("2019-01-10", CaseStep.CLOSED, ("2018年12月台账及现场照片(模拟),已转为基本正常。",)),
    ),
    "T02-3-2019-01": (
        ("2019-02-15", CaseStep.ASSIGNED, ("请说明原因,提出整改措施。",)),
        (
            "2019-02-22",
            CaseStep.REPLIED,
            ("申报材料集中在下半年。", "提前组织第一批申报。", "2019-03-31"),
        ),
        ("2019-04-02", CaseStep.VERIFIED, ("已核对申报清单。",)),
        ("2019-04-12", CaseStep.CLOSED, ("2019年3月台账(模拟),当月已转好。",)),
    ),
    "T15-M2-2018-10": (
        ("2018-11-13", CaseStep.ASSIGNED, ("请立即整改并报送整改情况。",)),
        (
            "2018-11-20",
            CaseStep.REPLIED,
            ("个别工地未按规定执行。", "约谈责任单位,逐个工地复查。", "2018-12-20"),
        ),
        ("2018-12-25", CaseStep.VERIFIED, ("复查记录齐全,整改到位。",)),
    ),
    "T04-1-2018-09": (
        ("2018-10-12", CaseStep.ASSIGNED, ("请说明原因,提出追赶计划。",)),
        (
            "2018-10-25",
            CaseStep.REPLIED,
            ("征地拆迁滞后。", "倒排工期,每月报送拆迁进度。", "2019-03-31"),
        ),
        ("2019-04-10", CaseStep.SENT_BACK, ("承诺日期已过,仍为红灯,请重新提出措施。",)),
    ),
    "T13-5-2018-09": (
        ("2018-10-15", CaseStep.ASSIGNED, ("请说明原因。",)),
        (
            "2019-01-18",
            CaseStep.REPLIED,
            ("配套资金未足额到位。", "申请调整年度资金安排。", "2019-05-31"),
        ),
    ),
    "T09-3-2018-12": (
        ("2019-01-14", CaseStep.ASSIGNED, ("请提出分季度完成计划。",)),
        (
            "2019-06-12",
            CaseStep.REPLIED,
            ("前期审批用时较长。", "并联办理审批,三季度集中开工。", "2019-09-30"),
        ),
    ),
    "T15-1-2018-12": (
        ("2019-06-11", CaseStep.ASSIGNED, ("已连续多月红灯,请于本月内回复。",)),
    ),
}  # fmt: skip


def case_events(plan: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """schema.CASE_EVENTS of the demo; the department asked is the task's first listed one."""
    rows = plan["assignments"]
    leads = rows[rows["role"] == Role.LEAD].set_index("task")["department"]
    return CASE_EVENTS.coerce(pd.DataFrame(list(_rows(leads))))


def _rows(leads: pd.Series) -> Iterator[Row]:
    for case, steps in _COURSES.items():
        department = str(leads[int(case[1:3])])
        for number, (day, step, written) in enumerate(steps, start=1):
            is_about_department = step in (CaseStep.ASSIGNED, CaseStep.REPLIED)
            row: Row = {
                "case": case,
                "event": number,
                "step": step.value,
                "at": pd.Timestamp(f"{day}T02:00:00Z"),
                "actor": REPORTER if step is CaseStep.REPLIED else REVIEWER,
                "department": department if is_about_department else None,
                "cause": None,
                "measure": None,
                "promised_on": None,
                "text": None,
                "evidence": None,
                "is_simulated": True,
            }
            if step is CaseStep.REPLIED:
                row["cause"], row["measure"] = written[:2]
                row["promised_on"] = pd.Timestamp(written[2])
            else:
                row["evidence" if step is CaseStep.CLOSED else "text"] = written[0]
            yield row
