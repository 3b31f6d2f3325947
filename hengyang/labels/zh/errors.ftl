error-plan = 无法完成:{ $detail }
error-data-missing = 找不到{ $name }。
error-schema-mismatch = 表“{ $table }”的数据与定义不符。
error-upload-rejected = 文件未被接收。
error-target-undefined = 目标值与基期值相等,无法计算实现度。
error-stale-release = 已有人先行发布,请核对变化后重试。
error-not-allowed = 您没有权限进行此操作。
error-no-release = 没有版本 { $number },最新为版本 { $newest }。
