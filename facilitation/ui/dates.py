"""How date fields look in both languages."""

DATE_FORMAT = "DD.MM.YYYY"
