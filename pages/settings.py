"""The event's facts, its archive, and the database as a whole."""

from facilitation.ui.event_data import archive_part, backup_part, remove_part
from facilitation.ui.event_facts import facts_form, goals_form, texts_form
from facilitation.ui.event_template import template_part
from facilitation.ui.page_head import event_page
from facilitation.ui.privacy_retention import retention_part
from facilitation.ui.screen import translator
from facilitation.ui.setup_absences import absences_part
from facilitation.ui.setup_columns import columns_part
from facilitation.ui.setup_rooms import rooms_part
from facilitation.ui.switches import switch
from facilitation.ui.undo import undo_button

page = event_page(translator()("Event and data"))
_ = page._
parts = {
    "facts": _("Facts"),
    "goals": _("Goals and targets"),
    "texts": _("Texts"),
    "rooms": _("Rooms"),
    "columns": _("Columns"),
    "absences": _("Absences"),
    "privacy": _("Personal data"),
    "template": _("Word template"),
    "data": _("Data"),
}
part = switch(_("View"), parts, key="settings_part")
undo_button(page, "agenda" if part in ("rooms", "columns", "absences") else "event")
if part == "goals":
    goals_form(page)
elif part == "texts":
    texts_form(page)
elif part == "rooms":
    rooms_part(page)
elif part == "columns":
    columns_part(page)
elif part == "absences":
    absences_part(page)
elif part == "privacy":
    retention_part(page)
elif part == "template":
    template_part(page)
elif part == "data":
    archive_part(page)
    backup_part(page)
    remove_part(page)
else:
    facts_form(page)
