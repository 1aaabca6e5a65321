"""Consents with the day and the way they were given, needs for logistics only, and people known by a code."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from facilitation.domain.event import Sector
from facilitation.domain.history import REDO, UNDO, Change
from facilitation.domain.person import Consent, ConsentWay, District, Participation, Person, Purpose
from facilitation.errors import InvalidInput, mark
from facilitation.i18n.translator import Translator
from facilitation.planning.coded_people import MOST_AT_ONCE, next_codes
from facilitation.services.desk import Desk
from facilitation.settings import StaffRole

VIEW_NEEDS, SUBJECT = "view_needs", "privacy"
SEES_NEEDS = frozenset({StaffRole.ORGANISER, StaffRole.LOGISTICS})
NOT_YOURS = mark(
    "Needs and diet are for whoever orders meals and prepares the rooms. Ask them for what you need to know."
    " (This computer is set up with TRYEZA_ROLE={role}.)"
)


@dataclass(frozen=True, slots=True)
class ConsentTrace:
    """What the history says of one consent: the day it was noted, the way it was given, and by whom it was noted."""

    noted_on: date
    way: ConsentWay | None
    actor: str


@dataclass(frozen=True, slots=True)
class Privacy:
    """What people may know of other people, and on which terms."""

    desk: Desk
    role: StaffRole

    def consent(self, part: Participation, purpose: Purpose, answer: Consent, way: ConsentWay | None, on: date) -> None:
        """Note one consent, or that it was taken back, with the day and the way."""
        with self.desk.work() as work:
            stored = work.participations.get(part.id)
            values: dict[str, Any] = {f"{purpose.value}_consent": answer, "consented_on": on}
            after = work.participations.save(replace(stored, **values))
            verb = f"consent_{way.value}" if way else "edit_person"
            self.desk.note_change(work, verb, part.event_id, before=stored, after=after)
            work.commit()

    def consents(self, part: Participation) -> dict[Purpose, ConsentTrace]:
        """When and how each consent of a person was noted last; those never asked are left out."""
        with self.desk.reading() as work:
            changes = work.changes.all_of(part.event_id, ("participation",))
        own = [change for change in changes if change.subject_id == part.id]
        return {purpose: found for purpose in Purpose if (found := _trace(own, f"{purpose.value}_consent"))}

    def may_see_needs(self) -> bool:
        """Whether the person at this computer may look at needs and diet at all."""
        return self.role in SEES_NEEDS

    def view_needs(self, event_id: str) -> tuple[Participation, ...]:
        """Everybody with needs or a diet; that somebody looked is written into the history."""
        if not self.may_see_needs():
            raise InvalidInput(NOT_YOURS, role=self.role.value)
        with self.desk.work() as work:
            work.changes.add(
                Change(self.desk.new_id(), event_id, self.desk.now(), self.desk.actor, VIEW_NEEDS, SUBJECT, event_id)
            )
            found = with_needs(work.participations.list_for(event_id))
            work.commit()
        return found

    def needs_file(self, event_id: str, language: str) -> bytes:
        """The list for kitchen and rooms as a workbook; making it is looking."""
        from facilitation.exchange.needs_sheet import needs_xlsx  # slow to import

        people = self.view_needs(event_id)
        with self.desk.reading() as work:
            event = work.events.get(event_id)
        return needs_xlsx(event, people, Translator(language))

    def add_coded(
        self, event_id: str, count: int, *, sector: Sector = Sector.OTHER, district: District | None = None
    ) -> tuple[Participation, ...]:
        """So many beneficiaries, known by the next codes."""
        if not 1 <= count <= MOST_AT_ONCE:
            raise InvalidInput(mark("Choose from 1 to {most} people at once."), most=MOST_AT_ONCE)
        with self.desk.work() as work:
            names = [part.person.name for part in work.participations.list_for(event_id)]
            added = []
            for code in next_codes(names, count):
                person = Person(self.desk.new_id(), code, sector=sector, district=district, is_coded=True)
                part = work.participations.save(Participation(self.desk.new_id(), event_id, person))
                self.desk.note_change(work, "add_coded", event_id, after=part)
                added.append(part)
            work.commit()
        return tuple(added)


def with_needs(parts: Iterable[Participation]) -> tuple[Participation, ...]:
    """Who has a need or a diet."""
    return tuple(part for part in parts if part.access_needs.strip() or part.dietary_needs.strip())


def _trace(newest_first: Iterable[Change], field: str) -> ConsentTrace | None:
    """The newest change that gave a consent its value."""
    for change in newest_first:
        if change.is_undone or change.verb in (UNDO, REDO) or not change.after:
            continue
        answer = json.loads(change.after).get(field)
        if answer is None or (not change.before and answer == Consent.NOT_ASKED):
            continue
        word = change.verb.removeprefix("consent_")
        way = ConsentWay(word) if word in set(ConsentWay) else None
        return ConsentTrace(change.happened_at.date(), way, change.actor)
    return None
