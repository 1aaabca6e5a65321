"""The agenda: the day as a list, what is wrong beside its row, one session at a time in the side panel."""

from facilitation.ui.agenda_day import day_choice, day_sums, session_list
from facilitation.ui.agenda_import import agenda_import_button
from facilitation.ui.agenda_item_panel import item_panel
from facilitation.ui.agenda_new_item import add_item_button
from facilitation.ui.agenda_picture import day_picture
from facilitation.ui.agenda_versions import versions_view
from facilitation.ui.agenda_view import agenda_view
from facilitation.ui.calendar_links import calendar_links_button
from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.side_panel import list_and_panel
from facilitation.ui.undo import undo_button

page = event_page(translator()("Agenda"))
view = agenda_view(page)
undo_button(page, "agenda")
agenda_import_button(page)
add_item_button(page, view)
day, shape = day_choice(page, view)
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
calendar_links_button(page)
