"""The review page: deciding, as whoever one is at the moment of the click, on a copy of the prepared store."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest

from hengyang import access, review
from hengyang.access import LOCAL_REPORTER, LOCAL_REVIEWER, SignedIn
from hengyang.errors import DataMissing, NotAllowed
from hengyang.labels import words
from hengyang.ui import frame, loading, people, reviewing, signing
from tests.pages.conftest import board_html, title

AT = datetime(2019, 7, 8, 9, tzinfo=UTC)
MONTH = date(2019, 7, 31)
OFFICE = "science_and_technology"
REVIEWER = access.Actor("li@example.org", frozenset({access.Role.REVIEWER}))
REPORTER = access.Actor("wang@example.org", frozenset({access.Role.REPORTER}), frozenset({OFFICE}))
ENDED = SignedIn(None, "access-sign-in-expired")
NO_ROLE = SignedIn(
    replace(REVIEWER, roles=frozenset({access.Role.VIEWER})), "access-sign-in-unknown"
)


@pytest.fixture
def on_this_machine(monkeypatch):
    monkeypatch.setattr(
        people,
        "identities",
        lambda view: access.local_identities(view.tables.workspace, "localhost:8501", {}),
    )


@pytest.fixture
def signed_in_as(monkeypatch):
    """signed_in_as(found) is who the provider says it is, from now on."""
    monkeypatch.setattr(signing, "is_configured", lambda: True)
    return lambda found: monkeypatch.setattr(signing, "current", lambda: found)


def drafted(own_store, by=LOCAL_REPORTER, department=OFFICE):
    """A draft of two figures for the month after the newest."""
    tables = own_store.read()
    last = tables.observations[tables.observations["indicator"] == "T02-2"].tail(1)
    rows = pd.concat([last, last]).assign(
        reference_date=[pd.Timestamp(2019, 6, 30), pd.Timestamp(MONTH)], value=[39.0, 40.0]
    )
    return review.start_draft(
        own_store,
        actor=by,
        now=AT,
        tables=tables,
        frames={"observations": rows.reset_index(drop=True)},
        content="编号,报告期,完成值\nT02-2,2019-06,39\nT02-2,2019-07,40\n".encode(),
        file_name="report.csv",
        department=department,
        period=MONTH,
    )


def submitted(own_store, by=LOCAL_REPORTER):
    return review.submit(own_store, drafted(own_store, by).id, actor=by, now=AT)


def test_the_official_workspace_says_why_nothing_can_be_reviewed(run_page):
    page = run_page("review", workspace="official", lang="en")
    assert title(page) == "Read-only: nothing can be reviewed here now"
    assert len(page.info) == 1


def test_without_reports_the_list_says_so(run_page, on_this_machine):
    page = run_page("review")
    assert title(page) == "0 件待审核,0 件待发布"
    assert "还没有提交件" in board_html(page)
    assert page.segmented_control(key="people_identity").value == "demo-reviewer"


@pytest.mark.parametrize(
    ("since", "told"), [(ENDED, "登录"), (NO_ROLE, "权限表")], ids=["ended", "no role"]
)
def test_whoever_may_not_any_more_decides_nothing_with_a_button_drawn_before(
    own_store, run_page, signed_in_as, since, told
):
    found = submitted(own_store)
    signed_in_as(SignedIn(REVIEWER))
    page = run_page("review", proposal=found.id)
    signed_in_as(since)
    page.button(key="review_approve").click().run()
    assert told in page.error[0].value
    assert review.proposal(own_store, found.id).state is review.State.SUBMITTED


def test_whoever_may_not_any_more_submits_nothing_with_a_button_drawn_before(
    own_store, run_page, signed_in_as
):
    found = drafted(own_store, REPORTER)
    signed_in_as(SignedIn(REPORTER))
    page = run_page("upload", proposal=found.id)
    for box in page.checkbox:
        box.check()
    page.run()
    assert not page.button(key="intake_submit").disabled, [page.caption, board_html(page)]
    signed_in_as(ENDED)
    page.button(key="intake_submit").click().run()
    assert "登录" in page.error[0].value
    assert [one.state for one in review.proposals(own_store)] == [review.State.DRAFT]


def test_an_identity_changed_with_the_click_is_the_one_that_decides(
    own_store, run_page, on_this_machine
):
    found = submitted(own_store, by=REPORTER)
    page = run_page("review", proposal=found.id)
    page.segmented_control(key="people_identity").set_value("demo-reporter")
    page.button(key="review_approve").click().run()
    assert "demo" in page.error[0].value
    assert review.proposal(own_store, found.id).state is review.State.SUBMITTED


@pytest.mark.proof
def test_another_office_s_reporter_sees_no_proposal_by_its_link_nor_in_the_list(
    own_store, run_page, signed_in_as, caplog
):
    found = submitted(own_store)
    signed_in_as(SignedIn(replace(REPORTER, departments=frozenset({"commerce"}))))
    page = run_page("review", proposal=found.id)
    assert page.exception
    assert "review-error-not-visible" in caplog.text  # the frame makes a sentence of it
    assert not page.get("download_button")
    assert "report.csv" not in board_html(page)
    assert title(run_page("review")) == "0 件待审核,0 件待发布"
    signed_in_as(SignedIn(REPORTER))
    theirs = run_page("review", proposal=found.id)
    assert len(theirs.get("download_button")) == 1
    assert title(run_page("review")) == "1 件待审核,0 件待发布"


def test_a_received_file_is_handed_out_to_whom_the_roles_file_names_now(
    own_store, tmp_path, monkeypatch
):
    found = submitted(own_store)
    roles = tmp_path / "roles.toml"
    monkeypatch.setenv(access.ROLES_SETTING, str(roles))
    reader = replace(REVIEWER, until=datetime.now(UTC) + timedelta(hours=1))
    roles.write_text(f'["{REVIEWER.name}"]\nrole = "reviewer"\n', encoding="utf-8")
    assert "T02-2" in reviewing.received(own_store, reader, found).decode()
    ended = replace(reader, until=datetime.now(UTC) - timedelta(seconds=1))
    with pytest.raises(NotAllowed, match="expired"):
        reviewing.received(own_store, ended, found)
    roles.write_text(
        f'["{REVIEWER.name}"]\nrole = "reporter"\ndepartments = "commerce"\n', encoding="utf-8"
    )
    with pytest.raises(NotAllowed, match="not-visible"):
        reviewing.received(own_store, reader, found)
    roles.write_text("", encoding="utf-8")
    with pytest.raises(NotAllowed, match="see-proposals"):
        reviewing.received(own_store, reader, found)


@pytest.mark.proof
def test_nobody_else_opens_a_draft(own_store, run_page, signed_in_as, caplog):
    found = drafted(own_store, REPORTER)
    signed_in_as(SignedIn(REVIEWER))
    assert run_page("review", proposal=found.id).exception
    assert "review-error-not-visible" in caplog.text
    another = replace(REPORTER, name="zhao@example.org")
    signed_in_as(SignedIn(another))
    page = run_page("upload", proposal=found.id)
    assert "不能在此打开" in page.info[0].value
    assert "report.csv" not in board_html(page)


def test_markdown_in_a_link_is_shown_sign_for_sign(own_store, monkeypatch, on_this_machine):
    link = "[x](https://evil.example) ![](https://evil.example/p.png)"
    told = []
    monkeypatch.setattr(frame.st, "error", told.append)
    with pytest.raises(DataMissing) as raised:
        review.proposal_for(own_store, link, LOCAL_REVIEWER)
    frame._apologise(raised.value, words("en"))
    (shown,) = told
    assert not re.search(r"(?<!\\)[\[\]()!]|https:", shown)
    assert re.sub(r"\\(.)", r"\1", shown).count(link) == 1


def test_approving_and_publishing_make_a_release_of_what_was_proposed(
    own_store, run_page, on_this_machine
):
    found = submitted(own_store)
    before = own_store.latest_release()
    page = run_page("review", proposal=found.id)
    page.button(key="review_approve").click().run()
    assert page.success[0].value == "已核准,可以发布。"
    page.button(key="review_publish").click().run()
    assert f"已发布为版本 {before + 1}" in title(page)
    assert own_store.latest_release() == before + 1
    rows = own_store.read().observations
    rows = rows[(rows["indicator"] == "T02-2") & (rows["reference_date"] == str(MONTH))]
    assert rows["value"].tolist() == [40]


@pytest.mark.proof
def test_returning_needs_a_reason(own_store, run_page, on_this_machine):
    found = submitted(own_store)
    page = run_page("review", proposal=found.id)
    page.button(key="review_return").click().run()
    assert page.error[0].value == "请写明原因。"
    assert review.proposal(own_store, found.id).state is review.State.SUBMITTED
    page.text_input[0].set_value("请附佐证")
    page.button(key="review_return").click().run()
    after = review.proposal(own_store, found.id)
    assert (after.state, after.returned_because) == (review.State.RETURNED, "请附佐证")


def test_what_one_submitted_oneself_offers_no_decision(own_store, run_page, signed_in_as):
    both = replace(REPORTER, roles=REPORTER.roles | REVIEWER.roles)
    found = submitted(own_store, by=both)
    signed_in_as(SignedIn(both))
    page = run_page("review", proposal=found.id)
    assert "须由另一人审核" in page.info[0].value
    assert not page.button


@pytest.mark.proof
def test_some_rows_go_back_and_the_rest_is_approved_and_the_submitter_is_told(
    own_store, run_page, on_this_machine
):
    found = submitted(own_store)
    page = run_page("review", proposal=found.id)
    page.multiselect[0].set_value([1]).run()
    page.text_input[0].set_value("数不对")
    page.button(key="review_split").click().run()
    assert page.success[0].value == "已退回 1 条,其余已核准,可以发布。"
    after = review.proposal(own_store, found.id)
    assert (after.approved, after.returned) == ({2}, {1})
    told = "退回 1 条,须另行重报"
    assert told in board_html(page)
    assert told in board_html(run_page("upload"))
    assert told in board_html(run_page("upload", proposal=found.id))


@pytest.mark.proof
def test_an_old_release_is_restored_from_the_page_with_a_reason_and_its_file_leads_to_the_report(
    own_store, run_page, on_this_machine
):
    found = submitted(own_store)
    review.approve(own_store, found.id, actor=LOCAL_REVIEWER, now=AT)
    number = review.publish(own_store, found.id, actor=LOCAL_REVIEWER, now=AT)
    loading.releases.clear()
    listed = board_html(run_page("history", section="releases"))
    assert f'href="review?proposal={found.id}">report.csv</a>' in listed
    page = run_page("history", section="restore", theme="openness")  # filters narrow no restore
    assert title(page).startswith(f"恢复到版本 {number - 1} 将改动 2 格")
    page.button(key="restore_do").click().run()
    assert page.error[0].value == "请写明原因。"
    page.text_input(key="restore_reason").set_value("误报")
    page.button(key="restore_do").click().run()
    assert f"已发布版本 {number + 1}" in page.success[0].value
    last = own_store.releases().iloc[-1]
    assert (last["release"], last["actor"], last["reason"]) == (number + 1, "demo-reviewer", "误报")
    assert title(page) == f"版本 {number - 1} 与最新的版本 {number + 1} 相同,无需恢复"


@pytest.mark.proof
def test_a_restore_drawn_before_somebody_published_is_refused(own_store, run_page, on_this_machine):
    page = run_page("history", section="restore", to="20")
    page.text_input(key="restore_reason").set_value("误报")
    found = submitted(own_store)
    review.approve(own_store, found.id, actor=LOCAL_REVIEWER, now=AT)
    number = review.publish(own_store, found.id, actor=LOCAL_REVIEWER, now=AT)
    page.button(key="restore_do").click().run()
    assert str(number) in page.error[0].value
    assert own_store.latest_release() == number


@pytest.mark.proof
def test_the_audit_log_of_the_page_shows_steps_to_whom_they_concern(own_store, signed_in_as):
    drafted(own_store, REPORTER)
    found = submitted(own_store)
    for actor, seen in ((REPORTER, 3), (REVIEWER, 2), (NO_ROLE.actor, 0)):
        steps = review.event_log(review.audited(own_store, actor))
        assert len(steps) == seen, actor
    assert set(review.event_log(review.audited(own_store, REVIEWER))["submission"]) == {found.id}


def test_a_reviewer_sees_the_figure_before_and_what_others_have_changed_meanwhile(
    own_store, run_page, on_this_machine
):
    first, second = submitted(own_store), submitted(own_store)
    page = run_page("review", proposal=second.id)
    html = board_html(page)
    assert "上期" in html
    assert "<small>2019年6月</small>" in html  # beside July's figure
    assert not page.warning
    review.approve(own_store, first.id, actor=LOCAL_REVIEWER, now=AT)
    number = review.publish(own_store, first.id, actor=LOCAL_REVIEWER, now=AT)
    loading.releases.clear()
    told = run_page("review", proposal=second.id).warning[0].value
    assert "2 个数值已被他人改动" in told
    assert f"版本 {number}" in told
