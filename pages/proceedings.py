"""The proceedings: outline, texts, anonymity check, comments, distribution; the volume once the check is answered."""

import streamlit as st

from facilitation.planning.volume_status import is_final
from facilitation.ui.anonymity import anonymity_part
from facilitation.ui.page_head import event_page
from facilitation.ui.proceedings_comments import comments_part
from facilitation.ui.proceedings_outline import outline
from facilitation.ui.proceedings_panel import figures, save_texts_left, section_panel
from facilitation.ui.proceedings_recipients import distribution_part
from facilitation.ui.proceedings_status import status_part
from facilitation.ui.proceedings_view import proceedings_shape, proceedings_view
from facilitation.ui.screen import translator
from facilitation.ui.undo import undo_button
from facilitation.ui.word_buttons import word_buttons

page = event_page(translator()("Proceedings"))
save_texts_left(page)
view = proceedings_view(page)
undo_button(page, "proceedings")
places = page.app.anonymity.places(page.event_id)
is_open = any(place.answer is None for place in places) and not is_final(view.plan)
if not is_open:
    word_buttons(page, "proceedings.docx")
status_part(page, view.plan, is_open=is_open)
part = proceedings_shape(page, view.plan, is_open=is_open)
if part == "comments":
    comments_part(page, view.plan)
elif part == "distribution":
    distribution_part(page, view.plan)
else:
    main, side = st.columns([5, 3])
    with main:
        if part == "anonymity":
            anonymity_part(page, [place for place in places if place.answer or not is_final(view.plan)])
        else:
            outline(page, view)
    with side:
        if view.chosen and not is_final(view.plan):
            section_panel(page, view, view.chosen)
        else:
            figures(page, view)
