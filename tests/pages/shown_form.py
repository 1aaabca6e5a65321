"""The script of a screen that shows one form of a dialog; the test says which in the session."""

import importlib

import streamlit as st

from facilitation.ui.page_head import event_page

module = importlib.import_module(f"facilitation.ui.{st.session_state['form_module']}")
getattr(module, st.session_state["form_name"])(event_page("Dialog"))
