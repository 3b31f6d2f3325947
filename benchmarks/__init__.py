"""The app beside the same overview as others would write it: naive Streamlit, Dash, Panel, NiceGUI. `make bench`.

Nothing of the product imports this folder. contenders/ runs in a virtual environment of its own (benchmarks/.venv) and
reads the Parquet that prepared.py writes; the driver runs in the product's and reuses tests/measure and tests/serving.
"""
