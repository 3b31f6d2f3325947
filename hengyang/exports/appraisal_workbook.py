"""The assessment of departments as a workbook that an office can check: weights in cells, scores and ranks as formulas.

Scores come from the items beside them: whoever changes a weight or a credit sees score and rank follow.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pandas as pd
from xlsxwriter.utility import xl_rowcol_to_cell

from hengyang.charts.appraisal import obstacle_because
from hengyang.delivery import COMPONENTS, Appraisal
from hengyang.exports.content import Content
from hengyang.exports.packages import steady
from hengyang.exports.register import Stamp, stamped_name
from hengyang.exports.told import Told
from hengyang.exports.workbook_sheets import HEAD, Book, day_of
from hengyang.labels import words
from hengyang.progress import Assessment
from hengyang.progress.needs import names
from hengyang.schema import Tables

_WEIGHTS = HEAD + 1  # the row of the weights
_FIRST = HEAD + 5  # the first department
_FIRST_ITEM = HEAD + 1
#: Columns of the scores: department, rank, score, is ranked, then the components.
_RANK, _SCORE, _RANKED, _PARTS = 1, 2, 3, 4
#: Columns of the items.
_OFFICE, _COMPONENT, _WEIGHT, _CREDIT, _KNOWN, _CREDITED = 0, 1, 6, 7, 8, 9


def appraisal_name(stamp: Stamp) -> str:
    """演示数据_部门考核_2019-06_r26.xlsx"""
    return stamped_name([words(stamp.language)("appraisal-file")], stamp, "xlsx")


def appraisal_workbook(
    appraisal: Appraisal, tables: Tables, assessment: Assessment, stamp: Stamp
) -> bytes:
    """Three sheets: scores (formulas over the items), items, the rule. Text is never a formula; not known is empty."""
    import xlsxwriter

    told = Told(Content(tables, assessment, stamp))
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as file:
        book = Book(file, told)
        scores = book.sheet(book.say("appraisal-sheet-scores"))
        items = book.sheet(book.say("appraisal-sheet-items"))
        _write_items(book, items, appraisal, told)
        _write_scores(book, scores, appraisal, told)
        _write_rule(book, appraisal)
    return steady(buffer.getvalue(), stamp.as_of)


def _offices(told: Told) -> dict[str, str]:
    column = told.tables.departments.set_index("department")[f"name_{told.language}"]
    return {str(name): str(value) for name, value in column.items()}


def _reason(component: str, reason: str, appraisal: Appraisal, book: Book) -> str:
    say = book.say
    if component == "progress":
        return say(f"light-{reason}")
    if reason == "unanswered":
        days = appraisal.rule.section("cases")["reply_within_days"]
        return say("appraisal-reason-unanswered", days=f"{days:g}")
    return say(f"appraisal-reason-{reason}")


def _write_items(book: Book, sheet: Any, appraisal: Appraisal, told: Told) -> None:
    say, name_of, offices = book.say, names(told.tables, told.language), _offices(told)
    widths = (30, 10, 14, 34, 12, 26, 8, 10, 12, 12, 8)
    heads = [
        say("appraisal-head-office"),
        say("appraisal-sheet-component"),
        say("appraisal-item-subject"),
        say("appraisal-sheet-task"),
        say("appraisal-item-days"),
        say("appraisal-item-reason"),
        say("appraisal-item-weight"),
        say("appraisal-item-credit"),
        say("appraisal-sheet-known"),
        say("appraisal-sheet-credited"),
        say("appraisal-sheet-release"),
    ]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    book.write_head(sheet, HEAD, heads, widths)
    number = book.style(num_format="0.##", align="right", valign="top")
    for row, item in enumerate(appraisal.items.to_dict("records"), start=_FIRST_ITEM):
        subject, component = str(item["subject"]), str(item["component"])
        texts = [
            offices[str(item["department"])],
            say(f"appraisal-component-{component}"),
            subject,
            name_of.get(subject) or name_of.get(subject.rsplit("-", 2)[0]),
            day_of(item["day"]),
            _reason(component, str(item["reason"]), appraisal, book),
        ]
        for at, text in enumerate(texts):
            book.write(sheet, row, at, text)
        weight, credit = float(item["weight"]), item["credit_pct"]
        is_known = pd.notna(credit)
        sheet.write_number(row, _WEIGHT, weight, number)
        if is_known:
            sheet.write_number(row, _CREDIT, float(credit), number)
        else:
            sheet.write_blank(row, _CREDIT, None, number)
        of, brings = xl_rowcol_to_cell(row, _WEIGHT), xl_rowcol_to_cell(row, _CREDIT)
        sheet.write_formula(
            row, _KNOWN, f"=IF(ISNUMBER({brings}),{of},0)", number, weight if is_known else 0
        )
        sheet.write_formula(
            row, _CREDITED, f"=IF(ISNUMBER({brings}),{of}*{brings},0)", number,
            weight * float(credit) if is_known else 0,
        )  # fmt: skip
        if pd.notna(item["release"]):
            sheet.write_number(row, _CREDITED + 1, int(item["release"]), number)
    last = _FIRST_ITEM + max(len(appraisal.items), 1) - 1
    sheet.freeze_panes(_FIRST_ITEM, 1)
    sheet.autofilter(HEAD, 0, last, len(widths) - 1)
    sheet.repeat_rows(HEAD)


def _write_scores(book: Book, sheet: Any, appraisal: Appraisal, told: Told) -> None:
    say, offices, count = book.say, _offices(told), len(appraisal.scores)
    last_item = _FIRST_ITEM + max(len(appraisal.items), 1) - 1
    widths = (34, 8, 10, 12, *(12 for _ in COMPONENTS), 12, 44)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    names_of = [say(f"appraisal-component-{name}") for name in COMPONENTS]
    book.write_head(sheet, HEAD, [say("appraisal-sheet-weight"), "", "", "", *names_of], widths)
    editable = book.style(num_format="0.##", align="right", bg_color="#FFF9E0", border=1)
    for at, (_, weight) in enumerate(appraisal.weights):
        sheet.write_number(_WEIGHTS, _PARTS + at, weight, editable)
    if appraisal.is_trial:
        bold_text = book.style(bold=True, font_color="#8A5A00")
        sheet.write_string(_WEIGHTS + 1, 0, say("appraisal-trial-note"), bold_text)
    heads = [say(f"appraisal-head-{key}") for key in ("office", "rank", "score")]
    heads += [say("appraisal-sheet-ranked"), *names_of, say("appraisal-sheet-range"), ""]
    book.write_head(sheet, _FIRST - 1, heads, widths)
    # So many places that nothing below a hundred shows as a hundred: Excel rounds what it shows.
    tenth = book.style(num_format="0.0###", align="right")
    bold = book.style(num_format="0.0", align="right", bold=True)
    whole = book.style(num_format="0", align="right", bold=True)
    weights = (
        f"${_letter(_PARTS)}${_WEIGHTS + 1}:${_letter(_PARTS + len(COMPONENTS) - 1)}${_WEIGHTS + 1}"
    )
    ranges = appraisal.ranges.set_index("department")
    for row, score in enumerate(appraisal.scores.to_dict("records"), start=_FIRST):
        department = str(score["department"])
        book.write(sheet, row, 0, offices[department])
        yes = say("export-yes") if score["is_ranked"] else None
        book.write(sheet, row, _RANKED, yes)
        for at, name in enumerate(COMPONENTS):
            value = score[f"{name}_pct"]
            sheet.write_formula(
                row,
                _PARTS + at,
                _component_formula(say("appraisal-sheet-items"), row, names_of[at], last_item),
                tenth,
                "" if pd.isna(value) else value,
            )
        parts = f"{xl_rowcol_to_cell(row, _PARTS)}:{xl_rowcol_to_cell(row, _PARTS + len(COMPONENTS) - 1)}"
        known = f"SUMPRODUCT(ISNUMBER({parts})*{weights})"
        sheet.write_formula(
            row,
            _SCORE,
            f'=IF(AND({xl_rowcol_to_cell(row, _RANKED)}<>"",{known}>0),'
            f'ROUNDDOWN(SUMPRODUCT({weights},{parts})/{known}+0.00000001,1),"")',
            bold,
            "" if pd.isna(score["score_pct"]) else score["score_pct"],
        )
        own = xl_rowcol_to_cell(row, _SCORE)
        of_all = f"${_letter(_SCORE)}${_FIRST + 1}:${_letter(_SCORE)}${_FIRST + count}"
        sheet.write_formula(
            row,
            _RANK,
            f'=IF(ISNUMBER({own}),1+COUNTIF({of_all},">"&{own}),"")',
            whole,
            "" if pd.isna(score["rank"]) else int(score["rank"]),
        )
        if department in ranges.index:
            best, worst = ranges.loc[department, ["best_rank", "worst_rank"]]
            said = say("appraisal-rank-range", best=str(best), worst=str(worst))
            book.write(sheet, row, _PARTS + len(COMPONENTS), said)
        else:
            because = obstacle_because(str(score["obstacle"]), appraisal, told.language)
            why = say("appraisal-unranked-because", why=because)
            book.write(sheet, row, _PARTS + len(COMPONENTS) + 1, why)
    sheet.freeze_panes(_FIRST, 1)


def _component_formula(sheet: str, row: int, component: str, last: int) -> str:
    def column(at: int) -> str:
        return f"'{sheet}'!${_letter(at)}${_FIRST_ITEM + 1}:${_letter(at)}${last + 1}"

    where = f'{column(_OFFICE)},$A{row + 1},{column(_COMPONENT)},"{component}"'
    known = f"SUMIFS({column(_KNOWN)},{where})"
    return f'=IF({known}=0,"",SUMIFS({column(_CREDITED)},{where})/{known})'


def _letter(column: int) -> str:
    return xl_rowcol_to_cell(0, column)[:-1]


def _write_rule(book: Book, appraisal: Appraisal) -> None:
    """Every number of the rule, as the file has it."""
    sheet = book.sheet(book.say("appraisal-sheet-rule"))
    sheet.set_column(0, 1, 24)
    sheet.write_string(HEAD, 0, book.say("appraisal-rule", version=str(appraisal.rule.version)))
    row = HEAD + 1
    for section, numbers in appraisal.rule.sections:
        for name, value in numbers:
            sheet.write_string(row, 0, section)
            sheet.write_string(row, 1, name)
            sheet.write_number(row, 2, value)
            row += 1
