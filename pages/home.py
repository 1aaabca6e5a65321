"""Today: how far the event is, what waits, what is wrong, who comes. Without an event: how to begin."""

from facilitation.ui.screen import screen
from facilitation.ui.start import start_screen, wants_new_event
from facilitation.ui.today import today_screen

found = screen()
if found.event is None or wants_new_event():
    start_screen(found)
else:
    today_screen(found)
