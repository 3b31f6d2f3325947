"""Simulated replies to the consultation and what was decided about them. Nobody has really said any of this."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from hengyang.demo.calendar import Round, carried_by
from hengyang.demo.observations import Row
from hengyang.labels import words
from hengyang.schema import ConsultedGroup, Decision, ReplyKind, ReplyStamp

_FIRST, _SECOND = date(2017, 9, 30), date(2017, 10, 31)
_CHECKED_ON = "2017-09-26"
_YES, _NO = ReplyStamp.STAMPED, ReplyStamp.NOT_STAMPED
_SAYS, _AGREES, _BACK = ReplyKind.PROPOSALS, ReplyKind.NO_OPINION, ReplyKind.WITHDRAWN

#: reply, who, of which park or office, when, what, with stamp, which reply it takes back
_REPLIES: tuple[tuple[str, str, str | None, str, ReplyKind, ReplyStamp, str | None], ...] = (
    ("R1", "education", None, "2017-09-20", _AGREES, _YES, None),
    ("R2", "commerce", None, "2017-09-20", _SAYS, _YES, None),
    ("R3", "housing_and_urban_rural", None, "2017-09-21", _SAYS, _YES, None),
    ("R4", "agriculture", None, "2017-09-21", _SAYS, _YES, None),
    ("R5", "430407", None, "2017-09-21", _AGREES, _YES, None),
    ("R6", "tourism_foreign_and_ethnic_affairs", None, "2017-09-21", _SAYS, _YES, None),
    ("R7", "environmental_protection", None, "2017-09-22", _SAYS, _YES, None),
    ("R8", "finance", None, "2017-09-22", _SAYS, _YES, None),
    ("R9", "transport", None, "2017-09-22", _SAYS, _NO, None),
    ("R10", "industrial_parks", "松木经济开发区(模拟)", "2017-09-22", _AGREES, _YES, None),
    ("R11", "430481", None, "2017-09-22", _SAYS, _YES, None),
    ("R12", "land_and_resources", None, "2017-09-25", _SAYS, _YES, None),
    ("R13", "economy_and_information_technology", None, "2017-09-25", _SAYS, _YES, None),
    ("R14", "commerce", None, "2017-09-25", _AGREES, _YES, "R2"),
    ("R15", "tourism_foreign_and_ethnic_affairs", None, "2017-09-25", _BACK, _YES, "R6"),
    ("R16", "health_and_family_planning", None, "2017-09-25", _AGREES, _YES, None),
    ("R17", "430482", None, "2017-09-25", _AGREES, _YES, None),
    ("R18", "water_resources", None, "2017-09-28", _SAYS, _YES, None),
)  # fmt: skip
#: Whose silence nobody has looked into yet.
_UNCHECKED = ("civil_air_defence", "430426")

#: proposal, clause, old words, proposed words, why; decided on, decision, why, words settled on
_PROPOSALS: tuple[tuple[str | Decision | None, ...], ...] = (
    ("R2-1", "二(四)20", "建成2大特色开放型外贸基地", "建成3大特色开放型外贸基地", "拟再培育一个基地。",
     None, None, None, None),
    ("R3-1", "二(二)5", "全市力争建成地下综合管廊50公里", "全市力争建成地下综合管廊40公里",
     "按现有资金测算,50公里压力较大。",
     "2017-10-12", Decision.REJECTED, "原文已作“力争”表述,总量不作调减。", None),
    ("R3-2", "二(二)8", "所有新建停车场应100%建设充电设施或预留建设安装条件",
     "新建停车场应按规定比例建设充电设施,并100%预留建设安装条件", "与建设标准保持一致。",
     "2017-10-12", Decision.PARTLY, "保留100%要求,补充“按规定比例”。",
     "所有新建停车场应按规定比例建设充电设施,其余100%预留建设安装条件"),
    ("R4-1", "二(三)16", "耕地土壤环境质量达标率提高10%", "耕地土壤环境质量达标率提高10个百分点",
     "原文未说明是百分之十还是十个百分点。",
     "2017-10-12", Decision.ACCEPTED, "表述更明确。", None),
    ("R6-1", "二(二)11", "2-3条精品旅游线路", "3条精品旅游线路", "便于考核。", None, None, None, None),
    ("R7-1", "二(二)9", "污水处理率分别达到95%90%70%以上", "污水处理率分别达到95%、90%、70%以上",
     "三个数之间缺分隔号。", "2017-10-12", Decision.ACCEPTED, "文字勘误。", None),
    ("R8-1", "二(二)5", "力争建成地下综合管廊50公里", "力争建成地下综合管廊50公里,其中2018年底前建成15公里",
     "便于安排分年度资金。",
     "2017-10-12", Decision.PARTLY, "分年度目标另行下达,正文只作原则要求。",
     "力争分年度建成地下综合管廊50公里"),
    ("R9-1", "二(二)4", "全市新建快速干线约160公里", "全市新建、改建快速干线约160公里",
     "部分路段为改建。", None, None, None, None),
    ("R11-1", "二(二)4", "大浦、耒阳、祁东3大通用机场", "耒阳、大浦、祁东3大通用机场", "按前期工作进度排序。",
     "2017-10-12", Decision.REJECTED, "排序不代表建设时序。", None),
    ("R12-1", "三(二)", "从资金等项目项目等资金的转变", "从“资金等项目”向“项目等资金”的转变",
     "文字脱漏。", "2017-10-12", Decision.ACCEPTED, "文字勘误。", None),
    ("R12-2", "一", "30项补短板工程", "31项补短板工程", "正文所列任务为31项。",
     "2017-10-12", Decision.ACCEPTED, "与正文一致。", None),
    ("R13-1", "二(三)15", "全面禁止秸杆焚烧,大力推进秸杆资源化利用", "全面禁止秸秆焚烧,大力推进秸秆资源化利用",
     "错别字。", "2017-10-12", Decision.ACCEPTED, "文字勘误。", None),
    ("R13-2", "二(三)18", ",推广建一批能源管理中心", None, "与组织实施低碳项目重复。",
     "2017-10-12", Decision.REJECTED, "能源管理中心是单独一项工作。", None),
    ("R18-1", "二(三)14", "水质优良率达到93%", "水质优良率达到93%以上", "与省下达的目标衔接。",
     "2017-10-20", Decision.ACCEPTED, "虽属逾期反馈,意见合理,一并采纳。", None),
)  # fmt: skip


def consultation_rows(plan: Mapping[str, pd.DataFrame]) -> dict[str, list[Row]]:
    """Replies and proposals with the round that brings each; decisions come a round later than proposals."""
    early, later = carried_by(_FIRST, 0), carried_by(_SECOND, 0)
    assert early is not None
    assert later is not None
    replies = [_reply(early, row) for row in _REPLIES] + [
        _reply(early, row) for row in _silent(plan["consulted"])
    ]
    by_reply = {str(row["reply"]): row for row in replies}
    proposals = []
    for row in _PROPOSALS:
        proposals.append(_proposal(early, row, by_reply, is_decided=False))
        if row[6] is not None:
            proposals.append(_proposal(later, row, by_reply, is_decided=True))
    return {"consultation_replies": replies, "consultation_proposals": proposals}


def _silent(
    consulted: pd.DataFrame,
) -> list[tuple[str, str, None, str, ReplyKind, None, None]]:
    heard = {who for _, who, *_ in _REPLIES} | set(_UNCHECKED)
    listed = consulted["group"].isin([ConsultedGroup.DEPARTMENTS, ConsultedGroup.DIVISIONS])
    silent = [who for who in consulted.loc[listed, "respondent"] if who not in heard]
    return [
        (f"R{number}", str(who), None, _CHECKED_ON, ReplyKind.NONE_RECEIVED, None, None)
        for number, who in enumerate(silent, start=len(_REPLIES) + 1)
    ]


def _origin(day: str) -> Row:
    return {
        "source": words("zh")("demo-source-consultation"),
        "quote_zh": None,
        "department": "development_and_reform",
        "reported_on": day,
        "reason": None,
        "is_simulated": True,
    }


def _reply(
    turn: Round,
    row: tuple[str, str, str | None, str, ReplyKind, ReplyStamp | None, str | None],
) -> Row:
    reply, who, name, day, kind, stamp, withdraws = row
    return {
        "turn": turn,
        "reply": reply,
        "respondent": who,
        "respondent_name_zh": name,
        "replied_on": day,
        "kind": kind.value,
        "stamp": None if stamp is None else stamp.value,
        "withdraws": withdraws,
        **_origin(day),
    }


def _proposal(
    turn: Round,
    row: tuple[str | Decision | None, ...],
    replies: Mapping[str, Row],
    *,
    is_decided: bool,
) -> Row:
    names = ("proposal", "clause", "old_zh", "proposed_zh", "argument_zh")
    decided = ("decided_on", "decision", "decision_reason_zh", "decided_zh")
    reply = str(row[0]).partition("-")[0]
    said = dict(zip(decided, row[5:], strict=True))
    day = said["decided_on"] if is_decided else replies[reply]["replied_on"]
    return {
        "turn": turn,
        "reply": reply,
        **dict(zip(names, row[:5], strict=True)),
        **(said if is_decided else dict.fromkeys(decided)),
        **_origin(str(day)),
    }
