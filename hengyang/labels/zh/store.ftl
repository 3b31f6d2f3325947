store-reason-plan = 载入行动方案(征求意见稿)
store-reason-published-figures = 录入公开发布的实际数字
store-reason-added = 补录新增数据表的初始内容

store-actor-system = 系统
store-actor-demo-reviewer = 演示审核员
store-actor-demo-analyst = 演示分析员
store-cannot-keep = 收到的文件无法保存:{ $detail }。数据仓库未受影响,请检查磁盘空间和写入权限后重试。
