"""Inspection: what people add to the cases of red lights, each step as a row beside the releases.

Who may take a step is asked when it is written (access); whether the case allows it is judged then too, against
the newest release. The appraisal of departments is gathered here, for it looks at all of this.
"""

from hengyang.inspection.appraising import appraisal_at
from hengyang.inspection.cases import Desk, assign, case_events, close, reply, send_back, verify

__all__ = ["Desk", "appraisal_at", "assign", "case_events", "close", "reply", "send_back", "verify"]
