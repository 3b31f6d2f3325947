"""The overview in NiceGUI, as its manual begins."""

import overview
from nicegui import ui

rows = overview.load()


@ui.page("/")
def page() -> None:
    @ui.refreshable
    def content(choice: str) -> None:
        shown = rows.only(choice)
        ui.label(shown.finding(choice)).classes("text-h4 bench-finding")
        with ui.row():
            for name, count, lights in shown.cards():
                with ui.card().classes("bench-card"):
                    ui.label(name)
                    ui.label(str(count)).classes("text-h5")
                    ui.label(lights)
        with ui.grid(columns=3):
            for number, name, lead, marks in shown.board():
                with ui.column().classes("gap-0 bench-task"):
                    ui.label(f"{number} {name} {lead}")
                    ui.label(marks)
        with ui.grid(columns=2):
            for figure in shown.charts(choice):
                ui.plotly(figure)
        ui.table.from_pandas(shown.table())

    ui.select(
        rows.choices,
        value=overview.ALL,
        label="主题",
        on_change=lambda event: content.refresh(event.value),
    )
    content(overview.ALL)


ui.run(host="127.0.0.1", port=overview.PORT, show=False, reload=False, title="补短板")
