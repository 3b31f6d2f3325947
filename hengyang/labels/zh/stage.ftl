# 放映。
stage-help = 按键
stage-key-step = 后一张、前一张
stage-key-ends = 第一张、最后一张
stage-key-number = 输入页码再按回车
stage-key-full = 全屏
stage-key-blank = 黑屏
stage-key-notes = 备注窗口(本张、下一张、备注、时钟)
stage-key-help = 本说明
stage-key-leave = 离开放映
stage-leave = 离开放映
stage-speaker = 备注
stage-end = 完
stage-blocked = 浏览器拦截了备注窗口
stage-open-at = 从第 { $number } 张放映
stage-bullet-key = 横条 = 目标实现度;竖线 = 序时应达;右侧 = 数值 / 目标
stage-editions = 已冻结的会议版本
stage-edition-facts = 截至 { $day } · 版本 { $release } · { $who } { $at }
