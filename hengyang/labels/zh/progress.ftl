# 亮灯的标记、说明与理由。
flag-about = 约数,达到95%即算完成
flag-above_range = 超额,高于区间上限
flag-annual_path = 按年度目标计序时
flag-baseline_assumed = 基期值为推定
flag-baseline_published = 基期值取自公开数据
flag-check_consistent = 与对应指标相符
flag-check_inconsistent = 与对应指标不符
flag-deadline_assumed = 期限推定为2020年底
flag-evidence_missing = 缺完成佐证
flag-fallen_back = 曾达标后回落
flag-maintain = 基期已达标,须保持
flag-no_final_figure = 期满无最终数据
flag-no_planned_date = 未报下一阶段计划日期
flag-other_figures = 另有口径不同的公开数据
flag-overridden = 经评审改判
flag-reading_points = 按百分点解读
flag-reading_relative = 按相对增幅解读
flag-s_curve = 按S形曲线计序时
flag-single_point = 仅有一次数据
flag-stage_value = 阶段值,非实测
flag-stale = 数据陈旧
flag-start_assumed = 起算日推定为通知日

progress-and = ;
progress-stop = 。
progress-amount = { $value }{ $unit }
progress-points = { $points }个百分点
progress-not-due = { $name }自{ $start }起算,截至{ $day }未到期
progress-not-reported = 截至{ $day },{ $name }未报送可比的全市数据
progress-no-final = { $name }的期限{ $deadline }已过,最近数据停在{ $day }({ $actual }),缺最终数据
progress-value-met = 截至{ $day }{ $name }为{ $actual },已达到目标{ $aim }
progress-value-overdue = 截至{ $day }{ $name }为{ $actual },期限{ $deadline }已到,距目标{ $aim }还差{ $short }
progress-value-path = 截至{ $day }{ $name }为{ $actual },序时应为{ $expected },{ $gap }
progress-value-no-path = 截至{ $day }{ $name }为{ $actual },目标{ $aim };缺基期值和年度目标,无法计算序时
progress-value-early = 截至{ $day }{ $name }为{ $actual },早于首个年度目标,无法计算序时
progress-value-ambiguous = 截至{ $day }{ $name }为{ $actual };“提高{ $rise }%”可指百分点,也可指相对增幅,尚待选定读法
progress-value-ambiguous-baseline = 截至{ $day }{ $name }为{ $actual };“提高{ $rise }%”若指百分点应达到{ $points },若指相对增幅应达到{ $relative },尚待选定读法
progress-value-reading = 截至{ $day }{ $name }为{ $actual };读法已定,缺基期值,无法得出目标
progress-check = 截至{ $day }{ $name }为{ $actual },仅用于核对,不计数
progress-check-consistent = 截至{ $day }{ $name }为{ $actual },与对应指标之比{ $ratio },与原文之比{ $stated }相符
progress-check-inconsistent = 截至{ $day }{ $name }为{ $actual },与对应指标之比{ $ratio },与原文之比{ $stated }不符
progress-described = { $name }只作描述,不计量、不计数
progress-floor-held = 截至{ $day }{ $name }为{ $actual },守住下限{ $aim },余量{ $margin }
progress-floor-lost = 截至{ $day }{ $name }为{ $actual },低于下限{ $aim },差{ $margin }
progress-cap-held = 截至{ $day }{ $name }为{ $actual },守住上限{ $aim },余量{ $margin }
progress-cap-lost = 截至{ $day }{ $name }为{ $actual },突破上限{ $aim },超出{ $margin }
progress-band-held = 截至{ $day }{ $name }为{ $actual },在区间{ $low }至{ $high }的要求之内
progress-band-lost = 截至{ $day }{ $name }为{ $actual },基期已在区间{ $low }至{ $high }内,现已失守
progress-kept-held = 截至{ $day }{ $name }为{ $actual },基期已达到目标{ $aim },保持中
progress-kept-lost = 截至{ $day }{ $name }为{ $actual },基期已达到目标{ $aim },现已失守,差{ $short }
progress-trend-lost = 按近{ $months }个月速度({ $speed }),到{ $deadline }将为{ $forecast },守不住
progress-arrival = 按近{ $months }个月速度({ $speed }),{ $month }达到{ $aim }
progress-no-arrival = 按近{ $months }个月速度({ $speed }),到不了{ $aim }
progress-few-points = 数据点不足三个,不作预测
progress-speed-month = 每月{ $amount }
progress-speed-year = 每年{ $amount }
progress-stale = 此后再无新数据,已陈旧
progress-fallen-back = { $day }曾达标,现已回落
progress-override = 测算为{ $computed },评审改判为{ $light }({ $author }:{ $reason },至{ $expires }前有效)
progress-gap-behind = 落后{ $points }个百分点
progress-gap-ahead = 超前{ $points }个百分点
progress-gap-none = 与序时持平
progress-under = 不足{ $value }

progress-change-report = 报送{ $month }的全市可比数据后即可亮灯
progress-change-final = 报送{ $month }的最终数据后即可判断是否完成
progress-change-start = { $start }起开始亮灯
progress-change-baseline = 补报基期值或年度目标后即可计算序时;达到{ $aim }即为已完成
progress-change-wait = 报送首个年度目标日期以后的数据后即可亮灯
progress-change-reading = 选定读法并有基期值后即可亮灯
progress-change-check = 仅核对,不会亮灯
progress-change-described = 只描述,不会亮灯
progress-change-more = 多{ $amount }即转为“{ $light }”
progress-change-less = 少{ $amount }即转为“{ $light }”
progress-change-done = 报送完成并附佐证后即转为“{ $light }”
progress-change-evidence = 补齐完成佐证后即转为“{ $light }”
progress-change-date = 报送下一阶段的计划日期后即可亮灯
progress-change-passing = { $day }前未进入下一阶段即转为“{ $light }”
progress-change-next-stage = 进入下一阶段并报新的计划日期后即转为“{ $light }”
progress-change-breach = 一经报告违反即转为“{ $light }”
progress-change-restore = 恢复遵守并报送后即转为“{ $light }”
progress-change-stage = 报送进展阶段后即可亮灯
progress-change-standing = 报送遵守情况后即可亮灯

progress-milestone-not-due = “{ $name }”自{ $start }起算,截至{ $day }未到期
progress-milestone-not-reported = 截至{ $day },“{ $name }”未报送进展
progress-milestone-met = “{ $name }”已完成({ $day }报告),附有佐证
progress-milestone-overdue = “{ $name }”期限{ $deadline }已到,仍处于{ $stage }阶段({ $day }报告)
progress-milestone-no-date = “{ $name }”处于{ $stage }阶段({ $day }报告),未报下一阶段计划日期
progress-milestone-mismatch = “{ $name }”报告为“{ $stage }”,与其类型不符
progress-milestone-on-time = “{ $name }”处于{ $stage }阶段({ $day }报告),下一阶段计划{ $due },未到
progress-milestone-late = “{ $name }”处于{ $stage }阶段({ $day }报告),下一阶段计划{ $due },已过{ $late }天
progress-milestone-held = “{ $name }”:{ $day }报告遵守
progress-milestone-breached = “{ $name }”:{ $day }报告违反
progress-milestone-no-evidence = 报告为完成但无佐证,按验收阶段计

progress-step-attainment = 实现度 =({ $actual } − { $baseline })÷({ $aim } − { $baseline })= { $result }%
progress-step-band = 实现度 = 1 −(距区间边沿 { $actual } 到 { $aim })÷(基期 { $baseline } 到 { $aim })= { $result }%
progress-step-expected = 序时 =({ $day } − { $start })÷({ $deadline } − { $start })= { $gone } ÷ { $whole } 天 = { $result }%
progress-step-expected-other = 序时(年度目标或曲线)在 { $day } 为 { $result }%
progress-step-gap = 序时差 = { $attainment } − { $expected } = { $result } 个百分点
progress-step-margin = 余量 = { $result }
progress-step-distance = 距目标 { $aim } − { $actual } = { $result }
progress-step-light = 结果:{ $light }

progress-reason-not-due = { $day }起算
progress-reason-not-reported = 未报送
progress-reason-no-final = 期满无最终数据,最近为{ $day }
progress-reason-met = { $actual },已达到{ $aim }
progress-reason-overdue = { $actual },期满未达{ $aim }
progress-reason-path = { $actual },序时应为 { $expected };{ $gap }
progress-reason-margin-held = { $actual },余量 { $margin }
progress-reason-margin-lost = { $actual },失守 { $margin }
progress-reason-held = { $actual },保持中
progress-reason-lost = { $actual },已失守
progress-reason-no-path = { $actual },无从计算序时
progress-reason-check = { $actual },仅核对
progress-reason-described = 只描述,不计量
progress-reason-stage = { $stage }阶段
progress-reason-stage-late = { $stage }阶段;下一阶段计划 { $due },已过
progress-reason-stage-due = { $stage }阶段;下一阶段计划 { $due }
progress-reason-stage-overdue = { $stage }阶段;期限 { $deadline } 已到
progress-reason-standing = { $stage }
progress-reason-overridden = 评审改判:{ $reason }
progress-change-met = 若此后报告退回较早阶段({ $day }之后),则按新阶段亮灯
