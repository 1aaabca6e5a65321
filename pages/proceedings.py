"""The proceedings: the outline with what each section still misses, the texts to write, and the volume itself."""

import streamlit as st

from facilitation.ui.page_head import event_page
from facilitation.ui.proceedings_outline import outline
from facilitation.ui.proceedings_panel import figures, save_texts_left, section_panel
from facilitation.ui.proceedings_view import proceedings_view
from facilitation.ui.screen import translator
from facilitation.ui.undo import undo_button
from facilitation.ui.word_buttons import word_buttons

page = event_page(translator()("Proceedings"))
save_texts_left(page)
view = proceedings_view(page)
undo_button(page, "proceedings")
word_buttons(page, "proceedings.docx")
main, side = st.columns([5, 3])
with main:
    outline(page, view)
with side:
    if view.chosen:
        section_panel(page, view, view.chosen)
    else:
        figures(page, view)
