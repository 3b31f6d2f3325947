"""The history page's HTML and title sentences."""

import re
from datetime import date

import pandas as pd
import pytest

from hengyang.charts import history, history_findings, past
from hengyang.history import Cell, brought, cell_of, life
from hengyang.schema import LANGUAGES
from tests.charts.plans import link
from tests.history.builders import DAY, compared, ever_released, observation, releases, tables

CELL = Cell("observations", ("T05-3", "430400", "2019-05-31", "same"))
NASTY = "<script>alert(1)</script>"


def text(html):
    """What is left of HTML when the marks are gone."""
    return " ".join(re.sub(r"<[^>]+>", " ", str(html)).split())


def two_releases(**columns):
    return releases("2019-06-08T02:30:00", "2019-07-08T02:30:00", **columns)


def listed(language="zh", **columns):
    rows = {"observations": ever_released((1, observation(1.0)), (2, observation(2.0)))}
    return history.release_table(two_releases(**columns), brought(rows), language, link)


def lived(*values, withdrawn=(), language="zh", **columns):
    rows = ever_released(
        *((at, observation(value)) for at, value in enumerate(values, start=1)),
        withdrawn=withdrawn,
    )
    found = life(rows, two_releases(**columns), "observations")
    html = history.life_panel(found, CELL, tables(1), language, link)
    return text(html), history_findings.life_finding(found, CELL, tables(1), language)


def test_the_newest_release_stands_on_top():
    said = text(listed())
    assert said.index("2019-07-08 10:30") < said.index("2019-06-08 10:30")
    assert "更正 填报值 1" in said
    assert "新增 填报值 1" in said


def test_a_release_is_compared_with_the_one_before_and_the_first_with_none():
    html = str(listed())
    assert "from=1/to=2" in html
    assert "from=0" not in html


def test_every_release_but_the_newest_can_be_restored():
    html = str(listed())
    assert "section=restore/to=1" in html
    assert "section=restore/to=2" not in html


def test_a_received_file_is_named_with_the_beginning_of_its_hash():
    html = listed(file_name=[None, "六月.xls"], file_sha256=[None, "0123456789abcdef" * 4])
    assert "六月.xls 01234567" in text(html)
    assert "0123456789abcdef" * 4 in str(html)
    assert "无文件" in text(html)


def test_what_people_wrote_is_marked_as_chinese_for_english_readers():
    html = str(listed("en", reason=["漏报0.4", "漏报0.5"]))
    assert '<span lang="zh-CN">漏报0.4</span>' in html
    assert "zh-CN" not in str(listed("zh", reason=["漏报0.4", "漏报0.5"]))


def test_nothing_that_people_wrote_becomes_html():
    html = listed(
        reason=[NASTY, NASTY],
        actor=[NASTY, NASTY],
        file_name=[NASTY, NASTY],
        file_sha256=["a" * 64] * 2,
    )
    assert "<script" not in str(html)
    assert str(html).count("&lt;script") == 6
    found = compared(tables(1, observation()), tables(2, observation(source=NASTY)))
    assert "<script" not in str(history.difference_panel(found, tables(2), "en", link))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_correction_is_told_old_and_new_with_unit_before_what_is_new(language):
    found = compared(
        tables(1, observation(14.2)), tables(2, observation(1.0, day="2019-04-30"), observation())
    )
    said = text(history.difference_panel(found, tables(2), language, link))
    unit = {"zh": "公里", "en": "km"}[language]
    assert f"14.2 {unit} 15 {unit}" in said
    assert said.index({"zh": "2019年5月", "en": "May 2019"}[language]) < said.index(
        {"zh": "2019年4月", "en": "Apr 2019"}[language]
    )


def test_a_long_difference_says_how_much_it_leaves_out():
    found = compared(
        tables(1), tables(2, *(observation(day=f"2019-05-{day:02}") for day in range(1, 31)))
    )
    said = text(history.difference_panel(found, tables(2), "zh", link, 10))
    assert "另有 20 格未列出" in said
    assert "未列出" not in text(history.difference_panel(found, tables(2), "zh", link, None))


def test_no_difference_is_said_in_a_sentence():
    same = compared(tables(1), tables(2))
    assert text(history.difference_panel(same, tables(2), "zh", link)) == "没有任何一格不同。"
    assert history_findings.difference_finding(same, "zh") == "版本 1 与版本 2 没有差异"


def test_lights_say_on_which_day_they_were_judged():
    found = compared(tables(1, observation(15.0)), tables(2, observation(50.0)))
    said = text(history.lights_panel(found, tables(2), "zh", link))
    assert "截至2019年5月31日" in said
    assert "滞后 → 已完成" in said


def test_the_life_of_a_cell_names_person_file_row_and_release():
    said, finding = lived(14.2, 15.0, file_name=[None, "六月.xls"], file_sha256=[None, "a" * 64])
    assert "14.2 公里" in said
    assert "六月.xls" in said
    assert "s2 第 2 行" in said
    assert "reviewer a reason" in said
    assert "记过 2 次,现为 15 公里(版本 2)" in finding
    assert "2019年5月" in finding


def test_a_withdrawn_cell_shows_no_value_as_if_it_stood():
    said, finding = lived(14.2, 14.2, withdrawn=(1,))
    assert said.count("14.2") == 1
    assert "已撤回" in said
    assert finding.endswith("已在版本 2 撤回")
    assert "withdrawn in release 2" in lived(14.2, 14.2, withdrawn=(1,), language="en")[1]


def test_a_cell_without_a_life_was_never_reported_and_is_not_zero():
    empty = life(ever_released((1, observation())).iloc[:0], two_releases(), "observations")
    said = history_findings.life_finding(empty, CELL, tables(1), "zh")
    assert said.endswith("从未报送")
    assert "0" not in said.replace("2019", "").replace("T05-3", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_finding_tells_who_published_last_and_how_much_it_changed(language):
    newest = compared(tables(1, observation(15.0)), tables(2, observation(50.0)))
    frame = two_releases(actor=["system", "demo-reviewer"])
    said = history_findings.releases_finding(frame, newest, language)
    assert (
        said
        == {
            "zh": "2 个版本,最近一版 2019年7月8日 由演示审核员发布,改动 1 格、1 盏灯",
            "en": "2 releases; the newest was published on 8 Jul 2019 by Demo reviewer and changed one cell and one light",
        }[language]
    )


def test_a_single_release_changed_nothing_yet():
    said = history_findings.releases_finding(releases("2019-06-08"), None, "en")
    assert said == "One release; the newest was published on 8 Jun 2019 by reviewer"


def test_what_was_known_is_told_with_both_days():
    found = compared(tables(1), tables(2, observation()))
    said = history_findings.known_finding(date(2019, 6, 9), 1, found, "zh")
    assert said.startswith("2019年6月9日所知为版本 1;同看截至2019年5月31日,与现在所知有 1 格、")
    panel = history.known_panel(date(2019, 6, 9), 1, two_releases(), DAY, "zh", link)
    assert "overview/release=1/as_of=2019-05-31" in str(panel)
    nothing = history.known_panel(date(2019, 6, 1), None, two_releases(), DAY, "zh", link)
    assert "还没有发布任何版本" in text(nothing)


@pytest.mark.parametrize(
    ("value", "field", "said"),
    [
        (None, "value", "–"),
        (0.0, "value", "0 km"),
        ("implementing", "stage", "under way"),
        ("behind", "light", "Behind"),
        (date(2019, 5, 31), "reported_on", "31 May 2019"),
        (True, "is_simulated", "yes"),
        ("some words", "reason", "some words"),
    ],
)
def test_values_are_told_in_the_readers_words(value, field, said):
    if field == "stage":
        said = past.words("en")(f"stage-{value}")
    assert past.value_words(value, field, "T05-3", tables(1), "en") == said


def test_cells_of_every_kind_have_a_subject_and_a_place():
    def told(name):
        cell = cell_of(name)
        return past.subject_words(cell, tables(1), "zh"), past.cell_place(cell, tables(1), "zh")

    subject, place = told("observations/T05-3/430481/2019-05-31/single_month")
    assert subject.startswith("T05-3 ")
    assert place == "填报值 · 耒阳市 · 单月数 · 2019年5月"
    subject, place = told("narratives/5/housing_and_urban_rural/2019-05-31")
    assert subject.startswith("任务5 ")
    assert "市住建局" in place
    assert told("plan/x") == ("x", "行动方案本身")


def test_the_log_reads_in_the_readers_language():
    log = pd.DataFrame(
        {
            "event": ["published", "returned"],
            "actor": ["system", "王某"],
            "reason": ["x", None],
            "submission": ["a", "b"],
        }
    )
    told = past.log_in_words(log, "en")
    assert list(told["actor"]) == ["System", "王某"]
    assert list(told["reason"]) == ["x", None]
    assert list(told["event"]) == ["published", "returned"]
