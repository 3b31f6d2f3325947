import pytest

from hengyang import access
from hengyang.ui import people
from tests.pages.conftest import board_html, title


@pytest.fixture
def on_this_machine(monkeypatch):
    monkeypatch.setattr(
        people,
        "identities",
        lambda view: access.local_identities(view.tables.workspace, "localhost:8501", {}),
    )


def test_the_official_workspace_says_why_nothing_can_be_reviewed(run_page):
    page = run_page("review", workspace="official", lang="en")
    assert title(page) == "Read-only: nothing can be reviewed here now"
    assert len(page.info) == 1


def test_without_reports_the_list_says_so(run_page, on_this_machine):
    page = run_page("review")
    assert title(page) == "0 件待审核,0 件待发布"
    assert "还没有提交件" in board_html(page)
    assert page.segmented_control(key="people_identity").value == "demo-reviewer"
