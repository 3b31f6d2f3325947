from pathlib import Path

import pytest

from hengyang.plan.load import DATA_DIR, load_plan
from hengyang.store import Store, create_workspace, open_store
from tests.store import places
from tests.store.builders import PUBLISHED_AT


@pytest.fixture(scope="session")
def planned_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo workspace with the plan as release 1 and no report yet; copied, because making it takes longer."""
    url = tmp_path_factory.mktemp("planned")
    store = create_workspace(url, "demo")
    store.submit_and_publish(
        "plan", load_plan(DATA_DIR), actor="tester", reason="a test", published_at=PUBLISHED_AT
    )
    return url


@pytest.fixture
def store(request: pytest.FixtureRequest, planned_store: Path, tmp_path: Path) -> Store:
    return open_store(places.copied(request, planned_store, tmp_path / "store"), "demo")
