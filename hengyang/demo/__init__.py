"""The demo: invented monthly reports for the real plan, always the same ones, always marked as simulated.

Pure: the plan's tables in, the reports out. The store publishes them like any upload.
"""

from hengyang.demo.calendar import SUBMISSIONS
from hengyang.demo.decisions import ANALYST, REVIEWER
from hengyang.demo.inspection import case_events
from hengyang.demo.months import MonthlySubmission, all_reports

__all__ = ["ANALYST", "REVIEWER", "SUBMISSIONS", "MonthlySubmission", "all_reports", "case_events"]
