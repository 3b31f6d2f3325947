"""What a file would change, cell by cell, and which lights it would flip."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang import store
from hengyang.charts.project_changes import moved_words
from hengyang.delivery import KINDS, project_lights
from hengyang.ingest.check import check
from hengyang.ingest.difference import Difference, apply, difference
from hengyang.ingest.drafts import same
from hengyang.progress import assess
from hengyang.schema import Tables
from tests.ingest.builders import (
    JULY,
    JUNE,
    TODAY,
    as_published,
    entry,
    recognised,
    stage_entry,
)


@pytest.fixture(scope="module")
def tables(store_url: str) -> Tables:
    return store.open_store(store_url, "demo").read()


def made_by(tables: Tables, *sheets: object, as_of: date = JULY) -> Difference:
    found = check(sheets, tables, department=None, period=as_of, today=TODAY)  # type: ignore[arg-type]
    return difference(found.frames, found.withdrawn, tables, as_of)


@pytest.mark.parametrize("day", [JUNE, date(2019, 3, 31), date(2018, 12, 31), date(2017, 12, 31)])
@pytest.mark.parametrize("table", ["observations", "milestone_reports"])
def test_what_is_published_changes_nothing(tables: Tables, table: str, day: date) -> None:
    found = made_by(tables, as_published(tables, table, day), as_of=day)
    assert found.is_empty
    assert not (len(found.added) + len(found.changed) + len(found.removed) + len(found.flips))


def test_a_new_value_is_added_and_a_corrected_one_changed(tables: Tables) -> None:
    sheet = recognised(
        entry("T05-3", 16.5), entry("T05-3", 15.7, reference_date=JUNE, period_text="2019-06")
    )
    found = made_by(tables, sheet)
    added, changed = found.added.iloc[0], found.changed.iloc[0]
    assert (added["subject"], added["field"], added["old"], added["new"]) == (
        "T05-3",
        "value",
        None,
        16.5,
    )
    assert (changed["old"], changed["new"], changed["row"]) == (15.6, 15.7, 6)
    assert changed["reference_date"] == JUNE
    assert found.removed.empty


def test_only_rows_that_differ_are_left_to_append(tables: Tables) -> None:
    published = as_published(tables, "observations", JUNE)
    more = recognised(entry("T05-3", 16.5))
    found = made_by(tables, published, more)
    assert len(found.frames["observations"]) == 1


def test_a_withdrawn_value_is_removed(tables: Tables) -> None:
    word = entry(
        "T05-3", value_text="撤回", is_not_reported=False, reference_date=JUNE, reason="重复"
    )
    found = made_by(tables, recognised(word), as_of=JUNE)
    removed = found.removed.iloc[0]
    assert (removed["old"], removed["new"]) == (15.6, None)
    after = apply(tables, found.frames, found.withdrawn)
    assert len(after.observations) == len(tables.observations) - 1


def test_a_stage_and_its_evidence_are_cells_of_their_own(tables: Tables) -> None:
    done = stage_entry("T01-M1", "done", evidence="文号")
    found = made_by(tables, recognised(done, table="milestone_reports"))
    assert found.added["field"].tolist() == ["stage", "evidence"]


def test_flips_are_those_that_the_arithmetic_gives(tables: Tables) -> None:
    found = made_by(tables, recognised(entry("T05-3", 50.0)))
    flip = found.flips.iloc[0]
    after = assess(apply(tables, found.frames, found.withdrawn), JULY).indicators
    light = after.set_index("indicator").loc["T05-3", "light"]
    assert (flip["subject"], flip["light_after"]) == ("T05-3", light)
    assert light == "met"
    assert found.as_dict()["flips"] == [
        {"indicator": "T05-3", "from": str(flip["light_before"]), "to": "met"}
    ]


def test_a_theme_flips_with_its_indicators(tables: Tables) -> None:
    before = assess(tables, JULY).themes.set_index("theme")["light"].astype("object")
    theme = next(name for name, light in before.items() if light != "green")
    tasks = tables.tasks.loc[tables.tasks["theme"] == theme, "task"]
    of_theme = tables.indicators[tables.indicators["task"].isin(tasks)]
    goal = of_theme["target"].fillna(of_theme["target_low"])
    entries = [entry(name, value) for name, value in zip(of_theme["indicator"], goal, strict=True)]
    found = made_by(tables, recognised(*entries))
    turned = dict(zip(found.theme_flips["theme"], found.theme_flips["light_after"], strict=True))
    assert turned == {theme: "green"}


def test_applying_keeps_the_order_in_which_the_store_gives_facts(tables: Tables) -> None:
    again = {name: tables[name].iloc[5:9] for name in ("observations", "milestone_reports")}
    after = apply(tables, again, {})
    for name in again:
        pd.testing.assert_frame_equal(after[name], tables[name])


def test_applying_is_what_the_store_shows_after_publishing(own_store_url: str) -> None:
    from datetime import UTC, datetime

    demo = store.open_store(own_store_url, "demo")
    before = demo.read()
    sheet = recognised(
        entry("T05-3", 16.5),
        entry("T31-1", value_text="撤回", is_not_reported=False, reference_date=JUNE, reason="误"),
    )
    found = made_by(before, sheet)
    demo.submit_and_publish(
        "s1",
        found.frames,
        withdrawn=found.withdrawn,
        actor="a",
        reason="r",
        published_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    expected = apply(before, found.frames, found.withdrawn)
    pd.testing.assert_frame_equal(demo.read().observations, expected.observations)


@given(st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 9)))
def test_a_value_is_the_same_after_scaling_there_and_back(value: float) -> None:
    assert same(value / 10000 * 10000, value)
    assert not same(value, value + 0.01)


def test_the_first_report_of_a_month_moves_the_day_and_what_turns_with_it_is_counted_apart(
    tables: Tables,
) -> None:
    july = made_by(tables, recognised(entry("T05-3", 16.5)))
    move = july.as_of
    assert (move.before, move.after) == (JUNE, JULY)
    lights = [
        {
            **dict(found.indicators[["indicator", "light"]].values),
            **dict(found.milestones[["milestone", "light"]].values),
        }
        for found in (assess(tables, JUNE), assess(apply(tables, july.frames, {}), JULY))
    ]
    turned = {
        subject
        for subject, light in lights[1].items()
        if isinstance(light, str) and light != lights[0][subject]
    }
    # what is told of the file's own subjects and what is told besides are together what readers see change
    told = [*july.flips["subject"], *move.flips["subject"]]
    assert sorted(told) == sorted(turned)
    assert set(july.flips["subject"]) <= {"T05-3"}
    assert not move.flips.empty
    assert move.projects > 0
    printed = july.as_dict()["as_of"]
    assert (printed["from"], printed["to"]) == ("2019-06-30", "2019-07-31")
    assert {flip["indicator"] for flip in printed["flips"]} == set(move.flips["subject"])
    assert moved_words(move, "zh")[0] == (
        "这份报告使数据截至 2019年6月30日 → 2019年7月31日;"
        f"其余指标与里程碑另有 {len(move.flips)} 盏灯随之变化。"
    )


def test_a_files_own_light_that_turns_with_the_day_is_told_as_its_own(tables: Tables) -> None:
    reports = tables.milestone_reports
    mine = reports[reports["milestone"] == "T04-M9"].tail(1)
    mine = mine.assign(reference_date=pd.Timestamp(JULY), evidence="七月的进展")
    mine["reference_date"] = mine["reference_date"].astype("datetime64[s]")
    found = difference({"milestone_reports": mine}, {}, tables, JULY)
    before, after = (
        assess(at, day).milestones.set_index("milestone")["light"].astype(str)["T04-M9"]
        for at, day in ((tables, JUNE), (apply(tables, found.frames, {}), JULY))
    )
    assert before != after  # else the report shows nothing
    own = found.flips.set_index("subject").loc["T04-M9"]
    assert (str(own["light_before"]), str(own["light_after"])) == (before, after)
    assert "T04-M9" not in set(found.as_of.flips["subject"])


def test_projects_of_a_file_that_turn_with_the_day_are_told_by_name(tables: Tables) -> None:
    reports = tables.project_reports
    mine = reports[reports["reference_date"] == reports["reference_date"].max()].head(60)
    july = mine["reference_date"].where(mine["project"] == "", pd.Timestamp(JULY))
    found = difference(
        {"project_reports": mine.assign(reference_date=july.astype("datetime64[s]"))},
        {},
        tables,
        JULY,
    )
    after = apply(tables, found.frames, {})
    kinds = [f"{kind}_light" for kind in KINDS]
    was, now = (
        project_lights(at, day).set_index("project")[kinds].astype(str)
        for at, day in ((tables, JUNE), (after, found.as_of.after))
    )
    turned = set(was.index[(was != now.loc[was.index]).any(axis=1)])
    own = set(found.project_flips["project"])
    assert own == turned & set(mine["project"])
    assert found.as_of.projects == len(turned - own)
    assert found.lights_turned >= len(turned)


def test_a_correction_of_a_month_that_is_there_moves_no_day(tables: Tables) -> None:
    sheet = recognised(entry("T05-3", 15.7, reference_date=JUNE, period_text="2019-06"))
    move = made_by(tables, sheet, as_of=JUNE).as_of
    assert not move.is_move
    assert (len(move.flips), move.projects, move.commitments) == (0, 0, 0)
    assert moved_words(move, "zh") == []
