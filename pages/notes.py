"""Notes: the session that runs now with the cursor in the field; below it what was written, beside it the harvest."""

from facilitation.ui.notes_drafts import keep_notes_typing, save_texts_left
from facilitation.ui.notes_entry import note_entry
from facilitation.ui.notes_harvest import harvest_grid
from facilitation.ui.notes_import import forms_button
from facilitation.ui.notes_list import notes_list, open_note
from facilitation.ui.notes_others import others_notes
from facilitation.ui.notes_photos import photos_of_session
from facilitation.ui.notes_themes import harvest_themes
from facilitation.ui.notes_view import notes_shape, notes_view, session_head
from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.session_choice import session_choice
from facilitation.ui.undo import undo_button

page = event_page(translator()("Notes"))
save_texts_left(page)
view = notes_view(page)
undo_button(page, "note")
forms_button(page)
session_choice(page, view.timed, view.chosen, what="notes_item")
session_head(page, view)
shape = notes_shape(page, view)
if shape == "harvest":
    harvest_grid(page, view)
elif shape == "themes":
    harvest_themes(page, view)
elif shape == "photos":
    photos_of_session(page, view)
else:
    note_entry(page, view)
    others_notes(page, view)
    notes_list(page, view)
    keep_notes_typing(page, view.item.id, open_note(view))
