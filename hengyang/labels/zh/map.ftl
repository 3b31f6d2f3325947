# 挂图:县市区。
map-section = 显示
map-section-lights = 项目灯
map-section-investment = 年度投资
map-section-value = 指标数值
map-section-reports = 报送情况
map-indicator = 指标
map-label = 12 个县市区
map-all = 全部县市区
map-title-lights = 12 个县市区 { $projects } 个项目,红灯 { $red } 个;最多的是{ $name }({ $most } 个)
map-title-lights-calm = 12 个县市区 { $projects } 个项目,没有红灯
map-title-lights-none = 12 个县市区有 { $count } 个项目,均未报送进展
map-title-investment = { $year } 年县市区项目已完成投资 { $invested };占年度计划最少的是{ $name }({ $pct }%)
map-title-investment-none = { $year } 年县市区项目的投资未报送
map-title-reports = 分县市区报送的指标 { $count } 项;{ $owing } 个县市区最近一期尚有未报,共 { $owed } 项次
map-title-reports-none = 没有指标报送分县市区的数值
map-title-value = { $name }:{ $month }已报 { $reported }/12,最高{ $most } { $high },最低{ $least } { $low }
map-title-value-none = { $name }:各县市区未报送
map-title-one = { $name }:{ $projects };{ $figures }
map-one-projects = { $count } 个项目,红灯 { $red } 个、黄灯 { $yellow } 个
map-one-projects-silent = { $count } 个项目均未报送进展
map-one-projects-none = 无登记项目
map-one-figures = 分县市区指标已报 { $reported }/{ $count }
map-one-figures-none = 没有分县市区的指标数值
map-projects = { $count } 个项目
map-no-projects = 无登记项目
map-done = 已报完成 { $pct }%
map-reported = 已报 { $reported }/{ $count }
map-schematic = 示意图:方块只表示相对方位,不表示界线和面积。
map-drawn-shapes = 界线按所设文件绘制。
map-source = 来源:{ $text }。
map-approval = 审图号:{ $text }。
map-key-lights = 数字为项目数;指标的目标是全市的,县市区不亮灯。
map-key-investment = 底色越浓,已报完成投资占本年计划越多;斜线为未报送。
map-key-value = 底色越浓,数值越大;斜线为未报送。目标是全市的,县市区不亮灯。
map-key-reports = 底色越浓,报送的指标越多;斜线为未报送。
map-without-division = 另有 { $count } 个项目属全市或未载明县市区。
map-table-caption = 县市区一览
map-column-name = 县市区
map-column-projects = 项目
map-column-red = 红、黄灯
map-column-done = 年度投资
map-column-reported = 指标已报
map-column-owed = 本期未报(指标 + 项目)
map-column-indicator = 指标
map-column-check = 与全市核对
map-projects-there = 项目({ $count } 个)
map-projects-all = 全部 { $count } 个项目
map-no-projects-there = 项目库里没有登记在此的项目。
map-planned = { $year } 年计划投资 { $sum }
map-invested = 已完成 { $sum }
map-owed = 本期未报(是否逾期见报送日历)
map-owed-none = 本期都已报送。
map-projects-silent = { $count } 个未竣工项目没有 { $month }的进展
map-values = 指标数值
map-values-no-light = 目标是全市的,没有分到县市区:只列数值,不亮灯
map-places = 方案点名之处
map-places-none = 方案没有点名此处。

boundary-refused = 界线文件未采用(问题 { $count } 处),改用示意图
boundary-feature = 第 { $number } 个要素:{ $fault }
boundary-more = 另有 { $count } 处问题
boundary-fault-unreadable = 文件打不开
boundary-fault-too_large = 文件超过 { $found } MB
boundary-fault-not_json = 不是有效的 JSON(UTF-8)
boundary-fault-not_collection = 不是 GeoJSON 的 FeatureCollection
boundary-fault-no_features = 没有任何要素
boundary-fault-no_code = 没有行政区划代码(division、adcode、code 或 id)
boundary-fault-unknown_code = 代码 { $found } 不是 12 个县市区之一
boundary-fault-code_twice = { $found } 出现不止一次
boundary-fault-code_missing = 缺少 { $found }
boundary-fault-too_many_points = 共 { $found } 个点,太多
boundary-fault-geometry = 图形应为 Polygon 或 MultiPolygon,却是 { $found }
boundary-fault-no_rings = 没有边界环
boundary-fault-ring_short = 边界环只有 { $found } 个点,至少要 4 个
boundary-fault-ring_open = 边界环没有闭合
boundary-fault-ring_flat = 边界环没有面积
boundary-fault-coordinate = { $found } 个坐标不是有限的数
boundary-fault-out_of_range = 坐标 { $found } 超出经纬度范围

cli-divisions-line = { $name }:{ $projects } 个项目,红灯 { $red }、黄灯 { $yellow };年度投资{ $done };指标已报 { $reported }/{ $count },本期未报指标 { $owed }、项目 { $silent }
cli-divisions-done = 已报完成 { $pct }%
cli-help-divisions =
    用法:python -m hengyang divisions [--division <代码>] [--as-of <日期>] [--json]

    12 个县市区:项目及其灯、年度投资、分县市区的指标数值、与全市数的核对、本期未报。
    目标是全市的,县市区的指标只有数值,没有灯。

    JSON
      workspace, is_simulated, release, as_of, finding
      divisions:  [{"{"}division, name_zh, name_en, projects, lights, planned_wanyuan, invested_wanyuan, uninvested_projects,
                done_pct, silent_projects, reported, owed, places [place_zh, task], values [indicator, reference_date, value, is_owed]{"}"}]
      checks:     [{"{"}indicator, reference_date, state, sum, city_value, difference, missing{"}"}]
                state:agrees、differs、partial、not_additive、no_city
      boundary_faults   所设界线文件(HENGYANG_BOUNDARIES)的全部问题;没有设置为 null
      未报送为 null。
