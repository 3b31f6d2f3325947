"""Frames → marks, HTML and figures; the colours and fonts live here. Knows no Streamlit and no store."""
