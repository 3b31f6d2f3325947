overview-finding = { $counted } 项指标中{ $green ->
    [0] 没有一项
   *[other] {" "}{ $green } 项
}已完成、正常或基本正常{ $behind ->
    [0] {""}
   *[other] ,{ $behind } 项滞后
}{ $red ->
    [0] {""}
   *[other] ,{ $red } 项严重滞后或过期
}
overview-finding-grey = { $counted } 项指标中 { $reported } 项可以评判,其余 { $missing } 项没有可用的数值(未报送、未到期,或期满无最终数据)
overview-finding-none = 所选范围内没有计入统计的指标
overview-subline = 已报 { $reported }/{ $due } · 较{ $against } 转好 { $better }、转差 { $worse } · { $status } · 方法 v{ $method }
overview-card-caption = 项指标 · { $tasks } 项任务
overview-reported = 已报 { $reported }/{ $due }
overview-better = { $count } 转好
overview-worse = { $count } 转差
overview-unchanged = 无变化
overview-milestones = 里程碑 { $done }/{ $count }
overview-no-numbers = 无量化目标
overview-attention = 需要关注
overview-attention-none = 没有滞后或过期的事项。
overview-attention-all = 全部 { $count } 项 →
overview-why = 为什么
overview-source = 出处
overview-against = 对比
overview-against-release = 自版本 { $number } 以来
overview-against-month = 自 { $month } 以来
overview-changes = 变化
overview-changes-none = 没有灯色变化。
overview-changes-more = 另有 { $count } 项变化
overview-coverage = { $count } 项的平均
overview-attention-unknown = 已报的事项中没有滞后或过期的;另有 { $count } 项指标未报送,情况不明。
