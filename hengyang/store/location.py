"""Where a store lies, which workspaces it has, and whether a workspace holds simulated figures."""

from __future__ import annotations

import os
from pathlib import Path
from types import MappingProxyType

from hengyang.errors import DataMissing

#: The environment setting that names the store: a folder, or any URL that deltalake takes
#: (credentials and options of an object store come from its usual environment variables).
STORE_SETTING = "HENGYANG_STORE"

OFFICIAL = "official"
DEMO = "demo"

#: workspace → whether its facts are simulated. Real and simulated figures never share one.
WORKSPACES = MappingProxyType({OFFICIAL: False, DEMO: True})

_REPOSITORY = Path(__file__).resolve().parents[2]


def store_url() -> str:
    """The store of this process: the setting HENGYANG_STORE, or data/store in the repository."""
    return os.environ.get(STORE_SETTING) or str(_REPOSITORY / "data" / "store")


def holds_simulated(workspace: str) -> bool:
    """Whether the facts of a workspace are simulated.

    Raises: DataMissing for a workspace that no store has.
    """
    try:
        return WORKSPACES[workspace]
    except KeyError:
        raise DataMissing(f"no workspace {workspace}", name=workspace) from None


def below(url: str | os.PathLike[str], *names: str) -> str:
    """A URL under another one; works for folders and for object stores alike."""
    return "/".join([str(url).rstrip("/"), *names])
