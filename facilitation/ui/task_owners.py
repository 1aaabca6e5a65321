"""The owners of the checklist: roles and people, load, hand-over, reminders and their papers."""

from __future__ import annotations

import streamlit as st

from facilitation.services.papers import PLAN_PAPERS
from facilitation.ui.documents_menu import paper_buttons
from facilitation.ui.page_head import EventScreen
from facilitation.ui.task_hand_over import hand_over_button
from facilitation.ui.task_load import load_part
from facilitation.ui.task_pictures import owners_picture
from facilitation.ui.task_reminders import reminders_button
from facilitation.ui.task_roles import roles_part
from facilitation.ui.task_view import TaskView


def owners_view(page: EventScreen, view: TaskView) -> None:
    """How far everybody is, who takes which role, and who has too much; an empty list says what to do."""
    if not view.tasks:
        owners_picture(page, view)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        hand_over_button(page)
        reminders_button(page)
    owners_picture(page, view)
    roles_part(page, view)
    load_part(page, view)
    paper_buttons(page, "checklist.docx", *PLAN_PAPERS)
