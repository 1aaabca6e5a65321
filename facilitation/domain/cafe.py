"""The world café of an event: its questions, its tables, its rules and who sits where in which round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from facilitation.domain.text import Text


class CafeColumn(StrEnum):
    """What tables may be balanced by, and what people at one table may be kept from sharing."""

    SECTOR = "sector"
    DISTRICT = "district"
    ORGANISATION = "organisation"
    SEX = "sex"


@dataclass(frozen=True, slots=True)
class PersonPair:
    """Two participations a rule speaks of."""

    one_id: str
    other_id: str


@dataclass(frozen=True, slots=True)
class RoundAbsence:
    """Somebody who is away in one round (from 1)."""

    participation_id: str
    round: int


@dataclass(frozen=True, slots=True)
class PinnedSeat:
    """A seat that stays as it is; round and table count from 1."""

    participation_id: str
    round: int
    table: int


@dataclass(frozen=True, slots=True)
class HostSeat:
    """Somebody who hosts a table from a round on, until somebody else does; round and table count from 1."""

    participation_id: str
    round: int
    table: int


@dataclass(frozen=True, slots=True)
class ThemeVisit:
    """A theme somebody must visit, or one of those they may visit."""

    participation_id: str
    theme: str


@dataclass(frozen=True, slots=True)
class BalancedColumn:
    """A column the tables are balanced by, and how much it counts beside the others."""

    column: CafeColumn
    weight: float = 1.0


DEFAULT_BALANCE = (
    BalancedColumn(CafeColumn.SECTOR, 4.0),
    BalancedColumn(CafeColumn.DISTRICT, 2.0),
    BalancedColumn(CafeColumn.ORGANISATION, 1.0),
)
"""Each column counts half of the one before."""


@dataclass(frozen=True, slots=True)
class CafeRules:
    """What every plan of a café must keep. Nothing said = tables as even as possible, balanced as by default.

    ``table_sizes`` and ``least_sizes`` are per table, and so are ``themes`` and ``table_languages`` ("" = none; a code
    such as "sq"); ``balance`` names the columns, the most important first.
    ``round_hosts`` are hosts who take over a table; without any, the hosts of the first round stay. ``round_sizes`` are
    the seats of each table in each round that differs (0 = the table is not there), () in one that does not.
    """

    table_sizes: tuple[int, ...] = ()
    least_sizes: tuple[int, ...] = ()
    apart: tuple[PersonPair, ...] = ()
    together: tuple[PersonPair, ...] = ()
    apart_by: tuple[CafeColumn, ...] = ()
    absences: tuple[RoundAbsence, ...] = ()
    pinned: tuple[PinnedSeat, ...] = ()
    not_hosting_ids: tuple[str, ...] = ()
    has_spread_observers: bool = False
    has_one_language_per_table: bool = False
    table_languages: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    must_visit: tuple[ThemeVisit, ...] = ()
    may_visit: tuple[ThemeVisit, ...] = ()
    has_no_theme_twice: bool = False
    balance: tuple[BalancedColumn, ...] = DEFAULT_BALANCE
    round_hosts: tuple[HostSeat, ...] = ()
    round_sizes: tuple[tuple[int, ...], ...] = ()

    def theme(self, table: int) -> str:
        """The theme of a table (from 1); "" where it has none."""
        return self.themes[table - 1].strip() if 1 <= table <= len(self.themes) else ""

    def sizes_in(self, number: int) -> tuple[int, ...]:
        """The seats of each table in a round (from 1), as typed; () where they are as even as possible."""
        of_round = self.round_sizes[number - 1] if 1 <= number <= len(self.round_sizes) else ()
        return of_round or self.table_sizes

    def has_table(self, number: int, table: int) -> bool:
        """Whether a table is there in a round (both from 1)."""
        of_round = self.round_sizes[number - 1] if 1 <= number <= len(self.round_sizes) else ()
        return not of_round or (1 <= table <= len(of_round) and of_round[table - 1] > 0)


@dataclass(frozen=True, slots=True)
class Round:
    """One round: for each table (number = position + 1) the participation ids that sit there; the host first."""

    tables: tuple[tuple[str, ...], ...]

    def table_of(self, participation_id: str) -> int | None:
        """The number of somebody's table; None where they have no seat in this round."""
        found = (number for number, table in enumerate(self.tables, start=1) if participation_id in table)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class ColumnDistance:
    """How far the tables are from the mix of the room in one column, and the least that is possible (0 to 1)."""

    column: str
    distance: float
    least: float


@dataclass(frozen=True, slots=True)
class Seating:
    """A finished grouping with the seed and the figures it was made with.

    ``hosts`` are by table; ``round_host_ids`` by round and table, where they are not the same in every round.
    ``is_repeatable`` is false where the plan was stopped early or changed by hand: the seed does not give it again.
    """

    rounds: tuple[Round, ...]
    hosts: tuple[str, ...]
    seed: int
    balanced_by: tuple[str, ...]
    possible_meetings: int
    unique_meetings: int
    repeated_meetings: int
    sector_balance: float
    wanted_repeats: int = 0
    broken_rules: int = 0
    least_new_people: int = 0
    mean_new_people: float = 0.0
    most_new_people: int = 0
    balance: tuple[ColumnDistance, ...] = ()
    table_languages: tuple[str, ...] = ()
    round_host_ids: tuple[tuple[str, ...], ...] = ()
    is_repeatable: bool = True

    def hosts_in(self, number: int) -> tuple[str, ...]:
        """Who hosts each table in a round (from 1)."""
        return self.round_host_ids[number - 1] if self.round_host_ids else self.hosts

    def language_at(self, table: int) -> str:
        """The code of the language everybody at a table (from 1) shares; "" where it is free."""
        return self.table_languages[table - 1] if 1 <= table <= len(self.table_languages) else ""

    @property
    def seated_ids(self) -> frozenset[str]:
        """Everybody who sits somewhere in some round."""
        return frozenset(person for entry in self.rounds for table in entry.tables for person in table)


@dataclass(frozen=True, slots=True)
class CafeSettings:
    """What a plan was made from, so that it can be made again."""

    round_count: int
    table_count: int
    has_hosts: bool
    host_ids: tuple[str, ...] = ()
    rules: CafeRules = CafeRules()


@dataclass(frozen=True, slots=True)
class CafePlan:
    """One of the plans kept for a café. ``number`` counts from 1; a locked plan cannot be removed or changed."""

    id: str
    number: int
    name: str
    settings: CafeSettings
    seating: Seating
    made_at: datetime
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Cafe:
    """Set-up of the café in one agenda item, its plans, and the seating in use once one was made.

    ``host_ids`` are participation ids, one per table where chosen; the engine chooses the rest. ``plan_number`` says
    which of the ``plans`` (in the order they were made) is in use; 0 = a seating that is kept as no plan, or none.
    """

    event_id: str
    item_id: str
    questions: tuple[Text, ...] = ()
    table_count: int = 4
    host_ids: tuple[str, ...] = ()
    has_hosts: bool = True
    seed: int = 1
    rules: CafeRules = CafeRules()
    plan_number: int = 0
    seating: Seating | None = None
    plans: tuple[CafePlan, ...] = ()
    version: int = 0

    @property
    def round_count(self) -> int:
        """One round per question."""
        return len(self.questions)

    @property
    def settings(self) -> CafeSettings:
        """What a plan made now is made from."""
        return CafeSettings(self.round_count, self.table_count, self.has_hosts, self.host_ids, self.rules)

    def plan(self, number: int) -> CafePlan | None:
        """The plan with this number, if it is kept."""
        return next((plan for plan in self.plans if plan.number == number), None)
