"""Read the seats back from the papers of a café: name, round and table of everybody, as they are printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from facilitation.domain.cafe import Round, Seating
from facilitation.domain.record import EventRecord
from facilitation.domain.text import Text
from tests.documents.conference import a_conference
from tests.documents.reading import W, xml

ROUNDS = 4
Seat = tuple[str, int, int]
"""Name, round, table."""


@cache
def a_large_cafe(people: int) -> EventRecord:
    """So many people at tables of about ten in four rounds: hosts stay, the others move on."""
    record = a_conference(people)
    ids, tables = [entry.id for entry in record.participations], max(1, people // 10)
    hosts, guests = ids[:tables], ids[tables:]
    rounds = tuple(
        Round(tuple((hosts[place], *guests[(place + turn) % tables :: tables]) for place in range(tables)))
        for turn in range(ROUNDS)
    )
    questions = tuple(Text(sq=f"Pyetja {number}?", en=f"Question {number}?") for number in range(1, ROUNDS + 1))
    seating = Seating(rounds, tuple(hosts), 1, (), 1, 1, 0, 0.0)
    return replace(record, cafes=(replace(record.cafes[0], questions=questions, table_count=tables, seating=seating),))


def seats_of(record: EventRecord) -> list[Seat]:
    """The seats of the stored groups."""
    names = {entry.id: entry.person.name for entry in record.participations}
    return [
        (names[person], number, table)
        for cafe in record.cafes
        if cafe.seating
        for number, sitting in enumerate(cafe.seating.rounds, start=1)
        for table, ids in enumerate(sitting.tables, start=1)
        for person in ids
    ]


def seats_in_rosters_by_table(data: bytes) -> Iterator[Seat]:
    """The seats in the tables of every round."""
    for caption, rows in _tables(data):
        if found := re.fullmatch(r"Tables of round (\d+)", caption):
            for number, host, *guests in rows[1:]:
                for name in (*host, *(name for cell in guests for name in cell)):
                    yield name, int(found[1]), int(number[0])


def seats_in_rosters_by_name(data: bytes) -> Iterator[Seat]:
    """The seats in the table of everybody."""
    for caption, rows in _tables(data):
        if caption == "Everybody’s tables":
            for name, *tables in rows[1:]:
                yield from ((name[0], number, int(table[0])) for number, table in enumerate(tables, start=1))


def seats_on_cards(data: bytes) -> Iterator[Seat]:
    """The seats on the personal cards: the bold name, then a line per round."""
    for cell in xml(data).iter(W + "tc"):
        lines = [(_style(line), _words(line)) for line in cell.iter(W + "p")]
        name = next((words for style, words in lines if style in {"SeatName", "SeatLongName"}), "")
        seats = (words.split("\t") for style, words in lines if style in {"Seat", "SeatSmall"})
        yield from ((name, int(number), int(table)) for number, table, _question in seats)


def seats_on_host_sheets(data: bytes) -> Iterator[Seat]:
    """The seats on the sheets of the hosts: one table of rounds after the heading with its number."""
    numbers = [_words(line) for line in xml(data).iter(W + "p") if _style(line) == "Heading1"]
    sheets = [rows for caption, rows in _tables(data) if caption == "Who comes in each round"]
    for number, rows in zip(numbers, sheets, strict=True):
        for title, names in zip(rows[::2], rows[1::2], strict=True):
            found = re.match(r"Round (\d+)", title[0][0])
            assert found
            yield from ((name, int(found[1]), int(number.removeprefix("Table "))) for cell in names for name in cell)


READERS: dict[str, tuple[str, Callable[[bytes], Iterator[Seat]]]] = {
    "rosters by table": ("cafe-rosters.docx", seats_in_rosters_by_table),
    "rosters by name": ("cafe-rosters.docx", seats_in_rosters_by_name),
    "personal cards": ("cafe-cards.docx", seats_on_cards),
    "host's sheets": ("cafe-hosts.docx", seats_on_host_sheets),
}


def _tables(data: bytes) -> Iterator[tuple[str, list[list[list[str]]]]]:
    """Every table by its caption, as rows of cells of paragraphs."""
    for table in xml(data).iter(W + "tbl"):
        rows = [
            [[words for line in cell.iter(W + "p") if (words := _words(line))] for cell in row.iter(W + "tc")]
            for row in table.iter(W + "tr")
        ]
        yield table.find(f"{W}tblPr/{W}tblCaption").get(W + "val"), rows


def _words(line: Any) -> str:
    return "".join("\t" if node.tag == W + "tab" else node.text or "" for run in line.iter(W + "r") for node in run)


def _style(line: Any) -> str:
    found = line.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(W + "val"))
