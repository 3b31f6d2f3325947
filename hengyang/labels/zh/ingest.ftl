# Why a received file was not taken, and what to do. One sentence each.
rejected-empty = 文件是空的;请确认导出或另存时已保存内容,再重新上传。
rejected-too-large = 文件有 { $size } MB,超过上限 { $limit } MB;请删去图片和无关工作表,或分几次上传。
rejected-encrypted = 文件加了密码,无法读取;请在 Excel 或 WPS 中取消密码(文件 → 信息 → 保护工作簿)后另存,再上传。
rejected-corrupt = 文件已损坏,无法读取;请用 Excel 或 WPS 打开原文件,另存为 .xlsx 后再上传。
rejected-type = 这是 { $kind } 文件,不是表格;请上传 XLSX、XLSM、XLS、ODS、CSV 或 TSV 文件。
rejected-save-as = 这是 { $kind } 格式的文件,这里不能读取;请用 Excel 或 WPS 打开,另存为 .xlsx 后再上传。
rejected-bomb = 文件解压后异常之大(约 { $size } MB),未予读取;请新建工作簿,把需要报送的表复制进去再上传。
rejected-sheets = 工作簿有 { $sheets } 个工作表,超过上限 { $limit } 个;请只保留需要报送的工作表。
rejected-rows = 文件有 { $rows } 行以上的内容,超过上限 { $limit } 行;请分几次上传。
rejected-cells = 工作表占用 { $cells } 个单元格,超过上限 { $limit } 个;请删去表格右边和下边的多余行列,或分几次上传。
rejected-encoding = 认不出文字编码;请用 Excel 或 WPS 打开后另存为 .xlsx,或另存为“CSV UTF-8”再上传。
rejected-no-table = 找不到可识别的表;请检查表头是否有“指标”(或“编号”)和“完成值”(或各期间)等列,或从本页下载模板填写。
rejected-two-sheets = 工作表“{ $first }”和“{ $second }”都填报了 { $subject } 的同一数值;请只保留其中一个,再重新上传。

# What is worth telling about a file that was taken.
ingest-note-macros = 文件含有宏;宏从不运行,文件原样保存。
ingest-note-other-kind = 文件名后缀是 { $suffix },内容是 { $kind };已按内容读取。
ingest-note-hidden = 隐藏的工作表“{ $sheet }”没有读取。
