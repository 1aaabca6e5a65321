"""Streamlit parts: frame, state and components."""
