print-plan = { $plan }({ $status })
print-number-before = 第{" "}
print-number-between = {" "}页,共{" "}
print-number-after = {" "}页
print-file = 补短板
print-pdf = 下载 PDF
print-pdf-help = 本页内容排成 A4 纸,文字可搜索、可复制
print-searched = 表中查找:{ $query }
