"""What happened to proposals, as the audit log tells it."""

from hengyang import review
from tests.review.builders import REPORTER, REVIEWER, approved, drafted, later


def test_every_step_but_the_release_is_in_the_log_with_person_time_and_file(store):
    found = approved(store, ("T05-3", 16.0))
    review.publish(store, found.id, actor=REVIEWER, now=later(3))
    log = review.event_log(review.proposals(store))
    assert list(log["event"]) == ["drafted", "submitted", "approved", "publishing"]
    assert list(log["actor"]) == [REPORTER.name, REPORTER.name, REVIEWER.name, REVIEWER.name]
    assert set(log["submission"]) == {found.id}
    assert set(log["file_name"]) == {"a.xlsx"}
    assert log["at"].is_monotonic_increasing
    assert str(log["at"].dtype.tz) == "UTC"


def test_a_returned_proposal_says_why(store):
    draft = drafted(store, ("T05-3", 16.0))
    review.submit(store, draft.id, actor=REPORTER, now=later(1))
    review.return_(store, draft.id, actor=REVIEWER, now=later(2), reason="unit?")
    assert review.event_log(review.proposals(store))["reason"].iloc[-1] == "unit?"


def test_without_proposals_the_log_is_empty(store):
    assert review.event_log(review.proposals(store)).empty
