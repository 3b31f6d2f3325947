"""Where a store lies, which workspaces it has, and whether a workspace holds simulated figures."""

from __future__ import annotations

import os
import re
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

#: The environment setting that names the lake: a store of many plans. Without it there is the one plan of this repository.
LAKE_SETTING = "HENGYANG_LAKE"
#: Where a lake keeps what is worked out of all its plans; no plan may be called so.
ROLLUP = "rollup"
_PLAN_NAME = re.compile("[a-z0-9][a-z0-9-]{0,39}")

_REPOSITORY = Path(__file__).resolve().parents[2]


def store_url() -> str:
    """The store of this process: the setting HENGYANG_STORE, or data/store in the repository."""
    return os.environ.get(STORE_SETTING) or str(_REPOSITORY / "data" / "store")


def lake_url() -> str | None:
    """The lake of this process: the setting HENGYANG_LAKE; None where there is none."""
    return os.environ.get(LAKE_SETTING) or None


def demand_plan_name(plan: str) -> None:
    """Nothing for a name that a plan of a lake may have: small letters, figures and dashes, at most 40.

    Raises: DataMissing for any other, so that no name leads out of its folder.
    """
    if not _PLAN_NAME.fullmatch(plan) or plan == ROLLUP:
        raise DataMissing(f"no plan is called {plan}", name=plan)


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
