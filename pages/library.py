"""The content library: instruments and methods, found by goal, size and minutes, read as a page."""

import streamlit as st

from facilitation.ui.library_screen import instruments_view, methods_view
from facilitation.ui.page_head import library_page
from facilitation.ui.screen import translator

found = library_page(translator()("Instruments and methods"))
_ = found._
parts = {"methods": _("Methods"), "instruments": _("Instruments")}
part = st.segmented_control(
    _("View"),
    list(parts),
    default="methods",
    required=True,
    format_func=lambda name: parts[name],
    key="library_part",
    label_visibility="collapsed",
)
if part == "instruments":
    instruments_view(found)
else:
    methods_view(found)
