from datetime import date

import openpyxl
import pytest

from hengyang import access, labels, review
from hengyang.exports.template import template
from hengyang.ui import people
from tests.pages.conftest import board_html, title

MONTH = date(2019, 7, 31)
OFFICE = "science_and_technology"


@pytest.fixture
def on_this_machine(monkeypatch):
    monkeypatch.setattr(people, "identities", lambda view: _local(view.tables.workspace))


def _local(workspace):
    return access.local_identities(workspace, "localhost:8501", {})


def filled(tables, value, tmp_path):
    path = tmp_path / "filled.xlsx"
    path.write_bytes(template(tables, MONTH, department=OFFICE, is_demo=True).content)
    book = openpyxl.load_workbook(path)
    heads = [cell.value for cell in book.worksheets[0][4]]
    for row in book.worksheets[0].iter_rows(min_row=5):
        if row[0].value == "T02-2":
            row[heads.index("完成值")].value = value
    book.save(path)
    return path.read_bytes()


def sent(page, content, name="台账.xlsx"):
    page.file_uploader[0].set_value((name, content, "application/octet-stream"))
    return page.run()


def test_the_official_workspace_says_why_nothing_can_be_reported(run_page):
    page = run_page("upload", workspace="official")
    assert title(page) == "现在只能查看,不能上报"
    assert "正式工作区只能查看" in page.info[0].value
    assert len(page.file_uploader) == 0


def test_a_reader_of_another_machine_gets_no_identity(run_page):
    page = run_page("upload")  # a request without a Host header is not this machine's
    assert title(page) == "现在只能查看,不能上报"
    assert len(page.segmented_control) == 0


def test_the_demo_offers_two_identities_and_the_month_after_the_newest(run_page, on_this_machine):
    page = run_page("upload")
    assert (
        title(page) == "市科技局2019年7月:本期应报 8 项指标,已发布 0 项;共牵头 8 项指标、6 个里程碑"
    )
    control = page.segmented_control(key="people_identity")
    assert control.value == "demo-reporter"
    assert control.options == ["演示填报员", "演示审核员"]
    assert page.selectbox(key="intake_period").value == MONTH


@pytest.mark.parametrize("how", ["office", "department"])
def test_who_comes_from_a_department_reports_for_it_and_may_choose_another(
    run_page, on_this_machine, how
):
    page = run_page("upload", **{how: "housing_and_urban_rural"})
    assert title(page).startswith("市住建局2019年7月:本期应报 9 项指标")
    page.selectbox(key="intake_department").set_value(OFFICE).run()
    assert title(page).startswith("市科技局")


def test_a_file_with_a_fault_is_explained_and_cannot_be_submitted(
    own_store, run_page, on_this_machine, tmp_path
):
    page = sent(run_page("upload"), filled(own_store.read(), "很多", tmp_path))
    assert "1 处阻断" in title(page)
    assert "“很多”读不出数值" in board_html(page)
    assert page.button(key="intake_submit").disabled
    assert review.proposals(own_store) == ()


def test_a_form_is_checked_for_whom_it_was_made_whatever_is_chosen(
    own_store, run_page, on_this_machine, tmp_path
):
    page = run_page("upload").selectbox(key="intake_department").set_value("education").run()
    page = sent(page, filled(own_store.read(), 40, tmp_path))
    assert "阻断" not in title(page)
    assert "这份表是发给市科技局填报2019年7月的" in page.info[0].value
    (draft,) = review.proposals(own_store)
    assert (draft.department, draft.period) == (OFFICE, MONTH)


def test_a_file_is_kept_as_a_draft_that_a_link_opens_again(
    own_store, run_page, on_this_machine, tmp_path
):
    page = sent(run_page("upload"), filled(own_store.read(), 40, tmp_path), "<b>*台账*.xlsx")
    (draft,) = review.proposals(own_store)
    assert page.query_params["proposal"] in (draft.id, [draft.id])
    again = run_page("upload", proposal=draft.id)
    assert title(again) == title(page)
    assert "40 个" in board_html(again)
    assert "<b>" not in "".join(element.value for element in again.caption).replace("\\<b\\>", "")


def test_a_draft_is_given_up_by_the_button_and_listed_so(
    own_store, run_page, on_this_machine, tmp_path
):
    page = sent(run_page("upload"), filled(own_store.read(), 40, tmp_path))
    assert "<b>草稿</b>" in board_html(run_page("upload"))
    (draft,) = review.proposals(own_store)
    page.text_input(key=f"discard_reason_{draft.id}").set_value("报错了月份").run()
    page.button(key="discard_do").click().run()
    assert not page.exception
    assert page.success[0].value == "已作废;审计日志中保留记录。"
    assert "<b>已作废</b>" in board_html(page)  # back at the start
    assert "<b>草稿</b>" not in board_html(page)
    (given_up,) = review.proposals(own_store)
    assert given_up.state is review.State.DISCARDED
    assert (given_up.history[-1].actor, given_up.history[-1].reason) == (
        "demo-reporter",
        "报错了月份",
    )
    assert title(run_page("upload", proposal=draft.id)) == "这份填报已作废,经过如下"


@pytest.mark.proof  # the browser tests go the same way in the ordinary suite
def test_what_was_submitted_waits_for_somebody_else(own_store, run_page, on_this_machine, tmp_path):
    page = sent(run_page("upload"), filled(own_store.read(), 40, tmp_path))
    for box in page.checkbox:
        box.check()
    page.run()
    page.button(key="intake_submit").click().run()
    assert not page.exception
    (submitted,) = review.proposals(own_store)
    assert submitted.state is review.State.SUBMITTED
    assert page.success[0].value == "已提交,等待审核。"

    seen = run_page("review", proposal=submitted.id)
    assert title(seen).endswith("已提交")
    seen.segmented_control(key="people_identity").set_value("demo-reporter").run()
    assert "须由另一人审核" in seen.info[0].value
    seen.segmented_control(key="people_identity").set_value("demo-reviewer").run()
    seen.button(key="review_return").click().run()
    assert seen.error[0].value == "请写明原因。"
    seen.button(key="review_approve").click().run()
    before = own_store.latest_release()
    seen.button(key="review_publish").click().run()
    assert f"已发布为版本 {before + 1}" in title(seen)
    rows = own_store.read().observations
    published = rows[(rows["indicator"] == "T02-2") & (rows["reference_date"] == str(MONTH))]
    assert published["value"].tolist() == [40]


def test_a_file_that_is_no_table_is_refused_in_one_sentence(own_store, run_page, on_this_machine):
    page = sent(run_page("upload"), b"\x89PNG\r\n\x1a\n" + bytes(64), "scan.xlsx")
    assert len(page.error) == 1
    assert review.proposals(own_store) == ()


@pytest.mark.proof  # the browser tests go the same way in the ordinary suite
def test_what_is_returned_comes_back_with_its_reason_and_can_be_opened_again(
    own_store, run_page, on_this_machine, tmp_path
):
    page = sent(run_page("upload"), filled(own_store.read(), 40, tmp_path))
    for box in page.checkbox:
        box.check()
    page.run()
    page.button(key="intake_submit").click().run()
    (submitted,) = review.proposals(own_store)
    seen = run_page("review", proposal=submitted.id)
    seen.text_input[0].set_value("请附佐证 <i>").run()
    seen.button(key="review_return").click().run()
    assert title(seen).endswith("已退回")
    assert "请附佐证" in board_html(run_page("upload"))
    again = run_page("upload", proposal=submitted.id)
    assert "请附佐证 &lt;i&gt;" in board_html(again)
    assert again.button(key="intake_submit")


def test_a_reviewer_does_not_report(run_page, on_this_machine):
    page = run_page("upload")
    page.segmented_control(key="people_identity").set_value("demo-reviewer").run()
    assert title(page) == "现在只能查看,不能上报"
    assert page.info[0].value == "现在的身份不能填报;请换成演示填报员。"
    assert len(page.file_uploader) == 0


def test_what_the_annotated_file_has_lost_is_said_beside_it(own_store, run_page, on_this_machine):
    table = "编号,报告期,完成值\nT02-2,2019-07,很多\n".encode()
    page = sent(run_page("upload"), table, "台账.csv")
    assert len(page.get("download_button")) == 1
    told = labels.words("zh")("annotate-copy")
    assert any(told in element.value.replace("\\", "") for element in page.caption)
