# 路线图:计划与实际、推迟、到期、无日期。
roadmap-section = 查看
roadmap-section-gantt = 时间表
roadmap-section-due = 90 天内到期
roadmap-section-moved = 日期有变
roadmap-section-undated = 无日期
roadmap-label = 时间表:计划与实际
roadmap-by = 分组
roadmap-by-task = 按任务
roadmap-by-theme = 按理念
roadmap-by-department = 按部门
roadmap-against = 与何时的计划比
roadmap-against-name = 对比:{ $name }
roadmap-baseline-first = 最初日期
roadmap-separator = { ";" }
roadmap-comma = ,
roadmap-colon = :
roadmap-year = { $year }年
roadmap-as-of = 截至 { $month }
roadmap-none = 没有符合筛选的项目、里程碑和指标。
roadmap-title = { $overdue } 项过期未办{ $unreported ->
    [0] {""}
   *[other] ,{ $unreported } 项到期未报
},90 天内到期 { $coming } 项;与{ $baseline }比,{ $moved } 项日期有变
roadmap-title-silent = { $past } 项目标年限已过而未报送结果;{ $undated } 项没有日期,不上时间轴
roadmap-title-due = 过期未办 { $overdue } 项,到期未报 { $unreported } 项,90 天内到期 { $coming } 项
roadmap-title-moved = 与{ $baseline }比,{ $count } 项日期有变:推迟 { $later } 项,提前 { $earlier } 项
roadmap-title-moved-none = 与{ $baseline }比,没有日期变动
roadmap-title-undated = { $projects } 个项目、{ $others } 项其他没有日期,{ $standing } 项是持续任务:不上时间轴,只列名
roadmap-title-undated-none = 每一项都有日期
roadmap-what-start = 开工
roadmap-what-finish = 完成
roadmap-what-next = 下一阶段
roadmap-slip-later = { $what }推迟 { $months } 个月(原 { $old })
roadmap-slip-earlier = { $what }提前 { $months } 个月(原 { $old })
roadmap-moved-later = 推迟 { $months } 个月
roadmap-moved-earlier = 提前 { $months } 个月
roadmap-late-done = 晚 { $months } 个月完成
roadmap-late-open = 已晚 { $months } 个月
roadmap-start-late = 开工已晚 { $months } 个月
roadmap-started-late = 晚 { $months } 个月开工
roadmap-planned = 计划 { $start } 至 { $finish }
roadmap-due-by = 期限 { $day }
roadmap-next = 下一阶段 { $day }
roadmap-actual-start = 实际开工 { $day }
roadmap-actual-finish = 实际完成 { $day }
roadmap-assumed = 原文未写年份,按方案期末推定
roadmap-standing = 持续任务,没有终点
roadmap-no-date = 未载日期
roadmap-fault-finish_before_start = 日期矛盾:计划完成早于开工
roadmap-fault-actual_finish_before_start = 日期矛盾:实际完成早于开工
roadmap-fault-steps_out_of_order = 日期矛盾:节点先后颠倒
roadmap-faults = { $count } 个项目的日期自相矛盾,按所报照画,请更正
roadmap-no-task = 不属任务
roadmap-no-theme = 总目标与保障措施
roadmap-no-department = 未载部门
roadmap-count = { $count } 项
roadmap-count-project = 项目 { $count }
roadmap-count-milestone = 里程碑 { $count }
roadmap-count-target = 指标 { $count }
roadmap-group-late = 过期 { $count }
roadmap-group-moved = 推迟 { $count }
roadmap-cell = { $year }年第 { $quarter } 季度:应完成 { $due } 项,已完成 { $done },过期 { $overdue },未报 { $unknown }
roadmap-more = 另有 { $count } 项,全部列出
roadmap-more-undated = 另有 { $count } 项没有日期
roadmap-key-was = 原计划
roadmap-key-planned = 计划
roadmap-key-actual = 实际
roadmap-key-running = 进行中(到截至日)
roadmap-key-year = 目标年(只到年,年底为限)
roadmap-key-stage = 下一阶段
roadmap-key-deadline = 里程碑期限
roadmap-key-target = 指标期限
roadmap-key-done = 完成
roadmap-key-qd = 已完成
roadmap-key-qo = 过期
roadmap-key-qu = 未报
roadmap-key-quarter = 方格:该季应完成几项(只数完成;开工、节点、下一阶段见右侧与各行;只写到年的记在年末),其中
roadmap-key-qf = 未到期
roadmap-due = 已过期与 90 天内到期
roadmap-due-none = 90 天内没有到期事项。
roadmap-due-all = 全部 { $count } 项
roadmap-due-start = 开工
roadmap-due-step = 节点
roadmap-due-finish = 完成
roadmap-due-stage = 下一阶段
roadmap-due-year = 期限
roadmap-due-action = 解决问题
roadmap-urgency-overdue = 过期未办
roadmap-urgency-unreported = 到期未报
roadmap-urgency-coming = 将到期
roadmap-days-today = 今天到期
roadmap-days-past = { $count } 天
roadmap-days-left = 还有 { $count } 天
roadmap-months-this = 本月底到期
roadmap-months-past = { $count } 个月
roadmap-months-left = 还有 { $count } 个月
roadmap-year-over = 年限已过
roadmap-year-end = 年底到期
roadmap-download = 存为
roadmap-file-pdf = PDF
roadmap-file-png = PNG
roadmap-file-pptx = PPTX
roadmap-error-kind = 路线图没有“{ $value }”这种文件。可用:{ $known }
roadmap-error-picture = 一张图最多 { $most } 行,现有 { $rows } 行:请收起分组或缩小范围,或改存 PDF。
roadmap-slide-planned = 浅灰条:计划
roadmap-slide-was = 虚框:原计划,箭头指向现日期
roadmap-slide-actual = 彩条:实际(颜色随灯)
roadmap-slide-running = 到截至日的彩条:进行中
roadmap-slide-year = 浅底:目标年(年底为限)
roadmap-slide-stage = ◆ 下一阶段
roadmap-slide-deadline = ◇ 里程碑期限
roadmap-slide-target = △ 指标期限
roadmap-slide-done = 圆点:完成
roadmap-slide-cell = 方格:该季应完成几项;蓝已完成,红有过期(过期/应完成),灰未报,白未到期
roadmap-column-state = 状态
roadmap-column-due = 期限
roadmap-column-what = 事项
roadmap-column-name = 项目、里程碑、指标
roadmap-column-department = 单位
roadmap-column-light = 灯
roadmap-column-old = 原日期
roadmap-column-new = 现日期
roadmap-column-months = 变动
roadmap-column-why = 原因
roadmap-column-task = 任务
roadmap-moved-caption = 日期有变的项目、里程碑和指标,变动大的在前
roadmap-undated-caption = 没有日期的项目、里程碑和指标

cli-roadmap-due = [{ $state }] { $item } { $name }:{ $what } { $day }({ $office })
cli-roadmap-moved = { $item } { $name }:{ $slip }
cli-help-roadmap =
    用法:python -m hengyang roadmap [--theme <主题>] [--task <编号>] [--department <名称>] [--as-of <日期>]
            {"["}--baseline <版本>] [--output F.pdf|F.png|F.pptx] [--json]

    项目、里程碑、指标的时间表:计划与实际、推迟、90 天内到期、无日期。
    --baseline 与某一版的计划比;不写则与每项最初的日期比。
    日期多只到月(存为月末),推迟按整月算;只写到年的,以年底为限。

    JSON
      workspace, release, as_of, baseline(未写为 null)
      items:  [{"{"}item, kind(project、milestone、target), task, theme, department, division, name_zh, name_en, light,
              state(done、open、unknown), planned_start, planned_finish, next_due, actual_start, actual_finish,
              was_start, was_finish, was_next_due, finish_precision(day、month、year), is_finish_assumed, is_standing,
              fault, start_slip_months, finish_slip_months, next_slip_months, start_late_months, late_months, reported_for{"}"}]
      due:    [{"{"}item, what(start、step、finish、stage、year、action), step_zh, step_en, due_on, precision,
              department, urgency(overdue、unreported、coming), days, months, kind, task, name_zh, name_en, light{"}"}]
      moved, undated, contradictory   items 的编号
      file    写了 --output 时的文件(没有 --theme、--task、--department 时是总览,否则逐项列全)
      不知道的为 null。
