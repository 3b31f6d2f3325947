# 方法与来源。
method-section = 内容
method-section-rule = 规则与算例
method-section-try = 试调阈值
method-section-defects = 原文疑点
method-section-dictionary = 数据字典
method-section-figures = 公开数字
method-section-consultation = 征求意见与保障

method-finding = 方法 v{ $method }:按序时线性推进判灯;{ $counted } 项计入,{ $defects } 处原文疑点已列明
method-finding-try = 按这组阈值,{ $count } 盏灯会变:转好 { $better }、转差 { $worse }
method-finding-try-same = 这组阈值与方法 v1 亮的灯完全相同;拖动滑块试一试
method-finding-try-none = 这组阈值自相矛盾,无法试算
method-finding-defects = 原文称 30 项、实列 31 项;公布文本的 { $count } 处疑点逐一列明,未作改动
method-finding-dictionary = { $tables } 张表、{ $columns } 列,每列的含义、类型与计量单位
method-finding-figures = 找到 { $count } 个真实公开数字,其中 { $same } 个口径一致、可以亮灯
method-finding-consultation = { $status }:{ $day }前反馈并加盖公章,逾期视同无不同意见

method-lights-caption = 九种灯,自上而下,先符合者为准
method-lights-light = 灯
method-lights-when = 何时
method-lights-means = 意思
method-lights-count = 本期
method-when-not_due = 截至日早于起算日
method-when-not_reported = 没有口径一致的数值;或期限已过,而最后的数值比期限早 { $stale } 个报送周期以上
method-when-met = 已达到目标(不低于、不超过、保持类须到期才算)
method-when-overdue = 期限已到,最终数值未达目标
method-when-not_assessed = 有数值,但没有可比的路径
method-when-far_behind = 序时差低于 −{ $far } 个百分点;或失守
method-when-behind = 序时差在 −{ $far } 与 −{ $behind } 之间(含两端)
method-when-nearly = 序时差在 −{ $behind } 与 0 之间;或按现趋势将失守
method-when-on_track = 序时差不低于 0;或守住
method-means-not_due = 还没开始,不评
method-means-not_reported = 不知道,绝不当作 0
method-means-met = 承诺已兑现
method-means-overdue = 承诺未兑现
method-means-not_assessed = 缺基期、分年目标,或两种读法未定
method-means-far_behind = 按现状几乎无法如期,需专题调度
method-means-behind = 落后明显,需说明原因与措施
method-means-nearly = 略慢,提醒即可
method-means-on_track = 按序时或更快

method-rules-caption = 80 项目标各按什么规则判
method-rules-rule = 规则
method-rules-count = 项
method-rules-judged = 怎么判
method-rule-cumulative = 从基期值到目标值的直线路径;新建、新增类从零起算,“建成、打造”类假定从零起算并注明
method-rule-range_low = 同累计,以区间低值为承诺;超过高值注明超额
method-rule-level = 从报送的基期到目标的路径;没有基期或分年目标则未评,除非已达到
method-rule-band = 在区间内为守住;区间外按到最近一端的距离判
method-rule-floor = 没有路径:余量 = 数值 − 下限;守住为正常,失守为严重滞后
method-rule-cap = 没有路径:余量 = 上限 − 数值;守住为正常,失守为严重滞后
method-rule-ambiguous = 两种读法都保存、都显示;分析人员选定之前未评
method-rule-check_only = 与配对指标核对是否相符;只显示,不计入
method-rule-described = 结构数与服务标准;只描述,不计量、不计入

method-arithmetic = 算法
method-inputs = 输入:起算日 t₀ 的基期值 b,期限 T 的目标值 τ,所属日 t 的最新公开数值 y。期限取目标年 12 月 31 日(原文未写年份的取 2020 年并注明);起算日取基期日,没有则取通知落款日 2017 年 9 月 18 日。
method-step-attainment = 实现度
method-step-attainment-how = a = (y − b) ÷ (τ − b);升降同式;显示时只舍不入,99.96% 不会写成 100%
method-step-expected = 序时
method-step-expected-how = e = (t − t₀) ÷ (T − t₀),按数值所属日计算,不按填报日
method-step-gap = 序时差
method-step-gap-how = g = 100 ×(a − e)个百分点;低于 −{ $far } 红,−{ $far } 至 −{ $behind } 黄,其余绿
method-step-stale = 陈旧
method-step-stale-how = 最新数值早于 { $stale } 个自身报送周期:灯色不变,加斜纹并另计
method-step-arrow = 速度
method-step-arrow-how = 近期每年变化 ÷ 尚需每年变化:≥ 1 够快,0.5–1 略慢,0–0.5 偏慢,< 0 倒退
method-step-forecast = 预测
method-step-forecast-how = 按近期速度(Theil–Sen)推到期限,附范围;不足三点不推
method-step-roll-up = 汇总
method-step-roll-up-how = 先数灯,不同单位的数值从不平均;主题应报指标已报 { $reported }% 以上才亮灯,红占 { $red }% 以上为红,非绿占 { $not-green }% 以上为黄
method-bands-origin = 黄 10–30、红 30 以上的分界取自一座同类城市发改部门 2025 年公开的红黄绿灯规则;该规则 0–10 之间未着色,“基本正常”补上这一段。
method-why-not-growth = 为什么不用增长率:三年建 40 座、一年后建成 1 座,增长率法会答“进展显著”;直线路径答 2.5% 对 33.3%:红。本方案多数目标是从零累计。

method-examples = 算例
method-examples-note = 用版本 { $release }、截至{ $day }的数字现算,每种规则一例
method-examples-none = 这个版本里还没有可以演算的数值。
method-input-baseline = 基期 b
method-input-target = 目标 τ
method-input-actual = 数值 y
method-input-at = { $value }({ $day })
method-input-flag = ,{ $flag }
method-work-attainment = ({ $actual } − { $baseline }) ÷ ({ $target } − { $baseline }) = { $result }
method-work-expected = { $passed } 天 ÷ { $whole } 天 = { $result }
method-work-expected-other = { $path },应到 { $result }
method-work-gap = { $attainment } − { $expected } = { $gap } 个百分点
method-work-margin = 余量
method-work-difference = { $one } − { $other } = { $result }
method-work-no-path = 没有路径可比,不算

method-try-behind-points = 黄灯:落后多少个百分点起
method-try-far-behind-points = 红灯:落后超过多少个百分点
method-try-stale = 陈旧 { $count }
method-try-stale-periods = 陈旧:超过几个报送周期
method-try-reset = 恢复默认
method-try-not-saved = 只在这一页试算:不保存、不发布,不影响其他页面和其他读者。
method-try-impossible = 红灯的界限必须大于黄灯的界限:请把“红灯”调大,或把“黄灯”调小。
method-try-before = 方法 v1
method-try-after = 试调
method-try-no-change = 没有一盏灯会变。
method-try-caption = 会变的 { $count } 盏灯
method-try-change = 方向
method-try-indicator = 指标
method-try-was = 现在
method-try-would = 试调后
method-try-gap = 序时差

method-defects-caption = { $count } 处疑点;30 与 31 之别列在最前
method-defects-none = 没有这样的疑点。
method-defects-number = 号
method-defects-where = 位置
method-defects-what = 疑点
method-defects-reading = 本系统的处理
method-defects-category = 类别
method-defects-confidence = 把握
method-defects-all-category = 全部类别
method-defects-all-confidence = 全部把握程度
method-defects-option = { $name }({ $count })

method-dictionary-plan = 方案
method-dictionary-plan-note = 由通知整理而来,随方案固定
method-dictionary-facts = 填报
method-dictionary-facts-note = 逐版本追加,从不改写
method-dictionary-releases = 版本
method-dictionary-releases-note = 读者看到的状态,发布后不变
method-dictionary-rows = { $count } 行
method-dictionary-column = 列
method-dictionary-meaning = 含义
method-dictionary-type = 类型
method-dictionary-key = 主键
method-dictionary-nullable = 可空
method-dictionary-unit-column = 单位见 { $column }
method-dictionary-unit-indicator = 单位同指标
method-kind-text = 文本
method-kind-integer = 整数
method-kind-number = 数
method-kind-date = 日期
method-kind-instant = 时刻
method-kind-flag = 是否
method-kind-enum = 选项
method-curve-linear = 直线
method-curve-s_curve = S 形曲线
method-reading-points = 百分点
method-reading-relative = 相对提高

method-figures-caption = { $count } 个公开数字,引文逐字照录
method-figures-demo = 这些是真实数字,不混入演示数据:演示工作区的灯全部来自模拟值。要看它们亮灯,请切换到正式数据。
method-figures-subject = 指标或里程碑
method-figures-value = 数值
method-figures-date = 所属日期
method-figures-comparability = 口径
method-figures-lights = 是否亮灯
method-figures-source = 来源与原文
method-figure-differs = 不亮灯,只作旁证
method-figure-demo = 可亮灯;演示中不用
method-figure-later = 晚于截至日
method-figure-lights = 据此亮灯:{ $light }
method-figure-not-final = 期限已过,不是最终数值
method-figure-baseline = 作为基期
method-figure-earlier = 可比,已有更新的数值

method-consultation-caption = 征求意见的事实,各附原句
method-consultation-fact = 事实
method-consultation-value = 内容
method-consultation-quote = 原句
method-safeguards = 保障措施与其中的承诺
method-plan-text = 方案全文(主题、任务、保障措施)
