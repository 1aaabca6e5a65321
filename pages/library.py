"""The content library: instruments and methods, found by goal, size and minutes, read as a page."""

from facilitation.ui.library_screen import instruments_view, methods_view
from facilitation.ui.page_head import library_page
from facilitation.ui.screen import translator
from facilitation.ui.switches import switch

found = library_page(translator()("Instruments and methods"))
_ = found._
parts = {"methods": _("Methods"), "instruments": _("Instruments")}
part = switch(_("View"), parts, key="library_part")
if part == "instruments":
    instruments_view(found)
else:
    methods_view(found)
