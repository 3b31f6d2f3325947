"""The overview in Dash, as its manual begins."""

import overview
from dash import Dash, Input, Output, dash_table, dcc, html

rows = overview.load()
app = Dash(__name__, title="补短板")


def cards(shown):
    return [
        html.Div([html.B(name), html.H3(count), html.Div(lights)], className="bench-card")
        for name, count, lights in shown.cards()
    ]


def board(shown):
    return [
        html.Div(
            [html.B(number), f" {name} ", html.Small(lead), html.Div(marks)], className="bench-task"
        )
        for number, name, lead, marks in shown.board()
    ]


def layout():
    charts = rows.charts(overview.ALL)
    table = rows.table()
    return html.Div(
        [
            dcc.Dropdown(rows.choices, overview.ALL, id="theme", clearable=False),
            html.H1(rows.finding(overview.ALL), id="finding", className="bench-finding"),
            html.Div(cards(rows), id="cards", style={"display": "flex", "gap": "1rem"}),
            html.Div(board(rows), id="board", style={"columns": "3"}),
            html.Div(
                [dcc.Graph(id=f"chart-{at}", figure=figure) for at, figure in enumerate(charts)],
                style={"display": "grid", "gridTemplateColumns": "1fr 1fr"},
            ),
            dash_table.DataTable(
                table.to_dict("records"),
                [{"name": name, "id": name} for name in table.columns],
                id="table",
            ),
        ]
    )


app.layout = layout


@app.callback(
    Output("finding", "children"),
    Output("cards", "children"),
    Output("board", "children"),
    *(Output(f"chart-{at}", "figure") for at in range(4)),
    Output("table", "data"),
    Input("theme", "value"),
    prevent_initial_call=True,
)
def change(choice):
    shown = rows.only(choice)
    return (
        shown.finding(choice),
        cards(shown),
        board(shown),
        *shown.charts(choice),
        shown.table().to_dict("records"),
    )


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=overview.PORT, debug=False)
