"""The overview in Panel, as its manual begins."""

import overview
import panel as pn

pn.extension("plotly", "tabulator")
rows = overview.load()


def page():
    theme = pn.widgets.Select(name="主题", options=rows.choices, value=overview.ALL)

    def head(choice):
        shown = rows.only(choice)
        cards = [
            pn.pane.Markdown(f"**{name}**\n\n### {count}\n\n{lights}", css_classes=["bench-card"])
            for name, count, lights in shown.cards()
        ]
        tasks = [
            pn.pane.Markdown(f"**{number}** {name} {lead}\n\n{marks}", css_classes=["bench-task"])
            for number, name, lead, marks in shown.board()
        ]
        return pn.Column(
            pn.pane.Markdown(f"# {shown.finding(choice)}", css_classes=["bench-finding"]),
            pn.Row(*cards),
            pn.GridBox(*tasks, ncols=3),
        )

    def charts(choice):
        panes = [pn.pane.Plotly(figure) for figure in rows.only(choice).charts(choice)]
        return pn.GridBox(*panes, ncols=2)

    def table(choice):
        return pn.widgets.Tabulator(rows.only(choice).table(), show_index=False)

    return pn.Column(theme, *(pn.bind(part, theme) for part in (head, charts, table)))


pn.serve(
    page,
    port=overview.PORT,
    address="127.0.0.1",
    websocket_origin="*",
    show=False,
    title="补短板",
)
