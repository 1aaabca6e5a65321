"""World café: the set-up in one line and the button that makes the groups, then rules, figures, tables and cards."""

from facilitation.ui.cafe_groups import groups_screen
from facilitation.ui.cafe_links import phone_pages
from facilitation.ui.cafe_papers import cafe_papers
from facilitation.ui.cafe_rules import check_part, rules_form
from facilitation.ui.cafe_run import running
from facilitation.ui.cafe_setup import setup_form, setup_line
from facilitation.ui.cafe_view import cafe_view, no_cafe
from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.undo import undo_button

page = event_page(translator()("World café"))
view = cafe_view(page)
if view is None:
    no_cafe(page)
else:
    undo_button(page, "cafe")
    setup_line(page, view)
    running(page, view)
    setup_form(page, view)
    rules_form(page, view)
    check_part(page, view)
    groups_screen(page, view)
    cafe_papers(page, view)
    phone_pages(page)
