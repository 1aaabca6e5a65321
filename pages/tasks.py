"""The checklist: as a list, a board, a table and pictures; several tasks at once; moving the event."""

from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.side_panel import list_and_panel
from facilitation.ui.task_board import task_board
from facilitation.ui.task_bulk import select_button, selection_bar
from facilitation.ui.task_changes import changes_list
from facilitation.ui.task_filters import filtered, task_filters
from facilitation.ui.task_list import task_list
from facilitation.ui.task_minimum import minimum_question
from facilitation.ui.task_more import checklist_menu
from facilitation.ui.task_new import add_task_button
from facilitation.ui.task_owners import owners_view
from facilitation.ui.task_panel import task_panel
from facilitation.ui.task_pictures import gantt_picture
from facilitation.ui.task_table import task_table
from facilitation.ui.task_view import task_view
from facilitation.ui.undo import undo_button

page = event_page(translator()("Checklist"))
view = task_view(page)
undo_button(page, "task")
minimum_question(page)
checklist_menu(page)
add_task_button(page)
shape = task_filters(page, view)
rows = filtered(page, view)
changes_list(page, view)
if shape == "gantt":
    gantt_picture(page, view, rows)
elif shape == "owners":
    owners_view(page, view)
elif shape == "table":
    task_table(page, view, rows)
else:
    main, side = list_and_panel(is_open=view.chosen is not None)
    with main:
        if shape == "board":
            task_board(page, view, rows)
        else:
            task_list(page, view, rows)
            select_button(page, view)
            selection_bar(page, view, rows)
    with side:
        task_panel(page, view)
