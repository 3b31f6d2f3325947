# 汇报:会议版本与幻灯片。
meeting-unfrozen = 未冻结
meeting-source = 来源:{ $plan }({ $status }),版本 { $release }
meeting-part = { $title }({ $at }/{ $of })
meeting-list = 、
meeting-unit-count = 项
meeting-count = { $count } 项

meeting-deck-plan-title = 补短板行动方案进展
meeting-deck-theme-title = { $subject }进展
meeting-deck-department-title = { $subject }承担任务进展
meeting-deck-red-title = 亮红灯的事项及原因
meeting-deck-since-title = 上次会议以来的变化

meeting-cover = { $plan }({ $status })· 截至{ $day }
meeting-reported-of = 已报 { $reported }/{ $due }
meeting-notes-standing = 应报 { $due } 项指标中已报 { $reported } 项;未报送不等于零,也不计入任何平均。
meeting-green-of = { $green }/{ $count } 绿
meeting-done-of = 完成 { $done }/{ $count }
meeting-value-of = { $actual } / { $aim }
meeting-attainment = 目标实现度
meeting-reported = 已报数值
meeting-expected = 序时应达
meeting-target = 目标 { $aim }
meeting-tasks = 任务 { $first }–{ $last }
meeting-bullets = { $subject }:{ $counted } 项指标中{ $green ->
    [0] 没有一项
   *[other] {" "}{ $green } 项
}已完成、正常或基本正常{ $needy ->
    [0] {""}
   *[other] ,{ $needy } 项滞后或更差
}{ $missing ->
    [0] {""}
   *[other] ,{ $missing } 项未报送
}
meeting-office = { $office }牵头 { $led } 项任务
meeting-office-supports = { $office }配合 { $supported } 项任务,不牵头
meeting-milestones = { $count } 个里程碑{ $done ->
    [0] 尚未完成一个
   *[other] 完成 { $done } 个
}{ $late ->
    [0] {""}
   *[other] ,{ $late } 个滞后或更差
}{ $missing ->
    [0] {""}
   *[other] ,{ $missing } 个未报送
}
meeting-worst = 最突出({ $light }):{ $name },{ $reason }
meeting-projects = 项目库登记 { $count } 个项目:{ $stages }
meeting-project-stage = { $stage } { $count } 个
meeting-milestones-of = { $subject }:{ $standing }
meeting-indicator-count = { $count } 项指标
meeting-milestone-count = { $count } 个里程碑
meeting-red = { $what }亮红灯
meeting-red-none = 已报的事项中没有亮红灯的;另有 { $missing } 项指标未报送,情况不明
meeting-red-none-unknown = 未报送不等于没有问题:没有数就没有灯,既不算红,也不算绿。
meeting-red-none-next = 要看清哪些滞后,先请责任部门把数报上来:名单见“未报送”一页。
meeting-yellow = { $what }滞后
meeting-first = { $title },首先是{ $name }
meeting-further-red = 亮红灯的还有{ $what }
meeting-further-yellow = 滞后的还有{ $what }
meeting-further-better = 转好的还有{ $what }
meeting-further-worse = 转差的还有{ $what }
meeting-further-other = 新有灯色或不再有灯色的还有{ $what }
meeting-further-unreported = 未报送的还有{ $offices },共 { $count } 项
meeting-further-what = { $name }{ $more ->
    [0] {""}
   *[other] 及另外 { $more } 项
}({ $offices })
meeting-offices-more = { $offices }等
meeting-unreported = { $counted } 项指标中 { $count } 项未报送,涉及 { $offices } 个列首位的部门
meeting-column-what = 事项
meeting-column-light = 灯
meeting-named = { $change }:{ $names }
meeting-named-more = { $change }:{ $names }等,另有 { $count } 项
meeting-column-why = 情况
meeting-column-office = 首位部门
meeting-column-then = 上次
meeting-column-now = 本次
meeting-now = 本次
meeting-told = { $why }。{ $turn }。
meeting-why = { $name }:{ $reason }
meeting-lead = 首位部门(推定牵头):{ $office }
meeting-assumed = 标记:{ $flags }
meeting-before = { $edition }({ $day })
meeting-since = 与 { $name }相比:{ $moves }
meeting-since-better = { $count } 项转好
meeting-since-worse = { $count } 项转差
meeting-since-other = { $count } 项新有灯色或不再有灯色
meeting-clause = ,
meeting-since-nothing = 与 { $name }相比,没有灯色变化
meeting-since-none = 此前没有会议版本,也没有更早的报告期,无从比较
meeting-better = { $count } 项自 { $name }以来转好
meeting-worse = { $count } 项自 { $name }以来转差
meeting-other = { $count } 项自 { $name }以来新有灯色或不再有灯色
meeting-moved-why = { $change }:{ $name },{ $then } → { $now };{ $why }
meeting-moved = { $name }:上次 { $then };本次 { $now }
meeting-method = 一盏灯是怎样亮的
meeting-method-path = 实现度 = 从基期到目标已走的路;序时 = 到今天应走的路。
meeting-method-bands = 落后序时 { $behind } 至 { $far } 个百分点为滞后(黄),更多为严重滞后(红)。
meeting-method-missing = 未报送不是零;没有基期的不亮灯;推定的都有标记。
meeting-method-first-listed = 原文没有“牵头”字样,列首位的部门为推定。

meeting-error-theme = 这一套幻灯片讲一个主题,请选定一个主题。
meeting-error-department = 这一套幻灯片讲一个部门,请选定一个部门。
meeting-error-no-edition = 工作区 { $workspace } 没有会议版本 { $edition }。
meeting-error-selection = 没有“{ $value }”,不能冻结。
meeting-error-title = 标题太长,最多 { $most } 个字符。
meeting-error-notes = 备注太长,最多 { $most } 个字符。

meeting-none = 还没有冻结的会议版本。
meeting-line = { $edition } [{ $deck }] 截至{ $day },版本 { $release },{ $by } { $at } { $title }
meeting-deck-plan = 全方案
meeting-deck-theme = 一个主题
meeting-deck-department = 一个部门
meeting-deck-red = 红灯及原因
meeting-deck-since = 上次以来

cli-help-editions =
    用法:python -m hengyang editions [--workspace W] [--json]

    会议版本:冻结了什么、何时、由谁。

    JSON
      workspace
      editions  [edition(E12), workspace, release, as_of, deck(plan/theme/department/red/since), title, themes, departments,
                lights, divisions, thresholds, method_version, slides [key, titles, notes], frozen_by, frozen_at, previous]
cli-help-freeze =
    用法:python -m hengyang freeze --as 姓名 [--workspace W] [--as-of 日期] [--release 编号] [--theme 主题] [--department 部门] [--deck plan|theme|department|red|since] [--title 标题] [--json]

    把会议要看的内容冻结为下一个会议版本:版本、截至日期、所选范围和阈值从此不变。

    JSON:与 editions 中的一项相同
