"""The register (台账) as a workbook: indicators, milestones, sums that stay live, method and sources.

Numbers are numbers with their unit in the format; 未报送 is a word and never 0; text stays text whatever it
begins with. Sums are formulas over the sheets beside them, their values worked out here as well.
"""

from __future__ import annotations

from io import BytesIO

from hengyang.exports.content import Content, Progress
from hengyang.exports.packages import steady
from hengyang.exports.told import Told
from hengyang.exports.workbook_sheets import Book
from hengyang.exports.workbook_sums import write_sums
from hengyang.exports.workbook_tables import indicator_table, milestone_table, write_about


def xlsx_bytes(content: Content, progress: Progress) -> bytes:
    """The register of the plan, a theme, a department or of whatever the assessment was narrowed to."""
    import xlsxwriter

    told = Told(content)
    buffer = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as file:
        book = Book(file, told)
        indicators = book.write_register(indicator_table(told))
        progress(0.4)
        milestones = book.write_register(milestone_table(told))
        progress(0.6)
        write_sums(book, indicators, milestones)
        write_about(book)
        progress(0.8)
    return steady(buffer.getvalue(), content.stamp.as_of)
