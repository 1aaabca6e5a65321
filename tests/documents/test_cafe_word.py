"""Rosters and table cards of the world café."""

from __future__ import annotations

from typing import Any

from facilitation.documents.cafe_word import cafe_rosters_docx, table_cards_docx
from facilitation.domain.cafe import Cafe, Round, Seating
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from tests.builders import a_cafe, a_participation, a_record, an_agenda
from tests.documents.reading import STAMP, outline

ENGLISH = Translator("en")


def a_record_with(*cafes: Cafe) -> EventRecord:
    people = tuple(a_participation(name, name=name.title()) for name in ("ana", "beni", "dora", "goni"))
    return a_record(agenda=an_agenda([60]), participations=people, cafes=cafes)


def seated(**fields: Any) -> Cafe:
    rounds = (Round((("ana", "dora"), ("beni", "goni"))), Round((("ana", "goni"), ("beni", "dora"))))
    seating = Seating(rounds, ("ana", "beni"), 7, (), 6, 4, 0, 1.0)
    return a_cafe(questions=(Text(en="First?"), Text(en="Second?")), table_count=2, seating=seating, **fields)


def roster_lines(*cafes: Cafe) -> list[str]:
    return outline(cafe_rosters_docx(a_record_with(*cafes), ENGLISH, STAMP)).splitlines()


def test_every_round_lists_its_tables_with_the_host_first() -> None:
    found = roster_lines(seated())

    assert found[found.index("[Heading 2] Round 1") :][:6] == [
        "[Heading 2] Round 1",
        "[Lead] First?",
        "(table: Tables of round 1)",
        "| Table | Host | Participants |",
        "| 1 | Ana | Dora |  |",
        "| 2 | Beni | Goni |  |",
    ]


def test_every_person_finds_their_tables_by_name() -> None:
    assert roster_lines(seated())[-6:-1] == [
        "| Name | Round 1 | Round 2 |",
        "| Ana | 1 | 1 |",
        "| Beni | 2 | 2 |",
        "| Dora | 1 | 2 |",
        "| Goni | 2 | 1 |",
    ]


def test_person_absent_in_a_round_has_a_dash() -> None:
    seating = Seating((Round((("ana", "dora"),)), Round((("ana",),))), ("ana",), 7, (), 1, 1, 0, 1.0)

    assert "| Dora | 1 | – |" in roster_lines(a_cafe(seating=seating))


def test_groups_not_made_yet_is_said() -> None:
    assert roster_lines(a_cafe())[-1] == (
        "[Empty Note] The groups have not been made yet. Make them on the screen “World café”, then print this again."
    )


def test_event_without_a_cafe_says_so() -> None:
    assert roster_lines()[-1] == "[Empty Note] This event has no world café."


def card_lines(*cafes: Cafe) -> list[str]:
    return outline(table_cards_docx(a_record_with(*cafes), ENGLISH, STAMP)).splitlines()


def test_every_table_has_a_card_with_its_number_and_all_questions() -> None:
    assert [line for line in card_lines(seated()) if line.startswith("|")] == [
        "| Event (en) · item-1 (en) / Table / 1 / 1. First? / 2. Second? |",
        "| Event (en) · item-1 (en) / Table / 2 / 1. First? / 2. Second? |",
    ]


def test_cards_need_no_seating() -> None:
    assert len([line for line in card_lines(a_cafe(table_count=24)) if line.startswith("|")]) == 24


def test_cards_without_a_cafe_say_so() -> None:
    assert card_lines()[-1] == "[Empty Note] This event has no world café, so there are no table cards."
