"""Reading after any sequence of submissions and releases equals a dictionary that does the same."""

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hengyang.schema import OBSERVATIONS, TABLES
from hengyang.store import open_store
from hengyang.store.visible import latest, released
from tests.store import places
from tests.store.builders import keys, observations, publish

DAYS = ("2019-04-30", "2019-05-31")
cells = st.tuples(st.sampled_from(("T05-3", "T08-1")), st.sampled_from(DAYS))
#: What a submission does: cell → a value, or None to withdraw it.
proposals = st.dictionaries(cells, st.one_of(st.none(), st.integers(0, 99)), min_size=1)
#: (what it does, whether it is published, whether its append is repeated)
steps = st.lists(st.tuples(proposals, st.booleans(), st.booleans()), min_size=1, max_size=4)


def as_frames(proposal):
    reported = [(*cell, value) for cell, value in proposal.items() if value is not None]
    taken = [cell for cell, value in proposal.items() if value is None]
    return (
        {"observations": observations(*reported)} if reported else {},
        {"observations": keys(*taken)} if taken else {},
    )


def as_model(frame):
    return {
        (row.indicator, f"{row.reference_date:%Y-%m-%d}"): row.value for row in frame.itertuples()
    }


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=steps)
def test_any_release_reads_like_a_dictionary(steps, empty_store, tmp_path_factory, request):
    folder = tmp_path_factory.mktemp("model") / "store"
    store = open_store(places.copied(request, empty_store, folder, "official"), "official")
    model: dict = {}
    expected = {}
    for place, (proposal, is_published, is_repeated) in enumerate(steps):
        frames, withdrawn = as_frames(proposal)
        for _ in range(1 + is_repeated):
            store.append(f"s{place}", frames, withdrawn)
        if is_published:
            model = {**model, **proposal}
            number = publish(store, f"s{place}", len(expected))
            expected[number] = {c: v for c, v in model.items() if v is not None}
    assert store.release_numbers() == list(expected)
    for number, values in expected.items():
        assert as_model(store.read(number).observations) == values


@given(
    rows=st.lists(
        st.tuples(cells, st.integers(0, 99), st.integers(0, 4), st.booleans()),
        min_size=1,
        max_size=12,
        unique_by=lambda row: (row[0], row[2]),
    ),
    order=st.permutations([f"s{place}" for place in range(5)]),
    upto=st.integers(0, 5),
)
@settings(max_examples=40, deadline=None)
def test_the_latest_release_wins_in_whatever_order_rows_lie(rows, order, upto):
    numbers = {name: place for place, name in enumerate(order[:upto], start=1)}
    frame = pd.concat(
        [
            observations((*cell, value)).assign(submission=f"s{by}", row=1, is_withdrawn=gone)
            for cell, value, by, gone in rows
        ],
        ignore_index=True,
    )
    expected: dict = {}
    for cell, value, by, gone in sorted(rows, key=lambda row: numbers.get(f"s{row[2]}", 0)):
        if f"s{by}" in numbers:
            expected[cell] = None if gone else float(value)
    found = latest(OBSERVATIONS, released(frame, numbers))
    live = found[~found["is_withdrawn"].astype(bool)]
    assert as_model(live) == {cell: v for cell, v in expected.items() if v is not None}
    assert TABLES["observations"] is OBSERVATIONS
