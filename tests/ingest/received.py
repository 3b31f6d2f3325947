"""Files as people send them, made with the libraries that make such files; every figure in them is invented."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

Row = Sequence[Any]
Rows = Sequence[Row]

#: A plain long register.
LONG: Rows = (
    ("指标", "期间", "完成值", "单位", "责任部门", "备注"),
    ("全市建成地下综合管廊里程(力争)", "2018年6月", 12.5, "公里", "市住建局", "按图"),
    ("中心城区污水处理率", "2018年6月", 91.5, "%", "市住建局", None),
    ("湿地保有量", "2018年6月", 32600, "公顷", "市林业局", None),
)
#: The same as a wide one.
WIDE: Rows = (
    ("指标名称", "计量单位", "2018年3月", "2018年6月"),
    ("全市建成地下综合管廊里程(力争)", "公里", 8, 12.5),
    ("湿地保有量", "公顷", 32610, 32600),
)


def xlsx(
    *sheets: Rows | tuple[str, Rows], merged: Iterable[str] = (), hidden: Iterable[str] = ()
) -> bytes:
    """A workbook; a sheet is its rows, or its name and its rows. Merges apply to the first sheet."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.active)
    for position, sheet in enumerate(sheets or (LONG,)):
        is_named = len(sheet) == 2 and isinstance(sheet[0], str)
        name, rows = sheet if is_named else (f"Sheet{position + 1}", sheet)
        page = workbook.create_sheet(str(name))
        for row in rows:
            page.append([None if value == "" else value for value in row])
        if position == 0:
            for area in merged:
                page.merge_cells(area)
        if name in hidden:
            page.sheet_state = "hidden"
    return _saved(workbook)


def _saved(workbook: Any) -> bytes:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def xlsm(rows: Rows = LONG) -> bytes:
    """A workbook that carries a macro project (bytes that nobody must run)."""
    return with_member(xlsx(rows), "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 invented macros")


def with_member(content: bytes, name: str, data: bytes) -> bytes:
    """A ZIP with one member added or replaced."""
    source, buffer = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in source.infolist():
            if member.filename != name:
                archive.writestr(member.filename, source.read(member.filename))
        archive.writestr(name, data)
    return buffer.getvalue()


def member(content: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read(name)


def _xls_book(rows: Rows, merged: Iterable[tuple[int, int, int, int]] = ()) -> Any:
    import xlwt

    book = xlwt.Workbook()
    page = book.add_sheet("台账")
    covered = list(merged)
    for top, bottom, left, right in covered:
        page.write_merge(top, bottom, left, right, rows[top][left])
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            is_covered = any(t <= number <= b and lt <= column <= r for t, b, lt, r in covered)
            if value is None or is_covered:
                continue
            style = xlwt.easyxf(num_format_str="yyyy-mm-dd") if isinstance(value, date) else None
            page.write(number, column, value, *([style] if style else []))
    return book


def xls(rows: Rows = LONG, merged: Iterable[tuple[int, int, int, int]] = ()) -> bytes:
    """A BIFF8 workbook; merges are top, bottom, left, right, from 0."""
    return _saved(_xls_book(rows, merged))


def wide_open_xls(sheets: int) -> bytes:
    """A small BIFF8 workbook whose sheets each have something in the first cell and in the very last."""
    import xlwt

    book = xlwt.Workbook()
    for number in range(sheets):
        page = book.add_sheet(f"{number}")
        page.write(0, 0, 1)
        page.write(65535, 255, 1)
    return _saved(book)


def locked_xls(rows: Rows = LONG) -> bytes:
    """A BIFF8 workbook whose stream says that it is encrypted: the FILEPASS record after its beginning."""
    from xlwt.CompoundDoc import XlsDoc

    stream = _xls_book(rows).get_biff_data()
    (length,) = struct.unpack("<H", stream[2:4])
    record = struct.pack("<HHHHH", 0x2F, 54, 1, 1, 1) + bytes(48)
    buffer = io.BytesIO()
    XlsDoc().save(buffer, stream[: 4 + length] + record + stream[4 + length :])
    return buffer.getvalue()


def locked_xlsx() -> bytes:
    """What Excel makes of a workbook with a password: a compound file around an EncryptedPackage."""
    from xlwt.CompoundDoc import XlsDoc

    buffer = io.BytesIO()
    XlsDoc().save(buffer, bytes(range(256)) * 20)
    entry = "Workbook".encode("utf-16-le").ljust(64, b"\x00") + struct.pack("<H", 18)
    name = "EncryptedPackage".encode("utf-16-le")
    assert entry in buffer.getvalue()
    return buffer.getvalue().replace(
        entry, name.ljust(64, b"\x00") + struct.pack("<H", len(name) + 2)
    )


def ods(rows: Rows = LONG, spans: dict[tuple[int, int], tuple[int, int]] | None = None) -> bytes:
    """An OpenDocument spreadsheet; spans are (row, column) → (rows, columns), from 0."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    document, spans = OpenDocumentSpreadsheet(), spans or {}
    table = Table(name="台账")
    covered = {
        (row + down, column + across)
        for (row, column), (rows_spanned, columns_spanned) in spans.items()
        for down in range(rows_spanned)
        for across in range(columns_spanned)
        if down or across
    }
    for number, row in enumerate(rows):
        line = TableRow()
        for column, value in enumerate(row):
            extra: dict[str, Any] = {}
            if (number, column) in spans:
                down, across = spans[number, column]
                extra = {"numberrowsspanned": down, "numbercolumnsspanned": across}
            if hasattr(value, "qname"):  # a cell made elsewhere
                cell = value
            elif (number, column) in covered:
                cell = CoveredTableCell()
            elif value is None:
                cell = TableCell()
            elif isinstance(value, int | float):
                cell = TableCell(valuetype="float", value=value, **extra)
                cell.addElement(P(text=str(value)))
            elif isinstance(value, date):
                cell = TableCell(valuetype="date", datevalue=value.isoformat(), **extra)
                cell.addElement(P(text=value.isoformat()))
            else:
                cell = TableCell(valuetype="string", **extra)
                cell.addElement(P(text=value))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    return _saved(document)


def csv_text(rows: Rows = LONG, delimiter: str = ",") -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue()


def html(rows: Rows = LONG, charset: str = "gb2312") -> bytes:
    """A page as systems of offices export it, headings in th."""
    lines = [
        "<tr>"
        + "".join(
            f"<{tag}>{'' if value is None else value}</{tag}>"
            for value in row
            for tag in ("th" if number == 0 else "td",)
        )
        + "</tr>"
        for number, row in enumerate(rows)
    ]
    page = (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head>'
        f"<body><table>{''.join(lines)}</table></body></html>"
    )
    return page.encode("gbk" if charset == "gb2312" else charset)


def odd_xls() -> bytes:
    """A BIFF8 workbook with a formula that nobody has calculated, one that comes to an empty text, and an error."""
    import xlwt

    book = _xls_book([LONG[0], *((row[0], row[1], None, row[3]) for row in LONG[1:])])
    page = book.get_sheet(0)
    page.write(1, 2, xlwt.Formula("1+15"))
    page.write(2, 2, xlwt.Formula('IF(A1="","",1)'))
    page.row(3).set_cell_error(2, "#DIV/0!")
    return _saved(book)


def odd_ods() -> bytes:
    """The same in OpenDocument, where an error bears the value nought and shows what it is."""
    from odf.table import TableCell
    from odf.text import P

    def cell(shown: str | None, **attributes: Any) -> Any:
        made = TableCell(formula="of:=1/0", **attributes)
        if shown is not None:
            made.addElement(P(text=shown))
        return made

    return ods(
        [
            LONG[0],
            (*LONG[1][:2], cell(None)),
            (*LONG[2][:2], cell("", valuetype="string", stringvalue="")),
            (*LONG[3][:2], cell("Err:502", valuetype="float", value="0")),
        ]
    )
