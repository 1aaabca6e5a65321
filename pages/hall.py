"""In the hall: a display for the projector that says who sits at which table now."""

from facilitation.ui.hall_display import hall_screen

hall_screen()
