"""A boundary file is used whole or not at all, and everything wrong with it is said at once."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hengyang.delivery.boundaries import MAX_BYTES, BoundaryFault, checked, set_boundaries

CODES = ("430405", "430406")
SQUARE = [[112.0, 26.0], [113.0, 26.0], [113.0, 27.0], [112.0, 26.0]]


def feature(code: object = "430405", ring: Any = None, **changed: Any) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": [SQUARE if ring is None else ring]}
    return {
        "type": "Feature",
        "properties": {"division": code},
        "geometry": geometry,
        **changed,
    }


def file(*features: object, **members: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **members}).encode()


GOOD = (feature(), feature("430406"))


def reasons(content: bytes) -> list[str]:
    found = checked(content, CODES)
    assert bool(found.faults) != bool(found.rings)
    return [fault.reason for fault in found.faults]


@pytest.mark.parametrize(
    "other",
    [
        feature("430406"),
        feature(None, properties={"adcode": 430406}),
        feature(None, properties=None, id="430406"),
        feature("430406", geometry={"type": "MultiPolygon", "coordinates": [[SQUARE, SQUARE]]}),
        feature("430406", [[*point, 80.0] for point in SQUARE]),
    ],
)
def test_every_usual_way_to_write_a_division_is_taken(other):
    found = checked(b"\xef\xbb\xbf" + file(feature(), other, approval="GS 1"), CODES)
    assert not found.faults
    assert [code for code, _ in found.rings] == list(CODES)
    assert found.approval == "GS 1"


@pytest.mark.parametrize(
    ("reason", "content"),
    [
        ("not_json", b"\xff\xfe"),
        ("not_json", b"[" * 100_000),
        ("not_collection", b'{"type": "Feature"}'),
        ("no_features", file()),
        ("too_large", b" " * (MAX_BYTES + 1)),
        ("no_code", file(*GOOD, feature(True))),
        ("unknown_code", file(*GOOD, feature("430499"))),
        ("code_twice", file(*GOOD, feature())),
        ("code_missing", file(feature())),
        ("geometry", file(feature(geometry=None), GOOD[1])),
        ("no_rings", file(feature(geometry={"type": "Polygon", "coordinates": []}), GOOD[1])),
        ("ring_short", file(feature(ring=[*SQUARE[:2], SQUARE[0]]), GOOD[1])),
        ("ring_open", file(feature(ring=[*SQUARE[:3], [112.5, 26.5]]), GOOD[1])),
        ("ring_flat", file(feature(ring=[SQUARE[0]] * 4), GOOD[1])),
        ("coordinate", file(feature(ring=[*SQUARE, [float("nan"), 26]]), GOOD[1])),
        ("coordinate", file(feature(ring=[*SQUARE, [True, 26]]), GOOD[1])),
        ("coordinate", file(feature(ring=[*SQUARE, [10**400, 26]]), GOOD[1])),
        ("out_of_range", file(feature(ring=[[x * 1e4, y] for x, y in SQUARE]), GOOD[1])),
        ("too_many_points", file(feature(ring=SQUARE[:1] + SQUARE * 26_000), GOOD[1])),
    ],
)
def test_each_fault_has_its_own_name(reason, content):
    assert reasons(content) == [reason]


def test_all_faults_are_told_at_once_with_the_feature_they_are_in():
    found = checked(file(feature("1"), feature(ring=SQUARE[:3])), CODES)
    assert found.faults == (
        BoundaryFault("unknown_code", 1, "1"),
        BoundaryFault("ring_short", 2, "3"),
        BoundaryFault("ring_open", 2),
        BoundaryFault("code_missing", None, "430406"),
    )


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from([*CODES, "Polygon"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "id", "properties", "geometry", "coordinates", "division"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_JSON, max_size=3), _JSON)
def test_whatever_a_file_holds_it_is_refused_with_a_reason_and_never_raises(features, coordinates):
    shaped = feature(geometry={"type": "MultiPolygon", "coordinates": coordinates})
    assert reasons(file(*features, shaped))


def test_the_file_is_read_from_the_path_that_is_set(monkeypatch, tmp_path):
    monkeypatch.delenv("HENGYANG_BOUNDARIES", raising=False)
    assert set_boundaries(CODES) is None
    monkeypatch.setenv("HENGYANG_BOUNDARIES", str(tmp_path / "none.geojson"))
    assert set_boundaries(CODES).faults == (BoundaryFault("unreadable"),)
    path = tmp_path / "map.geojson"
    path.write_bytes(file(*GOOD))
    monkeypatch.setenv("HENGYANG_BOUNDARIES", str(path))
    assert len(set_boundaries(CODES).rings) == 2
    path.write_bytes(b"{}")  # another file under the same name is looked at again
    assert set_boundaries(CODES).faults
