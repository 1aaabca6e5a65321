"""The budget: what it adds up to first, then the lines, by category or by source; paste a table; papers."""

import streamlit as st

from facilitation.ui.budget_charts import by_category, by_source
from facilitation.ui.budget_figures import budget_facts, budget_figures
from facilitation.ui.budget_grid import budget_grid, line_buttons
from facilitation.ui.budget_import import import_budget_button
from facilitation.ui.budget_new import new_line_form, usual_lines_button
from facilitation.ui.budget_view import budget_view
from facilitation.ui.documents_menu import paper_buttons
from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.switches import switch
from facilitation.ui.undo import undo_button

_ = translator()
page = event_page(_("Budget"))
view = budget_view(page)
undo_button(page, "budget")
import_budget_button(page)
budget_figures(page, view)
shape = "lines"
if view.sums.lines:
    shapes = {"lines": _("Lines"), "category": _("By category"), "source": _("By source")}
    shape = switch(_("View"), shapes, key="budget_shape", keeps=True)
if shape == "category":
    by_category(page, view)
elif shape == "source":
    by_source(page, view)
else:
    if view.budget.lines:
        line_buttons(page, budget_grid(page, view))
    usual_lines_button(page, view)
    new_line_form(page, view)
    budget_facts(page, view)
with st.container():
    paper_buttons(page, "budget.docx", "budget.xlsx")
