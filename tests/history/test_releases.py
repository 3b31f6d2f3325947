"""Releases: as known on a day, what each brought, why in the reader's language."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengyang import demo, history, labels
from hengyang.labels import words
from tests.history.builders import ever_released, observation, releases

THREE = releases("2018-12-08T02:30:00", "2018-12-31T15:59:59", "2018-12-31T16:00:00")


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2018-12-07", None),
        ("2018-12-08", 1),
        ("2018-12-30", 1),
        ("2018-12-31", 2),
        ("2019-01-01", 3),
        ("2030-01-01", 3),
    ],
)
def test_a_day_knows_what_was_published_until_its_end_in_beijing(day, known):
    assert history.known_on(THREE, date.fromisoformat(day)) == known


def test_a_store_without_releases_knows_nothing():
    assert history.known_on(THREE.iloc[:0], date(2019, 1, 1)) is None


@given(st.dates(date(2018, 1, 1), date(2020, 1, 1)), st.dates(date(2018, 1, 1), date(2020, 1, 1)))
def test_a_later_day_never_knows_less(one, other):
    early, late = sorted((one, other))
    assert (history.known_on(THREE, early) or 0) <= (history.known_on(THREE, late) or 0)


def counted(*rows, withdrawn=()):
    found = history.brought({"observations": ever_released(*rows, withdrawn=withdrawn)})
    return {
        row["release"]: {
            name: row[name] for name in ("added", "changed", "repeated", "withdrawn") if row[name]
        }
        for row in found.to_dict("records")
    }


def test_each_release_is_counted_by_what_it_did_to_its_cells():
    assert counted(
        (1, observation(1.0)),
        (1, observation(1.0, day="2019-04-30")),
        (2, observation(2.0)),
        (2, observation(1.0, day="2019-04-30")),
        (3, observation(2.0)),
        (4, observation(2.0)),
        withdrawn=(4,),
    ) == {1: {"added": 2}, 2: {"changed": 1, "repeated": 1}, 3: {"withdrawn": 1}, 4: {"added": 1}}


def test_a_changed_source_is_a_change():
    assert counted((1, observation()), (2, observation(source="other")))[2] == {"changed": 1}


def test_two_cells_are_never_compared_with_each_other():
    assert counted((1, observation(1.0)), (2, observation(1.0, indicator="T05-1"))) == {
        1: {"added": 1},
        2: {"added": 1},
    }


def test_nothing_released_counts_nothing():
    assert history.brought({"observations": ever_released((1, observation())).iloc[:0]}).empty


def test_the_reasons_that_the_program_gives_are_known_in_english(store_url):
    from hengyang import store

    for workspace in store.WORKSPACES:
        found = store.open_store(store_url, workspace).releases()
        for row in found.itertuples():
            english = history.release_reason(row.reason, row.submission, "en")
            assert english is not None
            assert not any("一" <= letter <= "鿿" for letter in english)
            assert history.release_reason(row.reason, row.submission, "zh") == row.reason


def test_a_reason_that_a_person_wrote_is_not_translated():
    assert history.release_reason("更正:漏报0.4", demo.SUBMISSIONS[0], "en") is None
    month = words("zh")("demo-release-month", month=labels.month(date(2019, 5, 1), "zh"))
    assert history.release_reason(month, "demo-2019-05", "en") is not None
    # the same words from somebody else's submission, or about another month, are somebody's own
    assert history.release_reason(month, "upload-7", "en") is None
    assert history.release_reason(month, "demo-2019-04", "en") is None


def test_the_audit_log_has_a_row_for_each_release_the_newest_first():
    rows = {"observations": ever_released((1, observation(1.0)), (3, observation(2.0)))}
    log = history.audit(THREE, history.brought(rows))
    assert list(log["release"]) == [3, 2, 1]
    assert list(log["observations"]) == [1, 0, 1]
    assert list(log["changed"]) == [1, 0, 0]
    assert "milestone_reports" not in log.columns
    assert log["at"].iloc[0] == pd.Timestamp("2018-12-31T16:00", tz="UTC")
    assert set(log["event"]) == {"published"}


def test_steps_towards_a_release_stand_among_the_releases_in_time():
    steps = pd.DataFrame(
        {
            "event": ["drafted", "submitted"],
            "at": pd.to_datetime(["2018-12-30T00:00", "2018-12-31T16:00"], utc=True),
            "actor": "wang",
            "reason": None,
            "submission": "20181230-x",
            "base": pd.array([1, 1], "Int64"),
            "file_name": "a.xls",
            "file_sha256": "a" * 64,
        }
    )
    rows = {"observations": ever_released((1, observation(1.0)))}
    log = history.audit(THREE, history.brought(rows), steps)
    assert list(log["event"]) == ["published", "submitted", "published", "drafted", "published"]
    assert log["release"].isna().tolist() == [False, True, False, True, False]
    assert log["observations"].isna().tolist() == [False, True, False, True, False]
