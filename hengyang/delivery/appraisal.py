"""The appraisal of departments (考核): from items to components, scores and ranks; how the order hangs on the weights.

Named apart from progress.Assessment, which is about indicators. Pure: frames in, frames out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from hengyang.delivery.appraisal_rule import COMPONENTS, AppraisalRule

#: Scores are compared, and shown, rounded down to a tenth.
TENTHS = 10
#: A whisker, so that 28.999999999999996 is 29.
_WHISKER = 1e-7
_NUMBERS = tuple(f"{name}_pct" for name in COMPONENTS)


@dataclass(frozen=True)
class Appraisal:
    """The departments judged by one rule and one set of weights (component → weight).

    scores: as score_departments; ranges, swaps: as sensitivity. Shared: never mutate.
    """

    rule: AppraisalRule
    weights: tuple[tuple[str, float], ...]
    items: pd.DataFrame
    scores: pd.DataFrame
    ranges: pd.DataFrame
    swaps: pd.DataFrame

    @property
    def is_trial(self) -> bool:
        """Whether the weights are not those of the rule: proportions count."""
        return shares_of(dict(self.weights)) != shares_of(self.rule.weights)

    @property
    def ranked(self) -> pd.DataFrame:
        """The scores of the ranked departments."""
        return self.scores[self.scores["is_ranked"]]


def appraise(
    items: pd.DataFrame,
    departments: Sequence[str],
    rule: AppraisalRule,
    weights: tuple[tuple[str, float], ...],
) -> Appraisal:
    """The appraisal of these departments (in this order) from their items (ITEM_COLUMNS)."""
    scores = score_departments(items, departments, rule, dict(weights))
    ranges, swaps = sensitivity(scores, rule, dict(weights))
    return Appraisal(rule, weights, items, scores, ranges, swaps)


def shares_of(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights as points of 100, of which the sum is 100 (nine decimals)."""
    whole = sum(weights[name] for name in COMPONENTS)
    return {name: round(100 * weights[name] / whole, 9) for name in COMPONENTS}


def components_of(items: pd.DataFrame) -> pd.DataFrame:
    """One row a department and component that has items.

    Columns: department, component, items, known (of the items), known_weight, score_pct (the mean of the known
    credits by their weights; missing when nothing is known).
    """
    is_known = items["credit_pct"].notna()
    counted = items.assign(
        is_known=is_known,
        known_weight=items["weight"].where(is_known, 0.0),
        credited=(items["weight"] * items["credit_pct"]).fillna(0.0),
    )
    sums = counted.groupby(["department", "component"], sort=False).agg(
        items=("is_known", "size"),
        known=("is_known", "sum"),
        known_weight=("known_weight", "sum"),
        credited=("credited", "sum"),
    )
    known_weight = sums["known_weight"]
    sums["score_pct"] = (sums["credited"] / known_weight.where(known_weight > 0)).clip(0, 100)
    return sums.drop(columns="credited").reset_index()


def score_departments(
    items: pd.DataFrame,
    departments: Sequence[str],
    rule: AppraisalRule,
    weights: Mapping[str, float],
) -> pd.DataFrame:
    """One row a department: the ranked by rank, then the others in the order given.

    Columns: department, rank (standard competition ranking; missing when not ranked), is_ranked, score_pct (rounded down
    to a tenth; missing when not ranked), known_components, known, items (of all components), obstacle (why it is not
    ranked: no_items, components, items, share or weights; missing when ranked), and for each component
    <component>_pct, _known, _items and _weight_pct: its share of the score after the weights of what
    is not known were given to the rest in proportion.
    """
    found = components_of(items).set_index(["department", "component"])
    rows = []
    for department in departments:
        row: dict[str, object] = {"department": department}
        for name in COMPONENTS:
            at = (department, name)
            row[f"{name}_pct"] = found.at[at, "score_pct"] if at in found.index else np.nan
            for column in ("known", "items"):
                row[f"{name}_{column}"] = found.at[at, column] if at in found.index else 0
        rows.append(row)
    frame = pd.DataFrame(
        rows,
        columns=[
            "department",
            *(f"{name}_{kind}" for name in COMPONENTS for kind in ("pct", "known", "items")),
        ],
    )
    values = frame[list(_NUMBERS)].to_numpy(float)
    weighting = np.array([[weights[name] for name in COMPONENTS]])
    effective = np.where(np.isnan(values), 0.0, weighting)
    whole = effective.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = 100 * effective / whole[:, None]
    for place, name in enumerate(COMPONENTS):
        frame[f"{name}_weight_pct"] = shares[:, place]
    for kind in ("known", "items"):
        frame[kind] = frame[[f"{name}_{kind}" for name in COMPONENTS]].sum(axis=1).astype(int)
    frame["known_components"] = (~np.isnan(values)).sum(axis=1)
    frame["obstacle"] = [
        _obstacle(row, weight, rule)
        for row, weight in zip(frame.to_dict("records"), whole, strict=True)
    ]
    frame["is_ranked"] = frame["obstacle"].isna()
    tenths = _tenths(values, weighting)[0]
    frame["score_pct"] = np.where(frame["is_ranked"], tenths / TENTHS, np.nan)
    ranks = frame["score_pct"].rank(method="min", ascending=False)
    frame["rank"] = ranks.astype("Int64")
    frame["obstacle"] = frame["obstacle"].astype("str")
    return frame.sort_values("rank", kind="stable", ignore_index=True, na_position="last")


def sensitivity(
    scores: pd.DataFrame, rule: AppraisalRule, weights: Mapping[str, float]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """How the order of the ranked hangs on the weights: ranges and swaps.

    Every weighting of a grid is tried in which each weight, as points of 100, differs from its own by at most
    within_points, in steps of step_points, the sum staying 100.
    ranges: department, rank, best_rank, worst_rank, weightings (how many were tried), by rank.
    swaps: ahead, behind (two departments that are not tied), swapped (in how many weightings `behind` has the
    higher score), the most often swapped first.
    """
    ranked = scores[scores["is_ranked"]]
    grid = weight_grid(weights, rule)
    tenths = _tenths(ranked[list(_NUMBERS)].to_numpy(float), grid)
    ranks = 1 + (tenths[:, None, :] > tenths[:, :, None]).sum(axis=2)
    ranges = pd.DataFrame(
        {
            "department": ranked["department"].to_numpy(),
            "rank": ranked["rank"].astype("int64").to_numpy(),
            "best_rank": ranks.min(axis=0, initial=len(ranked) or 1),
            "worst_rank": ranks.max(axis=0, initial=1),
            "weightings": len(grid),
        }
    )
    names, own = ranges["department"].tolist(), ranges["rank"].tolist()
    pairs = [
        (names[one], names[other], int((tenths[:, other] > tenths[:, one]).sum()))
        for one in range(len(names))
        for other in range(one + 1, len(names))
        if own[one] < own[other]
    ]
    swaps = pd.DataFrame(pairs, columns=["ahead", "behind", "swapped"])
    swaps = swaps.astype({"ahead": "str", "behind": "str", "swapped": "int64"})
    swaps = swaps[swaps["swapped"] > 0]
    return ranges, swaps.sort_values("swapped", ascending=False, kind="stable", ignore_index=True)


def weight_grid(weights: Mapping[str, float], rule: AppraisalRule) -> np.ndarray:
    """The weightings that are tried, one row each, as points of 100, the given one among them."""
    within, step = (rule.whole("sensitivity", name) for name in ("within_points", "step_points"))
    moves = np.array(list(product(range(-within, within + 1, step), repeat=len(COMPONENTS))))
    moves = moves[moves.sum(axis=1) == 0]
    own = shares_of(weights)
    grid = np.array([own[name] for name in COMPONENTS]) + moves
    return grid[(grid >= -_WHISKER).all(axis=1)].clip(0)


def _tenths(values: np.ndarray, grid: np.ndarray) -> np.ndarray:
    """Weightings × departments: the score in whole tenths, rounded down; −1 where the known weighs nothing."""
    is_known = ~np.isnan(values)
    sums = grid @ np.where(is_known, values, 0.0).T
    whole = grid @ is_known.T.astype(float)
    scores = np.divide(sums, whole, out=np.full_like(sums, -1.0), where=whole > 0)
    return np.floor(scores * TENTHS + _WHISKER).astype("int64")


def _obstacle(row: Mapping[Any, Any], weight: float, rule: AppraisalRule) -> str | None:
    if not row["items"]:
        return "no_items"
    if row["known_components"] < rule.whole("ranking", "least_components"):
        return "components"
    if row["known"] < rule.whole("ranking", "least_items"):
        return "items"
    if 100 * row["known"] < rule.whole("ranking", "least_known_pct") * row["items"]:
        return "share"
    return None if weight > 0 else "weights"
