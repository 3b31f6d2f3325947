"""What the frame's filters leave of the safeguards and their registers."""

from __future__ import annotations

import pandas as pd

from hengyang.ui import projects as register
from hengyang.ui.view import View


def of_departments(view: View, commitments: pd.DataFrame) -> pd.DataFrame:
    """The commitments of the chosen departments and with the chosen lights."""
    chosen = view.selection
    if chosen.department:
        wanted = set(chosen.department)
        commitments = commitments[[bool(wanted & set(own)) for own in commitments["departments"]]]
    return commitments[commitments["light"].isin(chosen.light)] if chosen.light else commitments


def of_projects(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of projects that the filters leave."""
    if not view.selection.is_filtered:
        return rows
    kept = register.narrowed(view, register.register(view))
    return rows[rows["project"].isin(kept["project"])]
