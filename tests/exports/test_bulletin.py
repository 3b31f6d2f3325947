"""The bulletin: its words come from the data, its numbers are those of `status`, and it hides nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from hengyang import labels, progress, store
from hengyang.exports.bulletin import bulletin, docx_bytes
from hengyang.exports.content import Content
from hengyang.exports.light_words import light_words
from hengyang.exports.official_paper import plain
from hengyang.exports.paper_parts import Heading, OfficialPaper, Paragraph, Table, ToFill
from hengyang.labels import words
from hengyang.schema import LANGUAGES, Language, Tables, Theme
from tests.exports.contents import cell_texts, content, renamed, told_by_status, with_only


@pytest.fixture(scope="module")
def demo(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


@pytest.fixture(scope="module")
def official(store_url: str) -> Tables:
    return store.open_store(store_url, "official").read()


def prose(paper: OfficialPaper) -> str:
    """Headings and paragraphs as text."""
    said = []
    for block in paper.body:
        if isinstance(block, Heading):
            said.append(block.text)
        elif isinstance(block, Paragraph):
            said.append(plain(block.line, paper.language))
    return "\n".join(said)


def table_rows(table: Table, language: Language) -> list[list[str]]:
    return [[plain(cell, language) for cell in row] for row in table.rows]


def tables_of(paper: OfficialPaper) -> list[Table]:
    return [block for block in paper.body if isinstance(block, Table)]


def annex_rows(paper: OfficialPaper, number: int) -> list[list[str]]:
    blocks = paper.annexes[number].blocks
    return table_rows(next(b for b in blocks if isinstance(b, Table)), paper.language)


@pytest.mark.parametrize(
    ("workspace", "language"), [("demo", "zh"), ("demo", "en"), ("official", "zh")]
)
def test_the_annexes_say_cell_by_cell_what_status_says(
    workspace: str, language: Language, request: pytest.FixtureRequest
) -> None:
    whole = content(request.getfixturevalue(workspace), language=language)
    document = docx.Document(BytesIO(docx_bytes(whole, lambda _share: None)))
    status, say = told_by_status(whole), words(language)
    head = [say("bulletin-column-id"), say("bulletin-column-indicator")]
    rows = []
    for table in document.tables:
        cells = cell_texts(table)
        if cells[0][:2] == head or cells[0][1] == say("bulletin-column-milestone"):
            rows += [row for row in cells[1:] if len(row) > 1]
    assert [row[0] for row in rows] == sorted(
        status, key=lambda subject: ("M" in subject, list(status).index(subject))
    )
    for row in rows:
        said = status[row[0]]
        word = (
            say("rule-described") if said["light"] is None else light_words(said["light"], language)
        )
        assert row[2].startswith(word)
        if "actual" not in said:
            continue
        attainment, gap = said["attainment_pct"], said["gap_points"]
        assert row[6] == (
            say("official-none")
            if attainment is None
            else labels.percent_floored(attainment, language)
        )
        if gap is not None:
            assert row[7] == labels.number(gap, language, 1)
        if said["actual"] is not None:
            assert row[3].startswith(labels.number(said["actual"], language))
        elif said["light"] == "not_reported":
            assert row[3] == say("light-not_reported")


def test_the_sections_come_in_the_order_of_a_bulletin(demo: Tables) -> None:
    paper = bulletin(content(demo))
    assert [block.text for block in paper.body if isinstance(block, Heading) and block.level == 1] == [
        "总体情况", "分主题情况", "红灯、黄灯事项及原因", "与上次相比", "未报送情况", "下一步工作要求",
    ]  # fmt: skip


def test_every_red_item_stands_with_the_sentence_that_explains_it(demo: Tables) -> None:
    whole = content(demo)
    said = prose(bulletin(whole))
    red = [
        subject
        for subject, item in told_by_status(whole).items()
        if item["light"] in ("far_behind", "overdue")
    ]
    assert len(red) > 5
    for subject in red:
        found = progress.explain(subject, whole.tables, whole.stamp.as_of)
        assert found.sentence("zh") in said
        assert found.what_would_change("zh") in said


@pytest.mark.parametrize("workspace", ["demo", "official"])
def test_what_was_not_reported_is_named_with_who_owes_it(
    workspace: str, request: pytest.FixtureRequest
) -> None:
    whole = content(request.getfixturevalue(workspace))
    paper = bulletin(whole)
    table = next(
        t for t in tables_of(paper) if t.caption == words("zh")("bulletin-table-unreported")
    )
    rows = table_rows(table, "zh")
    named = {row[0] for row in rows if len(row) == 3}
    owed = {
        subject
        for subject, item in told_by_status(whole).items()
        if item["light"] == "not_reported" and item["rule"] not in ("described", "check_only")
    }
    assert named == owed
    groups = [row[0] for row in rows if len(row) == 1]
    assert any(group.startswith("市教育局") for group in groups)
    assert "报送率" in prose(paper)


def test_demo_data_are_marked_at_the_top_and_on_every_page_and_real_ones_never(
    demo: Tables, official: Tables
) -> None:
    simulated, real = bulletin(content(demo)), bulletin(content(official))
    assert "演示数据" in simulated.header
    assert simulated.notices[0] == simulated.header
    assert "不代表实际进展" in prose(simulated)
    assert real.header == ""
    assert "演示" not in prose(real) + real.footer + "".join(real.notices)
    for paper in (simulated, real):
        assert "征求意见稿" in paper.title
        assert "征求意见稿" in paper.footer
        assert "草拟稿" in paper.notices[-1]


def test_the_edition_or_its_absence_stands_under_every_page(demo: Tables) -> None:
    assert "E12" in bulletin(content(demo, edition="E12")).footer
    loose = bulletin(content(demo))
    assert "未冻结" in loose.footer
    assert "未冻结" in prose(loose)


def test_number_signer_and_date_are_left_to_people(demo: Tables) -> None:
    paper = bulletin(content(demo))
    for line in (paper.organ, paper.number, paper.signer, paper.signed_on):
        assert len(line) == 1
        assert isinstance(line[0], ToFill)


def test_what_moved_since_the_earlier_edition_is_counted_and_listed(demo: Tables) -> None:
    whole = content(demo)
    earlier = content(demo, as_of=date(2019, 3, 31), edition="E11")
    paper = bulletin(replace(whole, earlier=earlier))
    found = progress.changes_between(earlier.assessment, whole.assessment)
    assert len(found) > 5
    assert "会议版E11" in prose(paper)
    table = next(t for t in tables_of(paper) if t.caption == words("zh")("bulletin-table-moved"))
    rows = {row[0]: row for row in table_rows(table, "zh") if len(row) > 1}
    for change in found.to_dict("records"):
        assert rows[change["subject"]][2:4] == [
            light_words(change["light_before"], "zh"),
            light_words(change["light_after"], "zh"),
        ]
    assert "不作比较" in prose(bulletin(whole))
    assert "没有灯色变化" in prose(bulletin(replace(whole, earlier=whole)))


def test_a_department_gets_its_own_bulletin(demo: Tables) -> None:
    paper = bulletin(content(demo, department="education"))
    assert plain(paper.addressees, "zh") == "市教育局:"
    assert "市教育局" in paper.title
    ids = [row[0] for row in annex_rows(paper, 0) if len(row) > 1]
    listed = demo.assignments[demo.assignments["department"] == "education"]["task"]
    assert ids == demo.indicators[demo.indicators["task"].isin(listed)]["indicator"].tolist()


def test_a_theme_speaks_of_nothing_else(demo: Tables) -> None:
    paper = bulletin(content(demo, theme=Theme.OPENNESS))
    assert "开放发展" in paper.title
    seconds = (b for b in paper.body if isinstance(b, Heading) and b.level == 2)
    assert next(seconds).text == "开放发展"
    assert "创新发展" not in prose(paper)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("indicators", [set(), {"T05-3"}, {"T13-1"}])
def test_next_to_nothing_still_makes_a_bulletin(
    demo: Tables, language: Language, indicators: set[str]
) -> None:
    few = with_only(content(demo, language=language), indicators)
    document = docx.Document(BytesIO(docx_bytes(few, lambda _share: None)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert words(language)("bulletin-overall") in text
    rows = [row for table in document.tables for row in cell_texts(table)]
    assert {
        row[0] for row in rows if len(row) > 1 and row[0][:1] == "T" and "-" in row[0]
    } == indicators
    assert "nan" not in {cell.lower() for row in rows for cell in row}


def test_all_grey_is_not_told_as_good_news(official: Tables) -> None:
    said = prose(bulletin(content(official)))
    assert "情况不明" in said
    assert words("zh")("bulletin-none") not in said.splitlines()


def test_a_hostile_or_very_long_name_stays_text(demo: Tables) -> None:
    for name in ("=cmd|' /C calc'!A0", "名" * 400):
        whole: Content = renamed(with_only(content(demo), {"T00-1"}), name_zh=name)
        document = docx.Document(BytesIO(docx_bytes(whole, lambda _share: None)))
        assert any(name in row for table in document.tables for row in cell_texts(table))


def test_the_same_content_gives_the_same_bytes(demo: Tables) -> None:
    few = with_only(content(demo), {"T05-3"})
    assert docx_bytes(few, lambda _share: None) == docx_bytes(few, lambda _share: None)
