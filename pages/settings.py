"""The event's facts, its archive, and the database as a whole."""

from facilitation.ui.event_data import archive_part, backup_part, remove_part
from facilitation.ui.event_facts import facts_form, goals_form, texts_form
from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.switches import switch
from facilitation.ui.undo import undo_button

page = event_page(translator()("Event and data"))
_ = page._
undo_button(page, "event")
parts = {"facts": _("Facts"), "goals": _("Goals and targets"), "texts": _("Texts"), "data": _("Data")}
part = switch(_("View"), parts, key="settings_part")
if part == "goals":
    goals_form(page)
elif part == "texts":
    texts_form(page)
elif part == "data":
    archive_part(page)
    backup_part(page)
    remove_part(page)
else:
    facts_form(page)
