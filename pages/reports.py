"""The reports: minutes and other papers of the event, part by part; what waits for the anonymity check stands below."""

import streamlit as st

from facilitation.ui.anonymity import anonymity_part
from facilitation.ui.page_head import event_page
from facilitation.ui.report_panel import about_paper, part_panel, save_parts_left
from facilitation.ui.report_parts import report_parts
from facilitation.ui.reports_view import reports_view
from facilitation.ui.screen import translator
from facilitation.ui.undo import undo_button
from facilitation.ui.word_buttons import word_buttons

_ = translator()
page = event_page(_("Reports"))
save_parts_left(page)
view = reports_view(page)
undo_button(page, "proceedings")
if not view.is_withheld:
    word_buttons(page, view.outline.file_name, view.outline.title.said_in(page.language))
main, side = st.columns([5, 3])
with main:
    report_parts(page, view)
    if view.is_withheld:
        st.header(_("Anonymity check"), anchor=False)
        anonymity_part(page, view.places)
with side:
    if view.chosen:
        part_panel(page, view, view.chosen)
    else:
        about_paper(page, view)
