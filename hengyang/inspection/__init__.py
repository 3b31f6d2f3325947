"""Inspection: what people add to the cases of red lights, each step as a row beside the releases.

Who may take a step is asked when it is written (access); whether the case allows it is judged then too, against
the newest release.
"""

from hengyang.inspection.cases import Desk, assign, case_events, close, reply, send_back, verify

__all__ = ["Desk", "assign", "case_events", "close", "reply", "send_back", "verify"]
