# 督办:红灯的记忆、办理过程、督办函。
cases-own-first = 其中由所选部门答复 { $own } 件,列在前;前后各按下述次序
cases-section = 查看
cases-section-current = 办理中
cases-section-overdue = 逾期
cases-section-awaiting = 待核实
cases-section-repeated = 反复亮红
cases-section-closed = 已销号
cases-section-all = 全部
cases-section-count = { $name } { $count }
cases-title = 共 { $total } 件红灯督办:{ $red } 件仍未转好,逾期 { $overdue } 件,待核实 { $awaiting } 件,已销号 { $closed } 件
cases-title-none = 截至所选日期,没有亮过红灯的事项
cases-title-one = { $name }:红灯 { $months } 个月,{ $state }
cases-title-one-recovered = { $name }:曾红灯 { $months } 个月,已转好,{ $state }
cases-caption-current = 办理中:逾期的在前,红灯月数多的在前。每月末亮红灯(严重滞后、过期未达)即成一件;未报送不算转好
cases-caption-overdue = 承诺日期已过、尚未核实
cases-caption-awaiting = 已回复、等待核实
cases-caption-repeated = 同一事项不止一次亮红灯
cases-caption-closed = 已凭依据销号
cases-caption-all = 全部红灯,含无人交办即已转好的
cases-head-name = 事项
cases-head-months = 红灯
cases-head-now = 现灯
cases-head-state = 办理
cases-head-owner = 责任部门
cases-head-promised = 承诺日期
cases-identity = { $subject } · { $month }起
cases-repeat = {" "}· 第 { $number } 次亮红
cases-months = { $months } 个月
cases-months-silent = { $red },其间 { $silent } 个月无评判(不计)
cases-months-recovered = { $red },{ $month }转好
cases-opened = { $month }末,{ $light }
cases-owner-inferred = { $office }(列首位,推定)
cases-no-owner = 原文未列责任部门
cases-section-facts = 红灯
cases-section-months = 逐月亮灯
cases-section-course = 办理过程
cases-course-none = 尚未交办。
cases-fact-subject = 事项
cases-fact-opened = 起于
cases-fact-months = 持续
cases-fact-now = 现在
cases-fact-owner = 责任部门
cases-fact-promised = 承诺日期
cases-fact-others = 另几次亮红
cases-written-cause = 原因:
cases-written-measure = 措施:
cases-written-text = 说明:
cases-written-evidence = 依据:
cases-written-promised_on = 承诺日期:
cases-back = ← 全部督办
case-state-open = 待交办
case-state-asked = 待回复
case-state-replied = 待核实
case-state-verified = 待销号
case-state-closed = 已销号
case-state-overdue = 逾期,{ $state }
case-state-passed = 未交办已转好
case-step-assigned = 交办
case-step-replied = 回复
case-step-sent_back = 退回重办
case-step-verified = 核实
case-step-closed = 销号

cases-do = 办理
cases-do-assigned = 交办
cases-do-replied = 提交回复
cases-do-sent_back = 退回重办
cases-do-verified = 核实属实
cases-do-closed = 销号
cases-done-assigned = 已交办。
cases-done-replied = 已回复,等待核实。
cases-done-sent_back = 已退回重办。
cases-done-verified = 已核实。
cases-done-closed = 已销号。
cases-field-department = 责任部门
cases-field-text-assigned = 要求(可不填)
cases-field-text-verified = 核实情况,或退回的原因
cases-field-cause = 原因
cases-field-measure = 措施
cases-field-promised = 承诺日期
cases-field-evidence = 销号依据
cases-nothing-open = 此件已销号,没有待办步骤。
cases-still-red = 已核实;灯转好以后才能销号。
cases-not-yours = { $name } 在此没有可办的步骤({ $state })。
cases-nobody = 您可以查看,不能办理。
cases-letter = 督办函(DOCX)

case-error-none = 没有督办件 { $case }。
case-error-release = 已有新版本发布,请刷新后再办理。
case-error-moved-on = 督办件 { $case } 已由 { $by } 于北京时间 { $at } 办理,请查看后再定。
case-error-still-red = { $case } 仍未转好,不能销号。
case-error-not-listed = { $department } 不在该任务的责任部门之列。
case-error-own-reply = { $name } 不能核实、销号自己回复的督办件。
case-error-no-cause = 请写明原因。
case-error-no-measure = 请写明措施。
case-error-no-promise = 请给出承诺日期。
case-error-no-text = 请写明核实情况或退回的原因。
case-error-no-evidence = 销号须有依据。
case-error-too-long = 文字过长,最多 { $most } 字。
case-error-not-now-assigned = { $case } 现在不能交办。
case-error-not-now-replied = { $case } 现在不能回复。
case-error-not-now-sent_back = { $case } 现在不能退回。
case-error-not-now-verified = { $case } 现在不能核实。
case-error-not-now-closed = { $case } 尚未核实,不能销号。
access-denied-assign-case = { $name } 不能交办督办件。
access-denied-reply-to-case = { $name } 不能回复督办件。
access-denied-decide-case = { $name } 不能核实、退回或销号。

letter-title = 关于“{ $name }”亮红灯的督办函
letter-opening = 《{ $plan }》({ $status })提出:“
letter-opening-end = ”。
letter-separator = 、
letter-assigned = 该项列入第 { $task } 项任务“{ $title }”,责任单位为{ $offices }。
letter-assigned-plan = 该项属方案总体要求。
letter-red = 截至{ $day },该项({ $subject })现为
letter-because = 。评判依据:{ $reason }。自{ $month }起亮红灯,累计 { $months } 个月。
letter-repeat = 这是该项第 { $number } 次亮红灯。
letter-recovered = 该项已于{ $month }转好。
letter-section-state = 基本情况
letter-section-asked = 办理要求
letter-section-course = 已有办理情况
letter-ask-cause = 说明亮红灯的原因。
letter-ask-measure = 提出整改措施,明确责任人和完成日期。
letter-ask-reply-1 = 于
letter-ask-reply-2 = 前书面回复,并加盖单位公章。
letter-ask-evidence = 转好后报送佐证材料,经核实后销号。
letter-reply-by = 回复期限
letter-promised = 贵单位承诺于{ $day }前完成,至{ $as-of }尚未核实完成。
letter-table = 办理过程
letter-column-day = 日期
letter-column-step = 步骤
letter-column-what = 内容
letter-file = 督办函

cli-cases-line = { $case } { $name }:{ $light },红灯 { $months } 个月,{ $state },{ $owner }
cli-help-cases =
    用法:python -m hengyang cases [--theme T] [--department 部门] [--as-of 日期] [--json]

    红灯台账:每盏红灯何时亮起、红了几个月、是否转好或再红,责任部门、承诺日期、办理经过。

    JSON
      workspace, release, as_of
      counts   页上各列表的件数:current, overdue, awaiting, repeated, closed, all
      cases    [case, subject, task, opened_on, last_red_on, months_red, months_silent, recovered_on, light_opened, light_now,
               occurrence, occurrences, state, owner, is_owner_inferred, promised_on, is_overdue,
               events [event, step, at(UTC), actor, department, cause, measure, promised_on, text, evidence, is_simulated]]
