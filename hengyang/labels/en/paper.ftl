paper-plan = { $plan } ({ $status })
paper-number-before = page{" "}
paper-number-between = {" "}of{" "}
paper-number-after = {""}
