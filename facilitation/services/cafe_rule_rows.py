"""What one row of a file of café rules says: each kind of rule takes a row into the café, or refuses it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from facilitation.cafe.tables import table_sizes_for
from facilitation.domain.cafe import Cafe, HostSeat, PersonPair, PinnedSeat, RoundAbsence, ThemeVisit
from facilitation.domain.person import Participation
from facilitation.errors import InvalidInput, mark
from facilitation.i18n.labels import LANGUAGE_NAMES, language_label
from facilitation.i18n.translator import LANGUAGES, Translator
from facilitation.planning.cafe_sizes import LEAST_SEATS, MOST_SEATS, MOST_TABLES, NO_TABLE_THERE, with_round_sizes

Cells = Sequence[str]

TOO_FEW_CELLS = mark("The row needs {count} cells.")
UNKNOWN_PERSON = mark("“{person}” is not among the participants of this café. Write the name as it stands in the list.")
SEVERAL_CALLED = mark("Several people are called “{person}”. Write something that tells them apart in the list first.")
NO_ROUND = mark("“{text}” is not a round. Write a number from 1 to {rounds}.")
NO_TABLE = mark("“{text}” is not a table. Write a number from 1 to {tables}.")
NO_SIZE = mark("“{text}” is not a number of seats. Write one from 2 to {most}.")
NO_SIZE_IN_ROUND = mark(
    "“{text}” is not a number of seats. Write one from 2 to {most}, or 0 for no table in this round."
)
NO_THEME = mark("No table has the theme “{theme}”. Give it a table first.")
NO_LANGUAGE = mark("“{text}” is not a language this program knows. Write it as “Albanian” or “sq”.")
TWO_SEATS = mark("“{person}” has another table in round {round} already.")
ALL_HOSTED = mark("There are {tables} tables, and each has a host already.")
THE_SAME = mark("The row names “{person}” twice.")


class RuleFile(StrEnum):
    """What a file of rules holds."""

    APART = "apart"
    TOGETHER = "together"
    ABSENT = "absent"
    PINNED = "pinned"
    HOSTS = "hosts"
    HOST_SEATS = "host_seats"
    NOT_HOSTING = "no_host"
    SIZES = "sizes"
    LANGUAGES = "languages"
    THEMES = "themes"
    MUST_VISIT = "must_visit"
    MAY_VISIT = "may_visit"


OF_TABLES = frozenset({RuleFile.SIZES, RuleFile.LANGUAGES, RuleFile.THEMES})
"""Kinds whose rows begin with a table; those of the others begin with a person."""


@dataclass(frozen=True, slots=True)
class CafePeople:
    """The people a row may name, by id and by name ("" = several are called so)."""

    ids: Mapping[str, str]
    names: Mapping[str, str]
    count: int

    def is_known(self, cell: str) -> bool:
        """Whether a cell names somebody."""
        return plain_name(cell) in self.ids

    def one(self, cell: str) -> str:
        """The id of somebody. Raises InvalidInput."""
        found = self.ids.get(plain_name(cell))
        if found is None:
            raise InvalidInput(UNKNOWN_PERSON, person=cell)
        if not found:
            raise InvalidInput(SEVERAL_CALLED, person=cell)
        return found


def cafe_people(people: Iterable[Participation]) -> CafePeople:
    """Everybody a row may name."""
    everybody = tuple(people)
    called = Counter(plain_name(part.person.name) for part in everybody)
    by_name = {plain_name(part.person.name): part.id for part in everybody}
    ids = {name: identity if called[name] == 1 else "" for name, identity in by_name.items()}
    ids |= {plain_name(part.id): part.id for part in everybody}
    return CafePeople(ids, {part.id: part.person.name for part in everybody}, len(everybody))


def plain_name(text: str) -> str:
    """A name or theme as it is compared: spaces and capitals do not count."""
    return " ".join(text.split()).casefold()


def with_row(kind: RuleFile, cafe: Cafe, people: CafePeople, cells: Cells) -> Cafe:
    """The café with what one row says. Raises InvalidInput, which says why the row is refused."""
    take, least = _TAKERS[kind]
    if len([cell for cell in cells if cell]) < least:
        raise InvalidInput(TOO_FEW_CELLS, count=least)
    return take(cafe, people, cells)


def _ruled(cafe: Cafe, **changes: Any) -> Cafe:
    return replace(cafe, rules=replace(cafe.rules, **changes))


def _added(cafe: Cafe, name: str, *new: Any) -> Cafe:
    """The café with more entries in one list of its rules, each once."""
    return _ruled(cafe, **{name: tuple(dict.fromkeys((*getattr(cafe.rules, name), *new)))})


def _pairs(name: str) -> Callable[[Cafe, CafePeople, Cells], Cafe]:
    """Two people; more in one row are a group, joined person by person."""

    def take(cafe: Cafe, people: CafePeople, cells: Cells) -> Cafe:
        first, *others = (people.one(cell) for cell in cells if cell)
        if first in others:
            raise InvalidInput(THE_SAME, person=people.names[first])
        return _added(cafe, name, *(PersonPair(first, other) for other in others))

    return take


def _absence(cafe: Cafe, people: CafePeople, cells: Cells) -> Cafe:
    return _added(cafe, "absences", RoundAbsence(people.one(cells[0]), _round(cafe, cells[1])))


def _pin(cafe: Cafe, people: CafePeople, cells: Cells) -> Cafe:
    seat = PinnedSeat(people.one(cells[0]), _round(cafe, cells[1]), _table(cells[2], cafe.table_count))
    _refuse_two_seats(seat, cafe.rules.pinned, people)
    return _added(cafe, "pinned", seat)


def _host_seat(cafe: Cafe, people: CafePeople, cells: Cells) -> Cafe:
    seat = HostSeat(people.one(cells[0]), _round(cafe, cells[1]), _table(cells[2], cafe.table_count))
    _refuse_two_seats(seat, cafe.rules.round_hosts, people)
    others = [host for host in cafe.rules.round_hosts if (host.round, host.table) != (seat.round, seat.table)]
    hosts = tuple(sorted((*others, seat), key=lambda host: (host.round, host.table)))
    return replace(_ruled(cafe, round_hosts=hosts), has_hosts=True)


def _refuse_two_seats(seat: PinnedSeat | HostSeat, others: Iterable[PinnedSeat | HostSeat], people: CafePeople) -> None:
    for other in others:
        is_same = (other.participation_id, other.round) == (seat.participation_id, seat.round)
        if is_same and other.table != seat.table:
            raise InvalidInput(TWO_SEATS, person=people.names[seat.participation_id], round=seat.round)


def _host(cafe: Cafe, people: CafePeople, cells: Cells) -> Cafe:
    """A host who stays; the order of the rows is that of the tables."""
    host = people.one(cells[0])
    if host not in cafe.host_ids and len(cafe.host_ids) >= cafe.table_count:
        raise InvalidInput(ALL_HOSTED, tables=cafe.table_count)
    return replace(cafe, host_ids=tuple(dict.fromkeys((*cafe.host_ids, host))), has_hosts=True)


def _not_hosting(cafe: Cafe, people: CafePeople, cells: Cells) -> Cafe:
    return _added(cafe, "not_hosting_ids", people.one(cells[0]))


def _size(cafe: Cafe, people: CafePeople, cells: Cells) -> Cafe:
    """The seats of a table, in one round where a fourth cell says so, and the fewest at it where a third cell does."""
    least, number = (*cells[2:4], "", "")[:2]
    if number:
        cafe = _size_in_round(cafe, people, cells[0], cells[1], _round(cafe, number))
    else:
        sizes = _with_size(_sizes(cafe, people), cells[0], _seats(cells[1]))
        cafe = replace(_ruled(cafe, table_sizes=sizes), table_count=max(len(sizes), _longest(cafe)))
    return _with_least(cafe, int(cells[0]), _seats(least)) if least else cafe


def _longest(cafe: Cafe) -> int:
    return max(map(len, cafe.rules.round_sizes), default=0)


def _sizes(cafe: Cafe, people: CafePeople, number: int = 0) -> tuple[int, ...]:
    """What the tables have already, in a round (0 = in those that do not differ)."""
    return cafe.rules.sizes_in(number) or table_sizes_for(people.count, tables=cafe.table_count)


def _with_size(sizes: Sequence[int], table_cell: str, seats: int) -> tuple[int, ...]:
    """The sizes with those of one table; a new table follows the last one."""
    table = _table(table_cell, min(len(sizes) + 1, MOST_TABLES))
    return (*sizes[: table - 1], seats, *sizes[table:])


def _size_in_round(cafe: Cafe, people: CafePeople, table_cell: str, seats_cell: str, number: int) -> Cafe:
    if (seats := 0 if seats_cell == "0" else _number(seats_cell, LEAST_SEATS, MOST_SEATS)) is None:
        raise InvalidInput(NO_SIZE_IN_ROUND, text=seats_cell, most=MOST_SEATS)
    sizes = _with_size(_sizes(cafe, people, number), table_cell, seats)
    if not any(sizes):
        raise InvalidInput(NO_TABLE_THERE, round=number)
    return with_round_sizes(cafe, number, sizes)


def _with_least(cafe: Cafe, table: int, seats: int) -> Cafe:
    least = [*cafe.rules.least_sizes, *[LEAST_SEATS] * (table - len(cafe.rules.least_sizes))]
    least[table - 1] = seats
    return _ruled(cafe, least_sizes=tuple(least))


def _language(cafe: Cafe, _people: CafePeople, cells: Cells) -> Cafe:
    table, code = _table(cells[0], cafe.table_count), _codes().get(plain_name(cells[1]))
    if code is None:
        raise InvalidInput(NO_LANGUAGE, text=cells[1])
    return _ruled(
        cafe,
        table_languages=_placed(cafe.rules.table_languages, table, code, count=cafe.table_count),
        has_one_language_per_table=True,
    )


def _codes() -> dict[str, str]:
    """The code of every language by its code and its names in both languages."""
    translators = [Translator(language) for language in LANGUAGES]
    names = {plain_name(language_label(code, _)): code for code in LANGUAGE_NAMES for _ in translators}
    return names | {code: code for code in LANGUAGE_NAMES}


def _theme(cafe: Cafe, _people: CafePeople, cells: Cells) -> Cafe:
    table = _table(cells[0], cafe.table_count)
    return _ruled(cafe, themes=_placed(cafe.rules.themes, table, cells[1], count=cafe.table_count))


def _placed(words: Sequence[str], table: int, word: str, *, count: int) -> tuple[str, ...]:
    placed = [*words, *[""] * (count - len(words))]
    placed[table - 1] = word
    return tuple(placed)


def _visit(name: str) -> Callable[[Cafe, CafePeople, Cells], Cafe]:
    """A person and a theme that some table has."""

    def take(cafe: Cafe, people: CafePeople, cells: Cells) -> Cafe:
        themes = {plain_name(theme): theme for theme in cafe.rules.themes if theme}
        theme = themes.get(plain_name(cells[1]))
        if theme is None:
            raise InvalidInput(NO_THEME, theme=cells[1])
        return _added(cafe, name, ThemeVisit(people.one(cells[0]), theme))

    return take


def _number(text: str, least: int, most: int) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) < 6
    return int(text) if is_number and least <= int(text) <= most else None


def _round(cafe: Cafe, text: str) -> int:
    if (number := _number(text, 1, cafe.round_count)) is None:
        raise InvalidInput(NO_ROUND, text=text, rounds=cafe.round_count)
    return number


def _table(text: str, tables: int) -> int:
    if (number := _number(text, 1, tables)) is None:
        raise InvalidInput(NO_TABLE, text=text, tables=tables)
    return number


def _seats(text: str) -> int:
    if (number := _number(text, LEAST_SEATS, MOST_SEATS)) is None:
        raise InvalidInput(NO_SIZE, text=text, most=MOST_SEATS)
    return number


_TAKERS: Mapping[RuleFile, tuple[Callable[[Cafe, CafePeople, Cells], Cafe], int]] = {
    RuleFile.APART: (_pairs("apart"), 2),
    RuleFile.TOGETHER: (_pairs("together"), 2),
    RuleFile.ABSENT: (_absence, 2),
    RuleFile.PINNED: (_pin, 3),
    RuleFile.HOSTS: (_host, 1),
    RuleFile.HOST_SEATS: (_host_seat, 3),
    RuleFile.NOT_HOSTING: (_not_hosting, 1),
    RuleFile.SIZES: (_size, 2),
    RuleFile.LANGUAGES: (_language, 2),
    RuleFile.THEMES: (_theme, 2),
    RuleFile.MUST_VISIT: (_visit("must_visit"), 2),
    RuleFile.MAY_VISIT: (_visit("may_visit"), 2),
}
"""What takes a row of each kind, and how many cells it needs."""
