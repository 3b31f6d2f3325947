import shutil
from pathlib import Path

import pytest

from hengyang.store import Store, create_workspace, open_store


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both workspaces with their tables and no release; copied, because making them takes longer."""
    url = tmp_path_factory.mktemp("empty")
    for workspace in ("official", "demo"):
        create_workspace(url, workspace)
    return url


@pytest.fixture
def url(empty_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(empty_store, tmp_path / "store"))


@pytest.fixture
def store(url: Path) -> Store:
    return open_store(url, "official")


@pytest.fixture(scope="session")
def prepared(store_url: str) -> Path:
    """A store as a first start makes it. Only for reading."""
    return Path(store_url)
