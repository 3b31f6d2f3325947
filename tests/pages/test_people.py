"""Whom the reader of the demo has taken on, from page to page."""

from __future__ import annotations

from hengyang.ui import links
from tests.pages.conftest import title


def test_whom_the_reader_took_on_stays_from_page_to_page(run_app, monkeypatch):
    monkeypatch.setattr("hengyang.access.why_no_local_identities", lambda *_, **__: None)
    app = run_app().switch_page(links.PAGES["upload"]).run()
    app.segmented_control(key="people_identity").set_value("demo-reviewer").run()
    for page in ("present", "overview", "review", "present"):
        app.switch_page(links.PAGES[page]).run()
        assert title(app)
        assert not app.error, page
        if page != "overview":
            assert app.segmented_control(key="people_identity").value == "demo-reviewer"


def test_what_was_chosen_to_report_for_is_there_when_the_reader_comes_back(run_app, monkeypatch):
    monkeypatch.setattr("hengyang.access.why_no_local_identities", lambda *_, **__: None)
    app = run_app().switch_page(links.PAGES["upload"]).run()
    app.selectbox(key="intake_department").set_value("housing_and_urban_rural").run()
    period = app.selectbox(key="intake_period").value
    for page in ("overview", "upload"):
        app.switch_page(links.PAGES[page]).run()
        assert title(app)
        assert not app.error, page
    assert app.selectbox(key="intake_department").value == "housing_and_urban_rural"
    assert app.selectbox(key="intake_period").value == period
