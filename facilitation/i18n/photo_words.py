"""What is said about who can be recognised in a photo."""

from __future__ import annotations

from collections.abc import Mapping

from facilitation.domain.photo import PeopleShown
from facilitation.errors import mark
from facilitation.i18n.translator import Translator

PEOPLE: Mapping[PeopleShown, str] = {
    PeopleShown.NOBODY: mark("Nobody can be recognised"),
    PeopleShown.AGREED: mark("Everybody visible agreed to be shown"),
    PeopleShown.KEPT_BACK: mark("Stays out of the volume"),
}
NOT_SAID = mark("Not said yet who is in it")


def people_label(people: PeopleShown | None, _: Translator) -> str:
    """Who can be recognised in a photo, as far as somebody said so."""
    return _(NOT_SAID if people is None else PEOPLE[people])
