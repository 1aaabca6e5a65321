"""A complete search for small halls: finds a plan that keeps all rules where one exists, whatever it repeats."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitation.cafe.broken import Rounds
from facilitation.cafe.problem import CafeProblem

MOST_TRIES = 60_000
MOST_SEATS = 200
"""Of seats in all rounds together; larger halls are left to the search by swaps."""

Unit = tuple[str, ...]


@dataclass(slots=True)
class ExactResult:
    """The plan, or None; ``is_proven``: there is none at all."""

    rounds: Rounds | None
    is_proven: bool


def exact_plan(problem: CafeProblem) -> ExactResult:
    """Seat unit after unit, the one with the fewest tables first, and go back where a rule cannot be kept any more."""
    if sum(len(problem.present(number)) for number in problem.rounds) > MOST_SEATS:
        return ExactResult(None, is_proven=False)
    search = _Exact(problem)
    found = search.seat_round(1)
    rounds = tuple(tuple(map(tuple, tables)) for tables in search.plan) if found else None
    return ExactResult(rounds, is_proven=not found and search.tries <= MOST_TRIES)


@dataclass(slots=True)
class _State:
    """One round while it is filled."""

    number: int
    tables: list[list[str]]
    left: list[Unit] = field(default_factory=list)


class _Exact:
    """Backtracking over all rounds."""

    def __init__(self, problem: CafeProblem) -> None:
        self.problem = problem
        self.plan: list[list[list[str]]] = []
        self.tries = 0
        self.apart = problem.all_apart | {pair[::-1] for pair in problem.all_apart}
        self.must = problem.visits(problem.must_visit)
        self.may = problem.visits(problem.may_visit)
        self.observers = set(problem.observers)

    def seat_round(self, number: int) -> bool:
        """Seat this round and all later ones."""
        if number > self.problem.round_count:
            return True
        present = self.problem.present(number)
        grouped = {identity for group in self.problem.groups for identity in group}
        units = [tuple(one for one in group if one in present) for group in self.problem.groups]
        units += [(one,) for one in present if one not in grouped]
        state = _State(number, [[] for _ in self.problem.tables], [unit for unit in units if unit])
        self.plan.append(state.tables)
        found = self._fill(state)
        if not found:
            self.plan.pop()
        return found

    def _fill(self, state: _State) -> bool:
        self.tries += 1
        if self.tries > MOST_TRIES:
            return False
        if not state.left:
            return self._is_complete(state) and self.seat_round(state.number + 1)
        options = {unit: self._options(state, unit) for unit in state.left}
        unit = min(state.left, key=lambda each: (len(options[each]), -len(each)))
        state.left.remove(unit)
        for table in options[unit]:
            state.tables[table].extend(unit)
            if self._fill(state):
                return True
            del state.tables[table][-len(unit) :]
        state.left.append(unit)
        return False

    def _options(self, state: _State, unit: Unit) -> list[int]:
        """The tables at which a unit breaks no rule; the emptiest first, of empty ones that look alike only one."""
        sizes = self.problem.sizes(state.number)
        open_ = [table for table in self.problem.tables if self._may_sit(state, unit, table)]
        return sorted(open_, key=lambda table: (len(state.tables[table]) - sizes[table], table))

    def _may_sit(self, state: _State, unit: Unit, table: int) -> bool:
        problem, there = self.problem, state.tables[table]
        held = problem.held_seats(state.number)
        return (
            len(there) + len(unit) <= problem.sizes(state.number)[table]
            and all(held.get(one, table) == table for one in unit)
            and not any((one, other) in self.apart for one in unit for other in (*there, *unit))
            and self._share_a_language(table, [*there, *unit])
            and self._observed([*there, *unit], state)
            and all(self._may_hear(one, table, state.number) for one in unit)
        )

    def _share_a_language(self, table: int, people: list[str]) -> bool:
        spoken = [languages for one in people if (languages := self.problem.languages(one))]
        fixed = self.problem.table_languages[table : table + 1]
        if fixed and fixed[0]:
            spoken.append(frozenset((fixed[0].casefold(),)))
        return not self.problem.language_column or not spoken or bool(frozenset.intersection(*spoken))

    def _observed(self, people: list[str], state: _State) -> bool:
        tables = sum(1 for seats in self.problem.sizes(state.number) if seats)
        there = len(self.observers & set(self.problem.present(state.number)))
        return len(self.observers & set(people)) <= -(-there // max(tables, 1))

    def _may_hear(self, one: str, table: int, number: int) -> bool:
        theme, hosts = self.problem.theme(table), self.problem.hosts_in(number)
        if one in hosts:
            return True
        if one in self.may and theme not in self.may[one]:
            return False
        return not (self.problem.no_theme_twice and theme and theme in self._seen(one, number, hosting=False))

    def _seen(self, one: str, before: int, *, hosting: bool) -> set[str]:
        """The themes of a person in the rounds before this one."""
        return {
            self.problem.theme(table)
            for number, tables in enumerate(self.plan[: before - 1], start=1)
            for table, people in enumerate(tables)
            if one in people and (hosting or one not in self.problem.hosts_in(number))
        }

    def _is_complete(self, state: _State) -> bool:
        counts = [len(self.observers & set(people)) for people in state.tables if people]
        rounds_left = range(state.number + 1, self.problem.round_count + 1)
        full = tuple(map(len, state.tables)) == self.problem.sizes(state.number)
        return (
            full
            and (not counts or max(counts) - min(counts) <= 1)
            and all(
                len(themes - self._seen(one, state.number + 1, hosting=True))
                <= sum(one in self.problem.present(number) for number in rounds_left)
                for one, themes in self.must.items()
            )
        )
