"""Series: what is owed and when, what was promised, who presides, and the next event."""

from facilitation.ui.page_head import event_page
from facilitation.ui.screen import translator
from facilitation.ui.series_commitments import commitments_list
from facilitation.ui.series_duty import duty_panel
from facilitation.ui.series_events import events_list
from facilitation.ui.series_facts import facts_part, new_series_button, no_series
from facilitation.ui.series_next import next_event_button
from facilitation.ui.series_notices import notices_of
from facilitation.ui.series_presidency import presidency_part
from facilitation.ui.series_rhythm import add_duty_button, rhythm_table
from facilitation.ui.series_view import series_choice, series_part, series_view
from facilitation.ui.side_panel import list_and_panel

page = event_page(translator()("Series"))
view = series_view(page)
if view is None:
    no_series(page)
else:
    new_series_button(page)
    next_event_button(page, view)
    series_choice(page, view)
    notices_of(page.app, view.series.id, page._)
    part = series_part(page, view)
    if part == "rhythm":
        main, side = list_and_panel(is_open=view.chosen is not None)
        with main:
            rhythm_table(page, view)
            add_duty_button(page, view)
        with side:
            duty_panel(page, view)
    elif part == "commitments":
        commitments_list(page, view)
    elif part == "events":
        events_list(page, view)
    elif part == "presidency":
        presidency_part(page, view)
    else:
        facts_part(page, view)
