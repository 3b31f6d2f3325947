mark-stale = { $light }(数据陈旧)
mark-of = { $subject }:{ $light }
mark-count = { $light } { $count }
mark-separator = ,
mark-nothing-counted = 没有计入的指标
mark-bullet = 实现 { $attainment },序时应达 { $expected }
mark-bullet-alone = 实现 { $attainment },无序时
mark-bullet-none = 无数值
mark-sparkline = { $count } 个数值,从 { $first } 到 { $last }
mark-better = 转好
mark-worse = 转差
mark-other = 变化
mark-key-stale = 斜纹 = 数据陈旧
mark-key-tick = 竖线 = 序时应达
mark-key-mean = 3/5 = 5 项中 3 项有实现度,条为其平均
mark-chinese = 中文原文按所报照录。
