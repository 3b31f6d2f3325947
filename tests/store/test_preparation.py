"""What a first start makes, and what a second one leaves alone."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from hengyang import demo
from hengyang.plan.load import DATA_DIR, load_plan
from hengyang.schema import FACT_TABLES, PLAN_TABLES, TABLES
from hengyang.store import DEMO, OFFICIAL, create_workspace, open_store, prepare, store_url
from hengyang.store.preparation import named_facts, published_facts


def test_both_workspaces_hold_the_plan_as_it_lies_in_data_from_release_1_on(prepared):
    plan = load_plan()
    for workspace in (OFFICIAL, DEMO):
        first = open_store(prepared, workspace).read(1)
        newest = open_store(prepared, workspace).read()
        for table in PLAN_TABLES:
            pd.testing.assert_frame_equal(first[table.name], plan[table.name])
            pd.testing.assert_frame_equal(newest[table.name], plan[table.name])
        brought = {table.name for table in FACT_TABLES if len(first[table.name])}
        named = {"projects", "project_contributions"}  # the notice's own, so in demo none of them
        assert brought == (named if workspace == OFFICIAL else set())


def test_the_official_register_says_of_a_named_project_only_what_the_notice_says(prepared):
    tables = open_store(prepared, OFFICIAL).read()
    notice = (DATA_DIR / "source" / "notice.txt").read_text(encoding="utf-8")
    projects = tables.projects
    assert list(projects["project"]) == list(load_plan()["named_projects"]["project"])
    assert all(quote in notice for quote in projects["quote_zh"])
    unknown = ["client_zh", "total_investment_wanyuan", "land_mu", "planned_start"]
    assert projects[[*unknown, "planned_finish", "nature", "content_zh"]].isna().all(axis=None)
    assert (projects["role_source"] == "inferred_first_listed").all()
    counted = tables.project_contributions.set_index("project")["amount"]
    assert counted.dropna().to_dict() == {"N04-11": 1, "N04-12": 1, "N04-13": 1}  # 3大通用机场
    assert tables.project_reports.empty


def test_official_has_the_published_figures_and_no_simulated_row(prepared):
    tables = open_store(prepared, OFFICIAL).read()
    figures = load_plan()["published_figures"]
    assert tables.release == 2
    assert len(tables.observations) == figures["value"].notna().sum()
    assert len(tables.milestone_reports) == figures["stage"].notna().sum()
    assert not any(tables[table.name]["is_simulated"].any() for table in FACT_TABLES)
    air = tables.observations.set_index(["indicator", "reference_date"])
    assert air.loc[("T15-1", pd.Timestamp("2016-12-31")), "value"] == 76.8
    assert tables.observations["quote_zh"].notna().all()


def test_a_figure_counts_as_reported_on_the_day_that_its_source_names():
    facts = published_facts(load_plan()["published_figures"])
    air = facts["observations"].set_index("reference_date")
    assert air.loc[pd.Timestamp("2016-12-31"), "reported_on"] == pd.Timestamp("2018-06-29")


def test_demo_has_no_real_row_and_a_release_for_each_month(prepared):
    store = open_store(prepared, DEMO)
    tables = store.read()
    assert all(tables[table.name]["is_simulated"].all() for table in FACT_TABLES)
    assert store.release_numbers() == list(range(1, 27))
    assert store.releases()["published_at"].is_monotonic_increasing
    assert not any(tables[table.name].empty for table in FACT_TABLES)


@pytest.mark.folder
def test_preparing_twice_changes_nothing(store_url):
    prepared = Path(store_url)
    before = [open_store(prepared, name).releases() for name in (OFFICIAL, DEMO)]
    files = sorted(prepared.rglob("*"))
    prepare(prepared)
    after = [open_store(prepared, name).releases() for name in (OFFICIAL, DEMO)]
    for one, other in zip(before, after, strict=True):
        pd.testing.assert_frame_equal(one, other)
    assert sorted(prepared.rglob("*")) == files


@pytest.mark.folder
@pytest.mark.parametrize(
    "workspace", [OFFICIAL, pytest.param(DEMO, marks=pytest.mark.proof, id="demo")]
)
def test_a_store_prepared_before_there_was_a_register_gets_one_in_a_release_of_its_own(
    tmp_path, prepared, workspace
):
    plan = load_plan()
    steps = [("plan-2017", plan)]
    if workspace == OFFICIAL:
        steps.append(("published-figures", published_facts(plan["published_figures"])))
    else:
        steps += [(month.submission, month.frames) for month in demo.all_reports(plan)]
    store = create_workspace(tmp_path, workspace)
    for submission, frames in steps:
        store.submit_and_publish(
            submission,
            {name: rows for name, rows in frames.items() if "project" not in name},
            actor="system",
            reason="x",
            published_at=datetime(2019, 7, 8, tzinfo=UTC),
        )
    for folder in (tmp_path / workspace).glob("*project*"):
        shutil.rmtree(folder)
    for _ in range(2):
        prepare(tmp_path, workspaces=(workspace,))
        assert store.latest_release() == len(steps) + 1
    tables, new = store.read(), open_store(prepared, workspace).read()
    for name in TABLES:
        if "project" in name:
            pd.testing.assert_frame_equal(tables[name], new[name])


def test_two_that_prepare_at_once_make_one_store(place):
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: prepare(place, workspaces=(OFFICIAL,)), range(2)))
    store = open_store(place, OFFICIAL)
    assert store.release_numbers() == [1, 2]
    assert len(store.read().observations) == 7
    assert len(store.read().tasks) == 31


def test_a_half_prepared_store_is_completed(place, monkeypatch):
    def dies(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("hengyang.store.store.Store.publish_each", dies)
    with pytest.raises(KeyboardInterrupt):
        prepare(place, workspaces=(OFFICIAL,))
    monkeypatch.undo()
    store = open_store(place, OFFICIAL)
    assert store.latest_release() == 0
    prepare(place, workspaces=(OFFICIAL,))
    assert store.latest_release() == 2
    assert len(store.read_with_origin("observations")) == 7  # nothing twice


def test_a_store_that_an_earlier_version_left_at_its_first_release_is_completed(place, prepared):
    plan = load_plan()
    store = create_workspace(place, OFFICIAL)
    day = datetime(2019, 7, 8, tzinfo=UTC)
    first = {**plan, **named_facts(plan)}
    store.submit_and_publish("plan-2017", first, actor="x", reason="x", published_at=day)
    prepare(place, workspaces=(OFFICIAL,))
    assert store.latest_release() == 2
    tables, new = store.read(), open_store(prepared, OFFICIAL).read()
    for name in TABLES:
        pd.testing.assert_frame_equal(tables[name], new[name])


def test_the_setting_names_the_store(monkeypatch):
    monkeypatch.setenv("HENGYANG_STORE", "s3://bucket/plan")
    assert store_url() == "s3://bucket/plan"
    monkeypatch.delenv("HENGYANG_STORE")
    assert store_url().endswith("data/store")


def test_a_corrected_month_reads_as_first_reported_in_the_release_before(prepared):
    store = open_store(prepared, DEMO)
    key = {
        "indicator": "T24-3",
        "division": "430400",
        "reference_date": pd.Timestamp("2018-11-30"),
        "comparability": "same",
    }
    first, corrected = store.cell_history("observations", key).itertuples()
    assert first.value < corrected.value
    for number, expected in ((corrected.release - 1, first.value), (None, corrected.value)):
        values = store.read(number).observations.set_index(list(key))["value"]
        assert values[tuple(key.values())] == expected


def test_the_value_withdrawn_in_april_2019_is_seen_before_and_not_after(prepared):
    store = open_store(prepared, DEMO)
    origin = store.read_with_origin("observations")
    taken = origin[origin["is_withdrawn"]]
    assert list(taken["indicator"]) == ["T24-6"]
    number = int(taken["release"].iloc[0])

    def is_seen(release):
        rows = store.read(release).observations
        return bool(
            ((rows["indicator"] == "T24-6") & (rows["reference_date"] == "2019-03-31")).any()
        )

    assert is_seen(number - 1)
    assert not is_seen(number)


@pytest.mark.folder
def test_preparing_only_ever_adds_rows(store_url):
    prepared = Path(store_url)
    for workspace in (OFFICIAL, DEMO):
        operations = {
            commit["operation"] for commit in open_store(prepared, workspace).publish_log()
        }
        assert operations == {"CREATE TABLE", "WRITE"}
    commits = [path.read_text(encoding="utf-8") for path in prepared.rglob("_delta_log/*.json")]
    assert len(commits) > 100
    assert not any('"remove":' in commit for commit in commits)
