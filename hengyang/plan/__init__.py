"""A plan document: its themes, tasks, targets and assignments, each with the sentence that it rests on.

data/source/ holds the notice and the curated CSVs; `build` turns them into data/*.parquet, `load` reads those.
"""

from hengyang.plan.facts import plan_facts
from hengyang.plan.load import DATA_DIR, load_plan
from hengyang.plan.passages import highlights, sentences_naming
from hengyang.plan.quotes import quote_faults
from hengyang.plan.search import SearchIndex, search, search_index

__all__ = [
    "DATA_DIR",
    "SearchIndex",
    "highlights",
    "load_plan",
    "plan_facts",
    "quote_faults",
    "search",
    "search_index",
    "sentences_naming",
]
