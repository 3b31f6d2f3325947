"""Office files are zip packages: here the moments leave them in which libraries say that they were made."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def steady(package: bytes, day: date) -> bytes:
    """The package with every moment in it set to a day, its workbooks included: the same content, the same bytes."""
    made = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename.endswith("docProps/core.xml"):
                part = _MOMENT.sub(rb"\g<1>%sT00:00:00Z\g<3>" % day.isoformat().encode(), part)
            elif info.filename.endswith(".xlsx"):
                part = steady(part, day)
            fixed = ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type = ZIP_DEFLATED
            new.writestr(fixed, part)
    return made.getvalue()
