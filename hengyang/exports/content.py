"""What one file that people keep is made from, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hengyang import progress
from hengyang.exports.register import Stamp
from hengyang.labels import Language, words
from hengyang.progress import DEFAULT_THRESHOLDS, Assessment, Thresholds
from hengyang.schema import Tables, Theme

#: Told how much of a file has been made, 0 to 1, rising.
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Content:
    """What one file is made from: the figures of an edition, chosen and worked out.

    tables: the whole plan at the release; assessment: at stamp.as_of, only what theme and department leave.
    """

    tables: Tables
    assessment: Assessment
    stamp: Stamp
    theme: Theme | None = None
    department: str | None = None

    @property
    def language(self) -> Language:
        return self.stamp.language

    @property
    def subject(self) -> str:
        """The theme's or the department's name; empty for the whole plan."""
        column = f"name_{self.language}"
        names = []
        if self.theme is not None:
            names.append(str(self.tables.themes.set_index("theme").loc[self.theme, column]))
        if self.department is not None:
            offices = self.tables.departments.set_index("department")
            names.append(str(offices.loc[self.department, column]))
        return words(self.language)("export-subject-separator").join(names)


def content_of(
    tables: Tables,
    as_of: date,
    *,
    is_demo: bool,
    language: Language,
    theme: Theme | None = None,
    department: str | None = None,
    edition: str = "",
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Content:
    """The content of a file: the plan, one theme, one department, or what both leave, judged on a day."""
    assessment = progress.assess(tables, as_of, thresholds)
    if theme is not None or department is not None:
        assessment = progress.narrowed(
            assessment,
            tables,
            themes=() if theme is None else (theme,),
            departments=() if department is None else (department,),
        )
    stamp = Stamp.of(tables, as_of, is_demo=is_demo, language=language, edition=edition)
    return Content(tables, assessment, stamp, theme, department)


def file_name(kind: str, content: Content) -> str:
    """补短板_2019-05_调度会_E12.pptx; theme or department behind the month, 演示数据 in front where it is one.

    Without an edition the release stands in its place.
    """
    say, stamp = words(content.language), content.stamp
    parts = [say("export-demo")] if stamp.is_demo else []
    parts += [say("export-short-plan"), f"{stamp.as_of:%Y-%m}"]
    parts += [content.subject] if content.subject else []
    parts += [say(f"export-named-{kind}"), stamp.edition or f"r{stamp.release}"]
    return re.sub(r'[\s\\/:*?"<>|]+', "-", "_".join(parts)) + f".{kind}"
