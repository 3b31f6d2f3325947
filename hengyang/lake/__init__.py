"""Many plans: how each stands by the same arithmetic as its own pages, ranked, worked out on one machine or several."""

from hengyang.lake.rolling import RollUp, roll_up
from hengyang.lake.standing import ranked, standing_of

__all__ = ["RollUp", "ranked", "roll_up", "standing_of"]
