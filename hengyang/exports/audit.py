"""The audit log as a CSV that Excel and WPS open rightly and that runs nothing."""

from __future__ import annotations

import re

import pandas as pd

from hengyang.exports.register import Stamp, text_only
from hengyang.labels import BEIJING, words
from hengyang.schema import TABLES

_INSTANT = "%Y-%m-%d %H:%M:%S"


def audit_csv(log: pd.DataFrame, stamp: Stamp) -> bytes:
    """One row an event, UTF-8 with BOM, text that a spreadsheet would run made harmless; times are Beijing's.

    log: history.audit, its events, actors and reasons already in the reader's words. The last columns say whose log it is.
    """
    say = words(stamp.language)
    table = log.assign(at=log["at"].dt.tz_convert(BEIJING).dt.strftime(_INSTANT))
    table = table.astype("object").where(table.notna(), "").map(text_only)
    table = table.rename(
        columns={
            name: say("export-audit-rows", table=say(f"table-{name}"))
            if name in TABLES
            else say(f"export-audit-{name}")
            for name in log.columns
        }
    )
    for label, value in list(stamp.items().items())[:3]:  # nature, plan, status
        table[label] = str(text_only(value))
    text: str = table.to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def audit_file_name(stamp: Stamp) -> str:
    """演示数据_补短板_审计日志_r26.csv"""
    say = words(stamp.language)
    parts = [say("export-demo")] if stamp.is_demo else []
    parts += [say("export-audit-file"), f"r{stamp.release}"]
    return re.sub(r'[\s\\/:*?"<>|]+', "-", "_".join(parts)) + ".csv"
