"""The store: plan and facts as Delta Lake tables under releases, one workspace beside the other.

A submission is appended (unseen), then published as a release (seen in all tables at once), and any
release can be read for ever. Rows are added, never changed or removed; to take a value back, a row says so.
Looks at plan and demo for what a new store is made from; nothing else of the package touches its tables.
"""

from hengyang.store.auxiliary import (
    append_events,
    append_once,
    check_rows,
    keep_received,
    read_events,
    received_file,
)
from hengyang.store.location import DEMO, OFFICIAL, STORE_SETTING, WORKSPACES, store_url
from hengyang.store.preparation import prepare
from hengyang.store.store import Store, create_workspace, open_store

__all__ = [
    "DEMO",
    "OFFICIAL",
    "STORE_SETTING",
    "WORKSPACES",
    "Store",
    "append_events",
    "append_once",
    "check_rows",
    "create_workspace",
    "keep_received",
    "open_store",
    "prepare",
    "read_events",
    "received_file",
    "store_url",
]
