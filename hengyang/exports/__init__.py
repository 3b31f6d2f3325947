"""Frames → files people keep. What came from readers is text in them, never a formula.

Files that people go on editing (PPTX, DOCX, XLSX, PDF) come through makers.made.
"""

from hengyang.exports.appraisal_workbook import appraisal_name, appraisal_workbook
from hengyang.exports.audit import audit_csv, audit_file_name
from hengyang.exports.register import Stamp, csv_bytes, file_name, register
from hengyang.exports.reporting_files import calendar_ics, calendar_name, calendar_workbook
from hengyang.exports.roadmap_files import RoadmapPaper, made_roadmap, roadmap_name
from hengyang.exports.rolling_plan import rolling_plan_name, rolling_plan_workbook
from hengyang.exports.supervision_letter import letter_docx, letter_name

__all__ = [
    "RoadmapPaper",
    "Stamp",
    "appraisal_name",
    "appraisal_workbook",
    "audit_csv",
    "audit_file_name",
    "calendar_ics",
    "calendar_name",
    "calendar_workbook",
    "csv_bytes",
    "file_name",
    "letter_docx",
    "letter_name",
    "made_roadmap",
    "register",
    "roadmap_name",
    "rolling_plan_name",
    "rolling_plan_workbook",
]
