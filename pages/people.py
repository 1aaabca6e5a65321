"""Participants: search, three numbers, the list; import, attendance and composition."""

from facilitation.ui.check_in import check_in_screen
from facilitation.ui.page_head import event_page
from facilitation.ui.people_attendance import attendance_screen
from facilitation.ui.people_composition import composition_screen
from facilitation.ui.people_duplicates import duplicates_button
from facilitation.ui.people_filters import filtered, people_filters, people_numbers
from facilitation.ui.people_import import import_button
from facilitation.ui.people_invitations import invitations_screen
from facilitation.ui.people_list import people_list
from facilitation.ui.people_new import add_person_button
from facilitation.ui.people_panel import person_panel
from facilitation.ui.people_papers import people_papers
from facilitation.ui.people_view import people_view
from facilitation.ui.privacy_coded import coded_person_button
from facilitation.ui.privacy_needs import needs_line
from facilitation.ui.screen import translator
from facilitation.ui.side_panel import list_and_panel
from facilitation.ui.undo import undo_button

page = event_page(translator()("Participants"))
view = people_view(page)
undo_button(page, "participation")
import_button(page)
add_person_button(page)
duplicates_button(page, is_needed=len(view.parts) > 1)
people_numbers(page, view)
needs_line(page, view)
shape = people_filters(page)
rows = filtered(page, view)
if shape == "check_in":
    check_in_screen(page, view.parts)
elif shape == "attendance":
    attendance_screen(page, rows)
elif shape == "invitations":
    invitations_screen(page, view, rows)
elif shape == "composition":
    composition_screen(page, view)
elif shape == "papers":
    people_papers(page, view)
else:
    main, side = list_and_panel(is_open=view.chosen is not None)
    with main:
        people_list(page, view, rows)
        coded_person_button(page)
    with side:
        person_panel(page, view)
