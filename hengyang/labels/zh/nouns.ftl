# The nouns of the plan, as enums name them.
light-not_due = 未到期
light-not_reported = 未报送
light-met = 已完成
light-overdue = 过期未达
light-not_assessed = 未评
light-far_behind = 严重滞后
light-behind = 滞后
light-nearly = 基本正常
light-on_track = 正常

theme-light-green = 绿
theme-light-yellow = 黄
theme-light-red = 红
theme-light-none = 不亮灯

role-lead = 牵头
role-support = 配合
role-source-inferred_first_listed = 列首位,推定牵头
role-source-inferred_listed_later = 列于其后,推定配合

commitment-firm = 须完成
commitment-strive = 力争
commitment-in_principle = 原则上

frequency-monthly = 每月
frequency-quarterly = 每季
frequency-annual = 每年

rule-cumulative = 累计
rule-range_low = 区间(以低值计)
rule-level = 水平
rule-band = 区间内
rule-floor = 不低于
rule-cap = 不超过
rule-ambiguous = 两读
rule-check_only = 仅核对
rule-described = 只描述
milestone-rule-staged = 分阶段
milestone-rule-standing = 持续遵守

stage-not_started = 未启动
stage-planning = 谋划
stage-approval = 审批
stage-implementing = 实施
stage-acceptance = 验收
stage-done = 完成
stage-held = 遵守
stage-breached = 违反
stage-share = 阶段值 { $share }%

comparability-same = 口径一致
comparability-single_month = 单月数
comparability-partial_year = 非全年
comparability-definition_differs = 口径不同
comparability-event_differs = 事项不同

arrow-fast = 速度足够
arrow-slower = 略慢
arrow-slow = 偏慢
arrow-backwards = 倒退

project-stage-preparatory = 前期
project-stage-newly_started = 新开工
project-stage-under_construction = 在建
project-stage-completed = 竣工

batch-develop = 谋划开发
batch-match = 发布对接
batch-dispatch = 实施调度

gate-stored = 储备
gate-reviewed = 审核
gate-advanced = 推进

funding-central = 中央
funding-province = 省
funding-city_and_county = 市县
funding-ppp = PPP
funding-loan = 贷款
funding-enterprise = 企业

project-nature-new = 新建
project-nature-expansion = 改扩建
project-nature-renovation = 改造
project-nature-relocation = 迁建

approval-feasibility = 可研批复
approval-planning = 规划选址
approval-land = 用地审批
approval-environment = 环评批复
approval-design = 初步设计批复
approval-construction_permit = 施工许可
reply-kind-no_opinion = 无意见
reply-kind-proposals = 提出意见
reply-kind-withdrawn = 撤回
reply-kind-none_received = 核对未收到
decision-accepted = 采纳
decision-partly = 部分采纳
decision-rejected = 不采纳
plan-register-national_store = 国家重大项目库
plan-register-annual_plan = 年度计划
plan-register-five_year_plan = 五年规划
clause-kind-part = 部分
clause-kind-theme = 发展理念
clause-kind-task = 任务
clause-kind-safeguard = 保障措施
consulted-group-departments = 市直有关部门
consulted-group-parks = 工业园区
consulted-group-divisions = 各县市区发改局
consulted-group-offices = 委内相关科室
evidence-from-green_channel = 绿色通道台账
evidence-from-national_store = 国家重大项目库
evidence-from-plan_links = 年度计划与五年规划
