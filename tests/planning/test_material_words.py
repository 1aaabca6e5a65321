from __future__ import annotations

import pytest

from facilitation.domain.guide import Material, MaterialPer
from facilitation.domain.text import Text
from facilitation.planning.material_words import Supply, is_used_up, supply_of


@pytest.mark.parametrize(
    ("name", "per", "expected"),
    [
        (Text(sq="Marker"), MaterialPer.GROUP, False),
        (Text(en="Flipchart sheet"), MaterialPer.EVENT, True),
        (Text(sq="Fletë e madhe (flipchart)"), MaterialPer.EVENT, True),
        (Text(en="Pinboard with paper"), MaterialPer.GROUP, False),
        (Text(sq="LETËR ngjitëse"), MaterialPer.EVENT, True),
        (Text(en="Projector"), MaterialPer.PARTICIPANT, False),
        (Text(en="Sign-in sheet"), MaterialPer.EVENT, True),
        (Text(en="Apple"), MaterialPer.PARTICIPANT, True),
        (Text(en="Apple"), MaterialPer.EVENT, False),
        (Text(en="Apple"), MaterialPer.FACILITATOR, False),
    ],
)
def test_the_name_tells_what_is_used_up_else_what_it_is_counted_by(
    name: Text, per: MaterialPer, expected: bool
) -> None:
    assert is_used_up(Material(name, 1, per)) is expected


@pytest.mark.parametrize("said", [True, False])
def test_what_somebody_said_counts_more_than_the_name(said: bool) -> None:
    assert is_used_up(Material(Text(sq="Marker"), 1, MaterialPer.GROUP, said)) is said


@pytest.mark.parametrize(
    ("name", "used_up", "expected"),
    [
        (Text(en="Sticky note"), True, Supply.BUY),
        (Text(sq="Fletë e madhe (flipchart)"), True, Supply.BUY),
        (Text(sq="Formular vlerësimi"), True, Supply.PRINT),
        (Text(en="Calendar poster"), False, Supply.PRINT),
        (Text(en="Folder with agenda and note paper"), True, Supply.PRINT),
        (Text(en="Marker"), False, Supply.BRING),
        (Text(sq="Lule"), True, Supply.BUY),
        (Text(sq="Lule"), False, Supply.BRING),
    ],
)
def test_things_are_bought_printed_or_brought(name: Text, used_up: bool, expected: Supply) -> None:
    assert supply_of(name, used_up=used_up) is expected
