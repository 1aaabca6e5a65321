"""The content library: instruments and methods, found by goal, size and minutes, read as a page, and one's own."""

from facilitation.ui.library_screen import library_screen
from facilitation.ui.page_head import library_page
from facilitation.ui.screen import translator

library_screen(library_page(translator()("Instruments and methods")))
