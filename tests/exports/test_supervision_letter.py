"""The letter about a red light: what it says, what it leaves open, and that texts stay texts."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pandas as pd
import pytest
from docx import Document

from hengyang import delivery
from hengyang.charts.rows import rows_of
from hengyang.exports import Stamp, letter_docx, letter_name
from hengyang.exports.official_paper import plain
from hengyang.exports.paper_parts import Paragraph
from hengyang.exports.supervision_letter import supervision_letter
from hengyang.schema import CASE_EVENTS, CaseStep
from tests.charts.plans import real_plan

DAY = date(2019, 3, 31)
EVENTS = CASE_EVENTS.coerce(
    pd.DataFrame(
        [
            {
                "case": "T05-3-2018-12",
                "event": number,
                "at": "2019-01-10T02:00:00Z",
                "actor": "li",
                "department": "finance",
                "is_simulated": True,
                **more,
            }
            for number, more in enumerate(
                (
                    {"step": CaseStep.ASSIGNED},
                    {
                        "step": CaseStep.REPLIED,
                        "cause": "=1+1 <b>拆迁</b>",
                        "measure": "加班",
                        "promised_on": "2019-02-28",
                    },
                ),
                start=1,
            )
        ]
    )
)


def drafted(language="zh", *, is_demo=True):
    row = {
        "indicator": "T05-3",
        "division": "430400",
        "reference_date": "2018-12-31",
        "value": 0.0,
        "comparability": "same",
        "source": "x",
        "reported_on": "2019-01-05",
        "is_simulated": True,
    }
    tables = real_plan(observations=[row])
    cases = delivery.red_light_cases(tables, DAY)
    found = delivery.case_standing(cases, EVENTS, tables, DAY)
    case = rows_of(found[found["case"] == "T05-3-2018-12"])[0]
    stamp = Stamp.of(tables, DAY, is_demo=is_demo, language=language)
    return case, EVENTS, "落后", tables, stamp


def said(paper) -> str:
    return "\n".join(
        plain(block.line, paper.language) for block in paper.body if isinstance(block, Paragraph)
    )


def test_the_letter_quotes_the_notice_and_says_how_long_it_has_been_red():
    paper = supervision_letter(*drafted())
    text = said(paper)
    assert "全市力争建成地下综合管廊50公里" in text
    assert "自2018年12月起亮红灯,累计 4 个月" in text
    assert "承诺于2019年2月28日前完成" in text
    assert "财政局" in plain(paper.addressees, "zh")


def test_number_signer_and_dates_are_left_open():
    paper = supervision_letter(*drafted())
    for line in (paper.organ, paper.number, paper.signer, paper.signed_on):
        assert plain(line, "zh").startswith("〔")
    assert "〔回复期限〕" in said(paper)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("is_demo", [True, False])
def test_demo_data_is_marked_on_the_letter_and_in_its_name(language, is_demo):
    arguments = drafted(language, is_demo=is_demo)
    paper = supervision_letter(*arguments)
    mark = {"zh": "演示数据", "en": "Demo"}[language]
    assert (mark in paper.header) == is_demo
    assert letter_name("T05-3-2018-12", arguments[-1]).startswith(mark) == is_demo


def test_what_people_wrote_stands_sign_for_sign_in_the_document():
    document = Document(BytesIO(letter_docx(*drafted())))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("=1+1 <b>拆迁</b>" in cell for cell in cells)
