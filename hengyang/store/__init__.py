"""The store: plan and facts as Delta Lake tables under releases, one workspace beside the other.

A submission is appended (unseen), then published as a release (seen in all tables at once), and any
release can be read for ever. Rows are added, never changed or removed; to take a value back, a row says so.
Looks at plan and demo for what a new store is made from; nothing else of the package touches its tables.
"""

from hengyang.store.location import DEMO, OFFICIAL, STORE_SETTING, WORKSPACES, store_url
from hengyang.store.preparation import prepare
from hengyang.store.store import Store, create_workspace, open_store

__all__ = [
    "DEMO",
    "OFFICIAL",
    "STORE_SETTING",
    "WORKSPACES",
    "Store",
    "create_workspace",
    "open_store",
    "prepare",
    "store_url",
]
