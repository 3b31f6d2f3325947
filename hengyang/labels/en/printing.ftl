print-plan = { $plan } ({ $status })
print-number-before = page{" "}
print-number-between = {" "}of{" "}
print-number-after = {""}
print-file = key-gaps
print-pdf = PDF
print-pdf-help = This page on A4 sheets, its text searchable
print-searched = Searched for: { $query }
