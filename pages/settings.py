"""The event's facts, its archive, and the database as a whole."""

import streamlit as st

from facilitation.ui.event_data import archive_part, backup_part, remove_part
from facilitation.ui.event_facts import facts_form, goals_form, texts_form
from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.undo import undo_button

page = event_page(translator()("Event and data"))
_ = page._
undo_button(page, "event")
parts = {"facts": _("Facts"), "goals": _("Goals and targets"), "texts": _("Texts"), "data": _("Data")}
part = st.segmented_control(
    _("View"),
    list(parts),
    default="facts",
    required=True,
    format_func=lambda name: parts[name],
    key="settings_part",
    label_visibility="collapsed",
)
if part == "goals":
    goals_form(page)
elif part == "texts":
    texts_form(page)
elif part == "data":
    archive_part(page)
    backup_part(page)
    remove_part(page)
else:
    facts_form(page)
