# 多个方案:比较、汇总计算、数据湖。
page-compare = 比较
lake-plan = 方案
lake-own-plan = 衡阳市(本方案)
lake-finding = { $count } 个方案:{ $first }{ $others ->
    [1] { "" }
   *[other] {" "}等 { $others } 个方案并列
}领先,绿灯占到期指标 { $most },最低 { $least };{ $unranked } 个不排名
lake-finding-none = 还没有可比较的方案
lake-finding-unranked = { $count } 个方案的数据都太少,均不排名
lake-line = 截至 { $day } · 汇总第 { $release } 版 · { $at }
lake-not-known = 无
lake-caption = 名次按到期指标中绿灯(已完成、正常、基本正常)所占比例;相同者并列;报送不足五分之四的不排名。点击方案名查看其总览。
lake-caption-sort = 点击表头排序。
lake-sort = 排序
lake-sort-up = { $column } 从低到高
lake-sort-down = { $column } 从高到低
lake-head-plan = 方案
lake-head-rank = 名次
lake-head-green = 绿灯占比
lake-head-lights = 灯
lake-head-reported = 已报/到期
lake-head-mean = 平均实现度
lake-head-pace = 速度够
lake-head-forecast = 预计按期
lake-head-themes = 五个主题
lake-share = { $part }/{ $whole }
lake-unranked-nothing_due = 不排名:没有到期指标
lake-unranked-too_few_reported = 不排名:到期 { $due } 项只报 { $reported } 项,不足 { $least }
lake-theme-innovation = 创
lake-theme-coordination = 协
lake-theme-green = 绿
lake-theme-openness = 开
lake-theme-sharing = 共
lake-strip = { $count } 个排名方案按绿灯占比的分布
lake-strip-step = { $low }%–{ $high }%:{ $count } 个方案
lake-search = 找方案
lake-no-lake = 没有设置数据湖(HENGYANG_LAKE):只有本方案,没有可比较的。
lake-no-rollup = 数据湖还没有汇总:在服务器上运行 python -m hengyang rollup。
lake-progress = 已算 { $done }/{ $count } 个方案
lake-rolled-up = 汇总第 { $release } 版已发布({ $submission })
lake-brought = 已收入数据湖:{ $plan }({ $lake })
lake-reason-brought = 由第 { $release } 版收入数据湖
lake-reason-rollup = 汇总 { $count } 个方案,截至 { $day }
lake-error-no-lake = 没有写明数据湖:用 --lake,或设环境变量 HENGYANG_LAKE
lake-error-no-plans = 数据湖 { $name } 里还没有方案
lake-error-no-name = 请写方案在数据湖里的名称,如 bring hengyang
lake-error-taken = 数据湖里已有名为 { $name } 的方案
lake-error-workers-number = --workers 须为整数:{ $value }
lake-error-workers = 计算进程一再中断,汇总没有完成:{ $detail }
lake-error-scheduler = 调度器 { $address } 没有应答
access-denied-plan = { $name } 的权限不含方案 { $plan }。
access-read-only-plan = 数据湖里的方案只有权限表(HENGYANG_ROLES)写明的人可以改动,这里只能查看。
access-roles-no-plans = 权限表 { $path } 中“{ $name }”一项的方案(plans)写得不对,目前任何人都不能写入。
cli-compare-line = { $rank }	{ $plan }	{ $name }	绿灯 { $green }	已报 { $reported }/{ $due }
cli-help-bring =
    用法:python -m hengyang bring <名称> --lake URL [--workspace W] [--release N] [--json]

    把本方案某一版(默认最新)的内容收入数据湖,成为名为 <名称> 的方案,是它在湖中的第 1 版。
    名称用小写字母、数字和连字符。

    JSON
      plan, lake, workspace, release
cli-help-rollup =
    用法:python -m hengyang rollup --lake URL [--workers N] [--scheduler 地址] [--as-of D] [--json]

    用与各页面相同的算法,算出湖中每个方案的灯、速度、预测和名次,作为汇总的一版发布。
    不写 --workers 和 --scheduler 时在本进程逐个算;--workers 2 在本机起两个计算进程;
    --scheduler tcp://主机:8786 交给已有的 Dask 调度器(其计算进程须能读到数据湖并装有本程序)。
    三种办法结果逐位相同;计算进程中途中断,其方案由别的进程重算。结果没有变化时版本号不变。

    JSON
      lake, workspace, release, submission, as_of, plans(同 compare)
cli-help-compare =
    用法:python -m hengyang compare --lake URL [--release N] [--json]

    湖中各方案并列,取最新一次汇总(或 --release 指明的一次),与页面“比较”相同。

    JSON
      lake, workspace, release
      plans:  [{"{"}plan, name_zh, name_en, is_simulated, plan_release, as_of, indicators, 九种灯的数目, due, reported, stale,
              mean_attainment_pct, mean_expected_pct, mean_attainment_count, pace_count, is_fast_enough_count,
              forecast_count, expected_to_arrive_count, theme_*, green_share_pct, rank, unranked_because{"}"}]
      不知道的为 null;不排名的 rank 为 null,unranked_because 说明原因。
