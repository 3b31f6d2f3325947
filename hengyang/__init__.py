"""Progress of Hengyang's 2017 action plan to fill key gaps in public facilities.

The rooms, each with what it may look at inside the package (everybody may read errors, schema, labels
and remembered, which look at nothing below them):

errors      every exception                                            ← nothing
schema      the nouns: enums, and the tables with columns and units    ← errors
labels      the words a reader sees, in Chinese and English            ← schema
remembered  answers of pure functions, kept for the next reader        ← nothing
access      who may do what, decided in one table                      ← nobody else
plan        the notice and data/: themes, tasks, targets, quotes       ← nobody else
demo        invented monthly reports for the real plan                 ← nobody else
store       tables under releases: append, publish, read               ← plan, demo
progress    the arithmetic: how a value becomes a light                ← nobody else
delivery    projects: their lights, coverage of targets, rolling plan    ← progress
history     releases compared, the life of a cell, as known on a day   ← progress
lake        how each of many plans stands, their order; one machine or several   ← store, progress
ingest      received files to typed tables, findings, differences    ← plan, progress, delivery
review      from a proposal to a release: draft, decide, publish         ← store, access, delivery
inspection  red lights: ask, reply, verify, close; departments appraised  ← progress, delivery, store, access, review
meeting     editions that pin what was shown, decks as plain data       ← store, access, progress, delivery
charts      frames to HTML, SVG and figures                            ← plan, progress, delivery, history, ingest, review, access, meeting
exports     frames to files people keep                                ← plan, progress, delivery, meeting, charts
ui          the only room that knows Streamlit                         ← plan, store, progress, delivery, history, ingest, charts, exports, access, review, inspection, meeting
commands    the pages' answers without a browser                       ← plan, store, progress, lake, delivery, history, charts, exports, access, review, inspection, ingest, meeting

The arrow: data → store → progress → charts, exports → ui → pages → app. tests/test_architecture.py holds it.
"""
