"""Everything here is a proof: `make test` does not even read this folder."""

from pathlib import Path

import pytest

from tests.review.conftest import planned_store

__all__ = ["planned_store"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.proof)
