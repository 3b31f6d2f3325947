from pathlib import Path

import pytest

from hengyang.store import Store, create_workspace, open_store, prepare
from tests.store import places

_HOLDS_IN_A_LAKE = ("test_read", "test_append")


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both workspaces with their tables and no release; copied, because making them takes longer."""
    url = tmp_path_factory.mktemp("empty")
    for workspace in ("official", "demo"):
        create_workspace(url, workspace)
    create_workspace(url / "lake", "official", "city-1")
    return url


@pytest.fixture
def url(request: pytest.FixtureRequest, empty_store: Path, tmp_path: Path) -> str:
    part = None
    if "store" in request.fixturenames:
        is_lake = getattr(request.node, "callspec", None) and request.node.callspec.params.get(
            "store"
        )
        part = "lake" if is_lake else "official"
    return places.copied(request, empty_store, tmp_path / "store", part)


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An address where nothing lies yet."""
    return places.empty(request, tmp_path)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What a reader sees holds of a workspace of its own, and of one plan's part of a lake."""
    if "store" in metafunc.fixturenames and metafunc.module.__name__.endswith(_HOLDS_IN_A_LAKE):
        metafunc.parametrize("store", ["", "city-1"], ids=["alone", "in-a-lake"], indirect=True)


@pytest.fixture
def store(url: str, request: pytest.FixtureRequest) -> Store:
    plan = getattr(request, "param", "")
    return open_store(f"{url}/lake" if plan else url, "official", plan)


@pytest.fixture(scope="session")
def prepared(store_url: str) -> Path | str:
    """A store as a first start makes it. Only for reading."""
    if places.ELSEWHERE is None:
        return Path(store_url)
    prepare(place := f"{places.ELSEWHERE}/prepared")
    return place
