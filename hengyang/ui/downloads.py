"""Download buttons: the file is made when it is asked for, from what the page shows."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from hengyang import exports
from hengyang.progress import Assessment
from hengyang.ui.view import View

_MIME = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def register(view: View, assessment: Assessment) -> None:
    """The indicators that the page shows, as CSV and XLSX."""
    stamp = exports.Stamp.of(view.tables, view.as_of, is_demo=view.is_demo, language=view.language)
    makers = {"csv": exports.csv_bytes, "xlsx": exports.xlsx_bytes}

    def made(kind: str) -> Callable[[], bytes]:
        return lambda: makers[kind](exports.register(assessment, view.tables, view.language), stamp)

    for kind in makers:
        st.download_button(
            view.say(f"register-{kind}"),
            data=made(kind),
            file_name=exports.file_name(stamp, kind),
            mime=_MIME[kind],
            key=f"register_{kind}",
            on_click="ignore",
        )
