"""Two entries of one person become one over all events, in one stroke that one undo takes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from facilitation.domain.event import Event
from facilitation.domain.person import Participation, Person
from facilitation.errors import InvalidInput, mark
from facilitation.planning.duplicates import Pair, pair_key, suspected_pairs
from facilitation.planning.person_merge import followed, followed_agenda, followed_cafe, joined_part
from facilitation.services.desk import Desk
from facilitation.services.merge_traces import MERGE, keep_trace
from facilitation.services.people import refuse_nameless
from facilitation.storage.unit_of_work import UnitOfWork

APART = "people_apart:"
CHANGED_MEANWHILE = mark(
    "One of the two entries was changed or removed while you looked at them. Nothing was merged. Look at the"
    " pair again."
)
ONE_AND_THE_SAME = mark("The two entries are one already.")
CODED = mark("Beneficiaries are known by codes only; who is behind a code is not known here, so they are not merged.")


@dataclass(frozen=True, slots=True)
class PeopleMerge:
    """Finds people who stand on the lists twice, and makes one of them."""

    desk: Desk

    def suspected(self, event_id: str) -> tuple[Pair, ...]:
        """Pairs who may be one person, at least one of each on this event's list; surest first."""
        with self.desk.reading() as work:
            people = {part.person.id: part.person for part in work.participations.list_for(event_id)}
            others = [person for person in work.people.list_all() if person.id not in people]
            apart = self._apart(work)
        return suspected_pairs(tuple(people.values()), others, apart=apart)

    def keep_apart(self, one_id: str, other_id: str) -> None:
        """Remember that these are two people; they are not asked about again."""
        with self.desk.work() as work:
            work.preferences.put(APART + pair_key(one_id, other_id), "1")
            work.commit()

    def apart_keys(self) -> frozenset[str]:
        """The pairs somebody has looked at and found to be two people."""
        with self.desk.reading() as work:
            return self._apart(work)

    def events_of(self, person_id: str) -> tuple[Event, ...]:
        """The events in which somebody has a part, the earliest first."""
        with self.desk.reading() as work:
            events = [work.events.get(part.event_id) for part in work.participations.of_person(person_id)]
        return tuple(sorted(events, key=lambda event: (event.starts_on, event.id)))

    def merge(self, kept: Person, other: Person, wanted: Person) -> None:
        """Make one person of two: ``wanted`` says what stays of each field, under the id of ``kept``.

        ``kept`` and ``other`` are the entries as they were seen; nothing is merged where one of them has changed.
        """
        _refuse(kept, other, wanted)
        with self.desk.work() as work:
            _refuse_changed(work, kept, other)
            parts = work.participations.of_person(kept.id)
            one = replace(wanted, id=kept.id)
            for part in parts:
                self._become(work, part, kept, one)
            by_event = {part.event_id: part for part in parts}
            for part in work.participations.of_person(other.id):
                if part.event_id in by_event:
                    self._join(work, by_event[part.event_id].id, part, one)
                else:
                    self._save(work, part.id, lambda stored: replace(stored, person=one))
                    self._rename(work, part, {other.name: one.name})
            work.people.remove_unneeded()
            work.commit()

    def _become(self, work: UnitOfWork, part: Participation, kept: Person, one: Person) -> None:
        """A part of the kept person: what is known of them is written down in each event, so that each can undo it."""
        if kept == one:
            return
        stored = work.participations.get(part.id)
        after = replace(stored, person=one)
        saved = stored if stored == after else work.participations.save(after)
        self.desk.note_change(work, MERGE, part.event_id, before=replace(stored, person=kept), after=saved)
        self._rename(work, part, {kept.name: one.name})

    def _join(self, work: UnitOfWork, kept_id: str, other: Participation, wanted: Person) -> None:
        """Two parts in one event become one, and everything that named the other part follows."""
        before = work.participations.get(other.id)
        ids = {other.id: kept_id}
        for part in work.participations.list_for(other.event_id):
            if part.substitute_for_id == other.id:
                self._save(work, part.id, lambda stored: _substituting(stored, ids))
        self._save(work, kept_id, lambda stored: joined_part(stored, before))
        self._follow(work, other.event_id, ids, {before.person.name: wanted.name})
        keep_trace(work, before, kept_id)
        work.participations.remove(other.id)
        self.desk.note_change(work, MERGE, other.event_id, before=before)

    def _follow(self, work: UnitOfWork, event_id: str, ids: Mapping[str, str], names: Mapping[str, str]) -> None:
        """Agenda, cafés, notes and replies of an event name the kept part from now on."""
        agenda = work.agendas.get(event_id)
        self._put(work, event_id, agenda, followed_agenda(agenda, ids, names), work.agendas)
        for cafe in work.cafes.list_for(event_id):
            self._put(work, event_id, cafe, followed_cafe(cafe, ids), work.cafes)
        for note in work.notes.list_for(event_id):
            self._put(work, event_id, note, followed(note, ids), work.notes)
        for reply in work.replies.list_for(event_id):
            self._put(work, event_id, reply, followed(reply, ids), work.replies)

    def _rename(self, work: UnitOfWork, part: Participation, names: Mapping[str, str]) -> None:
        agenda = work.agendas.get(part.event_id)
        self._put(work, part.event_id, agenda, followed_agenda(agenda, {part.id: part.id}, names), work.agendas)

    def _save(self, work: UnitOfWork, part_id: str, change: Callable[[Participation], Participation]) -> None:
        stored = work.participations.get(part_id)
        self._put(work, stored.event_id, stored, change(stored), work.participations)

    def _put(self, work: UnitOfWork, event_id: str, before: Any, after: Any, store: Any) -> None:
        """Save what differs, and write it down in the history of its event."""
        if after != before:
            saved = store.save(after)
            self.desk.note_change(work, MERGE, event_id, before=before, after=saved)

    def _apart(self, work: UnitOfWork) -> frozenset[str]:
        return frozenset(key.removeprefix(APART) for key in work.preferences.starting_with(APART))


def _substituting(part: Participation, ids: Mapping[str, str]) -> Participation:
    """Who stood in for the other part stands in for the kept one; nobody stands in for themselves."""
    stands_for = ids.get(part.substitute_for_id, part.substitute_for_id)
    return replace(part, substitute_for_id="" if stands_for == part.id else stands_for)


def _refuse(kept: Person, other: Person, wanted: Person) -> None:
    if kept.id == other.id:
        raise InvalidInput(ONE_AND_THE_SAME)
    if kept.is_coded or other.is_coded:
        raise InvalidInput(CODED)
    refuse_nameless(wanted)


def _refuse_changed(work: UnitOfWork, kept: Person, other: Person) -> None:
    for seen in (kept, other):
        parts = work.participations.of_person(seen.id)
        if not parts or parts[0].person != seen:
            raise InvalidInput(CHANGED_MEANWHILE)
