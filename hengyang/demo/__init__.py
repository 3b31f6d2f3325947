from datetime import datetime
REVIEWER = "demo-reviewer"
SUBMISSIONS: tuple[str, ...] = ()
def all_reports(plan): return []
