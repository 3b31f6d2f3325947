from pathlib import Path

import pytest

from hengyang import store
from tests.measure import plans


@pytest.fixture(scope="session")
def lake_url(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A lake with three simulated plans. Only for reading."""
    url = tmp_path_factory.mktemp("lake")
    base = dict(store.open_store(store_url, store.DEMO).read().frames)
    plans.fill(str(url), 3, base=base)
    return str(Path(url))
