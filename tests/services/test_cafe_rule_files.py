"""Rules of a café from files: every kind is looked at row by row, and what is wrong is refused there."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from facilitation.cli.cafe_command import FILES
from facilitation.domain.cafe import Cafe, CafeRules, HostSeat, PersonPair, PinnedSeat, RoundAbsence, ThemeVisit
from facilitation.errors import InvalidInput
from facilitation.services.cafe_rule_files import RuleFile, RulePreview, read_rules
from tests.builders import a_cafe, a_participation

PEOPLE = tuple(
    a_participation(f"p-{number}", name=name)
    for number, name in enumerate(("Ana, Tiranë", "Beni", "Çeni", "Dora", "Ema", "Fredi", "Goni", "Hana"))
)
CAFE = a_cafe(table_count=2, rules=CafeRules(themes=("Banim", "Punë")))


def read(kind: RuleFile, text: str, cafe: Cafe = CAFE, people: tuple[Any, ...] = PEOPLE) -> RulePreview:
    return read_rules(cafe, people, kind, text.encode(), file_name="rules.csv")


def refusals(preview: RulePreview) -> list[tuple[int, str]]:
    return [(row.number, str(row.refusal)) for row in preview.rows if row.refusal is not None]


def ruled(**changes: Any) -> Cafe:
    return replace(CAFE, rules=replace(CAFE.rules, **changes))


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (RuleFile.APART, "Ana, Tiranë;beni\np-2;p-3",
         ruled(apart=(PersonPair("p-0", "p-1"), PersonPair("p-2", "p-3")))),
        (RuleFile.TOGETHER, "Beni,Çeni,Dora", ruled(together=(PersonPair("p-1", "p-2"), PersonPair("p-1", "p-3")))),
        (RuleFile.ABSENT, "Beni,2\nBeni,2", ruled(absences=(RoundAbsence("p-1", 2),))),
        (RuleFile.PINNED, "Beni,2,1", ruled(pinned=(PinnedSeat("p-1", 2, 1),))),
        (RuleFile.HOSTS, "Beni\nDora", replace(CAFE, host_ids=("p-1", "p-3"))),
        (RuleFile.HOST_SEATS, "Beni\t2\t1\nDora\t2\t1", ruled(round_hosts=(HostSeat("p-3", 2, 1),))),
        (RuleFile.NOT_HOSTING, "Beni\nBeni\nDora", ruled(not_hosting_ids=("p-1", "p-3"))),
        (RuleFile.SIZES, "1,6,4\n3,2", replace(ruled(table_sizes=(6, 4, 2), least_sizes=(4,)), table_count=3)),
        (RuleFile.SIZES, "1,6,,2\n2,0,,2", ruled(round_sizes=((), (6, 0), ()))),
        (RuleFile.SIZES, "1,3,,1\n2,3,,1\n3,2,2,1",
         replace(ruled(round_sizes=((3, 3, 2), (), ()), least_sizes=(2, 2, 2)), table_count=3)),
        (RuleFile.SIZES, "tryeza,vende,më pak,raundi\n1,5\n2,3\n2,0,,3",
         ruled(table_sizes=(5, 3), round_sizes=((), (), (5, 0)))),
        (RuleFile.LANGUAGES, "2,anglisht\n1,Albanian",
         ruled(table_languages=("sq", "en"), has_one_language_per_table=True)),
        (RuleFile.THEMES, "2,Arsim", ruled(themes=("Banim", "Arsim"))),
        (RuleFile.MUST_VISIT, "Beni,banim", ruled(must_visit=(ThemeVisit("p-1", "Banim"),))),
        (RuleFile.MAY_VISIT, "Beni,Punë", ruled(may_visit=(ThemeVisit("p-1", "Punë"),))),
    ],
)  # fmt: skip
def test_every_kind_of_rule_is_read(kind: RuleFile, text: str, expected: Cafe) -> None:
    preview = read(kind, text)

    assert refusals(preview) == []
    assert preview.cafe == expected


def test_every_file_of_the_command_line_can_be_read_on_the_screen() -> None:
    assert set(FILES) <= {kind.value for kind in RuleFile}


def test_a_wrong_row_is_refused_alone_and_says_why() -> None:
    text = "Person;Round;Table\nBeni;2;1\nAskush;1;1\n\nDora;9;1\nEma;1;tre\nBeni;2;2\nGoni;1\n"

    preview = read(RuleFile.PINNED, text)

    assert preview.cafe.rules.pinned == (PinnedSeat("p-1", 2, 1),)
    assert (preview.taken, preview.refused) == (1, 5)
    assert [(row.number, row.is_heading) for row in preview.rows if row.is_heading] == [(1, True)]
    assert refusals(preview) == [
        (3, "“Askush” is not among the participants of this café. Write the name as it stands in the list."),
        (5, "“9” is not a round. Write a number from 1 to 3."),
        (6, "“tre” is not a table. Write a number from 1 to 2."),
        (7, "“Beni” has another table in round 2 already."),
        (8, "The row needs 3 cells."),
    ]


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        (RuleFile.APART, "Beni,Beni", "The row names “Beni” twice."),
        (RuleFile.HOSTS, "Beni\nDora\nEma", "There are 2 tables, and each has a host already."),
        (RuleFile.HOST_SEATS, "Beni,1,1\nBeni,1,2", "“Beni” has another table in round 1 already."),
        (RuleFile.SIZES, "1,1", "“1” is not a number of seats. Write one from 2 to 999."),
        (RuleFile.SIZES, "4,5", "“4” is not a table. Write a number from 1 to 3."),
        (RuleFile.SIZES, "1,1,,2",
         "“1” is not a number of seats. Write one from 2 to 999, or 0 for no table in this round."),
        (RuleFile.SIZES, "1,0,,2\n2,0,,2", "No table is there in round 2. Give at least one of them seats."),
        (RuleFile.SIZES, "1,0", "“0” is not a number of seats. Write one from 2 to 999."),
        (RuleFile.SIZES, "1,4,,9", "“9” is not a round. Write a number from 1 to 3."),
        (RuleFile.SIZES, "4,4,,2", "“4” is not a table. Write a number from 1 to 3."),
        (RuleFile.LANGUAGES, "1,klingonisht", "“klingonisht” is not a language this program knows. Write it as"
         " “Albanian” or “sq”."),
        (RuleFile.MUST_VISIT, "Beni,Det", "No table has the theme “Det”. Give it a table first."),
        (RuleFile.ABSENT, "Beni,²", "“²” is not a round. Write a number from 1 to 3."),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_in_words(kind: RuleFile, text: str, reason: str) -> None:
    assert [sentence for _row, sentence in refusals(read(kind, text))] == [reason]


def test_a_name_that_two_people_have_is_refused() -> None:
    twins = (PEOPLE[0], a_participation("p-9", name=" ana,  TIRANË"), PEOPLE[1])

    preview = read(RuleFile.NOT_HOSTING, "Ana, Tiranë;\np-9;\nBeni;", people=twins)

    assert preview.cafe.rules.not_hosting_ids == ("p-9", "p-1")
    assert [row for row, _reason in refusals(preview)] == [1]


def test_a_wrong_first_row_with_a_number_is_no_heading() -> None:
    assert [row for row, _reason in refusals(read(RuleFile.ABSENT, "Askush,1"))] == [1]


def test_a_workbook_is_read_with_its_row_numbers() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Personi", "Raundi"), ("Beni", 2), ("Askush", 1)):
        sheet.append(row)
    out = BytesIO()
    book.save(out)

    preview = read_rules(CAFE, PEOPLE, RuleFile.ABSENT, out.getvalue(), file_name="rules.xlsx")

    assert preview.cafe.rules.absences == (RoundAbsence("p-1", 2),)
    assert [row for row, _reason in refusals(preview)] == [3]


@pytest.mark.parametrize("data", [b"", b" \n;;\n", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, b"PK\x03\x04broken"])
def test_what_is_no_list_is_refused_as_a_whole(data: bytes) -> None:
    with pytest.raises(InvalidInput):
        read_rules(CAFE, PEOPLE, RuleFile.APART, data, file_name="rules.csv")


def test_a_file_of_more_rows_than_any_cafe_has_is_refused() -> None:
    with pytest.raises(InvalidInput):
        read(RuleFile.ABSENT, "Beni,1\n" * 20_001)
