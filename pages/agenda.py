"""The agenda: the day as a list, what is wrong beside its row, one session at a time in the side panel."""

from facilitation.ui.agenda_day import day_choice, day_sums
from facilitation.ui.agenda_import import agenda_import_button
from facilitation.ui.agenda_item_panel import item_panel
from facilitation.ui.agenda_more import day_menu
from facilitation.ui.agenda_new_item import add_item_button
from facilitation.ui.agenda_picture import day_picture
from facilitation.ui.agenda_rows import session_list
from facilitation.ui.agenda_selection import selection_bar
from facilitation.ui.agenda_versions import versions_view
from facilitation.ui.agenda_view import agenda_view
from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.side_panel import list_and_panel
from facilitation.ui.undo import undo_button

page = event_page(translator()("Agenda"))
view = agenda_view(page)
undo_button(page, "agenda")
agenda_import_button(page)
day, shape = day_choice(page, view)
if shape == "list":
    day_menu(page, view, day)
add_item_button(page, view)
if shape == "picture":
    day_picture(page, view)
elif shape == "versions":
    versions_view(page, view)
else:
    main, side = list_and_panel(is_open=view.chosen is not None)
    with main:
        session_list(page, view, day)
        day_sums(page, view, day)
    with side:
        item_panel(page, view)
    selection_bar(page, view, day)
