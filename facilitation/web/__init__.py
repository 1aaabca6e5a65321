"""Starlette routes that need no Streamlit session."""
