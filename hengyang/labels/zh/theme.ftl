theme-roll-up = 主题灯:{ $light }。应报 { $due } 项,已报 { $reported } 项,其中绿 { $green }、红 { $red };报送不足八成不亮灯,红占两成以上为红,非绿占两成以上为黄。
theme-bullet-key = 细条 = 目标实现度;竖线 = 序时应达;数值 / 目标;右为序时差(百分点)。
theme-trends = 各指标走势
theme-explore = 细看(可缩放的图)
theme-gap-caption = 实现度与序时进度之差
theme-finding = { $theme }:{ $counted } 项指标中{ $green ->
    [0] 没有一项
   *[other] {" "}{ $green } 项
}已完成、正常或基本正常{ $needy ->
    [0] {""}
   *[other] ,{ $needy } 项滞后或更差
}{ $missing ->
    [0] {""}
   *[other] ,{ $missing } 项未报送
}
theme-finding-empty = { $theme }:所选范围内没有计入统计的指标
