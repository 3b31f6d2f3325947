"""The only room of the package that knows Streamlit: frame, selection, loading, links, the HTML board."""
