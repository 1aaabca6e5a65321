"""The facilitators' guide: one session as a page, what it needs, and what holds for the whole event."""

import streamlit as st

from facilitation.ui.guide_elements import elements_view
from facilitation.ui.guide_page import sheet_page
from facilitation.ui.guide_panel import guide_panel
from facilitation.ui.guide_prints import prints_view
from facilitation.ui.guide_rehearsal import rehearsal_view
from facilitation.ui.guide_view import guide_shape, guide_view
from facilitation.ui.material_list import totals_view
from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.session_choice import session_choice
from facilitation.ui.undo import undo_button
from facilitation.ui.word_buttons import word_buttons

page = event_page(translator()("Guide"))
view = guide_view(page)
undo_button(page, "guide")
word_buttons(page, "guide.docx")
shape = guide_shape(page)
if shape == "materials":
    totals_view(page, view)
elif shape == "event":
    elements_view(page, view)
elif shape == "rehearsal":
    rehearsal_view(page, view)
elif shape == "prints":
    prints_view(page, view)
else:
    session_choice(page, view.timed, view.chosen, what="guide_item")
    main, side = st.columns([5, 3]) if view.part else (st.container(), None)
    with main:
        sheet_page(page, view)
    if side:
        with side:
            guide_panel(page, view)
