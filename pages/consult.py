"""The consultation before an event: what is asked, who is asked, and what they answered."""

from facilitation.ui.consult_head import consult_head
from facilitation.ui.consult_parts import consult_parts, consult_undo
from facilitation.ui.consult_start import start_button
from facilitation.ui.consult_view import consult_view
from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator

page = event_page(translator()("Consultation"))
view = consult_view(page)
consult_undo(page)
start_button(page, is_first=view.asked is None)
consult_head(page, view)
consult_parts(page, view)
