"""比较: the plans of a lake beside each other, and the way into one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hengyang import lake, store
from hengyang.ui import loading
from tests.measure import plans
from tests.pages.conftest import board_html, title
from tests.store.builders import PUBLISHED_AT


@pytest.fixture(scope="module")
def lake_of_three(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    url = str(tmp_path_factory.mktemp("lake"))
    plans.fill(url, 3, base=dict(store.open_store(store_url, store.DEMO).read().frames))
    found = lake.roll_up(url, store.DEMO)
    store.publish_results(
        url,
        store.DEMO,
        found.frames,
        submission=found.submission,
        actor="tester",
        reason="a test",
        published_at=PUBLISHED_AT,
    )
    return url


@pytest.fixture
def in_lake(lake_of_three: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(store.LAKE_SETTING, lake_of_three)
    loading.forget_lake()
    return lake_of_three


def test_plans_are_ranked_with_a_way_into_each(run_page, in_lake):
    page = run_page("compare")
    assert title(page).startswith("3 个方案:示例市 00")
    html = board_html(page)
    for number in (1, 2, 3):
        assert f"./?plan=city-{number:03d}&amp;as_of=2019-06" in html
    assert html.count("62/70") >= 1


def test_a_plan_is_found_by_its_name_in_either_language(run_page, in_lake):
    html = board_html(run_page("compare", q="city 002", lang="en"))
    assert "Example City 002" in html
    assert "Example City 003" not in html


def test_the_frame_offers_the_plans_and_shows_the_one_in_the_address(run_app, in_lake):
    own, other = run_app(), run_app(plan="city-002")
    assert own.selectbox(key="frame_plan").options[0] == "衡阳市(本方案)"
    assert other.selectbox(key="frame_plan").value == "city-002"
    assert title(own) != title(other)
    assert any("示例市 002 行动方案" in caption.value for caption in other.caption)


def test_nobody_may_report_in_a_plan_whom_no_roles_file_names_for_it(run_page, in_lake):
    page = run_page("upload", plan="city-002")
    assert any("数据湖里的方案只有权限表" in info.value for info in page.info)
    assert not page.get("file_uploader")


def test_without_a_lake_there_is_nothing_to_choose_or_compare(run_page, run_app, monkeypatch):
    monkeypatch.delenv(store.LAKE_SETTING, raising=False)
    assert title(run_page("compare")) == "还没有可比较的方案"
    page = run_app(plan="city-002")
    assert [error.value for error in page.error] == [
        "没有设置数据湖(HENGYANG_LAKE):只有本方案,没有可比较的。"
    ]
    with pytest.raises(KeyError):
        page.selectbox(key="frame_plan")


def test_a_lake_that_was_not_rolled_up_says_how(run_page, tmp_path: Path, monkeypatch):
    monkeypatch.setenv(store.LAKE_SETTING, str(tmp_path))
    loading.forget_lake()
    page = run_page("compare")
    assert "hengyang rollup" in board_html(page)
