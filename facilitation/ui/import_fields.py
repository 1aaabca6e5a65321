"""The columns an import of participants can fill, as a person reads them."""

from facilitation.errors import mark

FIELD_NAMES = {
    "name": mark("Name"),
    "last_name": mark("Last name (if in its own column)"),
    "title": mark("Title before the name"),
    "organisation": mark("Organisation"),
    "position": mark("Position"),
    "sector": mark("Sector"),
    "district": mark("District"),
    "municipality": mark("Municipality"),
    "role": mark("Role in the event"),
    "status": mark("Invitation"),
    "languages": mark("Languages"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "photo_consent": mark("Consent to photos"),
    "list_consent": mark("Consent to the published list"),
    "access_needs": mark("Access needs"),
    "dietary_needs": mark("Dietary needs"),
    "sex": mark("Sex (voluntary, for the figures)"),
    "days_attended": mark("Days attended"),
    "note": mark("Note"),
}
