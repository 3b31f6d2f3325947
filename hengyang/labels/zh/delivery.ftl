# 项目库:看板、列表、单个项目、指标支撑、三年滚动投资计划。
projects-section = 查看
projects-section-board = 看板
projects-section-table = 列表
projects-section-coverage = 指标支撑
projects-section-plan = 三年滚动计划
projects-title-board = { $total } 个项目:前期 { $preparatory }、新开工 { $newly-started }、在建 { $under-construction }、竣工 { $completed }{ $silent ->
    [0] {""}
   *[other] 、未报送 { $silent }
 };红灯 { $red } 个
projects-title-unreported = 原文点名 { $total } 个项目,均未报送进展
projects-title-table = { $found } 个项目符合筛选,红灯 { $red } 个、黄灯 { $yellow } 个
projects-title-coverage = { $counted } 项可加总指标中,{ $enough } 项的项目已够 2020 年目标,{ $short } 项不够
projects-title-coverage-none = 项目对指标的贡献量多数原文未载,尚不能加总
projects-title-plan = { $first }–{ $last } 年计划投资 { $planned };{ $year } 年已完成 { $done-pct }%
projects-title-plan-none = 尚无项目报送分年投资计划
projects-title-one = { $name }:{ $stage },{ $light }
projects-none = 没有符合筛选的项目。
projects-unknown = 未报送
projects-not-stated = 原文未载
projects-count = { $count } 个
projects-sum = { $sum }
projects-sum-unknown = 投资未报
projects-sum-part = { $sum }({ $unknown } 个未报)
projects-yuan = { $value } 元
projects-wanyuan = { $value } 万元
projects-yi = { $value } 亿元
projects-board-caption = 三个一批 × 推进阶段:项目数、总投资、灯
projects-board-corner = 三个一批
projects-board-total = 合计
projects-attention = 最需要关注
projects-attention-none = 没有亮灯的项目。
projects-attention-more = 另有 { $count } 个黄灯或红灯项目
projects-of-task-more = 另有 { $count } 个项目
projects-search = 编号、名称、业主
projects-page = 第 { $page } / { $pages } 页
projects-previous = 上一页
projects-next = 下一页
projects-xlsx-plan = 三年滚动投资计划表(XLSX)
projects-xlsx-carried = 滚动到 { $year } 年的结转表(XLSX)

projects-column-name = 项目
projects-column-task = 任务
projects-column-division = 区划
projects-column-department = 牵头部门
projects-column-stage = 阶段
projects-column-total = 总投资(万元)
projects-column-year = { $year } 年完成/计划(万元)
projects-column-finish = 计划竣工
projects-column-why = 灯与缘由
projects-table-caption = 项目列表,每页 { $size } 个

project-light-start = 开工
project-light-progress = 进度
project-light-payment = 支付
project-light-entry = 入库
project-why-start-late = 应于 { $day } 开工,已连续 { $months } 个月未开工
project-why-start-met = 已开工
project-why-start-not_due = 计划 { $day } 开工
project-why-start-none = 未报计划开工日期
project-why-progress-gap = 年度投资比序时慢 { $points } 个百分点
project-why-progress-ahead = 年度投资不慢于序时
project-why-progress-finish = 计划 { $day } 竣工,已过 { $months } 个月
project-why-progress-met = 已竣工
project-why-progress-not_due = 尚未开工
project-why-progress-none = 无年度计划或完成数,不评
project-why-payment-pct = 已支付本年完成投资的 { $pct }%
project-why-payment-not_due = 尚未开工
project-why-payment-none = 无支付数,不评
project-why-entry-met = 应过的关口都已通过
project-why-entry-missing = 尚缺 { $count } 道入库关口,已 { $months } 个月
project-why-not_reported = 近月未报送
project-why-recovering = 由红转来,先亮黄

project-section-facts = 基本情况
project-section-money = 分年投资(万元)
project-section-dates = 时间
project-section-lights = 四盏灯
project-section-contributions = 对指标的贡献
project-section-gates = 入库关口与前期审批
project-section-history = 历次报送
project-section-quote = 原文
project-fact-number = 项目编号
project-fact-task = 任务
project-fact-division = 区划
project-fact-department = 牵头部门
project-fact-department-inferred = { $office }(列首位,推定)
project-fact-client = 业主
project-fact-content = 建设内容
project-fact-nature = 建设性质
project-fact-total = 总投资
project-fact-land = 用地
project-fact-land-mu = { $value } 亩
project-fact-batch = 三个一批
project-fact-stage = 阶段
project-fact-progress = 形象进度
project-fact-issue = 存在问题
project-fact-action = (须由{ $office }于 { $day } 前解决)
project-fact-group = 原文写的是一类工程,不是单个项目
project-date-what = 节点
project-date-planned = 计划
project-date-actual = 实际
project-date-start = 开工
project-date-finish = 竣工
project-money-year = 年份
project-money-source = 资金来源
project-money-planned = 计划
project-money-invested = 完成
project-money-none = 未报送分年投资。
project-contribution-stated = 竣工后增加 { $amount }
project-contribution-unstated = 贡献量未载
project-contribution-none = 未报送对指标的贡献。
project-gate-passed = { $day } { $who }
project-gate-not-passed = 未通过
project-history-none = 从未报送进展。
project-history-day = 数据所属
project-history-stage = 阶段
project-history-progress = 形象进度
project-history-issue = 问题
project-table-caption = 按数据所属日期,新的在前
project-back = ← 项目库

coverage-caption = 项目库能否支撑 2020 年目标(各按本指标计量单位,未写明贡献量的项目只计个数)
coverage-indicator = 指标
coverage-target = 目标
coverage-total = 合计
coverage-missing = 缺口
coverage-share = 占目标
coverage-projects = 项目(其中未载)
coverage-projects-value = { $projects }({ $unstated })
coverage-bar = 目标的 { $share }%
coverage-not-added = { $count } 项指标是比率或密度,项目不能相加,只列个数:
coverage-none = 项目库里没有写明对指标的贡献。

plan-by = 分组
plan-by-theme = 按理念
plan-by-lead_department = 按部门
plan-by-division = 按区划
plan-by-funding = 按来源
plan-caption = 分年计划投资与完成投资(万元)
plan-group = 分组
plan-projects = 项目数
plan-projects-once = 一个项目可有几种资金来源:各行的项目数相加大于合计,合计每个项目只数一次。
plan-year-planned = { $year } 计划
plan-year-invested = { $year } 完成
plan-total = 合计
plan-carried = 到{ $day }为止,{ $projects } 个未竣工项目的 { $before } 年计划尚有 { $left }未完成;若滚动到 { $year } 年,当年计划由 { $planned }增至 { $carried }。要改年度计划,请在上报表的“项目投资”页填写,经审核、发布后成为新版本。

rolling-title = 三年滚动投资计划表
rolling-unit = 单位:万元
rolling-column-number = 序号
rolling-column-project = 项目编号
rolling-column-name = 项目名称
rolling-column-content = 建设内容
rolling-column-nature = 建设性质
rolling-column-years = 建设起止年限
rolling-column-total = 总投资
rolling-column-done = 已完成投资
rolling-column-year = { $year } 年计划
rolling-column-carried = 其中 { $year } 年结转
rolling-column-funding = 资金来源
rolling-column-department = 责任单位
rolling-column-stage = 推进阶段

project-rules = 项目的四盏灯(逐月评定,截至所选月末)
project-rules-kind = 灯
project-rules-rule = 规则
project-rules-yellow = 黄灯
project-rules-red = 红灯
project-rules-example = 算例
project-rules-memory = 红灯恢复时先亮一个月黄灯,再转绿;当月未报送不亮灯,也不清除此前的红灯。项目的灯取四盏中最差的一盏。未写明的贡献量只计个数,不同计量单位从不相加;比率和密度不加总。
project-rules-start-rule = 计划开工的月份已到月末而未开工
project-rules-start-yellow = 第 1、2 个月
project-rules-start-red = 连续第 { $months } 个月起
project-rules-start-example = 计划 1 月 10 日开工:1、2 月黄,3 月红;4 月开工,4 月黄,5 月绿
project-rules-progress-rule = 本年完成投资占年度计划的比例,与本年工期已过月份的比例相比;计划竣工月份已过而未竣工的,另按月数评
project-rules-progress-yellow = 慢 { $behind } 至 { $far } 个百分点,或竣工逾期不足 { $months } 个月
project-rules-progress-red = 慢 { $far } 个百分点以上,或竣工逾期连续 { $months } 个月
project-rules-progress-example = 年度计划 1000 万元,6 月底完成 400 万元:40% 对 50%,慢 10 个百分点,黄
project-rules-payment-rule = 本年支付占本年完成投资的比例
project-rules-payment-yellow = { $little }% 至不足 { $enough }%
project-rules-payment-red = 不足 { $little }%
project-rules-payment-example = 完成 100 万元,支付 79.9 万元:79%,黄
project-rules-entry-rule = 前期项目应已储备;已开工项目储备、审核、推进三道关口都应通过
project-rules-entry-yellow = 有缺,第 1、2 个月
project-rules-entry-red = 连续第 { $months } 个月起
project-rules-entry-example = 1 月开工而只过储备:1、2 月黄,3 月红

projects-xlsx-rolled = 滚动到 { $years } 年的填报表(XLSX)
projects-xlsx-rolled-help = 只有项目投资一页:{ $year } 年未完成的计划已并入下一年并单列,改好后照常上报、审核、发布
plan-slipped-none = 各版本都没有结转上年未完成的投资。
plan-slipped-line = { $years } 年的计划有 { $projects } 个项目未按期完成,各版本已向后结转 { $carried }
plan-slipped-caption = 已结转的投资(万元)
plan-slipped-year = 原计划年份
plan-slipped-planned = 当年计划
plan-slipped-invested = 当年完成
plan-slipped-carried = 结转下年
cli-help-projects =
    用法:python -m hengyang projects [--theme T] [--department 部门] [--division 代码] [--baseline 版本] [--output 计划.xlsx] [--json]

    项目库:三个一批与推进阶段、红灯项目及原因、对目标的支撑、三年滚动投资计划。
    --output 写出三年滚动投资计划表;--baseline 比较自该版本以来结转了什么。

    JSON
      workspace, is_simulated, release, as_of
      board         [batch, stage, projects, total_investment_wanyuan, without_investment]
      lights        灯 → 项目数
      coverage      [indicator, task, theme, target, 各阶段贡献量, total, missing, share_pct, projects, unstated]
      rolling_plan  theme、lead_department、division、funding 各一张:分年 planned_<年>、invested_<年>(万元)
      slipped       [project, year, funding, planned_wanyuan, invested_wanyuan, carried_wanyuan]
      projects      每个项目:登记内容、最近报告、当年投资、四盏灯及月数;未报送为 null
