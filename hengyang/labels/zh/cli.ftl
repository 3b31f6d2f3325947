# 命令行的话。
cli-help =
    用法:python -m hengyang <命令> [选项]

    不用浏览器,得到各页面的同样答案。

    命令
      status          我们走到哪一步:结论、各主题、落后事项及原因
      explain <编号>  一项指标或里程碑为何亮这盏灯:输入、算式、结论(如 explain T05-3)
      plan            方案由什么组成:主题、任务、指标、里程碑、部门、保障措施
      projects            项目库:看板、灯、指标支撑、三年滚动投资计划(--output 存为 XLSX)
      divisions       12 个县市区:项目灯、投资、数值、与全市核对、本期未报
      cases           督办:红灯起于何时、持续几个月、谁在办、是否逾期
      consultation    征求意见:谁反馈了、意见如何处理、条文如何改(--on 看任意一天)
      roadmap         路线图:计划与实际、推迟、90 天内到期、无日期
      safeguards      保障措施:承诺与灯、绿色通道、项目衔接
      assessment      考核:各部门按公布规则的得分(--weights 试算)
      calendar        报送日历:谁、何时、该报什么
      workspaces      有哪些工作区、各有几个版本、数据到何时
      prepare         备好数据仓库(其他命令在缺少时也会自动准备)
      bring <名称>     把本方案收入数据湖(多个方案的数据仓库)
      rollup          汇总湖中全部方案:灯、速度、预测、名次(--workers N 或 --scheduler 地址)
      compare         湖中各方案的比较
      releases        全部版本:谁、何时、为什么、哪个文件、带来多少
      diff <版本> <版本>  两版之间不同的格与灯
      cell <编号>     一格的来历:每次的数值、由谁、出自哪个文件第几行
      editions        会议版本:冻结了什么、何时、由谁
      freeze          把会议要看的内容冻结为下一个会议版本
      audit           审计日志(CSV;--json 为 JSON)
      prune           合并小文件,清理没有任何版本需要的文件;默认只试运行
      import <文件>   读取台账:识别、检查、比较,没有错误就提交审核
      template        下载填报模板(按部门和月份)
      export <类型>   生成 pptx、docx、xlsx、pdf 文件,或图 svg、png
      submissions [编号]  各次提交进行到哪一步;写编号则逐条列出其数值变化
      discard <编号>  作废自己的草稿或被退回的提交件(审计日志仍保留)
      approve <编号>  核准一次提交,整份或逐条
      return <编号>   退回一次提交,整份或逐条,写明原因
      publish <编号>  把核准的提交发布为一个新版本
      restore <版本>  发布一个与旧版本相同的新版本,写明原因

    选项
      --json              输出 JSON(UTF-8)
      --workspace <名称>  工作区:demo(默认,模拟数据,与网页相同)或 official(只有公开数字)
      --as-of <日期>      截至日期:2019-05-31,或 2019-05(取月末);默认为最后一个有数值的月末
      --release <编号>    按过去的版本回答;默认为最新版本
      --known-on <日期>   按某日(北京时间)已发布的最新版本回答;与 --as-of(数字所属日期)是两回事
      --theme <主题>      只看一个主题:innovation、coordination、green、openness、sharing
      --division <代码>   cell:县市区,代码或名称;默认全市
      --task <编号>       roadmap:只看一项任务
      --baseline <版本>   roadmap:与这一版的计划比;默认为最初日期;projects:这一版之后结转了什么
      --roll-forward <年> template:三年滚动投资计划滚动到这一年起的三年,上年未完成的并入并单列
      --weights <权重>    assessment:试算的权重,如 progress=40,cases=20
      --date <日期>       cell:哪一期;默认最近有记录的一期
      --on <日期>         consultation:看哪一天的状态;默认为截至日期
      --apply             prune:真的合并和删除
      --lake <地址>       数据湖:文件夹或 URL;默认为环境变量 HENGYANG_LAKE
      --plan <名称>       对湖中这一个方案提问或操作
      --workers <个数>    rollup:在本机起几个计算进程
      --scheduler <地址>  rollup:已有的 Dask 调度器
      --lang <语言>       zh(默认)或 en
      --as <姓名>         由谁操作,按权限表(环境变量 HENGYANG_ROLES)核对;演示工作区另有 demo-reporter、demo-reviewer
      --period <月份>     填报月份:2019-07
      --department <名称> 填报部门
      --dry-run           只检查和比较,不提交
      --accept-warnings   逐条确认提醒属实,并记在提交人名下(不写则记为未确认)
      --leave-out-faulty  不报有错误的行,其余照常提交
      --take <名称=编号>  import:文件中的名称是指哪个指标或里程碑,可多次
      --rows <条目>       只针对这些条目:1,3-5
      --reason <原因>     退回、恢复的原因
      --seen <版本>       restore:您看过的最新版本;之后又有新版本时不予恢复
      --deck <哪一套>     freeze:plan、theme、department、red、since
      --paper <哪一种>    export pdf:deck、bulletin、register
      --slide <第几张>    export svg、png:哪一张幻灯片的图
      --title <标题>      freeze:标题
      --output <文件>     模板、文件存到哪里
      --file <文件>       submissions <编号>:把收到的原文件写到这里
      --edition <编号>    export:按会议版生成
      -h, --help          显示本说明;命令 --help 显示该命令的说明

    环境变量 HENGYANG_STORE 指定数据仓库的位置。参数有误时退出码为 2。

cli-error-arguments = 无法识别的命令行:{ $detail }
cli-error-command = 没有命令“{ $value }”。可用命令:{ $known }
cli-error-no-command = 请给出命令:{ $known }(--help 查看说明)
cli-error-unknown = 无法识别的参数“{ $name }”(--help 查看说明)
cli-error-no-task = 没有任务 { $value }。任务编号为 1 至 { $most };0 为总目标与保障措施。
cli-error-task-number = “{ $value }”不是任务编号,请写整数,如 5。
cli-error-year = “{ $value }”不是可以滚动到的年份,请写 2010 至 2038。
cli-error-no-value = 选项 { $option } 不带值。
cli-error-take = “{ $value }”应写作“名称=编号”,例如 --take "管廊里程=T05-3"。
cli-error-take-unknown = 方案中没有编号“{ $value }”。
cli-error-take-name = 文件中没有待确认的名称“{ $value }”。
cli-error-value-missing = 选项 { $option } 后面缺少值。
cli-error-language = 没有语言“{ $value }”。可用语言:{ $known }
cli-error-workspace = 没有工作区“{ $value }”。可用工作区:{ $known }
cli-error-theme = 没有主题“{ $value }”。可用主题:{ $known }
cli-error-deck = 没有“{ $value }”这一套幻灯片。可用:{ $known }
cli-error-date = “{ $value }”不是日期,请写成 2019-05-31 或 2019-05。
cli-error-slide-number = “{ $value }”不是幻灯片页码,请写正整数。
cli-error-release-number = “{ $value }”不是版本编号,请写正整数。
cli-error-release = 工作区 { $workspace } 没有版本 { $value },最新为版本 { $newest }。
cli-error-no-file = 请给出文件,如 import 台账.xlsx
cli-error-no-submission = 请给出提交件的编号(submissions 列出全部)
cli-error-no-number = 请给出版本编号
cli-error-rows = “{ $value }”不是条目编号,请写成 1,3-5。
cli-error-no-subject = 请给出指标或里程碑的编号,如 explain T05-3
cli-error-subject = 没有指标或里程碑“{ $value }”。
cli-error-subject-near = 没有指标或里程碑“{ $value }”。是不是:{ $near }

cli-fact = { $name } { $value }
cli-simulated = 模拟数据
cli-real = 真实数据
cli-workspace = { $name }:{ $kind },{ $releases } 个版本,最新为版本 { $newest },数据截至 { $as-of }
cli-prepared = 数据仓库已备好:{ $store }({ $workspaces })

cli-status-basis = 工作区 { $workspace } · 版本 { $release } · 截至{ $as-of } · 方法 v{ $method }
cli-theme = { $name }:主题灯 { $light },已报 { $reported }/{ $due }({ $counts })
cli-behind = [{ $light }] { $subject } { $name }:{ $reason }

cli-plan-dates = { $issuer },{ $notice-date } 发函,{ $published-on } 发布,{ $reply-due } 前反馈意见
cli-plan-silence = 逾期未反馈视为同意。
cli-plan-themes = 主题
cli-plan-tasks = 任务
cli-plan-targets = 指标
cli-plan-measured = 其中:计量
cli-plan-described = 其中:只描述
cli-plan-counted = 其中:计入统计
cli-plan-milestones = 里程碑
cli-plan-departments = 部门
cli-plan-assignments = 责任关系
cli-plan-safeguards = 保障措施
cli-plan-divisions = 县市区
cli-plan-source_defects = 原文疑点
cli-plan-published_figures = 公开数字

cli-inputs = 输入
cli-input = {"  "}{ $name } = { $value }
cli-arithmetic = 算式
cli-input-rule = 规则
cli-input-commitment = 承诺
cli-input-frequency = 报送频次
cli-input-unit = 计量单位
cli-input-baseline = 基期值
cli-input-start = 起算日
cli-input-target = 目标值
cli-input-target_low = 目标低值
cli-input-target_high = 目标高值
cli-input-aim = 用以评判的目标
cli-input-deadline = 到期日
cli-input-actual = 完成值
cli-input-reference_date = 数值日期
cli-input-source = 来源
cli-input-curve = 路径
cli-input-annual_targets = 年度目标
cli-input-recent_per_year = 近期速度(每年)
cli-input-required_per_year = 所需速度(每年)
cli-input-arrival_date = 按近期速度到达日
cli-input-readings = 两种读法
cli-input-stage = 阶段
cli-input-stage_share_pct = 阶段值(%)
cli-input-next_stage_due = 下一阶段计划
cli-input-evidence = 依据
cli-input-flags = 标记
cli-curve-linear = 直线
cli-curve-s_curve = S形
cli-projects-line = { $number } { $name }:{ $light },{ $why }
cli-help-status =
    用法:python -m hengyang status [--workspace W] [--theme T] [--as-of 日期] [--release N] [--json]

    总览的结论:各主题、任务、指标和里程碑的灯,需要关注的在前。

    JSON
      is_simulated, plan_status_zh/_en, finding_zh/_en, workspace, release, as_of, method_version
      themes       [theme, light, counts(各灯指标数), milestone_counts, reported, due, stale, tasks]
      plan_items   [id, rule, commitment, light, computed_light, actual, baseline, target, attainment_pct, expected_pct,
                   gap_points, margin, reference_date, deadline, stale, flags];未报送为 null
