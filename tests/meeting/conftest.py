import pytest

from hengyang.store import Store, open_store


@pytest.fixture
def demo(store_url: str) -> Store:
    """The demo as a first start makes it. Only for reading."""
    return open_store(store_url, "demo")


@pytest.fixture
def own(own_store_url: str) -> Store:
    """The same in a copy of the test's own."""
    return open_store(own_store_url, "demo")
