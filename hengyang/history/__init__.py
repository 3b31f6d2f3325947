"""What happened: releases compared, the life of one cell, what was known on a day. Frames in, frames out.

A cell is one row of a table, named by its key; what happens to it happens in a release. Whoever calls reads the
store (Store.releases, released_rows, cell_history, read) and hands the frames in.
"""

from hengyang.history.audit import audit
from hengyang.history.cells import Cell, cell_of, cells_of
from hengyang.history.difference import Difference, difference, only, table_counts, until
from hengyang.history.life import life
from hengyang.history.releases import brought, known_on, release_reason

__all__ = [
    "Cell",
    "Difference",
    "audit",
    "brought",
    "cell_of",
    "cells_of",
    "difference",
    "known_on",
    "life",
    "only",
    "release_reason",
    "table_counts",
    "until",
]
