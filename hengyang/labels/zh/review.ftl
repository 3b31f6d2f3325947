# 送审与发布的话。
review-state-draft = 草稿
review-state-submitted = 已提交
review-state-returned = 已退回
review-state-approved = 已核准
review-state-published = 已发布
review-state-discarded = 已作废

review-step-drafted = 存为草稿
review-step-submitted = 提交
review-step-approved = 核准
review-step-returned = 退回
review-step-publishing = 开始发布
review-step-publish_refused = 发布未成
review-step-published = 发布
review-step-discarded = 作废

review-error-moved-on = 提交件 { $submission } 已由 { $by ->
    [demo-reporter] 演示填报员
    [demo-reviewer] 演示审核员
   *[other] { $by }
} 于北京时间 { $at } 处理,现为“{ $state ->
    [draft] 草稿
    [submitted] 已提交
    [returned] 已退回
    [approved] 已核准
    [discarded] 已作废
   *[published] 已发布
}”。请查看后再决定。
review-error-no-proposal = 没有提交件 { $submission }。
review-error-nothing-changes = 文件内容与已发布的数据一致,没有可提交的变化。
review-error-errors-stand = 还有 { $count } 处错误,不能提交。请改正,或选择不报这些行。
review-error-not-yours = { $name } 不能提交 { $by } 的草稿。
review-error-not-your-subject = { $name } 不能填报 { $subject }:不属于其部门承担的任务。
review-error-not-visible = { $name } 不能查看提交件 { $submission }。
review-error-own = { $name } 不能审核自己提交的内容。
review-error-no-reason = 请写明原因。
review-error-no-cell = 没有编号为 { $cells } 的条目;共 { $count } 条,编号从 1 开始。
review-error-no-release = 没有版本 { $number },最新为版本 { $newest }。
review-error-no-difference = 版本 { $number } 与最新的版本 { $newest } 相同,无需恢复。
review-error-publish-failed = 提交件 { $submission } 未能发布:存储连续 { $count } 次写入失败。没有发布任何内容,请稍后再试。
review-error-cells-changed = 有 { $count } 个数值在版本 { $base } 之后已被他人改动(最新为版本 { $latest }):{ $cells }。请退回,由提交人核对后重新提交。

access-denied-nobody = 没有说明由谁操作(命令行请用 --as <姓名>)。
access-denied-unknown = 权限表中没有 { $name }。
access-denied-no-roles = 已设定登录([auth]),演示身份不可用;没有权限表(HENGYANG_ROLES),{ $name } 不能操作。
access-denied-workspace = { $name } 不能在工作区 { $workspace } 操作。
access-denied-department = { $name } 不能代表部门 { $department } 填报。
access-denied-see-proposals = { $name } 不能查看提交件。
access-denied-draft = { $name } 不能填报。
access-denied-submit = { $name } 不能提交。
access-denied-approve = { $name } 不能核准。
access-denied-return = { $name } 不能退回。
access-denied-publish = { $name } 不能发布。
access-denied-restore = { $name } 不能恢复版本。
access-denied-audit = { $name } 不能查看全部审计记录。
access-denied-freeze = { $name } 不能冻结会议版本。
access-denied-fill-lake = { $name } 不是管理员,不能把方案放入数据湖,也不能发布汇总。
access-denied-remove-versions = { $name } 不能清理旧版本。
access-roles-unreadable = 无法读取权限表 { $path },目前任何人都不能写入。
access-roles-no-toml = 权限表 { $path } 不是有效的 TOML({ $detail }),目前任何人都不能写入。
access-roles-no-person = 权限表 { $path } 中“{ $name }”一项不是一张表(应写作 ["姓名"],下写 role),目前任何人都不能写入。
access-roles-unknown-setting = 权限表 { $path } 中“{ $name }”一项有不认识的设置“{ $value }”(只有 role、departments),目前任何人都不能写入。
access-roles-no-role = 权限表 { $path } 中“{ $name }”一项没有写清角色(role),目前任何人都不能写入。
access-roles-unknown-role = 权限表 { $path } 中“{ $name }”的角色“{ $value }”不存在(可用:viewer、reporter、reviewer、administrator),目前任何人都不能写入。
access-roles-no-departments = 权限表 { $path } 中“{ $name }”一项没有写清部门(departments),目前任何人都不能写入。
access-roles-unknown-department = 权限表 { $path } 中“{ $name }”的部门“{ $value }”不在方案之中,目前任何人都不能写入。
access-roles-local-name = 权限表 { $path } 中“{ $name }”是演示身份的名称,不能使用,目前任何人都不能写入。
access-roles-twice = 权限表 { $path } 中“{ $name }”出现两次(不分大小写),目前任何人都不能写入。
access-read-only-official = 尚未设定权限,正式工作区只能查看。
access-read-only-roles = 已设定权限表,演示身份不可用,只能查看。
access-read-only-forwarded = 请求经过了代理,演示身份不可用,只能查看。
access-read-only-host = 不是通过本机地址访问,演示身份不可用,只能查看。
access-read-only-peer = 不是从本机访问,演示身份不可用,只能查看。

review-error-no-department = 方案中没有部门“{ $value }”。
review-error-file = 无法读取文件 { $path }:{ $detail }
review-line = { $submission } [{ $state }] { $by } 北京时间 { $at } { $file },{ $cells } 条
review-event = {"  "}北京时间 { $at } { $by } { $step } { $reason }
review-because = 退回原因:{ $reason }
review-none = 还没有提交件。
review-released = 已发布版本 { $number }(工作区 { $workspace })。
review-recognised = 工作表“{ $sheet }”:识别为 { $table },表头在第 { $row } 行,{ $rows } 行数据
review-finding = [{ $severity ->
    [error] 错误
    [warning] 提醒
   *[note] 说明
}] { $sheet } 第 { $row } 行 { $column }:{ $message }
review-difference = 新增 { $added } 个值,修改 { $changed } 个,撤回 { $removed } 个
review-flip = { $indicator }:{ $before } → { $after }
review-import-submitted = 已提交,编号 { $submission }
review-import-dry-run = 仅检查,未提交。
review-import-unchanged = 与已发布的数据一致,没有可提交的变化。
review-import-blocked = 有错误,未提交。
review-error-output = 无法写入文件 { $path }:{ $detail }
review-template = 已生成模板 { $path }(依据版本 { $release })

cli-help-import =
    用法:python -m hengyang import <文件> [--workspace W] [--period 2019-07] [--department 部门] [--dry-run] [--leave-out-faulty] [--accept-warnings] [--take "名称=编号"] [--as 姓名] [--json]

    读取文件,识别表格,检查,与已发布的数据比较;没有错误就提交审核。演示工作区可不写 --as(由 demo-reporter 提交)。
    有提醒也照样提交;--accept-warnings 表示提醒已逐条核对属实,记在提交人名下,不写则审核员看到的是“无人确认”。
    与方案相近的名称不会自动采用;--take "名称=编号" 表示它指哪个指标、里程碑或任务,可多次使用。
    退出码:0 已接收(可有提醒),1 有错误或无权限,2 文件无法读取。

    JSON
      recognised   [sheet, table, layout(long/wide), header_row, rows, columns(角色 → 表头原文)]
      findings     [sheet, row, column, code, severity(error/warning/note), value, message_zh, message_en;名称相近时另有 candidates(可选编号)]
      difference   added、changed、removed:[table, subject, division, reference_date, field, old, new, row];
                   flips:[indicator, from, to];theme_flips:[theme, from, to];
                   project_flips:[project, light(start/progress/payment/entry), from, to];new_projects:[project, name, light];
                   commitment_flips(保障承诺):[commitment, from, to];coverage(项目对目标的支撑);
                   as_of(默认截至日由 from 变为 to 时,本文件未涉及而随之变化的灯):from, to, flips, projects(个数), commitments(个数);
                   three_way(填报表依据旧版本时他人已改动的条目):[table, subject, division, reference_date, field,
                   base(填报表原值), theirs(文件中), now(现已发布), row, is_kept(文件未改,保持现值)]
      submission   提交件编号;未提交时为 null
cli-help-template =
    用法:python -m hengyang template [--department 部门] [--period 2019-07] [--output 文件] [--json]

    按部门和月份生成填报模板,已发布的数值预先填好;不写部门为全部,不写月份为最后一个有数值的月份。
    不写 --output 时用模板自己的文件名,不覆盖已有文件。--roll-forward 2020 改为给出滚动到该年的三年投资计划填报表。

    JSON:file, workspace, release, department, period
cli-help-submissions =
    用法:python -m hengyang submissions [编号 [--file 文件]] [--workspace W] [--department 部门] [--as 姓名] [--json]

    审核员看到已提交的,报送人看到本部门的;草稿只有起草人能看到。没有权限表的演示工作区可不写 --as(即 demo-reporter)。
    写编号则列出这一次提交的每个条目(编号即 approve、return 的 --rows)、检查发现及其确认人;--file 把收到的原文件一字不差写出。

    JSON
      workspace
      submissions  [submission, workspace, state(draft/submitted/returned/approved/published/discarded), department, period,
                   file_name, sha256, base_release, release, by, created_at, cells(条数), approved、returned(条目编号),
                   left_out_rows [sheet, row], findings(条数),
                   warnings [sheet, row, column, code, value, confirmed_by, confirmed_at](无人确认时为 null), history [step, at, actor, reason, cells, release]]
      写编号时:
      workspace、submission(同上一项)
      cells        [cell(条目编号), decision(approved/returned/null), table, subject, division, reference_date, field, old, new,
                   is_withdrawn, row(文件行号), overtaken_by(其后改动它的版本)];已发布的对照前一版本,其余对照最新版本
      findings     与 import 相同;file:写出的文件,未写为 null
cli-help-discard =
    用法:python -m hengyang discard <编号> --as 姓名 [--reason 原因] [--json]

    作废自己的草稿或被退回的提交件,不再送审。不删除任何内容:文件、条目和这一步都留在审计日志中。

    JSON:与 submissions 中的一项相同
cli-help-approve =
    用法:python -m hengyang approve <编号> --as 姓名 [--rows 1,3-5] [--json]

    核准一次提交;--rows 只核准这些条目。提交人不能审核自己的提交。

    JSON:与 submissions 中的一项相同
cli-help-return =
    用法:python -m hengyang return <编号> --reason 原因 --as 姓名 [--rows 1,3-5] [--json]

    退回一次提交;--rows 只退回这些条目。发布之前,已核准的也可以退回。

    JSON:与 submissions 中的一项相同
cli-help-publish =
    用法:python -m hengyang publish <编号> --as 姓名 [--reason 原因] [--json]

    把核准的提交发布为一个新版本。同样的数值已被他人改动时不发布,并说明是哪些。

    JSON:workspace, release, submission
cli-help-restore =
    用法:python -m hengyang restore <版本> --reason 原因 --as 姓名 [--seen 版本] [--json]

    发布一个与旧版本相同的新版本;之后的版本都保留。由审核员或管理员一人写明原因后发布,不需他人核准。
    --seen 为您看过的最新版本(默认为开始时的最新版本);之后又有新版本时不予恢复。

    JSON:workspace, release

discard-open = 作废
discard-help = 作废后不再送审。文件和记录不会删除,审计日志中可以查到。
discard-reason = 为什么(可不填)
discard-do = 确认作废
discard-done = 已作废;审计日志中保留记录。
proposals-overtaken = 提交人对照版本 { $base } 之后,有 { $count } 个数值已被他人改动:{ $cells }。这样不能发布,请退回,由提交人核对后重新提交。
proposals-overtaken-cell = { $cell }(版本 { $release },{ $by })
proposals-own-signed-in = 这是您自己提交的,须由另一人审核。
signing-no-decision = 您的角色不审核;审核由审核员进行。
review-error-restore-stale = 您看的是版本 { $base },其后已有版本 { $latest };恢复会连它一起改回。请核对变化后重试。
proposals-overtaken-separator = ;
review-cell = { $number }  { $subject } { $what }:{ $old } → { $new }(文件第 { $row } 行){ $decision ->
    [approved] { " " }已核准
    [returned] { " " }已退回
   *[open] { "" }
}{ $release ->
    [none] { "" }
   *[other] { " " }已被版本 { $release } 改动
}
review-take = “{ $name }”可能是 { $candidates };确认请加 --take "{ $name }=编号"
review-file-written = 收到的原文件已写入 { $path }(SHA-256 { $sha256 })
review-error-no-file = 提交件 { $submission } 没有原文件。
