"""Received files and proposals as HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from hengyang import progress, store
from hengyang.charts import (
    intake,
    intake_changes,
    intake_findings,
    intake_reading,
    proposals,
)
from hengyang.ingest.examine import Examination, examine
from hengyang.ingest.three_way import three_way_frame
from hengyang.review import Event, Proposal, State, Step
from hengyang.schema import Tables

MONTH = date(2019, 7, 31)
NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


def examined(tables: Tables, *rows: str) -> Examination:
    """A small CSV with an identifier, a value and a unit a row, examined for July 2019."""
    text = "\n".join(["编号,指标名称,报告期,完成值", *rows])
    return examine(
        text.encode(),
        "表.csv",
        tables,
        department=None,
        period=MONTH,
        today=date(2026, 1, 1),
        as_of=MONTH,
    )


def proposal(
    state: State, *history: Event, release: int | None = None, name: str = "表.xlsx"
) -> Proposal:
    drafted = Event(1, Step.DRAFTED, NOW, "demo-reporter")
    return Proposal(
        id="20260102-aa",
        workspace="demo",
        state=state,
        department="science_and_technology",
        period=MONTH,
        file_name=name,
        suffix=".xlsx",
        sha256="ab" * 32,
        base_release=26,
        by="demo-reporter",
        created_at=NOW,
        left_out_rows=(("指标", 7),),
        findings=(),
        cell_count=2,
        approved=frozenset(),
        returned=frozenset(),
        history=(drafted, *history),
        release=release,
    )


def link(page: str, **own: object) -> str:
    return f"{page}?{'&'.join(f'{name}={value}' for name, value in own.items() if value)}"


def test_the_finding_counts_rows_faults_and_lights(tables: Tables) -> None:
    found = examined(tables, "T02-2,,2019-07,很多", "T02-1,,2019-07,7")
    said = intake.intake_finding(found, None, MONTH, tables, "zh")
    moved = found.difference.lights_moved
    assert moved > 50  # July's first report moves the day
    own = found.difference.lights_turned - moved
    told = f"发布后 {own} 盏灯会变,另有 {moved} 盏只因截止日后移而变"
    assert said == f"2019年7月填报表:2 行读出,1 行可报,1 处阻断;{told}"


def test_a_file_that_changes_nothing_says_so_and_what_is_still_owed(tables: Tables) -> None:
    rows = tables.observations
    published = rows[rows["indicator"] == "T02-1"].iloc[-1]
    found = examined(tables, f"T02-1,,{published.reference_date:%Y-%m},{published.value}")
    assert found.difference.is_empty
    said = intake.intake_finding(found, None, MONTH, tables, "zh")
    assert said == "2019年7月填报表没有改变已发布的数,没有可提交的变化(1 行读出,没有阻断和提醒)"
    lead = tables.assignments.query("role == 'lead' and task == 2")["department"].iloc[0]
    owed = intake.intake_finding(found, lead, MONTH, tables, "zh").removeprefix(said)
    start = intake.start_finding(lead, MONTH, tables, "zh")
    due, reported = (
        int(part) for part in re.findall(r"应报 (\d+) 项指标,已发布 (\d+) 项", start)[0]
    )
    assert due > reported
    assert owed.endswith(f"本期应报 {due} 项指标,仍有 {due - reported} 项未发布")


def test_an_office_that_owes_nothing_is_not_told_that_all_is_published(tables: Tables) -> None:
    found = examined(tables, "T02-1,,2019-07,")
    assert found.difference.is_empty
    said = intake.intake_finding(found, "airport", MONTH, tables, "zh")
    assert said == intake.intake_finding(found, None, MONTH, tables, "zh")


def test_a_finding_stands_where_it_is_in_their_file(tables: Tables) -> None:
    found = examined(tables, "T02-1,,2019-07,7", "T02-2,,2019-07,很多")
    html = intake_findings.findings_panel(found.checked.findings, "en")
    assert "row 3, column D" in html
    assert "in-error" in html


def test_what_a_file_says_never_becomes_html(tables: Tables) -> None:
    found = examined(tables, "T02-2,,2019-07,<img src=x onerror=alert(1)>")
    assert len(found.checked.findings) == 1
    panel = intake_findings.findings_panel(found.checked.findings, "zh")
    assert "<img" not in panel
    assert "&lt;img" in panel
    listed = proposals.proposals_table(
        [proposal(State.SUBMITTED, name="<b>x.xlsx")],
        tables,
        "zh",
        link,
        page="review",
        caption="收到的填报",
    )
    assert "<b>x" not in listed
    assert "&lt;b&gt;x" in listed


def test_a_changed_cell_shows_its_light_before_and_after(tables: Tables) -> None:
    found = examined(tables, "T02-2,,2019-07,61")
    before = progress.assess(tables, MONTH)
    html = intake_changes.difference_panel(found.difference, before, tables, "zh", link)
    assert "61 个" in html
    assert "1 格(一行里每个变动的数值各算一格):新增 1" in html
    assert "已完成" in html
    assert list(found.difference.flips["subject"]) == ["T02-2"]
    panel = intake_changes.flips_panel(found.difference, tables, "zh", link, before)
    assert "会变的灯(1 盏)" in panel
    lights = [*before.indicators["light"], *before.milestones["light"]]
    met = sum(light == "met" for light in lights)
    assert f"已完成 {met}→{met + 1}" in panel


def test_the_side_says_of_each_column_how_its_percentages_were_read(tables: Tables) -> None:
    text = "指标,2019-06,2019-07\n中心城区污水处理率,0.95,95\n县城污水处理率,0.9,91\n"
    found = examine(
        text.encode(), "a.csv", tables, department=None, period=MONTH, today=date(2019, 8, 10)
    )
    html = intake_reading.reading_panel(found.book, found.recognised, "zh")
    assert "B 列的百分数按小数读" in html
    assert "C 列的百分数按百分数读" in html


def test_a_reviewer_is_shown_who_ticked_which_warning() -> None:
    warning = {"sheet": "指标", "row": 5, "column": "I", "severity": "warning", "code": "jump"}
    said = {"message_zh": "每月变化 9", "message_en": "9 a month"}
    findings = ({**warning, **said}, {**warning, **said, "row": 6})
    submitted = Event(2, Step.SUBMITTED, NOW, "wang", confirmed=frozenset({1}))
    found = replace(proposal(State.SUBMITTED, submitted), findings=findings, left_out_rows=())
    html = str(intake_findings.stored_findings_panel(found, "zh"))
    assert html.index("第 5 行") < html.index("wang 已勾选属实") < html.index("第 6 行")
    assert html.endswith("无人确认</td></tr></tbody></table></div>")


def test_the_side_says_how_the_file_was_read(tables: Tables) -> None:
    found = examined(tables, "T02-2,,2019-07,61", ",,,", "注:无")
    html = intake_reading.reading_panel(found.book, found.recognised, "en")
    assert "Header in row 1, one value a row" in html
    assert "note in row 4" in html
    assert "编号 → identifier" in html


@pytest.mark.parametrize(
    ("state", "done", "now"),
    [
        (None, 0, "读取"),
        (State.DRAFT, 2, "核对"),
        (State.SUBMITTED, 4, "审核"),
        (State.APPROVED, 5, "发布"),
        (State.PUBLISHED, 6, None),
    ],
)
def test_the_steps_say_where_a_file_stands(state: State | None, done: int, now: str | None) -> None:
    html = str(intake.steps_bar(state, "zh"))
    assert html.count('class="done"') == done
    assert (f'aria-current="step">{now}<' in html) is (now is not None)


def test_what_came_back_says_why_in_the_list(tables: Tables) -> None:
    back = proposal(State.RETURNED, Event(2, Step.RETURNED, NOW, "demo-reviewer", "请核对单位"))
    html = proposals.proposals_table([back], tables, "zh", link, page="upload", caption="我的填报")
    assert "请核对单位" in html
    assert "upload?proposal=20260102-aa" in html
    assert "请核对单位" in intake.returned_note(back, "zh")
    assert intake.returned_note(proposal(State.DRAFT), "zh") == ""


def test_what_waits_for_a_decision_comes_first(tables: Tables) -> None:
    listed = [proposal(State.PUBLISHED, release=27), proposal(State.SUBMITTED)]
    html = proposals.proposals_table(
        listed, tables, "zh", link, page="review", caption="收到的填报"
    )
    assert html.index("已提交") < html.index("已发布")
    assert proposals.proposals_finding(listed, "zh") == "1 件待审核,0 件待发布"


def test_a_published_proposal_leads_to_the_overview_and_says_so_in_the_singular(
    tables: Tables,
) -> None:
    made = proposal(State.PUBLISHED, release=27)
    difference = examined(tables, "T02-2,,2019-07,61").difference
    alone = replace(
        difference.as_of, flips=difference.as_of.flips.head(0), projects=0, commitments=0
    )
    difference = replace(difference, flips=difference.flips.head(1), as_of=alone)
    said = proposals.proposal_finding(made, difference, tables, "en")
    assert "1 cell and 1 light changed · published as release 27" in said
    ways = proposals.ways(made, "en", link)
    assert "overview?" in ways
    assert "from=26" in ways


def test_a_cell_that_both_changed_shows_three_values(tables: Tables) -> None:
    found = examined(tables, "T05-3,,2019-07,16.4", "T05-2,,2019-07,12")
    place = ("observations", "T05-3", "430400", MONTH, "value")
    both = three_way_frame([(*place, 15.6, 16.4, None, 2, False)])
    before = progress.assess(tables, MONTH)

    def link(page: str, **more: object) -> str:
        return page

    panel = intake_changes.difference_panel(
        found.difference, before, tables, "en", link, three_way=both
    )
    first, second = panel.split("<tbody>")[1].split("</tr>")[:2]
    assert "15.6 km" in first.split('class="num old in-base"')[1]
    assert "16.4 km" in first.split('class="num new"')[1]
    assert "as now" in second
    kept = three_way_frame([(*place, 15.6, 15.6, 15.7, 2, True)])
    panel = intake_changes.difference_panel(
        found.difference, before, tables, "en", link, three_way=kept
    )
    assert "15.7 km" in panel
    assert "stays as now" in panel
