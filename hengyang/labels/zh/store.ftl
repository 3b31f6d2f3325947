store-reason-plan = 载入行动方案(征求意见稿)
store-reason-published-figures = 录入公开发布的实际数字
