"""When something happened, as readers tell it: in Beijing time. What is stored stays UTC."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")


def in_beijing(instant: datetime) -> datetime:
    """The instant on a clock in Hengyang.

    >>> from datetime import UTC
    >>> in_beijing(datetime(2019, 7, 8, 18, 30, tzinfo=UTC)).isoformat()
    '2019-07-09T02:30:00+08:00'
    """
    return instant.astimezone(BEIJING)


def instant(value: datetime) -> str:
    """2019-07-09 02:30; whoever shows it says beside it that this is Beijing time.

    >>> from datetime import UTC
    >>> instant(datetime(2019, 7, 8, 18, 30, tzinfo=UTC))
    '2019-07-09 02:30'
    """
    return f"{in_beijing(value):%Y-%m-%d %H:%M}"
