# The workbook that departments fill in. Column headings are read back: keep them among those that
# hengyang/ingest/vocabulary.toml knows.
template-sheet-indicators = Indicators
template-sheet-milestones = Milestones
template-sheet-narratives = Narratives
template-title = { $plan }: report of { $department } for { $period }
template-note = Fill in the yellow columns; leave a cell empty where there is nothing to report; to take a published value back, enter “withdraw” and the reason. Leave the other columns as they are.
template-all = All departments
template-file = Gap-filling-report
template-column-id = Code
template-column-subject = Indicator
template-column-milestone = Milestone
template-column-task = Task
template-column-department = Lead department
template-column-division = Division
template-column-unit = Unit
template-column-target = Target
template-column-frequency = Reporting frequency
template-column-period = Period
template-column-value = Value
template-column-stage = Stage
template-column-evidence = Evidence
template-column-next_stage_due = Next stage due
template-column-reason = Correction reason
template-column-note = Note
template-column-narrative = Narrative
template-stage-error = Choose from the list; to take a published stage back, enter “withdraw”.
template-value-hint = In the unit of this row; a percentage as 95, not 0.95.
