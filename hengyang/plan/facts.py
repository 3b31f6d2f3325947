"""The plan in numbers: what `python -m hengyang plan --json` answers."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from hengyang.schema import WHOLE_CITY, Rule


def plan_facts(tables: Mapping[str, pd.DataFrame]) -> dict[str, object]:
    """Counts and standing of the plan, ready for JSON; dates are ISO text.

    `targets` is all rows, `measured` those that are not only described, `counted` those that are not
    a consistency check of another target either; `divisions` leaves the whole city out.
    """
    plan = tables["plan"].iloc[0]
    rules = tables["indicators"]["rule"]
    is_measured = rules != Rule.DESCRIBED.value
    consultation = tables["consultation"].set_index("fact")
    return {
        "plan": str(plan["plan"]),
        "name_zh": str(plan["name_zh"]),
        "name_en": str(plan["name_en"]),
        "status_zh": str(plan["status_zh"]),
        "status_en": str(plan["status_en"]),
        "issuer_zh": str(plan["issuer_zh"]),
        "issuer_en": str(plan["issuer_en"]),
        "notice_date": plan["notice_date"].date().isoformat(),
        "published_on": plan["published_on"].date().isoformat(),
        "reply_due": plan["reply_due"].date().isoformat(),
        "silence_is_consent": "silence" in consultation.index,
        "horizon_year": int(plan["horizon_year"]),
        "themes": len(tables["themes"]),
        "tasks": len(tables["tasks"]),
        "targets": len(tables["indicators"]),
        "measured": int(is_measured.sum()),
        "described": int((~is_measured).sum()),
        "counted": int((is_measured & (rules != Rule.CHECK_ONLY.value)).sum()),
        "milestones": len(tables["milestones"]),
        "departments": len(tables["departments"]),
        "assignments": len(tables["assignments"]),
        "safeguards": len(tables["safeguards"]),
        "divisions": int((tables["divisions"]["division"] != WHOLE_CITY).sum()),
        "source_defects": len(tables["source_defects"]),
        "published_figures": len(tables["published_figures"]),
    }
