store-reason-plan = Action plan loaded (draft for comment)
store-reason-published-figures = Publicly released real figures entered
