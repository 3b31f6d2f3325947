# 征求意见:谁被征求、谁反馈、意见如何处理、条文如何修改。
consultation-section = 查看
consultation-section-asked = 反馈情况
consultation-section-proposals = 意见与采纳
consultation-section-text = 修改对照
consultation-on = 看哪一天
consultation-on-day = { $day }的状态
consultation-title-before = 尚未发出征求意见;通知落款为{ $day }
consultation-title-waiting = 距反馈期限还有 { $days } 天:已反馈 { $heard } 家,待反馈 { $waiting } 家
consultation-title-last-day = 今天是反馈期限:已反馈 { $heard } 家,待反馈 { $waiting } 家
consultation-title-over = 期限已过 { $days } 天:收到反馈 { $heard } 家,视同无不同意见 { $deemed } 家{ $withdrawn ->
    [0] {""}
   *[other] ,撤回 { $withdrawn } 家
},本系统未收录 { $unknown } 家
consultation-title-nothing = 期限已过 { $days } 天;本系统未收录任何反馈,不能据此认定有无不同意见
consultation-title-proposals = 意见 { $total } 条:采纳 { $accepted }、部分采纳 { $partly }、不采纳 { $rejected },未答复 { $pending },已撤回 { $withdrawn }
consultation-title-no-proposals = 截至这一天,本系统未收录任何修改意见
consultation-title-text = 已采纳的 { $proposals } 条意见改动 { $clauses } 处条款,新旧逐词对照
consultation-title-no-text = 截至这一天,没有意见被采纳,条文未改
consultation-days-left = 天后截止
consultation-days-passed = 天前已截止
consultation-days-before = 天后发出通知
consultation-due = { $asked }发出,{ $due }前反馈
consultation-reading = “前”按含当日读取。沉默即同意只按台账判断:期限过后核对台账、确认未收到反馈的,才列为“视同无不同意见”;本系统没有记录,不等于对方没有反馈。
consultation-days = 逐日收到的反馈
consultation-day = { $day }:收到 { $count } 份
consultation-sum = 收到来文 { $replies } 份:{ $counted } 份各算一家,即标题所数{ $taken-back ->
    [0] {""}
   *[other] ;{ $taken-back } 份已撤回({ $which })
}{ $withdrawal ->
    [0] {""}
   *[other] ;{ $withdrawal } 份是撤回函
}{ $superseded ->
    [0] {""}
   *[other] ;{ $superseded } 份与同一单位的另一份重复
}{ $beyond ->
    [0] {""}
   *[other] 。其中 { $beyond } 份晚于图上各日
}。
consultation-sic = [原文如此]
consultation-states = 各家处于什么状态
consultation-group-departments = 市直有关部门({ $count } 家)。通知未列名单,按方案中列名的部门推定
consultation-group-parks = 工业园区(已知 { $count } 家)。通知未列名单
consultation-group-divisions = 各县市区发改局({ $count } 家)。通知未逐一列名,按 12 个县市区推定
consultation-group-offices = 委内相关科室(已知 { $count } 家)。通知未列名单
consultation-head-who = 征求对象
consultation-head-state = 状态
consultation-head-replied = 反馈日期
consultation-head-stamp = 公章
consultation-head-proposals = 意见(条)
consultation-unlisted = 其余:无名单,无法逐一判断
consultation-taken-back = 已撤回 { $replies }
consultation-checked = { $day }核对未收到
consultation-all = 看全部意见
consultation-seal-not_asked = –
consultation-seal-waiting = 待
consultation-seal-proposals = 议
consultation-seal-no_opinion = 同
consultation-seal-unstamped = 缺
consultation-seal-withdrawn = 撤
consultation-seal-late = 迟
consultation-seal-deemed_consent = 默
consultation-seal-not_recorded = ?
reply-state-not_asked = 尚未征求
reply-state-waiting = 待反馈
reply-state-proposals = 提出意见
reply-state-no_opinion = 无意见
reply-state-unstamped = 未盖公章
reply-state-withdrawn = 已撤回
reply-state-late = 逾期反馈
reply-state-deemed_consent = 视同无不同意见
reply-state-not_recorded = 未收录
consultation-means-not_asked = 通知尚未发出
consultation-means-waiting = 期限未到,尚无有效反馈
consultation-means-proposals = 期限内反馈,提出修改意见
consultation-means-no_opinion = 期限内反馈,无不同意见
consultation-means-unstamped = 期限内有反馈,但未按要求盖章;不算沉默
consultation-means-withdrawn = 反馈后撤回,未再反馈;不算沉默
consultation-means-late = 期限后才反馈;按通知应视同无不同意见,是否研究由起草单位定
consultation-means-deemed_consent = 期限已过,核对台账确认未收到反馈
consultation-means-not_recorded = 期限已过,本系统未收录反馈,也未记载核对结果
reply-stamp-stamped = 已盖章
reply-stamp-not_stamped = 未盖章
proposal-state-pending = 未答复
proposal-state-accepted = 采纳
proposal-state-partly = 部分采纳
proposal-state-rejected = 不采纳
proposal-state-withdrawn = 已撤回
proposal-sign-pending = …
proposal-sign-accepted = ✓
proposal-sign-partly = ◐
proposal-sign-rejected = ✕
proposal-sign-withdrawn = ↩
consultation-flag-is_late = 逾期
consultation-flag-is_unstamped = 未盖公章
consultation-line-argument = 理由
consultation-line-conflict = 与其他单位意见冲突
consultation-line-overlapping = 与在先决定改动同一处,未能并入
consultation-no-proposals = 本系统未收录任何修改意见。
consultation-no-text = 没有采纳的意见,条文与征求意见稿相同。
consultation-pending = 尚未答复。
consultation-withdrawn = 提出单位已撤回。
consultation-decided = { $day } { $state }
consultation-no-day = 日期未记
consultation-no-reason = 未说明理由
consultation-old = 原文
consultation-proposed = 建议改为
consultation-struck = 建议
consultation-settled = 决定改为
consultation-new = 修改后
consultation-nothing = 删去
consultation-by = 依据意见 { $proposals }
consultation-key = 其余文字逐字保留
consultation-key-deleted = 删去的词
consultation-key-inserted = 新增的词
cli-consultation-who = { $state } { $who }
cli-consultation-proposal = { $proposal } { $clause } { $who } { $state }:“{ $old }” → “{ $proposed }”
