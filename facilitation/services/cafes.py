"""The world café: set-up, rules and groups."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitation.cafe.checks import check_problem
from facilitation.cafe.chosen_hosts import refuse_absent_hosts
from facilitation.cafe.engine import never, unheard
from facilitation.cafe.obstacles import require_possible
from facilitation.cafe.search import Report, Stop
from facilitation.cafe.seating import problem_of, seated_people, seating
from facilitation.domain.cafe import Cafe, CafePlan, Seating
from facilitation.domain.person import Participation
from facilitation.domain.record import EventRecord
from facilitation.errors import InvalidInput, NotFound, mark
from facilitation.services.desk import Desk
from facilitation.services.merging import merged
from facilitation.storage.unit_of_work import UnitOfWork

PEOPLE_PER_TABLE = 5
MOST_PLANS = 12
"""Plans kept for one café; the oldest that is neither in use nor locked makes room for a new one."""
NO_QUESTION = mark("The café has no question yet. Write one open question per round first.")


def cafe_day(record: EventRecord, item_id: str) -> int:
    """The number of the day of a café (from 1)."""
    return next((number for number, item in record.agenda.items() if item.id == item_id), 1)


def people_at(record: EventRecord, item_id: str) -> tuple[Participation, ...]:
    """Who sits at the tables of the café in this item."""
    return seated_people(record.participations, cafe_day(record, item_id))


def suggested_tables(people: int) -> int:
    """So many tables that four or five sit at each."""
    return max(1, -(-people // PEOPLE_PER_TABLE))


@dataclass(frozen=True, slots=True)
class Cafes:
    """What people do with the set-up of a world café."""

    desk: Desk

    def list_for(self, event_id: str) -> tuple[Cafe, ...]:
        """The cafés of an event."""
        with self.desk.reading() as work:
            return work.cafes.list_for(event_id)

    def get(self, event_id: str, item_id: str) -> Cafe:
        """The café of an agenda item; a fresh set-up of tables of five where none was saved."""
        with self.desk.reading() as work:
            known = work.cafes.get(event_id, item_id)
            event = work.events.get(event_id)
        return known or Cafe(event_id, item_id, table_count=suggested_tables(event.expected_people))

    def edit(self, seen: Cafe, wanted: Cafe) -> Cafe:
        """Change questions, tables, hosts, rules or seed; groups made for another set-up are put aside."""
        if not 1 <= wanted.table_count <= 600:
            raise InvalidInput(
                mark("{count} tables are not possible. Give a number from 1 to 600."), count=wanted.table_count
            )
        with self.desk.work() as work:
            stored = work.cafes.get(seen.event_id, seen.item_id)
            after = merged(seen, wanted, stored, subject=seen.item_id) if stored else wanted
            if stored and _needs_new_groups(stored, after):
                after = replace(after, seating=None, plan_number=0)
            saved = work.cafes.save(after)
            self.desk.note_change(work, "edit_cafe", seen.event_id, before=stored, after=saved)
            work.commit()
        return saved

    def refusal(self, event_id: str, item_id: str) -> InvalidInput | None:
        """Why no groups can be made with this set-up (who, what, the smallest change); None where they can."""
        try:
            self._require_possible(self.get(event_id, item_id), self._people(event_id, item_id))
        except InvalidInput as error:
            return error
        return None

    def make_groups(
        self,
        event_id: str,
        item_id: str,
        *,
        seed: int | None = None,
        seconds: float = 3.0,
        stop: Stop = never,
        report: Report = unheard,
    ) -> Cafe:
        """Group everybody who comes for all rounds; the seating is kept as a new plan and is the one in use.

        ``stop`` is asked again and again and ends the search with the best so far; ``report`` hears how far it is.
        """
        cafe, people = self.get(event_id, item_id), self._people(event_id, item_id)
        self._require_possible(cafe, people)
        chosen = cafe.seed if seed is None else seed
        groups = seating(cafe, people, seed=chosen, seconds=seconds, stop=stop, report=report)
        with self.desk.work() as work:
            stored = work.cafes.get(event_id, item_id)
            after = self.with_plan(replace(stored or cafe, seed=chosen), groups, made_for=cafe)
            saved = work.cafes.save(after)
            self.desk.note_change(work, "make_groups", event_id, before=stored, after=saved)
            work.commit()
        return saved

    def with_plan(self, cafe: Cafe, groups: Seating, *, made_for: Cafe, name: str = "") -> Cafe:
        """The café with one plan more, which is the one in use unless the set-up was changed meanwhile."""
        number = max((plan.number for plan in cafe.plans), default=0) + 1
        plan = CafePlan(self.desk.new_id(), number, name, made_for.settings, groups, self.desk.now())
        plans = _with_room((*cafe.plans, plan), in_use=number)
        if _needs_new_groups(made_for, cafe):
            return replace(cafe, plans=plans)
        return replace(cafe, plans=plans, seating=groups, plan_number=number)

    def _people(self, event_id: str, item_id: str) -> tuple[Participation, ...]:
        with self.desk.reading() as work:
            return people_at(work.record(event_id), item_id)

    def _require_possible(self, cafe: Cafe, people: tuple[Participation, ...]) -> None:
        if not cafe.questions:
            raise InvalidInput(NO_QUESTION)
        if len(people) < 2 * cafe.table_count:
            raise InvalidInput(
                mark("{people} people cannot fill {tables} tables with at least two each. Use fewer tables."),
                people=len(people),
                tables=cafe.table_count,
            )
        refuse_absent_hosts(cafe.rules, people)
        problem = problem_of(cafe, people)
        check_problem(problem)
        require_possible(problem)


def stored_cafe(work: UnitOfWork, event_id: str, item_id: str) -> tuple[Cafe, Seating]:
    """The café and the seating in use; raises where there is none (any more)."""
    cafe = work.cafes.get(event_id, item_id)
    if cafe is None:
        raise NotFound(mark("This café does not exist any more. Go back to the list and choose again."))
    if cafe.seating is None:
        raise InvalidInput(mark("The café has no groups yet. Make them first."))
    return cafe, cafe.seating


def _with_room(plans: tuple[CafePlan, ...], *, in_use: int) -> tuple[CafePlan, ...]:
    spare = [plan.number for plan in plans if not plan.is_locked and plan.number != in_use]
    gone = spare[: max(0, len(plans) - MOST_PLANS)]
    return tuple(plan for plan in plans if plan.number not in gone)


def _needs_new_groups(before: Cafe, after: Cafe) -> bool:
    def shape(cafe: Cafe) -> tuple[object, ...]:
        hosts = cafe.has_hosts, cafe.host_ids, cafe.rules.round_hosts
        return cafe.table_count, cafe.round_count, hosts, (cafe.rules.table_sizes, cafe.rules.round_sizes)

    return shape(before) != shape(after)
