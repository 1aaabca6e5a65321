from __future__ import annotations

import pytest

from facilitation.domain.agenda import Audience, ItemKind
from tests.builders import an_item


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        (Audience.PUBLIC, ["public", "participants", "staff"]),
        (Audience.PARTICIPANTS, ["participants", "staff"]),
        (Audience.STAFF, ["staff"]),
    ],
)
def test_an_item_is_for_its_audience_and_for_those_who_know_more(audience: Audience, readers: list[str]) -> None:
    item = an_item(audience=audience)

    assert [reader.value for reader in Audience if item.is_for(reader)] == readers


def test_a_staff_item_is_for_the_staff_whatever_it_says() -> None:
    item = an_item(kind=ItemKind.STAFF, audience=Audience.PUBLIC)

    assert [reader for reader in Audience if item.is_for(reader)] == [Audience.STAFF]
