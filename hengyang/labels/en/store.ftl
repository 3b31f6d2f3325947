store-reason-plan = Action plan loaded (draft for comment)
store-reason-published-figures = Publicly released real figures entered
store-reason-added = Initial rows of tables that this version adds

store-actor-system = System
store-actor-demo-reviewer = Demo reviewer
store-actor-demo-analyst = Demo analyst
store-cannot-keep = The received file cannot be kept: { $detail }. The store is untouched; check disk space and write permission, then try again.
