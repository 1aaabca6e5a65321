"""Rosters and table cards of the world café."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitation.documents.cafe_tents_word import table_cards_docx
from facilitation.documents.cafe_word import cafe_rosters_docx
from facilitation.domain.cafe import Cafe, Round, Seating
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from facilitation.i18n.translator import Translator
from tests.builders import a_cafe, a_participation, a_record, an_agenda
from tests.documents.reading import STAMP, W, outline, xml

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


def test_a_table_that_is_not_there_in_a_round_is_not_in_its_list() -> None:
    seating = Seating(
        (Round((("ana", "dora"), ("beni", "goni"))), Round((("ana", "goni", "beni", "dora"), ()))),
        ("ana", "beni"), 7, (), 6, 6, 0, 1.0, round_host_ids=(("ana", "beni"), ("ana", "")),
    )  # fmt: skip
    found = roster_lines(replace(seated(), seating=seating))

    start = found.index("(table: Tables of round 2)")
    assert found[start + 1 : start + 3] == [
        "| Table | Host | Participants |",
        "| 1 | Ana | Goni / Beni | Dora |",
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


def tents(*cafes: Cafe) -> list[str]:
    return [line for line in card_lines(*cafes) if line.startswith("|")]


def test_every_table_has_a_tent_that_reads_the_same_from_both_sides() -> None:
    faces = [
        f"Event (en) · item-1 (en) / Table / {number} / Host: {host} / 1. First? / 2. Second?"
        for number, host in ((1, "Ana"), (2, "Beni"))
    ]

    assert tents(seated()) == [f"| {face} | {face} |" for face in faces]


def test_the_sides_of_a_tent_look_up_to_its_fold() -> None:
    data = table_cards_docx(a_record_with(seated()), ENGLISH, STAMP)

    assert [mark.get(W + "val") for mark in xml(data).iter(W + "textDirection")] == ["tbRl", "btLr"] * 2


def test_tents_need_no_seating_and_name_no_host_then() -> None:
    found = tents(a_cafe(table_count=24))

    assert len(found) == 24
    assert "Host" not in "".join(found)


def test_long_name_of_a_host_stays_on_one_line_of_the_tent() -> None:
    people = (a_participation("ana", name="Përfaqësuese, Zyra e Punësimit dhe e Shërbimeve " * 2),)

    data = table_cards_docx(replace(a_record_with(seated()), participations=people), ENGLISH, STAMP)

    styles = [mark.get(W + "val") for mark in xml(data).iter(W + "pStyle")]
    assert (styles.count("TentLongHost"), styles.count("TentHost")) == (2, 2)


def test_long_questions_are_shortened_before_a_tent_loses_its_number() -> None:
    long = Text(en="What has to change so that nobody is lost between two offices, " * 8)

    (first, *_others) = tents(a_cafe(questions=(long,) * 7, table_count=2))

    assert first.count("1. What has to change") == 2
    assert first.count("7. What has to change") == 0
    assert first.count(" …") == 2 * 6


def test_cards_without_a_cafe_say_so() -> None:
    assert card_lines()[-1] == "[Empty Note] This event has no world café, so there are no table cards."
