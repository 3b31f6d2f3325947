"""Frames → files people keep: CSV and XLSX. What came from readers is text in them, never a formula."""

from hengyang.exports.audit import audit_csv, audit_file_name
from hengyang.exports.register import Stamp, csv_bytes, file_name, register, xlsx_bytes

__all__ = [
    "Stamp",
    "audit_csv",
    "audit_file_name",
    "csv_bytes",
    "file_name",
    "register",
    "xlsx_bytes",
]
