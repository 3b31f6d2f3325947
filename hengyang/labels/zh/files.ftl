# 可以继续编辑的文件:幻灯片、公文、台账、PDF。
export-edition = 会议版
export-short-plan = 补短板
export-subject-separator = ·
export-named-pptx = 调度会
export-named-pdf = 调度会
export-error-kind = 没有文件类型“{ $value }”。可用类型:{ $known }
export-error-paper = PDF 没有“{ $value }”这一种。可用:{ $known }
export-error-paper-kind = --paper 只用于 pdf,不能与 { $kind } 同用
export-error-no-kind = 请给出文件类型,如 export pptx
export-error-no-output = 请用 --output 说明文件存到哪里
export-error-suffix = { $path } 不是 { $kind } 文件的名称。
export-error-beside-edition = 会议版已定下数据范围,不能再写 { $option }。
export-error-no-edition = 没有会议版“{ $value }”。
export-error-which-edition = 几个工作区都有会议版“{ $value }”,请写明:{ $known }
export-done = 已生成 { $path }(依据版本 { $release })
export-progress = 生成中 { $percent }%
cli-help-export =
    用法:python -m hengyang export pptx|docx|xlsx|pdf|svg|png --edition 编号 | --workspace W --as-of 日期 [--theme 主题] [--department 部门] [--lang en] [--paper deck|bulletin|register] [--slide 第几张] --output 文件或文件夹 [--json]

    把会议版,或某工作区截至某日的全方案、一个主题、一个部门,生成可以继续编辑的文件。先在旁边写完整再改名,不会留下半个文件;
    存入文件夹时用自己的文件名,不覆盖已有文件。--paper 说 PDF 是什么:deck 幻灯片(默认)、bulletin 督查通报、register 台账。
    svg、png 是幻灯片上的图:--slide 写明哪一张,或让 --output 指向文件夹,有图的幻灯片一张一个文件。

    JSON:file, files, kind, paper, edition, workspace, is_simulated, release, as_of, theme, department, language, bytes
slides-layout-cover = 封面
slides-layout-text = 标题与文字
slides-layout-chart = 标题与图表
slides-layout-table = 标题与表格
slides-theme = 补短板
slides-prompt = 单击此处编辑
slides-expected = 序时应达
files-export = 导出文件
files-kind = 文件类型
files-kind-pptx = 幻灯片 PPTX
files-kind-docx = 通报 DOCX
files-kind-xlsx = 台账 XLSX
files-kind-pdf = PDF
files-paper = PDF 内容
files-paper-deck = 幻灯片
files-paper-bulletin = 督查通报
files-paper-register = 台账
files-make = 生成
files-making = 正在生成
files-take = 下载 { $name }
files-frozen = 数字按会议版,今后再下载也相同。
files-unfrozen = 按当前选择生成,尚未冻结为会议版。
export-named-docx = 督查通报
export-named-xlsx = 台账
export-rows = { $count } 项
export-named-svg = 图
export-named-png = 图
export-error-slide = 第 { $value } 张没有图。有图的幻灯片:{ $known }
export-error-no-chart = 这套幻灯片没有图。
export-error-which-slide = 这套幻灯片不止一张图:请用 --slide 写明第几张,或让 --output 指向文件夹,一张一个文件
export-error-slide-kind = --slide 只用于 svg 和 png,不能与 { $kind } 同用
export-done-all = 已在 { $path } 生成 { $count } 个文件(依据版本 { $release })
files-kind-svg = 图 SVG
files-kind-png = 图 PNG
files-slide = 哪一张的图
files-slide-all = 全部 { $count } 张,打包为 ZIP
files-slide-one = 第 { $number } 张 { $title }
files-of = 数字取自
files-of-now = 当前选择(未冻结)
