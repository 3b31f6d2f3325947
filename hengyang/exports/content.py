"""What one file that people keep is made from, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from hengyang.exports.register import Stamp
from hengyang.labels import Language, words
from hengyang.meeting import Deck, Edition, Material, selected
from hengyang.progress import Assessment
from hengyang.schema import Tables, Theme

#: Told how much of a file has been made, 0 to 1, rising.
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Content:
    """What one file is made from: the figures of an edition, frozen or not, chosen and worked out.

    tables: the whole plan at the release; assessment: at stamp.as_of, only what the edition's filters leave;
    earlier: the same selection at the last meeting, else one reporting period before. theme, department: the one
    that the edition is about, None where it is about several or all.
    """

    tables: Tables
    assessment: Assessment
    stamp: Stamp
    theme: Theme | None = None
    department: str | None = None
    earlier: Content | None = None
    material: Material | None = field(default=None, repr=False)

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

    @cached_property
    def deck(self) -> Deck:
        """The edition's slides in the content's language."""
        assert self.material is not None, "an earlier state has no deck"
        return self.material.deck(self.language)


def content_of(material: Material, *, is_demo: bool, language: Language) -> Content:
    """The content of a file: what an edition shows, in a language."""
    edition, tables = material.edition, material.tables

    def of(assessment: Assessment, stamped: Edition) -> Content:
        stamp = Stamp.of(
            tables,
            assessment.as_of,
            is_demo=is_demo,
            language=language,
            edition=stamped.id or "",
        )
        return Content(
            tables,
            assessment,
            replace(stamp, release=stamped.release),
            Theme(edition.themes[0]) if len(edition.themes) == 1 else None,
            edition.departments[0] if len(edition.departments) == 1 else None,
        )

    earlier = None
    if material.earlier_whole is not None:
        then = selected(material.earlier_whole, tables, edition)
        earlier = of(then, material.earlier or replace(edition, number=None))
    return replace(of(material.assessment, edition), earlier=earlier, material=material)


#: A PDF of these is called what the file to go on editing is called.
_NAMED_AS = {"bulletin": "docx", "register": "xlsx"}


def file_name(kind: str, content: Content, paper: str | None = None) -> str:
    """补短板_2019-05_调度会_E12.pptx; theme or department behind the month, 演示数据 in front where it is one.

    Without an edition the release stands in its place. paper: what a PDF is of.
    """
    say, stamp = words(content.language), content.stamp
    parts = [say("export-demo")] if stamp.is_demo else []
    parts += [say("export-short-plan"), f"{stamp.as_of:%Y-%m}"]
    parts += [content.subject] if content.subject else []
    parts += [
        say(f"export-named-{_NAMED_AS.get(paper or kind, kind)}"),
        stamp.edition or f"r{stamp.release}",
    ]
    return re.sub(r'[\s\\/:*?"<>|]+', "-", "_".join(parts)) + f".{kind}"
