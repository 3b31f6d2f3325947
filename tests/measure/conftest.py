"""What is measured: the naive app is a script that draws when imported, so that no search for doctests may do so."""

collect_ignore = ["naive_app.py"]
