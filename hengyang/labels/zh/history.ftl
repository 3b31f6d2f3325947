# 历史:版本、差异、一格的来历、某日所知。
history-section = 看什么
history-section-releases = 版本
history-section-difference = 两版之间的差异
history-section-cell = 一格的来历
history-section-known = 某日所知

history-finding = { $count } 个版本,最近一版 { $day } 由{ $actor }发布
history-finding-newest = ,改动 { $cells } 格、{ $lights } 盏灯
history-finding-difference = 版本 { $before } → { $after }:{ $cells } 格不同,{ $lights } 盏灯不同
history-finding-same = 版本 { $before } 与版本 { $after } 没有差异
history-finding-known = { $day }所知为版本 { $release };同看截至{ $as-of },与现在所知有 { $cells } 格、{ $lights } 盏灯不同
history-finding-known-same = { $day }所知为版本 { $release };同看截至{ $as-of },与现在所知没有差异
history-finding-life = { $cell }({ $place }):记过 { $times } 次,现为 { $value }(版本 { $release })
history-finding-withdrawn = { $cell }({ $place }):记过 { $times } 次,已在版本 { $release } 撤回
history-finding-no-life = { $cell }({ $place }):从未报送
history-finding-no-cell = 选一格,看它每次的数值、由谁、出自哪个文件


history-separator = 、
history-releases-caption = 全部版本,最新在前;一经发布不再改动,更正另成新版
history-cells-caption = 版本 { $before } 与版本 { $after } 之间不同的格:更正与撤回在前,新增在后
history-life-caption = { $cell }({ $place })的每一次记录,最早在前
history-rest = 另有 { $count } 格未列出;打开“全部列出”可见。
history-show-all = 全部列出
history-head-release = 版本
history-head-when = 发布(北京时间)
history-head-who = 谁
history-head-why = 为什么
history-head-file = 文件
history-head-brought = 带来什么(格)
history-head-look = 查看
history-head-change = 变化
history-head-cell = 哪一格
history-head-old = 原值
history-head-new = 新值
history-head-did = 做了什么
history-head-value = 数值
history-head-reported = 谁报、何时、来源
history-head-from = 文件与行
history-head-reason = 数值的理由

history-see = 看这一版
history-compare = 与上一版比
history-life = 来历
history-no-file = 无文件
history-nothing = —
history-yes = 是
history-no = 否
history-task = 任务{ $number } { $name }
history-row = { $submission } 第 { $row } 行
history-count = { $name } { $count }
history-did-added = 新增
history-did-changed = 更正
history-did-withdrawn = 撤回
history-did-repeated = 重报未变
history-change-added = 新增
history-change-changed = 更正
history-change-removed = 撤回
history-change-added-count = 新增 { $count }
history-change-changed-count = 更正 { $count }
history-change-removed-count = 撤回 { $count }
history-others = 另改:{ $fields }
history-no-difference = 没有任何一格不同。
history-lights = { $count } 盏灯不同
history-life-first = 首次
history-life-changed = 更正
history-life-repeated = 重报未变
history-life-withdrawn = 撤回
history-life-returned = 撤回后重报
history-withdrawn-value = 已撤回
history-no-life = 这一格从未报送过。

history-from = 从哪一版
history-to = 到哪一版
history-release-option = 版本 { $number } · { $day }
history-cell-subject = 指标或里程碑
history-cell-option = { $id } { $name }
history-cell-division = 县市区
history-cell-date = 哪一期
history-known-day = 某日(北京时间)
history-known = { $day }时,最新的是版本 { $release }
history-known-nothing = { $day }时还没有发布任何版本
history-published = 北京时间 { $instant } 发布
history-known-explained = “所知”是当时已发布的内容,“截至”是数字所属的日期。以下把当时所知与现在所知放在同一日期(截至{ $as-of })比较。
history-known-overview = 看当时的总览(版本 { $release })
history-known-difference = 此后全部差异
history-audit-download = 下载审计日志(CSV)

export-audit-file = 补短板_审计日志
export-audit-release = 版本
export-audit-event = 事件
export-audit-at = 时刻(北京时间)
export-audit-actor = 谁
export-audit-reason = 为什么
export-audit-submission = 填报批次
export-audit-base = 所依据的版本
export-audit-file_name = 文件名
export-audit-file_sha256 = 文件SHA-256
export-audit-left_out = 搁置的行
export-audit-confirmed = 已勾选确认的提醒
export-audit-unconfirmed = 未确认的提醒
export-audit-added = 新增(格)
export-audit-changed = 更正(格)
export-audit-repeated = 重报未变(格)
export-audit-withdrawn = 撤回(格)
export-audit-rows = 行数:{ $table }

cli-release-line = 版本 { $release } · 北京时间 { $when } · { $actor } · { $reason } · { $file }
cli-release-that-file = (原因即文件名)
cli-release-brought = {"    "}新增 { $added },更正 { $changed },撤回 { $withdrawn },重报未变 { $repeated }
cli-diff-basis = 工作区 { $workspace } · 版本 { $before } → { $after } · 亮灯按截至{ $day }评
cli-diff-table = { $table }:更正 { $changed },撤回 { $removed },新增 { $added }
cli-diff-cell = [{ $change }] { $subject }({ $place }):{ $old } → { $new }
cli-diff-light = { $subject } { $name }:{ $old } → { $new }
cli-cell-line = 版本 { $release } · 北京时间 { $when } · { $did } · { $value } · { $source } · { $file } 第 { $row } 行 · { $actor } · { $release-reason }{ $reason }
cli-cell-never = { $cell }:从未报送
cli-prune-merged = { $table }:{ $count } 个小文件已合并
cli-prune-would-merge = { $table }:可合并 { $count } 个小文件(试运行)
cli-prune-gave-up = { $table }:{ $count } 个小文件未能合并,其间一直有人写入;请稍后再运行
cli-prune-nothing = 没有可清理的文件:每个文件都有版本需要,或还不满一周。
cli-prune-would = 试运行,未删除任何文件。可清理 { $count } 个(没有任何版本需要,且超过一周);加 --apply 才删除:
cli-prune-done = 已清理 { $count } 个没有任何版本需要的文件:
cli-prune-file = {"  "}{ $table }/{ $file }
cli-error-two-releases = 请给出两个版本编号,如 diff 17 26
cli-error-known-on = 北京时间 { $day } 时,工作区 { $workspace } 还没有发布任何版本。
cli-error-release-twice = --release 与 --known-on 只能给一个。
cli-error-division = 没有县市区“{ $value }”。可用:{ $known }
cli-error-cell-division = { $value } 是里程碑,不分县市区。

cli-help-releases =
    用法:python -m hengyang releases [--workspace <名称>] [--json]

    全部版本,最新在前:谁、何时(北京时间)、为什么、哪个文件、带来多少格。

    --json 的形状
      workspace, is_simulated
      releases: [{"{"}release, published_at, actor, reason_zh, reason_en 或 null, submission, base,
                  file_name 或 null, file_sha256 或 null, brought: {"{"}表名: {"{"}added, changed, repeated, withdrawn{"}"}{"}"}{"}"}]

cli-help-diff =
    用法:python -m hengyang diff <版本> <版本> [--as-of <日期>] [--json]

    两版之间不同的格(原值 → 新值)和不同的灯;两版的灯按同一日期评(默认为后一版最后一个有数值的月末)。

    --json 的形状
      workspace, is_simulated, from, to, as_of
      tables: [{"{"}table, added, changed, removed{"}"}]
      cells:  [{"{"}table, cell, key, subject, name_zh, name_en, unit_zh, unit_en, division, date,
                change: added|changed|removed, field, old, new, others: [{"{"}field, old, new{"}"}]{"}"}]
      lights: [{"{"}subject, name_zh, name_en, from, to, change: better|worse|other{"}"}]

cli-help-cell =
    用法:python -m hengyang cell <编号> [--division <代码或名称>] [--date <日期>] [--json]

    一格的来历:每次的数值、由谁、出自哪个文件第几行、在哪一版。默认全市、最近一次有记录的日期。

    --json 的形状
      workspace, is_simulated, subject, name_zh, name_en, unit_zh, unit_en, division, date
      values: [{"{"}cell, release, published_at, actor, release_reason, submission, file_name, file_sha256, row,
                change: first|changed|repeated|withdrawn|returned, is_withdrawn, field, value(撤回时为 null),
                reported_on, department, source, reason{"}"}]

cli-help-audit =
    用法:python -m hengyang audit [--as 姓名] [--lang <语言>] > 审计日志.csv
          python -m hengyang audit --json

    审计日志,一行一个事件(起草、提交、核准、退回、发布),最新在前。不带 --json 时为 CSV(UTF-8 带 BOM),以 = + - @ 开头的文字不会成为公式。
    发布人人可见;之前的步骤只显示 --as 所指的人可以查看的提交件,管理员可看全部(没有权限表的演示工作区可不写,即 demo-reporter)。

    --json 的形状
      workspace, is_simulated
      events: [{"{"}event: drafted|submitted|approved|returned|discarded|publishing|publish_refused|published, at, release 或 null,
                actor, reason_zh, reason_en 或 null, submission, base, file_name, file_sha256,
                left_out, confirmed, unconfirmed(提交时搁置的行、已勾选和未勾选的提醒,无则 null),
                added, changed, repeated, withdrawn(未发布的事件为 null), rows: {"{"}表名: 行数{"}"}{"}"}]

cli-help-prune =
    用法:python -m hengyang prune [--apply --as 姓名] [--json]

    先把一个方案在一张表里的十二个以上小文件合并成一个(读取更快),再清理没有任何版本需要、且超过一周的文件(写入中途失败留下的,或已被合并的)。
    数据湖中只合并本方案的文件,除非该管理员负责全部方案(plans = ["*"]);各方案共用的表里无用的文件则一并清理,不论属于哪个方案。
    默认只说会做什么;加 --apply 才做,须由权限表中的管理员(administrator)执行。从不自动进行,不改动任何一行,每一版仍可读;其间可照常报送和发布。

    --json 的形状
      workspace, is_dry_run, merged: {"{"}表名: 文件数{"}"}, left: 同 merged(其间一直有人写入而未能合并), files: {"{"}表名: [文件]{"}"}

restore-which = 恢复到哪一版
restore-reason = 为什么恢复
restore-reason-placeholder = 必填,写入审计日志
restore-do = 恢复到版本 { $release }(成为新版本)
restore-done = 已发布版本 { $release },内容与版本 { $old } 相同;此前的版本都保留。
restore-finding = 恢复到版本 { $old } 将改动 { $cells } 格、{ $lights } 盏灯(与最新的版本 { $newest } 相比)
restore-finding-same = 版本 { $old } 与最新的版本 { $newest } 相同,无需恢复
restore-finding-none = 只有一个版本,没有可恢复的
history-section-restore = 恢复旧版
history-restore = 恢复
