# 汇报页。
present-finding = { $title }:{ $count } 张幻灯片,点任意一张开始放映
present-deck = 哪一套幻灯片
present-edit = 改标题、备注和顺序
present-shown = 放映
present-place = 顺序
present-title = 标题
present-notes = 备注
present-name = 名称
present-name-example = 如:2019年7月调度会
present-freeze = 冻结为会议版本
present-freeze-help = 版本、截至日期、范围、阈值、顺序和文字从此不变;以后的放映和文件都与此一致。
present-frozen = 已冻结为 { $edition };可在下方打开,链接可以发送。
present-wall = 挂图:全方案一屏,自动轮换
