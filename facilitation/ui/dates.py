"""How date fields look in both languages, and which days an event can have."""

from datetime import date

from facilitation.services.events import FIRST_YEAR, LAST_YEAR

DATE_FORMAT = "DD.MM.YYYY"
EVENT_DAYS = (date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
