# What a check finds in a file, and how to mend it. One pair for each reason code.
finding-type = “{ $value }”读不出{ $wanted }。
mend-type = 请填写{ $wanted };没有数据请留空或填“—”。
finding-formula_without_value = 公式没有计算结果。
mend-formula_without_value = 请在 Excel 或 WPS 中打开、重新计算并保存,或者直接填写数值。
finding-unit = 单位是“{ $found }”,本指标的计量单位是“{ $wanted }”。
mend-unit = 请换算成“{ $wanted }”后填写,或更正单位。
finding-percent_scale = 本表百分数按{ $read-as ->
    [fraction] 小数读取:0.95 即 95%
   *[percent] 百分数读取:95 即 95%
}。
mend-percent_scale = 如果不对,请在单元格里写明 %。
finding-mixed_scale = 这一列按百分数读取,“{ $value }”读作 { $value }%;如是小数,应为 { $as-fraction }%。
mend-mixed_scale = 核对:如应为 { $as-fraction }%,请改写;确是 { $value }%,请勾选确认。
finding-out_of_range = { $value } 不在 { $low } 至 { $high } 之间。
mend-out_of_range = 请核对数值和小数点。
finding-approximate = “{ $value }”不是确数,按 { $taken } 读取。
mend-approximate = 请填写确数;确实只有约数的,勾选确认即可。
finding-unknown_indicator = 方案里没有指标“{ $value }”{ $suggestion ->
    [none] { "" }
   *[other] (最接近的是 { $suggestion })
}。
mend-unknown_indicator = 请从模板中复制指标编号或名称。
finding-near_match = “{ $value }”与 { $suggestion } 相近(相似度 { $similarity }%),未自动采用{ $others ->
    [none] { "" }
   *[other] ;也可能是 { $others }
}。
mend-near_match = 确认是同一指标,或改成方案中的名称或编号。
finding-unknown_milestone = 方案里没有里程碑“{ $value }”{ $suggestion ->
    [none] { "" }
   *[other] (最接近的是 { $suggestion })
}。
mend-unknown_milestone = 请从模板中复制里程碑编号或名称。
finding-unknown_task = 方案里没有任务“{ $value }”{ $suggestion ->
    [none] { "" }
   *[other] (最接近的是 { $suggestion })
}。
mend-unknown_task = 请填写任务号(1–31)。
finding-unknown_department = 方案里没有部门“{ $value }”。
mend-unknown_department = 请使用方案中的部门名称或通用简称。
finding-unknown_division = 没有名为“{ $value }”的县市区。
mend-unknown_division = 请填写县市区全称,或“衡阳市”。
finding-identity_changed = { $subject } 的标识列被改动:文件中是“{ $theirs }”,方案中是“{ $ours }”。
mend-identity_changed = 请恢复编号和名称;标识列不是填报内容。
finding-not_yours = { $subject } 不在{ $department }的任务内(牵头:{ $lead })。
mend-not_yours = 请删去本行,由{ $lead }填报。
finding-not_lead = { $department }是 { $subject } 所属任务的列名部门,但不列首位(首位:{ $lead })。
mend-not_lead = 已与{ $lead }商定由你们填报的,勾选确认。
finding-no_period = 看不出“{ $value }”是哪一期。
mend-no_period = 请填写报告期,如 2019-06。
finding-future = { $value } 还没有到来(今天是 { $today })。
mend-future = 请更正报告期。
finding-unfinished = 报告期 { $value } 尚未结束(今天是 { $today })。
mend-unfinished = 确为预计至期末的数据时,勾选确认。
finding-outside_plan = { $value } 不在方案期内({ $first } 至 { $last })。
mend-outside_plan = 请更正报告期;更早的数据作为基数填报。
finding-other_period = 本行是 { $value } 的数据,而本次填报的是 { $period }。
mend-other_period = 确要补报或更正其他月份时,勾选确认。
finding-duplicate = { $subject } 重复填报:先见于“{ $first-sheet }”第 { $first-row } 行。
mend-duplicate = 只保留一行。
finding-falling = { $subject } 是累计数,却由 { $before-date } 的 { $before } 降到 { $after-date } 的 { $after }。
mend-falling = 请核对;确属更正的,请填写更正原因。
finding-jump = { $subject } 每月变化 { $change },超出以往的范围({ $low } 至 { $high })。
mend-jump = 请核对单位和小数点;属实的,勾选确认。
finding-breakdown_mismatch = { $subject } 各县市区合计 { $parts },全市 { $city }{ $missing ->
    [0] { "" }
   *[other] (缺 { $missing } 个县市区)
}。
mend-breakdown_mismatch = 请核对分项与全市数;口径不同的,请在备注中说明并勾选确认。
finding-not_a_stage = “{ $value }”不是本里程碑的阶段。
mend-not_a_stage = 可填:{ $stages }。
finding-evidence_missing = 阶段为“{ $value }”,没有佐证材料。
mend-evidence_missing = 请在佐证一栏写明文号、验收单或链接。
finding-emptied = { $subject } 本格为空,已发布的 { $published } 保持不变。
mend-emptied = 要撤回已发布的数值,请填“撤回”并写明原因。
finding-withdrawal_reason = 撤回没有写明原因。
mend-withdrawal_reason = 请在更正原因一栏写明。
finding-nothing_to_withdraw = { $subject } 该期没有已发布的数值可撤回。
mend-nothing_to_withdraw = 请核对报告期,或将本格留空。
finding-baseline_date_assumed = 基数没有写明日期,按 { $assumed } 读取。
mend-baseline_date_assumed = 请写明基数的日期,或勾选确认。
finding-other_workspace = 本表由“{ $theirs }”工作区生成,不是“{ $ours }”。
mend-other_workspace = 请从本工作区下载模板后填报;演示数据不能进入正式数据,反之亦然。
finding-unknown_project = 项目库里没有编号“{ $value }”,本表又没有写明它是什么。
mend-unknown_project = 新项目请先在“项目”表中登记;已有项目请核对编号。
finding-project_incomplete = 项目“{ $value }”缺少{ $missing }。
mend-project_incomplete = 请补填。
finding-unknown_choice = “{ $value }”不在可选项内。
mend-unknown_choice = 可填:{ $allowed }。
finding-negative = “{ $value }”是负数。
mend-negative = 投资、面积和进度不能为负,请核对。
finding-finish_before_start = 竣工 { $finish } 早于开工 { $start }。
mend-finish_before_start = 请核对两个日期。
finding-dates_contradict = { $first }与{ $second }互相矛盾。
mend-dates_contradict = 请核对阶段和日期。
finding-stage_backwards = 阶段由“{ $before }”退回“{ $after }”。
mend-stage_backwards = 请核对;确属更正的,请填写更正原因。
finding-same_name = “{ $value }”与项目 { $other } 同名同区划。
mend-same_name = 确为两个项目的,勾选确认;重复登记的,请删去一行。
finding-older_release = 本表由第 { $made-from } 版生成,现为第 { $release } 版:当时是 { $base },现在是 { $now },文件中是 { $theirs }。
mend-older_release = 请核对以哪一个为准;以文件为准的,勾选确认。
finding-overtaken = 本表由第 { $made-from } 版生成;此后(现为第 { $release } 版)数值已由 { $base } 改为 { $now },文件中未改动,保留现值。
mend-overtaken = 无需处理。
finding-older_template = 本表由第 { $made-from } 版生成,现为第 { $release } 版。
mend-older_template = 请逐格核对变化,或下载新模板。
finding-unknown_release = 本表自称由第 { $made-from } 版生成,而这里只到第 { $release } 版。
mend-unknown_release = 请确认模板来自本系统的同一工作区。

finding-source = { $file }({ $sheet })
finding-source-sheet = 填报表({ $sheet })
finding-nothing = 无
finding-wanted-number = 数值
finding-wanted-day = 日期
finding-list-separator = 、

annotate-author = 检查
annotate-file = { $name }_批注
annotate-copy = 原表的公式、格式和隐藏内容(只另作副本)
annotate-lost-values = { $count } 个公式的计算结果(打开时会重新计算)
annotate-lost-charts = 图表
annotate-lost-pictures = 图片
annotate-lost-drawings = 图形和文本框
annotate-lost-controls = 表单控件
annotate-lost-pivots = 数据透视表
annotate-lost-slicers = 切片器
annotate-lost-threads = 带回复的批注
annotate-lost-connections = 外部数据连接
annotate-lost-signatures = 数字签名
annotate-lost-custom = 自定义数据
annotate-lost-printers = 打印机设置
annotate-lost-extensions = 迷你图和扩展的条件格式、下拉列表
finding-unknown_respondent = 征求对象“{ $value }”不在被征求的单位之列。
mend-unknown_respondent = 请填写被征求单位的名称;园区和委内科室请填类别,并在“反馈单位名称”栏写明是哪一家。
finding-unknown_reply = 没有编号为“{ $value }”的反馈。
mend-unknown_reply = 反馈编号写作 R1、R2……;意见编号写作 R3-1,须对应已登记的反馈。
finding-row_incomplete = “{ $value }”缺少{ $missing }。
mend-row_incomplete = 请补填。
finding-reply_too_early = 反馈日期 { $value } 早于通知日期 { $asked }。
mend-reply_too_early = 请更正反馈日期。
finding-checked_too_early = { $value } 核对未收到,但期限 { $due } 当日仍可反馈。
mend-checked_too_early = 核对须在期限过后;请更正日期。
finding-unknown_clause = 没有条款“{ $value }”。
mend-unknown_clause = 条款写作“二(二)5”“三(一)”“一”,或写条款名称。
finding-not_verbatim = “{ $value }”与条款 { $clause } 的原文不逐字相同。
mend-not_verbatim = 请从征求意见稿逐字摘录。
finding-not_unique = “{ $value }”在条款 { $clause } 中出现 { $times } 次,不能确定是哪一处。
mend-not_unique = 请多摘录几个字,使其只出现一次。
finding-decision_reason = 意见“{ $value }”有处理而无理由。
mend-decision_reason = 请写明采纳、部分采纳或不采纳的理由。
finding-decided_text = 意见“{ $value }”部分采纳,未写决定改为什么。
mend-decided_text = 请在“决定改为”栏写明定稿文字。
finding-decided_too_early = 处理日期 { $value } 早于反馈日期 { $replied }。
mend-decided_too_early = 请更正处理日期。
finding-two_decisions = 意见“{ $value }”已有处理“{ $before }”,此处又写“{ $after }”。
mend-two_decisions = 一条意见只能有一个处理;更正已发布的处理,请写明更正原因。

finding-taken_back_along = 撤回{ $subject },其他登记簿中的记录将一并撤回:{ $along }。
mend-taken_back_along = 请核对;如只撤回某一月的报告,请在“推进阶段”列填“撤回”。
finding-project_taken_back = 项目“{ $value }”在本表中被撤回,这一行却另有改动。
mend-project_taken_back = 请删去本行,或不要撤回该项目。
finding-gate_incomplete = 入库关口缺少{ $missing }。
mend-gate_incomplete = 每个关口都须写明哪一天、由谁通过;尚未通过的请两栏都留空。
finding-gate_order = “{ $gate }”的前一关口“{ $before }”:{ $told },晚于或缺于本关口的 { $value }。
mend-gate_order = 关口按储备、审核、推进依次通过,请核对日期。
finding-not-passed = 尚未通过
finding-step_order = 节点 { $position } 计划 { $value },与节点 { $other }(计划 { $day })的先后颠倒。
mend-step_order = 节点按序号先后安排,请核对日期或序号。
finding-carried_too_much = 结转 { $value } 万元多于当年计划 { $planned } 万元。
mend-carried_too_much = 结转是当年计划的一部分,请核对。
finding-unknown_commitment = 没有编号为“{ $value }”的承诺。
mend-unknown_commitment = 承诺编号写作 S1-1:保障措施序号和其中第几项,请与填报表核对。
finding-answered_too_early = 办结日期 { $value } 早于申请日期 { $asked }。
mend-answered_too_early = 请更正办结日期或申请日期。
finding-listed_in_another_year = 入库日期 { $value } 与年份 { $year } 不符。
mend-listed_in_another_year = 国家重大项目库按入库当年登记;请更正年份或日期。
finding-still_named = 撤回“{ $value }”,但“{ $other }”仍以它为据。
mend-still_named = 请在同一份表中一并撤回“{ $other }”,或先更正它。
