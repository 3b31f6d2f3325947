# 上报与审核两页。
people-identity = 演示身份(仅限本机)
people-identity-help = 演示身份,仅限本机:一人填报,另一人审核。
store-actor-demo-reporter = 演示填报员

intake-read-only = 现在只能查看,不能上报
intake-start-finding = { $office }{ $month }:本期应报 { $due } 项指标,已发布 { $reported } 项;共牵头 { $indicators } 项指标、{ $milestones } 个里程碑
intake-way = **五步上报**:① 选部门和月份 → ② 下载填报表,填浅黄色各栏 → ③ 拖回此处上传 → ④ 核对发现的问题和将要改变的数 → ⑤ 提交。提交后由另一人审核、发布。
intake-no-department = 您的部门在方案中没有任务,无需填报。
intake-department = 部门
intake-period = 报告期
intake-template = 下载填报表(已填入已发布的数)
intake-template-file = 补短板填报_{ $name }_{ $period }.xlsx
intake-file = 上传填好的表
intake-file-help = 把文件拖到上面的框里,或点按钮选择文件(按钮为英文 Upload)。可用 XLSX、XLSM、XLS、ODS、CSV、TSV,以及另存为网页的表;不超过 { $megabytes } MB、{ $rows } 行。宏从不运行;加密的文件请先取消密码。
intake-working = 正在读取和核对
intake-progress-read = 读取文件
intake-progress-recognise = 识别表格
intake-progress-check = 逐行核对
intake-progress-compare = 与已发布的数据比较
intake-progress-done = 完成
intake-form-of = 这份表是发给{ $name }填报{ $month }的,已按此核对。
intake-mine = 我的填报
intake-not-yours = 这份填报不是以现在的身份提交的,不能在此打开;可在“审核”页查看。
intake-another = 另报一份

intake-steps = 上报的步骤
intake-step-read = 读取
intake-step-recognise = 识别
intake-step-check = 核对
intake-step-submit = 提交
intake-step-review = 审核
intake-step-publish = 发布

intake-finding = { $month }填报表:{ $read } 行读出,{ $good } 行可报,{ $faults };发布后 { $flips } 盏灯会变{ $moved ->
    [0] {""}
   *[other] ,另有 { $moved } 盏只因截止日后移而变
}
intake-finding-same = { $month }填报表没有改变已发布的数,没有可提交的变化({ $read } 行读出,{ $faults })
intake-finding-owed = ;{ $office }本期应报 { $due } 项指标,{ $missing ->
    [0] 已全部发布
   *[other] 仍有 { $missing } 项未发布
}
intake-count-error = { $count } 处阻断
intake-count-warning = { $count } 处提醒
intake-count-separator = { "、" }
intake-count-none = 没有阻断和提醒
intake-line = { $file } · 北京时间 { $at } 收到 · 原件 { $hash } · { $kept }
intake-kept = 草稿已保存
intake-not-kept = 没有可提交的变化,未存草稿
intake-sent = { $state ->
    [discarded] 这份填报已作废,经过如下
   *[other] 这份填报已交出,经过如下
}

intake-findings = 须处理
intake-findings-places = 行号、列名按您的表
intake-findings-none = 没有发现问题。
intake-findings-left = 提交时的提醒与搁置的行
intake-severity-error = 阻断
intake-severity-warning = 提醒
intake-severity-note = 说明
intake-head-severity = 类别
intake-head-place = 位置
intake-head-value = 表中写的
intake-head-what = 问题
intake-head-ticked = 处理
intake-ticked-by = { $name } 已勾选属实
intake-ticked-by-nobody = 无人确认
intake-left-out-row = 整行搁置
intake-head-mend = 怎样改
intake-head-task = 任务
intake-head-subject = 内容
intake-head-before = 上期
intake-head-old = 现值
intake-head-new = 新值
intake-head-light = 灯
intake-place = { $sheet } 第 { $row } 行 · { $column } 列
intake-place-row = { $sheet } 第 { $row } 行
intake-place-sheet = { $sheet }
intake-rest = 另有 { $count } 处未列出

intake-difference = 将要改变
intake-difference-made = 改变了的
intake-difference-counts = { $cells } 格(一行里每个变动的数值各算一格):新增 { $added } · 改 { $changed } · 撤回 { $removed }
intake-difference-none = 与已发布的数据一致,没有变化。
intake-narrative = 情况说明
intake-withdrawn = 撤回
intake-light-same = 不变
intake-flips = 会变的灯({ $count } 盏)
intake-flips-none = 没有灯会变。
intake-flips-none-of-these = 文件所报的指标与里程碑,灯不变。
intake-whole-count = { $light } { $before }→{ $after }

intake-read = 这张表怎么读的
intake-read-encoding = 文字编码 { $encoding }
intake-read-sheet = { $sheet }:{ $table }
intake-read-header = 表头在第 { $row } 行,{ $layout }
intake-layout-long = 一行一个数
intake-layout-wide = 一列一个期间
intake-read-columns = 列:{ $columns }
intake-read-column = { $heading } → { $role }
intake-read-unit = 单位行:{ $unit }
intake-read-percent-fraction = { $columns } 列的百分数按小数读:0.95 即 95%
intake-read-percent-percent = { $columns } 列的百分数按百分数读:95 即 95%
intake-read-made-from = 由版本 { $release } 的填报表填成
intake-read-skipped = 略去:{ $parts }
intake-read-skipped-part = { $why }第 { $rows } 行
intake-skipped-blank = 空行
intake-skipped-unit = 单位行
intake-skipped-note = 注
intake-skipped-total = 合计
intake-skipped-heading = 重复的表头
intake-skipped-title = 题名
intake-skipped-other = 其他
intake-role-id = 编号
intake-role-subject = 指标
intake-role-milestone = 里程碑
intake-role-period = 报告期
intake-role-value = 完成值
intake-role-unit = 单位
intake-role-division = 县市区
intake-role-department = 部门
intake-role-stage = 阶段
intake-role-evidence = 佐证
intake-role-reason = 更正原因
intake-role-narrative = 情况说明
intake-who-reviews = 谁来审
intake-who-reviews-how = 市发改委审核,审核人不能是填报人。退回会写明原因。
intake-draft-kept = 草稿已保存,关掉浏览器也不会丢。

intake-annotated = 下载标注后的原表
intake-annotated-help = 有问题的单元格已着色并加批注;宏保留不运行。
intake-annotated-lost = 标注后的文件里不再有:{ $parts }。原件照原样留存。
intake-means = 这些名称指的是(点选即确认)
intake-means-option = “{ $name }”即 { $id }
intake-leave-out = 搁置有误的 { $count } 行,提交其余
intake-tick = 属实:{ $sheet } 第 { $row } 行,{ $message }
intake-tick-all = 以上 { $count } 处提醒我已逐一核对,属实
intake-submit = 提交 { $count } 格
intake-submitted = 已提交,等待审核。
intake-blocked = 还有阻断的问题:请改好后另报一份,或搁置这些行。
intake-unticked = 请先勾选确认各处提醒。
intake-not-reporter = 现在的身份不能填报;请换成演示填报员。

proposals-read-only = 现在只能查看,不能审核
proposals-finding = { $submitted } 件待审核,{ $approved } 件待发布
proposals-one-finding = { $whose }:{ $rows } 行共 { $cells } 格、{ $flips } 盏灯会变 · { $state }
proposals-one-published = { $whose }:{ $rows } 行共改了 { $cells } 格,变了 { $flips } 盏灯 · 已发布为版本 { $release }
proposals-whose = { $office } { $month }
proposals-all = 收到的填报
proposals-head-state = 状态
proposals-head-what = 填报
proposals-head-file = 文件
proposals-head-cells = 行数
proposals-head-by = 填报人
proposals-head-when = 最近一步(北京时间)
proposals-because = 退回原因:
proposals-some-back = 退回 { $count } 条,须另行重报
proposals-base = 对照版本
proposals-cells = 提出的行
proposals-left-out = 搁置 { $count } 行
proposals-course = 经过(北京时间)
proposals-some = { $count } 条
proposals-task = 任务 { $number }
proposals-cell = 第 { $row } 行 { $subject } { $name }:{ $value }
proposals-download = 下载收到的原件
proposals-back = 回到全部填报
proposals-rows = 要退回的条目
proposals-rows-none = 全部核准(不选即可)
proposals-reason = 退回原因
proposals-reason-placeholder = 退回时必填
proposals-approve = 核准
proposals-split = 退回所选 { $count } 条,核准其余
proposals-return = 整件退回
proposals-publish = 发布为新版本
proposals-done-approve = 已核准,可以发布。
proposals-done-split = 已退回 { $count } 条,其余已核准,可以发布。
proposals-done-return = 已退回。
proposals-done-publish = 已发布为版本 { $release }。
proposals-see = 看发布后的总览
proposals-nobody = 没有身份,只能查看。
proposals-own = 这是您自己提交的,须由另一人审核。请换成演示审核员。
proposals-not-reviewer = 现在的身份不能审核;请换成演示审核员。
proposals-closed-draft = 还是草稿,填报人尚未提交。
proposals-closed-returned = 已退回,等待填报人改好后重新提交。
proposals-closed-published = 已发布。
proposals-closed-discarded = 已由填报人作废,留在审计日志中。
intake-head-base = 填报表原值
intake-base-same = 同现值
intake-kept-as-published = 保持现值
intake-progress-rows = { $step }:{ $done } / { $total }
intake-project-flips = 会变的项目灯({ $count } 盏)
intake-new-projects = 新入库的项目({ $count } 个)
intake-commitment-flips = 会变的保障承诺灯({ $count } 盏)
intake-moved = { $count ->
    [0] 这份报告使数据截至 { $before } → { $after };其余指标与里程碑的灯不变。
   *[other] 这份报告使数据截至 { $before } → { $after };其余指标与里程碑另有 { $count } 盏灯随之变化。
 }
intake-moved-projects = 另有 { $count } 个项目的灯随之变化。
intake-moved-commitments = 另有 { $count } 项保障承诺的灯随之变化。
intake-moved-list = 随之变化的灯
intake-coverage = 项目支撑目标的变化({ $count } 项)
intake-coverage-same = { $before } → { $after },目标 { $target }
intake-coverage-covered = { $before } → { $after },目标 { $target }:由不足变为足够
intake-coverage-short = { $before } → { $after },目标 { $target }:由足够变为不足
register-row-reply = { $reply } { $whose }的反馈
