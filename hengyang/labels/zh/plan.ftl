# Words about the plan document.


comparator-equal = 等于
comparator-at_least = 不低于
comparator-at_most = 不超过
comparator-about = 约
comparator-added = 新增
comparator-range = 区间

direction-up = 越高越好
direction-down = 越低越好

baseline-rule-zero_stated = 原文写明新增,从零起算
baseline-rule-zero_assumed = 假定从零起算

kind-count = 数量
kind-length = 长度
kind-area = 面积
kind-people = 人数
kind-per_capita = 人均
kind-density = 密度
kind-rate = 比率
kind-coverage_percent = 覆盖率
kind-structure = 结构
kind-other = 其他

figure-period-annual = 全年
figure-period-month = 单月
figure-period-year_to_date = 年初至今
figure-period-event = 事项

defect-category-extraction_residue = 网页残留
defect-category-typography = 排印
defect-category-lost_characters = 字符缺失
defect-category-wrong_character = 错字
defect-category-punctuation = 标点
defect-category-duplication = 重复
defect-category-naming = 名称不一
defect-category-grammar = 语法
defect-category-inconsistency = 前后不一
defect-category-incomplete = 缺项
defect-category-ambiguity = 含义不明
defect-category-content = 内容存疑

confidence-certain = 确定
confidence-likely = 很可能
confidence-possible = 可能
named-in-tasks = 任务的责任部门中列名
named-in-safeguards = 只在保障措施中列名
