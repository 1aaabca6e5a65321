"""The plans kept for a café: choose, name, lock, remove; change one by hand and see what it costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from facilitation.cafe.seating import scored
from facilitation.domain.cafe import Cafe, CafePlan, PinnedSeat, Seating
from facilitation.domain.person import Participation
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.planning.cafe_changes import CardChange, card_changes, swapped
from facilitation.services.cafes import stored_cafe
from facilitation.services.desk import Desk
from facilitation.storage.unit_of_work import UnitOfWork

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans side by side, and everybody who sits elsewhere in one of them."""

    one: CafePlan
    other: CafePlan
    changes: tuple[CardChange, ...]


@dataclass(frozen=True, slots=True)
class CafePlans:
    """What people do with finished plans."""

    desk: Desk

    def choose(self, event_id: str, item_id: str, number: int) -> Cafe:
        """Put a plan in use, with the tables, hosts and rules it was made from."""

        def chosen(cafe: Cafe) -> Cafe:
            plan, kept = _plan(cafe, number), _plan(cafe, number).settings
            return replace(
                cafe,
                seating=plan.seating,
                plan_number=number,
                seed=plan.seating.seed,
                table_count=kept.table_count,
                has_hosts=kept.has_hosts,
                host_ids=kept.host_ids,
                rules=kept.rules,
            )

        return self._change(event_id, item_id, "choose_plan", chosen)

    def rename(self, event_id: str, item_id: str, number: int, name: str) -> Cafe:
        """Give a plan a name of its own."""
        short = " ".join(name.split())[:LONGEST_NAME]
        return self._change(event_id, item_id, "edit_plan", lambda cafe: _with(cafe, number, name=short))

    def lock(self, event_id: str, item_id: str, number: int, *, is_locked: bool) -> Cafe:
        """Keep a plan from being changed or removed, or let it go again."""
        return self._change(event_id, item_id, "edit_plan", lambda cafe: _with(cafe, number, is_locked=is_locked))

    def remove(self, event_id: str, item_id: str, number: int) -> Cafe:
        """Remove a plan that is neither locked nor in use; undo brings it back."""

        def without(cafe: Cafe) -> Cafe:
            _refuse_locked(_plan(cafe, number))
            if cafe.plan_number == number:
                raise InvalidInput(mark("Plan {number} is in use. Choose another plan first."), number=number)
            return replace(cafe, plans=tuple(plan for plan in cafe.plans if plan.number != number))

        return self._change(event_id, item_id, "remove_plan", without)

    def compare(self, event_id: str, item_id: str, one: int, other: int) -> Comparison:
        """Two plans and what differs between them."""
        with self.desk.reading() as work:
            cafe, _seating = stored_cafe(work, event_id, item_id)
        first, second = _plan(cafe, one), _plan(cafe, other)
        return Comparison(first, second, card_changes(first.seating, second.seating))

    def after_swap(self, event_id: str, item_id: str, number: int, pair: tuple[str, str]) -> Seating:
        """What the plan in use would be with two people's seats exchanged in a round; nothing is saved."""
        with self.desk.reading() as work:
            cafe, seating = stored_cafe(work, event_id, item_id)
            return _after_swap(cafe, seating, work.participations.list_for(event_id), (number, *pair))

    def swap(self, event_id: str, item_id: str, number: int, pair: tuple[str, str]) -> Cafe:
        """Exchange two people's seats in a round (from 1)."""

        def exchanged(cafe: Cafe, work: UnitOfWork) -> Cafe:
            seating = _after_swap(cafe, _in_use(cafe), work.participations.list_for(event_id), (number, *pair))
            return in_use(cafe, seating)

        with self.desk.work() as work:
            before, _seating = stored_cafe(work, event_id, item_id)
            saved = work.cafes.save(exchanged(before, work))
            self.desk.note_change(work, "swap_seats", event_id, before=before, after=saved)
            work.commit()
        return saved

    def pin(self, event_id: str, item_id: str, seats: Iterable[PinnedSeat]) -> Cafe:
        """Lock seats: whatever is made anew keeps them."""

        def pinned(cafe: Cafe) -> Cafe:
            kept = dict.fromkeys((*cafe.rules.pinned, *seats))
            by_place = {(seat.participation_id, seat.round): seat for seat in kept}
            return replace(cafe, rules=replace(cafe.rules, pinned=tuple(by_place.values())))

        return self._change(event_id, item_id, "lock_seats", pinned)

    def unpin(self, event_id: str, item_id: str, seats: Iterable[PinnedSeat]) -> Cafe:
        """Unlock seats."""
        gone = set(seats)

        def freed(cafe: Cafe) -> Cafe:
            return replace(
                cafe, rules=replace(cafe.rules, pinned=tuple(seat for seat in cafe.rules.pinned if seat not in gone))
            )

        return self._change(event_id, item_id, "unlock_seats", freed)

    def _change(self, event_id: str, item_id: str, verb: str, change: Callable[[Cafe], Cafe]) -> Cafe:
        with self.desk.work() as work:
            before = work.cafes.get(event_id, item_id)
            if before is None:
                raise NotFound(mark("This café does not exist any more. Go back to the list and choose again."))
            saved = work.cafes.save(change(before))
            self.desk.note_change(work, verb, event_id, before=before, after=saved)
            work.commit()
        return saved


def in_use(cafe: Cafe, seating: Seating) -> Cafe:
    """The café with a changed seating, which the plan in use takes over. A locked plan refuses."""
    plan = cafe.plan(cafe.plan_number)
    if plan is None:
        return replace(cafe, seating=seating)
    _refuse_locked(plan)
    return replace(_with(cafe, plan.number, seating=seating), seating=seating)


def _in_use(cafe: Cafe) -> Seating:
    if cafe.seating is None:
        raise InvalidInput(mark("The café has no groups yet. Make them first."))
    return cafe.seating


def _after_swap(
    cafe: Cafe, seating: Seating, participations: tuple[Participation, ...], seats: tuple[int, str, str]
) -> Seating:
    number, one, other = seats
    if not 1 <= number <= len(seating.rounds):
        raise InvalidInput(mark("There is no round {number}."), number=number)
    entry = seating.rounds[number - 1]
    tables = (entry.table_of(one), entry.table_of(other))
    if None in tables or tables[0] == tables[1]:
        raise InvalidInput(mark("Choose two people who sit at different tables in round {number}."), number=number)
    people = [part for part in participations if part.id in seating.seated_ids]
    return scored(cafe, people, swapped(seating, number, one, other))


def _plan(cafe: Cafe, number: int) -> CafePlan:
    plan = cafe.plan(number)
    if plan is None:
        raise NotFound(mark("Plan {number} does not exist any more. Choose another one from the list."), number=number)
    return plan


def _with(cafe: Cafe, number: int, **changes: object) -> Cafe:
    changed = replace(_plan(cafe, number), **changes)  # type: ignore[arg-type]
    return replace(cafe, plans=tuple(changed if plan.number == number else plan for plan in cafe.plans))


def _refuse_locked(plan: CafePlan) -> None:
    if plan.is_locked:
        raise InvalidInput(mark("Plan {number} is locked. Unlock it first, or make a new plan."), number=plan.number)
