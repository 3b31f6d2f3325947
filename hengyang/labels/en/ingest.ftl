# Why a received file was not taken, and what to do. One sentence each.
rejected-empty = The file is empty; check that it was saved with its content, then upload it again.
rejected-too-large = The file has { $size } MB, more than the limit of { $limit } MB; remove pictures and sheets that are not needed, or upload it in parts.
rejected-encrypted = The file is protected by a password and cannot be read; take the password off in Excel or WPS (File → Info → Protect Workbook), save, and upload it again.
rejected-corrupt = The file is damaged and cannot be read; open the original in Excel or WPS, save it as .xlsx, and upload that.
rejected-type = This is { $kind } content, not a table; upload an XLSX, XLSM, XLS, ODS, CSV or TSV file.
rejected-save-as = { $kind } files cannot be read here; open it in Excel or WPS, save it as .xlsx and upload that.
rejected-bomb = The file would unpack to an implausible size (about { $size } MB) and was not read; copy the tables to report into a new workbook and upload that.
rejected-sheets = The workbook has { $sheets ->
    [one] { $sheets } sheet
   *[other] { $sheets } sheets
 }, more than the limit of { $limit }; keep only those to report.
rejected-rows = The file has { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 } of content or more, above the limit of { $limit }; upload it in parts.
rejected-cells = The sheets take up { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
 }, above the limit of { $limit }; delete the unused rows and columns beside and below the tables, or upload it in parts.
rejected-encoding = The text encoding cannot be told; open the file in Excel or WPS and save it as .xlsx or as “CSV UTF-8”, then upload that.
rejected-no-table = No table was recognised; check that the heading has columns like “indicator” (or “code”) and “value” (or one column a period), or fill in the template from this page.
rejected-two-sheets = The sheets “{ $first }” and “{ $second }” both report the same value of { $subject }; keep only one of them, then upload again.

# What is worth telling about a file that was taken.
ingest-note-macros = The file holds macros; they are never run, and the file is kept as it is.
ingest-note-other-kind = The file's name ends in { $suffix }, its content is { $kind }; it was read by its content.
ingest-note-hidden = The hidden sheet “{ $sheet }” was not read.
