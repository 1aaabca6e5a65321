"""The proceedings: the outline, the texts to write, the anonymity check, and the volume once that is answered."""

import streamlit as st

from facilitation.ui.anonymity import anonymity_part
from facilitation.ui.page_head import event_page
from facilitation.ui.proceedings_outline import outline
from facilitation.ui.proceedings_panel import figures, save_texts_left, section_panel
from facilitation.ui.proceedings_view import proceedings_shape, proceedings_view
from facilitation.ui.screen import translator
from facilitation.ui.undo import undo_button
from facilitation.ui.word_buttons import word_buttons

page = event_page(translator()("Proceedings"))
save_texts_left(page)
view = proceedings_view(page)
undo_button(page, "proceedings")
places = page.app.anonymity.places(page.event_id)
is_open = any(place.answer is None for place in places)
if not is_open:
    word_buttons(page, "proceedings.docx")
part = proceedings_shape(page, is_open=is_open)
main, side = st.columns([5, 3])
with main:
    if part == "anonymity":
        anonymity_part(page, places)
    else:
        outline(page, view)
with side:
    if view.chosen:
        section_panel(page, view, view.chosen)
    else:
        figures(page, view)
