"""What happened to proposals, as the audit log tells it."""

from dataclasses import replace

from hengyang import review
from hengyang.review import desk, register, tables
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


WARNINGS = [
    {"sheet": "指标", "row": row, "column": "I", "code": code, "severity": severity, "value": "1"}
    for row, code, severity in (
        (5, "jump", "warning"),
        (6, "type", "error"),
        (6, "jump", "warning"),
        (7, "approximate", "warning"),
    )
]


def test_a_submission_says_which_warnings_were_ticked_by_whom_and_which_rows_left_out(store):
    draft = drafted(store, ("T05-3", 16.0), findings=WARNINGS, left_out_rows=[("指标", 6)])
    assert [ticked for _, ticked in draft.warnings] == [None, None]  # row 6 is left out
    found = review.submit(store, draft.id, actor=REPORTER, now=later(1), confirmed={1})
    said = found.as_dict()["warnings"]
    assert [(one["row"], one["code"], one["confirmed_by"]) for one in said] == [
        (5, "jump", REPORTER.name),
        (7, "approximate", None),
    ]
    line = review.event_log([found]).set_index("event").loc["submitted"]
    assert tuple(line[["left_out", "confirmed", "unconfirmed"]]) == (
        "指标 6",
        "指标 I5 jump",
        "指标 I7 approximate",
    )


def test_ticks_given_before_it_came_back_do_not_count_again(store):
    draft = drafted(store, ("T05-3", 16.0), findings=WARNINGS[:1])
    review.submit(store, draft.id, actor=REPORTER, now=later(1), confirmed={1})
    review.return_(store, draft.id, actor=REVIEWER, now=later(2), reason="unit?")
    again = review.submit(store, draft.id, actor=REPORTER, now=later(3))
    assert [ticked for _, ticked in again.warnings] == [None]


def test_a_table_of_events_made_before_ticks_were_kept_takes_them(store, monkeypatch):
    older = replace(tables.PROPOSAL_EVENTS, columns=tables.PROPOSAL_EVENTS.columns[:-1])
    with monkeypatch.context() as then:
        then.setattr(desk, "PROPOSAL_EVENTS", older)
        then.setattr(register, "PROPOSAL_EVENTS", older)
        draft = drafted(store, ("T05-3", 16.0), findings=WARNINGS[:1])
    found = review.submit(store, draft.id, actor=REPORTER, now=later(1), confirmed={1})
    ((_, ticked),) = found.warnings
    assert ticked is not None
    assert ticked.actor == REPORTER.name


def test_without_proposals_the_log_is_empty(store):
    assert review.event_log(review.proposals(store)).empty


def test_what_was_published_in_spite_of_warnings_is_counted(store):
    found = approved(store, ("T05-3", 16.0), findings=[WARNINGS[0], WARNINGS[3]])
    assert review.published_submissions(review.proposals(store), 99).empty
    release = review.publish(store, found.id, actor=REVIEWER, now=later(3))
    (row,) = review.published_submissions(review.proposals(store), release).itertuples()
    assert (row.submission, row.release, row.warnings, row.cells) == (found.id, release, 2, 1)
    assert review.published_submissions(review.proposals(store), release - 1).empty
