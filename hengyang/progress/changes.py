"""What got better or worse between two sets of lights."""

from __future__ import annotations

import pandas as pd

from hengyang.schema import Light

#: From worst to best. The others say that nothing is known, which is neither better nor worse.
_WORST_TO_BEST = (
    Light.OVERDUE,
    Light.FAR_BEHIND,
    Light.BEHIND,
    Light.NEARLY,
    Light.ON_TRACK,
    Light.MET,
)
_RANKS = {light: rank for rank, light in enumerate(_WORST_TO_BEST)}


def change_of(before: Light, after: Light) -> str:
    """`better`, `worse`, or `other` where one of the lights says that nothing is known.

    >>> change_of(Light.BEHIND, Light.NEARLY), change_of(Light.NOT_REPORTED, Light.FAR_BEHIND)
    ('better', 'other')
    """
    if before not in _RANKS or after not in _RANKS or before == after:
        return "other"
    return "better" if _RANKS[after] > _RANKS[before] else "worse"


def changes(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """One row per subject whose light differs: subject, task, light_before, light_after, change.

    Takes two frames of indicator lights, or two of milestone lights; rows in plan order. Subjects of
    only one of the frames, described rows and uncounted ones are left out.
    """
    key = "milestone" if "milestone" in after.columns else "indicator"
    was = dict(zip(before[key], before["light"], strict=True))
    rows: list[tuple[str, int, str, str, str]] = []
    for subject, task, light, is_counted in zip(
        after[key], after["task"], after["light"], after["is_counted"], strict=True
    ):
        earlier = was.get(subject)
        if not is_counted or pd.isna(light) or earlier is None or pd.isna(earlier):
            continue
        if earlier != light:
            change = change_of(Light(earlier), Light(light))
            rows.append((subject, int(task), str(earlier), str(light), change))
    frame = pd.DataFrame(rows, columns=["subject", "task", "light_before", "light_after", "change"])
    members = [light.value for light in Light]
    for name in ("light_before", "light_after"):
        frame[name] = pd.Categorical(frame[name], categories=members)
    frame["change"] = pd.Categorical(frame["change"], categories=["better", "worse", "other"])
    return frame
