"""The frame: language, plan and release, as-of period, filters, and the list of pages.

The server imports this file once, to find `app`; Streamlit then runs the same file as a script for each reader.
"""

import streamlit as st

if __name__ == "__main__":
    from hengyang.ui import frame

    frame.show()
else:
    from hengyang.ui import server

    app = st.App(
        __file__,
        lifespan=server.lifespan,
        middleware=server.middleware(),
        routes=server.routes(),
        on_script_error=server.log_script_error,
    )
