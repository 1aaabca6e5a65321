"""The agenda: as a list, grid or picture, its versions, and one session at a time in the side panel."""

from facilitation.ui.agenda_day import day_choice
from facilitation.ui.agenda_filters import filtered
from facilitation.ui.agenda_item_panel import item_panel
from facilitation.ui.agenda_more import day_menu
from facilitation.ui.agenda_new_item import add_item_button
from facilitation.ui.agenda_selection import selection_bar
from facilitation.ui.agenda_shapes import agenda_shape
from facilitation.ui.agenda_versions import versions_view
from facilitation.ui.agenda_view import agenda_view
from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.side_panel import list_and_panel
from facilitation.ui.undo import undo_button

page = event_page(translator()("Agenda"))
view = agenda_view(page)
undo_button(page, "agenda")
day, shape = day_choice(page, view)
day_menu(page, view, day if shape == "list" else 0)
add_item_button(page, view)
if shape == "versions":
    versions_view(page, view)
else:
    view = filtered(page, view)
    main, side = list_and_panel(is_open=view.chosen is not None)
    with main:
        agenda_shape(page, view, day, shape)
    with side:
        item_panel(page, view)
    if shape == "list" and not view.wanted:
        selection_bar(page, view, day)
