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
from hengyang.store.lake import add_plans, lake_plans
from hengyang.store.location import (
    DEMO,
    LAKE_SETTING,
    OFFICIAL,
    STORE_SETTING,
    WORKSPACES,
    lake_url,
    store_url,
)
from hengyang.store.preparation import PREPARER, prepare
from hengyang.store.results import publish_results, read_results, result_releases
from hengyang.store.store import Store, create_workspace, open_store

__all__ = [
    "DEMO",
    "LAKE_SETTING",
    "OFFICIAL",
    "PREPARER",
    "STORE_SETTING",
    "WORKSPACES",
    "Store",
    "add_plans",
    "append_events",
    "append_once",
    "check_rows",
    "create_workspace",
    "keep_received",
    "lake_plans",
    "lake_url",
    "open_store",
    "prepare",
    "publish_results",
    "read_events",
    "read_results",
    "received_file",
    "result_releases",
    "store_url",
]
