paper-plan = { $plan }({ $status })
paper-number-before = 第{" "}
paper-number-between = {" "}页,共{" "}
paper-number-after = {" "}页
