# Files that people go on editing: slides, papers, the register, PDF.
export-edition = Edition
export-short-plan = Hengyang-gaps
export-subject-separator = {" · "}
export-named-pptx = meeting
export-named-pdf = meeting
export-error-kind = There is no kind of file “{ $value }”. Known: { $known }
export-error-paper = There is no PDF of “{ $value }”. Known: { $known }
export-error-paper-kind = --paper goes with pdf, not with { $kind }
export-error-no-kind = Name a kind of file, like export pptx
export-error-no-output = Say with --output where the file goes
export-error-suffix = { $path } is no name for a { $kind } file.
export-error-beside-edition = An edition has settled what it shows; { $option } cannot be given with it.
export-error-no-edition = There is no edition “{ $value }”.
export-error-which-edition = Several workspaces have an edition “{ $value }”; say which: { $known }
export-done = Wrote { $path } (from release { $release })
export-progress = Making it: { $percent }%
cli-help-export =
    Usage: python -m hengyang export pptx|docx|xlsx|pdf|svg|png --edition ID | --workspace W --as-of D [--theme T] [--department NAME] [--lang en] [--paper deck|bulletin|register] [--slide N] --output FILE-OR-FOLDER [--json]

    A meeting edition, or the whole plan, a theme or a department of a workspace on a day, as a file to go on editing.
    Written whole beside its place and then renamed, so never half; into a folder under a free name of its own.
    --paper says what a PDF is of: deck (slides, the default), bulletin, register.
    svg and png are the charts of slides: --slide says of which; into a folder, a file for each slide that has one.

    JSON: file, files, kind, paper, edition, workspace, is_simulated, release, as_of, theme, department, language, bytes
slides-layout-cover = Cover
slides-layout-text = Title and text
slides-layout-chart = Title and chart
slides-layout-table = Title and table
slides-theme = Hengyang gaps
slides-prompt = Click to edit
slides-expected = Expected by now
files-export = Export
files-kind = Kind of file
files-kind-pptx = Slides PPTX
files-kind-docx = Bulletin DOCX
files-kind-xlsx = Register XLSX
files-kind-pdf = PDF
files-paper = PDF of
files-paper-deck = Slides
files-paper-bulletin = Bulletin
files-paper-register = Register
files-make = Make it
files-making = Making it
files-take = Download { $name }
files-frozen = As the edition has frozen it: the same whenever it is downloaded.
files-unfrozen = As chosen now; not frozen as an edition.
export-named-docx = bulletin
export-named-xlsx = register
export-rows = { $count } in all
export-named-svg = charts
export-named-png = charts
export-error-slide = Slide { $value } has no chart. Slides with one: { $known }
export-error-no-chart = This deck has no chart.
export-error-which-slide = This deck has more charts than one: say which with --slide, or let --output be a folder, a file each
export-error-slide-kind = --slide is for svg and png, not for { $kind }
export-done-all = Made { $count ->
    [one] { $count } file
   *[other] { $count } files
 } in { $path } (from release { $release })
files-kind-svg = Charts SVG
files-kind-png = Charts PNG
files-slide = The chart of which slide
files-slide-all = All { $count }, as a ZIP
files-slide-one = { $number } { $title }
files-of = Figures of
files-of-now = What is chosen now (not frozen)
