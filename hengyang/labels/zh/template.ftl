# The workbook that departments fill in. Column headings are read back: keep them among those that
# hengyang/ingest/vocabulary.toml knows.
template-sheet-indicators = 指标
template-sheet-milestones = 里程碑
template-sheet-narratives = 情况说明
template-title = { $plan } 填报表 { $department } { $period }
template-note = 浅黄色各栏可填;没有数据请留空;撤回已发布的数值请填“撤回”并写明更正原因。其他栏不要改动。
template-all = 全部部门
template-file = 补短板填报
template-column-id = 编号
template-column-subject = 指标名称
template-column-milestone = 里程碑
template-column-task = 任务
template-column-department = 责任部门
template-column-division = 县市区
template-column-unit = 计量单位
template-column-target = 目标值
template-column-frequency = 报送频次
template-column-period = 报告期
template-column-value = 完成值
template-column-stage = 阶段
template-column-evidence = 佐证材料
template-column-next_stage_due = 下一阶段计划时间
template-column-reason = 更正原因
template-column-note = 备注
template-column-narrative = 情况说明
template-stage-error = 请从下拉列表中选择;撤回已发布的阶段请填“撤回”。
template-value-hint = 按本行的计量单位填写;百分数填 95,不填 0.95。
