"""The three-year rolling investment plan (三年滚动投资计划表) as the workbook that offices submit."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pandas as pd

from hengyang.delivery import yearly_money
from hengyang.exports.register import Stamp, stamped_name, text_only
from hengyang.labels import words
from hengyang.schema import Tables

_WIDTHS = (6, 12, 34, 34, 10, 16, 12, 12)


def rolling_plan_name(stamp: Stamp) -> str:
    """演示数据_三年滚动投资计划表_2019-06_r26.xlsx"""
    return stamped_name([words(stamp.language)("rolling-title")], stamp, "xlsx")


def rolling_plan_workbook(
    tables: Tables,
    projects: pd.DataFrame,
    carried: pd.DataFrame,
    years: Sequence[int],
    coming: int,
    stamp: Stamp,
) -> bytes:
    """One row a project in the order of the form; 万元; what is unknown stays empty. Text is never a formula.

    projects: of delivery.project_states; carried: of delivery.carried_over to the year `coming`.
    """
    import xlsxwriter

    say, language = words(stamp.language), stamp.language
    money = yearly_money(tables, stamp.as_of)
    by_year = money.pivot_table(
        index="project", columns="year", values="planned_wanyuan", aggfunc="sum"
    )
    done = money.groupby("project")["invested_wanyuan"].sum(min_count=1)
    sources = money.dropna(subset=["planned_wanyuan"]).groupby("project")["funding"].unique()
    left = carried.groupby("project")["left_wanyuan"].sum()
    offices = tables.departments.set_index("department")[f"name_{language}"]
    headings = [
        *(
            say(f"rolling-column-{key}")
            for key in ("number", "project", "name", "content", "nature", "years", "total", "done")
        ),
        *(say("rolling-column-year", year=str(year)) for year in years),
        say("rolling-column-carried", year=str(coming - 1)),
        *(say(f"rolling-column-{key}") for key in ("funding", "department", "stage")),
    ]
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(say("rolling-title")[:31])
    title = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center"})
    text = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    number = book.add_format({"border": 1, "num_format": "#,##0.##", "valign": "top"})
    sheet.merge_range(0, 0, 0, len(headings) - 1, say("rolling-title"), title)
    facts = say("mark-separator").join(f"{name}: {value}" for name, value in stamp.items().items())
    sheet.write_string(1, 0, f"{say('rolling-unit')}  {facts}")
    for column, words_of_column in enumerate(headings):
        sheet.write_string(2, column, words_of_column, head)
        sheet.set_column(column, column, _WIDTHS[column] if column < len(_WIDTHS) else 14)
    for at, row in enumerate(projects.to_dict("records")):
        name = row["project"]
        cells: list[object] = [
            at + 1,
            name,
            row["name_en"]
            if language == "en" and isinstance(row["name_en"], str)
            else row["name_zh"],
            row["content_zh"],
            say(f"project-nature-{row['nature']}") if isinstance(row["nature"], str) else None,
            _span(row["planned_start"], row["planned_finish"]),
            row["total_investment_wanyuan"],
            done.get(name),
            *(by_year[year].get(name) if year in by_year else None for year in years),
            left.get(name),
            say("mark-separator").join(say(f"funding-{one}") for one in sources.get(name, [])),
            offices.get(row["lead_department"]),
            say(f"project-stage-{row['stage']}") if isinstance(row["stage"], str) else None,
        ]
        for column, value in enumerate(cells):
            if isinstance(value, str):
                sheet.write_string(at + 3, column, str(text_only(value)), text)
            elif value is None or pd.isna(value):  # type: ignore[call-overload]
                sheet.write_blank(at + 3, column, None, text)
            else:
                sheet.write_number(at + 3, column, float(value), number)  # type: ignore[arg-type]
    sheet.freeze_panes(3, 3)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    book.close()
    return buffer.getvalue()


def _span(start: object, finish: object) -> str | None:
    years = [
        str(day.year) for day in (start, finish) if isinstance(day, pd.Timestamp) and pd.notna(day)
    ]
    return "–".join(dict.fromkeys(years)) or None
