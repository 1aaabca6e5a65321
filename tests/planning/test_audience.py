"""What everybody may read."""

from __future__ import annotations

import pytest

from facilitation.domain.agenda import Audience, CustomField, ItemKind
from facilitation.planning.agenda_timing import timed_items
from facilitation.planning.audience import is_public, public_fields, public_items
from tests.builders import A_MONDAY, a_text, an_agenda, an_item


@pytest.mark.parametrize(
    ("kind", "audience", "expected"),
    [
        (ItemKind.PLENARY, Audience.PUBLIC, True),
        (ItemKind.BREAK, Audience.PUBLIC, True),
        (ItemKind.PLENARY, Audience.PARTICIPANTS, False),
        (ItemKind.PLENARY, Audience.STAFF, False),
        (ItemKind.STAFF, Audience.PUBLIC, False),
    ],
)
def test_public_is_what_is_marked_so_and_is_no_duty_of_the_staff(
    kind: ItemKind, audience: Audience, expected: bool
) -> None:
    assert is_public(an_item(kind=kind, audience=audience)) is expected


def test_public_items_keep_their_order_and_the_times_they_have_among_the_others() -> None:
    agenda = an_agenda([30, an_item("staff", kind=ItemKind.STAFF), 15])
    timed = timed_items(agenda, A_MONDAY)

    assert public_items(timed) == (timed[0], timed[2])


def test_public_fields_are_those_that_say_so() -> None:
    fields = tuple(CustomField(audience.value, a_text("Field"), audience=audience) for audience in Audience)

    assert public_fields(an_agenda(custom_fields=fields)) == (fields[0],)
