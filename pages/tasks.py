"""The checklist: late and this week first, then everything, by owner and as a picture; moving the event."""

from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.side_panel import list_and_panel
from facilitation.ui.task_calendar import task_calendar_button
from facilitation.ui.task_filters import filtered, task_filters
from facilitation.ui.task_import import import_tasks_button
from facilitation.ui.task_list import task_list
from facilitation.ui.task_minimum import minimum_question
from facilitation.ui.task_move import move_event_button
from facilitation.ui.task_new import add_task_button
from facilitation.ui.task_panel import task_panel
from facilitation.ui.task_pictures import gantt_picture, owners_picture
from facilitation.ui.task_templates import templates_button
from facilitation.ui.task_view import task_view
from facilitation.ui.undo import undo_button

page = event_page(translator()("Checklist"))
view = task_view(page)
undo_button(page, "task")
minimum_question(page)
move_event_button(page)
templates_button(page)
task_calendar_button(page)
import_tasks_button(page)
add_task_button(page)
shape = task_filters(page, view)
rows = filtered(page, view)
if shape == "gantt":
    gantt_picture(page, rows)
elif shape == "owners":
    owners_picture(page, view)
else:
    main, side = list_and_panel(is_open=view.chosen is not None)
    with main:
        task_list(page, view, rows)
    with side:
        task_panel(page, view)
